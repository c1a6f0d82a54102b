"""The roster in the database: what a file changes, what it never does, and that no name lies open."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.desk import Desk
from bot.roster import apply, changes, in_memory
from bot.roster_file import read_roster
from bot.store import Store
from moderation.facts import named
from moderation.post import Role
from moderation.roster import Photo, Roster
from tests.bot.conftest import NOON

HEAD = (
    "child_first_name,child_last_name,known_as,leaves,photo_consent,no_publish,"
    "carer_name,relationship,telegram\n"
)
MIA = "Mia,Marsh,Mimi,31/07/2026,group,no,Jo Marsh,mother,2001\n"
TOM = "Tom,Reed,,,none,yes,Sam Reed,grandma,2002\n"


def load(desk: Desk, rows: str, head: str = HEAD) -> list[str]:
    """Imports the rows; the lines of the preview."""
    found = changes(read_roster((head + rows).encode()), desk.store.roster, desk.now)
    with desk.store.transaction():
        apply(found, desk.store, desk.now)
    return [change.text for change in found]


def test_what_was_imported_can_be_read_back(desk: Desk) -> None:
    load(desk, MIA + TOM)

    mia, tom = desk.store.roster.children
    assert (mia.name, mia.known_as, mia.leaves, mia.photo) == (
        "Mia Marsh",
        "Mimi",
        date(2026, 7, 31),
        Photo.GROUP,
    )
    assert (tom.no_publish, tom.leaves, tom.leaves_set) == (True, None, None)
    assert [carer.user_id for carer in desk.store.roster.carers] == [2001, 2002]


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    load(desk, MIA + TOM)

    assert load(desk, MIA + TOM) == []


def test_whoever_is_missing_from_a_later_file_stays(desk: Desk) -> None:
    load(desk, MIA + TOM)
    load(desk, MIA)

    assert [child.name for child in desk.store.roster.children] == ["Mia Marsh", "Tom Reed"]


def test_a_later_file_moves_a_date_and_says_so(desk: Desk) -> None:
    load(desk, MIA)
    later = replace(desk, now=desk.now + timedelta(days=1))

    (line,) = load(later, MIA.replace("31/07/2026", "2026-12-18"))

    assert line == "Mia Marsh: last day 18/12/2026 (was 31/07/2026)"
    (mia,) = desk.store.roster.children
    assert (mia.leaves, mia.leaves_set) == (date(2026, 12, 18), later.now)


def test_a_column_that_is_not_there_changes_nothing(desk: Desk) -> None:
    load(desk, MIA)
    load(desk, "Mia,Marsh\n", head="child_first_name,child_last_name\n")

    (mia,) = desk.store.roster.children
    assert (mia.leaves, mia.known_as, mia.photo) == (date(2026, 7, 31), "Mimi", Photo.GROUP)


def test_an_empty_last_day_means_that_the_child_stays(desk: Desk) -> None:
    load(desk, MIA)
    lines = load(desk, MIA.replace("31/07/2026", ""))

    assert lines == ["Mia Marsh: last day nothing (was 31/07/2026)"]
    assert desk.store.roster.children[0].leaves is None


def test_an_empty_cell_takes_back_no_id_and_no_consent(desk: Desk) -> None:
    load(desk, MIA)

    assert load(desk, "Mia,Marsh,Mimi,31/07/2026,,,Jo Marsh,,\n") == []
    assert desk.store.roster.carers[0].user_id == 2001


def test_a_mistake_in_the_middle_changes_nothing(desk: Desk) -> None:
    found = changes(read_roster((HEAD + MIA + TOM).encode()), desk.store.roster, desk.now)

    def break_off(store: Store, numbers: dict[str, int], now: datetime) -> None:
        raise RuntimeError

    broken = [*found, replace(found[0], do=break_off)]

    with pytest.raises(RuntimeError), desk.store.transaction():
        apply(broken, desk.store, desk.now)

    assert desk.store.roster == Roster()


def test_no_name_lies_open_in_the_files(desk: Desk, tmp_path: Path) -> None:
    load(desk, MIA.replace("Mia,Marsh", "Canaryna,Vogelsang").replace("Jo Marsh", "Kanarius Vogelsang"))
    load(desk, "Papageno Flaute,Student,,1004\n", head="staff_name,role,leaves,telegram\n")

    for path in tmp_path.iterdir():
        content = path.read_bytes()
        assert not any(name in content for name in (b"Canaryna", b"Kanarius", b"Vogelsang", b"Papageno"))


def test_a_change_by_another_program_is_seen_at_once(desk: Desk, tmp_path: Path) -> None:
    assert desk.store.roster == Roster()
    with Store.open(tmp_path / "lollipop.db", tmp_path / "lollipop.key") as other:
        load(replace(desk, store=other), MIA)

    assert [child.name for child in desk.store.roster.children] == ["Mia Marsh"]


def test_names_look_different_from_each_author(desk: Desk) -> None:
    load(desk, MIA + TOM)
    names = desk.store.roster.names_for(2001)

    assert names.own_children == {named("Mia", "Mimi", surname="Marsh")}
    assert names.other_children == names.no_publish == {named("Tom", surname="Reed")}
    assert names.photo == names.own_children
    assert desk.store.roster.names_for(None).own_children == frozenset()


def test_the_roster_says_what_somebody_is(desk: Desk) -> None:
    load(desk, MIA + TOM)
    load(desk, "Jo Marsh,Student,18/12/2026,2001\n", head="staff_name,role,leaves,telegram\n")
    roster = desk.store.roster

    assert roster.roles_of(2001, date(2026, 7, 31)) == {Role.STAFF, Role.PARENT}
    assert roster.roles_of(2001, date(2026, 8, 1)) == {Role.STAFF}
    assert roster.roles_of(2001, date(2026, 12, 19)) == {Role.LEAVER}
    assert roster.roles_of(2002, NOON.date()) == {Role.RELATIVE}
    assert roster.roles_of(3000, NOON.date()) == frozenset()


def test_files_alone_make_the_same_roster_as_the_database(desk: Desk) -> None:
    load(desk, MIA + TOM)
    plain = in_memory([read_roster((HEAD + MIA + TOM).encode())])

    assert plain.names_for(2001) == desk.store.roster.names_for(2001)
