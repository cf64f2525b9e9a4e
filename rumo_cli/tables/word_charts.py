"""Native charts of a Word document, each with a workbook inside, so that Word can edit it.

They are described once, for workbooks: a chart is made in one, and taken out of it.
"""

from datetime import datetime
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING
from zipfile import ZipFile

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Length

from rumo_cli.tables.chart import Chart
from rumo_cli.tables.printable import file_line, joined
from rumo_cli.tables.table import Table
from rumo_cli.tables.word_paper import node, paragraph
from rumo_cli.tables.workbook_charts import WIDTH, CellsOfChart, height_of_chart, native_chart

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement as Element
    from xlsxwriter.worksheet import Worksheet

_SHEET = "Данные"
_PIXEL = 9525
_LEAST = 0.75
"""The part of its height below which the names beside the bars of a chart run into each other."""
# No clock: the same chart makes the same bytes.
_CREATED = datetime.fromisoformat("2000-01-01")
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_LOOK = (
    "</c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr></a:p></c:txPr>"
    '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
)


_SAID = (
    ('<c:lang val="en-US"/>', '<c:lang val="ru-RU"/><c:roundedCorners val="0"/>'),
    ('<c:grouping val="clustered"/>', '<c:grouping val="clustered"/><c:varyColors val="0"/>'),
    (
        '<c:showVal val="1"/>',
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>',
    ),
    ("</c:chart>", _LOOK),
)
"""What is to be said outside of a workbook, where programs take silence for another answer."""


class WordCharts:
    """The charts of a document, in the font of its text."""

    def __init__(self, document: "Document") -> None:
        self._part = document.part
        self._font = document.styles.default(WD_STYLE_TYPE.PARAGRAPH).font.name
        taken = (int(each.get("id")) for each in document.element.iter(qn("wp:docPr")))
        self._numbers = count(1 + max(taken, default=0))

    def paragraph(self, table: Table, chart: Chart, width: int, room: int) -> "Element | None":
        """Return a chart as a paragraph, nothing where a page has no room of that height for it."""
        whole = Length(height_of_chart(table, chart) * _PIXEL)
        height = min(whole, room)
        if height < whole * _LEAST:
            return None
        key = self._part.relate_to(self._chart_part(table, chart), RELATIONSHIP_TYPE.CHART)
        drawing = self._drawing(key, min(width, WIDTH * _PIXEL), height)
        drawing.find(f".//{qn('wp:docPr')}").set("descr", _described(table, chart))
        return paragraph(node("r", drawing), spacing={"before": "240"}, jc={"val": "center"})

    def _drawing(self, key: str, width: int, height: int) -> "Element":
        number = next(self._numbers)
        return parse_xml(
            f"<w:drawing {nsdecls('w', 'wp', 'a', 'r')}>"
            '<wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{width}" cy="{height}"/>'
            f'<wp:docPr id="{number}" name="Диаграмма {number}"/><wp:cNvGraphicFramePr/>'
            f'<a:graphic><a:graphicData uri="{_CHART}">'
            f'<c:chart xmlns:c="{_CHART}" r:id="{key}"/>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing>"
        )

    def _chart_part(self, table: Table, chart: Chart) -> Part:
        package = self._part.package
        with ZipFile(BytesIO(_workbook(table, chart, drawn=True))) as book:
            source = book.read("xl/charts/chart1.xml").decode()
        name = package.next_partname("/word/charts/chart%d.xml")
        made = XmlPart(name, CONTENT_TYPE.DML_CHART, self._looking(source), package)
        beside = PackURI(f"/word/embeddings/{name.filename.removesuffix('.xml')}.xlsx")
        cells = Part(beside, CONTENT_TYPE.SML_SHEET, _workbook(table, chart), package)
        made.relate_to(cells, RELATIONSHIP_TYPE.PACKAGE)
        return made

    def _looking(self, source: str) -> "Element":
        """Return a chart as it stands in text: in its font and language, without a frame."""
        for silent, said in _SAID:
            source = source.replace(silent, said)
        chart = parse_xml(source.encode())
        for letters in chart.iter(qn("a:defRPr"), qn("a:rPr")):
            if self._font:
                letters.append(letters.makeelement(qn("a:latin"), {"typeface": self._font}))
        return chart


def _described(table: Table, chart: Chart) -> str:
    series = ", ".join(file_line(each.label) for each in chart.series)
    return (
        f"Диаграмма «{file_line(chart.title)}»: {series}. Те же числа в таблице «"
        f"{file_line(table.title)}»."
    )


def _workbook(table: Table, chart: Chart, *, drawn: bool = False) -> bytes:
    """Return the cells of a chart as a workbook, `drawn` with the chart."""
    from xlsxwriter.workbook import Workbook

    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(_SHEET)
    cells = _filled(sheet, table, chart)
    if drawn:
        sheet.insert_chart(0, 0, native_chart(book, table, chart, cells))
    book.close()
    return stream.getvalue()


def _filled(sheet: "Worksheet", table: Table, chart: Chart) -> CellsOfChart:
    name = table.shown[0]
    sheet.write_string(0, 0, file_line(name.label))
    sheet.write_column(1, 0, [joined(cell) for cell in name.cells(table.rows)])
    for place, series in enumerate(chart.series, 1):
        sheet.write_string(0, place, file_line(series.label))
        sheet.write_column(1, place, [row.get(series.key) for row in table.rows])
    places = {series.key: place for place, series in enumerate(chart.series, 1)}
    return CellsOfChart(_SHEET, 1, len(table.rows), {name.key: 0, **places})
