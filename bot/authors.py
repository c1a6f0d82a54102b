"""What the author of a post may do about it: ask for a second look, or take it out of the group again."""

from datetime import datetime

from bot import letters, moves
from bot.days import LONDON, day_name
from bot.desk import Desk
from bot.store.cases import Case
from bot.words import say
from moderation.calendar import DAY_ENDS
from moderation.case import APPEAL_WITHIN, Move, State, View, advance
from moderation.decision import must_not_be_explained


def own_case(number: int, user_id: int, desk: Desk) -> Case | None:
    """The case, for its author alone, and not where knowing of it would be a tip-off (I-14)."""
    case = desk.store.cases.get(number)
    if case is None or case.author_id != user_id:
        return None
    return None if must_not_be_explained(letters.category_of(case), case.subtype) else case


def withdraw(number: int, user_id: int, desk: Desk, words: str) -> str:
    """No strike, no question: it is their own post."""
    case = own_case(number, user_id, desk)
    if case is None:
        return say("answer.no_case", number=number)
    outcome = advance(State(case.state), View(case.view), Move.WITHDRAW, urgent=case.urgent)
    if outcome is None or not moves.step(Move.WITHDRAW, outcome, case, user_id, desk):
        return say("answer.not_in_view", number=number)
    return say("answer.withdraw")


def appeal(number: int, user_id: int, desk: Desk, words: str) -> str:
    """Heard by somebody who has not decided the case, and answered by the next working day (U-18)."""
    case = own_case(number, user_id, desk)
    if case is None:
        return say("answer.no_case", number=number)
    if (asked := desk.store.appeals.get(number)) is not None:
        return ask_again(case, words, asked.heard is not None, desk)
    if why_not := objection(case, desk):
        return say(f"answer.{why_not}", number=number, setting=desk.setting)
    due = answer_by(desk)
    outcome = advance(State(case.state), View(case.view), Move.APPEAL)
    assert outcome is not None, "looked at above"
    desk.store.appeals.ask(number, now=desk.now, due=due)
    add_words(case, words, desk)
    moves.step(Move.APPEAL, outcome, case, user_id, desk)
    ask_somebody(desk.store.cases.get(number) or case, desk)
    return say("answer.appeal", due=day_name(due.astimezone(LONDON).date()), number=number)


def answer_by(desk: Desk) -> datetime:
    """The end of the next working day of the setting."""
    today = desk.now.astimezone(LONDON).date()
    return desk.calendar.at(desk.calendar.next_working_day(today), DAY_ENDS)


def objection(case: Case, desk: Desk) -> str:
    """Why there is nothing to look at again; "" when there is."""
    since = case.decided_at or case.opened
    if case.retired is not None or desk.now - since > APPEAL_WITHIN:
        return "appeal_late"
    asked_down = case.view == View.VISIBLE and desk.store.takedowns.get(case.number) is not None
    if case.view != View.HIDDEN and not (asked_down and case.state != State.CLOSED):
        return "appeal_nothing"
    return "" if advance(State(case.state), View(case.view), Move.APPEAL) else "appeal_nothing"


def ask_again(case: Case, words: str, heard: bool, desk: Desk) -> str:
    """One second look for each case; until it is answered, more may be said."""
    if heard:
        return say("answer.appeal_heard", number=case.number, setting=desk.setting)
    add_words(case, words, desk)
    letters.refresh_cards(case, desk)
    return say("answer.appeal_waits", number=case.number)


def add_words(case: Case, words: str, desk: Desk) -> None:
    """Sealed with the post's, and kept as long."""
    page = desk.store.sealed.open(case.number)
    if words and page is not None:
        desk.store.sealed.seal(case.number, {**page, "appeal": [*page.get("appeal", []), words]})


def ask_somebody(case: Case, desk: Desk, *, again: str = "") -> None:
    """The card to everybody who can hear the appeal; to its decider only when nobody else is there."""
    people = moves.hearers(case, desk) or [(person, 0) for person in letters.case_owners(case, desk)]
    for person, tier in people:
        letters.queue_card(case, person, tier, desk, again=f":appeal{again}")
    if not people:
        letters.nobody_reached(case, desk)


VERBS = {"appeal": appeal, "withdraw": withdraw}
