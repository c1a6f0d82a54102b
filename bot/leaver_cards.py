"""How somebody's leaving looks as a card, and what its buttons and commands do."""

from datetime import timedelta

from bot import letters
from bot.cards import Button, Card, clock_time
from bot.desk import Desk
from bot.keepers import keepers, may_keep
from bot.leaving import go, log, out_key
from bot.outcomes import Done, Outcome, Refused, Unknown
from bot.roster_file import british
from bot.store.effects import EffectRow, Priority
from bot.store.pending import Pending
from bot.store.removals import (
    ASKED,
    CONFIRMED,
    GOING,
    GONE,
    OPEN,
    PLANNED,
    REFUSED,
    STAYS,
    UNDONE,
    UNKNOWN,
    Removal,
)
from bot.words import say
from moderation.post import Role

LINK_DAYS = 7

# --- how it looks --------------------------------------------------------------------------------------

BUTTONS = {
    PLANNED: (("leaver_confirm", "confirm"), ("leaver_stays", "cancel")),
    ASKED: (("leaver_confirm", "confirm"), ("leaver_stays", "cancel")),
    CONFIRMED: (("leaver_stays", "cancel"),),
    GONE: (("leaver_back", "undo"),),
    UNKNOWN: (("leaver_again", "confirm"), ("leaver_gone", "done")),
    REFUSED: (("leaver_again", "confirm"), ("leaver_stays", "cancel")),
}


def draw(number: int, desk: Desk) -> Card | None:
    removal = desk.store.removals.get(number)
    if removal is None:
        return None
    names = desk.store.sealed.open(number) or {}
    lines = [
        say("leaver.head", number=number, name=names.get("name") or say("leaver.somebody")),
        say("leaver.last_day", day=british(removal.last_day), who=tie_of(removal, names)),
        *standing(removal, desk),
    ]
    buttons = BUTTONS.get(removal.state, ())
    row = tuple(Button(say(f"button.{label}"), verb, number) for label, verb in buttons)
    return Card("\n".join(lines), (row,) if row else ())


def tie_of(removal: Removal, names: dict[str, object]) -> str:
    children = names.get("children")
    if removal.is_staff or not isinstance(children, list) or not children:
        return say("leaver.of_staff" if removal.is_staff else "leaver.of_family")
    return say("leaver.of_children", children=" and ".join(map(str, children)))


def standing(removal: Removal, desk: Desk) -> list[str]:
    """What will happen or has, and by whose word."""
    lines = []
    who = desk.title_of(removal.decided_by)
    due = clock_time(removal.due)
    match removal.state:
        case "asked":
            lines = [say(f"leaver.doubt_{removal.doubt}", due=due), say("leaver.waits")]
        case "gone" | "stays" | "undone" | "confirmed":
            key = f"leaver.{removal.state}" if removal.by_person else "leaver.gone_alone"
            lines = [say(key, who=who, due=due, when=clock_time(removal.finished or removal.decided_at))]
        case "refused":
            lines = [say("leaver.refused", error=removal.error or "")]
        case _:
            lines = [say(f"leaver.{removal.state}", due=due)]
    if removal.state in OPEN and removal.user_id in desk.group_admins:
        lines.append(say("leaver.is_admin"))
    return lines


# --- what people decide --------------------------------------------------------------------------------


def may_decide(user_id: int, removal: Removal, desk: Desk) -> bool:
    """Whoever keeps the roster, or the chair once it was passed on; nobody their own leaving (I-11)."""
    if user_id == removal.user_id:
        return False
    chair = removal.passed_on is not None and Role.CHAIR in desk.roles_of(user_id)
    return may_keep(user_id, desk) or chair or user_id in keepers(desk)


def confirm(number: int, user_id: int, desk: Desk, words: str = "") -> str:
    """Goes at six on the day, or now where that is over; after trouble it is tried once more."""
    removal = desk.store.removals.get(number)
    if removal is None or not may_decide(user_id, removal, desk):
        return refusal(removal, number, desk)
    decided = {"decided_by": user_id, "decided_at": desk.now}
    if not desk.store.removals.move(
        number, expect=(PLANNED, ASKED, UNKNOWN, REFUSED), to=CONFIRMED, **decided
    ):
        return stands(removal, desk)
    removal = desk.store.removals.get(number) or removal
    log("leaver confirmed", removal, desk, user_id)
    letters.refresh(number, CONFIRMED, desk)
    if desk.now >= removal.due and go(removal, desk):
        return say("leaver.answer_now")
    return say("leaver.answer_confirmed", due=clock_time(removal.due))


def cancel(number: int, user_id: int, desk: Desk, words: str = "") -> str:
    """They stay, whatever the date says; a new date begins anew."""
    removal = desk.store.removals.get(number)
    if removal is None or not may_decide(user_id, removal, desk):
        return refusal(removal, number, desk)
    expect = (*OPEN, REFUSED)
    if removal.state == GOING and desk.store.effects.cancel(out_key(number, removal.tries)):
        expect = (GOING,)  # type: ignore[assignment]
    decided = {"decided_by": user_id, "decided_at": desk.now}
    if not desk.store.removals.move(number, expect=expect, to=STAYS, **decided):
        return stands(removal, desk)
    if removal.noticed is not None:
        text = say("leaver.family_moved", setting=desk.setting, day=british(removal.last_day))
        key = f"leaver:stays:{number}:{desk.now.isoformat()}"
        letters.write_to(removal.user_id, text, key, desk, Priority.PRIVATE)
    log("leaver stays", removal, desk, user_id)
    letters.refresh(number, STAYS, desk)
    return say("leaver.answer_stays")


def done(number: int, user_id: int, desk: Desk, words: str = "") -> str:
    """A person has looked: they are out."""
    removal = desk.store.removals.get(number)
    if removal is None or not may_decide(user_id, removal, desk):
        return refusal(removal, number, desk)
    decided = {"decided_by": user_id, "decided_at": desk.now, "finished": desk.now}
    if not desk.store.removals.move(number, expect=(UNKNOWN, REFUSED), to=GONE, **decided):
        return stands(removal, desk)
    log("leaver gone", removal, desk, user_id)
    letters.refresh(number, GONE, desk)
    return say("answer.done")


def undo(number: int, user_id: int, desk: Desk, words: str = "") -> str:
    """Taken out by mistake: a link that works once, and an apology (U-62)."""
    removal = desk.store.removals.get(number)
    if removal is None or not may_decide(user_id, removal, desk):
        return refusal(removal, number, desk)
    if desk.group_chat_id is None or not desk.store.removals.move(
        number, expect=(GONE, UNKNOWN), to=UNDONE, decided_by=user_id, decided_at=desk.now
    ):
        return stands(removal, desk)
    letters.queue(
        desk,
        f"invite:{number}:{desk.now.isoformat()}",
        "invite",
        desk.group_chat_id,
        Priority.ANSWER,
        number,
        user=removal.user_id,
        asked_by=user_id,
        until=(desk.now + timedelta(days=LINK_DAYS)).isoformat(),
    )
    log("leaver put back", removal, desk, user_id)
    letters.refresh(number, UNDONE, desk)
    return say("leaver.answer_back")


def refusal(removal: Removal | None, number: int, desk: Desk) -> str:
    if removal is None:
        return say("answer.no_case", number=number)
    return say("answer.not_yours", setting=desk.setting)


def stands(removal: Removal, desk: Desk) -> str:
    """Why nothing has changed: what it has come to."""
    current = desk.store.removals.get(removal.number) or removal
    return say("leaver.answer_already", number=removal.number, state=say(f"leaver_state.{current.state}"))


VERBS = {"confirm": confirm, "cancel": cancel, "done": done, "undo": undo, "approve": undo}


# --- many at once --------------------------------------------------------------------------------------


def may_confirm_many(asked: Pending, user_id: int, desk: Desk) -> bool:
    removals = [desk.store.removals.get(number) for number in asked.body["numbers"]]
    return any(removal is not None and may_decide(user_id, removal, desk) for removal in removals)


def confirm_many(asked: Pending, user_id: int, desk: Desk) -> str:
    for number in asked.body["numbers"]:
        confirm(number, user_id, desk)
    return say("leaver.answer_many", count=len(asked.body["numbers"]))


# --- what Telegram answers -----------------------------------------------------------------------------


def is_going(effect: EffectRow, desk: Desk) -> bool:
    """Asked at the last moment before the call: the date may have been moved while Telegram was away."""
    removal = desk.store.removals.get(effect.case_number or 0)
    return removal is not None and removal.state == GOING


def after_call(effect: EffectRow, outcome: Outcome, desk: Desk) -> None:
    """What became of taking somebody out, and who is told."""
    number = effect.case_number or 0
    removal = desk.store.removals.get(number)
    if removal is None or removal.state != GOING:
        return
    match outcome:
        case Done():
            is_out(removal, desk)
        case Unknown():
            desk.store.removals.move(number, expect=(GOING,), to=UNKNOWN)
            trouble(removal, UNKNOWN, desk)
        case Refused(error=error):
            desk.store.removals.move(number, expect=(GOING,), to=REFUSED, error=error)
            trouble(removal, REFUSED, desk)


def is_out(removal: Removal, desk: Desk) -> None:
    if not desk.store.removals.move(
        removal.number, expect=(GOING, UNKNOWN), to=GONE, finished=desk.now, error=None
    ):
        return
    desk.store.members.left(removal.user_id, desk.now)
    key = "leaver.staff_bye" if removal.is_staff else "leaver.family_bye"
    letters.write_to(
        removal.user_id,
        say(key, setting=desk.setting),
        f"leaver:bye:{removal.number}:{removal.tries}",
        desk,
        Priority.PRIVATE,
    )
    log("leaver gone", removal, desk)
    letters.refresh(removal.number, GONE, desk)


def trouble(removal: Removal, state: str, desk: Desk) -> None:
    """A person has to look: told at once, by a card with what can be done."""
    log(f"leaver {state}", removal, desk)
    letters.refresh(removal.number, state, desk)
    letters.ask_with_card(removal.number, keepers(desk), desk, again=f":{state}:{removal.tries}")


def seen_out(user_id: int, desk: Desk) -> None:
    """Telegram's news that somebody is no longer in the group settles what was not sure."""
    for removal in desk.store.removals.of(user_id):
        if removal.state == UNKNOWN:
            is_out(removal, desk)


def invited(effect: EffectRow, link: str, desk: Desk) -> None:
    """The link to whoever was taken out, and to whoever put them back, should it have to be passed on."""
    number, person, asked_by = effect.case_number or 0, effect.body["user"], effect.body["asked_by"]
    own = say("leaver.back", setting=desk.setting, link=link, days=LINK_DAYS)
    letters.write_to(person, own, f"back:{effect.id}:{person}", desk)
    for_others = say("leaver.back_link", number=number, link=link, days=LINK_DAYS)
    letters.queue(desk, f"back:{effect.id}:keeper", "say", asked_by, Priority.ANSWER, text=for_others)
