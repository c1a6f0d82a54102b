"""One post has one case at a time, and nobody is tipped off by a private word."""

from dataclasses import replace
from typing import Any

from bot.attached import File
from bot.desk import Desk
from bot.dispatch import handle
from bot.moves import make_move
from bot.reading import Command
from bot.review import review
from moderation.case import Move, State
from moderation.facts import Facts
from moderation.post import Media
from tests.bot.conftest import GROUP, LEAD, MANAGER, PARENT, later, opened, posting, queued

RUDE = "whoever parked across the gate this morning is a selfish cow"
GROOMING = "Does ur little girl have her own tablet? whats her username ill add her on roblox"


def photo(unique_id: str) -> tuple[File, ...]:
    return (File(Media.PHOTO, "file", unique_id),)


def pictured(caption: str, unique_id: str, **changes: Any) -> dict[str, Any]:
    post = replace(posting(caption).post, media=Media.PHOTO)
    return {"post": post, "files": photo(unique_id), **changes}


def told(desk: Desk, number: int) -> list[int]:
    """Who was sent a private word about a case."""
    return [chat for kind, chat in queued(desk, number) if kind == "say"]


def test_another_picture_under_the_same_caption_is_looked_at_again(desk: Desk) -> None:
    opened(desk, "our day", **pictured("our day", "first"))
    make_move(Move.KEEP, 1, MANAGER, desk)

    review(posting("our day", **pictured("our day", "second", edited=True)), Facts({"toxicity": 0.0}), desk)

    assert desk.store.cases.get(2) is not None


def test_a_change_nobody_sees_opens_no_second_case(desk: Desk) -> None:
    opened(desk, "our day", **pictured("our day", "first"))
    review(posting("our day", **pictured("our day", "first", edited=True)), Facts({"toxicity": 0.0}), desk)

    assert desk.store.cases.get(2) is None


def test_an_edit_leaves_one_case_to_decide_about(desk: Desk) -> None:
    opened(desk, RUDE)
    opened(desk, RUDE + " and a pathetic idiot", edited=True)

    first = desk.store.cases.get(1)
    assert first is not None and (first.state, first.decision) == (State.CLOSED, "superseded")
    assert "already decided" in make_move(Move.APPROVE, 1, MANAGER, desk)
    assert "going back" in make_move(Move.APPROVE, 2, MANAGER, desk)


def test_nobody_is_tipped_off_by_a_hide_by_hand(desk: Desk) -> None:
    watching = replace(desk, settings=replace(desk.settings, mode="observe"))
    opened(watching, GROOMING)

    make_move(Move.HIDE, 1, LEAD, watching)

    assert ("delete", GROUP) in queued(watching, 1)
    assert PARENT not in told(watching, 1)


def test_why_tells_the_poster_nothing_while_the_post_is_up_or_would_be_a_tip_off(desk: Desk) -> None:
    opened(desk, GROOMING)
    watching = replace(desk, settings=replace(desk.settings, mode="observe"))
    opened(watching, RUDE, message=8)

    for number in (1, 2):
        ask = Command("why", str(number), PARENT, PARENT, 70 + number, private=True)
        handle(ask, Facts(), later(desk, minutes=1))

    effects = [one for one in desk.store.effects.claim(99, later(desk, hours=1).now) if one.chat_id == PARENT]
    assert [one.body["text"] for one in effects if "text" in one.body] == [
        "There is no case 1.",
        "There is no case 2.",
    ]


def test_an_administrator_asked_for_want_of_anybody_else_may_type_what_the_button_does(desk: Desk) -> None:
    bare = replace(desk, settings=replace(desk.settings, roles={}))
    bare.store.settings.set("group_admins", "77")
    opened(bare, RUDE)

    handle(Command("approve", "1", 77, 77, 5, private=True), Facts(), bare)

    case = bare.store.cases.get(1)
    assert case is not None and case.decision == "approve"
