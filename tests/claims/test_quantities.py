"""Numbers in figures and in words, and numbers that count nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.claims.checking import check_text
from rumo_cli.claims.numerals import VALUES, value_of
from rumo_cli.claims.passages import level
from rumo_cli.claims.quantities import masked, quantities
from rumo_cli.claims.texts import passages_of
from tests.claims.texts import YEAR


def read(text: str) -> list[tuple[float, str]]:
    return [(each.value, each.qualifier) for each in quantities(masked(level(text)))]


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("5236", 5236, "exact"),
        ("5 236", 5236, "exact"),
        ("5\u00a0236", 5236, "exact"),
        ("24-х", 24, "exact"),
        ("5-ти", 5, "exact"),
        ("более 5 тысяч", 5000, "more"),
        ("свыше 3,5 тыс.", 3500, "more"),
        ("не менее шести тысяч", 6000, "at_least"),
        ("порядка 700", 700, "about"),
        ("почти 100", 100, "almost"),
        ("не более 12", 12, "at_most"),
        ("двадцать четыре", 24, "exact"),
        ("двадцати четырёх", 24, "exact"),
        ("сто двадцать два", 122, "exact"),
        ("трёхсот", 300, "exact"),
        ("пятью", 5, "exact"),
        ("пятьюдесятью", 50, "exact"),
        ("семисот", 700, "exact"),
        ("59,6", 59.6, "exact"),
    ],
)
def test_a_number_is_read(text: str, value: float, qualifier: str) -> None:
    assert read(text) == [(value, qualifier)]


@pytest.mark.parametrize(
    "text",
    [
        "17.01.2023",
        "2024-10-15",
        "№ 24-ОД",
        "15 октября",
        "12, 13 и 14 мая",
        "14:30",
        "2024-2025 учебный год",
        "2036 года",
        "+7 (4812) 38-21-57",
        "8 (4812) 38-21-57",
        "с. 24",
        "таблица 3",
        "5-9 классы",
        "11 класс",
        "2-й поток",
        "3-е заседание",
        "10-15 вебинаров",
        "ГИА-2025",
        "ОМО-04",
        "«10 шагов»",
        "rumo24@example.org",
        "https://example.org/24/122",
        "ни одного вебинара",
    ],
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [("сто двадцать один", 121), ("пять три", None), ("двадцать двенадцать", None)],
)
def test_words_of_one_number_go_from_large_to_small(words: str, value: int | None) -> None:
    assert value_of(words.split()) == value


def test_no_word_is_two_numbers() -> None:
    assert set(VALUES.values()) == {*range(1, 20), *range(20, 100, 10), *range(100, 1000, 100)}


_WORDS = st.sampled_from([
    "1", "122", "24.", "4:", "(", ")", "«", "»", "|", "№", "2024-2025", "учебном году", "вебинаров",
    "заседания", "РУМО:", "ОМО", "из них", "34 шт.", "%", "более", "тысяч", "план", "выполнен",
    "на", "больше", "в полном объеме", "двадцать", "четыре", ";", "\n", "-", "1)", "два",
])  # fmt: skip


@given(st.lists(_WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_any_text_can_be_checked(text: str) -> None:
    passages = passages_of(text)

    checked = check_text(passages, YEAR, lambda _: None)

    for each in checked.claims:
        assert 0 <= each.claim.span.start < each.claim.span.end <= len(each.claim.passage.text)
        assert each.claim.sentence.start <= each.claim.span.start
    for found in checked.contradictions:
        assert found.message
        assert found.span.end <= len(found.passage.text)
