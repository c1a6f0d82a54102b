"""Puts one ordinary name in the place of the roster's names: nobody is rude for being called so."""

import re
from functools import lru_cache

STAND_IN = "Sam"


def without_names(text: str, names: frozenset[str]) -> str:
    """The text as the models read it. Only names written with a capital: "dick" stays what it is.

    What is said to be a name stays one: an insult in capitals is still seen by the rules, which read the post
    itself.
    """
    return _pattern(names).sub(STAND_IN, text) if names else text


@lru_cache(maxsize=4)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    written = "|".join(re.escape(name[0].upper() + name[1:]) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)")
