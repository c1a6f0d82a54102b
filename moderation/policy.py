"""A setting's own policy, read strictly from TOML."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Policy:
    """Every knob of policy.md 2.4 with its value."""

    name: str
    knobs: Mapping[str, Any]
