"""Whoever a case may be about, or whose role ended, sees and decides it no more, and somebody else does."""

from dataclasses import replace

from bot import reports, verbs
from bot.desk import Desk
from bot.jobs import alerts, handover
from bot.moves import may_decide, may_see
from bot.settle import Done, settle
from bot.store.effects import EffectRow
from moderation.post import Role
from moderation.roster import StaffMember
from tests.bot.conftest import DEPUTY, LEAD, MANAGER, PARENT, later, opened

RUDE = "whoever parked across the gate this morning is a selfish cow"
ALLEGATION = "I saw a member of staff hit a toddler"
CHAIR = 15
WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"


def act(desk: Desk) -> list[EffectRow]:
    """Does all that is due, each message with a number of its own; what it was."""
    acts: list[EffectRow] = []
    while due := desk.store.effects.claim(99, desk.now):
        for one in due:
            messages = (one.id,) if one.kind in ("card", "why", "say") else ()
            settle(
                one, Done(messages, has_words=one.kind in ("card", "why")), later(desk, seconds=1).now, desk
            )
        acts += due
    return acts


def to(acts: list[EffectRow], kind: str) -> list[int]:
    return [one.chat_id for one in acts if one.kind == kind]


def with_chair(desk: Desk) -> Desk:
    return replace(desk, settings=replace(desk.settings, roles={**desk.settings.roles, Role.CHAIR: (CHAIR,)}))


def test_whoever_says_that_it_is_about_them_is_off_the_case(desk: Desk) -> None:
    case = opened(with_chair(desk), ALLEGATION)
    act(with_chair(desk))

    answer = verbs.do("involved", 1, LEAD, with_chair(desk))
    acts = act(with_chair(desk))

    assert answer.startswith("Thank you for saying so.")
    assert to(acts, "wipe") == [LEAD]
    assert not may_see(LEAD, case, desk)
    assert verbs.do("approve", 1, LEAD, desk) == "This is for somebody else at our pre-school to decide."
    assert may_decide(CHAIR, case, with_chair(desk))


def test_when_nobody_else_has_it_the_next_in_line_is_asked(desk: Desk) -> None:
    opened(desk, ALLEGATION)  # no chair here: the lead is the only owner
    assert to(act(desk), "card") == [LEAD]

    verbs.do("involved", 1, LEAD, desk)

    assert to(act(desk), "card") == [DEPUTY, MANAGER]
    assert verbs.do("ack", 1, DEPUTY, desk).startswith("Thank you.")


def test_whoever_had_taken_it_on_has_it_no_more_and_the_alert_goes_on(desk: Desk) -> None:
    opened(desk, ALLEGATION)
    act(desk)
    verbs.do("ack", 1, LEAD, desk)
    verbs.do("involved", 1, LEAD, desk)
    act(desk)
    alerts.repeat(later(desk, minutes=10))

    assert to(act(later(desk, minutes=10)), "card") == [DEPUTY, MANAGER]


def test_a_repeated_alert_does_not_go_to_whoever_stepped_aside(desk: Desk) -> None:
    opened(with_chair(desk), ALLEGATION)
    act(with_chair(desk))
    verbs.do("involved", 1, LEAD, with_chair(desk))
    act(with_chair(desk))
    alerts.repeat(later(with_chair(desk), minutes=10))

    assert LEAD not in to(act(later(with_chair(desk), minutes=10)), "card")


def test_a_stranger_or_a_second_press_steps_nobody_aside(desk: Desk) -> None:
    opened(desk, ALLEGATION)
    act(desk)

    assert verbs.do("involved", 1, PARENT, desk).startswith("This is for somebody else")
    verbs.do("involved", 1, LEAD, desk)
    assert verbs.do("involved", 1, LEAD, desk).startswith("This is for somebody else")
    assert verbs.do("involved", 99, LEAD, desk) == "There is no case 99."


def test_when_a_role_ends_the_card_loses_its_words_and_the_next_owner_gets_one(desk: Desk) -> None:
    opened(desk, RUDE)
    assert to(act(desk), "card") == [MANAGER]
    handover.hand_over(desk)
    assert act(desk) == [], "nothing has changed"

    after = replace(
        desk, settings=replace(desk.settings, roles={Role.MANAGER: (99,), Role.DEPUTY: (DEPUTY,)})
    )
    for _ in range(2):
        handover.hand_over(after)

    acts = act(after)
    assert (to(acts, "wipe"), to(acts, "card")) == ([MANAGER], [99])
    assert acts[0].body["says"] == "card.handed_on"
    handover.hand_over(after)
    assert act(after) == [], "once is enough"


def test_a_closed_case_is_handed_to_nobody_but_its_card_still_loses_its_words(desk: Desk) -> None:
    opened(desk, RUDE)
    act(desk)
    verbs.do("keep", 1, MANAGER, desk)
    act(desk)
    after = replace(desk, settings=replace(desk.settings, roles={Role.MANAGER: (99,)}))
    handover.hand_over(after)

    acts = act(after)
    assert (to(acts, "wipe"), to(acts, "card")) == ([MANAGER], [])


def test_a_card_that_waits_for_somebody_whose_role_ended_is_never_sent(desk: Desk) -> None:
    opened(desk, ALLEGATION)
    for card in desk.store.effects.claim(9, desk.now):
        if card.kind == "card":
            desk.store.effects.hold(card.id)
    verbs.do("involved", 1, LEAD, desk)
    desk.store.effects.release(LEAD, desk.now)

    assert LEAD not in to(act(desk), "card")


def on_the_roster(desk: Desk, name: str, person: int) -> None:
    desk.store.staff.add(StaffMember(0, name, user_id=person))


def test_whom_an_allegation_names_hears_nothing_of_it(desk: Desk) -> None:
    on_the_roster(desk, "Ms Cole", LEAD)
    case = opened(with_chair(desk), "I saw Ms Cole hit a toddler, she is a member of staff!")

    assert case.subtype == "about_staff"
    assert to(act(with_chair(desk)), "card") == [CHAIR]
    assert not may_see(LEAD, case, with_chair(desk))
    alerts.repeat(later(with_chair(desk), minutes=10))
    assert to(act(later(with_chair(desk), minutes=10)), "card") == [CHAIR]


def test_a_complaint_that_names_the_manager_goes_to_somebody_else(desk: Desk) -> None:
    on_the_roster(desk, "Mrs Anita Patel", MANAGER)
    reports.complain("Mrs Patel shouts at the children every morning", PARENT, "Jo Marsh", desk)

    asked = to(act(desk), "card")
    assert asked and MANAGER not in asked


def test_a_worry_about_a_family_that_mentions_the_lead_still_reaches_the_lead(desk: Desk) -> None:
    on_the_roster(desk, "Ms Cole", LEAD)
    opened(
        desk,
        "Not sure who to tell, Ms Cole maybe, but L had marks on his arms again that looked like fingers",
    )

    assert LEAD in to(act(desk), "card")


def test_a_press_after_three_years_is_answered_and_changes_nothing(desk: Desk) -> None:
    opened(with_chair(desk), ALLEGATION)
    act(with_chair(desk))
    verbs.do("involved", 1, LEAD, with_chair(desk))
    verbs.do("done", 1, CHAIR, with_chair(desk))
    much_later = later(with_chair(desk), days=1200)
    desk.store.tidy(much_later.now)
    desk.store.tidy(much_later.now)

    assert verbs.do("approve", 1, CHAIR, much_later) == "There is no case 1."
    assert desk.store.subjects.of(1) == frozenset()


def test_a_press_after_a_year_is_answered_and_changes_nothing(desk: Desk) -> None:
    opened(desk, RUDE)
    act(desk)
    verbs.do("keep", 1, MANAGER, desk)
    year = later(desk, days=366)
    desk.store.tidy(year.now)

    assert verbs.do("approve", 1, MANAGER, year) == (
        "Case 1 is already decided: kept out of view. Nothing has changed."
    )
    assert to(act(year), "restore") == []


def test_a_second_i_have_this_hears_that_somebody_has_it(desk: Desk) -> None:
    opened(desk, WORRY)
    verbs.do("ack", 1, LEAD, desk)

    assert verbs.do("ack", 1, DEPUTY, desk).startswith("Somebody has case 1 already")
