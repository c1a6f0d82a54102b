"""Weeks of questions with closures, outages, restarts and lost answers: nobody misses a reminder."""

from pathlib import Path

from benchmarks.questions import WRONG, simulate


def test_no_reminder_is_missed_or_comes_at_the_wrong_time(tmp_path: Path) -> None:
    counts = simulate(tmp_path, questions=40, days=40, seed=2)

    assert {name: counts[name] for name in WRONG} == dict.fromkeys(WRONG, 0)
    assert counts["reminders read"] > 20
    assert counts["of them marked late"] > 0
    assert counts["answers lost"] > 0


def test_reminders_that_nobody_read_would_be_noticed(tmp_path: Path) -> None:
    assert simulate(tmp_path, questions=20, days=20, seed=2, unheard=10)["reminders missed"] > 0
