"""What was looked up before judging, so that the judgement itself needs to look up nothing."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    """Toxicity by label, 0 to 1; None when no model could run, which is never the same as harmless (I-13).

    `meaning`: how likely the post is to belong to each category, 0 to 1, by the category's name, and "URGENT"
    for any of the urgent four; None where the model in use reads tone only, and then it adds nothing.
    """

    toxicity: Mapping[str, float] | None = None
    meaning: Mapping[str, float] | None = None
