"""Notices dissatisfaction with the setting, so that it reaches the person who can answer it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from moderation.agreement import seconded
from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import Recipe, Rule, found, rule, says, signs, ways
from moderation.policy import Policy
from moderation.post import Post
from moderation.text import fold

GROUPS = {
    "topic": """
        fee, fees, invoice, invoices, bill, charge, charges, charged, charging, deposit, deposits,
        refund, refunds, contribution, comms, communication, communications, email, emails, app,
        newsletter, letter, letters, menu, snack, snacks, lunch, lunches, food, dinners, portions,
        rota, timetable, notice, closure, closed, inset, inset days, training day, gate, door, bell,
        queue, car park, parking, drop off, drop-off, pick up, pick-up, handover, settling in,
        settling, key person, key worker, keyworker, key workers, staff, staffing, manager,
        management, committee, office, preschool, pre-school, nursery, playgroup, setting, room,
        session, sessions, funding, hours, form, forms, booking, booking system, trip, concert,
        nativity, play, assembly, sports day, world book day, costume, phonics, report, progress
        report, learning journal, heating, toilets, garden, nappy, nappies, coat, coats, trousers,
        clothes, pegs, jumper, lost property, sun cream, sun hat, water bottle, policy, policies,
        rule, rules, survey, survey results, late fee, late fees, star of the week, procedure,
        system, phone, waiting list, breakfast club, forest school, this place, preschool's,
        standard, standards, accident form, tickets, star of the week, invoicing, laminated sign,
        teachers, teacher""",
    "cross": """
        disappointed, disappointing, dissapointed, disapointed, fuming, furious, livid, annoyed,
        annoying, angry, cross, upset, unhappy, not happy, not impressed, unimpressed, no happy,
        ragin, raging, gutted, fed up, sick of, had enough, frustrated, frustrating, appalled,
        disgusted, disgraceful, disgusting, shocking, shocked, unacceptable, not acceptable, poor
        show, not good enough, isn't good enough, isnt good enough, ridiculous, a joke, joke tbh,
        shambles, shambolic, a farce, pathetic, rubbish, utter sh, dreadful, terrible, awful,
        appalling, unfair, not fair, isn't fair, isnt fair, out of order, taking the mick, taking
        the p, taking the mickey, rip off, ripped off, robbery, daylight, liberty, cheek, sneaky,
        not ok, isn't on, rude, curt, curtly, short with us, short with me, short with people,
        snapped at, hung up, dismissive, unprofessional, let down, mess, chaos, chaotic,
        disorganised, useless, hopeless, incompetent, confusing, kept in the dark, black hole,
        talking to a wall, ignored, fobbed off, brushed off, not listened, nobody listens, complain,
        complaining, complaint, moan, daft, steep, stingy, overpriced, expensive, worst, slipped,
        gone downhill, going downhill, not what we were promised, poor, not correct, not impressed,
        mortified, insulted, insult, less than impressed, more than disappointed, beyond a joke""",
    "again": """
        again, still, yet again, once again, as usual, every week, every day, every time, every
        single, always, third time, 3rd time, second time, 2nd time, fourth, sixth, twice now,
        that's twice, thats twice, three days running, days running, in a row, constantly, keeps,
        since september, since easter, since monday, since november, for weeks, for months, ever
        since, weeks now, months now, last minute""",
    "silence": """
        nobody told, no one told, noone told, nobody tells, nobody rang, nobody called, nobody
        bothered, nobody answered, nobody answers, nobody came back, nobody gets back, no one gets
        back, noone ever gets, no answer, no reply, no response, never reply, never replied, never
        rang, never ring, never call, never called, never told, not told, wasn't told, weren't told,
        not a word, without a word, no warning, no notice, no explanation, no consultation, not
        asked, never asked, didn't ask, nobody asked, not been asked, no apology, unanswered, nobody
        give me answer, still waiting for, still no, no communication, short notice, last to know,
        find out from, finding out from, found out from, find out about, only find out, nobody's
        said, nobody's come back, didn't tell us, naebody's asked, naebody rang, not informed,
        weren't informed, at 7am, at 7.40am, til 7am, night before, the week after""",
    "sarcasm": """
        nice touch, cheers for that, thanks for nothing, thanks a lot, thanks for the notice, great
        job, well done all involved, well done everyone involved, brilliant planning, make it make
        sense, love that for us, must be nice, how lovely, so glad my, what are we paying for, what
        am i paying for, what do we pay for, what exactly do we pay, glad to see, don't worry about
        telling us, good to know, priorities, gives you time to plan, is there a menu or a dare,
        what's next, whats next, who decided, who thought, whoever dreamt, how is that legal, how's
        that legal, how is this allowed, does anybody check, does anyone check, does anyone look,
        does anyone actually, does anyone read, did anyone read it, did anybody read, why bother,
        coincidence, funny how, interesting that, loving the new, jobsworth, jobsworths, sort your,
        sort the pegs, do better, same five faces""",
    "claim": """
        i pay, we pay, paying for, what we pay, for these fees, for those fees, for what we pay, i
        paid, we paid, we were promised, was promised, we were told, i was told, we was told, i've
        asked, ive asked, i asked, i've emailed, ive emailed, i've rung, raised it, raised this,
        i've raised, when i raised, asked twice, asked three times, i emailed, my letter of, i've
        offered, i expected, you'd think, you would think, i understood, would've been nice, would
        have been nice, should have been told, should've been told, i should have had, could have
        been told, i don't appreciate, i didn't appreciate, didn't appreciate, i do have to say, i'd
        like an answer, an actual answer, proper answer, i'll be contesting, an apology, owed an
        explanation, deserve an explanation, please explain, can somebody explain, can someone
        explain, please sort, sort it out, money back, please think, please be more careful, please
        stop""",
    "body": "ofsted, the council, lado, the ombudsman, ico, my mp, solicitor, formal complaint, "
    "complaints procedure, in writing, trading standards, small claims",
}
SIGNS = signs(
    GROUPS,
    topic=("{topic}",),
    cross=("{cross}",),
    again=("{again}",),
    silence=("{silence}",),
    sarcasm=("{sarcasm}",),
    claim=("{claim}",),
    elsewhere=(
        "council|road|roadworks|bypass|bus|buses|train|trains|traffic|asda|tesco|aldi|lidl|amazon|evri|"
        "dpd|royal_mail|doctor|doctors|gp|dentist|hospital|nhs|school_run|sky|bt|broadband|wifi_at_home|"
        "landlord|builder|builders|garage|boiler_man|plumber|weather|rain|snow|wind|sun|pigeons|pigeon|"
        "wasps|wasp|slugs|cat|dog|hamster|telly|film|england|football|ref|var|netflix|my_husband|"
        "my_hubby|"
        "my_ex|mother_in_law|my_boss|my_work|airline|ryanair|easyjet|hotel|neighbours|neighbour|"
        "next_door|my_son_complains|broccoli|peas|bedtime|sleep|teething|toddler|three_year_old|scooter|"
        "washing_machine|"
        "printer|laptop|phone_screen|car_park_at|supermarket|parcel|delivery|vet|hairdresser",
    ),
    outside=(
        "council|asda|tesco|aldi|lidl|amazon|evri|dpd|royal_mail|broadband|ryanair|easyjet|pigeon|"
        "pigeons|wasps|slugs|referee|ref|var|netflix|landlord|flat_pack|ice_cream|social_worker|"
        "social_worker's|"
        "roadworks|bypass|motorway|traffic|bus_driver|train|trains|weather|england|foodbank|"
        "telly_licence|mayor|government|minister",
        "eye|eyes ~3 behind|black|sunglasses",
    ),
    thanks=("thank_you|thanks|ta ~6 {all}|everyone|staff|miss|lovely|brilliant|amazing|so_much",),
    mishap=(
        "my_fault|my_bad|sorry_we|sorry_i|gutted_we|gutted_i|gutted_to|i_forgot|missed_it|can't_make|"
        "cant_make|poor_you|poor_thing",
    ),
)
S = SIGNS
moan = partial(rule, groups=GROUPS, severity=Severity.FLAG)

RULES: tuple[Rule | Recipe, ...] = (
    Recipe(
        "dissatisfied with the setting",
        (S["topic"], S["cross"], S["again"]),
        (S["elsewhere"], S["mishap"]),
        severity=Severity.FLAG,
        within=30,
    ),
    Recipe(
        "dissatisfied with the setting",
        (S["topic"], S["cross"], S["silence"]),
        (S["elsewhere"], S["mishap"]),
        severity=Severity.FLAG,
        within=40,
    ),
    Recipe(
        "dissatisfied with the setting",
        (S["topic"], S["cross"], S["claim"]),
        (S["elsewhere"], S["mishap"]),
        severity=Severity.FLAG,
        within=40,
    ),
    Recipe(
        "dissatisfied with the setting",
        (S["silence"], S["again"]),
        (S["elsewhere"], S["mishap"]),
        severity=Severity.FLAG,
        within=30,
    ),
    Recipe(
        "dissatisfied with the setting",
        (S["silence"], S["claim"]),
        (S["elsewhere"], S["mishap"]),
        severity=Severity.FLAG,
        within=40,
    ),
    Recipe(
        "dissatisfied with the setting",
        (S["sarcasm"], S["topic"]),
        (S["elsewhere"], S["mishap"]),
        severity=Severity.FLAG,
        within=24,
    ),
    moan(
        "dissatisfied with the setting",
        "disappointed|disappointing|upset|cross|fuming|furious|livid|annoyed|appalled|shocked|unhappy "
        "~4 {about}|to_hear|to_find|nobody|that|with|by ~8 {topic}",
        "not|isn't|isnt|ain't|wasn't|wosnt good_enough|acceptable|impressed",
        "it's|its|that's|thats|really|just|is|its|simply ~1 not|no on|ok|okay|right|fair ~3 {is_it}|"
        "to_be|that|when|for|sorry|you|bairn|the_way",
        "wosnt fine",
        "not happy ~4 with|about|w|how|at",
        "is|are anyone|anybody|any_one|other_people ~3 {else}? ~2 happy|unhappy|fed_up|annoyed|"
        "disappointed|confused|cross ~4 with|about|w|by|how",
        "anyone|anybody else ~3 unhappy|fed_up|annoyed|disappointed|cross|not_happy|sick_of|feel_like|"
        "think|noticed|struggling|had_enough|getting|finding ~10 {topic|shambles|them|too_early|wall}",
        "am i the only one ~14 {topic|rude|thinks|fed_up|cross}",
        "is it me|just_me ~6 slipped|standard|standards|shambles|since|rude",
        "who|hands_up ~2 thinks|rather|else_thinks|wishes ~14 {topic|joke|days|system}",
        "comms|communication|organisation|management|food|menu|app|parking|system ~3 is|are|s|was|"
        "has_been|have_been ~2 {cross|diabolical|non_existent|all_over}",
        "{topic} ~2 is|are|was|were|s|been ~3 shocking|shambles|shambolic|joke|farce|disgrace|dreadful|"
        "terrible|awful|appalling|rubbish|useless|ridiculous|unacceptable|confusing|pathetic|rushed|"
        "tiny|boring|diabolical|daft|steep",
        "{topic} ~3 bit|very|too|rather|so steep|pricey|expensive|tight|rushed|tiny|stingy|cold|dear",
        "what_are|what_am|what_do|what_exactly_do ~2 we|i ~1 paying|pay for",
        "fees|prices|fee|costs|charges ~2 up|rise|gone_up|going_up|increase|increased|hike ~14 {and|"
        "again|still|without|another|fuming|percent|twice|%|ridiculous|fed_up}",
        "another|yet_another ~2 fee|fees|price|letter|inset|closure|survey|rise|charge ~6 {rise|fuming|"
        "again|increase|and|about}",
        "charge|charged|charging|charges ~3 us|me|for|a ~8 {quid|£|#|nappy|late|minutes|bank_holidays|"
        "liberty|ridiculous|legal|now}",
        "late fee ~8 {minutes|contest|again|queue|ridiculous|train|your_own}",
        "mine|she|he|{child}|daughter|son|lad ~3 come|came|comes|been_coming|coming ~2 home|out|back ~4 "
        "in|with|without|wearing|soaked|hungry|starving|filthy ~4 {someone}|same|wrong|no_coat|again|"
        "every_day|dirty",
        "someone|somebody else's|elses ~2 trousers|clothes|coat|shoes|knickers|pants|bottle|wellies|"
        "jumper|hat",
        "same|full|dirty|wet nappy ~14 {o'clock|put|sent|on_her|on_him|all_day|o_clock|going_on}",
        "nobody|no_one|noone|naebody ~2 {told|rang|called|bothered|asked|answered|listens|replies|"
        "explained|checks|crouches|said|gets_back|came_back|remembered|ever} ~10 {us|about|anything|"
        "till|until|back|him|her|bell|door|that}|me",
        "why|how ~3 am|are|do|does|did|has|have|is|wasn't|weren't|was ~2 i|we|nobody|no_one|noone|they|"
        "my ~4 finding_out|only_find|told|always|never|said|not|hearing|last|told_me|on_facebook",
        "why always last_minute|late|the_same",
        "why is it always ~3 girls|us|the_last|me|them|parents|mine",
        "i|ive|i've|we|we've emailed|rung|rang|asked|called|messaged|chased|phoned|written ~6 {times|"
        "twice|three|and|october|nobody|no|still|back|november|several} ~14 {nobody|no_one|noone|no|"
        "still|back|answer|reply|gets|nothing|october|november}",
        "when is|am|are my|i|we ~3 {refund|getting|answer}",
        "third|fourth|fifth|2nd|3rd|umpteenth time ~1 of_asking|now|asked",
        "third|fourth|fifth|second|2nd|3rd ~1 time|invoice|letter|week|year|day ~6 {topic|wrong|"
        "in_a_row|where|with_no|no_break}",
        "that's|thats|this_is ~1 twice now|this|ive|i've",
        "# ~1 time|times ~2 this wk|week|month|term|year ~14 {mine|come|late|no|in|has|have}",
        "if i don't|dont ~2 get|hear ~4 answer|reply|response|back",
        "putting|put|made|make|making|raise|raising|lodge|submit ~3 formal|official|a ~1 complaint",
        "i'll|ill|going|shall ~2 {be}? ~2 complaining|complain|write_to|writing ~6 {manager|committee|"
        "chair|ofsted|council|them|formal|about}|",
        "contacting|ringing|calling|emailing|report+|going_to|complain_to ~3 ofsted|the_council|"
        "the_ombudsman|my_mp|trading_standards",
        "poor show|form|effort|planning|organisation|communication",
        "standard|standards|quality|it ~4 slipped|dropped|gone_downhill|gone_down|going_downhill",
        "talking|speaking to a|the wall",
        "kept|left in the dark",
        "black hole",
        "taking the mick|mickey|piss|p|biscuit",
        "daylight|highway robbery",
        "absolute|total|complete|utter ~1 shambles|joke|farce|disgrace|liberty|rip_off|mess|chaos",
        "what|wot a shambles|joke|mess|farce|palaver",
        "honestly|such|bit_of|its|it's a shambles|farce|joke",
        "whoever|who dreamt|thought|decided|came_up|designed ~6 {hasn't|needs|clearly|never|this|that|"
        "and|should}",
        "gone|went up without|again|twice",
        "not what we|i were|was|'re|paid|pay|signed|promised",
        "we|i pay|paid|'re_paying ~4 you|for|# ~8 {and|but|so|email|vegetable|watching|film|least}",
        "spoken|talked to|down ~3 curtly|rudely|like|very|so|was|badly",
        "way i was spoken|treated",
        "{staff} ~5 rude|short|snappy|unfriendly|dismissive|curt|cold|ignored_me|never_smile|never_smiles",
        "could|should|would ~1 have|of|'ve ~2 been ~1 told|nice|asked|better|informed|warned|given",
        "a bit|wee|little more|mair notice|warning|communication|information|thought ~6 {decent|nice|"
        "appreciated|please|would|been}",
        "less than|hardly|not_exactly impressed|thrilled|ideal|acceptable",
        "don't|dont|do_not ~2 think ~3 it's|its|it_is|that's|is ~1 fair|right|good_enough|on|acceptable",
        "i am not agree|agreed",
        "is not|isn't correct|fair|good|right ~4 {for}|please|my|i",
        "please ~3 be more careful|organised|considerate",
        "please stop changing|charging|sending|cancelling",
        "feel like|that ~3 not listened|ignored|a_nuisance|being_fobbed",
        "let|letting ~1 us|him|her|them|parents|families down",
        "love|loved|lovely|brilliant|thank|cracking|adores ~14 {but}|don't_love|shame|only_thing|though|"
        "except|however|do_have_to_say|it's_the_office ~14 {topic|better|joke|late|wrong|ruined|would|"
        "plan}",
        "didn't|didnt|not think much of",
        "thrown together|badly_organised|poorly_organised|badly_planned",
        "fobbed off",
        "don't|dont feel ~2 listened|welcome|heard",
        "without so_much|a_word|a_by_your|telling|asking ~4 {us|me|parents|by_your}",
        "still|already|yet|even not|no|hasn't|hasnt|haven't|isn't ~3 {answer|reply|refund|invoice|"
        "newsletter|sorted|fixed|mended|heating} ~4 {from}|since|after|weeks|months|yet|it's",
        "looking at other places|nurseries|settings",
        "handed|handing|giving|putting ~2 our notice ~10 {ignored|fed_up|cross|because|enough|luck}",
        "in|stand|stood|waiting|wait|waited|queue ~6 {rain|weathers|cold|snow|sun|minutes} ~10 {door|"
        "outside|shelter|baby|in|wall|chair|soul|not_open}",
        "wouldn't|wouldnt|won't|wont let me|us in",
        "told|promised ~3 us|me|we ~3 at_the_open_day|open_day|when_we|at_the_show|one_thing",
        "chased for ~1 money|payment|fees",
        "dismissive|jobsworth|jobsworths|clock_watchers|couldn't_care_less|couldnt_care_less|"
        "don't_seem_to_care|dont_seem_to_care",
        "no shade|no_seats|no_water|no_eye|no_hello|no_handover|no_break|no_menu|no_choice ~6 {and|no}",
        "screen|telly|tablet|film|tv ~2 on again",
        "sort your ~3 {gate|act|out|self|life}",
        "come|came|comes ~1 home|out|back soaked|hungry|filthy|crying|in_someone|in_somebody|with_no|"
        "wet|with_pink",
        "come|came|comes ~2 without ~1 his|her|their",
        "{coat|things|clothes|jumpers|stuff} ~6 gone|missing|lost ~4 {this}|again|year|third|number|sort",
        "coat|hat|jumper|wellies|bottle number #",
        "just to_be|so parents know ~6 {treat|look|why|how}",
        "i was|were|we're|we_were outvoted|ignored|overruled",
        "done with this|that|the ~2 committee|place|nursery|preschool",
        "crying|cried ~8 before you|they rang|called|phoned",
        "i|we only ~1 work|live down_the_road|round_the_corner|five_minutes",
        "you've got it on|in the? form|file|system|forms|notes",
        "voluntary contribution",
        "newsletter|letter|email|text|message ~4 after ~3 {event|it|finished|over|the_day}",
        "small claims",
        "can't|cant|cannot|shouldn't keep ~2 deposit|money",
        "no newsletter|reply|update|updates|answer|menu|photos|communication|heating ~4 since|in|for|"
        "yet|again|all_term|all_week",
        "heating's|heating|toilet|gate|bell|garden|door ~3 been|is ~1 off|broken|broke|out|shut|locked|"
        "freezing ~4 since|for|again|all",
        "still waiting ~4 {on}|for|to_hear ~14 {weeks|months|since|answer|joke|refund|disgrace}",
        "how long does|is|will ~4 take|hinge|fix",
        "bored stiff",
        "shame|pity ~3 about|that|nobody|no_one|we ~8 {topic}",
        groups=GROUPS
        | {
            "about": "about, with, by, at, in, over, that",
            "else": "else",
            "is_it": "is it, is it though",
            "us": "us, me, parents",
            "things": "things",
            "from": "from",
            "this": "this",
            "by_your": "by your leave",
            "all": "all",
            "told": "told",
            "child": "child, son, lad, girl, boy",
            "someone": "someone, somebody, someone else's",
            "for": "for",
            "on": "on",
            "but": "but, though, although, only thing",
            "refund": "refund, money back, answer",
            "be": "be",
            "staff": "staff, office, lady, girl, manager, receptionist, new lady, teacher, they",
        },
        unless="feelings-charity",
    ),
)
# One or two words that say it all, where they answer the setting or stand alone.
SHORT: tuple[Rule, ...] = (
    moan(
        "dissatisfied with the setting",
        "not good enough",
        "unacceptable|disgraceful|ridiculous|shocking|shambles|fuming|rip_off|late_again|outrageous",
        "eyeroll of_course|typical|again",
        "eyeroll",
        "agree with all|that|this|you|every_word",
        "same here|!!|we_got|thought_it",
        "of course it has|they|it_is|is",
        "you're|youre not the only one",
        "this and|👆",
        "stopped bothering",
        "didn't|didnt appreciate|think_much",
    ),
)
ALREADY_CROSS = ways(
    "told_off|isn't_fair|don't_think|cancelled|not_be_refunded|will_not_be|starving|hasn't_been|"
    "hasnt_been|get_through|fees|procedure|closed|closure|late_fee|portions|late|increase|new_rule|queue",
    groups=GROUPS,
)
GRIEVANCE: tuple[Rule | Recipe, ...] = (
    moan(
        "a grievance of staff",
        "short|under staffed|of_staff ~14 {again|management|morale|thanks|as_usual|always|no}",
        "short_staffed|understaffed|overworked|underpaid|undervalued|unappreciated|knackered|burnt_out|"
        "burned_out",
        "morale ~4 floor|low|rock_bottom|through|rotten|zero",
        "no thanks|thank_you|recognition|appreciation|support ~3 from",
        "management|manager|boss|office|committee|chair|them_upstairs|nobody_above ~8 {don't_care|"
        "doesn't_care|ignore|ignored|listening|paperwork|favourites|clueless|no_idea|doesn't_listen|"
        "tells_me_how|don't_listen}",
        "how they treat|value|pay us|staff|me",
        "asked for ~6 day_off|time_off|leave|it_to_be_fair|help|a_break|cover|pay_rise ~14 {told|no|"
        "refused|convenient|team_player|nothing}",
        "rota ~10 {again|fair|consultation|goes_up|sunday|ahead|changed|unfair}",
        "on ~1 # ~2 p|pence|quid more than",
        "work|working|worked ~6 unpaid|for_free|own_time|off_the_clock|day_off|overtime|planning_time",
        "paid ~1 planning_time|breaks|overtime",
        "doing the work|job of",
        "shift|shifts ~6 {running|fair|worst|again|swap|punish}",
        "past caring|had_enough|fed_up|sick_of_it|done_with_this_place|at_with_this_place|handing_my_notice",
        "certain people ~3 do|get|always|never",
        "i resigned|left|quit|walked ~8 {because|ignored|treated|shambles}",
        "ignored at ~2 meeting|every",
        "decisions ~6 {made|shambles|behind|without_us}",
        "nobody ~3 listening|listens|asked_us|thanked",
        "never even|never tabled|thanked|asked|consulted",
        "got a look|the_worst_shifts",
        "got nothing ~4 {smirk}",
        "ones of us ~10 nothing|thanks|day_off",
        "people are|why_people_are leaving",
        "wear a jumper",
        "aldi|tesco|lidl|mcdonalds ~4 pay|pays more|better",
        "trip|policy|decision|meeting ~6 should never have",
        "not us|our_fault ~3 it's|its ~2 management|office|manager",
        groups=GROUPS | {"smirk": "smirk, eyeroll, nothing"},
        subtype="grievance",
    ),
)
RUDE = ways(
    "shit|shite|sh1te|crap|bollocks|bloody_useless|piss_take|pisstake|arse|fucking|wtf|ffs|pathetic|"
    "clueless|shambles|joke|useless|muppets|clowns|typical_of_that_lot|that_lot",
    groups=GROUPS,
)
PROTECTED = ways(
    "ofsted|lado|ombudsman|ico|whistleblowing|whistleblower|whistle_blowing|council|my_mp|"
    "formal_complaint|complaints_procedure|solicitor|trading_standards",
    groups=GROUPS,
)


# Faint by themselves; with the model's reading they are worth a look.
FAINT = tuple(S[name] for name in ("cross", "again", "silence", "claim", "sarcasm", "topic"))
SURE_ENOUGH = 0.5


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Dissatisfaction with the setting, polite, rude or of its own people; what is about elsewhere passes."""
    folded = post.folded
    if post.author.is_staff and (grievances := list(found(Category.COMPLAINT, GRIEVANCE, folded))):
        yield grievances[0]
        return
    findings = (
        []
        if S["outside"].search(folded) or S["mishap"].search(folded)
        else list(found(Category.COMPLAINT, RULES, folded))
    )
    if not findings and _may_be_short(post):
        findings = list(found(Category.COMPLAINT, SHORT, folded))
    if findings:
        yield replace(findings[0], subtype=_subtype(post))
    else:
        for one in seconded(Category.COMPLAINT, FAINT, folded, facts, SURE_ENOUGH):
            yield replace(one, subtype=_subtype(post) or one.subtype)


def _may_be_short(post: Post) -> bool:
    if post.reply_to is None:
        return len(post.folded.words) <= 4 and "eyeroll" not in post.folded.words
    return says(fold(post.reply_to), ALREADY_CROSS) is not None


def _subtype(post: Post) -> str | None:
    if says(post.folded, PROTECTED):
        return "protected"
    if post.author.is_staff:
        return "grievance"
    return "rude" if says(post.folded, RUDE) else None
