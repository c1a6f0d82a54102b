"""The author is asked to take a post down, and has some time for it before it is taken out of view."""

from datetime import datetime, timedelta

from bot import letters, moves
from bot.cards import clock_time, may_be_asked_first
from bot.desk import Desk
from bot.store.cases import Case
from bot.store.effects import Priority
from bot.store.takedowns import Takedown
from bot.words import say
from moderation.case import Move, State, View, advance
from moderation.decision import Mode


def ask(number: int, user_id: int, desk: Desk, words: str) -> str:
    """A person wants the author asked."""
    case = desk.store.cases.get(number)
    if case is not None and moves.may_decide(user_id, case, desk, Move.TAKEDOWN):
        if why_not := objection(case, desk):
            return say(f"answer.{why_not}", number=number)
        desk.store.takedowns.ask(number, by=user_id, now=desk.now, until=until(desk))
        answer = moves.make_move(Move.TAKEDOWN, number, user_id, desk, words=words)
        tell_author(case, desk)
        return answer
    return moves.make_move(Move.TAKEDOWN, number, user_id, desk, words=words)  # which says why not


def objection(case: Case, desk: Desk) -> str:
    """Why the author cannot be asked; "" when they can."""
    if not may_be_asked_first(case):
        return "takedown_never"
    if desk.store.takedowns.get(case.number) is not None:
        return "takedown_again"
    return "" if advance(State(case.state), View(case.view), Move.TAKEDOWN) else "cannot"


def policy_asks(case: Case, desk: Desk) -> None:
    """The profile wants the author of such a post asked first. An edit gains nobody more time."""
    earlier = [desk.store.takedowns.get(one.number) for one in of_same_post(case, desk)]
    left = min((one.until for one in earlier if one), default=until(desk))
    desk.store.takedowns.ask(case.number, by=None, now=desk.now, until=left)
    tell_author(case, desk)


def of_same_post(case: Case, desk: Desk) -> list[Case]:
    """Earlier cases about the same message, before it was edited."""
    if case.author_id is None:
        return []
    same = {(case.chat_id, message) for message in case.message_ids}
    return [
        one
        for one in desk.store.cases.of_author(case.author_id)
        if one.number < case.number and same & {(one.chat_id, message) for message in one.message_ids}
    ]


def until(desk: Desk) -> datetime:
    return desk.now + timedelta(minutes=int(desk.policy["criticism.takedown_grace_min"]))


def tell_author(case: Case, desk: Desk) -> None:
    asked = desk.store.takedowns.get(case.number)
    assert asked is not None
    more = say("own.until", until=clock_time(asked.until))
    letters.tell_poster(
        case, f"ask.{case.category}", Priority.PRIVATE, desk, more=more, buttons=("withdraw", "appeal")
    )


def over(desk: Desk) -> None:
    """Posts still up when the time is over go out of view; their case waits for a person as before."""
    for asked in desk.store.takedowns.over(desk.now):
        case = desk.store.cases.get(asked.number)
        if case is not None and may_hide(asked, desk):
            outcome = advance(State(case.state), View(case.view), Move.EXPIRE)
            assert outcome is not None, "a post in view can go out of view"
            moves.step(Move.EXPIRE, outcome, case, None, desk)


def may_hide(asked: Takedown, desk: Desk) -> bool:
    """While the bot only watches or assists, or is paused, it hides only what a person wanted down
    (decision 1)."""
    return asked.asked_by is not None or (desk.mode == Mode.ENFORCE and desk.paused_until is None)


def taken_down(case: Case, desk: Desk) -> None:
    """When the time was over, the post was gone: its author has taken it down. Nobody is told off."""
    desk.store.effects.stayed(case.number)
    desk.store.cases.move(
        case.number,
        expect=(case.state, case.view),
        to=(State.CLOSED.value, View.HIDDEN.value),
        by=case.author_id,
        at=desk.now,
        move=Move.WITHDRAW.value,
    )
    thank(case, desk)


def mended(chat_id: int, message_id: int, desk: Desk) -> None:
    """The author was asked and has changed the post, and nothing is wrong with it any more."""
    case = desk.store.cases.by_message(chat_id, message_id)
    if case is None or case.state == State.CLOSED or desk.store.takedowns.get(case.number) is None:
        return
    outcome = advance(State(case.state), View(case.view), Move.MEND, urgent=case.urgent)
    if outcome is not None and moves.step(Move.MEND, outcome, case, None, desk):
        thank(case, desk)


def thank(case: Case, desk: Desk) -> None:
    if case.author_id is not None:
        text = say("own.thanks", setting=desk.setting)
        letters.queue(desk, f"thanks:{case.number}", "say", case.author_id, Priority.PRIVATE, case, text=text)
    if now := desk.store.cases.get(case.number):
        letters.refresh_cards(now, desk)


VERBS = {"takedown": ask}
