"""Nouns beside numbers, in the nominative and in the genitive."""

import pytest

from rumo_cli.nouns import Noun

WEBINAR = Noun("вебинар", "вебинара", "вебинаров")
ASSOCIATION = Noun(
    "областное методическое объединение",
    "областных методических объединения",
    "областных методических объединений",
    of_one="областного методического объединения",
)


@pytest.mark.parametrize(
    ("number", "counted", "counted_of"),
    [
        (0, "0 вебинаров", "0 вебинаров"),
        (1, "1 вебинар", "1 вебинара"),
        (2, "2 вебинара", "2 вебинаров"),
        (11, "11 вебинаров", "11 вебинаров"),
        (21, "21 вебинар", "21 вебинара"),
        (112, "112 вебинаров", "112 вебинаров"),
        (122, "122 вебинара", "122 вебинаров"),
    ],
)
def test_a_noun_beside_a_number(number: int, counted: str, counted_of: str) -> None:
    assert WEBINAR.counted(number) == counted
    assert WEBINAR.counted_of(number) == counted_of


def test_an_adjective_has_a_genitive_of_its_own() -> None:
    assert ASSOCIATION.counted(22) == "22 областных методических объединения"
    assert ASSOCIATION.counted_of(21) == "21 областного методического объединения"
    assert ASSOCIATION.counted_of(24) == "24 областных методических объединений"
