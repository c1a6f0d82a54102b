"""What is due by the clock: run when its time has come, once, whatever was missed."""

from dataclasses import replace
from datetime import timedelta

from bot.desk import Desk
from bot.job import Job
from bot.jobs import alerts, wipe
from bot.moves import make_move
from bot.store.effects import EffectRow
from moderation.case import Move
from moderation.policy import Policy
from moderation.post import Role
from tests.bot.conftest import DEPUTY, LEAD, MANAGER, later, opened

RUDE = "whoever parked across the gate this morning is a selfish cow"
WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"
ALLEGATION = "I saw a member of staff hit a toddler"


def cards(desk: Desk) -> list[int]:
    """Who gets a card now."""
    sent = [one for one in claimed(desk) if one.kind == "card"]
    for one in sent:
        desk.store.effects.done(one.id, desk.now)
    return [one.chat_id for one in sent]


def claimed(desk: Desk) -> list[EffectRow]:
    return desk.store.effects.claim(99, desk.now)


def test_a_job_runs_at_once_and_then_when_its_time_has_come(desk: Desk) -> None:
    runs = []
    job = Job("test", timedelta(minutes=10), lambda desk: runs.append(desk.now))

    ran = [job.run_if_due(later(desk, minutes=minutes)) for minutes in (0, 1, 9.9, 10, 11, 500)]

    assert ran == [True, False, False, True, False, True]
    assert len(runs) == 3


def test_a_job_runs_again_when_the_clock_was_put_back(desk: Desk) -> None:
    job = Job("test", timedelta(minutes=10), lambda desk: None)
    job.run_if_due(later(desk, days=400))

    assert job.run_if_due(desk)


def test_an_urgent_case_is_told_again_every_ten_minutes_and_to_the_next_in_line(desk: Desk) -> None:
    opened(desk, WORRY)
    assert cards(desk) == [LEAD, DEPUTY]

    alerts.repeat(later(desk, minutes=9))
    assert cards(later(desk, minutes=9)) == []
    for _ in range(2):
        alerts.repeat(later(desk, minutes=10))
    assert cards(later(desk, minutes=10)) == [LEAD, DEPUTY, MANAGER]
    alerts.repeat(later(desk, minutes=20))
    assert cards(later(desk, minutes=20)) == [LEAD, DEPUTY, MANAGER]


def test_a_long_silence_is_made_up_for_once(desk: Desk) -> None:
    opened(desk, WORRY)
    cards(desk)
    alerts.repeat(later(desk, hours=30))

    assert cards(later(desk, hours=30)) == [LEAD, DEPUTY, MANAGER]


def test_whoever_has_yet_to_press_start_finds_one_copy_and_not_one_for_every_ten_minutes(desk: Desk) -> None:
    opened(desk, WORRY)
    for card in (one for one in claimed(desk) if one.kind == "card"):
        desk.store.effects.hold(card.id)
    for minutes in range(10, 300, 10):
        alerts.repeat(later(desk, minutes=minutes))
    desk.store.effects.release(LEAD, later(desk, hours=5).now)

    assert cards(later(desk, hours=5)).count(LEAD) == 1


def test_once_somebody_has_it_an_alert_is_quiet(desk: Desk) -> None:
    opened(desk, WORRY)
    make_move(Move.ACK, 1, LEAD, desk)
    cards(desk)
    alerts.repeat(later(desk, minutes=30))

    assert cards(later(desk, minutes=30)) == []


def test_an_alert_about_staff_stays_with_its_owners(desk: Desk) -> None:
    opened(desk, ALLEGATION)
    assert cards(desk) == [LEAD]
    alerts.repeat(later(desk, minutes=30))

    assert cards(later(desk, minutes=30)) == [LEAD]


def test_where_nobody_holds_a_role_the_groups_administrators_are_asked_as_soon_as_they_are_known(
    desk: Desk,
) -> None:
    bare = replace(desk, settings=replace(desk.settings, roles={}))
    opened(bare, WORRY)
    assert cards(bare) == []

    bare.store.settings.set("group_admins", "77")
    alerts.repeat(later(bare, minutes=10))

    assert cards(later(bare, minutes=10)) == [77]


def test_the_profile_says_how_often_an_urgent_case_is_told_again(desk: Desk) -> None:
    slow = replace(desk, policy=changed(desk, {"escalation.ack_minutes.urgent": 30}))
    opened(slow, WORRY)
    cards(slow)
    alerts.repeat(later(slow, minutes=29))
    assert cards(later(slow, minutes=29)) == []
    alerts.repeat(later(slow, minutes=30))
    assert cards(later(slow, minutes=30)) == [LEAD, DEPUTY, MANAGER]


def test_where_the_only_owner_cannot_be_reached_whoever_was_asked_instead_is_told_again(desk: Desk) -> None:
    alone = replace(desk, settings=replace(desk.settings, roles={Role.DSL: (LEAD,)}))
    alone.store.settings.set("group_admins", "77")
    opened(alone, WORRY)
    for card in (one for one in claimed(alone) if one.kind == "card"):
        alone.store.effects.hold(card.id)
    for minutes in (10, 20):
        alerts.repeat(later(alone, minutes=minutes))
        assert cards(later(alone, minutes=minutes)) == [77]


def test_what_was_taken_on_and_never_ended_is_brought_up_again(desk: Desk) -> None:
    opened(desk, WORRY)
    make_move(Move.ACK, 1, LEAD, desk)
    cards(desk)

    for hours, told in ((1.9, []), (2, [LEAD]), (3, []), (4, [LEAD, DEPUTY, MANAGER])):
        alerts.repeat(later(desk, hours=hours))
        assert cards(later(desk, hours=hours)) == told


def test_nobody_is_asked_at_night_how_a_case_stands_that_somebody_has(desk: Desk) -> None:
    opened(desk, WORRY)
    make_move(Move.ACK, 1, LEAD, desk)
    cards(desk)
    alerts.repeat(later(desk, hours=11))

    assert cards(later(desk, hours=11)) == []


def test_an_urgent_case_is_told_again_at_night_as_well(desk: Desk) -> None:
    opened(desk, WORRY)
    cards(desk)
    alerts.repeat(later(desk, hours=14))

    assert cards(later(desk, hours=14)) == [LEAD, DEPUTY, MANAGER]


def test_what_is_not_urgent_goes_to_the_next_in_line_after_two_hours_and_once(desk: Desk) -> None:
    opened(desk, RUDE)
    cards(desk)

    for hours, told in ((1.9, []), (2, [DEPUTY]), (4, []), (72, [])):
        alerts.repeat(later(desk, hours=hours))
        assert cards(later(desk, hours=hours)) == told


def test_the_two_hours_stand_still_in_the_quiet_hours(desk: Desk) -> None:
    evening = later(desk, hours=8)  # eight in London; quiet from nine to seven
    opened(evening, RUDE)
    cards(evening)

    for hours, told in ((2.5, []), (11.5, []), (12, [DEPUTY])):
        alerts.repeat(later(evening, hours=hours))
        assert cards(later(evening, hours=hours)) == told


def changed(desk: Desk, knobs: dict[str, object]) -> Policy:
    """The desk's policy with some answers changed."""
    return replace(desk.policy, knobs={**desk.policy.knobs, **knobs})


def sent(desk: Desk, message: int, kind: str, case: int | None = 1) -> None:
    desk.store.sent.record(MANAGER, message, kind=kind, has_words=True, case_number=case, now=desk.now)


def test_when_the_words_of_a_case_go_they_go_from_the_messages_about_it(desk: Desk) -> None:
    opened(desk, RUDE)
    claimed(desk)
    for message, kind in ((1, "card"), (2, "why"), (3, "restore")):
        sent(desk, message, kind)
    wipe.wipe(desk)
    assert claimed(desk) == [], "the case still has its words"

    desk.store.cases.retire_one(1, desk.now)
    for _ in range(2):
        wipe.wipe(desk)

    assert [(one.kind, one.body["message"]) for one in claimed(desk)] == [("wipe", 1), ("wipe", 2)]


def test_a_message_wiped_once_is_not_wiped_again(desk: Desk) -> None:
    opened(desk, RUDE)
    claimed(desk)
    sent(desk, 1, "card")
    desk.store.cases.retire_one(1, desk.now)
    desk.store.sent.wiped(MANAGER, 1, desk.now)
    wipe.wipe(replace(desk))

    assert claimed(desk) == []
