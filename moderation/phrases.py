"""Ways of saying a thing, written so that a parent could check them, and looked for in a post.

A way of saying is a line of pieces with spaces between:
  word          that word; a|b either; word? may be missing; two_words stand together
  #             any number, with or without £, k, p, am, pm; £ a number of pounds
  {kin}         any word or phrase of the group of that name, {kin|pet|or} of either or that word; in a group,
                slap+ stands for slap, slaps, slapped, slapping and slappin
  ~4            up to four words between, in the same sentence; ~~4 the sentence may end in between
Apostrophes may be there or not. Everything else is taken literally, on the folded text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from moderation.category import Category
from moderation.finding import Evidence, Finding, Severity
from moderation.text import Folded, listed

Groups = Mapping[str, str]  # name → phrases with commas between
Span = tuple[int, int]

_NEXT = r"[^a-z0-9.!?;\n]{1,5}"
_POSSESSIVE = r"(?:'?s|')?"
FIGURES = {
    "#": r"[£€$]?\d[\d.,:/]{0,9}(?:k|p|am|pm|th|st|nd|rd)?(?![a-z0-9])",
    "£": r"(?:[£€$]\d[\d.,]{0,9}k?|\d[\d.,]{0,9}k?[^a-z0-9]?(?:quid|pounds?|p|grand))(?![a-z0-9])",
}


@dataclass(frozen=True)
class Stretch:
    """Pieces that stand side by side, and how far they may be from the stretch before."""

    spelt: str  # a regular expression
    first: frozenset[str] | None  # the words it can begin with, where they are known
    gap: int = 0  # words
    over_sentences: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled at its first use: most are never needed, and all of them at once take a second."""
        return re.compile(self.spelt)

    def spans(self, folded: Folded) -> list[Span]:
        """Where it stands, looked for once a post however many ways share it."""
        known = folded.spans.get(self.spelt)
        if known is None:
            known = folded.spans[self.spelt] = list(self._look(folded))
        return known

    def _look(self, folded: Folded) -> Iterator[Span]:
        if self.first is None:
            yield from (match.span() for match in self.pattern.finditer(folded.text))
            return
        done = 0
        for start in sorted(place for word in self.first & folded.words for place in folded.places[word]):
            if start >= done and (match := self.pattern.match(folded.text, start)):
                done = match.end()
                yield match.span()


@dataclass(frozen=True)
class Way:
    """One way of saying something; a post with all the words of one of `unless` means something else."""

    stretches: tuple[Stretch, ...]
    needs: tuple[frozenset[str], ...]  # a post without a word of each cannot say it; the least likely first
    unless: tuple[frozenset[str], ...] = ()

    def search(self, folded: Folded) -> Span | None:
        words = folded.words
        for need in self.needs:
            if words.isdisjoint(need):
                return None
        said = self.stretches[0].spans(folded)
        for stretch in self.stretches[1:]:
            if not said:
                return None
            said = _followed(said, stretch, folded)
        if not said or any(spare <= words for spare in self.unless):
            return None
        return said[0]


def _followed(said: list[Span], stretch: Stretch, folded: Folded) -> list[Span]:
    """What was said so far, each drawn out to the stretch where that follows near enough.

    Only the last thing said before a stretch can be near it, so one walk over both is enough.
    """
    longer: list[Span] = []
    ends = [end for _, end in said]
    for start, end in stretch.spans(folded):
        place = bisect_left(ends, start + 1) - 1
        if place >= 0 and _near(stretch, folded, ends[place], start):
            longer.append((said[place][0], end))
    return longer


def _near(stretch: Stretch, folded: Folded, start: int, end: int) -> bool:
    if folded.words_between(start, end) > stretch.gap:
        return False
    return stretch.over_sentences or not folded.ends_between(start, end)


@dataclass(frozen=True)
class Rule:
    """What it means when one of the ways is found."""

    why: str
    ways: tuple[Way, ...]
    subtype: str | None = None
    severity: Severity = Severity.HIDE
    score: float = 0.9

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The ways that a word may begin or belong to, by the least likely list of words each way needs."""
        places: dict[str, list[int]] = {}
        for place, way in enumerate(self.ways):
            for word in way.needs[0] if way.needs else ():
                places.setdefault(word, []).append(place)
        return places

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._by_word)

    @cached_property
    def _of_figures(self) -> frozenset[int]:
        """The ways that need no word."""
        return frozenset(place for place, way in enumerate(self.ways) if not way.needs)

    def search(self, folded: Folded) -> Span | None:
        """Where the first of the ways is said, or None; ways whose words are not there cost nothing."""
        near = {place for word in folded.words & self._words for place in self._by_word[word]}
        if self._of_figures and folded.has_figures:
            near |= self._of_figures
        if not near:
            return None
        return says(folded, [self.ways[place] for place in sorted(near)])


@dataclass(frozen=True)
class Recipe:
    """Signs that together mean something: all of these, none of those, wherever in the post they stand."""

    why: str
    all_of: tuple[Rule, ...]
    none_of: tuple[Rule, ...] = ()
    subtype: str | None = None
    severity: Severity = Severity.HIDE
    score: float = 0.9
    within: int = 60  # words from the first sign to the last

    def search(self, folded: Folded) -> Span | None:
        """Where the first and the last of the signs stand, or None."""
        said: list[Span] = []
        for one in self.all_of:
            span = sign(one, folded)
            if span is None:
                return None
            said.append(span)
        start, end = min(first for first, _ in said), max(last for _, last in said)
        if folded.words_between(start, end) > self.within or any(sign(one, folded) for one in self.none_of):
            return None
        return start, end


def sign(one: Rule, folded: Folded) -> Span | None:
    """Where one sign is given, looked for once a post however many recipes need it."""
    if id(one) not in folded.signs:
        folded.signs[id(one)] = one.search(folded)
    return folded.signs[id(one)]


def signs(groups: Groups, unless: str = "", **lines: Sequence[str]) -> dict[str, Rule]:
    """Signs by name, each from its lines."""
    return {name: rule(name, *said, groups=groups, unless=unless) for name, said in lines.items()}


def rule(
    why: str,
    *lines: str,
    groups: Groups,
    unless: str = "",
    subtype: str | None = None,
    severity: Severity = Severity.HIDE,
    score: float = 0.9,
) -> Rule:
    """A rule from its lines. `unless` names words, word-pairs and {groups} that mean it is something else."""
    return Rule(why, ways(*lines, groups=groups, unless=unless), subtype, severity, score)


def ways(*lines: str, groups: Groups, unless: str = "") -> tuple[Way, ...]:
    """Lines compiled, also for a question that is no rule of its own."""
    spared = tuple(
        frozenset(_words(phrase)) for piece in unless.split() for phrase in _alternatives(piece, groups)
    )
    return tuple(_way(line, groups, spared) for line in lines)


def _way(line: str, groups: Groups, spared: tuple[frozenset[str], ...]) -> Way:
    stretches: list[Stretch] = []
    needs: list[frozenset[str]] = []
    for stretch, needed in _stretches(line, groups):
        stretches.append(stretch)
        needs += needed
    return Way(tuple(stretches), tuple(sorted(needs, key=_likelihood)), spared)


EVERYDAY = frozenset(
    listed("""
    the a an to and of in on at is it i you he she they we me my his her him them their your
    was are be been this
    that for with so but not no do does did have has had got get will would can could if when
    what who where how all
    one out up off over just like go going said say says day time im ive its dont cant kids
    child mum dad us or as
    """)
)


def _likelihood(needed: frozenset[str]) -> int:
    """Roughly how often a post holds one of the words; an everyday word counts for forty others."""
    return len(needed) + 40 * len(needed & EVERYDAY)


def found(category: Category, rules: Sequence[Rule | Recipe], folded: Folded) -> Iterator[Finding]:
    """One finding for each rule of which a way is said."""
    for one in rules:
        if span := one.search(folded):
            yield Finding(category, one.score, one.severity, one.why, one.subtype, (evidence(folded, *span),))


def says(folded: Folded, ways: Sequence[Way]) -> Span | None:
    """Where in the folded text the first of the ways is said, or None."""
    return next((span for way in ways if (span := way.search(folded))), None)


def evidence(folded: Folded, start: int, end: int) -> Evidence:
    """The original words of a stretch of the folded text."""
    first, last = folded.span(start, end)
    return Evidence(first, last, folded.original[first:last])


def _stretches(line: str, groups: Groups) -> Iterator[tuple[Stretch, list[frozenset[str]]]]:
    """The line cut at its gaps, each stretch with the words of which it needs one each."""
    gap = "~0"
    for part in re.split(r"\s+(?=~)|(?<=\d)\s+", line):
        if re.fullmatch(r"~+\d+", part):
            gap = part
        else:
            spelt, needs = _side_by_side(part.split(), groups)
            first = None if part.split()[0].endswith("?") or part[0] in FIGURES else needs[0]
            yield Stretch(spelt, first, int(gap.strip("~")), gap.startswith("~~")), needs


def _side_by_side(pieces: list[str], groups: Groups) -> tuple[str, list[frozenset[str]]]:
    spelt = r"(?<![a-z0-9])"
    needs: list[frozenset[str]] = []
    started = False
    for piece in pieces:
        before = _NEXT if started else ""
        if piece in FIGURES:
            spelt += before + FIGURES[piece]
            started = True
            continue
        phrases = _alternatives(piece.removesuffix("?"), groups)
        if piece.endswith("?"):
            spelt += f"(?:{before}{_either(phrases)}{'' if started else _NEXT})?"
        else:
            spelt += before + _either(phrases)
            needs.append(frozenset(_words(phrase)[0] for phrase in phrases))
            started = True
    return spelt, needs


def _alternatives(piece: str, groups: Groups) -> list[str]:
    grouped = "{" in piece
    phrases: list[str] = []
    for name in re.sub("[{}]", "", piece).split("|"):
        if grouped and name in groups:
            phrases += re.split(r"\s*,\s*", groups[name].strip().strip(","))
        else:
            phrases.append(name.replace("_", " "))
    return [form for phrase in phrases if _words(phrase) for form in _forms(phrase)]


def _forms(phrase: str) -> list[str]:
    """slap+ in all its forms; the rare wrong one does no harm."""
    verb = phrase.removesuffix("+")
    if verb == phrase:
        return [phrase]
    stem = verb
    if verb.endswith("e"):
        stem = verb[:-1]
    elif re.search(r"[^aeiou][aeiou][bdgklmnprt]$", verb):
        stem = verb + verb[-1]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return [verb, third, stem + "ed", stem + "ing", stem + "in"]


def _words(phrase: str) -> list[str]:
    return re.findall("[a-z0-9]+", phrase.replace("'", ""))


def _either(phrases: list[str]) -> str:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    spelt = (re.sub("[^a-z0-9']+", "[^a-z0-9]{1,3}", phrase).replace("'", "'?") for phrase in longest_first)
    return f"(?:{'|'.join(spelt)}){_POSSESSIVE}(?![a-z0-9])"
