"""Tables out of files, whatever wrote them; and every kind of file that is none."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sheets import LARGEST, SheetError, read_sheet
from tests.bot.workbooks import package, sheet, workbook

HEADER = ("child_first_name", "leaves")


@pytest.mark.parametrize(
    "content",
    [
        b"child_first_name,leaves\nZo\xc3\xab,31/07/2026\n",
        b"\xef\xbb\xbfchild_first_name,leaves\r\nZo\xc3\xab,31/07/2026\r\n",
        b"child_first_name;leaves\r\nZo\xeb;31/07/2026",  # as Excel saves it in much of Europe
        "child_first_name\tleaves\nZoë\t31/07/2026\n".encode("utf-16"),
        b'"child_first_name","leaves"\n"Zo\xc3\xab"," 31/07/2026 "\n',
    ],
)
def test_a_list_reads_the_same_whatever_program_wrote_it(content: bytes) -> None:
    found = read_sheet(content)

    assert found.header == HEADER
    assert [cells for _, cells in found.rows] == [("Zoë", "31/07/2026")]


def test_lines_are_counted_as_the_file_shows_them() -> None:
    found = read_sheet(b'\nname,room\n\n,\nMia,"two\nlines"\nTom,x\n')

    assert found.header == ("name", "room")
    assert found.rows == ((5, ("Mia", "two lines")), (7, ("Tom", "x")))


def test_a_workbook_gives_dates_as_dates_and_numbers_as_typed() -> None:
    found = read_sheet(workbook([HEADER, ("Mia", (46234,)), ("", ""), ("Tom", 2001)]))

    assert found.rows == ((2, ("Mia", date(2026, 7, 31))), (4, ("Tom", "2001")))


def test_a_row_with_more_cells_than_names_is_refused() -> None:
    with pytest.raises(SheetError, match="line 3: there are more cells"):
        read_sheet(b"name,room\nMia,a\nTom,b,c\n")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the file is empty"),
        (b"\n \n,,\n", "the file is empty"),
        (b"\0\1\2", "neither"),
        (b"PK\x03\x04nonsense", "damaged or locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old or locked"),
        (b'name,room\nMia,"a\n', "line 2: cannot be read"),
        (b"name\n" + b"x\n" * 5_100, "at most 5,000 rows"),
        (b"," * 80 + b"x", "60 columns"),
        (b"x" * (LARGEST + 1), "a roster has at most"),
        (package({"xl/worksheets/sheet1.xml": "<broken"}), "cannot be read"),
        (package({"xl/workbook.xml": "nothing"}), "cannot be read"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(content: bytes, why: str) -> None:
    with pytest.raises(SheetError, match=why):
        read_sheet(content)


@pytest.mark.parametrize("place", ['r="XFD1048576"', "r='XFD1048576'", 's="1" r="A1048576"', 'r="zzz1"'])
def test_a_cell_in_the_last_corner_does_not_fill_the_memory(place: str) -> None:
    far = package({"xl/worksheets/sheet1.xml": sheet(f"<row><c {place}><v>1</v></c></row>")})

    with pytest.raises(SheetError, match="at most"):
        read_sheet(far)


def test_a_small_file_that_unpacks_to_a_mountain_is_refused() -> None:
    bomb = package({"xl/worksheets/sheet1.xml": sheet(""), "xl/media/blank.bin": "0" * 40_000_000})

    assert len(bomb) < 100_000
    with pytest.raises(SheetError, match="far too large"):
        read_sheet(bomb)


@settings(max_examples=150)
@given(st.binary(max_size=400) | st.text(alphabet='ab,;\t\n\r" é', max_size=120).map(str.encode))
def test_no_file_does_worse_than_be_refused(content: bytes) -> None:
    try:
        found = read_sheet(content)
    except SheetError:
        return
    assert all(len(cells) == len(found.header) for _, cells in found.rows)
