"""Takes the disguise off words, and remembers where each letter came from."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from anyascii import anyascii

HANGERS_ON = frozenset({"Mn", "Me", "Cf"})  # marks over letters and signs without width
UNSEEN = HANGERS_ON | {"Cc", "Cs", "Cn", "Co"}
SENTENCE_END = re.compile(r"[.!?;\n]")
WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")


def listed(words: str) -> tuple[str, ...]:
    """Words written one after another, for tables that are easier to read and mend that way."""
    return tuple(words.split())


@dataclass(frozen=True)
class Folded:
    """`text` is the folded form; `origin[i]` is the index in `original` that text[i] came from."""

    original: str
    text: str
    origin: tuple[int, ...]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word begins, apostrophes dropped; "mum's" counts as mums, mum and s."""
        found: dict[str, list[int]] = {}
        for match in WORD.finditer(self.text):
            word, start = match.group(), match.start()
            if "'" in word:
                found.setdefault(word.replace("'", ""), []).append(start)
                for part in word.split("'"):
                    found.setdefault(part, []).append(start)
                    start += len(part) + 1
            else:
                found.setdefault(word, []).append(start)
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word there is."""
        return frozenset(self.places)

    @cached_property
    def has_figures(self) -> bool:
        return any(char in "0123456789" for char in self.text)

    @cached_property
    def spans(self) -> dict[str, list[tuple[int, int]]]:
        """Where patterns were found, for whoever looks for the same one again."""
        return {}

    @cached_property
    def signs(self) -> dict[int, tuple[int, int] | None]:
        """The same for whole signs, by who asked."""
        return {}

    @cached_property
    def _starts(self) -> list[int]:
        return [match.start() for match in WORD.finditer(self.text)]

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in SENTENCE_END.finditer(self.text)]

    def words_between(self, start: int, end: int) -> int:
        """How many words begin in text[start:end]."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    def ends_between(self, start: int, end: int) -> bool:
        """Whether a sentence or a line ends in text[start:end]."""
        return bisect_left(self._ends, start) < bisect_left(self._ends, end)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] (not empty) stood in the original, with the marks hung on its last letter."""
        first, last = self.origin[start], self.origin[end - 1] + 1
        while last < len(self.original) and unicodedata.category(self.original[last]) in HANGERS_ON:
            last += 1
        return first, last


def fold(text: str) -> Folded:
    """Plain lower-case words: no look-alikes, no digits for letters, no gaps in words or stretching."""
    return refold(unmask(text))


def refold(plain: Folded) -> Folded:
    """The same for a text whose letters are undisguised already."""
    pairs = _undone(list(zip(plain.text, plain.origin, strict=True)))
    return Folded(plain.original, "".join(char for char, _ in pairs), tuple(index for _, index in pairs))


def unmask(text: str) -> Folded:
    """Only the letters undisguised: figures stay figures, so that telephone numbers can still be read."""
    pairs = list(_unmasked(text))
    return Folded(text, "".join(char for char, _ in pairs), tuple(index for _, index in pairs))


MOST_IN_A_ROW = 8  # of one emoji or strange letter: four thousand say no more than eight
Pair = tuple[str, int]  # a folded character and where it came from


def _unmasked(text: str) -> Iterator[Pair]:
    gap: Pair | None = None  # runs of white space become one: a new line where there was one
    started = False
    before, again = "", 0
    for index, char in enumerate(text):
        again = again + 1 if char == before and not char.isascii() else 0
        before = char
        if again >= MOST_IN_A_ROW:
            continue
        for plain in _plain(char):
            if plain in " \n":
                if gap is None or plain == "\n":
                    gap = (plain, index)
                continue
            if gap and started:
                yield gap
            gap, started = None, True
            yield plain, index


@lru_cache(maxsize=2048)  # of single characters: nothing of what anybody said is kept
def _plain(char: str) -> str:
    """The plain form of one character: letters, figures and signs of ASCII, £ and €, a space, or nothing."""
    if " " <= char <= "~" or char in "£€":
        return char.lower()
    if char.isspace():
        return "\n" if char in "\n\r\x0b\x0c\x85\u2028\u2029" else " "
    if word := EMOJI.get(char):
        return f" {word} "
    if unicodedata.category(char) in UNSEEN:
        return ""
    if letter := LOOKALIKES.get(char):
        return letter
    return "".join(_sounded(part) for part in unicodedata.normalize("NFKD", char))[:MOST_LETTERS]


MOST_LETTERS = 4  # one ligature can stand for eighteen: a post of them must stay short


def _sounded(part: str) -> str:
    if letter := LOOKALIKES.get(part):
        return letter
    if unicodedata.category(part) in UNSEEN:
        return ""
    sounded = anyascii(part).lower()
    # A picture without a word of its own parts the words around it.
    return " " if not sounded or sounded[0] == ":" or not sounded.isascii() else sounded


def _undone(pairs: list[Pair]) -> list[Pair]:
    """Each undoing in turn, again while anything changes: one disguise may hide another."""
    for _ in range(MOST_DISGUISES):
        before = pairs
        for pattern, undo in UNDOINGS:
            pairs = _rewrite(pairs, pattern, undo)
        if pairs is before:
            break
    return pairs


MOST_DISGUISES = 8
Undoing = Callable[[re.Match[str]], Iterable[Pair] | None]


def _rewrite(pairs: list[Pair], pattern: re.Pattern[str], undo: Undoing) -> list[Pair]:
    """Each match replaced by what `undo` makes of it: characters and their places in the match."""
    out: list[Pair] = []
    done = 0
    for match in pattern.finditer("".join(char for char, _ in pairs)):
        replaced = undo(match)
        if replaced is None:
            continue
        out += pairs[done : match.start()]
        out += ((char, pairs[match.start() + offset][1]) for char, offset in replaced)
        done = match.end()
    return out + pairs[done:] if done else pairs


# i d i o t, i.d.i.o.t, f-u-c-k: three or more single letters with the same kind of gap between them.
SPELT = re.compile(
    r"(?<![a-z0-9@$'&])[a-z0-9@$!]([ \n._\-*,|/~+]{1,3})[a-z0-9@$!](?:\1[a-z0-9@$!])+(?![a-z0-9'&])"
)
SINGLE = re.compile(r"[a-z0-9@$!]")


def _join(match: re.Match[str]) -> list[Pair] | None:
    kept = [(found.group(), found.start()) for found in SINGLE.finditer(match.group())]
    letters = sum(char.isalpha() for char, _ in kept)
    return kept if letters >= 3 and letters * 2 >= len(kept) else None


# 1d10t, sl@g, gyp$os: a word with letters and stand-ins for letters.
LEET = re.compile(r"(?<![a-z0-9@$|€£])[a-z]*[0-9@$|€£!][a-z0-9@$|€£]*(?:![a-z0-9@$|€£]+)*")
PLAIN_WORD = re.compile(r"[a-z]+!*|[^a-z]+")
STANDS_FOR = dict(zip("01345789@$!|€£", "oieastbgasilel", strict=True))
UNIT = (
    "st|nd|rd|th|s|am|pm|p|k|m|km|cm|mm|kg|g|mg|ml|l|lb|lbs|yo|yr|yrs|min|mins|hr|hrs|h|x|d|ft|in|a|b|c|e|f|w|oz|"
    "pc|pk|wk|wks|ish|ps|g|gb|mb|mph|day|days|way|pack|er|ers"
)
NUMBERLIKE = re.compile(
    rf"[£€$]?\d+(?:{UNIT})?|[a-z]{{1,3}}\d+|\d+x\d+|[a-z]{{2}}\d\d[a-z]{{3}}|\w*\d{{3}}.*|[£€$]\d.*|\d[a-z]{{2}}|(?:\d+[a-z])+\d*|@[a-z0-9]+"
)
TEXTED = {"h8": "hate", "m8": "mate", "gr8": "great", "l8r": "later", "w8": "wait", "str8": "straight"}
MENTIONLIKE = frozenset({"@ss", "@sshole", "@rse", "@rsehole", "@nal"})
CLEVER = frozenset({"1d10t", "1d10ts", "1di0t", "5h1t", "a55", "a55hole", "k1d5", "p1g5", "1diot", "1diots"})


def _unleet(match: re.Match[str]) -> list[Pair] | None:
    token = match.group()
    if word := TEXTED.get(token):
        return [(char, min(place, len(token) - 1)) for place, char in enumerate(word)]
    if PLAIN_WORD.fullmatch(token):
        return None
    if token not in CLEVER and token not in MENTIONLIKE and NUMBERLIKE.fullmatch(token):
        return None
    if "@" in token and re.match(r"\.[a-z]", match.string[match.end() : match.end() + 2]):
        return None  # an e-mail address
    return [(STANDS_FOR.get(char, char), place) for place, char in enumerate(token)]


# b*tch, f**k, sh#t: read as the rude word of that length whose letters fit, if there is one.
MASKED = re.compile(r"(?<![a-z0-9*#])(?=[*#]*[a-z])[a-z*#]*[*#][a-z*#]*(?![a-z0-9])")
MASKABLE = listed(
    """
    bitch bitches fuck fucker fuckers fucking fucked fuckin cunt cunts shit shite shithead bullshit twat
    twats wanker wankers bastard bastards dick dickhead cock arse arsehole ass asshole prick pricks slag
    slut sluts whore bollocks tosser tossers pussy retard retards retarded bellend idiot idiots nigger
    piss pissed gypsy gypsies knob crap hell paki
    """
)


def _unstar(match: re.Match[str]) -> list[Pair] | None:
    token = match.group()
    for word in MASKABLE:
        if len(word) == len(token) and all(a in "*#" or a == b for a, b in zip(token, word, strict=True)):
            return [(char, place) for place, char in enumerate(word)]
    return None


# stuuupid, loooser: three or more of a letter are one, or two where English doubles it.
STRETCHED = re.compile(r"(?<![a-z])(?=[a-z]*?([a-z])\1\1)[a-z]+")
RUN = re.compile(r"([a-z])\1{2,}")
DOUBLED = listed(
    """
    all ass asshole balls bee been bell bitchy boo book boob boobs bully bullying call come cool creep
    creepy door feel fool food free full good goodbye green happy hell hello hobby hurry keep kill killed
    killing kiss look loo lool messy miss missing mood moo moon mummy daddy need noo nappy off ooo poo pee
    piss pissed pool poor pretty pussy really room see seen sorry silly school seem sleep sleepy smell
    smelly soo soon spoon stool sweet sunny fall tall tell tree too tool took week well will yell yummy
    tommy wee woo yay zoo toffee coffee muppet nigga nigger nobby bugger buggers tossers tosser loopy goon
    doggy fatty stroppy worry
    """
)


def _squeeze(match: re.Match[str]) -> list[Pair]:
    word = match.group()
    doubled = RUN.sub(r"\1\1", word)
    most = 2 if doubled in DOUBLED or len(set(word)) == 1 else 1
    out: list[Pair] = []
    for run in re.finditer(r"(.)\1*", word):
        length = run.end() - run.start()
        out += [(run.group(1), run.start() + i) for i in range(length if length < 3 else most)]
    return out


# 1'll, 1'm: a one for an I.
ONE_FOR_I = re.compile(r"(?<![a-z0-9])1(?='(?:ll|m|ve|d)\b)")


def _i(match: re.Match[str]) -> list[Pair]:
    return [("i", 0)]


UNDOINGS: tuple[tuple[re.Pattern[str], Undoing], ...] = (
    (MASKED, _unstar),
    (SPELT, _join),
    (ONE_FOR_I, _i),
    (LEET, _unleet),
    (STRETCHED, _squeeze),
)


# Letters of other alphabets by their looks; anyascii, asked afterwards, goes by their sound.
LOOKALIKES = {
    strange: pair[0]
    for pair in listed(
        "aаαɑАΑᎪⲁ bвьъыβВЬΒᏴƄ cсϲСϹᏟⅽ dԁԀᎠժ eеёεєЕЁΕᎬ fғϝ gԍԌᏀց hһнΗНᎻհҺ iіїιӏІЇΙᎥӀɩ jјϳЈᎫ kкκКΚᏦ lℓᏞլ mмМΜᎷ "
        "nпηπΝո oоοσОΟօⲟ pрρРΡᏢ qԛԚզ rгᏒᎡ sѕЅᏚꜱ tтτТΤᎢ uυսμ vνѵᏙ wωԝшԜᎳա xхχХΧ yуγУΥҮү zζΖᏃ"
    )
    for strange in pair[1:]
}

EMOJI = {
    emoji: word
    for word, emojis in {
        "haha": "😂🤣😅😆😹😜😝🤪",
        "xx": "😘😍🥰❤💕💖💗💙💚💛🧡💜😊☺🤗😚💋",
        "snake": "🐍",
        "pig": "🐷🐖🐽🐗",
        "cow": "🐄🐮",
        "rat": "🐀🐁",
        "dog": "🐕",
        "donkey": "🫏",
        "monkey": "🐒🐵🐵",
        "gorilla": "🦍",
        "whale": "🐋🐳",
        "clown": "🤡",
        "shit": "💩",
        "middlefinger": "🖕",
        "knife": "🔪🗡",
        "gun": "🔫",
        "bomb": "💣",
        "coffin": "⚰",
        "leaf": "🍃🌿☘",
        "snow": "❄",
        "nose": "👃",
        "pills": "💊",
        "peach": "🍑",
        "aubergine": "🍆",
        "smirk": "😏",
        "eyeroll": "🙄",
        "yuck": "🤢🤮",
        "shush": "🤫",
        "eyes": "👀",
        "angry": "😡🤬😠",
        "camera": "📷📸📹",
        "blood": "🩸",
    }.items()
    for emoji in emojis
}
