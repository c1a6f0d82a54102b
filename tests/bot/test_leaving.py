"""Leavers on a desk: who is told when, what is queued at six, and what a person's yes or no does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot import verbs
from bot.desk import Desk
from bot.jobs.joiners import forget_names
from bot.leaver_cards import draw, seen_out
from bot.leaving import see_to_leavers
from bot.outcomes import Done, Refused, Unknown
from bot.settle import settle
from bot.store.closures import Closure
from bot.store.effects import EffectRow
from bot.store.removals import Removal
from moderation.policy import load_policy
from moderation.post import Role
from tests.bot.conftest import DEPUTY, GROUP, MANAGER
from tests.bot.test_roster import load

JO, PETE, SAM, CHAIR = 2001, 2002, 2003, 31
LAST = date(2026, 7, 31)  # a Friday
HEAD = "child_first_name,child_last_name,leaves,carer_name,telegram\n"
At = Callable[..., Desk]


@pytest.fixture
def auto(desk: Desk) -> Desk:
    """A setting that takes leavers out by the date, in June, with Mia leaving on the last of July."""
    roles = {**desk.settings.roles, Role.CHAIR: (CHAIR,)}
    settings = replace(desk.settings, roles=roles)
    desk = replace(
        desk, policy=load_policy("orleton"), settings=settings, now=datetime(2026, 6, 1, 9, tzinfo=UTC)
    )
    for person in (JO, PETE, SAM, MANAGER):
        desk.store.members.started(person, desk.now)
        desk.store.members.joined(person, desk.now)
    desk.store.settings.set("group_size", "100")
    load(desk, "Mia,Marsh,31/07/2026,Jo Marsh,2001\nTom,Reed,,Sam Reed,2003\n", HEAD)
    return desk


def at(desk: Desk, day: date, hour: float) -> Desk:
    """London's clock on that day."""
    from moderation.leaving import LONDON

    moment = datetime(day.year, day.month, day.day, tzinfo=LONDON) + timedelta(hours=hour)
    return replace(desk, now=moment.astimezone(UTC))


def tick(desk: Desk, day: date, hour: float) -> Desk:
    desk = at(desk, day, hour)
    with desk.store.transaction():
        see_to_leavers(desk)
    return desk


def effects(desk: Desk, kind: str) -> list[EffectRow]:
    found = [desk.store.effects.get(number) for number in range(1, 400)]
    return [one for one in found if one is not None and one.kind == kind]


def outs(desk: Desk) -> list[int]:
    return [one.body["user"] for one in effects(desk, "oust") if one.state == "waiting"]


def said_to(desk: Desk, person: int) -> list[str]:
    return [str(one.body["text"]) for one in effects(desk, "say") if one.chat_id == person]


def the_leaver(desk: Desk, person: int = JO) -> Removal:
    (found,) = desk.store.removals.of(person)
    return found


def press(desk: Desk, verb: str, person: int = MANAGER, number: int | None = None) -> str:
    with desk.store.transaction():
        return verbs.do(verb, number or the_leaver(desk).number, person, desk)


def answered(desk: Desk, outcome: Any) -> None:
    """Telegram's answer to the newest call that takes somebody out."""
    effect = effects(desk, "oust")[-1]
    with desk.store.transaction():
        settle(effect, outcome, desk.now, desk)


def test_nothing_happens_eight_days_before(auto: Desk) -> None:
    tick(auto, LAST - timedelta(days=8), 12)

    assert desk_is_quiet(auto)


def desk_is_quiet(desk: Desk) -> bool:
    return not effects(desk, "say") and not effects(desk, "card") and not effects(desk, "oust")


def test_the_family_hears_seven_days_before_and_only_once(auto: Desk) -> None:
    tick(auto, LAST - timedelta(days=7), 8.25)
    assert desk_is_quiet(auto)

    for hour in (8.5, 12, 20):
        tick(auto, LAST - timedelta(days=7), hour)

    (notice,) = said_to(auto, JO)
    assert "31/07/2026" in notice


def test_a_family_that_cannot_be_written_to_is_the_managers_to_tell(auto: Desk) -> None:
    auto.store.members.unreachable(JO)
    tick(auto, LAST - timedelta(days=7), 9)

    assert said_to(auto, JO) == []
    assert [one.chat_id for one in effects(auto, "card")] == [MANAGER]


def test_the_card_comes_at_half_past_eight_on_the_last_day(auto: Desk) -> None:
    tick(auto, LAST, 8.25)
    assert effects(auto, "card") == []

    tick(auto, LAST, 8.5)
    tick(auto, LAST, 12)

    assert [one.chat_id for one in effects(auto, "card")] == [MANAGER]


def test_they_go_at_six_by_one_call(auto: Desk) -> None:
    tick(auto, LAST, 17.99)
    assert outs(auto) == []

    for hour in (18, 18.01, 19):
        tick(auto, LAST, hour)

    (call,) = effects(auto, "oust")
    assert (call.chat_id, call.body["user"], call.delivery) == (GROUP, JO, "at_most_once")


def test_whoever_has_a_child_who_stays_is_left_in_peace(auto: Desk) -> None:
    tick(auto, LAST, 18)

    assert SAM not in outs(auto)


def test_after_an_outage_they_go_at_once_and_the_card_waits_for_the_morning(auto: Desk) -> None:
    tick(auto, LAST + timedelta(days=2), 23)
    assert outs(auto) == [JO]
    assert effects(auto, "card") == []

    answered(auto, Done())
    tick(auto, LAST + timedelta(days=3), 8.5)
    assert said_to(auto, JO)[-1].startswith("Hello from")


def test_where_the_rules_want_it_nobody_goes_without_a_yes(auto: Desk) -> None:
    confirm = replace(auto, policy=load_policy("default"))
    tick(confirm, LAST, 9)
    tick(confirm, LAST + timedelta(days=1), 18)
    assert outs(confirm) == []

    press(tick(confirm, LAST + timedelta(days=1), 19), "confirm")
    assert outs(confirm) == [JO]


def test_an_early_yes_waits_for_six(auto: Desk) -> None:
    confirm = replace(auto, policy=load_policy("default"))
    answer = press(tick(confirm, LAST, 9), "confirm")
    assert "31 Jul, 18:00" in answer
    assert outs(confirm) == []

    tick(confirm, LAST, 18)
    assert outs(confirm) == [JO]


def test_after_three_working_days_the_chair_hears_of_it(auto: Desk) -> None:
    confirm = replace(auto, policy=load_policy("default"))
    tick(confirm, LAST, 9)
    tick(confirm, LAST + timedelta(days=4), 20)  # Tuesday
    assert CHAIR not in [one.chat_id for one in effects(confirm, "card")]
    assert (
        press(at(confirm, LAST, 20), "confirm", CHAIR)
        == "This is for somebody else at our pre-school to decide."
    )

    on = tick(confirm, LAST + timedelta(days=5), 9)  # Wednesday
    tick(on, LAST + timedelta(days=6), 9)

    assert [one.chat_id for one in effects(confirm, "card")].count(CHAIR) == 1
    press(on, "confirm", CHAIR)
    assert outs(confirm) == [JO]


def test_a_day_that_was_closed_is_no_working_day_before_the_chair_hears(auto: Desk) -> None:
    confirm = replace(auto, policy=load_policy("default"))
    tick(confirm, LAST, 9)
    monday = LAST + timedelta(days=3)
    confirm.store.closures.add(Closure(monday, monday, False, ""), by=MANAGER, now=confirm.now)

    tick(confirm, LAST + timedelta(days=5), 9)
    assert CHAIR not in [one.chat_id for one in effects(confirm, "card")]
    tick(confirm, LAST + timedelta(days=6), 9)
    assert CHAIR in [one.chat_id for one in effects(confirm, "card")]


def test_off_means_that_the_bot_keeps_out_of_it(auto: Desk) -> None:
    knobs = {**auto.policy.knobs, "membership.on_child_left": "off"}
    off = replace(auto, policy=replace(auto.policy, knobs=knobs))
    tick(off, LAST, 18)

    assert desk_is_quiet(off)


def test_a_bot_that_only_watches_tells_nobody_but_the_manager(auto: Desk) -> None:
    watching = replace(auto, settings=replace(auto.settings, mode="observe"))
    for hour in (9, 18, 19):
        tick(watching, LAST, hour)

    assert outs(watching) == []
    assert said_to(watching, JO) == []
    assert [one.chat_id for one in effects(watching, "card")] == [MANAGER]


def test_a_moved_date_begins_anew_and_the_family_is_told(auto: Desk) -> None:
    now = tick(auto, LAST - timedelta(days=1), 9)
    load(now, "Mia,Marsh,31/08/2026,Jo Marsh,2001\n", HEAD)
    tick(auto, LAST, 18)
    assert outs(auto) == []
    assert "does not hold any more" in said_to(auto, JO)[-1]

    tick(auto, date(2026, 8, 31), 18)
    assert outs(auto) == [JO]


def test_a_date_moved_while_telegram_was_away_still_counts(auto: Desk) -> None:
    now = tick(auto, LAST, 18)
    assert outs(auto) == [JO]
    load(now, "Mia,Marsh,31/08/2026,Jo Marsh,2001\n", HEAD)
    tick(auto, LAST, 18.1)

    assert outs(auto) == []


def test_a_sibling_who_starts_keeps_the_family_in(auto: Desk) -> None:
    now = tick(auto, LAST, 9)
    load(now, "Ben,Marsh,,Jo Marsh,2001\n", HEAD)
    tick(auto, LAST, 18)

    assert outs(auto) == []


def test_a_child_missing_from_a_later_file_has_not_left(auto: Desk) -> None:
    load(auto, "Zoe,Wood,,Al Wood,2009\n", HEAD)
    tick(auto, LAST + timedelta(days=30), 18)

    assert outs(auto) == [JO]


def test_a_date_that_was_over_when_it_was_set_needs_a_person(auto: Desk) -> None:
    late = at(auto, date(2026, 9, 1), 10)
    load(late, "Tom,Reed,31/08/2026,Sam Reed,2003\n", HEAD)
    tick(auto, date(2026, 9, 1), 10)

    assert SAM not in outs(auto)
    assert the_leaver(auto, SAM).doubt == "past"


def test_more_than_five_at_once_need_one_yes_together(auto: Desk) -> None:
    rows = [
        f"Kid{letter},Fam{letter},31/07/2026,Par{letter} Fam{letter},{3000 + n}"
        for n, letter in enumerate("abcdef")
    ]
    load(auto, "\n".join(rows) + "\n", HEAD)
    tick(auto, LAST, 8.5)
    desk = tick(auto, LAST, 18)
    assert outs(desk) == []

    (asked,) = desk.store.pending.waiting("removals")
    press(desk, "confirm", MANAGER, asked.number)

    assert sorted(outs(desk)) == [JO, 3000, 3001, 3002, 3003, 3004, 3005]


def test_whoever_is_to_stay_stays_until_there_is_a_new_date(auto: Desk) -> None:
    press(tick(auto, LAST, 9), "cancel")
    tick(auto, LAST, 18)
    tick(auto, LAST + timedelta(days=20), 18)

    assert outs(auto) == []
    assert the_leaver(auto).state == "stays"


def test_nobody_decides_about_their_own_leaving(auto: Desk) -> None:
    load(auto, "Ivy,Chief,31/07/2026,The Manager,11\n", HEAD)
    auto = replace(auto, settings=replace(auto.settings, roles={Role.DEPUTY: (DEPUTY,), Role.ADMIN: (JO,)}))
    auto = replace(auto, policy=load_policy("default"))
    tick(auto, LAST, 9)

    (own,) = auto.store.removals.of(MANAGER)
    assert "somebody else" in press(auto, "cancel", MANAGER, own.number)


@pytest.mark.parametrize("verb", ["confirm", "cancel", "undo", "done", "approve"])
def test_a_parent_decides_nothing(auto: Desk, verb: str) -> None:
    desk = tick(auto, LAST, 9)

    assert "somebody else" in press(desk, verb, SAM)
    assert the_leaver(desk).state == "planned"


def test_a_lost_answer_is_asked_about_and_never_tried_again(auto: Desk) -> None:
    desk = tick(auto, LAST, 18)
    answered(desk, Unknown())
    for hour in (18.1, 19, 20):
        tick(desk, LAST, hour)

    assert len(effects(desk, "oust")) == 1
    assert "not sure" in (draw(the_leaver(desk).number, desk) or pytest.fail()).text


def test_telegrams_news_settles_a_lost_answer(auto: Desk) -> None:
    desk = tick(auto, LAST, 18)
    answered(desk, Unknown())
    seen_out(JO, desk)

    assert the_leaver(desk).state == "gone"


def test_a_refusal_is_shown_with_its_reason_and_can_be_tried_again(auto: Desk) -> None:
    desk = tick(auto, LAST, 18)
    answered(desk, Refused("user is an administrator of the chat"))
    card = draw(the_leaver(desk).number, desk)

    assert card is not None
    assert "user is an administrator" in card.text
    press(desk, "confirm")
    assert outs(desk) == [JO]
    assert len(effects(desk, "oust")) == 2


def test_one_press_puts_somebody_back_with_a_link_that_works_once(auto: Desk) -> None:
    desk = tick(auto, LAST, 18)
    answered(desk, Done())
    press(desk, "undo")
    again = press(desk, "undo")
    tick(desk, LAST + timedelta(days=9), 18)

    (link,) = effects(desk, "invite")
    assert link.body["user"] == JO
    assert "settled" in again
    assert outs(desk) == []


def test_whoever_has_gone_already_is_not_taken_out(auto: Desk) -> None:
    tick(auto, LAST - timedelta(days=7), 9)
    auto.store.members.left(JO, auto.now)
    tick(auto, LAST, 18)

    assert outs(auto) == []
    assert the_leaver(auto).state == "left"


def test_whoever_comes_back_before_the_last_day_still_goes_on_it(auto: Desk) -> None:
    early = tick(auto, LAST - timedelta(days=6), 9)
    early.store.members.left(JO, early.now)
    tick(auto, LAST - timedelta(days=5), 9)
    assert the_leaver(auto).state == "left"
    early.store.members.joined(JO, early.now)

    tick(auto, LAST - timedelta(days=4), 9)
    tick(auto, LAST, 18)

    assert outs(auto) == [JO]


def test_a_student_goes_on_the_last_day_and_is_no_staff_after_it(auto: Desk) -> None:
    load(auto, "Amy Bell,Student,31/07/2026,1004\n", "staff_name,role,leaves,telegram\n")
    assert Role.STAFF in at(auto, LAST, 12).roles_of(1004)
    tick(auto, LAST, 18)

    assert 1004 in outs(auto)
    assert Role.STAFF not in at(auto, LAST + timedelta(days=1), 1).roles_of(1004)


def test_the_card_shows_names_that_lie_sealed(auto: Desk) -> None:
    desk = tick(auto, LAST, 9)
    card = draw(the_leaver(desk).number, desk)

    assert card is not None
    assert "Jo Marsh" in card.text
    assert "Mia" in card.text
    assert all("Marsh" not in str(one.body) for one in effects(desk, "say"))


def test_the_names_go_some_weeks_after_and_nobody_is_taken_out_again(auto: Desk) -> None:
    desk = tick(auto, LAST, 18)
    answered(desk, Done())
    forget_names(at(desk, LAST + timedelta(days=29), 9))
    assert auto.store.sealed.open(the_leaver(auto).number) is not None

    forget_names(at(desk, LAST + timedelta(days=31), 9))
    tick(auto, LAST + timedelta(days=400), 18)

    assert auto.store.sealed.open(the_leaver(auto).number) is None
    assert outs(auto) == []
