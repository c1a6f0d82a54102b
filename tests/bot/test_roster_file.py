"""The setting's own list: what is understood, and how a mistake in it is named."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.roster_file import RosterError, Telegram, read_roster
from moderation.roster import Photo
from tests.bot.workbooks import workbook

HEAD = "child_first_name,child_last_name,leaves,photo_consent,no_publish,carer_name,relationship,telegram\n"


def families(rows: str) -> bytes:
    return (HEAD + rows).encode()


def test_two_carers_of_one_child_are_two_rows_of_one_child() -> None:
    file = read_roster(
        families("Mia,Marsh,31/07/2026,group,no,Jo Marsh,mother,2001\nmia,MARSH,,,,Pete,,@Pete_M\n")
    )

    (child,) = file.children
    assert child.values["leaves"] == date(2026, 7, 31)
    assert child.values["photo_consent"] == Photo.GROUP
    assert [(carer.name, carer.telegram) for carer in file.carers] == [
        ("Jo Marsh", Telegram(user_id=2001)),
        ("Pete", Telegram(username="pete_m")),
    ]


def test_a_row_that_is_there_twice_counts_once() -> None:
    row = "Mia,Marsh,,,,Jo Marsh,mother,2001\n"

    assert len(read_roster(families(row + row)).carers) == 1


def test_a_child_may_have_no_carer_in_the_group() -> None:
    file = read_roster(families("Mia,Marsh,,,,,,\n"))

    assert len(file.children) == 1
    assert file.carers == ()


def test_column_names_may_be_written_as_people_write_them() -> None:
    file = read_roster(b"Child First Name; child-last-name ;LEAVES\nMia;Marsh;2026-7-3\n")

    assert file.children[0].values["leaves"] == date(2026, 7, 3)


def test_a_workbook_reads_like_a_csv() -> None:
    rows = [("child_first_name", "child_last_name", "leaves", "carer_name", "telegram")]
    file = read_roster(workbook([*rows, ("Mia", "Marsh", (46234,), "Jo Marsh", 2001)]))

    assert file.children[0].values["leaves"] == date(2026, 7, 31)
    assert file.carers[0].telegram == Telegram(user_id=2001)


def test_a_staff_list_is_known_by_its_header() -> None:
    file = read_roster(
        b"staff_name,role,starts,leaves,telegram\nAmy Bell,Student,01/09/2026,18/12/2026,1004\n"
    )

    (amy,) = file.staff
    assert (amy.name, amy.values["leaves"], amy.telegram.user_id) == ("Amy Bell", date(2026, 12, 18), 1004)


@pytest.mark.parametrize(
    ("rows", "where", "why"),
    [
        ("Mia,Marsh,31/02/2026,,,,,\n", "Line 2, column leaves", "no such day"),
        ("Mia,Marsh,,,,,,\nTom,Reed,next week,,,,,\n", "Line 3, column leaves", "is not a date"),
        ("Mia,Marsh,46234,,,,,\n", "Line 2, column leaves", "is not a date"),
        ("Mia,Marsh,31/07/0206,,,,,\n", "Line 2, column leaves", "slip of the pen"),
        ("Mia,Marsh,,maybe,,,,\n", "Line 2, column photo_consent", "none, group, group-no-face"),
        ("Mia,Marsh,,,perhaps,,,\n", "Line 2, column no_publish", "neither yes nor no"),
        (",Marsh,,,,Jo,,\n", "Line 2, column child_first_name", "a name is missing"),
        ("123,Marsh,,,,Jo,,\n", "Line 2, column child_first_name", "is not a name"),
        ("=1+1,Marsh,,,,Jo,,\n", "Line 2, column child_first_name", "is not a name"),
        (f"{'M' * 90},Marsh,,,,Jo,,\n", "Line 2, column child_first_name", "at most 80"),
        ("Mia,Marsh,,,,Jo,,07700 900123\n", "Line 2, column telegram", "not a phone number"),
        ("Mia,Marsh,,,,Jo,,+447700900123\n", "Line 2, column telegram", "not a phone number"),
        ("Mia,Marsh,,,,Jo,,1.23457E+09\n", "Line 2, column telegram", "Excel has shortened"),
        ("Mia,Marsh,,,,,,2001\n", "Line 2, column carer_name", "a name is missing"),
        (
            "Mia,Marsh,,,,Jo,,2001\nTom,Reed,,,,Sam,,2001\n",
            "Line 3, column telegram",
            "line 2 gives the same",
        ),
        ("Mia,Marsh,,,,Jo,,2001\nMia,Marsh,,,,Jo,,2002\n", "Line 3, column carer_name", "line 2 names"),
        (
            "Mia,Marsh,2026-07-31,,,Jo,,\nMia,Marsh,2026-08-31,,,Al,,\n",
            "Line 3, column leaves",
            "line 2 says",
        ),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_column(rows: str, where: str, why: str) -> None:
    with pytest.raises(RosterError) as error:
        read_roster(families(rows))

    assert str(error.value).startswith(where)
    assert why in str(error.value)
    assert str(error.value).count("\n") == 0


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"child_first_name,child_last_name,shoe size\nMia,Marsh,4\n", "no column 'shoe size'"),
        (b"child_first_name,leaves\nMia,\n", "column child_last_name is missing"),
        (b"child_first_name,child_last_name,leaves,Leaves\nMia,Marsh,,\n", "leaves is there twice"),
        (b"child_first_name,child_last_name\n", "no rows"),
        (b"staff_name,child_first_name\nAmy,Mia\n", "no column 'child_first_name'"),
        (b"", "The file is empty."),
    ],
)
def test_a_wrong_header_is_named(content: bytes, why: str) -> None:
    with pytest.raises(RosterError, match=why):
        read_roster(content)


def test_a_last_day_before_the_first_is_refused() -> None:
    with pytest.raises(RosterError, match="Line 2, column leaves: the last day comes before the first"):
        read_roster(b"staff_name,starts,leaves\nAmy,02/09/2026,01/09/2026\n")


CELL = st.sampled_from(
    ["", "Mia", "31/07/2026", "2026-02-30", "none", "yes", "@jo_m", "2001", "=x", "\u202e", "'"]
)


@settings(max_examples=150)
@given(st.lists(st.lists(CELL, min_size=8, max_size=8), max_size=4))
def test_no_row_does_worse_than_be_refused(rows: list[list[str]]) -> None:
    try:
        file = read_roster(families("".join(",".join(row) + "\n" for row in rows)))
    except RosterError as error:
        assert str(error).endswith(".")
    else:
        assert {carer.child for carer in file.carers} <= {child.key for child in file.children}
