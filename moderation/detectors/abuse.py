"""Notices insults and swearing at people; swearing at the weather, kind teasing and reports of abuse pass."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.phrases import Rule, Span, evidence, found, rule, says, ways
from moderation.policy import Policy
from moderation.post import Post
from moderation.text import Folded, listed


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Rules find who is insulted; a toxicity score makes a faint one grave and counts a little by itself."""
    told = says(post.folded, REPORTED) is not None or says(post.folded, ONESELF) is not None
    score = insult(facts)
    at_all = policy.threshold(Category.ABUSE, Severity.FLAG)
    findings = [] if told else list(_by_rules(post))
    if findings:
        yield from (_graver(finding) if score >= at_all else finding for finding in findings)
    elif score >= at_all and not told and says(post.folded, SOMEBODY):
        yield _by_score(score, policy)


TOXIC_AT_ALL = 0.8  # below this an insult score is a guess


def insult(facts: Facts) -> float:
    """How sure the model is of an insult, which is meant for somebody as a swear word need not be.

    0 when it did not run. At the shipped thresholds the built-in model bothers 0.4 % of harmless text
    messages by itself (benchmarks/toxicity.py).
    """
    scores = facts.toxicity or {}
    return scores.get("insult", 0.0) if scores.get("toxicity", 0.0) >= TOXIC_AT_ALL else 0.0


def _by_score(score: float, policy: Policy) -> Finding:
    grave = score >= policy.threshold(Category.ABUSE, Severity.HIDE)
    severity = Severity.HIDE if grave else Severity.FLAG
    return Finding(Category.ABUSE, score, severity, "it reads like an insult", "borderline", score_alone=True)


def _graver(finding: Finding) -> Finding:
    """Two signs agree."""
    return replace(finding, severity=Severity.HIDE, subtype=None)


def _by_rules(post: Post) -> Iterator[Finding]:
    folded = post.folded
    yield from (one for one in found(Category.ABUSE, (*RULES, *WIDER), folded) if not _quoted(one, folded))
    if not says(folded, WARM):
        yield from (one for one in found(Category.ABUSE, TEASING, folded) if not _quoted(one, folded))
    if span := _symbols(folded) or _backwards(folded):
        yield _hide("swearing in disguise", folded, span)
    if post.reply_to and folded.words and folded.words <= ANIMALS:
        yield Finding(Category.ABUSE, 0.7, Severity.FLAG, "a mocking sign as the whole answer", "borderline")


def _hide(why: str, folded: Folded, span: Span) -> Finding:
    return Finding(Category.ABUSE, 0.9, Severity.HIDE, why, None, (evidence(folded, *span),))


def _quoted(finding: Finding, folded: Folded) -> bool:
    """Between quotation marks it is somebody else's word."""
    start = finding.evidence[0].start
    return any(first < start < last for first, last in _quotations(folded.original))


QUOTATION = re.compile(r"\"[^\"\n]{3,200}\"|“[^”\n]{3,200}”|(?<!\w)['‘][^'’\n]{3,200}['’](?!\w)")


def _quotations(text: str) -> list[Span]:
    return [match.span() for match in QUOTATION.finditer(text)]


# --- in disguise -----------------------------------------------------------------------------------

SYMBOLS = re.compile(r"[$%@#*!&]{3,}(?=[ -])(?= ?(?:your|ur|you|off|u\b))")
BACKWARDS = re.compile(
    r"(?<![a-z])(?:"
    + "|".join(word[::-1] for word in listed("twat wanker bitch cunt idiot fuck bellend bastard slag"))
    + r")(?![a-z])"
)


def _symbols(folded: Folded) -> Span | None:
    match = SYMBOLS.search(folded.text)
    return match.span() if match else None


def _backwards(folded: Folded) -> Span | None:
    match = BACKWARDS.search(folded.text)
    return match.span() if match else None


# --- the words -------------------------------------------------------------------------------------

ANIMALS = frozenset(listed("clown pig snake cow rat donkey whale shit middlefinger yuck eyeroll"))
GROUPS = {
    "insult": """
        retard, retards, retarded, spaz, spastic, mong,
        bitch, bitches, twat, twats, wanker, wankers, tosser, tossers, prick, pricks, dick,
        dicks, dickhead, dickheads, cunt, cunts, bellend, bellends, knobhead, knobheads, knob,
        arsehole, arseholes, asshole, assholes, bastard, bastards, shithead, slag, slags, slut,
        sluts, whore, whores, tart, skank, slapper, hag, cow, witch, old bag, moron, morons,
        imbecile, imbeciles, cretin, cretins, scumbag, scumbags, scum, loser, losers, waste of
        space, waste of oxygen, waste man, wasteman, parasite, vermin, trash, minger, munter,
        fatso, fatty, lardarse, fat cow, fat pig, tramp, pikey, chav, chavs, trollop, bint, git,
        gits, turd, pillock, prat, tit, tits, fanny, bawbag, fud, roaster, weapon, gobshite,
        gobshites, shite, piece of shit, pos, nonce, freak, freaks, weirdo, pathetic, disgrace,
        disgrase, embarrassment, joke, ignoramus, nasty piece of work, two faced, two-faced,
        stuck up, ignorant, idioto, idiota, kretyn, debil, ullu ka pattha, gandu, chutiya,
        kutti, kamina, puta, vile, vermin, cockwomble, tosspot, arse licker, spineless,
        gormless, brainless, braindead, brain dead, brain-dead, deluded, evil, psycho, nutter,
        nutcase, attention seeker, clueless, inbred, inbreds""",
    "milder": """
        idiot, idiots, clown, clowns, pig, pigs, snake, snakes, rat, rats, donkey, muppet,
        muppets, mug, mugs, fool, fools, dope, plonker, wally, numpty, numpties, eejit, eejits,
        twit, sod, bugger, cretin, selfish, lazy, thick, stupid, dumb, dim, useless, ugly, fat,
        nosy, rude, bully, liar, liars, hypocrite, hypocrites, karen, dinosaur, sheep, drama
        queen, monster, creep, incompetent""",
    "you": "you, u, ya, ye, yous, you're, youre, ur, your, yer, youse, thee",
    "very": """
        absolute, absolutely, total, totally, complete, proper, right, utter, bloody, fucking,
        such, so, stuck up, selfish, fat, stupid, silly, daft, pathetic, lazy, useless,
        miserable, nasty, horrible, thick, old, ugly, rude, arrogant, little, ignorant, vile,
        evil, jealous, bitter, sad, clueless, bunch""",
    "person": """
        manager, whoever, she, he, they, she's, he's, they're, shes, hes, theyre, staff,
        committee, parents, mum, mums, dad, dads, woman, man, bloke, teacher, teachers, chair,
        treasurer, secretary, everyone, people, the lot, some of you, some of u, half of you,
        all of you, some people, somebody, someone, her, him, them, that one, that lot, admin,
        admins, driver, you lot, u lot""",
    "mouth": "mouth, gob, trap, face, cakehole, pie hole, piehole, cake hole, hole, noise, beak, pus, geggie",
}
abusive = partial(rule, groups=GROUPS)
PETS = "dog cat puppy kitten hamster squirrel gull seagull pigeon hen cockerel goat horse weather printer bus"

RULES: tuple[Rule, ...] = (
    abusive(
        "an insult aimed at somebody",
        "{you} ~2 {very}? {very}? {insult}",
        "{you} {very} ~1 {insult}",
        "{you} ~1 are|r|is|re ~3 {very}? {insult}",
        "{person} ~6 is|are|was|were|r|being|such ~3 {insult}",
        "{person} ~2 {very} ~1 {insult}",
        "is|are|was|were|r ~2 a|an|just|such|absolute|total ~3 {very} {insult}",
        "{insult} ~2 all|the lot? of you|u|ya|them|yous",
        "bunch|load|shower|pack|set|gang of ~2 {insult|milder}",
        "{very} {insult} of a|an? mother|mum|father|dad|parent|person|human|manager|teacher|woman|"
        "man|committee|excuse",
        "joke|disgrace|disgrase|excuse|apology of|for a|an? ~1 mother|mum|father|dad|parent|person|"
        "human|woman|man|teacher|manager",
        "{you} ~6 {very} {insult}",
        "{insult} ~1 {you}",
        "what|wot a|an {very}? {insult}",
        "loser|losers|wanker|wankers|bellend|dickhead|twat|twats|moron|morons|tosser|tossers",
        "slag|slags|slut|sluts|whore|whores|cunt|cunts|bawbag|lardarse|knobhead|arsehole|gobshite",
        unless=PETS,
    ),
    abusive(
        "an insult in another language",
        "idioto|idiota|kretyn|kretynka|debil|debilu|kurwa|spierdalaj|suko|gandu|chutiya|harami|"
        "haramzada|kuttiya",
        "ullu ka pattha|patha",
        "puta|cabron|pendejo|merda|curva|connard|connasse|salope|schlampe|arschloch|twpsyn",
        "waste man",
    ),
    abusive(
        "somebody told to be quiet or to go away in an insulting way",
        "shut {you} ~2 {mouth}",
        "shut it|up|yer|ur|ya {you}? ~2 mug|idiot|bitch|cow|you|moron|fool",
        "shut the fuck|hell|f up",
        "fuck|piss|sod|bugger|eff|naff|bog|jog|do|f off|on|one ~2 {you|and|back|then|mate|love|the_lot}",
        "fuckoff|fuck_off|piss_off|fuck_you|fuck_u|go_fuck|screw_you|up_yours|stick_it_up|"
        "kiss_my_arse|get_stuffed|get_fucked|suck_my|eat_shit",
        "now jog on",
        "crawl|slither|go ~1 back ~2 {under|your_rock|ur_rock|your_cave|your_hole|where_you_came}",
        "bile yer|your heid",
        "nobody|no_one|noone asked|likes|cares|wants you|u|ya|for_your",
        "go cry to|about|home|somewhere",
        "get a life you|u|and|love",
        "wind|wyndin your|yer|ur neck in",
        "middlefinger",
        unless="printer weather wasps slugs car-alarm",
    ),
    abusive(
        "somebody is said to be stupid or unfit",
        "thick as mince|pig_shit|two_short_planks|a_plank|pigshit|shit|a_brick",
        "dull|dumb|dim as a|an? post|ox|brick|rock|toc_h|bucket",
        "shouldn't|shouldnt|should_not|not_fit|unfit|never ~4 allowed|have|to_have ~1 kids|children|"
        "be_a_mum|be_a_mother|be_a_parent|near_kids",
        "{you|person} ~6 couldn't|couldnt|can't|cant run_a_bath|organise_a_piss|find_your_arse|"
        "tie_your_own|count_to|raise_a|look_after_a_hamster",
        "not one of them could",
        "feel|pity sorry? ~2 for|4 ~1 {you|her|his|their} kids|children|husband|poor_kids",
        "incapable of ~1 counting|reading|thinking|parenting|looking",
        "brain|brains|iq ~3 of ~2 pea|gnat|goldfish|slug|rocking_horse|potato",
        "nobody|no_one likes|can_stand|wants you|u|her|him",
        "sort {you} kid|kids|life|face|self out",
        "state|face of|on ~1 you|u|her|him|that_woman ~3 {insult|haha|yuck|state}",
        unless="haha-love dog cat hamster me-and",
    ),
    abusive(
        "a sexual remark",
        "hey|hi|hello|oi ~1 sexy|gorgeous|hot_stuff|sexy_mama|beautiful ~8 {single|pic|saw|bed|dm|"
        "wild|number|alone|body}",
        "u|you single ~8 {bet|wild|bed|dm|pic}",
        "bending|bent|bend ~2 over ~14 {highlight|peach|nice|view|week|day|yum|phwoar|smirk}",
        "nice|great|lovely|fit|cracking|juicy arse|ass|tits|boobs|bum|rack|legs|peach",
        "milf|milfs|dilf|dilfs|gilf|phwoar|phwoarr|would_smash|i'd_smash|id_smash|"
        "get_in_her_knickers|shag+|banging_body|wank|blowjob|cop_off|would_bang",
        "{very}? fit ~2 {miss|teacher|mum|helper|new_girl} ~6 {smirk|peach|phwoar|single|would|aubergine}",
        unless="dog lamb roast chicken apricot cobbler crumble",
    ),
)
TEASING: tuple[Rule, ...] = (
    abusive(
        "an insult aimed at somebody",
        "{you} ~2 {very} ~1 {milder}",
        "{you} {milder}",
        "{you} ~1 are|r|re a|an|such|so|all|just|absolute|total? ~2 {milder}",
        "{milder} ~2 all|lot|the_lot|every_one of you|u|ya|them|yous",
        "{person} ~4 is|are|was ~1 {very} ~1 {milder} ~2 cow|pig|woman|man|bitch|lot|parents|idiot|"
        "clown|creature|person|snake",
        "selfish|fat|stupid|lazy|silly|daft|miserable|nosy|rude|thick|ugly cow|cows|pig|pigs|tart|"
        "mare|moo|woman|bitch",
        "{insult|milder} ~6 clown",
        "some|half|all of you|u|yous|ya ~8 {milder|clown}",
        "pig_pig|snake_snake|clown_clown|cow_cow|rat_rat|whale_whale",
        unless=PETS + " guess compost farm piggies pet",
    ),
    abusive(
        "it may be meant to wound",
        "little|nothing|much|not ~2 going_on upstairs|up_there|between",
        "brain_of_britain|sharpest_tool|sharpest_knife|not_the_brightest|lights_on_but|"
        "lights_are_on_but|one_sandwich_short|few_sandwiches_short|bless_her_little_brain",
        "round|big of applause ~4 genius|whoever|idiot|moron|hero",
        "need a hand ~3 shoes|wiping|reading|tying|counting",
        "husband|weekend|wife material ~10 arse|weekend|smirk|single",
        "size ~2 of ~3 who|her|him|that|some",
        "grow_up ~2 karen|love|hun|you|mate|the_lot|will_you",
        "get_a_grip|get_a_life|get_over_yourself|who_do_you_think_you_are|who_does_she_think|"
        "little_princess|her_ladyship|his_lordship|lady_muck|queen_bee|madam|his_nibs ~10 {you|she|"
        "he|too_busy|thinks|again|shall|of_the|of_you}",
        unless="haha-love dog cat cake",
        severity=Severity.FLAG,
        subtype="borderline",
        score=0.7,
    ),
)

# Names and phrases that are said of people only to wound.
WIDER: tuple[Rule, ...] = (
    abusive(
        "an insult aimed at somebody",
        "window lickers|licker",
        "face like|of a smacked|slapped|bulldog|dropped|horse's arse|bum|chewing|pie|backside",
        "fuckwit|fuckwits|hallion|gombeen|shitbag|arsewipe|dipshit|knobber|shitstain|gobshites|"
        "minger|mingers",
        "shut up you|u|ya ~1 {insult|milder|old|daft|silly}",
        "up your|ur|yer own? ~1 arse|backside|bum|hole",
        "shove|stick|stuff ~4 up|where your|ur|yer|the ~2 arse|backside|sun|bum|hole",
        "{you} ~2 {very} ~1 bat|boot|article|cow|bag|crone|trout|trollop|worm|toad|slug|leech|gnat|"
        "goat|hallion",
        "{person} ~3 a|such_a|right|proper ~2 trollop|thug|witch|bitch|slag|wrong_un",
        "ghastly|vile|odious|repulsive|loathsome|poisonous|scruffy ~1 little|wee|old man|woman|"
        "article|hallion|person|creature",
        "born without|with ~1 brains|brain|a_brain",
        "not|not_been|shouldn't|shouldnt|should_not ~2 allowed ~1 breed|reproduce|procreate",
        "allowed|fit|able to ~2 breed|reproduce",
        "baby_machines|breeding_machines|benefit_scroungers|waste_of_oxygen|waste_of_skin|"
        "oxygen_thief|oxygen_thieves",
        "attention_span|intelligence|brain|brains|manners of|like a ~1 gnat|goldfish|pig|slug|flea|"
        "turnip|potato|plank",
        "thick as a|two|mince|pig ~3 docker's_butty|short_planks|plank|brick|mince|shit|custard",
        "did your|yer|ur mother|mum|mam drop|throw you",
        "{you} ~2 more rubbish|crap|shite|nonsense|bollocks than",
        "no better than ~4 boot|shoe|dirt|dog",
        "no_one|not_one|nobody ~3 can stand|thole|abide|bear you|ye|her|him|ya",
        "glupia|krowo|zamknij_sie|pagal_aurat|bakwas|dutty_self|fool_fool|tete_de_con|stronza|imbecil",
        "twp you|wyt_ti",
        "hitler|stalin|gollum|shrek|jabba in_a|with_a|in ~3 coat|cardigan|lanyard|clipboard|fleece|heels",
        "merchant_banker|james_hunt|ducking ~3 {you|proper|absolute|berk|what}",
        "can|let's|lets we? ~2 call her|him stinky|smelly|fatty|scruffy|dozy",
        "stinky|smelly|fatso|scruffy|snotty sharon|her|him|tracy|woman|family|lot",
        unless=PETS + " pirate nativity panto",
    ),
    abusive(
        "a sexual remark",
        "bends|bending|bent ~2 over ~6 lovely|nice|don't_she|don't_he|lads|phwoar|view",
        "send us|me one|a_pic|pics ~3 swimsuit|bikini|knickers|underwear|lingerie",
        "see|look ~2 under|underneath ~2 uniform|skirt|overalls|dress",
        "resuscitate|handcuff|spank|punish me ~4 any|day|time|whenever|uniform",
        "aubergine",
        "fit|sexy|hot dad|mum|teacher|helper|miss|sir ~14 uniform|would|single|yum|phwoar|any_day|"
        "let_him|let_her",
        unless="recipe parmigiana curry moussaka grow stall ratatouille dog",
    ),
    abusive(
        "it may be meant to wound",
        "ok|okay boomer",
        "{you} simple|thick|dense or what|or_something",
        "are you|u simple|thick|dense|stupid",
        "miss know_it_all|perfect|prissy",
        "queen of the ~1 sandpit|gate|committee|playground",
        "couldn't|couldnt|can't organise|run|manage ~3 nit|piss_up|brewery|bath|raffle|tombola",
        "untroubled by thought",
        "if my|our house|kids|hair smelt|looked|smelled like ~1 that|yours",
        "someone|somebody left|leave ~2 bins|bin open",
        "breeding will out",
        severity=Severity.FLAG,
        subtype="borderline",
        score=0.7,
        unless="dog cat haha-love baby-brain",
    ),
)

# A score by itself counts only where there is somebody to insult.
SOMEBODY = ways("{you|person|them|parents|mums|dads}", groups=GROUPS)
# Kind teasing says so.
WARM = ways(
    "love you|ya|u|yous",
    "xx|x|xxx|haha|lol|lmao|hehe|bless|legend|cheers|thank|thanks|ta|mwah|hun_xx|never_change|gem",
    "i'm|im|me|i_am|i_was|i|my ~2 such|being|a|an|feel|total|absolute ~2 {insult|milder}",
    "silly me|old",
    "please|pls don't|dont ~6 {insult|milder}",
    groups=GROUPS,
)
# Whoever laughs at themselves insults nobody.
ONESELF = ways(
    "it was|is|turned_out me",
    "me it_was_me|guilty",
    "{insult|milder} ~~12 it_was|it's|its me",
    "my own|fault|bad ~12 what|wot a|an ~1 {insult|milder}",
    groups=GROUPS,
)
# Telling what somebody else said, or asking for kinder words, is no abuse.
REPORTED = ways(
    "called|calling|calls me|us|him|her|my|them|our|each_other|people",
    "someone|somebody|he|she|they|man|bloke|woman|driver|kid|kids|people ~3 said|says|shouted|"
    "yelled|screamed|told|muttered|wrote ~3 i|me|my|i'm|that|at|us|we|go",
    "said|shouted|yelled ~4 at me|us|my|her",
    "was|got|been|being told|called|sworn|shouted ~2 at|to|a|an|names?",
    "name_calling|names_isn't|calling_names|racist_abuse|verbal_abuse",
    "sorry|apologise|apologies ~6 calling|called|saying|said",
    groups=GROUPS,
)
