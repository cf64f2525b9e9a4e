"""How often something comes again, in words."""

import pytest

from rumo_cli.records.fields.frequencies import Frequency


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("monthly", "ежемесячно"),
        ("term", "раз в четверть"),
        ("2_per_year", "2 раза в год"),
        ("5_per_half_year", "5 раз в полугодие"),
        ("every_2_weeks", "раз в 2 недели"),
        ("every_21_days", "раз в 21 день"),
        (None, ""),
    ],
)
def test_a_frequency_is_shown_in_words(key: str | None, words: str) -> None:
    assert Frequency().show(key) == words
