"""Reminders, due days, /calendar, /ask and /queue, on a real database."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot import verbs
from bot.commands import COMMANDS
from bot.desk import Desk
from bot.query_cards import receipt
from bot.reading import Command
from bot.reminders import draw, remind
from bot.review import review
from bot.settle import NotStarted, settle
from bot.store.effects import EffectRow
from bot.store.queries import Query
from moderation.facts import Facts
from moderation.post import Role
from tests.bot.conftest import DEPUTY, GROUP, LEAD, MANAGER, PARENT, posting

LONDON = ZoneInfo("Europe/London")
CHAIR = 14
QUESTION = "Are you open the Friday before the bank holiday?"
FRIDAY = "2026-09-04 16:00"


def at(desk: Desk, moment: str) -> Desk:
    return replace(desk, now=datetime.fromisoformat(moment).replace(tzinfo=LONDON))


@pytest.fixture
def friday(desk: Desk) -> Desk:
    roles = {**desk.settings.roles, Role.CHAIR: (CHAIR,)}
    return at(replace(desk, settings=replace(desk.settings, roles=roles)), FRIDAY)


def asked(desk: Desk, text: str = QUESTION, *, message: int = 7, author: int = PARENT) -> Query:
    review(posting(text, message=message, author=author, sent=desk.now), Facts({}), desk)
    return max(desk.store.queries.waiting(), key=lambda query: query.number)


def reminders(desk: Desk) -> list[EffectRow]:
    """What waits to be sent, oldest first."""
    people = (MANAGER, DEPUTY, CHAIR, LEAD)
    return sorted(
        (one for person in people for one in desk.store.effects.unsent("remind", person)),
        key=lambda one: one.id,
    )


def send(desk: Desk) -> dict[int, str]:
    """Sends every reminder that waits; what each person reads."""
    read: dict[int, str] = {}
    for one in reminders(desk):
        card = draw(one, desk)
        assert card is None or not isinstance(card, str)
        if card is not None and not hasattr(card, "total_seconds"):
            assert one.chat_id not in read, "two at once to one person"
            read[one.chat_id] = card.text
            desk.store.effects.done(one.id, desk.now)
    return read


def told(desk: Desk, moment: str) -> dict[int, str]:
    now = at(desk, moment)
    look(now)
    return send(now)


def look(desk: Desk) -> None:
    """The bot looks at what is due, as it does twice a minute: at the first look after a pause it only waits
    for what was said meanwhile."""
    remind(desk)
    remind(desk)


def command(desk: Desk, words: str, user: int = MANAGER, *, private: bool = True) -> str:
    name, _, rest = words.removeprefix("/").partition(" ")
    chat = user if private else GROUP
    return COMMANDS[name].run(Command(name, rest, user, chat, 900, private), desk)


def test_its_owner_hears_twice_on_the_due_day_then_the_deputy_then_the_chair(friday: Desk) -> None:
    asked(friday)

    assert told(friday, "2026-09-05 10:00") == {}  # Saturday
    assert told(friday, "2026-09-07 08:29") == {}
    assert "the answer is due today" in told(friday, "2026-09-07 08:30")[MANAGER]
    assert told(friday, "2026-09-07 08:31") == {}
    assert set(told(friday, "2026-09-07 14:00")) == {MANAGER}
    assert set(told(friday, "2026-09-07 18:00")) == {MANAGER, DEPUTY}
    assert set(told(friday, "2026-09-08 08:30")) == {MANAGER, DEPUTY, CHAIR}
    assert "2 working days ago" in told(friday, "2026-09-09 08:30")[CHAIR]


def test_just_back_it_waits_for_what_was_said_meanwhile(friday: Desk) -> None:
    query = asked(friday)
    back = at(friday, "2026-09-08 09:00")

    remind(back)
    verbs.do("done", query.number, DEPUTY, back)
    remind(back)

    assert reminders(friday) == []


def test_many_questions_are_one_message(friday: Desk) -> None:
    for message in (7, 8, 9):
        asked(friday, f"{QUESTION} {message}", message=message)

    text = told(friday, "2026-09-07 08:30")[MANAGER]

    assert "3 questions wait" in text
    assert all(f"Question {number}," in text for number in (1, 2, 3))
    assert QUESTION not in text


def test_after_an_outage_it_comes_once_and_says_that_it_is_late(friday: Desk) -> None:
    asked(friday)

    text = told(friday, "2026-09-07 15:20")[MANAGER]

    assert "This reminder comes late. It was due on 7 Sep, 08:30." in text
    assert told(friday, "2026-09-07 15:21") == {}


def test_after_a_long_outage_all_hear_it_once_and_not_at_night(friday: Desk) -> None:
    asked(friday)

    assert told(friday, "2026-09-08 23:00") == {}
    assert set(told(friday, "2026-09-09 07:00")) == {MANAGER, DEPUTY, CHAIR}


def test_a_reminder_held_up_on_its_way_waits_for_the_morning_and_is_one_with_the_next(friday: Desk) -> None:
    asked(friday)
    look(at(friday, "2026-09-07 18:00"))

    assert send(at(friday, "2026-09-07 22:00")) == {}
    look(at(friday, "2026-09-08 08:30"))
    assert len([one for one in reminders(friday) if one.chat_id == MANAGER]) == 1
    assert "comes late" in send(at(friday, "2026-09-08 08:30"))[MANAGER]


def test_what_was_answered_on_the_way_is_not_brought_up(friday: Desk) -> None:
    query = asked(friday)
    look(at(friday, "2026-09-07 08:30"))
    verbs.do("done", query.number, DEPUTY, at(friday, "2026-09-07 08:30"))

    assert send(at(friday, "2026-09-07 08:31")) == {}


def test_whoever_has_it_is_reminded_alone_and_it_goes_no_further_up(friday: Desk) -> None:
    query = asked(friday)
    verbs.do("ack", query.number, DEPUTY, friday)

    assert set(told(friday, "2026-09-07 08:30")) == {DEPUTY}
    assert set(told(friday, "2026-09-08 08:30")) == {DEPUTY}


def test_snow_moves_the_due_day_and_whoever_asked_hears_of_it(friday: Desk) -> None:
    query = asked(friday)

    answer = command(at(friday, "2026-09-07 07:10"), "/calendar close 2026-09-07 snow")
    look(at(friday, "2026-09-07 08:30"))

    assert answer == "Closed on Mon 7 Sep. The next working day is Tue 8 Sep."
    assert reminders(friday) == []
    assert "Tuesday 8 September" in (receipt(query.number, friday) or "")
    texts = [one.body.get("text", "") for one in friday.store.effects.of_case(query.number)]
    assert any(
        "Somebody will answer your question 1 by the end of Tuesday 8 September" in one for one in texts
    )
    assert set(told(friday, "2026-09-08 08:30")) == {MANAGER}


def test_the_calendar_shows_a_fortnight_and_why(friday: Desk) -> None:
    command(friday, "/calendar close 2026-09-07 2026-09-08 boiler")
    command(friday, "/calendar open 2026-09-05")
    command(friday, "/calendar open 2026-09-08")

    lines = command(friday, "/calendar").splitlines()

    assert lines[:5] == [
        "Fri 4 Sep: open",
        "Sat 5 Sep: open",
        "Sun 6 Sep: weekend",
        "Mon 7 Sep: closed (boiler)",
        "Tue 8 Sep: open",
    ]


@pytest.mark.parametrize("words", ["close", "shut 2026-09-07", "close never", "close 2026-09-08 2026-09-07"])
def test_a_day_that_cannot_be_read_closes_nothing(friday: Desk, words: str) -> None:
    assert command(friday, f"/calendar {words}")
    assert friday.store.closures.all() == []


def test_the_receipt_over_a_closure_says_which_day_and_whom_to_ring(friday: Desk) -> None:
    command(friday, "/calendar close 2026-09-07 2026-09-18")
    query = asked(friday)

    text = receipt(query.number, friday) or ""

    assert "Monday 21 September" in text
    assert "999" in text


def test_a_question_in_private_has_no_post_and_its_answer_goes_to_its_asker(friday: Desk) -> None:
    answer = command(friday, "/ask Is there a sibling discount?", PARENT)

    assert "by the end of Monday 7 September" in answer
    verbs.do("done", 1, MANAGER, friday, "Yes, ten per cent.")
    [query_words] = [friday.store.sealed.open(1)]
    assert query_words is not None
    assert query_words["said"] == ["Yes, ten per cent."]
    assert [one.chat_id for one in friday.store.effects.of_case(1) if "said" in one.body] == [PARENT]


def test_a_worry_typed_after_ask_is_no_question(friday: Desk) -> None:
    answer = command(
        friday, "/ask L had marks on his arms again that looked like fingers, who do I tell", PARENT
    )

    assert answer == ""
    assert friday.store.queries.waiting() == []
    [case] = friday.store.cases.waiting()
    assert case.urgent


def test_the_asker_and_strangers_cannot_take_it_on_but_the_asker_can_say_it_is_open(friday: Desk) -> None:
    query = asked(friday)

    assert "somebody else" in verbs.do("ack", query.number, 99, friday)
    assert "somebody else" in verbs.do("ack", query.number, PARENT, friday)
    verbs.do("done", query.number, DEPUTY, friday)
    assert "open again" in verbs.do("undo", query.number, PARENT, at(friday, "2026-09-07 12:00"))
    again = friday.store.queries.get(query.number)
    assert again is not None
    assert again.due == datetime(2026, 9, 8, 18, tzinfo=LONDON)


def test_somebody_who_asks_where_the_answer_is_has_no_second_question(friday: Desk) -> None:
    asked(friday)
    review(
        posting("still waiting to hear about the trip money", message=8, sent=friday.now), Facts({}), friday
    )

    assert len(friday.store.queries.waiting()) == 1
    assert len([one for one in friday.store.effects.of_case(1) if one.kind == "card"]) == 2


def test_two_questions_in_one_post_are_one_and_an_album_is_one(friday: Desk) -> None:
    asked(friday, "When is the invoice due? And are you open on Friday?")
    for message in (8, 9):
        review(posting(QUESTION, message=message, album="a", author=22, sent=friday.now), Facts({}), friday)

    assert len(friday.store.queries.waiting()) == 2


def test_a_hidden_posts_question_is_still_a_question_and_has_no_link(friday: Desk) -> None:
    asked(friday, "You absolute idiots, are you open on Friday?")

    [query] = friday.store.queries.waiting()
    look(at(friday, "2026-09-07 08:30"))
    assert "t.me" not in send(at(friday, "2026-09-07 08:30"))[MANAGER]
    assert query.message_id == 7


def test_where_the_owner_cannot_be_reached_the_next_in_line_is_asked(friday: Desk) -> None:
    query = asked(friday)
    [card] = [one for one in friday.store.effects.of_case(query.number) if one.kind == "card"]

    settle(card, NotStarted(), friday.now, friday)

    people = [one.chat_id for one in friday.store.effects.of_case(query.number) if one.kind == "card"]
    assert people[:2] == [MANAGER, DEPUTY]
    assert DEPUTY in told(friday, "2026-09-07 08:30")


def test_the_queue_shows_how_late(friday: Desk) -> None:
    asked(friday)

    assert "1: a question, asked Fri 4 Sep, the answer is due by Mon 7 Sep" in command(friday, "/queue")
    late = command(at(friday, "2026-09-09 10:00"), "/queue")
    assert "the answer was due Mon 7 Sep, 2 working days ago" in late
    assert "Nothing is open" in command(friday, "/queue", PARENT)


def test_its_words_are_gone_thirty_days_after_its_end(friday: Desk) -> None:
    query = asked(friday)
    verbs.do("done", query.number, DEPUTY, friday)

    friday.store.tidy(at(friday, "2026-10-04 15:00").now)
    assert friday.store.sealed.open(query.number) is not None
    friday.store.tidy(at(friday, "2026-10-04 17:00").now)
    assert friday.store.sealed.open(query.number) is None


def test_a_setting_that_promises_nothing_gives_no_day_and_reminds_nobody(friday: Desk) -> None:
    knobs = {**friday.policy.knobs, "response.deadline": "none"}
    easy = replace(friday, policy=replace(friday.policy, knobs=knobs))
    query = asked(easy)

    assert "It has been passed on" in (receipt(query.number, easy) or "")
    assert told(easy, "2026-09-09 08:30") == {}
