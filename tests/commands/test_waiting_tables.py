"""How many lines each section of the day's view has."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.waiting_tables import all_lines, few_lines, tables
from commands.waiting_words import LABELS
from rumo_cli.figures.waiting import Section, Waiting
from rumo_cli.tables.document import Document
from rumo_cli.tables.documents import DOCUMENT_FORMATS
from rumo_cli.tables.options import RenderOptions

TUESDAY = date(2025, 3, 11)
OTHERS = [key for key in LABELS if key != "mentoring"]
COUNTS = st.dictionaries(st.sampled_from(OTHERS), st.integers(1, 40), min_size=1)


def waiting(**counts: int) -> list[Section]:
    """Return sections of so many webinars each, in the order of the view."""
    item = Waiting("webinar", {"id": 1, "title": "Тема"}, "2025-03-11")
    return [Section(key, [item] * counts[key]) for key in LABELS if key in counts]


@pytest.mark.parametrize(
    ("counts", "height", "lines"),
    [
        ({"week": 2, "overdue": 40}, None, [2, 5]),
        ({"week": 2, "overdue": 40}, 99, [2, 5]),
        ({"week": 2, "overdue": 5}, 14, [2, 5]),
        ({"week": 2, "overdue": 6}, 14, [2, 4]),
        ({"week": 5, "overdue": 5}, 14, [3, 2]),
        ({"week": 5, "overdue": 5, "due": 5}, 14, [2, 0, 0]),
        ({"week": 5, "overdue": 5, "due": 5}, 5, [2, 0, 0]),
        ({"week": 1, "next_week": 4, "due": 1}, None, [1, 0, 1]),
        ({}, 24, []),
    ],
)
def test_sections_shrink_from_the_last_and_then_give_way(
    counts: dict[str, int], height: int | None, lines: list[int]
) -> None:
    assert few_lines(waiting(**counts), height) == lines


def test_where_all_is_asked_for_nothing_is_left_out() -> None:
    assert all_lines(waiting(week=2, next_week=3, overdue=40)) == [2, 3, 40]


@given(COUNTS, st.integers(24, 60))
def test_a_screen_holds_the_whole_view(counts: dict[str, int], height: int) -> None:
    found = waiting(**counts)
    drawn = tables(found, few_lines(found, height), TUESDAY, lambda each: "rumo today --all", str)

    text = str(DOCUMENT_FORMATS["table"].render(Document("Сегодня", drawn), RenderOptions(120)))

    assert len(text.splitlines()) < height - 1
