"""What an error of Telegram's means for an act, how fast a chat is written to, what settles an act."""

import warnings
from collections.abc import Sequence
from datetime import timedelta

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.warnings import PTBDeprecationWarning

from bot import settle
from bot.desk import Desk
from bot.outbox import Pace, outcome_of
from bot.settle import Done, Later, Migrated, NotStarted, Outcome, Refused, Unknown
from bot.store.effects import Delivery, EffectRow, NewEffect, Priority
from tests.bot.conftest import GROUP, NOON, PARENT, later, opened


def act(
    kind: str, delivery: Delivery = Delivery.AT_LEAST_ONCE, attempts: int = 1, chat: int = PARENT
) -> EffectRow:
    return EffectRow(
        1, "key", kind, chat, Priority.CARD, delivery, {}, None, "sending", attempts, NOON, None, NOON, None
    )


def unreachable() -> NetworkError:
    error = NetworkError("httpx.ConnectError")
    error.__cause__ = httpx.ConnectError("no route")
    return error


def wait(time: int | timedelta) -> RetryAfter:
    """Telegram's wish that we wait; python-telegram-bot gives the time in either form and warns of one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PTBDeprecationWarning)
        return RetryAfter(time)


pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
ONCE = Delivery.AT_MOST_ONCE


@pytest.mark.parametrize(
    "error, effect, outcome",
    [
        (wait(7), act("card"), Later(7, hold_chat=True)),
        (wait(timedelta(seconds=7)), act("delete"), Later(7, hold_chat=True)),
        (wait(7), act("restore", ONCE), Later(7, hold_chat=True)),
        (Forbidden("bot was blocked by the user"), act("card"), NotStarted()),
        (BadRequest("Chat not found"), act("say"), NotStarted()),
        (Forbidden("bot was kicked"), act("delete", chat=GROUP), Refused("bot was kicked")),
        (Forbidden("bot was kicked"), act("restore", ONCE, chat=GROUP), Refused("bot was kicked")),
        (Forbidden("bot was kicked"), act("expel", ONCE, chat=GROUP), Refused("bot was kicked")),
        (Forbidden("bot was kicked"), act("say", chat=GROUP), Refused("bot was kicked")),
        (BadRequest("Chat not found"), act("delete", chat=GROUP), Refused("Chat not found")),
        (BadRequest("Message to delete not found"), act("delete"), Done(found=False)),
        (BadRequest("Message is not modified: …"), act("edit"), Done()),
        (BadRequest("Query is too old and response timeout expired"), act("answer"), Done()),
        (BadRequest("Message can't be deleted"), act("delete"), Refused("Message can't be deleted")),
        (ChatMigrated(-100), act("say"), Migrated(-100)),
        (TimedOut(), act("card"), Later(1)),
        (TimedOut(), act("card", attempts=3), Later(5)),
        (TimedOut(), act("card", attempts=99), Later(60)),
        (TimedOut(), act("restore", ONCE), Unknown()),
        (unreachable(), act("restore", ONCE), Later(1)),
        (Conflict("two of us"), act("card"), Later(60)),
        (InvalidToken(), act("card"), Later(60)),
    ],
)
def test_each_error_means_one_thing(error: TelegramError, effect: EffectRow, outcome: Outcome) -> None:
    assert outcome_of(error, effect) == outcome


def paced(clock: Sequence[float], a_minute: int = 3) -> list[float]:
    """The waits a chat is given when it wants a message at each of these moments."""
    shown = [0.0]
    pace = Pace(a_minute, lambda: shown[0])
    waits = []
    for shown[0] in clock:
        waits.append(pace.wait(5))
        if not waits[-1]:
            pace.count(5)
    return waits


def test_a_chat_gets_so_many_messages_a_minute_and_no_more() -> None:
    assert paced([0, 1, 2, 3, 59, 60]) == [0, 0, 0, 57, 1, 0]


def test_one_chats_pace_is_nobody_elses() -> None:
    pace = Pace(1, lambda: 0.0)
    pace.count(5)

    assert pace.wait(5) == 60
    assert pace.wait(6) == 0


def sending(desk: Desk, kind: str = "say") -> EffectRow:
    new = NewEffect("act", kind, PARENT, Priority.PRIVATE, Delivery.AT_LEAST_ONCE, {"text": "hello"})
    desk.store.effects.add(new, desk.now)
    return desk.store.effects.claim(1, desk.now)[0]


def state(desk: Desk, effect: EffectRow) -> str:
    found = desk.store.effects.get(effect.id)
    assert found is not None
    return found.state


def test_what_nobody_can_receive_yet_is_held_until_start(desk: Desk) -> None:
    effect = sending(desk)

    settle.settle(effect, NotStarted(), desk.now, desk)

    assert state(desk, effect) == "held"
    assert desk.store.effects.release(PARENT, desk.now) == 1


def test_a_start_pressed_while_the_message_was_on_its_way_is_not_missed(desk: Desk) -> None:
    effect = sending(desk)
    desk.store.members.started(PARENT, later(desk, seconds=1).now)

    settle.settle(effect, NotStarted(), desk.now, later(desk, seconds=2))

    assert state(desk, effect) == "waiting"


def test_a_message_sent_is_in_the_ledger(desk: Desk) -> None:
    effect = sending(desk)

    settle.settle(effect, Done((77, 78), has_words=True), desk.now, desk)

    assert state(desk, effect) == "done"
    assert all((sent := desk.store.sent.get(PARENT, number)) and sent.has_words for number in (77, 78))


def test_a_copy_that_stayed_in_the_group_before_it_moved_is_told_and_not_tried_for_ever(desk: Desk) -> None:
    case = opened(desk, "oh do grow up karen")
    body = {"messages": [50]}
    new = NewEffect("out", "copy_out", GROUP, Priority.DELETE, Delivery.IDEMPOTENT, body, case.number)
    desk.store.effects.add(new, desk.now)
    (effect,) = (one for one in desk.store.effects.claim(9, desk.now) if one.kind == "copy_out")

    settle.settle(effect, Migrated(-1009), desk.now, desk)

    assert state(desk, effect) == "failed"
    assert desk.group_chat_id == -1009
