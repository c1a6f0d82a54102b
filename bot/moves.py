"""A person decides: one way in for buttons and commands alike, once, and only for whoever may."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot import letters
from bot.desk import Desk
from bot.store.cases import Case
from bot.store.effects import Priority
from bot.words import say
from moderation.case import Deed, Move, Outcome, State, View, advance, may_make
from moderation.decision import must_not_be_explained

LOOK_FIRST = timedelta(seconds=30)  # long enough to read that a restore may have happened


def may_decide(user_id: int, case: Case, desk: Desk, move: Move = Move.APPROVE) -> bool:
    """By numeric id: a role that decides this kind of case, or one whom the bot itself asked for want of such
    a person; never the post's own author or whom the case is about (I-11)."""
    if user_id in letters.kept_away(case, desk):
        return False
    if desk.roles_of(user_id) & set(may_make(move, letters.category_of(case), case.subtype, desk.policy)):
        return True
    return any(user_id in letters.case_owners(case, desk, tier) for tier in asked_as(user_id, case, desk))


def may_see(user_id: int, case: Case, desk: Desk) -> bool:
    """Whoever may decide it, and whoever was alerted and may at least take it in hand."""
    return may_decide(user_id, case, desk, Move.ACK)


def asked_as(user_id: int, case: Case, desk: Desk) -> set[int]:
    """The tiers past the case's owners in which somebody was sent its card."""
    cards = letters.acts_of(case, "card", desk)
    return {int(card.body["tier"]) for card in cards if card.chat_id == user_id} - {0}


def make_move(move: Move, number: int, user_id: int, desk: Desk, *, words: str = "") -> str:
    """Moves a case on, queues what follows from it, and returns the answer for whoever asked."""
    case = desk.store.cases.get(number)
    if case is None:
        return say("answer.no_case", number=number)
    if not may_decide(user_id, case, desk, move):
        return say("answer.not_yours", setting=desk.setting)
    outcome = advance(State(case.state), View(case.view), move)
    if outcome is None:
        return refusal(case)
    if outcome.deed == Deed.RESTORE and may_be_back(case, desk):
        return say("answer.look_first", number=number)
    moved = desk.store.cases.move(
        number,
        expect=(case.state, case.view),
        to=(outcome.state, outcome.view),
        by=user_id,
        at=desk.now,
        move=spoken(move, case),
    )
    if not moved:  # somebody else was a moment faster
        return refusal(desk.store.cases.get(number) or case)
    desk.store.log.append(
        "move",
        case=number,
        actor=user_id,
        detail={"move": move.value, "state": outcome.state.value, "view": outcome.view.value},
        now=desk.now,
    )
    follow(outcome, replace(case, state=outcome.state.value, view=outcome.view.value), words, desk)
    return say(f"answer.{spoken(move, case)}")


def may_be_back(case: Case, desk: Desk) -> bool:
    """A restore's answer was lost just now: a press made before anybody could look would post it twice."""
    since = desk.now - LOOK_FIRST
    return any(
        one.state == "unknown" and one.finished and one.finished > since
        for one in letters.acts_of(case, "restore", desk)
    )


def spoken(move: Move, case: Case) -> str:
    """What the move amounts to in words: approving or keeping a post that is still up leaves it up."""
    stays_up = move in (Move.APPROVE, Move.KEEP) and case.view == View.VISIBLE
    return "leave" if stays_up else move.value


def refusal(case: Case) -> str:
    if case.state == State.CLOSED and case.decision:
        outcome = say(f"outcome.{case.decision}")
        return say("answer.already", number=case.number, outcome=outcome[0].lower() + outcome[1:])
    return say("answer.cannot", number=case.number)


def follow(outcome: Outcome, case: Case, words: str, desk: Desk) -> None:
    match outcome.deed:
        case Deed.RESTORE:
            letters.put_back(case, desk)
        case Deed.DELETE:
            letters.take_out(case, desk)
            if not must_not_be_explained(letters.category_of(case), case.subtype):
                letters.tell_poster(case, f"told.{case.category}", Priority.PRIVATE, desk, once_out=True)
        case Deed.NONE:
            pass
    if words:
        letters.pass_on(case, words, desk)
    letters.refresh_cards(case, desk)


def verb(move: Move, number: int, user_id: int, desk: Desk, words: str) -> str:
    return make_move(move, number, user_id, desk, words=words)


VERBS = {move.value: partial(verb, move) for move in Move}
