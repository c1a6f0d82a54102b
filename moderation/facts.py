"""What was looked up before judging, so that the judgement itself needs to look up nothing."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    """Toxicity by label, 0 to 1; None when no model could run, which is never the same as harmless (I-13)."""

    toxicity: Mapping[str, float] | None = None
