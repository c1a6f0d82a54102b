"""How hard a text is to read: the Flesch-Kincaid grade, to which five years are added for an age."""

import re

# Words that the rule below counts wrongly and that we use, with their syllables.
COUNTED = {
    "business": 2,
    "being": 2,
    "children": 2,
    "doing": 2,
    "people": 2,
    "everybody": 4,
    "everything": 3,
    "family": 3,
    "families": 3,
    "going": 2,
    "idea": 3,
    "moment": 2,
    "once": 1,
    "puts": 1,
    "quiet": 2,
    "safely": 2,
    "safety": 2,
    "seeing": 2,
    "setting": 2,
    "somebody": 3,
    "something": 2,
    "somewhere": 2,
    "telegram": 3,
    "every": 2,
    "one": 1,
    "someone": 2,
    "anyone": 3,
    "there": 1,
    "here": 1,
    "were": 1,
    "sometimes": 2,
    "likely": 2,
    "lonely": 2,
    "before": 2,
    "therefore": 2,
    "police": 2,
    "machine": 2,
    "case": 1,
    "used": 1,
    "asked": 1,
}
WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
SENTENCE = re.compile(r"[.!?:;\n]+(?=\s|$)|\n+| – ")


def syllables(word: str) -> int:
    """How many times the voice moves; a rule of thumb with its exceptions."""
    bare = re.sub(r"['’]s?$", "", word.lower()).replace("’", "'").replace("'", "")
    if bare in COUNTED:
        return COUNTED[bare]
    core = re.sub(r"(?:[^laeiouy]es|[^dt]ed|[^l]e)$", lambda end: end[0][0], bare) if len(bare) > 3 else bare
    if re.search(r"(?:s|x|z|ch|sh|[cg])es$", bare):
        core = bare
    groups = re.findall(r"[aeiouy]+", core)
    extra = len(re.findall(r"i[ao]|eo|[^q]ua|uou|[aeiouy]ing$", core)) if len(core) > 4 else 0
    extra -= len(re.findall(r"tion|cial|sion|tial|gion|cious", core))
    return max(1, len(groups) + max(0, extra))


def grade(text: str) -> float:
    """The school year of the United States in which it is read with ease."""
    shown = re.sub(r"https?://\S+|/[a-z_]+|@\w+|\d[\d ,.:%]*", " ", text)
    sentences = [part for part in SENTENCE.split(shown) if WORD.search(part)]
    words = [word for part in sentences for word in WORD.findall(part)]
    if not words:
        return 0.0
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59
