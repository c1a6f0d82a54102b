"""Small workbooks for tests, written by hand so that they can be wrong in any way."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="Roster" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2"'
    f' Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
}
Date = tuple[int]  # an Excel day number


def workbook(rows: Sequence[Sequence[str | int | Date]], *, extra: str = "") -> bytes:
    """Texts, plain numbers, and (46234,) for the day Excel calls so; `extra` goes in as further XML."""
    body = "".join(
        f'<row r="{line}">{"".join(cell(value, line, place) for place, value in enumerate(row))}</row>'
        for line, row in enumerate(rows, start=1)
    )
    return package({"xl/worksheets/sheet1.xml": sheet(body + extra)})


def sheet(body: str) -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def cell(value: str | int | Date, line: int, place: int) -> str:
    where = f'r="{chr(65 + place)}{line}"'
    match value:
        case str():
            return f'<c {where} t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""
        case int():
            return f"<c {where}><v>{value}</v></c>"
    return f'<c {where} s="1"><v>{value[0]}</v></c>'


def package(parts: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in {**PARTS, **parts}.items():
            file.writestr(name, text)
    return content.getvalue()
