"""An act that must not happen by one slip of a finger: it waits until somebody who may has confirmed it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot import letters
from bot.cards import Button, Card
from bot.desk import Desk
from bot.store.pending import WAITING, Pending
from bot.words import say

TIME_TO_THINK = timedelta(days=1)


def at_once(asked: Pending, desk: Desk) -> str:
    """One confirmation is enough."""
    return ""


@dataclass(frozen=True)
class Act:
    """`may`: whether this person may confirm or cancel, looked up at the press. `missing`: what is still
    wanted after this confirmation, as the answer to whoever pressed; "" for nothing. `run` does it and
    returns the answer; everything it does goes through the outbox, in the transaction of the press."""

    may: Callable[[Pending, int, Desk], bool]
    run: Callable[[Pending, int, Desk], str]
    missing: Callable[[Pending, Desk], str] = at_once
    undo: Callable[[Pending, int, Desk], str] | None = None


def ask(
    act: str,
    body: dict[str, Any],
    desk: Desk,
    *,
    asked_by: int | None,
    people: Iterable[int],
    within: timedelta = TIME_TO_THINK,
) -> int:
    """Asks people in private to confirm; the number of what they are asked. `act` is a key of
    bot.acts.ACTS and of [pending] in texts.toml, which may use the values of `body`; no words of anybody's
    go in there, only ids, dates and the like."""
    until = desk.now + within
    number = desk.store.pending.add(act, body, asked_by=asked_by, now=desk.now, until=until)
    letters.ask_with_card(number, people, desk)
    return number


def draw(number: int, desk: Desk) -> Card | None:
    """What is asked, with its two buttons while it waits, or what became of it."""
    pending = desk.store.pending.get(number)
    if pending is None:
        return None
    names = desk.store.sealed.open(number) or {}
    values = {"name": say("pending.somebody"), **pending.body, **names}
    question = say(f"pending.{pending.act}", number=number, setting=desk.setting, **values)
    if is_waiting(pending, desk):
        return Card(
            question,
            (
                (
                    Button(say("button.confirm"), "confirm", number),
                    Button(say("button.cancel"), "cancel", number),
                ),
            ),
            has_words=bool(names),
        )
    return Card(f"{question}\n\n{outcome(pending, desk)}", has_words=bool(names))


def is_waiting(pending: Pending, desk: Desk) -> bool:
    return pending.state == WAITING and desk.now <= pending.until


def outcome(pending: Pending, desk: Desk) -> str:
    """What became of it, in one sentence."""
    match pending.state:
        case "confirmed" | "cancelled":
            return say(f"pending_end.{pending.state}", who=desk.title_of(pending.ended_by))
    return say("pending_end.late")
