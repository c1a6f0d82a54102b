"""Somebody is taken off a case: it may be about them, or their role ended; the next in line goes on."""

from bot import bundles, letters
from bot.desk import Desk
from bot.moves import may_see
from bot.store.cases import Case
from bot.store.effects import Delivery, Priority
from bot.store.sent import SentRow
from bot.words import say
from moderation.case import State
from moderation.category import Category
from moderation.decision import is_staff_allegation
from moderation.subjects import staff_named

SHOWING = ("card", "why", "show", "bundle")  # messages of ours that show somebody the words of a case


def step_aside(number: int, user_id: int, desk: Desk, words: str) -> str:
    """“I am involved”: whoever presses it neither sees nor decides the case from now on (decision 14)."""
    case = desk.store.cases.get(number)
    if case is None:
        return say("answer.no_case", number=number)
    if not may_see(user_id, case, desk):
        return say("answer.not_yours", setting=desk.setting)
    if case.state == State.CLOSED:
        return say("answer.cannot", number=number)
    desk.store.subjects.add(number, user_id, desk.now)
    desk.store.log.append("stepped aside", case=number, actor=user_id, detail={}, now=desk.now)
    take_back(case, user_id, desk)
    open_again(case, user_id, desk)
    pass_to_next(case, desk)
    return say("answer.involved")


def keep_subjects_away(case: Case, text: str, desk: Desk) -> None:
    """Whom of the staff an allegation or a complaint names hears nothing of it (I-11)."""
    category = letters.category_of(case)
    if is_staff_allegation(category, case.subtype) or category in (Category.COMPLAINT, Category.ALLEGE):
        for person in staff_named(text, desk.store.roster.staff):
            if desk.store.subjects.add(case.number, person, desk.now):
                desk.store.log.append("kept away", case=case.number, actor=None, detail={}, now=desk.now)


def open_again(case: Case, user_id: int, desk: Desk) -> None:
    """Nobody has it any more if they had it: the alert goes on."""
    if case.state == State.ACKNOWLEDGED and case.decided_by == user_id:
        desk.store.cases.move(
            case.number,
            expect=(case.state, case.view),
            to=(State.OPEN.value, case.view),
            by=None,
            at=desk.now,
            move="reopened",
        )
        letters.refresh_cards(desk.store.cases.get(case.number) or case, desk)


def pass_to_next(case: Case, desk: Desk) -> None:
    """To whoever of its owners has no card yet, or to the next in line where none of them is left."""
    for person in letters.case_owners(case, desk):
        letters.queue_card(case, person, 0, desk)
    if not holders(case, desk) and not letters.send_cards(case, desk):
        letters.nobody_reached(case, desk)
    bundles.gather(case, desk)


def holders(case: Case, desk: Desk) -> set[int]:
    """Whoever has its card, or is about to, and may see it."""
    asked = {
        card.chat_id for card in letters.acts_of(case, "card", desk) if card.state not in ("held", "failed")
    }
    return {person for person in asked if may_see(person, case, desk)}


def take_back(case: Case, person: int, desk: Desk) -> bool:
    """Their cards lose the words; what has not been sent is not sent. False when it was done before."""
    taken = False
    for act in desk.store.effects.of_case(case.number):
        if act.chat_id == person and act.kind in SHOWING and act.state in ("waiting", "held"):
            taken |= desk.store.effects.cancel(act.key)
    for sent in desk.store.sent.with_words_of(case.number):
        if sent.chat_id == person and sent.kind == "show":
            taken |= letters.unshow([sent.message_id], person, case, desk)
        elif sent.chat_id == person and sent.kind in SHOWING:
            taken |= wipe(sent, case, desk)
    return taken


def wipe(sent: SentRow, case: Case, desk: Desk) -> bool:
    """One message of ours about the case loses its words."""
    return letters.queue(
        desk,
        f"handed on:{sent.chat_id}:{sent.message_id}",
        "wipe",
        sent.chat_id,
        Priority.ANSWER,
        case,
        delivery=Delivery.IDEMPOTENT,
        message=sent.message_id,
        says="card.handed_on",
    )


VERBS = {"involved": step_aside}
