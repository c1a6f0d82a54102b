"""Notices messages about one child's day, health, progress or collection, which belong in private."""

from collections.abc import Iterable
from functools import partial

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.people import named
from moderation.phrases import Recipe, Rule, found, rule, says, signs, ways
from moderation.policy import Policy
from moderation.post import Post

GROUPS = {
    "kid": "somename, fullname, he, she, he's, she's, hes, shes, him, her, my son, my daughter, our "
    "son, our daughter, my lad, my girl, my boy, my little one, mine, mine's, my wee one, my little "
    "man, wee man, the wee man, our lad, our girl, my child, both mine, the twins, my two, grandson, "
    "granddaughter, my grandson, my granddaughter, t'lad, the bairn, bairn, my kid",
    "name": "somename, fullname",
    "theirs": "his, her, my son's, my daughter's, somename",
    "teacher": "titledname, miss, key person, key worker, keyworker, his teacher, her teacher, teacher, "
    "staff, someone, somebody, anyone, anybody, one of you, you lot, you guys, preschool, nursery, the "
    "office, his key worker, her key worker, the ladies, hello teacher",
    "off": "off, off today, off sick, not in, not be in, won't be in, wont be in, isn't in, isnt in, "
    "not coming, no comin, not come, keeping, stopping home, staying home, stay home, kept home, away, "
    "absent, not going to be in, not well enough, having a duvet day, a duvet day, off tomorrow, excuse",
    "ill": "poorly, sick, ill, tummy, bug, temperature, temp, fever, cold, cough, croup, croupy, vomit, "
    "vomited, throwing up, rash, chickenpox, spots, ear, ear infection, infection, conjunctivitis, "
    "teething, sore throat, d&v, up all night, bin up, dentist, appointment, doctors, gp, hospital, "
    "unwell, under the weather, not well, not herself, not himself, headlice, calpol, limping, hurt",
    "how": "how's, hows, how is, how was, how are, how did, has, did, does, is, was, can, any",
    "doing": """
        eating, eaten, eat, ate, drinking, drink, sleeping, sleep, slept, nap, napped, settled,
        settle, settling, crying, cry, cried, stopped crying, getting on, gettin on, doing,
        behaving, behaved, sharing, talking, speaking, saying, playing, play, plays, playing with,
        playing up, biting, bite, hitting, spitting, pushing, on track, progress, report, writing,
        counting, joining in, toilet, nappy, wee, accident, accidents, happy, ok, okay, alright,
        alreet, all right, upset, tearful, sad, quiet, coping, cope, walk, the whole walk, taken his
        coat, english, friends, sat with, lunch, dinner, veg, milk, story, singing, move up, moving
        up, go up, lefty, hand, scissors, words, understanding, missing me""",
    "collect": "collect, collecting, collects, pick up, picking up, pick him up, pick her up, fetch, "
    "fetching, get, getting, take, takes, drop, dropping, coming for, come for, go home with, going "
    "home with, pick-up, doing pick up, be picked up, getting picked up",
    "kin": "my mum, my mam, my dad, my sister, my brother, his nan, her nan, nan, nana, grandad, gran, "
    "granny, auntie, aunty, uncle, his dad, her dad, dad, childminder, my friend, my neighbour, "
    "neighbour, his uncle, her uncle, grandma, brother, dougie's mum, his mam, her mam, stepdad, my "
    "husband, my partner, my wife, friend car",
    "eat": "eat, eating, eaten",
    "too": "too",
    "late": "late, running late, running behind, stuck in, stuck behind, be in about, be in after, in "
    "at, in by, 10 mins, ten minutes, quarter past, held up, a bit late, delayed, half ten, early, "
    "earlier",
    "please": "please, pls, plz, can you, can u, could you, could someone, can someone, can somebody, "
    "would someone, could somebody, just to say, just letting you know, letting you know, let you know, "
    "heads up, fyi, just so you know, tell, please tell, let me know, tell me, give me a shout, keep an "
    "eye, watch, if you could, hope that's ok, is that ok, is it ok, thanks, thank u, ta",
}
about = partial(rule, groups=GROUPS, severity=Severity.FLAG)
SIGNS = signs(
    GROUPS,
    kid=("{kid}",),
    name=("{name}",),
    teacher=("{teacher}",),
    off=("{off}",),
    ill=("{ill}",),
    doing=("{doing}",),
    collect=("{collect}",),
    kin=("{kin}",),
    late=("{late}",),
    please=("{please}",),
    general=(
        "they've got|theyve_got|they_have|they_get|they_are|they're ~4 a? ~1 bug|sick|temperature|"
        "chickenpox|poorly ~8 off|hours|rule|policy",
        "what do we do|if",
        "is it ~2 # ~1 hrs|hours|days",
        "does|do anyone|anybody|any ~2 else",
        "anyone else|elses|else's ~6 {kid|come|comes|do|does|home}",
        "how do you|u|others|people|parents ~3 get|deal|cope|manage|handle",
        "what age|time|days|day did|do|does ~2 yours|you|your",
        "recommend|any_tips|tips|any_ideas",
        "all children|everyone|whole_group|whole_class",
        "sectioned|refuge|passed_on|passed_away|bruises|her_fella|nan_died|no_contact",
        "i've|ive|i_have ~2 got an? ~1 awful|stinking|bad|horrible|cold",
        "sat in the car_park and ~4 song",
        "moon|lighthouse|henry",
        "husband|hubby|my_other_half|my_fella|the_dog|the_cat|hamster|puppy|kitten|my_boss|my_car",
        "two year check|report ~4 work|letter",
        "thank|thanks ~6 {all}|everyone|staff|lovely",
    ),
)
S = SIGNS

RULES: tuple[Rule | Recipe, ...] = (
    about(
        "one child's absence",
        "{kid} ~2 won't|wont|isn't|isnt|not|will_not|no ~1 be in",
        "{kid} ~2 won't|wont|isn't|isnt|not|no|will_not ~1 in|comin|coming|attending ~4 today|tomorrow|"
        "the_day|till|until|this|sorry|{ill}",
        "{kid} ~2 won't|wont|isn't|isnt ~1 be ~1 in",
        "{kid} ~2 off ~3 today|sick|tomorrow|poorly|this|with|from|monday|til|till|2day",
        "{kid} ~2 of|is_off sik|sick ~2 2day|today",
        "off today|tomorrow ~4 {ill|kid|sicky}",
        "both mine off",
        "not coming|comin|come ~2 in|today ~4 {kid|ill}|{ill}",
        "{kid} today not come|in",
        "keeping|keep|kept ~1 {kid} ~4 home|off|here|with|today",
        "{kid} ~2 stopping|staying|stay|stop home",
        "{kid} ~1 away ~4 monday|til|till|until|this|from|the|next|for",
        "please excuse {kid}",
        "{kid} ~2 isn't|isnt ~1 in ~2 from|this|on",
        "{kid} ~4 {ill} ~6 today|off|keeping|keep|gp|back_thurs|stopping|staying|home_today",
        "{ill} ~6 {kid} ~4 off|home|stopping|staying|not_in|today",
        "{kid} ~2 is|having|has|had|got ~2 {ill} ~8 {off|home|since|last_night|back|send|so|keep}",
        "duvet day",
        "can|is_it_ok|ok|okay ~3 {kid} ~2 come|to_come|go ~2 back|in ~8 {ill|tomorrow|hours|crusted|last}",
        "{ill} ~8 can {kid} come|go",
        "will ~1 be ~1 in|back ~4 after|about|thurs|monday|tomorrow|wednesday|around|at",
        "resume on",
        "we'll|well|gonna|going_to|we're ~1 be ~1 in|about|late|about ~4 with|{late}",
    ),
    about(
        "how one child is getting on",
        "{how} ~2 {kid} ~6 {doing}",
        "{how} ~1 long did {kid}",
        "{how} ~1 {kid} ~6 {ill|ok|doing}",
        "{kid} ~2 ok|okay|alright|settled|alreet|settle ~6 {today|morning|left|after|now|heard}|after",
        "she|he ok",
        "did mine|he|she nap|cry|eat|settle|sleep|have",
        "how|hows|how's ~1 did|is|was ~1 mine ~1 do|doing|get|today",
        "can|could|would|will ~2 {teacher} ~4 tell|let|give|ring|call ~2 me ~10 {kid}",
        "let me know ~3 how|if ~2 {kid}",
        "is|are ~1 {kid} ~4 with you|u ~2 too|aswell|as_well|lot|there",
        "{kid} ~4 {doing} ~4 with you|u",
        "{kid} ~8 with you ~2 {too}|as_well|aswell|lot|at_all",
        "at home ~8 {kid} ~8 {same}|with_you|there",
        "are you|u seeing|noticing|finding ~6 {kid|same}",
        "have you noticed ~4 {kid|owt|anything}",
        "{kid} ~4 {doing} ~4 on track",
        "is|are {kid} on track",
        "{kid} ~6 speech|words|talking|chatting ~8 {same|too|referral|with_you|you}",
        "{theirs} ~2 report|progress|two_year_check|2_year_check|attendance|key_person|key_worker|"
        "accident_form ~6 {please|yet|thank|letter|talk|know|left}",
        "when ~2 do|will ~2 i|we|{kid} ~4 {see|move|go_up} ~6 {report|check|room|write_up}|up",
        "can|could|may i|we ~2 have|get|arrange ~4 chat|word|call|five_mins|phone_call|meeting ~6 "
        "{about|name|kid}|someone",
        "any chance of ~4 call|chat|word ~3 about {kid}",
        "ring|call|phone|message me ~2 about {kid}",
        "what ~1 did|does {kid} ~6 do|play|eat|have",
        "who ~1 does|is|did ~1 {kid|he} ~3 play|playing|sit|key|plaits|hair",
        "who's|whos {theirs|kid} ~1 key person|worker",
        "who did {theirs} ~1 plaits|hair",
        "which hand does {kid}",
        "do you think {kid}|she'll|he'll ~2",
        "should {kid} be|know",
        "where has|did ~1 {kid} ~2 got|get|learn ~2 this|that|it",
        "did|does ~1 {kid} ~2 learn|get|leave ~4 with_you|there|it|in_the",
        "was it my|mine ~2 that|who|one ~1 did|bit|hit",
        "how did {kid} ~2 get ~2 the|that|a ~2 graze|bump|mark|bruise|scratch|cut",
        "no one|nobody ~1 mentioned|told ~6 {kid|bump|bit|bite|slip}",
        "{kid} ~3 won't|wont|doesn't|isn't|hasn't ~2 say|tell ~2 us|me ~8 {anything|happen|something}",
        "anything|something ~1 happen|happened|going_on ~3 {today}|at|with|there|in_there",
        "is something going on",
        "nobody|no_one ~2 will|plays|sit|sits ~2 with {kid}",
        "{kid} says ~2 nobody|no_one plays|will",
        "comes|come|came|coming home starving|hungry|tired|quiet|upset|in_spare|with_wet ~12 {eat}|"
        "has_he|has_she|anything|why|with_you|having",
        "{how} ~4 {doing} ~8 comes home",
        "sandwiches|lunch|bottle|lunchbox ~3 coming|came|come ~2 home|back ~2 untouched|full|again",
        "is {kid} drinking|eating|talking|sharing|happy|settled",
        "{kid} ~2 been|is|was|'s|seems ~3 quiet|tearful|clingy|upset|limping|off_her_food|off_his_food "
        "~8 {noticed|since|today|you|happen}",
        "tearful all evening|night|morning",
        "{kid} ~2 still ~2 crying|coughing|limping|playing_up|upset|poorly",
        "i'm|i_am sat in ~3 car_park",
        "he|she speak|speaks only ~6 {you}|class|there|with",
        "{kid} ~2 cry|cries because|at|when",
        "{how} {theirs} english",
    ),
    about(
        "what one child needs today",
        "please|pls|could|can ~3 you|u|someone|miss|titledname ~3 ask|give|keep|put|make|remind|watch|"
        "wake|stop|help|nudge ~2 {kid}",
        "if {kid} ~2 could ~2 be woken|kept|given|let",
        "please ~2 keep|make|watch|remind|help ~2 {kid}",
        "please|pls tell ~2 miss|titledname|staff|his_teacher|her_teacher ~2 {kid|my}",
        "tell|let ~2 titledname|miss|key_worker|keyworker|his_key_worker|her_key_worker|his_teacher|"
        "her_teacher|staff ~6 {kid}",
        "could|can|would ~1 {teacher} ~3 give|keep|watch|make|let|help|check|nudge ~4 {kid|name}",
        "go easy ~2 with|on {kid}",
        "could|can|please ~2 everyone|you|all? ~2 be extra kind to",
        "{kid} ~4 {ill}|up_at ~4 so_easy|so_expect|apologies|be_gentle|narky|grizzly|grumpy|tired",
        "{kid} ~2 might|may|will ~1 be ~2 narky|grumpy|tired|grizzly|cranky|quiet|clingy|upset|sleepy",
        "{kid} ~2 didn't|didnt|hasn't|hasnt|not ~1 have|had|eaten|sleep|slept ~4 {breakfast}|so|much|"
        "all|well",
        "trying|in pants|knickers ~4 today",
        "no pull up|nappy today",
        "{kid} ~3 in|wearing|has|got|on ~3 crocs|specs|glasses|new_shoes|sister's|sisters|pants ~8 "
        "{keep|please|today}",
        "put cream|suncream|drops ~3 {kid|name}",
        "if {kid} ~2 says|asks ~8 {please}|means",
        "if|in_case ~1 she's|he's|hes|shes|{kid} ~2 grizzly|upset|miserable|asks",
        "{kid} skip the",
        "good luck ~4 with|to ~2 {kid}",
        "new bed|baby ~8 {kid} ~4|expect",
        "left ~2 his|her|their ~1 coat|lunch|bag|wellies|bottle ~8 {coming_back|drop|home|side}",
        "coming back with {kid}",
        "sent ~6 in ~3 his|her bag",
        "{kid} epipen|inhaler|medicine ~4 {in_a|in_his|new}",
        "{kid} had ~1 her|his|a ~2 booster|jab|jabs|injections|dentist|haircut ~4",
    ),
    about(
        "who collects one child, and when",
        "{kin} ~3 {collect} ~2 {kid}",
        "{collect} ~2 {kid} ~8 today|tomorrow|instead|early|at #|lunch|friday|password|kin",
        "{kid} ~3 be? ~1 {collect} ~2 by ~2 {kin}",
        "can|could|is_it_ok|ok|okay ~3 {kin} ~2 {collect} ~4 {today|instead|kid|tomorrow|from}",
        "can {kid} ~1 go|come home|back with",
        "{kin} ~2 coming|collecting|fetching|getting|doing ~3 {kid|today|pick_up}",
        "dad's not dad|doing",
        "he|she ~2 has|have|got|knows ~1 the password",
        "{kid} go|goes with ~1 my|his|her ~2 friend|uncle|mum|cousin",
        "running ~2 late ~4 for|with {kid}",
        "running ~3 late ~6 hang_on|hold_on|keep ~3 {kid}",
        "running|bit late ~3 for {kid}",
        "late with {kid}",
        "hang on to|keep hold_of|hold_on_to|keep ~1 {kid} ~2 till|until",
        "can|could ~1 you|u|someone ~2 hang|hold|keep ~2 on? ~1 to? ~1 {kid}",
        "gonna|going_to|will|we'll ~1 be ~1 about #|late ~4 with {kid}",
        "be in|there|about ~2 # ~6 {kid}",
        "{kid} ~4 ready by|at|for ~1 #|half|lunch",
        "can|could i ~2 get|have ~4 update|report|accident_form|word|chat ~4 {kid|on}|about",
        "accident form please",
        "{kid} ~6 with you|u today|at_all|lot|there|as_well",
        "{how} {kid} ~3 happy|ok|alright|settled there|today|now|in",
        "feel free to cross us off",
        "is off hand|foot|chickenpox|with|today",
        "picked up early|late",
        "getting picked up ~2 early|at|by",
        "could|can he|she|somename be ~1 let|woken|moved|kept|excused",
        "why ~4 {kid} ~2 been moved|put|told|left",
        "from next week {kid} ~3 picked|collected",
        "tricky|hard|good|bad ~1 afternoon|morning|day ~4 what_happened|today|he|she",
        "what happened ~2 {kid}|at_lunch|at_snack",
        "{kid} ~3 handed in ~2 his|her",
        "could|can {kid} ~1 stay|do|stop ~1 till|until|an_extra|late|to|lunch",
        "{kid} ~3 needing|needs|won't_be_needing|swap ~4 friday|monday|tuesday|wednesday|thursday|session",
        "am i getting {kid} ~2 at",
        "is it side|front|back door",
        "letting you know ~2 {kid} ~4 isn't|won't|away|off|will|had|was|is",
        "just letting|to_let|to_say ~2 you ~1 know ~4 {kid} ~6 today|tomorrow|off|away|isn't|late",
        "she's|he's|hes|shes with her|his ~1 dad|mum|nan ~2 till|until|this_week",
        "has|he_has|have ~2 an? ~1 dentist|doctors|hospital|appointment|dentst ~4",
    ),
    about(
        "one child's report or behaviour, from those who look after the child",
        "{kid} ~2 had|has ~2 a ~2 lovely|great|good|fab|tricky|little ~2 {day}",
        "{kid} ~4 mum|dad|your ~3 pop_in|give_us|bring|send",
        "no tears ~4 {kid}",
        "{kid} ~3 absolutely fine|happy now",
        "{kid} ~2 counted|managed|tried|ate|slept|settled ~6 {today}|afternoon|after_you_left|with_me",
        "mum straight to",
        "we've changed|rung|given {kid}",
        "{kid} ~2 hasn't|hasnt managed|eaten|settled",
    ),
    Recipe(
        "one child's absence",
        (S["name"], S["off"], S["ill"]),
        (S["general"],),
        severity=Severity.FLAG,
        within=24,
    ),
    Recipe(
        "who collects one child",
        (S["kid"], S["collect"], S["kin"], S["please"]),
        (S["general"],),
        severity=Severity.FLAG,
        within=24,
    ),
)
BY_STAFF_ONLY = frozenset({"one child's report or behaviour, from those who look after the child"})
ANSWERS: tuple[Rule, ...] = (
    about(
        "how one child is getting on",
        "how did|was|is ~1 mine|{kid}",
        "did {kid} ~1 cry|settle|eat|nap",
        "same with|for {kid}",
        "{kid} ~2 off",
        "{kid} ~4 {doing}",
        "is|was {kid} ok|okay|alright",
    ),
)
ABOUT_THE_DAY = ways(
    "off_today|chickenpox|afternoon|wobble|photos|lovely|how_he|how_she|hate_leaving|ok|let_me_know|"
    "settled|home_time|lunch",
    groups=GROUPS,
)


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """About one child only; the rule for all, other parents' advice and news of the group pass."""
    folded = post.named
    if S["general"].search(folded):
        return
    findings = [
        one
        for one in found(Category.CHILDQ, RULES, folded)
        if post.author.is_staff or one.why not in BY_STAFF_ONLY
    ]
    if not findings and post.reply_to and says(named(post.reply_to), ABOUT_THE_DAY):
        findings = list(found(Category.CHILDQ, ANSWERS, folded))
    yield from findings[:1]
