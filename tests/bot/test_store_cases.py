"""Cases: numbered, moved once, retired on time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store import Store
from bot.store.cases import Opening
from bot.store.numbers import Kind

NOON = datetime(2026, 9, 7, 12, tzinfo=UTC)
HIDDEN = Opening("open", "hidden", "enforce", "hide", "hide", "ABUSE", chat_id=-100, message_ids=(7,))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "lollipop.db", tmp_path / "lollipop.key") as store:
        yield store


def test_cases_and_queries_share_one_series_of_numbers(store: Store) -> None:
    query = store.numbers.next(Kind.QUERY)

    case = store.cases.open(HIDDEN, NOON)

    assert (query, case.number) == (1, 2)
    assert [store.numbers.kind_of(number) for number in (1, 2, 3)] == [Kind.QUERY, Kind.CASE, None]


def test_a_case_reads_back_as_it_was_opened(store: Store) -> None:
    opening = replace(
        HIDDEN,
        message_ids=(9, 8),
        subtype="insult",
        score_alone=True,
        thread_id=3,
        album="a1",
        author_id=55,
        content_hash=store.keys.digest("x"),
        posted_at=NOON - timedelta(minutes=1),
    )

    case = store.cases.open(opening, NOON)

    assert {name: getattr(case, name) for name in vars(opening)} == {**vars(opening), "message_ids": (8, 9)}
    assert (case.message_id, case.opened, case.decision) == (8, NOON, None)


def test_any_part_of_an_album_leads_to_its_case(store: Store) -> None:
    case = store.cases.open(replace(HIDDEN, message_ids=(1, 2), album="a1"), NOON)

    store.cases.add_message(case.number, -100, 3)

    found = [store.cases.by_message(-100, part) for part in (1, 2, 3)]
    assert [part and part.number for part in found] == [case.number] * 3
    assert store.cases.by_album(-100, "a1") == found[0]
    assert store.cases.by_message(-100, 4) is None
    assert store.cases.by_message(-200, 1) is None


def test_an_edited_message_leads_to_its_newest_case(store: Store) -> None:
    store.cases.open(HIDDEN, NOON)
    newer = store.cases.open(HIDDEN, NOON + timedelta(minutes=1))

    assert store.cases.by_message(-100, 7) == newer


def test_the_second_of_two_presses_changes_nothing(store: Store) -> None:
    number = store.cases.open(HIDDEN, NOON).number

    moves = [
        store.cases.move(number, expect=("open", "hidden"), to=("closed", view), by=by, at=NOON, move=move)
        for view, by, move in [("visible", 11, "approve"), ("hidden", 22, "keep")]
    ]

    case = store.cases.get(number)
    assert moves == [True, False]
    assert case is not None
    assert (case.view, case.decision, case.decided_by) == ("visible", "approve", 11)


def test_urgent_cases_lead_the_queue_and_closed_ones_are_not_in_it(store: Store) -> None:
    old = store.cases.open(HIDDEN, NOON).number
    new = store.cases.open(HIDDEN, NOON + timedelta(hours=1)).number
    urgent = store.cases.open(replace(HIDDEN, urgent=True), NOON + timedelta(hours=2)).number
    close(store, store.cases.open(HIDDEN, NOON).number, NOON)

    assert [case.number for case in store.cases.waiting()] == [urgent, old, new]


def test_the_circuit_breaker_counts_real_hides_by_score_alone(store: Store) -> None:
    by_score = replace(HIDDEN, score_alone=True)
    for opening in (by_score, HIDDEN, replace(by_score, would_have=True), replace(by_score, severity="flag")):
        store.cases.open(opening, NOON)
    store.cases.open(by_score, NOON - timedelta(hours=2))

    assert store.cases.model_hides_since(NOON - timedelta(hours=1)) == 1


def test_words_go_when_a_closed_case_is_old_enough_and_not_before(store: Store) -> None:
    closed = store.cases.open(HIDDEN, NOON).number
    still_open = store.cases.open(replace(HIDDEN, urgent=True), NOON).number
    for number in (closed, still_open):
        store.sealed.seal(number, {"text": "words"})
    close(store, closed, NOON)

    early = store.cases.retire(NOON + timedelta(days=29), hidden_days=30)
    late = store.cases.retire(NOON + timedelta(days=30), hidden_days=30)
    again = store.cases.retire(NOON + timedelta(days=31), hidden_days=30)

    assert (early, late, again) == ([], [closed], [])
    assert store.sealed.open(closed) is None
    assert store.sealed.open(still_open) == {"text": "words"}


def test_words_can_be_kept_longer_than_the_retention(store: Store) -> None:
    number = store.cases.open(HIDDEN, NOON).number
    close(store, number, NOON)
    store.cases.keep_until(number, NOON + timedelta(days=90))

    assert store.cases.retire(NOON + timedelta(days=89), hidden_days=30) == []
    assert store.cases.retire(NOON + timedelta(days=90), hidden_days=30) == [number]


def close(store: Store, number: int, at: datetime) -> None:
    assert store.cases.move(
        number, expect=("open", "hidden"), to=("closed", "hidden"), by=1, at=at, move="keep"
    )
