"""What may be done with a held picture beside a yes or a no: look at it, or hand it on without opening it."""

from bot import aside, evidence, letters, moves
from bot.desk import Desk
from bot.evidence import Words
from bot.store.cases import Case, Opening
from bot.store.effects import Delivery, Priority
from bot.words import say
from moderation.case import State, View
from moderation.category import Category
from moderation.decision import Action
from moderation.finding import Severity


def show(number: int, user_id: int, desk: Desk, words: str) -> str:
    """The picture goes to whoever asked, in private, and is deleted from there after 15 minutes. At most
    once: a copy whose number we never heard could not be deleted."""
    case, page = looked_up(number, user_id, desk)
    if case is None or page is None:
        return say("answer.not_yours", setting=desk.setting) if case else say("answer.no_case", number=number)
    if not page.get("files"):
        return say("answer.nothing_to_show", number=number)
    key = f"show:{number}:{user_id}:{desk.now.isoformat()}"
    letters.queue(desk, key, "show", user_id, Priority.ANSWER, case, delivery=Delivery.AT_MOST_ONCE)
    desk.store.log.append("shown", case=number, actor=user_id, detail={}, now=desk.now)
    return say("answer.show")


def looked_up(number: int, user_id: int, desk: Desk) -> tuple[Case | None, Words | None]:
    """The case and its copy; no copy for whom it is not."""
    case = desk.store.cases.get(number)
    if case is None or not moves.may_see(user_id, case, desk):
        return case, None
    return case, desk.store.sealed.open(number)


def hand_on(number: int, user_id: int, desk: Desk, words: str) -> str:
    """Do not open, report: it may be an indecent picture of a child, so no copy and no way to fetch one is
    kept, and only those who keep children safe see to it from now on (I-4)."""
    case, page = looked_up(number, user_id, desk)
    if case is None or page is None:
        return say("answer.not_yours", setting=desk.setting) if case else say("answer.no_case", number=number)
    if page["keeps_no_copy"]:
        return say("answer.handed_on", number=number)
    empty = evidence.emptied(page)
    desk.store.sealed.seal(number, empty)
    desk.store.echoes.forget(number)
    desk.store.passes.take_back(number)
    letters.take_back_words(case, desk)
    letters.take_back_cards(case, desk)
    if case.chat_id is not None:
        letters.take_out(case, desk)
    desk.store.cases.make_graver(number, opening(case))
    desk.store.cases.move(
        number,
        expect=(case.state, case.view),
        to=(State.OPEN.value, View.HIDDEN.value),
        by=user_id,
        at=desk.now,
        move="handed_on",
    )
    desk.store.log.append("handed on unopened", case=number, actor=user_id, detail={}, now=desk.now)
    handed_on = desk.store.cases.get(number)
    assert handed_on is not None
    take_from_everybody(handed_on, desk)
    letters.refresh_cards(handed_on, desk)
    tell_safeguarding(handed_on, desk)
    return say("answer.handed_on", number=number)


def take_from_everybody(case: Case, desk: Desk) -> None:
    """Whoever may see the case keeps its card, which is drawn anew without the words; nobody keeps more."""
    for person in {sent.chat_id for sent in desk.store.sent.of_case(case.number)}:
        if not moves.may_see(person, case, desk):
            aside.take_back(case, person, desk)
    for sent in desk.store.sent.of_case(case.number, kind="show"):
        if sent.removed is None:
            letters.unshow([sent.message_id], sent.chat_id, case, desk)
    for sent in desk.store.sent.of_case(case.number, kind="why"):
        if sent.removed is None:
            aside.wipe(sent, case, desk)


def tell_safeguarding(case: Case, desk: Desk) -> None:
    """A card to each who keeps children safe, to whoever has an older one of the case too."""
    owners = letters.case_owners(case, desk)
    for person in owners:
        letters.queue_card(case, person, 0, desk, again=":handed_on")
    if not owners and not letters.send_cards(case, desk, tier=1):
        letters.nobody_reached(case, desk)


def opening(case: Case) -> Opening:
    """The same case, now about a picture that may be against the law."""
    return Opening(
        state=State.OPEN.value,
        view=View.HIDDEN.value,
        mode=case.mode,
        action=Action.URGENT.value,
        severity=Severity.URGENT.value,
        category=Category.ILLEGAL.value,
        subtype="indecent_image",
        urgent=True,
    )


VERBS = {"show": show, "seal": hand_on}
