"""/check says of a draft what the live bot would do with the post, and keeps nothing of it."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.check import check
from bot.commands import COMMANDS
from bot.commands.check import answer, judged, look
from bot.desk import Desk
from bot.intake import post_of
from bot.models import Models
from bot.reading import Command, Posting, read_update
from bot.review import review
from bot.words import say, texts
from moderation.category import Category
from moderation.decision import Action, decide
from moderation.judge import Judgement
from moderation.knobs import KNOBS
from moderation.policy import load_policy
from moderation.post import Post, Role
from tests.bot.conftest import GROUP, MANAGER, NOON, later
from tests.bot.test_check_is_live import POSTS

DRAFTS = [post.text for post in POSTS if post.media is None and post.text][::5]


@pytest.fixture(scope="module")
def models() -> Iterator[Models]:
    models = Models("builtin", Path("nowhere"))
    models.load()
    yield models
    models.close()


def typed(text: str, user: int = MANAGER, **more: object) -> Command:
    """Somebody's private `/check …`, as Telegram sends it."""
    reading = read_update({"update_id": 1, "message": message(f"/check {text}".rstrip(), user, user) | more})
    assert isinstance(reading, Command)
    return reading


def message(text: str, user: int, chat: int) -> dict[str, object]:
    kind = "private" if chat > 0 else "supergroup"
    marked = [{"type": "bot_command", "offset": 0, "length": 6}] if text.startswith("/check") else []
    return {
        "message_id": 5,
        "date": int(NOON.timestamp()),
        "chat": {"id": chat, "type": kind},
        "from": {"id": user, "is_bot": False, "first_name": "Jo"},
        "text": text,
        "entities": marked,
    }


def looked_at(command: Command, models: Models) -> Command:
    """As the intake does it: the model is asked about the draft, off to the side."""
    post = post_of(command)
    assert post is not None
    return replace(command, facts=models.look_now([post.text])[0])


def test_a_draft_is_judged_as_the_live_post_and_as_lollipop_check(desk: Desk, models: Models) -> None:
    assert len(DRAFTS) > 36
    live, checked = [], []
    for place, text in enumerate(DRAFTS):
        moment = later(desk, hours=2 * place)  # far enough apart for the circuit breaker, which check has not
        command = looked_at(typed(text), models)
        assert command.draft is not None
        checked.append(judged(command.draft, command, moment))
        posting = read_update({"update_id": place, "message": message(text, MANAGER, GROUP)})
        assert isinstance(posting, Posting)
        posting = replace(posting, message_id=100 + place)
        live.append(review(posting, command.facts, moment))

    out = io.BytesIO()
    lines = [{"text": text, "role": "manager", "from": MANAGER, "at": NOON.isoformat()} for text in DRAFTS]
    check(["\n".join(json.dumps(line) for line in lines).encode()], out, desk.policy, models)
    printed = [json.loads(line) for line in out.getvalue().splitlines()]

    assert [one.action for one in checked] == [one.action for one in live]
    assert [one.rulings for one in checked] == [one.rulings for one in live]
    assert [one.action.value for one in checked] == [one["action"] for one in printed]
    assert [one.because.category.value if one.because else None for one in checked] == [
        one["because"] for one in printed
    ]
    assert {one.action for one in checked} >= {Action.ALLOW, Action.HIDE, Action.URGENT}


def test_the_model_counts_for_a_draft(desk: Desk) -> None:
    quiet, loud = typed("you are all so very clever"), typed("you are all so very clever")
    assert quiet.draft and loud.draft
    sure = replace(loud.facts, toxicity={"toxicity": 0.99, "insult": 0.99})

    assert judged(quiet.draft, quiet, desk).action == Action.ALLOW
    assert judged(loud.draft, replace(loud, facts=sure), desk).action == Action.HIDE


def test_a_reply_to_ones_own_message_checks_that_message(desk: Desk) -> None:
    photo = {
        "message_id": 4,
        "date": int(NOON.timestamp()),
        "chat": {"id": MANAGER, "type": "private"},
        "from": {"id": MANAGER, "is_bot": False, "first_name": "Jo"},
        "photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}],
        "caption": "Look what we made",
    }
    command = typed("", reply_to_message=photo)

    assert command.draft is not None
    assert judged(command.draft, command, desk).action in {Action.HOLD, Action.HIDE}
    assert command.draft.text == "Look what we made"


def test_a_reply_to_somebody_elses_message_is_no_draft(desk: Desk) -> None:
    theirs = message("you pathetic idiot", 9000, MANAGER)

    assert typed("", reply_to_message=theirs).draft is None
    assert look(typed("", reply_to_message=theirs), desk) == say("draft.how")


def test_nothing_of_the_draft_is_kept_or_repeated(desk: Desk) -> None:
    command = typed("whoever parked across the gate is a selfish cow")
    said = look(command, desk)

    assert "selfish" not in said
    assert desk.store.cases.waiting() == []
    assert desk.store.effects.counts() == {}
    assert command.posting is None  # so that nothing reviews it


def test_in_the_group_it_is_not_answered_about_the_words(desk: Desk) -> None:
    reading = read_update({"update_id": 1, "message": message("/check you selfish cow", MANAGER, GROUP)})
    assert isinstance(reading, Command)

    assert reading.draft is None
    assert look(reading, desk) == say("draft.not_here")


@pytest.mark.parametrize("category", list(Category))
def test_there_is_a_hint_for_every_kind_of_thing(desk: Desk, category: Category) -> None:
    hint = say(f"hint.{category}", setting=desk.setting)

    assert len(hint) > 30
    assert "{" not in hint


def test_every_outcome_has_its_words() -> None:
    assert {action.value for action in Action} <= texts()["draft"].keys()


def test_a_fine_draft_gets_no_hints(desk: Desk) -> None:
    nothing = decide(Judgement(Post("see you at the fair")), desk.policy, mode=desk.mode)

    assert answer(nothing, desk) == say("draft.allow") + "\n\n" + say("draft.kept")


def test_parents_may_ask_only_where_the_profile_says_so() -> None:
    policy = load_policy("default")
    opened = replace(policy, knobs={**policy.knobs, "drafts.parents": True})
    parent = frozenset({Role.PARENT})

    assert "drafts.parents" in KNOBS
    assert not COMMANDS["check"].is_for(parent, policy)
    assert COMMANDS["check"].is_for(parent, opened)
    assert not COMMANDS["queue"].is_for(parent, opened)
