"""Reads a table out of a .csv or .xlsx file, whatever program wrote it, and refuses what is none."""

import csv
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime

from python_calamine import CalamineError, load_workbook

Cell = str | date
LARGEST = 2_000_000  # bytes of a file
LARGEST_INSIDE = 30_000_000  # bytes of a workbook's parts, unpacked: a small file can hold a mountain
MOST_ROWS, MOST_COLUMNS = 5_000, 60
PLACE = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
DELIMITERS = ",;\t"


class SheetError(ValueError):
    """One plain sentence: what is wrong with the file, and where."""


@dataclass(frozen=True)
class Sheet:
    """The first row, and every other that is not empty with its line number; cells are stripped."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]


def read_sheet(content: bytes) -> Sheet:
    """SheetError when it is no table, or too large to be one of ours."""
    if len(content) > LARGEST:
        raise SheetError(f"the file has {len(content):,} bytes; a roster has at most {LARGEST:,}")
    if content[:4] == b"PK\x03\x04":
        table = read_workbook(content)
    elif content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise SheetError(
            "this is an old or locked Excel file; save it as .xlsx without a password, or as .csv"
        )
    else:
        table = read_csv(content)
    filled = [(line, cells) for line, cells in table if any(cell != "" for cell in cells)]
    if not filled:
        raise SheetError("the file is empty")
    header = tuple(str(cell) for cell in filled[0][1])
    while header and not header[-1]:
        header = header[:-1]
    return Sheet(header, tuple(fitted(line, cells, len(header)) for line, cells in filled[1:]))


def fitted(line: int, cells: list[Cell], width: int) -> tuple[int, tuple[Cell, ...]]:
    """As many cells as the header has."""
    if any(cell != "" for cell in cells[width:]):
        raise SheetError(f"line {line}: there are more cells than column names; is a comma inside a name?")
    return line, tuple([*cells, *[""] * width][:width])


def read_csv(content: bytes) -> list[tuple[int, list[Cell]]]:
    text = decoded(content)
    if "\0" in text:
        raise SheetError("this is neither a .csv nor an .xlsx file")
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[Cell]]] = []
    line = 1
    try:
        for row in reader:
            rows.append((line, [plain(cell) for cell in row]))
            line = reader.line_num + 1
            check_size(line, len(row))
    except csv.Error as error:
        raise SheetError(f"line {line}: cannot be read ({error}); is a quotation mark missing?") from None
    return rows


def decoded(content: bytes) -> str:
    """UTF-8, or what older Windows programs write."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_workbook(content: bytes) -> list[tuple[int, list[Cell]]]:
    check_workbook(content)
    try:
        workbook = load_workbook(io.BytesIO(content))
        name = workbook.sheet_names[0]
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError, OSError) as error:
        raise SheetError(f"the workbook cannot be read ({type(error).__name__})") from None
    return [(line, [plain(cell) for cell in row]) for line, row in enumerate(rows, start=1)]


def check_workbook(content: bytes) -> None:
    """Before anything is unpacked: how much it would be, and how far out its cells lie."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > 1000 or sum(part.file_size for part in parts) > LARGEST_INSIDE:
                raise SheetError("the workbook is far too large for a roster")
            for part in parts:  # reading a part also shows whether it is as large as it says
                check_cells(package.read(part))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
        raise SheetError("the workbook is damaged or locked with a password") from None


def check_cells(sheet: bytes) -> None:
    """One cell in the last corner would make the reader lay out all the empty ones before it."""
    for place in PLACE.finditer(sheet):
        check_size(int(place[2]), column_number(place[1]))


def column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def check_size(rows: int, columns: int) -> None:
    if rows > MOST_ROWS + 1 or columns > MOST_COLUMNS:
        raise SheetError(f"a roster has at most {MOST_ROWS:,} rows and {MOST_COLUMNS} columns")


def plain(cell: object) -> Cell:
    """A cell as text, or as a date where the workbook says it is one."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer() and abs(cell) < 1e16:
            return str(int(cell))
        case datetime():
            return cell.date() if cell.time() == datetime.min.time() else cell.isoformat(" ")
        case date():
            return cell
    return " ".join(str(cell).replace("\u00a0", " ").split())
