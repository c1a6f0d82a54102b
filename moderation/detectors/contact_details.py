"""Notices telephone numbers, addresses and account numbers, so that nobody's are passed around."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import PhoneNumberType

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Evidence, Finding, Severity
from moderation.phrases import Rule, found, rule, says, ways
from moderation.policy import Policy
from moderation.post import Media, Post
from moderation.text import Folded, listed, unmask


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """Whose number or address it is decides how grave it is; the setting's own and helplines pass."""
    if post.media in ATTACHED:
        yield ATTACHED[post.media]
    text = post.unmasked
    setting = _of_setting(policy["setting.contact_phone"], policy["setting.contact_email"])
    for detail in (*phone_numbers(text), *addresses_for_mail(text)):
        if not _published(detail, text, setting):
            yield _contact(detail, text, post)
    yield from _numbers(text)
    yield from _homes(text, post)
    yield from found(Category.PDATA, RULES, post.folded)


ATTACHED: dict[Media | None, Finding] = {
    Media.CONTACT: Finding(Category.PDATA, 1.0, Severity.HIDE, "a shared contact card", "contact"),
    Media.LOCATION: Finding(Category.PDATA, 1.0, Severity.FLAG, "a place on the map", "location"),
}


@dataclass(frozen=True)
class Detail:
    """A telephone number or an e-mail address as it would be dialled or written, and where it stands."""

    plain: str
    start: int
    end: int
    kind: str  # "mobile", "landline" or "mail"


def _finding(
    severity: Severity, why: str, subtype: str, text: Folded, start: int, end: int, score: float = 0.95
) -> Finding:
    first, last = text.span(start, end)
    evidence = Evidence(first, last, text.original[first:last])
    return Finding(Category.PDATA, score, severity, why, subtype, (evidence,))


# --- telephone numbers -----------------------------------------------------------------------------

FIGURES = {
    **dict(zip(listed("zero one two three four five six seven eight nine"), "0123456789", strict=True)),
    "oh": "0",
    "o": "0",
    "nought": "0",
    "naught": "0",
    "nil": "0",
}
TIMES = {"double": 2, "dubble": 2, "triple": 3, "treble": 3}
ROUND = {"hundred": "00", "thousand": "000"}
TENS = dict(
    zip(listed("ten twenty thirty forty fifty sixty seventy eighty ninety"), "123456789", strict=True)
)
DIGITS_OF = str.maketrans({"o": "0", "l": "1", "i": "1"})
TOKEN = re.compile(
    r"\+?[0-9][0-9oil]*|(?<![a-z])[oil][0-9][0-9oil]*|(?<![a-z])(?:"
    + "|".join([*FIGURES, *TIMES, *ROUND, *TENS])
    + r")(?![a-z])"
)
FEWEST_DIGITS, MOST_DIGITS = 10, 15

# Ranges that Ofcom keeps for films and plays; phonenumbers calls them invalid, readers would not.
DRAMA = re.compile(
    r"07700900\d{3}|0207946\d{4}|01632960\d{3}|01(?:13|14|15|16|17|18|21|31|41|51|61)496\d{4}|02896496\d{3}|"
    r"02920180\d{3}|01914980\d{3}|03069990\d{3}"
)
NOBODYS = frozenset(
    {
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.UAN,
        PhoneNumberType.VOIP,
    }
)


def phone_numbers(text: Folded) -> Iterator[Detail]:
    """British and international numbers, in figures, in words, or in letters that look like figures."""
    tokens = list(_tokens(text.text))
    known: dict[str, str | None] = {}  # a post of noughts asks the same a thousand times
    first = 0
    while first < len(tokens):
        last = _longest(tokens, first, known)
        if last is None:
            first += 1
            continue
        digits = "".join(digits for digits, _, _ in tokens[first : last + 1])
        kind = _kind(digits)
        if kind is not None:
            yield Detail(_national(digits), tokens[first][1], tokens[last][2], kind)
        first = last + 1


TEN_AND = re.compile("[ -](?:one|two|three|four|five|six|seven|eight|nine)(?![a-z])")


def _tokens(text: str) -> Iterator[tuple[str, int, int]]:
    times = 1
    for match in TOKEN.finditer(text):
        word = match.group()
        if word in TIMES:
            times = TIMES[word]
            continue
        if word in TENS:  # twenty; twenty one
            after = TEN_AND.match(text, match.end())
            yield TENS[word] + ("" if after else "0"), match.start(), match.end()
            continue
        digits = FIGURES.get(word) or ROUND.get(word) or word.translate(DIGITS_OF)
        yield digits[0] * (times - 1) + digits, match.start(), match.end()
        times = 1


def _longest(tokens: list[tuple[str, int, int]], first: int, known: dict[str, str | None]) -> int | None:
    """The last token with which those from `first` on make a number, if they do."""
    digits, best = "", None
    if not tokens[first][0].startswith(("0", "4", "+")):
        return None
    for place in range(first, len(tokens)):
        if place > first and tokens[place][1] - tokens[place - 1][2] > MOST_BETWEEN:
            break
        digits += tokens[place][0]
        if len(digits) > MOST_DIGITS:
            break
        if len(digits) < FEWEST_DIGITS:
            continue
        if digits not in known:
            known[digits] = _kind(digits)
        if known[digits] is not None:
            best = place
    return best


MOST_BETWEEN = 9  # "double " and a sign or two


def _national(digits: str) -> str:
    for prefix in ("+44", "0044", "44"):
        if digits.startswith(prefix) and len(digits) - len(prefix) in {10, 11}:
            return "0" + digits.removeprefix(prefix).removeprefix("0")
    return digits


BRITISH = re.compile(r"0[1-37-9]\d{8,9}")


def _kind(digits: str) -> str | None:
    """ "mobile", "landline", or "public" for what is nobody's own; None for no number."""
    national = _national(digits)
    if DRAMA.fullmatch(national):
        return "mobile" if national.startswith("07") else "landline"
    if not BRITISH.fullmatch(national) and not national.startswith("+"):
        return None
    try:
        number = phonenumbers.parse(national, "GB")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    kind = phonenumbers.number_type(number)
    if kind in NOBODYS:
        return "public"
    return "landline" if kind == PhoneNumberType.FIXED_LINE else "mobile"


# --- e-mail addresses ------------------------------------------------------------------------------

NAME = r"(?<![a-z0-9._+-])[a-z0-9][a-z0-9._+-]{0,63}"
MAIL = re.compile(
    rf"{NAME} ?(?:@|\(at\)|\[at\]|\{{at\}}) ?[a-z0-9-]{{1,63}}"
    r"(?:(?:\.| ?(?:\(dot\)|\[dot\]|\[\.\]) ?| dot )[a-z0-9-]{2,24}){1,4}(?![a-z0-9])"
)
SPOKEN_MAIL = re.compile(
    rf"{NAME}(?: dot [a-z0-9_-]{{1,30}}){{0,2}} at [a-z0-9-]{{1,63}}"
    r"(?: dot [a-z0-9-]{2,24}){1,4}(?![a-z0-9])"
)
MAILS = (("@", MAIL), ("(at)", MAIL), ("[at]", MAIL), (" dot ", SPOKEN_MAIL))
SPOKEN_AT = re.compile(r" ?(?:\(at\)|\[at\]|\{at\}| at ) ?")
SPOKEN_DOT = re.compile(r" ?(?:\(dot\)|\[dot\]|\[\.\]| dot ) ?")
ENDINGS = re.compile(
    r"\.(?:com|org|net|uk|co|io|me|eu|ie|info|example|edu|gov|live|scot|wales|cymru|london|biz)$"
)


def addresses_for_mail(text: Folded) -> Iterator[Detail]:
    """E-mail addresses, also with "(at)" and "dot"."""
    for sign, pattern in MAILS:
        if sign not in text.text:
            continue
        for match in pattern.finditer(text.text):
            plain = SPOKEN_DOT.sub(".", SPOKEN_AT.sub("@", match.group())).replace(" ", "")
            if ENDINGS.search(plain):
                yield Detail(plain, *match.span(), kind="mail")


# --- whose it is -----------------------------------------------------------------------------------

PUBLIC_MAIL = re.compile(
    r"^(?:office|admin|info|enquir\w*|hello|contact|bookings?|reception|manager|committee|team)@"
)
GROUPS = {
    "own": """
        text me, ring me, call me, message me, msg me, whatsapp me, my number, my num, my no, my
        mobile, my mob, my email, my e-mail, my new number, my landline, email me, drop me, give
        me a, send me, contact me, reach me, mine is, mines, mine's, i'm on, im on, get me on,
        i'm at, my insta, follow my, add me, ping me, buzz me, txt me, shout me, let me know,
        this is me, my details, if you need me""",
    "other": """
        her number, his number, their number, her mobile, his mobile, her, his, he, she, they,
        mum is, dad is, mums, sheila, nan, neighbour, hers, them""",
    "staff": """
        miss, mrs, mr, ms, key worker, keyworker, teacher, manager, leader, staff, helper,
        assistant, deputy, childminder, the girls in""",
    "public": """
        office, reception, surgery, gp, doctors, clinic, hospital, council, library, helpline,
        hotline, shop, dentist, health visitor, health visiting, school, nursery, preschool,
        pharmacy, chemist, hall, leisure centre, switchboard, charity, museum, theatre,
        restaurant, takeaway, garage, the setting, samaritans, childline, nspcc, police,
        booking, box office, front desk, customer services, vets, vet""",
}
OWN = ways("{own}", groups=GROUPS)
STAFFS = ways(
    "{staff} ~3 own|personal|private|home|mobile|number|phone",
    "miss|mrs|mr|ms ~2 mobile|number|phone",
    groups=GROUPS,
)
PUBLIC = ways("{public}", groups=GROUPS)


@lru_cache(maxsize=8)  # of profiles' own contacts: nothing of what anybody said is kept
def _of_setting(phone: str, mail: str) -> frozenset[str]:
    found = (*phone_numbers(unmask(phone)), *addresses_for_mail(unmask(mail)))
    return frozenset(own.plain for own in found)


def _published(detail: Detail, text: Folded, setting: frozenset[str]) -> bool:
    """The setting's own, or what anybody may ring or write to."""
    if detail.plain in setting or detail.kind == "public":
        return True
    if detail.kind == "mail":
        return PUBLIC_MAIL.match(detail.plain) is not None
    return detail.kind == "landline" and says(text, PUBLIC) is not None


def _contact(detail: Detail, text: Folded, post: Post) -> Finding:
    what = "an e-mail address" if detail.kind == "mail" else "a telephone number"
    if says(text, STAFFS) and not (post.author.is_staff and says(text, OWN)):
        return _finding(
            Severity.HIDE, f"{what} of somebody on the staff", "staff_number", text, detail.start, detail.end
        )
    if says(text, OWN):
        return _finding(
            Severity.FLAG,
            f"{what} that seems to be the poster's own",
            "own_contact",
            text,
            detail.start,
            detail.end,
        )
    return _finding(
        Severity.HIDE, f"{what} that may not be the poster's own", "contact", text, detail.start, detail.end
    )


# --- accounts and identity numbers -----------------------------------------------------------------


def _digits(found: str) -> list[int]:
    return [int(char) for char in found if char.isdigit()]


def _is_card(found: str, text: str) -> bool:
    """Luhn's sum, as on every payment card."""
    digits = _digits(found)
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return len(digits) >= 13 and len(set(digits)) > 1 and (sum(digits[-1::-2]) + doubled) % 10 == 0


def _is_nhs(found: str, text: str) -> bool:
    """Ten figures with the check figure of NHS numbers, or called one."""
    digits = _digits(found)
    rest = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return "nhs" in text and (rest % 11 == digits[9] or "number" in text or " no " in text)


def _is_account(found: str, text: str) -> bool:
    """A sort code counts with an account number or the words beside it; dates look like one."""
    words = "sort code" in text or "sort-code" in text or re.search(r"\bs/?c\b", text) is not None
    return words or re.search(r"(?<!\d)\d{8}(?!\d)", text) is not None


def _always(found: str, text: str) -> bool:
    return True


def _about_passport(found: str, text: str) -> bool:
    return "passport" in text


def _about_account(found: str, text: str) -> bool:
    return re.search(r"\bsort\b|\bacc(?:ount)?\b|\bbacs\b|\bbank\b", text) is not None


def _is_owned(found: str, text: str) -> bool:
    """A plate alone finds a car; with its owner's name it finds a person."""
    return (
        re.search(
            r"belongs? to|\bowner is|'s (?:car|van|motor)|\bdriven by|\bit's .{0,20}'s\b|"
            r"\bthat's .{0,20}'s\b|"
            r"\b(?:her|his|their) (?:car|van|motor|reg|number plate|plate)\b|\bwhose\b.{0,60}\b[a-z]+'s\b",
            text,
        )
        is not None
    )


def _is_birth(found: str, text: str) -> bool:
    """A date beside the words for a birth; a new baby is no secret."""
    return re.search(BIRTH, text) is not None and not re.search(NEWBORN, text)


def _is_code(found: str, text: str) -> bool:
    return (
        re.search(r"\b(?:pin|pass ?code|(?:door|alarm|gate|key ?safe|entry) code|key ?safe)\b", text)
        is not None
    )


BIRTH = (
    r"\bd\.?o\.?b\b|date of birth|\bborn\b|birth ?date|\b(?:a|an) (?:leo|aries|taurus|gemini|virgo|libra|"
    r"scorpio|capricorn|aquarius|pisces)\b"
)
NEWBORN = (
    r"\bbaby\b|\blbs?\b|\boz\b|newborn|congrat|arrived|premature|\bearly\b|\bdue\b|kittens?|\bpups?\b|"
    r"puppies|lambs?\b|\bcalf\b"
)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
DATE = re.compile(
    r"(?<![\d/.-])(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?: \d{{2,4}})?|"
    rf"{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,?(?: (?:19|20)\d\d))(?![\d/])"
)
BORN = (Severity.HIDE, "a date of birth", "id_number")
FIGURE = re.compile("[0-9]")
MONEY = (Severity.HIDE, "bank or card details", "financial")
IDENTITY = (Severity.HIDE, "an identity number", "id_number")
PLATE = (Severity.HIDE, "a car's number with whose it is", "contact")
NUMBERS = (
    (MONEY, re.compile(r"(?<![\d-])\d\d[- ]\d\d[- ]\d\d(?![\d-])"), _is_account),
    (MONEY, re.compile(r"(?<!\d)\d{8}(?!\d)"), _about_account),
    (MONEY, re.compile(r"(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)"), _is_card),
    (MONEY, re.compile(r"(?<![a-z0-9])gb\d\d ?(?:[a-z]{4}) ?(?:\d ?){14}(?!\d)"), _always),
    (IDENTITY, re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"), _is_nhs),
    (IDENTITY, re.compile(r"(?<![a-z0-9])[a-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d](?![a-z0-9])"), _always),
    (IDENTITY, re.compile(r"(?<!\d)\d{9}(?!\d)"), _about_passport),
    (PLATE, re.compile(r"(?<![a-z0-9])[a-z]{2}\d\d ?[a-z]{3}(?![a-z0-9])"), _is_owned),
    (BORN, DATE, _is_birth),
    (MONEY, re.compile(r"(?<![\d/.:£-])\d{4}(?![\d/:-])"), _is_code),
)


def _numbers(text: Folded) -> Iterator[Finding]:
    """One finding for each kind: a sort code and its account are one thing."""
    said: set[str] = set()
    for (severity, why, subtype), pattern, check in NUMBERS if FIGURE.search(text.text) else ():
        for match in pattern.finditer(text.text):
            if why not in said and check(match.group(), text.text):
                said.add(why)
                yield _finding(severity, why, subtype, text, *match.span())


# --- homes -----------------------------------------------------------------------------------------

POSTCODE = r"(?:[a-z]{1,2}\d[a-z\d]?) ?\d[a-z]{2}(?![a-z0-9])"
STREET = (
    r"(?:road|rd|street|close|lane|ln|avenue|ave|drive|crescent|cres|court|way|place|gardens|grove|"
    "terrace|rise|"
    r"row|hill|mews|bungalows?|walk|park|square|green|view|cottages?|parade|croft|fold|wynd|brae|end|"
    "meadow|orchard|drove)"
)
HOME = re.compile(
    r"(?<![a-z0-9£])(?:(?:flat|number|no\.?) )?\d{1,4}[a-z]?,? "
    rf"(?:[a-z'-]{{2,20}} ){{1,3}}{STREET}(?![a-z])"
    rf"(?P<rest>(?:,? ?[a-z]{{2,20}}){{0,3}},? ?{POSTCODE})?"
)
LIVES = re.compile(
    r"\b(?:ours|mine|lives?|living|house|(?:my|her|his|their) address|at number|post .{0,40} to|round to|"
    r"drop (?:it|them|off|the|round)|she's in|he's in|they're in|(?:'s|s') (?:address|house|place)|"
    r"address\?|pick (?:it )?up from|collect(?:ion)? from|keys?|moved to|we're at|at no)\b"
)
VENUE = re.compile(
    r"\bhall\b|\bchurch\b|\bshop\b|\blibrary\b|\bcaf[e]\b|\bpub\b|\bcentre\b|\bsurgery\b|\boffice\b|"
    r"\bschool\b|\bfarm\b|"
    r"\bfood bank\b|\bclinic\b|\bsoft play\b|\bgym\b"
)


# The Old Forge, Kirk Wynd, ZE9 9XX: a house with a name, told by its postcode.
NAMED_HOME = re.compile(
    r"(?<![a-z0-9])(?:the |flat |\d{1,4}[a-z]? )?[a-z'-]{2,20}(?: [a-z'-]{2,20}){0,3}, ?"
    rf"(?:[a-z'-]{{2,20}}(?: [a-z'-]{{2,20}}){{0,3}}, ?){{0,3}}{POSTCODE}"
)
POSTCODE_AT_ALL = re.compile(rf"(?<![a-z0-9]){POSTCODE}")


def _named_homes(text: Folded) -> Iterator[Finding]:
    if not POSTCODE_AT_ALL.search(text.text) or VENUE.search(text.text) or says(text, PUBLIC):
        return
    for match in NAMED_HOME.finditer(text.text):
        yield _finding(Severity.HIDE, "a home address", "contact", text, *match.span())
        return


def _homes(text: Folded, post: Post) -> Iterator[Finding]:
    if not any(char.isdigit() for char in text.text):
        return
    homes = list(_numbered_homes(text))
    yield from homes or _named_homes(text)


def _numbered_homes(text: Folded) -> Iterator[Finding]:
    for match in HOME.finditer(text.text):
        if (match.group("rest") and not VENUE.search(text.text)) or LIVES.search(text.text):
            yield _finding(Severity.HIDE, "a home address", "contact", text, *match.span())


# --- in words --------------------------------------------------------------------------------------

WORDS = {
    "secret": """
        mother's maiden, mum's maiden, mums maiden, pop star name, porn star name, pirate name, stripper name,
        elf name, last four of your phone, last four digits, last 4 digits""",
    "answer": """
        maiden name, first pet, first pets, first pet's name, street you grew up on, street you grew up in,
        street i grew up on, grew up on, first street, first school, city you were born, town you were born,
        place of birth, town your parents met, where your parents met, first job, childhood nickname,
        favourite teacher, street you learned, street you lived on, street you were born on""",
    "whose": "he's, she's, they're, he is, she is, her husband is, his wife is, is, goes by",
    "look": "have a look, look at, see the, that's, thats, go and look, wait till you see, those "
    "photos, is a picture",
    "away": "in corfu, in spain, on holiday, away till, away until, away for, abroad till, are away, is away",
    "beware": "don't do, dont do, hacked, scam, scammers, careful, avoid, warning, beware, never answer",
}
RULES: tuple[Rule, ...] = (
    rule(
        "answers that are used as security questions",
        "{secret}",
        "your|ur|u|everyone's|everybody's ~2 {answer}",
        "comment|type|answer|post|share|tell_us|whats|what's|what_was ~5 {answer}",
        "{answer} ~~8 {answer}",
        "{answer} was|is|=|: ~~3 {answer}",
        "where ~4 everyone|you|u|we|all born ~8 support|team|from",
        "born ~2 bred ~6 up|support|fan|birthday|and",
        "{mum|mums|mother} ~2 maiden",
        groups=WORDS,
        unless="hacked scammers beware don't-do fraud fraudsters phishing scam avoid",
        subtype="security_answer",
    ),
    rule(
        "when a home stands empty, or where its key is",
        "key|keys ~3 under|behind|in ~2 mat|pot|plant_pot|gnome|brick|meter|stone",
        "door's|door_is|door ~1 never|not|always locked|unlocked|open ~~10 address|number|lives|"
        "nan's|her|his",
        "{away} ~12 key|keys|parcel|house ~6 with_me|at|with|empty",
        groups=WORDS,
        unless="hall cupboard shed nursery preschool",
        subtype="contact",
    ),
    rule(
        "a list of everybody's details is asked for",
        "put|post|share|list|send|drop|write|pop|add|leave ~3 name|names|number|numbers|address|"
        "addresses|mobile|phone ~6 "
        "address|addresses|mobile|mobiles|number|numbers|below|list|here|dob",
        groups=WORDS,
        unless="office raffle tickets ticket label labels coat house-number",
    ),
    rule(
        "somebody else's account on another site",
        "{whose} ~4 on tiktok|facebook|insta|instagram|snapchat|twitter|onlyfans|linkedin|tinder|hinge "
        "~~6 {look}",
        "found him|her|them ~8 on? tiktok|facebook|insta|instagram|snapchat|onlyfans|tinder|hinge|linkedin",
        "found|follow|add|seen|spotted ~4 miss|mrs|mr|her|his|their|him ~3 on insta|instagram|tiktok|"
        "facebook|snapchat|snap|twitter|onlyfans",
        groups=WORDS,
        unless="page-for charity",
        subtype="contact",
    ),
    rule(
        "the poster's own account on another site",
        "follow my ~8 on|i'm|im|at|insta|instagram|tiktok",
        "follow me|us ~2 on|at|i'm|im",
        "add me ~3 on ~2 snap|snapchat|insta|instagram|tiktok|discord",
        "my|our insta|instagram|tiktok|snapchat|snap|twitter is|name|handle",
        groups=WORDS,
        unless="back-follow",
        subtype="own_contact",
        severity=Severity.FLAG,
    ),
)
