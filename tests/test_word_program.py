"""The way through a real word processor: LibreOffice opens what rumo wrote, and lays it out."""

import os
import re
from pathlib import Path

import pytest

from rumo_cli.documents.analysis_word import word_analysis
from rumo_cli.documents.letter_formats import letter_formats
from rumo_cli.documents.schedule_formats import SCHEDULE_FORMATS
from rumo_cli.tables.options import RenderOptions
from tests.documents.samples import HOSTILE, hostile, week
from tests.documents.test_analysis_word import ANALYSIS
from tests.documents.test_letter import LETTER
from tests.test_spreadsheet_program import PROGRAM, convert

pytestmark = pytest.mark.skipif(
    PROGRAM is None and not os.environ.get("CI"),
    reason="LibreOffice is not installed: no word processor looks at the documents",
)
_PAGE = re.compile(rb"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A letter, two schedules and an analysis, beside them their texts and printed pages."""
    place = tmp_path_factory.mktemp("documents")
    documents = {
        "letter": letter_formats()["docx"].render(LETTER, RenderOptions()),
        "week": SCHEDULE_FORMATS["docx"].render(week(), RenderOptions()),
        "hostile": SCHEDULE_FORMATS["docx"].render(hostile(), RenderOptions()),
        "analysis": word_analysis(ANALYSIS),
    }
    for name, data in documents.items():
        assert isinstance(data, bytes)
        (place / f"{name}.docx").write_bytes(data)
    convert(sorted(place.glob("*.docx")), "pdf", place)
    convert(sorted(place.glob("*.docx")), "txt:Text (encoded):UTF8", place)
    return place


def lines(folder: Path, name: str) -> list[str]:
    text = (folder / f"{name}.txt").read_text(encoding="utf-8-sig")
    return [line.strip() for line in text.splitlines() if line.strip()]


def pages(folder: Path, name: str) -> list[tuple[int, int]]:
    """Return the sizes of the printed pages, in points."""
    found = _PAGE.findall((folder / f"{name}.pdf").read_bytes())
    return [(round(float(width)), round(float(height))) for width, height in found]


def test_a_letter_stands_on_an_upright_page(folder: Path) -> None:
    assert set(pages(folder, "letter")) == {(595, 842)}
    assert lines(folder, "letter")[:6] == [
        "Озёрная область",
        "ГАУ ДПО «Озёрный ИРО»",
        "г. Озёрск, тел. 00-00-00",
        "18.10.2024 № 01-15/7",
        "Руководителям органов местного самоуправления, осуществляющих управление в сфере "
        "образования",
        "О проведении вебинаров с 21 по 26 октября 2024 года",
    ]
    assert lines(folder, "letter")[-3:] == [
        "Ректор",
        "О.С. Кольцова",
        "Исп.: Лаптева А.В., 00-00-01",
    ]


def test_a_schedule_lies_on_its_side(folder: Path) -> None:
    assert set(pages(folder, "week")) == {(842, 595)}
    assert lines(folder, "week")[0] == "График вебинаров, 21–26 октября 2024 года"
    assert "Тревожность: первая помощь" in lines(folder, "week")


def test_hostile_titles_are_shown_as_text(folder: Path) -> None:
    shown = lines(folder, "hostile")

    assert [title for title in HOSTILE if title.isprintable() and title not in shown] == []


def test_an_analysis_has_its_widest_appendix_on_its_side(folder: Path) -> None:
    *each, _frame_of_all = pages(folder, "analysis")

    assert each == [(595, 842), (595, 842), (842, 595)]
    assert lines(folder, "analysis")[:6] == [
        ANALYSIS.title,
        "Состав",
        "24\u00a0объединения; {{ заголовок }}.",
        "Направления",
        "1) а",
        "2) б",
    ]


def test_tables_of_an_analysis_are_numbered(folder: Path) -> None:
    shown = lines(folder, "analysis")

    assert "Таблица\xa01 — Выполнение планов, 2024-2025\xa0учебный год" in shown
    assert "Таблица\xa02 — Все показатели" in shown
