"""`lollipop check` says of a post what the live bot does with it, from the raw message to the decision."""

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.check import check
from bot.desk import Desk
from bot.models import Models
from bot.reading import Posting, read_update
from bot.review import review
from bot.settings import Settings
from bot.store import Store
from bot.words import poster_word
from moderation.decision import Decision
from moderation.policy import Policy, load_policy
from moderation.post import Author, Media, Post, Role
from tests.moderation.printed_examples import EVERYDAY, EXAMPLES

GROUP = -1001
START = datetime(2026, 9, 7, 10, 15, tzinfo=UTC)
# One person for each role; the live bot knows them by id alone.
PEOPLE = {Role.PARENT: 1, Role.STAFF: 2, Role.COMMITTEE: 3, Role.MANAGER: 4, Role.RELATIVE: 5}
POSTS = [*(example.post for example in EXAMPLES), *(Post(line) for line in EVERYDAY)]
PIECES = 3  # of the printed posts, so that each profile gets through a different third


@pytest.fixture(scope="module")
def models() -> Iterator[Models]:
    models = Models("builtin", Path("nowhere"))
    models.load()
    yield models
    models.close()


def role_of(post: Post) -> Role:
    return next(iter(post.author.roles))


def sent(place: int) -> datetime:
    """Two hours apart, so that the circuit breaker, which check does not have, stays shut."""
    return START + timedelta(hours=2 * place)


def raw_message(place: int, post: Post) -> dict[str, Any]:
    message = {
        "message_id": place + 1,
        "date": int(sent(place).timestamp()),
        "chat": {"id": GROUP, "type": "supergroup", "title": "Parents"},
        "from": {"id": PEOPLE[role_of(post)], "is_bot": False, "first_name": "Jo"},
    }
    if post.media is None:
        return message | {"text": post.text}
    file: Any = {"file_id": "f", "file_unique_id": "u"}
    return message | {post.media.value: [file] if post.media is Media.PHOTO else file, "caption": post.text}


def line(place: int, post: Post) -> dict[str, Any]:
    return {
        "id": place,
        "text": post.text,
        "role": role_of(post).value,
        "media": post.media.value if post.media else None,
        "from": PEOPLE[role_of(post)],
        "at": sent(place).isoformat(),
    }


def live_page(place: int, decision: Decision, policy: Policy, author: Author) -> dict[str, Any]:
    reply = decision.reply
    return {
        "id": place,
        "action": decision.action.value,
        "because": decision.because.category.value if decision.because else None,
        "findings": [
            (ruling.finding.category.value, round(ruling.finding.score, 4), ruling.severity.value)
            for ruling in decision.rulings
        ],
        "reply": poster_word(reply, policy, number="…", is_staff=author.is_staff) if reply else None,
    }


@pytest.mark.parametrize(("number", "profile"), list(enumerate(("default", "st-josephs", "orleton"))))
def test_check_says_what_the_live_bot_does(tmp_path: Path, models: Models, number: int, profile: str) -> None:
    policy = load_policy(profile)
    posts = POSTS[number::PIECES]
    roles: dict[Role, tuple[int, ...]] = {
        role: (person,) for role, person in PEOPLE.items() if role != Role.PARENT
    }
    settings = Settings(group_chat_id=GROUP, roles=roles, mode="enforce")
    live = []
    with Store.open(tmp_path / "a.db", tmp_path / "a.key") as store, store.transaction():
        for place, post in enumerate(posts):
            posting = read_update({"update_id": place, "message": raw_message(place, post)})
            assert isinstance(posting, Posting)
            desk = Desk(store, policy, settings, sent(place))
            decision = review(posting, models.look_now([posting.post.text])[0], desk)
            live.append(live_page(place, decision, policy, Author(roles=frozenset({role_of(post)}))))

    out = io.BytesIO()
    raw = "\n".join(json.dumps(line(place, post)) for place, post in enumerate(posts))
    check([raw.encode()], out, policy, models)

    checked = [json.loads(answer) for answer in out.getvalue().splitlines()]
    for page in checked:
        page["findings"] = [(one["category"], one["score"], one["severity"]) for one in page["findings"]]
    assert checked == live
    assert {page["action"] for page in live} >= {"allow", "hide", "urgent"}
