"""A person decides: one way in for buttons and commands alike, once, and only for whoever may."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot import letters, targets
from bot.desk import Desk
from bot.store.cases import Case
from bot.store.effects import Priority
from bot.store.log import Entry
from bot.words import say
from moderation.case import (
    AUTHORS,
    BOTS,
    PROTECTIVE,
    UNDO_WITHIN,
    Deed,
    Move,
    Outcome,
    State,
    View,
    advance,
    may_make,
    undo,
)
from moderation.decision import is_staff_allegation, must_not_be_explained

LOOK_FIRST = timedelta(seconds=30)  # long enough to read that a restore may have happened

# Moves by which a person decides something; whoever made one does not hear the appeal against it.
DECIDING = frozenset({Move.APPROVE, Move.KEEP, Move.REMOVE, Move.HIDE, Move.TAKEDOWN, Move.DONE})


# What can be done with a case that is no post in the group: a drill, a complaint.
WITHOUT_POST = frozenset({Move.ACK, Move.DONE, Move.UNDO})


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
    if move not in PROTECTIVE and is_for_somebody_else(user_id, case, desk):
        return say("answer.another_hears", number=number)
    outcome = leads_to(move, case, desk)
    if outcome is None:
        return refusal(case, move)
    if outcome.deed == Deed.RESTORE and may_be_back(case, desk):
        return say("answer.look_first", number=number)
    if not step(move, outcome, case, user_id, desk, words=words):  # somebody else was a moment faster
        return refusal(desk.store.cases.get(number) or case, move)
    return say(f"answer.{spoken(move, case)}")


def remove_after_all(number: int, user_id: int, desk: Desk, words: str) -> str:
    """Typed, not pressed: a post that was left up, or put back, can still be taken out later (decision 5)."""
    case = desk.store.cases.get(number)
    if case is None or case.state != State.CLOSED or case.view == View.HIDDEN:
        return make_move(Move.REMOVE, number, user_id, desk, words=words)
    outcome = advance(State.OPEN, View(case.view), Move.REMOVE)
    if not may_decide(user_id, case, desk) or outcome is None:
        return say("answer.not_yours", setting=desk.setting)
    if not step(Move.REMOVE, outcome, case, user_id, desk, words=words):
        return refusal(desk.store.cases.get(number) or case, Move.REMOVE)
    return say("answer.remove")


def leads_to(move: Move, case: Case, desk: Desk) -> Outcome | None:
    """Where the move leads from where the case stands; None when it leads nowhere."""
    if move in AUTHORS | BOTS:
        return None
    if case.chat_id is None and move not in WITHOUT_POST:
        return None
    if move != Move.UNDO:
        return advance(State(case.state), View(case.view), move, urgent=case.urgent)
    last = last_decision(case, desk)
    if last is None or case.decision != last.detail["move"] or desk.now - last.at > UNDO_WITHIN:
        return None
    before = last.detail.get("before")
    if not isinstance(before, list) or last.detail["move"] == Move.TAKEDOWN:
        return None
    return undo(View(case.view), (State(before[0]), View(before[1])))


def step(move: Move, outcome: Outcome, case: Case, by: int | None, desk: Desk, *, words: str = "") -> bool:
    """Takes the case on, writes that down and queues what follows; False when somebody else was quicker."""
    moved = desk.store.cases.move(
        case.number,
        expect=(case.state, case.view),
        to=(outcome.state, outcome.view),
        by=by,
        at=desk.now,
        move=spoken(move, case),
    )
    if not moved:
        return False
    desk.store.log.append(
        "move",
        case=case.number,
        actor=by,
        detail={
            "move": spoken(move, case),
            "state": outcome.state.value,
            "view": outcome.view.value,
            "before": [case.state, case.view],
        },
        words=words if words and case.retired is None else None,  # the reason, promised to the log (I-8)
        now=desk.now,
    )
    follow(move, outcome, case, by, words, desk)
    return True


def moves_of(case: Case, desk: Desk) -> list[Entry]:
    """Every move that was made in the case, oldest first."""
    return [entry for entry in desk.store.log.of_case(case.number) if entry.event == "move"]


def last_decision(case: Case, desk: Desk) -> Entry | None:
    """The last move by which a person decided the case."""
    spoken_of = DECIDING | {"leave"}
    made = [one for one in moves_of(case, desk) if one.detail["move"] in spoken_of and one.actor is not None]
    return made[-1] if made else None


def who_decided(case: Case, desk: Desk) -> set[int]:
    """Everybody who has decided anything in the case so far."""
    spoken_of = DECIDING | {"leave"}
    return {one.actor for one in moves_of(case, desk) if one.actor and one.detail["move"] in spoken_of}


def hearers(case: Case, desk: Desk) -> list[tuple[int, int]]:
    """Who can hear an appeal: the case's owners who have not decided it, else the next in line; each with the
    tier they are asked in. Empty when nobody else is there."""
    decided = who_decided(case, desk)
    about_staff = is_staff_allegation(letters.category_of(case), case.subtype)
    for tier in range(1 if about_staff else letters.LAST_TIER + 1):
        fresh = [person for person in letters.case_owners(case, desk, tier) if person not in decided]
        if fresh:
            return [(person, tier) for person in fresh]
    return []


def is_for_somebody_else(user_id: int, case: Case, desk: Desk) -> bool:
    """An appeal is heard by somebody who has not decided the case, while there is anybody (U-18)."""
    appeal = desk.store.appeals.get(case.number)
    if appeal is None or appeal.heard is not None:
        return False
    return user_id in who_decided(case, desk) and bool(hearers(case, desk))


def may_be_back(case: Case, desk: Desk) -> bool:
    """A restore's answer was lost just now: a press made before anybody could look would post it twice."""
    since = desk.now - LOOK_FIRST
    return any(
        one.state == "unknown" and one.finished and one.finished > since
        for one in letters.acts_of(case, "restore", desk)
    )


def spoken(move: Move, case: Case) -> str:
    """What the move amounts to in words: approving or keeping a post that is still up leaves it up."""
    stays_up = move in (Move.APPROVE, Move.KEEP) and case.view != View.HIDDEN
    return "leave" if stays_up else move.value


def refusal(case: Case, move: Move) -> str:
    if move == Move.UNDO and case.state == State.CLOSED:
        return say("answer.cannot_undo", number=case.number)
    if case.state == State.CLOSED and case.decision:
        outcome = say(f"outcome.{case.decision}")
        return say("answer.already", number=case.number, outcome=outcome[0].lower() + outcome[1:])
    if move == Move.ACK and case.state == State.ACKNOWLEDGED:
        return say("answer.has_it", number=case.number)
    return say("answer.cannot", number=case.number)


def follow(move: Move, outcome: Outcome, before: Case, by: int | None, words: str, desk: Desk) -> None:
    case = replace(before, state=outcome.state.value, view=outcome.view.value)
    match outcome.deed:
        case Deed.RESTORE:
            letters.put_back(case, desk)
        case Deed.DELETE:
            letters.take_out(before, desk)
            if move == Move.UNDO:
                letters.tell_again_out(case, desk)
            elif move != Move.WITHDRAW:
                tell_why(case, desk, again=before.view == View.RESTORED)
                targets.comfort(case, desk)
        case Deed.NONE:
            pass
    if words:
        letters.pass_on(case, words, desk)
    answer_appeal(move, outcome, case, by, desk)
    letters.refresh_cards(case, desk)


def answer_appeal(move: Move, outcome: Outcome, case: Case, by: int | None, desk: Desk) -> None:
    """A decision answers the appeal that waits for one; taking it back lets the appeal wait again."""
    if outcome.state == State.APPEALED and move == Move.UNDO:
        desk.store.appeals.hear_again(case.number)
        return
    heard = outcome.state == State.CLOSED and desk.store.appeals.hear(case.number, by=by, at=desk.now)
    if heard and outcome.view == View.HIDDEN and move != Move.WITHDRAW:
        letters.tell_second_look(case, desk)  # a post that goes back brings its own word


def tell_why(case: Case, desk: Desk, *, again: bool = False) -> None:
    """The private reason, once the post is out; never where it would be a tip-off (I-14). `again`: it was put
    back meanwhile, so what its author was told before is no longer so."""
    if not must_not_be_explained(letters.category_of(case), case.subtype):
        kind = "BY_HAND" if case.subtype == "by_hand" else case.category
        letters.tell_poster(case, f"told.{kind}", Priority.PRIVATE, desk, once_out=True, again=again)


def verb(move: Move, number: int, user_id: int, desk: Desk, words: str) -> str:
    return make_move(move, number, user_id, desk, words=words)


VERBS = {
    move.value: partial(verb, move)
    for move in Move
    if move not in AUTHORS | BOTS and move != Move.TAKEDOWN  # which sets a time as well
}
