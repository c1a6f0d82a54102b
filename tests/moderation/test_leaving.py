"""Who leaves and when: the dates, the profiles, and every reason to ask a person first."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.leaving import Doubt, Leaver, doubt_about, leaver, leavers, rule_for, times, too_many
from moderation.policy import Policy, load_policy
from moderation.post import Role
from moderation.roster import Carer, Child, Roster, StaffMember

LAST = date(2026, 7, 31)
JO, PETE = 2001, 2002
MIA = Child(1, "Mia", "Marsh", leaves=LAST)
TOM = Child(2, "Tom", "Marsh")
NOBODY: dict[int, frozenset[Role]] = {}


def roster(*people: Carer | StaffMember, children: tuple[Child, ...] = (MIA, TOM)) -> Roster:
    carers = tuple(one for one in people if isinstance(one, Carer))
    return Roster(children, carers, tuple(one for one in people if isinstance(one, StaffMember)))


def carer(child: Child = MIA, user: int | None = JO, **more: Any) -> Carer:
    return Carer(
        child.id * 10 + (user or 0) % 10, child.id, more.pop("name", "Jo Marsh"), user_id=user, **more
    )


def last_days(found: Roster, held: dict[int, frozenset[Role]] = NOBODY) -> dict[int, date]:
    return {one.user_id: one.last_day for one in leavers(found, held)}


def policy(profile: str = "default", **knobs: Any) -> Policy:
    found = load_policy(profile)
    return replace(
        found, knobs={**found.knobs, **{f"membership.{name}": value for name, value in knobs.items()}}
    )


def test_both_carers_of_an_only_child_leave_with_it() -> None:
    assert last_days(roster(carer(), carer(user=PETE, name="Pete"))) == {JO: LAST, PETE: LAST}


def test_whoever_has_another_child_stays() -> None:
    assert last_days(roster(carer(), carer(TOM), carer(user=PETE, name="Pete"))) == {PETE: LAST}


def test_of_two_leaving_children_the_later_day_counts() -> None:
    tom = replace(TOM, leaves=date(2026, 12, 18))

    assert last_days(roster(carer(), carer(TOM), children=(MIA, tom))) == {JO: date(2026, 12, 18)}


def test_an_adult_may_go_sooner_than_the_child() -> None:
    found = roster(carer(leaves=date(2026, 5, 1)), carer(user=PETE, name="Pete"))

    assert last_days(found) == {JO: date(2026, 5, 1), PETE: LAST}


def test_a_parent_on_the_staff_stays_until_both_are_over() -> None:
    assert last_days(roster(carer(), StaffMember(1, "Jo Marsh", user_id=JO))) == {}
    both = roster(carer(), StaffMember(1, "Jo Marsh", user_id=JO, leaves=date(2026, 9, 1)))
    assert last_days(both) == {JO: date(2026, 9, 1)}


def test_a_role_in_the_settings_is_a_tie_of_its_own() -> None:
    assert last_days(roster(carer()), {JO: frozenset({Role.COMMITTEE})}) == {}


def test_staff_whose_time_ends_although_the_settings_name_them_are_asked_about() -> None:
    found = leaver(JO, roster(StaffMember(1, "Amy", user_id=JO, leaves=LAST)), frozenset({Role.STAFF}))

    assert found is not None
    assert doubt_about(found, policy("orleton"), enforcing=True) == Doubt.ROLE


def test_a_child_without_a_last_day_keeps_everybody() -> None:
    assert last_days(roster(carer(TOM), carer(TOM, PETE, name="Pete"))) == {}


def test_an_unknown_account_of_the_same_name_is_a_doubt() -> None:
    found = leaver(JO, roster(carer(), carer(TOM, None)), frozenset())

    assert found is not None
    assert found.namesake
    assert doubt_about(found, policy("orleton"), enforcing=True) == Doubt.NAMESAKE


@pytest.mark.parametrize(
    ("profile", "child", "staff"),
    [
        ("woodham-mortimer", "confirm", "auto"),
        ("orleton", "auto", "auto"),
        ("st-josephs", "auto", "auto"),
        ("west-wycombe", "confirm", "auto"),
        ("bishopthorpe", "confirm", "auto"),
        ("default", "confirm", "auto"),
    ],
)
def test_every_profile_says_whether_a_person_is_asked(profile: str, child: str, staff: str) -> None:
    assert rule_for(Leaver(JO, LAST), load_policy(profile)) == child
    assert rule_for(Leaver(JO, LAST, is_staff=True), load_policy(profile)) == staff


@pytest.mark.parametrize(
    ("change", "profile", "enforcing", "doubt"),
    [
        ({}, "orleton", True, None),
        ({}, "default", True, Doubt.POLICY),
        ({}, "orleton", False, Doubt.MODE),
        ({"set_at": datetime(2026, 7, 31, 16, 59, tzinfo=UTC)}, "orleton", True, None),
        ({"set_at": datetime(2026, 7, 31, 17, 0, tzinfo=UTC)}, "orleton", True, Doubt.PAST),
        ({"set_at": datetime(2026, 8, 20, tzinfo=UTC)}, "default", True, Doubt.PAST),
        ({"is_staff": True}, "default", True, None),
    ],
)
def test_what_needs_a_person(change: Any, profile: str, enforcing: bool, doubt: Doubt | None) -> None:
    one = replace(Leaver(JO, LAST), **change)

    assert doubt_about(one, load_policy(profile), enforcing=enforcing) == doubt


@pytest.mark.parametrize(
    ("day", "out"),
    [
        (date(2026, 7, 31), datetime(2026, 7, 31, 17, tzinfo=UTC)),  # summer time
        (date(2026, 12, 18), datetime(2026, 12, 18, 18, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 18, tzinfo=UTC)),  # the clocks went back that morning
        (date(2026, 3, 29), datetime(2026, 3, 29, 17, tzinfo=UTC)),  # and forward
    ],
)
def test_out_is_at_six_in_london_whatever_the_season(day: date, out: datetime) -> None:
    clock = times(day, policy())

    assert clock.out == out
    assert (clock.card.hour, clock.card.minute) == (8, 30)
    assert clock.notice.date() == day - timedelta(days=7)


def test_grace_and_notice_are_the_profiles() -> None:
    clock = times(LAST, policy(grace_days=3, notice_days=14))

    assert clock.out.date() == date(2026, 8, 3)
    assert clock.notice.date() == date(2026, 7, 17)


@pytest.mark.parametrize(
    ("families", "size", "earlier", "stopped"),
    [
        ([1], 8, 0, False),  # one person is never a crowd
        ([1, 1], 8, 0, False),  # nor one family
        ([1, 2], 8, 0, True),  # more than a tenth
        ([1, 2], 20, 0, False),
        ([1, 2, 3], 20, 0, True),
        ([1, 2, 3, 4, 5], 100, 0, False),
        ([1, 2, 3, 4, 5, 6], 100, 0, True),
        ([1], 100, 5, True),  # the sixth of a day
    ],
)
def test_a_crowd_needs_a_person(families: list[int], size: int, earlier: int, stopped: bool) -> None:
    assert too_many([frozenset({family}) for family in families], size, earlier) is stopped


DAY = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(DAY, DAY), min_size=1, max_size=4), DAY)
def test_nobody_leaves_before_their_last_tie_ends(
    ends: list[tuple[date | None, date | None]], post: date | None
) -> None:
    children = tuple(Child(number, f"C{number}", "X", leaves=end) for number, (end, _) in enumerate(ends))
    ties = [carer(child, leaves=own) for child, (_, own) in zip(children, ends, strict=True)]
    found = last_days(roster(*ties, StaffMember(1, "Jo", user_id=JO, leaves=post), children=children))

    each = [min([day for day in pair if day], default=None) for pair in ends] + [post]
    known = [day for day in each if day is not None]
    assert found == ({JO: max(known)} if len(known) == len(each) else {})
