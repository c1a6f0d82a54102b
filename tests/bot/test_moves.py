"""Who may decide what, and what follows from each move; checked at the moment it is made."""

from dataclasses import replace

import pytest

from bot.desk import Desk
from bot.letters import case_owners, send_cards, tell_keepers
from bot.moves import make_move, may_decide
from bot.settings import Settings
from moderation.case import Move
from moderation.post import Role
from tests.bot.conftest import DEPUTY, GROUP, LEAD, MANAGER, PARENT, later, opened, queued

RUDE = "whoever parked across the gate this morning is a selfish cow"
SHARP = "oh do grow up karen"
WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"
ALLEGATION = "I saw a member of staff hit a toddler"


@pytest.mark.parametrize(
    "words, deciders",
    [(RUDE, {MANAGER, DEPUTY}), (WORRY, {DEPUTY, LEAD}), (ALLEGATION, {LEAD})],
)
def test_each_kind_of_case_has_its_deciders(desk: Desk, words: str, deciders: set[int]) -> None:
    case = opened(desk, words)

    assert {one for one in (MANAGER, DEPUTY, LEAD, PARENT, 99) if may_decide(one, case, desk)} == deciders


@pytest.mark.parametrize("author", [MANAGER, DEPUTY])
def test_nobody_decides_about_their_own_post(desk: Desk, author: int) -> None:
    case = opened(desk, RUDE, author=author)

    assert not may_decide(author, case, desk)
    assert author not in case_owners(case, desk)


def test_a_role_that_ends_ends_the_right_to_decide(desk: Desk) -> None:
    case = opened(desk, RUDE)
    desk.store.roles.give(99, "manager", by=MANAGER, now=desk.now, until=later(desk, days=1).now)

    assert may_decide(99, case, later(desk, hours=1))
    assert not may_decide(99, case, later(desk, days=2))


def test_having_the_card_is_no_right_to_decide(desk: Desk) -> None:
    """The card went to a manager, who is none any more but still an administrator of the group."""
    case = opened(desk, RUDE)
    desk.store.settings.set("group_admins", str(MANAGER))
    demoted = replace(desk, settings=Settings(group_chat_id=GROUP, roles={Role.MANAGER: (99,)}))

    assert ("card", MANAGER) in queued(desk, 1)
    assert not may_decide(MANAGER, case, demoted)


def test_an_administrator_who_was_asked_for_want_of_owners_may_decide(desk: Desk) -> None:
    bare = replace(desk, settings=Settings(group_chat_id=GROUP, mode="enforce"))
    bare.store.settings.set("group_admins", "77,78")
    case = opened(bare, WORRY)

    assert [chat for kind, chat in queued(bare, 1) if kind == "card"] == [77, 78]
    assert may_decide(77, case, bare)
    bare.store.settings.set("group_admins", "78")
    assert not may_decide(77, case, bare), "an administrator no more"


def test_when_there_is_nobody_to_ask_that_is_written_down(desk: Desk) -> None:
    bare = replace(desk, settings=Settings(group_chat_id=GROUP, mode="enforce"))
    case = opened(bare, WORRY)

    assert not send_cards(case, bare)
    assert bare.store.settings.get("nobody_reached") == "1"


def test_a_restore_is_queued_once_however_often_it_is_asked_for(desk: Desk) -> None:
    opened(desk, RUDE)

    assert make_move(Move.APPROVE, 1, MANAGER, desk) == "The post is going back into the group."
    assert "already decided: put back" in make_move(Move.APPROVE, 1, DEPUTY, later(desk, seconds=1))
    assert queued(desk, 1).count(("restore", GROUP)) == 1


def test_taking_out_a_post_tells_its_author_once_it_is_out(desk: Desk) -> None:
    opened(desk, SHARP)
    make_move(Move.REMOVE, 1, MANAGER, desk)

    assert ("delete", GROUP) in queued(desk, 1)
    due = {one.kind: one.due for one in desk.store.effects.of_case(1)}
    assert due["delete"] <= desk.now < due["say"]


def test_a_move_that_changes_nothing_queues_nothing(desk: Desk) -> None:
    opened(desk, RUDE)
    before = queued(desk, 1)

    for move, person in ((Move.HIDE, MANAGER), (Move.UNDO, MANAGER), (Move.APPROVE, PARENT), (Move.KEEP, 99)):
        make_move(move, 1, person, desk)
    assert make_move(Move.KEEP, 5, MANAGER, desk) == "There is no case 5."

    assert queued(desk, 1) == before


def test_every_move_is_in_the_log_with_who_made_it(desk: Desk) -> None:
    opened(desk, RUDE)
    make_move(Move.KEEP, 1, MANAGER, desk)

    assert desk.store.log.of_case(1)[-1].actor == MANAGER


def test_an_author_hears_of_each_time_the_post_goes_out_of_view(desk: Desk) -> None:
    case = opened(desk, SHARP)
    for move in (Move.REMOVE, Move.UNDO, Move.REMOVE):
        desk = later(desk, minutes=1)
        make_move(move, case.number, MANAGER, desk)
        desk.store.sent.record(
            GROUP, 90, effect_id=1, case_number=1, kind="restore", has_words=True, now=desk.now
        )

    told = [one for one in desk.store.effects.of_case(1) if one.kind == "say" and one.chat_id == PARENT]
    assert len({one.body["text"] for one in told}) == 1
    assert len(told) == 2, "once for each time"


def test_where_nobody_holds_a_role_the_groups_administrators_hear_of_trouble(desk: Desk) -> None:
    bare = replace(desk, settings=Settings(group_chat_id=GROUP, mode="enforce"))
    bare.store.settings.set("group_admins", "77,78")

    tell_keepers("Something is wrong.", "trouble", bare)

    assert [one.chat_id for one in desk.store.effects.claim(9, desk.now)] == [77, 78]
