"""Notices hostility, stereotypes and jokes aimed at who people are; naming, including and reporting pass."""

from collections.abc import Iterable
from functools import partial

from moderation.agreement import seconded
from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding
from moderation.phrases import Recipe, Rule, found, rule, says, signs, ways
from moderation.policy import Policy
from moderation.post import Post
from moderation.text import fold

GROUPS = {
    "origin": """
        foreign, foreigners, foreign ones, foreign mums, foreign kids, foreign families, immigrant,
        immigrants, migrant, migrants, asylum seekers, asylum seeker, asylum lot, refugee, refugees,
        polish, pole, poles, romanian, romanians, bulgarian, bulgarians, albanian, albanians,
        lithuanian, ukrainian, ukrainians, eastern europeans, eastern european, russian, russians,
        asian, asians, asian mums, indian, indians, pakistani, pakistanis, bangladeshi, chinese,
        african, africans, african families, nigerian, nigerians, somali, somalis, black, blacks,
        brown, brown faces, arabs, arab, turks, turkish, irish, english, welsh, scots, scottish,
        french, germans, german, americans, jamaican, jamaicans, filipino, syrian, syrians, afghan,
        afghans, eal families, eal, those communities, that community, incomers""",
    "faith": """
        muslim, muslims, islam, islamic, jew, jews, jewish, hindu, hindus, sikh, sikhs, catholic,
        catholics, christian, christians, jehovah, jehovahs, jehovah's witnesses, mormons, mormon,
        mosque, hijab, hijabs, burka, burkas, burqa, veil, veils, turban, turbans, halal, kosher,
        ramadan, eid, diwali, prayer mat, prayer mats, bible bashers, god botherers, brethren,
        headscarf, head scarf, scarf""",
    "travel": """
        gypsy, gypsies, gypo, gypos, gypsos, gippo, traveller, travellers, traveller kids, traveller
        children, travellers kids, roma, romany, romanies, tinks, tinkers, tinker, pikey, pikeys,
        pikies, caravans, caravan lot, site kids, site families, site lot, off the site, didicoy,
        diddicoy, knackers""",
    "queer": """
        gay, gays, lesbian, lesbians, bisexual, trans, transgender, tranny, trannies, queer, queers,
        homosexual, homosexuals, lgbt, lgbtq, two dads, two mums, two mummies, two daddies, same
        sex, pronouns, drag queen, drag queens, rainbow, non binary, nonbinary, they them, she he""",
    "able": """
        sen, sen kids, sen children, send, send kids, special needs, special needs ones, autistic,
        autism, adhd, downs, down's, downsy, disabled, disability, disabilities, wheelchair, deaf,
        blind, stammer, stutter, dyslexic, learning difficulties, bipolar, schizo, schizophrenic,
        mentally ill, mental, epileptic, spectrum, special school, one to one, one to one money,
        1:1, wobble cushion, kids like that, child like that, children like that, kids with
        problems, foster kids, slow ones, special ones""",
    "slur": """
        paki, pakis, nigger, niggers, nigga, chink, chinks, chinky, gook, wog, wogs, coon, coons,
        darkie, darkies, coloureds, spic, kike, yid, yids, raghead, ragheads, towelhead, towelheads,
        camel jockey, sand nigger, polack, polacks, taig, taigs, hun scum, fenian,
        fenians, sheep shagger, faggot, faggots, poof, poofs, poofter, dyke, dykes, lezzer, lezzers,
        lezza, bender, benders, batty boy, shirtlifter, shemale, he she, tranny, trannies, spaz,
        spazz, spastic, mong, mongs, mongol, retard, retards, retarded, window licker, window
        lickers, cripple, cripples, flid, special bus, gypo, gypos, gyppos, gypsos, pikey, pikeys,
        slitty eyes, slitty eyed, slant eyes, golliwog, jungle bunny, half caste, oriental, chav
        scum""",
    "they": "they, they're, theyre, them, those, these people, those people, that lot, this lot, their "
    "kind, their sort, their own kind, their own sort, that sort, that type, your lot, her lot, his "
    "people, them lot, that kind",
    "bad": """
        nits, lice, smell, stink, stinks, smelly, dirty, filthy, thieves, thieving, nick, nicking,
        steal, stealing, rob, robbing, scrounging, scrounge, scroungers, sponging, lazy, loud, rude,
        rough, violent, dangerous, creepy, creeps me out, weird, backward, primitive, savages,
        animals, breeding, breed like, taking over, take over, taking our, take our, took our, take
        all, take take take, everywhere, invasion, swarm, flooding, overrun, bomb, terrorist,
        terrorists, contagious, damaged, hold back, hold the, holding back, holds back, unnatural,
        not natural, not normal, isn't natural, isn't normal, wrong, sick, disgusting, confused,
        perverts, paedos, groomers, mental, mentally ill, freaks, brainwashed, give me the creeps,
        ruins, ruining, ruin it, unfair on, isn't fair, not fair, jabber, gobbledygook, never on
        time, always late, half an hour late, no manners, gets everything, get it all, free
        everything, queue jump, front of the queue, priority, special treatment, costs us, cost us,
        wasted on, money going on, don't belong, dont belong, go mental, flip, kidding, dribble""",
    "out": """
        go home, send them home, send em back, sent back, out of our, out of here, clear off,
        shouldn't be allowed, shouldnt be allowed, not be allowed, should go somewhere else,
        somewhere else, their own kind, their own sort, with their own, own sort, at home instead,
        keep them separate, separate session, own session, own table, different room, small room,
        special place, places for that, places for it, places for them, special school, kept apart,
        ban them, ban her, ban him, not in our, not round here, not in this village, full up, we're
        full, were full, locals first, english first, british first, our own first, own country""",
}
SIGNS = signs(
    GROUPS,
    who=("{origin}", "{faith}", "{travel}", "{queer}", "{able}"),
    origin=("{origin}", "{faith}", "{travel}"),
    able=("{able}",),
    queer=("{queer}",),
    bad=("{bad}",),
    out=("{out}",),
    excuse=(
        "not being|bein funny|horrible|nasty|racist|rude|sexist|homophobic|mean|unkind|judgy|prejudiced|"
        "ableist",
        "not racist|homophobic|sexist|prejudiced|transphobic ~2 but",
        "no_offence|no offense|dont_shoot_the_messenger|don't shoot_the_messenger",
        "i've|ive|got|have nothing|no_problem ~1 against|with",
        "can't|cant|cannot say anything|that|owt ~3 nowadays|these_days|any_more|anymore",
        "pc|woke|political correctness ~2 gone mad",
        "someone had_to|has_to say",
        "call me old_fashioned|a_dinosaur",
        "i'm|im only|just saying|asking",
        "prob|probably get shot_down|slated|told_off",
        "hope|say this ~6 intended|wrong_way|respect|the_right_way",
        "with ~2 greatest|all respect|due_respect",
        "typical|all_the_same|always_the_same|like_that_lot|you_know_what|their_culture|"
        "a_cultural_thing|just_how_they_are|how_they_are|way_they_are",
    ),
    warm=(
        "racist|racism|discriminat+|discrimination|prejudice|homophobic|ableist|bullied|bullying|unkind|"
        "offended ~8 report|reported|called|said|shouted|upset|worried|experienced|policy|complain|heard",
        "anyone|does|do|is_there|can|could|please|would ~4 recommend|know_a_good|know_any|know_if|"
        "suggest|advise",
        "happy|proud|glad|lovely|love|celebrate|celebrating|welcome|happy_to_help|willing|learn|support|"
        "thank|grateful ~6 {origin|faith|queer|able}",
        "my|our|i'm|im|i_am|we're|we_are|we ~3 {origin|faith|queer|able|travel} ~3 xx|so|and_so|family|"
        "ourselves|happy|if",
    ),
)
S = SIGNS
GROUPS |= {
    "own": "own country, own sort, country, place, home",
    "came": "came from, come from",
    "up": "up, all",
    "male": "man, men, bloke, blokes, fella, fellas, lad, lads, him, male, fellow",
    "see_her_point": "see her point, see their point, moving in, another one",
    "hen": "hen, haha, lol, love",
    "creeps": "creeps",
    "always": "always",
    "all": "all",
    "natural": "not natural, isn't natural, isnt natural, wrong, weird, disgusting",
}
unfair = partial(rule, groups=GROUPS)

RULES: tuple[Rule | Recipe, ...] = (
    unfair("a word that only ever wounds", "{slur}", unless="paddy-field fag-packet dyke-road"),
    unfair(
        "hostility to where people come from or what they believe",
        "too_many|so_many|more|how_many|full_of|sick_of|swamped_by|overrun_with ~3 {origin|faith|travel}",
        "{origin|faith|travel} ~8 {bad}",
        "{origin|faith|travel} ~8 {out}",
        "{bad} ~4 {travel}",
        "{out} ~6 {origin|faith|travel}",
        "send them|em|all_of_them back|home|packing ~4 {all}|kids|too|where|country|them",
        "they come over_here|here ~2 they|and|to|for|expect|take",
        "everywhere ~3 can't|cant|cannot move for",
        "foreigners|immigrants|gypsies|travellers|pikeys|muslims first|again|always|that's_why|thats_why",
        "you|your lot ~4 plane|home_office|deported|back_where",
        "replacing ~1 your|our|us|white",
        "white mothers|women|people|british ~3 time|wake|unite|rise|first",
        "14 words",
        "dolls ~4 brown|black|dark",
        "corona|covid ~8 noodles|chinese|bats|them",
        "asian|polish|foreign|muslim|indian|romanian|african mums|mothers|dads|families|parents ~12 "
        "{always}|no_idea|rude|loud|take|gossiping|late|smell",
        "many of|more_of them ~8 {see_her_point|come|there_are|moving|children_like}",
        "encourage ~3 more of them",
        "mum|family|lot|boy|girl from the site ~14 {bag|bags|smell|moved|nicked|watch}",
        "{faith} ~14 {creeps}|think_twice|regulars|spooks|dirty|egg_taken|weird|ridiculous|which_way",
        "see which way|end ~3 round",
        "can't say|pronounce|read|spell half ~1 the? ~1 names|of_them",
        "signs ~3 in writing|squiggles|foreign",
        "families ~2 who|that don't_believe|dont_believe ~10 {home|comfortable|stay|keeping}",
        "go|clear_off back|home ~2 to|where ~2 {own|came|you_came|your|surrey|england|poland|wherever}",
        "go home we're|were full",
        "learn|speak ~4 english|the_language|welsh ~10 {or|if|country|here|place|places|bother|before|"
        "at_home|clear}",
        "can't|cant|don't|dont|won't|none|nobody|no_one|bothered ~6 speak|speaks|spoke english|"
        "a_word_of|the_language",
        "english|british|locals|our_own|white ~1 only|first ~4 {past|please|the|rule|it}",
        "if you|u were|was born here",
        "born here ~8 {last|queue|back|bottom}",
        "whose country is|this",
        "in this|our country we",
        "in my day|our_day ~10 {surname|register|pronounce|child_like}",
        "can't|cant|couldn't ~2 pronounce|spell ~4 names|half|any|name|them",
        "taking|take|took|get|gets|got ~2 our|the|all_the|funded|free ~2 places|place|spaces|space|"
        "money|houses|funding|everything ~8 {origin|they|them|travel}",
        "{origin|travel} ~4 got|get|gets|given|taking|take ~4 places|place|funded|free|everything|"
        "houses|tellys|phones",
        "course|of_course they did|got_it|got_the|the_romanians",
        "rammed|ram|shoved ~2 down ~2 throats|throat",
        "forced|made_to celebrate|learn_about ~2 {faith}",
        "{faith} ~8 forced|rammed|creeps|our_throats|taking_over|not_ours|not_what_i",
        "one_of them|those|theirs|their_lot moves|families|communities",
        "there_goes the neighbourhood|street|village",
        "you_know|u_know|yous_know|know what they're|what_they|what_that_lot|what_them|how_they ~2 like|"
        "are|re|r",
        "what|how they're|they|theyre|that_lot ~1 like|are_like",
        "not_exactly|hardly|not typical|representative ~3 round_here|of_us|here|our",
        "brown|black faces|face|dolls|ones ~8 {front|leaflet|everywhere|again|now|brochure|wrong}",
        "box ~3 ticked",
        "ticking|tick ~2 box|boxes ~6 {diversity|front|brochure|leaflet}",
        "only|last white ~2 face|one|kid|child|boy|girl|family",
        "well they|they've|theyve certainly|got ~3 type",
        "it's|its|it_was a? ~1 cultural thing|difference ~2 {is|isn't|with_them}",
        "typical|typically ~3 {origin|faith|travel}",
        "{origin|faith} ~3 family|mum|dad|fella|lot|lady|man ~2 i'm_guessing|explains|counted|"
        "what_they're_good|down_the_pub|jabber",
        "what ~3 say about ~2 his|her|their people|kind|lot|sort",
        "his|her|their people|kind|sort ~3 {nose|coin|money|are|do|always}",
        "stick|sticks|keep|keeps|be|happier ~4 with|to their|your own sort|kind|people",
        "their|that side ~6 {keep_it|their_side|rightly}",
        "curry|spice|garlic|kebab|food ~3 smell|stink|stinks|smells|reek ~8 {coat|coats|jumper|yuck|"
        "hall|room}",
        "smell ~3 of ~2 curry|spices|them",
        "smell ~6 {travel|site|families}",
        "lock|hide|watch ~3 your|the|ur ~1 sheds|shed|washing|purses|bags|cars|doors|bikes ~10 {travel|"
        "lot|they|them|caravans|about}",
        "{travel|caravans} ~14 lock|hide|sheds|washing|shed|flog|smell|nicked|nits|bring|lot",
        "nits ~6 {travel|site|off_the|roma|benefits}",
        "{travel} ~6 nits|always|noo|about|in_the|again|caravans",
        "terrorist|bomb|jihad|isis|suicide_vest|beheading ~8 {faith|mum|dad|family|joke|bag|rucksack}",
        "monkey|gorilla ~4 {banana|noises|noise}",
        "monkey_banana",
        "come as your country",
        "very colourful|ethnic|exotic|tribal",
        "accent ~6 haha|at_home|impression|like_this|apu|goodness_gracious",
        "goodness gracious me",
        "pleeeze|pleeze|my_frent|my_fren|me_no|ting_tong|ching_chong|bud_bud|velly|hello_my_frent|"
        "vill_you|ze_waterbottle|bringink",
        "*wobbles|wobbles|wobble ~1 head",
        "jabber|jabbering|babbling|gibberish|squiggles|gobbledygook|foreign_muttering",
        "good at ~2 cleaning|it|sums ~2 aren't|isn't|they|their_lot",
        "it's|its what they're|theyre good at",
        "refugees|asylum ~2 my foot|arse",
        "drive|drives|got|have ~3 better|newer|big|nicer cars|car|tellys|phones ~4 than|refugees|them",
        "hijab|burka|burqa|headscarf|veil|turban ~3 brigade|lot|thing|creeps|see|hide|wearers",
        "sky fairy|daddy_in_the_sky",
        "bible bashers|basher|bashing",
        "ten wives|multiple_wives|four_wives",
        "married_to cousins|cousin",
        "run by|like ~2 the cousins",
        "bloody english|foreigners|irish|welsh|scots|poles|immigrants|germans|french|travellers|indians",
        "second homes ~8 {english|surrey|zoo|londoners}",
        "another lot of ~1 {origin|faith|travel|them}",
        "who let|invited ~2 {origin|faith|travel}",
        "prefer|rather ~8 own|english|white|british ~3 kind|sort|teacher|doctor|families|child|person",
        "one of our own ~2 {free|instead|available}",
        "not our|my kind|sort ~2 of people",
        "expect|want|like ~4 village|school|nursery|setting ~4 look ~1 like ~2 the_village|it_used|us",
        "used to be ~1 a? ~1 village|english|nice|lovely_area",
        "english first|only|please_and",
        "mosque ~4 next_door|isn't|wasn't|not_what",
        "tea_towel|tea_towels|letterbox|letter_box|ninja|postbox ~6 {faith|heads|mum|mums|outfit|"
        "before_long|all_be}",
        "them sort|lot|people ~6 {bad|all|always|get}",
        "paddy|potato|potatoes ~4 {irish|haha|fella}",
        "irish|scottish ~3 down_the_pub|drunk|half_built|pub",
    ),
    unfair(
        "hostility to whom people love or who they are",
        "{queer} ~8 {bad}",
        "{queer} ~8 {out}",
        "{queer} ~6 confusing|confuse|confused|poor_kid|poor_little|explain|isn't_a_family|not_a_family|"
        "not_right|dirty|shouldn't|shouldnt|shoved|yuck|thrown|rammed|agenda|turned|sin",
        "two|2 dads|mums|fathers|mothers ~~4 poor|yuck|unnatural|confusing|weird",
        "two|2 dads|mums|mummies|daddies|men|women ~6 {poor|yuck|isn't|isnt|unnatural|confusing|normal|"
        "not_right|wrong|weird|kissing|household}",
        "poor|feel_sorry ~3 kid|child|mite|boy|girl|lamb ~6 {two_dads|two_mums|queer|dad|explain|no_mum|"
        "no_dad}",
        "whatever happened to normal|proper",
        "which|who ~2 one ~3 the|is mum|dad|man|woman|wife|husband ~3 {then|haha|eyeroll}",
        "is|was ~1 that a he|she|man|woman|boy|it ~2 or|is",
        "he_or_she_or_it|he_or_an_it|it_or_a_he",
        "not|isn't|isnt|ain't ~2 natural ~2 {is|two|men|man|end}",
        "men|man|bloke|blokes|fella|fellas|lads|lad|male ~5 shouldn't|shouldnt|should_not|can't|cant|"
        "don't|dont|not ~4 nappies|babies|toddlers|childcare|nursery|nurseries|children|changing|"
        "toilets|care",
        "nappies|nappy_duty|baby_room|rest_time|changing|toilets ~8 {male} ~6 {natural|wrong|ask|why|"
        "proper_job|comfortable|haha|weird}",
        "{male} ~8 nappies|nappy_duty|baby_room|rest_time|toddlers ~8 {natural|wrong_with|ask_why|"
        "proper_job|not_comfortable|haha|perv|lazy}",
        "not_comfortable|uncomfortable|don't_like|dont_like ~3 bloke|man|male|fella|lad|with_him ~6 "
        "{doing|nappies|rest|room|toilet|changing|baby|key}",
        "why a man would want",
        "male key_person|key_worker|nursery|practitioner|teacher ~6 {well|ask|hm|no_thanks|weird|not_for}",
        "women|woman|females|girls|ladies ~3 are|is|'re|just|r ~2 built|wired|made|meant|better_suited|"
        "naturally ~2 for|to",
        "woman|women|female|lady ~2 driver|drivers ~6 {typical|ban|haha|reverse|parking|4x4}",
        "typical ~1 woman|women|bloke|man|female|men",
        "let ~2 woman|women|girl ~1 reverse|drive|park|fix|near",
        "back ~1 in|to the kitchen ~2 {hen|love|haha|where|girls}",
        "man's|mans|woman's|womans|women's|lady's job|work ~2 {that|is|not|innit}",
        "ladies|women ~3 caring|cooking|cleaning ~3 gents|men ~3 bins|heavy|diy",
        "god gave women|men|mothers",
        "ask|asked for a lady|woman instead|not_him|,",
        "never ~4 fellow|man|bloke|lad ~6 right reasons",
        "trans one|ones|thing",
        "my|our religion ~4 dirty|sin|wrong|haram|not_allowed",
        "two dads|mums ~8 {careful|hand_in_hand|watch}",
        "who's|whos|who ~1 making|cooking the dinner|tea ~4 {haha|lol|kitchen|hen|love}",
        "career|working women|mums|mothers|woman's|women's|mum's ~6 {bite|selfish|children|kids|suffer|"
        "neglect|shouldn't}",
        "children|kids|babies|they need ~1 their|there mothers|mothers_at_home|mum_at_home|a_mother|"
        "a_mum_and_a_dad|mum_and_a_dad|a_man",
        "shouldn't|shouldnt be working ~2 full_time|with_a_baby",
        "boys|boy|lads|son ~6 dresses|dress|princess|pink|crying|dolls|ballet|tutu ~10 {reason|wrong|"
        "mad|turn|turned|gay|soft|proper|sissy|man_up|girly}",
        "boys|girls things ~2 and|for girls|boys",
        "turn|turned|turning|make|making ~1 him|them|my_lad|our_lad|kids|boys ~1 gay|queer|soft|into_a",
        "having|have him|my_lad|her|them turned",
        "limp wristed|wrist",
        "fairy|nancy boy|sissy|big_girls_blouse|girls_blouse",
        "man in|puts|put ~2 a|on|in ~2 skirt|dress|frock|wig|heels",
        "adams|adam's apple ~6 {she|her|helper|call}",
        "call it|him|that she|her|he|they",
        "mentally|mental ill ~3 the_lot|all_of_them|them",
        "let kids be|stay kids ~6 {queer|rainbow|mun|book|princes}",
        "don't|dont|do_we need it|that|them ~3 in|at|near ~2 book_corner|nursery|school|story",
        "rainbow ~6 yuck|sticker|flag ~8 {out|yuck|taking|push|agenda}",
        "rainbow_yuck",
        "pregnant|expecting ~2 again ~6 deputy|staff|hiring|thirties|another",
        "hiring|hire|taking_on|take_on|employ|employing ~4 women|girls|newlyweds|young_women|mums ~6 "
        "{maternity|pregnant|babies|aren't|baby|thirties}",
        "aren't|arent|not ~2 going ~2 to ~1 get? pregnant",
        "steer ~6 from newlyweds|young_women|mothers|mums",
        "just|only ~2 use|using it|us for ~2 maternity",
        "teenage|teen|young|kid|kids mums|mum|having_kids|having_babies|pregnancy ~6 {test|state|expect|"
        "school_uniform|wonder|council|should}",
        "kids having kids",
        "unmarried|single mum|mums|single_mothers|not_married ~8 {dads|kids|benefits|says_it_all|"
        "end_of_town|scrounging}",
        "# kids # dads",
        "at her|his|your|that age ~6 {should|knitting|home|retire|selfish|past|pasture|mum|newborn}",
        "imagine being # with a newborn|baby",
        "put|putting out to pasture",
        "get|want someone|somebody ~1 young|younger|over_thirty|older in|instead|who",
        "looks|look about twelve|ten|fourteen|fifteen ~8 {looking|kids|don't|someone}",
        "kids looking after kids",
        "old|elderly dear|biddy|duffer|codger ~6 {pasture|home|work|can't|retire|past_it}",
        "too old|young to ~2 {be|work|have|look}? ~3 {mum|mother|dad|teacher|child|kids|work|children|baby}",
        "proper|real man|men|woman|women|family ~4 {in_there|mind|not_one|isn't}",
    ),
    unfair(
        "hostility to disabled people or children with special needs",
        "{able} ~8 {bad}",
        "{able} ~8 {out}",
        "{able} ~8 normal|the_rest|ordinary|mainstream|our_kids|ours|everyone_else|23_others ~6 {hold|"
        "back|suffer|miss|hear|hear_the|place|somewhere}",
        "hold|holds|holding|drag|drags|slow|slows ~3 normal|others|rest|ours|class|group ~4 back|down",
        "normal|proper ones|kids|children ~4 {back|suffer|fair|miss}",
        "isn't|isnt|not fair|unfair ~2 on|to the? normal|rest|others|ours|our|my",
        "put|keep|stick|move ~3 special|sen|disabled|autistic|those ~6 room|separate|somewhere|corner|own",
        "{able} ~6 mainstream|preschool|nursery|front_of|at_the_front|with_the_rest",
        "finished last|slower|slow|frame ~12 sticker|clapped|everyone_clapped",
        "i'm|im not against them",
        "there are|is|'s places|schools|homes for ~2 it|them|that|those|kids_like|children_like",
        "bring|brings|brought a? ~1 child|kid|children|kids like that",
        "kids|children|child|kid|one|someone|people|boy|boys like that ~8 {special|place|mainstream|"
        "shouldn't|near|should|wasn't|handling|school|group|out}",
        "adhd|autism|autistic|spectrum|dyslexia|anxiety|pda|sen ~3 my_backside|my_arse|my_foot|excuse|"
        "these_days|nowadays|made_up|naughty|no_discipline|doesn't_exist|parenting",
        "used to ~2 be? called|call ~2 naughty|spoilt|badly_behaved|a_good_hiding",
        "everyone's|everyones|every|all ~3 kid|kids|child ~4 spectrum|autistic|adhd|diagnosis|label ~4 "
        "{these_days|nowadays|now}",
        "called no|just naughty|naughtiness|discipline|bad_parenting",
        "shouts|plays|using|uses ~3 autism|autistic|adhd|disability|sen|race_card|card ~3 {every|card|"
        "excuse|for}",
        "so|well|proper ~1 autistic|special|retarded|spastic|spazzy|bipolar|ocd|schizo|mental ~2 {mate|"
        "sort|haha|lol|today}",
        "parking|driving|hair|outfit is|so ~1 so? autistic|special|gay|retarded|spastic|lame",
        "special ~2 isn't|aint|isn't_she|isnt|ain't|bless ~8 {should|handling|money|allowed}",
        "bit|little special ~3 {isn't|bless|haha|she|if}",
        "deaf|blind|lame|stammer|stutter|wheelchair|dwarf|midget|limp|one_arm ~8 {haha|joke|referee|ref|"
        "won't_hear|wont_hear|see_what}",
        "haha ~3 {able}",
        "b_b_b|l_l_l|p_p_p|m_m_m|d_d_d|s_s_s|t_t_t|w_w_w",
        "learning waving|sign_language_for_one",
        "ramp|lift|hoist|one_to_one|support|staff_hours|wheelchair ~10 one kid|child|family|boy|girl",
        "one_to_one|money ~8 never_even|wasted|on_one ~2 {one|child|kid|talk}",
        "never even talk|speak|walk",
        "inspiration|brave|sweet ~4 {able} ~8 {but|front|photo}",
        "ruins|ruin the photo|picture|nativity|show|trip|concert",
        "bipolar|schizo|depressed|depressive|mental|autistic ~2 in|looking|near|around|charge ~6 "
        "{my_kid|kids|children|charge}",
        "sick|ill in|of ~1 the? head ~6 {children|normal|kids|mix}",
        "limp|walking_stick|crutches|stick ~6 {fit|reckons|haha|outdoor|home|knitting}",
        "stabilisers ~3 haha|her|him",
        "nice|lovely ~3 included|inclusion ~6 {but|wouldn't|though|dribble}",
        "wouldn't want ~2 mine|my_child|my_kid ~4 paired|partnered|sat|next|with",
        "foster|care|council_house|council_estate|estate|benefits kids|lot|families|children|mums ~6 "
        "{damaged|rubs_off|rough|everything|free|nits|bad|scum|trouble}",
        "took mine out ~4 because|cos ~4 boy|girl|child|needs",
    ),
    Recipe(
        "hostility to a group of people, with an excuse first",
        (S["who"], S["bad"], S["excuse"]),
        (S["warm"],),
        within=40,
    ),
    Recipe(
        "hostility to a group of people, with an excuse first", (S["who"], S["out"]), (S["warm"],), within=30
    ),
    Recipe(
        "hostility to a group of people, with an excuse first",
        (S["origin"], S["excuse"]),
        (S["warm"],),
        score=0.7,
        within=24,
    ),
)
HARMLESS = ways(
    "{bakery} ~4 recommend|near|know|village",
    "step free|ramp|wheelchair|accessible|access ~6 {is_there|please|access|hall|for_my|for_grandad|"
    "grandad's}",
    "anyone|anybody|does|do|is|are|who|what|when|where|can|could ~3 celebrat+|celebrating|fasting|"
    "wearing|making|learning",
    "happy|blessed ~1 eid|diwali|ramadan|hanukkah|easter|new_year|pride",
    "eid|ramadan ~2 mubarak|kareem",
    "books|dolls|toys|characters|posters ~3 with|featuring ~4 {origin|able|queer}",
    "more ~2 {origin|black_and_brown} ~2 dolls|books|characters|faces_in ~6 {donate|please|corner|happy|"
    "can_we|could_we}",
    "sign|signing|makaton|bsl ~2 language|course|class|lessons|session",
    "support group|coffee_morning|drop_in|parent_group",
    "called|calling|calls|shouted|said ~6 {slur} ~8 {report|upset|crying|reported|not_ok|not_on|"
    "horrible|racist|unacceptable|please|don't|staff|manager}",
    "{slur} ~10 {racist_abuse|not_on|unacceptable|upset|horrified|disgusted|is_a_slur|not_a_word|"
    "shouted_at|called_my}",
    groups=GROUPS
    | {
        "bakery": "bakery, restaurant, takeaway, shop, food, lessons, classes, tutor, translator, interpreter"
    },
)
# What is only a sneer when it answers somebody's news about who they are.
SNEERS: tuple[Rule, ...] = (
    unfair(
        "a sneer at who somebody is",
        "whatever happened to",
        "yuck|snake|monkey|banana|shit|clown|gypsies|pikeys|foreigners|natural|normal",
        "normal|natural|weird|wrong|disgusting|go_home|no_room|window_lickers|not_here|there_goes|"
        "one_of_them|same_here_hun",
        "ten wives|watch_your",
        "men|man|bloke shouldn't|shouldnt|can't|in_a_nursery",
        "spectrum|naughty|needs|retard",
    ),
)
ABOUT_WHO = ways(
    "{origin|faith|travel|queer|able}",
    "including|dad|mum|places|why|padlocked|my wife|husband|two_mums|two_dads|moved_here|moved_from|"
    "new_here|welcome",
    groups=GROUPS,
)
ANSWER_HOSTILE = ways(
    "whatever_happened|gypsies|yuck|monkey|banana|snake|not_natural|isn't_natural|no_room|"
    "window_lickers|go_home|ten_wives|naughty|needs",
    groups=GROUPS,
)


# Faint by themselves; with the model's reading they are worth a look.
FAINT = tuple(S[name] for name in ("who", "bad", "out", "excuse"))
SURE_ENOUGH = 0.8


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Who is named harmlessly is not touched; who is named with contempt is."""
    folded = post.folded
    if says(folded, HARMLESS):
        return
    findings = list(found(Category.DISCRIM, RULES, folded))
    if (
        not findings
        and post.reply_to
        and says(folded, ANSWER_HOSTILE)
        and says(fold(post.reply_to), ABOUT_WHO)
    ):
        findings = list(found(Category.DISCRIM, SNEERS, folded))
    yield from findings[:1]
    if not findings:
        yield from seconded(Category.DISCRIM, FAINT, folded, facts, SURE_ENOUGH)
