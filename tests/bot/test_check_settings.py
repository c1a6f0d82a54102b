"""`lollipop check` under each profile: the same line, answered as that setting's policy asks."""

import io
import json
from pathlib import Path

import pytest

from bot.check import check
from bot.models import Models
from moderation.policy import SHIPPED, load_policy

SETTINGS = SHIPPED[1:]

# A line of input, and the action in the order WM, OR, SJ, WW, BT.
LINES = [
    (
        {"text": "Really disappointed nobody told us about the closure til 7am. again."},
        "hide route route ask route",
    ),
    (
        {"text": "short staffed AGAIN and no thanks from management", "role": "staff"},
        "hide hide hide hide hide",
    ),
    ({"text": "sports day!", "media": "photo"}, "hold hold hold hide hold"),
    ({"text": "so proud", "media": "photo", "role": "staff"}, "hide hold hide hide hide"),
    ({"text": "Miss Amy can i add u on fb?"}, "nudge info nudge nudge info"),
    ({"text": "accepted your request!", "role": "staff"}, "flag info hide flag info"),
    ({"text": "Poppy loved pancake day!"}, "allow allow allow nudge allow"),
    ({"text": "Isla wont be in today, tummy bug"}, "route route route hide route"),
    (
        {"text": "Not sure who to tell but L had marks on his arms again"},
        "urgent urgent urgent urgent urgent",
    ),
    ({"text": "Lovely to see Santa visit, thanks to the committee"}, "allow allow allow allow allow"),
]


@pytest.mark.parametrize(("place", "setting"), list(enumerate(SETTINGS)))
def test_the_same_lines_are_answered_as_each_policy_asks(place: int, setting: str, tmp_path: Path) -> None:
    out = io.BytesIO()
    source = [json.dumps(line).encode() + b"\n" for line, _ in LINES]

    check(source, out, load_policy(setting), Models("builtin", tmp_path))

    actions = [json.loads(line)["action"] for line in out.getvalue().splitlines()]
    assert actions == [expected.split()[place] for _, expected in LINES]
