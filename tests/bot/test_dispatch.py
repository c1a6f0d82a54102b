"""Each thing read goes to what handles it, and nothing is obeyed that should not be."""

from dataclasses import replace

import pytest

from bot.desk import Desk
from bot.dispatch import handle
from bot.reading import Arrival, Command, Moved, Press, Unread
from bot.store.effects import EffectRow
from moderation.facts import Facts
from tests.bot.conftest import GROUP, LEAD, MANAGER, NOON, PARENT, opened, posting

RUDE = "whoever parked across the gate this morning is a selfish cow"
WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"
NEW = -1001000009999


def waiting(desk: Desk) -> list[EffectRow]:
    return desk.store.effects.claim(99, desk.now)


def command(name: str, words: str = "", person: int = MANAGER, *, group: bool = False) -> Command:
    said = f"/{name} {words}".strip()
    chat = GROUP if group else person
    post = posting(said, author=person, message=50) if group else None
    return Command(name, words, person, chat, 50, not group, posting=post)


def test_a_post_elsewhere_is_nobodys_business(desk: Desk) -> None:
    handle(posting(RUDE, chat_id=-100777), Facts(), desk)

    assert desk.store.cases.waiting() == [] and waiting(desk) == []
    assert desk.store.members.get(PARENT) is None


def test_without_a_group_nothing_is_judged(desk: Desk) -> None:
    nowhere = replace(desk, settings=replace(desk.settings, group_chat_id=None))
    handle(posting(RUDE), Facts(), nowhere)

    assert desk.store.cases.waiting() == []


def test_our_own_words_are_not_judged(desk: Desk) -> None:
    handle(posting(RUDE, author=desk.bot_id), Facts(), desk)

    assert desk.store.cases.waiting() == []


def test_private_words_are_answered_once_and_not_kept(desk: Desk) -> None:
    for _ in range(2):
        handle(posting(WORRY, chat_id=PARENT, message=4), Facts(), desk)

    (answer,) = waiting(desk)
    assert answer.chat_id == PARENT and "999" in answer.body["text"]
    assert desk.store.cases.waiting() == []


def test_a_command_in_the_group_is_deleted_and_answered_in_private(desk: Desk) -> None:
    opened(desk, RUDE)
    waiting(desk)
    handle(command("keep", "1", group=True), Facts(), desk)

    done = {(one.kind, one.chat_id) for one in waiting(desk)}
    assert done == {("delete", GROUP), ("say", MANAGER)}
    assert desk.store.cases.waiting() == []


def test_a_command_in_a_strange_group_is_ignored(desk: Desk) -> None:
    opened(desk, RUDE)
    waiting(desk)
    handle(replace(command("keep", "1", group=True), chat_id=-100777), Facts(), desk)

    assert len(desk.store.cases.waiting()) == 1 and waiting(desk) == []


@pytest.mark.parametrize("name", ["keep", "why", "help", "nonsense"])
def test_a_worry_is_heard_whatever_command_stands_before_it(desk: Desk, name: str) -> None:
    handle(command(name, WORRY, PARENT, group=True), Facts(), desk)

    (case,) = desk.store.cases.waiting()
    assert case.urgent
    assert any(one.kind == "card" and one.chat_id == LEAD for one in waiting(desk))


@pytest.mark.parametrize("verb, number", [("drop", 1), ("approve", None), ("", 1), ("why", 1)])
def test_a_press_that_makes_no_sense_is_answered_and_changes_nothing(
    desk: Desk, verb: str, number: int | None
) -> None:
    before = opened(desk, RUDE)
    waiting(desk)
    handle(Press("p1", verb, number, MANAGER, MANAGER, 3), Facts(), desk)

    (answer,) = waiting(desk)
    assert answer.kind == "answer" and "do not know that button" in answer.body["text"]
    assert desk.store.cases.get(1) == before


def test_a_group_that_moved_is_followed_from_either_side(desk: Desk) -> None:
    opened(desk, RUDE)
    for _ in range(2):
        handle(Moved(GROUP, NEW), Facts(), desk)

    assert desk.group_chat_id == NEW
    case = desk.store.cases.get(1)
    assert case is not None and case.chat_id == NEW
    # The old group's messages are not the new one's: there the same number is somebody else's post.
    acts = waiting(desk)
    assert {one.chat_id for one in acts if one.kind == "delete"} == {GROUP}
    assert all(one.chat_id != GROUP for one in acts if one.kind != "delete")


def test_another_groups_move_changes_nothing(desk: Desk) -> None:
    handle(Moved(-4001, NEW), Facts(), desk)

    assert desk.group_chat_id == GROUP


def test_who_is_in_the_group_is_known_from_comings_and_goings(desk: Desk) -> None:
    handle(Arrival(31, GROUP, "member"), Facts(), desk)
    handle(Arrival(32, GROUP, "member"), Facts(), desk)
    handle(Arrival(31, GROUP, "left"), Facts(), desk)
    handle(Arrival(33, -100777, "member"), Facts(), desk)

    assert [member.user_id for member in desk.store.members.present()] == [32]


def test_nothing_comes_of_what_holds_nothing_for_us(desk: Desk) -> None:
    handle(Unread("poll"), Facts(), desk)

    assert waiting(desk) == []


INSULTS = (
    "whoever parked across the gate this morning is a selfish cow",
    "shut your fat mouth you pathetic waste of space",
    "you are a stupid idiot and everybody at the fair knows it",
    "what a lazy ugly pig that woman by the swings is",
    "he is a complete moron, a liar and a disgusting creep",
)


def test_at_most_one_notice_in_any_ten_minutes(desk: Desk) -> None:
    for minute, message in ((0, 1), (9, 2), (10, 3), (19, 4), (20, 5)):
        at = replace(desk, now=NOON.replace(minute=5 + minute))
        handle(posting(INSULTS[message - 1], message=message), Facts(), at)

    effects = [one for number in range(1, 6) for one in desk.store.effects.of_case(number)]
    notices = [one.case_number for one in effects if one.key.startswith("notice:")]
    assert notices == [1, 3, 5]
