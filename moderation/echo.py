"""Tells whether words say again what is out of view: a copy with small changes, or a quote."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from moderation.text import fold

WORD = re.compile(r"[a-z0-9]+")
FEWEST = 4  # words: fewer, such as "yes please", are said by chance
FEWEST_QUOTED = 3
ALIKE = 0.6  # of all the marks of two posts, how many they share: one word in ten changed leaves 0.7
WITHIN = 0.9  # of the marks of a quote, how many must be of the words it quotes


def marks(text: str) -> frozenset[str]:
    """The words and each two that follow one another, with every disguise taken off."""
    words = WORD.findall(fold(text).text)
    return frozenset([*words, *(f"{one} {other}" for one, other in pairwise(words))])


def is_bait(own: AbstractSet[str]) -> bool:
    """Whether words are many enough that saying them again is no chance."""
    return sum(" " not in mark for mark in own) >= FEWEST


def is_copy(shared: int, own: int, hidden: int) -> bool:
    """By the number of marks: nearly the same words, however they are dressed up."""
    return shared >= ALIKE * (own + hidden - shared) > 0


def holds(shared: int, hidden: int) -> bool:
    """The whole of the hidden words stands somewhere in these."""
    return shared >= WITHIN * hidden > 0


def is_from(shared: int, quoted: int) -> bool:
    """What is quoted is a piece of the hidden words."""
    return shared >= WITHIN * quoted and quoted >= 2 * FEWEST_QUOTED - 1


def leaves_out(
    own: AbstractSet[str], hidden: AbstractSet[str], trouble: Sequence[Sequence[AbstractSet[str]]]
) -> bool:
    """Only words of the hidden post, and of each trouble with it at least something is gone."""
    words = {mark for mark in own if " " not in mark}
    return words <= hidden and bool(trouble) and all(any(not one <= own for one in each) for each in trouble)
