"""Sees leavers off by the date: tells the family, shows a card, and takes them out at six (decision 8)."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta

from bot import letters, pending
from bot.desk import Desk
from bot.keepers import keepers
from bot.roster_file import british
from bot.store.effects import Delivery, Priority
from bot.store.removals import (
    ASKED,
    CONFIRMED,
    GOING,
    LEFT,
    MOVED,
    OPEN,
    PLANNED,
    REFUSED,
    UNSETTLED,
    Removal,
)
from bot.words import say
from moderation import quiet
from moderation.decision import Mode
from moderation.leaving import (
    CARD_AT,
    LONDON,
    MOST_AT_ONCE,
    Doubt,
    Leaver,
    doubt_about,
    in_london,
    leavers,
    rule_for,
    times,
    too_many,
)
from moderation.post import STAFF_ROLES, Role

AWAY = ("left", "kicked")
BEFORE_THE_CHAIR = 3  # working days (policy.md 2.4.1)
TIME_TO_ANSWER = timedelta(days=30)


def see_to_leavers(desk: Desk) -> None:
    """Everything about leavers that is due at this moment; asking twice does nothing twice."""
    if desk.group_chat_id is None:
        return
    coming = {(one.user_id, one.last_day): one for one in all_leavers(desk)}
    for removal in desk.store.removals.in_state(*OPEN, GOING, REFUSED):
        if (removal.user_id, removal.last_day) not in coming:
            let_stay(removal, desk)
    open_new(list(coming.values()), desk)
    due = [
        (removal, coming[removal.user_id, removal.last_day])
        for removal in desk.store.removals.in_state(*OPEN)
    ]
    due = [(removal, one) for removal, one in due if not has_left(removal, desk)]
    for removal, one in due:
        tell_family(removal, one, desk)
    show_cards(due, desk)
    pass_on(desk)
    send_off(due, desk)


def all_leavers(desk: Desk) -> list[Leaver]:
    """Everybody whose time has an end, unless the profile leaves it to people."""
    found = leavers(desk.store.roster, held_roles(desk))
    return [one for one in found if rule_for(one, desk.policy) != "off"]


def held_roles(desk: Desk) -> dict[int, frozenset[Role]]:
    """Roles by settings or chat, which last until somebody takes them away."""
    held: dict[int, set[Role]] = defaultdict(set)
    for role, people in desk.settings.roles.items():
        for person in people:
            held[person].add(role)
    for person, roles in desk.store.roles.held(desk.now).items():
        held[person] |= {Role(role) for role in roles}
    return {person: frozenset(roles & STAFF_ROLES) for person, roles in held.items()}


def open_new(coming: list[Leaver], desk: Desk) -> None:
    known = desk.store.removals.states()
    for one in coming:
        state = known.get((one.user_id, one.last_day))
        clock = times(one.last_day, desk.policy)
        anew = state in (None, MOVED) or (
            state == LEFT and desk.now < clock.out
        )  # or came back before the day
        if not anew or desk.now < clock.notice or is_away(one.user_id, desk):
            continue
        removal = desk.store.removals.open(
            one.user_id, one.last_day, due=clock.out, is_staff=one.is_staff, now=desk.now
        )
        desk.store.sealed.seal(removal.number, names_of(one, desk))
        log("leaver noted", removal, desk)


def names_of(one: Leaver, desk: Desk) -> dict[str, object]:
    roster = desk.store.roster
    children = sorted(roster.child[tie.child_id].first for tie in roster.ties(one.user_id))
    return {"name": roster.name_of(one.user_id) or "", "children": children}


def is_away(user_id: int, desk: Desk) -> bool:
    member = desk.store.members.get(user_id)
    return member is not None and member.status in AWAY


def has_left(removal: Removal, desk: Desk) -> bool:
    """Whether they went of their own accord, so that there is nothing to do."""
    if not is_away(removal.user_id, desk):
        return False
    end(removal, LEFT, desk, finished=desk.now)
    return True


def let_stay(removal: Removal, desk: Desk) -> None:
    """The date was moved or taken back, or there is a new tie: this day is no last day any more."""
    if removal.state == GOING and not desk.store.effects.cancel(out_key(removal.number, removal.tries)):
        return  # it is on its way to Telegram
    end(removal, MOVED, desk, finished=desk.now)
    if removal.noticed is not None:
        key = f"leaver:moved:{removal.number}:{desk.now.isoformat()}"
        text = say("leaver.family_moved", setting=desk.setting, day=british(removal.last_day))
        letters.write_to(removal.user_id, text, key, desk, Priority.PRIVATE)


def end(removal: Removal, state: str, desk: Desk, **values: object) -> None:
    if desk.store.removals.move(removal.number, expect=UNSETTLED, to=state, **values):
        desk.store.effects.cancel(notice_key(removal))
        letters.refresh(removal.number, state, desk)
        log(f"leaver {state}", removal, desk)


def log(event: str, removal: Removal, desk: Desk, actor: int | None = None) -> None:
    detail = {"person": removal.user_id, "day": removal.last_day.isoformat()}
    desk.store.log.append(event, case=removal.number, actor=actor, detail=detail, now=desk.now)


# --- telling people ------------------------------------------------------------------------------------


def awake(desk: Desk) -> bool:
    return quiet.wakes(desk.now, desk.policy["quiet.hours"]) is None


def notice_key(removal: Removal) -> str:
    return f"leaver:notice:{removal.number}:{removal.opened.isoformat()}"


def tell_family(removal: Removal, one: Leaver, desk: Desk) -> None:
    """Some days before: what ends and what does not (U-23). Nobody hears from a bot that only watches."""
    clock = times(removal.last_day, desk.policy)
    if removal.noticed or not clock.notice <= desk.now < clock.out or not awake(desk):
        return
    member = desk.store.members.get(removal.user_id)
    reachable = member is not None and member.reachable
    if desk.mode != Mode.OBSERVE and reachable:
        key = "leaver.staff_notice" if removal.is_staff else "leaver.family_notice"
        text = say(key, setting=desk.setting, day=british(removal.last_day))
        letters.write_to(removal.user_id, text, notice_key(removal), desk, Priority.PRIVATE)
    elif desk.now < clock.card:  # nobody to write to: the manager hears of it instead
        settle_doubt(removal, one, desk)
        letters.ask_with_card(removal.number, keepers(desk), desk, again=":early")
    desk.store.removals.mark(removal.number, "noticed", desk.now)


def show_cards(due: list[tuple[Removal, Leaver]], desk: Desk) -> None:
    """In the morning of the last day, or as soon after as people are awake."""
    if not awake(desk):
        return
    fresh = [
        (removal, one)
        for removal, one in due
        if removal.asked is None and desk.now >= times(removal.last_day, desk.policy).card
    ]
    for removal, one in fresh:
        settle_doubt(removal, one, desk)
    for day in {removal.last_day for removal, _ in fresh}:
        brake([(removal, one) for removal, one in fresh if removal.last_day == day], day, desk)
    ask([removal for removal, _ in fresh], keepers(desk), "", desk)
    for removal, _ in fresh:
        desk.store.removals.mark(removal.number, "asked", desk.now)


def settle_doubt(removal: Removal, one: Leaver, desk: Desk) -> None:
    """What a card says must be so: whoever needs a person's yes is no longer planned to go by themselves."""
    doubt = doubt_about(one, desk.policy, enforcing=desk.mode == Mode.ENFORCE)
    if removal.state == PLANNED and doubt is not None:
        wait_for_person(removal, doubt, desk)


def wait_for_person(removal: Removal, doubt: Doubt, desk: Desk) -> None:
    if desk.store.removals.move(removal.number, expect=(PLANNED,), to=ASKED, doubt=doubt.value):
        letters.refresh(removal.number, doubt, desk)


def brake(candidates: list[tuple[Removal, Leaver]], day: date, desk: Desk) -> bool:
    """So many at once may be a mistake in the list: a person looks first (decision 8). True when it bites."""
    alone = [
        (removal, one)
        for removal, one in candidates
        if (current := desk.store.removals.get(removal.number)) and current.state == PLANNED
    ]
    earlier = desk.store.removals.gone_alone(in_london(desk.today, time()))
    if not too_many([one.families for _, one in alone], group_size(desk), earlier):
        return False
    for removal, _ in alone:
        wait_for_person(removal, Doubt.MANY, desk)
    return bool(alone)


def group_size(desk: Desk) -> int:
    """As Telegram counts, or as far as the bot has seen, whichever is more."""
    told = int(desk.store.settings.get("group_size") or 0)
    return max(told, len(desk.store.members.present()))


def ask(removals: list[Removal], people: list[int], again: str, desk: Desk) -> None:
    """A card for each; when there are many, one for all that need a person, and one line for the rest."""
    people = list(dict.fromkeys(people))
    if len(removals) <= MOST_AT_ONCE:
        for removal in removals:
            letters.ask_with_card(
                removal.number, others(people, removal), desk, again=again_of(removal, again)
            )
        return
    waiting = [one for removal in removals if (one := desk.store.removals.get(removal.number))]
    asked = [one for one in waiting if one.state == ASKED]
    if asked:
        body = {
            "numbers": [one.number for one in asked],
            "count": len(asked),
            "day": british(asked[0].last_day),
        }
        pending.ask("removals", body, desk, asked_by=None, people=people, within=TIME_TO_ANSWER)
    if alone := len(waiting) - len(asked):
        text = say("leaver.many_alone", count=alone, day=british(waiting[0].last_day))
        for person in people:
            letters.write_to(person, text, f"leavers:{desk.now.isoformat()}:{person}", desk, Priority.CARD)


def again_of(removal: Removal, again: str) -> str:
    """A removal that was opened again is asked about again."""
    return f":{removal.opened.timestamp():.0f}{again}"


def others(people: list[int], removal: Removal) -> list[int]:
    """Nobody is asked about their own leaving, unless there is nobody else."""
    return [person for person in people if person != removal.user_id] or people


def pass_on(desk: Desk) -> None:
    """Nobody has answered for three working days: the chair hears of it too."""
    if not awake(desk):
        return
    late = [
        removal
        for removal in desk.store.removals.in_state(ASKED)
        if removal.asked and removal.passed_on is None and days_have_passed(removal.asked, desk)
    ]
    chairs = desk.acting([Role.CHAIR])
    if chairs:
        ask(late, chairs, ":chair", desk)
    for removal in late:
        desk.store.removals.mark(removal.number, "passed_on", desk.now)


def days_have_passed(since: datetime, desk: Desk) -> bool:
    """Whether three working days have gone by; the third from half past eight on."""
    days = desk.calendar.working_days_between(since.astimezone(LONDON).date(), desk.today)
    early = desk.now < in_london(desk.today, CARD_AT)
    return days > BEFORE_THE_CHAIR or (days == BEFORE_THE_CHAIR and not early)


# --- taking out ----------------------------------------------------------------------------------------


def send_off(due: list[tuple[Removal, Leaver]], desk: Desk) -> None:
    """At six on the last day, plus the grace: whoever was confirmed, or whose date alone is enough."""
    ready: list[tuple[Removal, Leaver]] = []
    for removal, one in due:
        current = desk.store.removals.get(removal.number)
        if current is None or desk.now < current.due or current.state not in OPEN:
            continue
        doubt = doubt_about(one, desk.policy, enforcing=desk.mode == Mode.ENFORCE)
        if current.state == CONFIRMED:
            go(current, desk)
        elif current.state == PLANNED and doubt is not None:
            wait_for_person(current, doubt, desk)
        elif current.state == PLANNED:
            ready.append((current, one))
    if ready and not brake(ready, desk.today, desk):
        for removal, _ in ready:
            go(removal, desk)
    elif ready:
        ask([removal for removal, _ in ready], keepers(desk), ":many", desk)


def go(removal: Removal, desk: Desk) -> bool:
    """One call to Telegram, at most once: if its answer is lost, a person is asked."""
    group = desk.group_chat_id
    values: dict[str, object] = {"tries": removal.tries + 1}
    if removal.decided_at is None:
        values["decided_at"] = desk.now
    expect = (*OPEN, REFUSED, "unknown")
    if group is None or not desk.store.removals.move(removal.number, expect=expect, to=GOING, **values):
        return False
    letters.queue(
        desk,
        out_key(removal.number, removal.tries + 1),
        "oust",
        group,
        Priority.ANSWER,
        removal.number,
        delivery=Delivery.AT_MOST_ONCE,
        user=removal.user_id,
    )
    return True


def out_key(number: int, tries: int) -> str:
    return f"oust:{number}:{tries}"
