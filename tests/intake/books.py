"""Books written by hand, part by part, as other programs and ill-wishers write them."""

import io
import zipfile
from collections.abc import Mapping

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'

Parts = Mapping[str, str | bytes]


def archive(parts: Parts) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            written.writestr(name, content, method)
    return stream.getvalue()


def worksheet(rows: str = ONE_CELL, *, before: str = "", after: str = "") -> str:
    return (
        f'{_HEAD}<worksheet xmlns="{NAMESPACE}" xmlns:r="{_RELATIONS}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def relations(*targets: str, kind: str = "hyperlink", mode: str = ' TargetMode="External"') -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"{mode}/>'
        for number, target in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def xlsx(sheet: str | None = None, *, properties: str = "", parts: Parts | None = None) -> bytes:
    """Return a book whose only sheet, «График», has this XML; `parts` are added or replaced."""
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return archive(
        {
            "[Content_Types].xml": (
                f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
                f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
                f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{main}.worksheet"/>'
                "</Types>"
            ),
            "_rels/.rels": relations("xl/workbook.xml", kind="officeDocument", mode=""),
            "xl/workbook.xml": (
                f'{_HEAD}<workbook xmlns="{NAMESPACE}" xmlns:r="{_RELATIONS}"><sheets>'
                f'<sheet name="График" sheetId="1" r:id="rId1"/></sheets>{properties}</workbook>'
            ),
            "xl/_rels/workbook.xml.rels": relations(
                "worksheets/sheet1.xml", kind="worksheet", mode=""
            ),
            "xl/worksheets/sheet1.xml": sheet or worksheet(),
            **(parts or {}),
        }
    )


def ods(rows: str, *, columns: str = "", parts: Parts | None = None) -> bytes:
    """Return a book whose only sheet, «График», has these rows."""
    namespaces = ["office", "table", "text", "calcext", "xlink"]
    declared = " ".join(f'xmlns:{name}="urn:{name}"' for name in namespaces)
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:manifest"/>',
            "content.xml": (
                f"{_HEAD}<office:document-content {declared}><office:body><office:spreadsheet>"
                f'<table:table table:name="График">{columns}{rows}</table:table>'
                "</office:spreadsheet></office:body></office:document-content>"
            ),
            **(parts or {}),
        }
    )


def ods_row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def ods_text(text: str, attributes: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def ods_blank(columns: int) -> str:
    return f'<table:table-cell table:number-columns-repeated="{columns}"/>'


def ods_value(kind: str, attribute: str, value: str) -> str:
    return f'<table:table-cell office:value-type="{kind}" office:{attribute}="{value}"/>'
