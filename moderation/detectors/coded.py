"""Notices hints that let insiders work out who is meant: initials, nicknames, signs, "you know who"."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from moderation.agreement import seconded
from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Evidence, Finding, Severity
from moderation.phrases import Recipe, Rule, found, rule, says, signs, ways
from moderation.policy import Policy
from moderation.post import Post
from moderation.text import fold, listed

GROUPS = {
    "hint": """
        you know who, u know who, you all know who, you know the one, you know which, we all know
        who, we all know which, we know it was, you know whose, you know her, you know him, no
        names, not naming names, not naming anyone, not naming any names, i'm not naming, naming no
        names, no names no pack drill, not saying who, not going to say who, i'm not going to say,
        not gonna say who, won't say which, won't say who, wont say who, won't put his name, won't
        put her name, i don't say name, don't say name, shall remain nameless, shan't say more, say
        no more, saying no more, no further comment, nuff said, enough said, that's all i'm saying,
        thats all i'm sayin, if you know you know, iykyk, yk who, ykwim, those who know, those of
        you who know, those in the know, those of us who were there, if you were there, if you were
        at, if you catch my drift, if you catch my meaning, draw your own conclusions, work it out,
        you can guess, can guess who, i think we can all guess, three guesses, 3 guesses, two
        guesses, guess who, guess whose, guess whos, bet i know, does she mean who, begins with,
        starts with, name begins, rhymes with, initials are, initials, clue, mentioning no names,
        who shall not be named, must not be named, who shall remain, know who i mean, knows who she
        is, knows who he is, they know who they are, you know who u are, you know who you are, know
        exactly who, know exactly whose, i know who that is, same kid, same mum, the usual suspects,
        the usual, not a million miles, leave it to you to, ye ken fine, knaa which one, all mothers
        know who, let's just say, lets just say, need i say more""",
    "certain": """
        a certain, certain somebody, certain someone, certain family, certain mum, certain dad,
        certain small, certain little, someone's little darling, somebody's little darling, someones
        little darling, somebody's mummy, somebody's mum, someone's mum, a particular, some people's
        darlings, one family, one of the mums, one of the dads, one of them in, one of the helpers,
        our resident, our favourite, fave family, favourite family, least favourite, our little
        friend, our friend, little lord, little miss, mr and mrs perfect, little madam, the person
        who, whoever's lad, the one who, the one with, that one with, the one whose, her with the,
        him with the, him wi, that lad, that kid, that boy, that family with, the family who, the
        family with, the mum with, the tuesday mum, the boy who, one little lad, one of us""",
    "feature": """
        curly, curly haired, curls, ginger, red head, redhead, blonde, plaits, buzz cut, bowl cut,
        big hair, glasses, red glasses, patch over, red cheeks, no coat, yellow wellies, dinosaur
        wellies, blue door, corner house, number four, number at, top floor, top floor flat, house
        with the, triplet buggy, twins, red coat, silver one, sausage dog, big dog, labradoodle,
        van, bread van, range rovers, range rover, convertible, red skoda, cricket bat, spiderman
        bag, pink bag, newcastle top, fringe, loud laugh, afternoon lot, afternoon group, morning
        group, pm group, am group, in the afternoons, tuesdays, by the window, by the radiator,
        radiator, near the piano, next to the nappy bin, third from the left, by the asda, near the
        chippy, end of the table, front row, back row, smokes, nurse, trampoline, bottle bank,
        cardigan, raffle book, clipboard""",
    "bad": """
        incident, episode, again, scissors, bite, bites, bit two, biter, biting, nibble, victim,
        hits, hit, kicks, pushes, pushed, pushing, push, shover, screamer, spitter, runner, tears,
        meltdown, tantrum, late, feral, terror, demon, horror, whirlwind, mule, headache, drives me
        mad, worn me out, need wine, pray for me, give me strength, had a day, a day, accidents,
        toilet, wee, nappies, snack, pinching, stealing, wine, gin, drunk, police, solicitor,
        solicitors, court, custody, assessments, psychologist, crisis, medication, melatonin,
        shouldn't be near, shouldnt be near, stay away, on one, on form, can't cope, cant cope,
        strikes again, in denial, opinions, snake, leaks, unbelievable, shocking, owes, tooth mark,
        trial period, smell, nit source, nits, nanny, au pair, f off, swearing, greenhouse, not
        nice, ashamed, has a lot to say""",
}
SIGNS = signs(
    GROUPS,
    hint=("{hint}",),
    certain=("{certain}",),
    feature=("{feature}",),
    bad=("{bad}",),
    harmless=(
        "initials ~6 inside|label|wellie|welly|coat|jumper|bottle|on_the|sewn|lost|found|written",
        "inside|label|lost|found|peg|wellie|welly|coat|left|bottle|hat ~10 initials",
        "song|film|book|game|quiz|riddle|present|surprise|santa|father_christmas|tooth_fairy|birthday|"
        "card|elf|cake|prize|raffle|mystery|competition|guess_the|forms_due|trip_forms|both_pm|"
        "dog|cat|rabbit|hamster|guinea_pig|car_alarm|clocks",
        "that song|film|book|programme",
        "mine|i|me|my_husband|hubby ~3 is_the|am_the|was_the|'m_the",
        "me|myself|guilty|it_was_me|its_me|it's_me|hands_up ~3 {x}|again|here|haha",
    ),
)
S = SIGNS
hints = partial(rule, groups=GROUPS, severity=Severity.FLAG)

RULES: tuple[Rule | Recipe, ...] = (
    Recipe(
        "a hint at somebody without a name",
        (S["hint"], S["bad"]),
        (S["harmless"],),
        severity=Severity.FLAG,
        within=40,
    ),
    Recipe(
        "a hint at somebody without a name",
        (S["hint"], S["certain"]),
        (S["harmless"],),
        severity=Severity.FLAG,
        within=40,
    ),
    Recipe(
        "a hint at somebody without a name",
        (S["hint"], S["feature"]),
        (S["harmless"],),
        severity=Severity.FLAG,
        within=40,
    ),
    Recipe(
        "a hint at somebody without a name",
        (S["certain"], S["bad"]),
        (S["harmless"],),
        severity=Severity.FLAG,
        within=16,
    ),
    Recipe(
        "a hint at somebody without a name",
        (S["certain"], S["feature"], S["bad"]),
        (S["harmless"],),
        severity=Severity.FLAG,
        within=30,
    ),
    hints(
        "a hint at somebody without a name",
        "certain|particular|some ~3 family|mum|dad|child|pair|trustee|treasurer|granny|party|person|"
        "somebody|someone|people ~10 {bad|wants|solicitor|gin|business|discipline|pub|ashamed|reflect}",
        "{feature} one|ones|lad|kid|boy|girl|child|mum|dad|family ~10 {bad|near_mine|bits|doing|worn|did}",
        "the|that ~2 {feature} ~4 {one}|is_the_one|s_the_one ~4 {bad|doing}",
        "begins|starts|start|rhymes with ~2 a|d|t|z|w|j|jolly|holly",
        "# letters starts with",
        "someone|somebody|someones|somebodys|somebody's|someone's ~1 little? ~1 darling|angel|mummy|mum|"
        "kid|lad ~10 {bad|again|wine}",
        "to the person|parent|family|lady|gentleman who ~14 {know|we_all|cardigan|you_know}",
        "to whoever said ~14 {we_know|your_boy|know}",
        "we|i know it|who|whose was|it_was ~2 {you|your}",
        "so it was",
        "you ~1 all? know ~1 who|which|whose ~8 {bad|again|late|form|on|place}",
        "the ~1 {sign} one",
        "avoid the kitchen|corner|carpet",
        "on one today|again",
        "house|flat|family|ones|kid ~1 with|by|from|near|round ~2 the {landmark}",
        "elephant ~2 in ~1 the? room",
        "one of us leaks",
        "apparently|heard ~4 the|those ones ~3 near|by|with",
        "if your child's|childs|kid's initials",
        "same kid|mum|child|story|excuse ~6 {same|new|different|again}",
        "the|my fave|favourite|least_favourite ~1 family|dad|mum|set|parent|child ~8 {bad|today|on|were|"
        "tonight|pick_up|snack|courtesy}",
        "family|child|one who shall|must|will not? ~1 remain|be named|nameless",
        "we all know which|who|whose ~6 {one|came|nose|did|had|bit}",
        "raised by the au_pair|nanny|wolves",
        "her lot had|were|are",
        "three guesses|3_guesses|guess ~2 whose|who|name",
        "initials ~3 {x}",
        "enough|nuff said",
        "anyone|anyone_else heard ~6 situation|incident",
        "{letter} situation",
        "that|this {situation}",
        groups=GROUPS
        | {
            "landmark": "flag, trampoline, chippy, asda, church, caravan, hill road, shop, blue door",
            "you": "you, your boy, your",
            "one": "one",
            "sign": "bee, dinosaur, unicorn, crocodile, tornado",
            "x": "jt, amk, lb, rj, kb",
            "letter": "the h, the p, h, p",
            "situation": "trike thing, welly incident, sandpit mafia, trike incident",
        },
        unless="lost-property",
    ),
)
BY_STAFF: tuple[Rule | Recipe, ...] = (
    Recipe(
        "a hint at a child or a family by somebody who looks after them",
        (S["feature"], S["bad"]),
        (S["harmless"],),
        severity=Severity.FLAG,
        within=16,
    ),
    hints(
        "a hint at a child or a family by somebody who looks after them",
        "what a day",
        "that was a|some day",
        "well|that|today ~2 was a day",
        "need|needs|needing|deserve|earned ~2 wine|gin|lie_down",
        "had ~2 a? ~1 day ~2 {so_have}|of_it|and_so",
        "child|children|one|mum|dad|parent|family|number|twins ~6 {today|tonight} ~6 {bad|wine|strength|"
        "pray}",
        "number # ~4 {try|tomorrow|again}",
        "you know the one",
        "one of ours today",
        "give me strength",
        "our resident|favourite|own ~1 {anything}",
        "handover with ~1 mr|mrs|a",
        "pick up|pick-up tonight|today ~4 {opinions}",
        "the return|headache|clan",
        "off|sick|away|back ~4 hear yourself|headache|peace|quiet",
        "{they} still haven't told us",
        "incident|episode ~4 {scissors|water_tray|sand_tray|paint|glue}|today|again",
        "bit two|three|another|me|us ~3 {of_us|today}",
        "no further comment",
        "another email ~2 from ~2 the family",
        "never again",
        "the quiet one|loud_one|tall_one",
        groups=GROUPS
        | {
            "so_have": "so have",
            "try": "try again",
            "opinions": "opinions, fleece",
            "anything": "biter, crocodile, expert, whirlwind, tornado",
            "they": "they, she, he",
        },
        unless="lovely-day thank-you bedtime mine training trip-forms",
    ),
)
RULES_FOR_STAFF = BY_STAFF
WHO_QUESTION = ways(
    "who|whose|someone|somebody|not_naming|how_was|do_we_know|anyone|rude|reporting|petty", groups=GROUPS
)
ANSWERS: tuple[Rule, ...] = (
    hints(
        "a hint at somebody without a name",
        "her|him|the_one|that|one ~2 with|wi|with_the ~3 {feature|fringe|patch|dog|hair|door}",
        "you know who",
        "bet i know",
        "begins with",
        "does she|he mean",
        "mafia",
        "two brothers",
        "that little lad|girl|boy with",
        groups=GROUPS,
    ),
)
INITIALS = re.compile(r"(?<![A-Za-z.])(?:[A-Z]{2}|[A-Z])(?:'s)?(?![A-Za-z.'])")
NOT_PEOPLE = frozenset(
    listed("""
    AM PM OK TV DJ UK EU US PE PC IT ID CV HR PS NB TA DT RE VE WW AA BB CD FB GP MP NI NO XX LOL I A X SW OX
    QR DM PA DS DSL OT ED MC FA BT EE MOT NHS BBC AGM RSVP SOS
    """)
)
NEAR_INITIALS = ways("{bad}|{hint}", groups=GROUPS)


# Faint by themselves; with the model's reading they are worth a look.
FAINT = tuple(S[name] for name in ("hint", "certain", "feature"))
SURE_ENOUGH = 0.3


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """One finding; initials count where something private or unkind stands beside them."""
    folded = post.folded
    if S["harmless"].search(folded):
        return
    findings = list(found(Category.CODED, RULES, folded))
    if not findings and post.author.is_staff:
        findings = list(found(Category.CODED, BY_STAFF, folded)) or list(_initials(post))
    if not findings and post.reply_to and says(fold(post.reply_to), WHO_QUESTION):
        findings = list(found(Category.CODED, ANSWERS, folded))
    yield from findings[:1]
    if not findings:
        yield from seconded(Category.CODED, FAINT, folded, facts, SURE_ENOUGH)


def _initials(post: Post) -> Iterator[Finding]:
    if not says(post.folded, NEAR_INITIALS):
        return
    for match in INITIALS.finditer(post.text):
        if match.group().removesuffix("'s") not in NOT_PEOPLE:
            evidence = Evidence(match.start(), match.end(), match.group())
            yield Finding(
                Category.CODED,
                0.8,
                Severity.FLAG,
                "initials beside something private or unkind",
                None,
                (evidence,),
            )
