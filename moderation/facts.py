"""What was looked up before judging, so that the judgement itself needs to look up nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from moderation.category import Category
from moderation.text import fold


@dataclass(frozen=True)
class Named:
    """How one person may be named, as `fold` leaves it: "mia", "mia rose" or "mimi", and the surname.

    Folding a post and folding a name are the same step, so that the two can be compared letter for letter.
    """

    called: frozenset[str]
    surname: str = ""

    @property
    def full(self) -> frozenset[str]:
        """Every way to say the whole name; empty where the roster knows no surname."""
        return frozenset(f"{one} {self.surname}" for one in self.called if self.surname)


def named(*called: str, surname: str = "") -> Named:
    """The folded names of one person; blanks are left out."""
    first = {fold(one).text for one in called}
    return Named(frozenset(first - {""}), fold(surname).text)


@dataclass(frozen=True)
class RosterNames:
    """The roster's names as they look from one author: whose child is whose.

    `no_publish`, `photo` and `may_be_named` are some of the children, the author's own among them:
    never to be shown or named at all, whose picture may be shown in the group, and whose first name may be
    given by others.
    """

    own_children: frozenset[Named] = frozenset()
    other_children: frozenset[Named] = frozenset()
    no_publish: frozenset[Named] = frozenset()
    photo: frozenset[Named] = frozenset()
    may_be_named: frozenset[Named] = frozenset()
    staff: frozenset[Named] = frozenset()
    carers: frozenset[Named] = frozenset()

    @cached_property
    def own_first(self) -> frozenset[str]:
        """What the author's own children are called, without surnames."""
        return _called(self.own_children)

    @cached_property
    def other_first(self) -> frozenset[str]:
        """What other people's children are called; a name that an own child has too is left out."""
        return _called(self.other_children) - self.own_first

    @cached_property
    def full_names(self) -> frozenset[str]:
        """Every child's whole name."""
        return frozenset(full for child in self.own_children | self.other_children for full in child.full)


def _called(people: Iterable[Named]) -> frozenset[str]:
    return frozenset(one for person in people for one in person.called)


@dataclass(frozen=True)
class Repeats:
    """A case whose words are out of view, and are quoted in this post."""

    number: int
    category: Category
    subtype: str | None = None


@dataclass(frozen=True)
class Facts:
    """Toxicity by label, 0 to 1; None when no model could run, which is never the same as harmless (I-13).

    `meaning`: how likely the post is to belong to each category, 0 to 1, by the category's name, and "URGENT"
    for any of the urgent four; None where the model in use reads tone only, and then it adds nothing.
    `roster`: the names it holds, as they look from the post's author; None where there is no roster.
    `repeats`: what is out of view and quoted here. `passed`: a person has said yes to just these pictures.
    """

    toxicity: Mapping[str, float] | None = None
    meaning: Mapping[str, float] | None = None
    roster: RosterNames | None = None
    repeats: Repeats | None = None
    passed: bool = False
