"""Time zones: names that every computer knows, and those that none does."""

import pytest

from rumo_cli.records.fields import TimeZone
from tests.records.fields.contexts import TYPED, refusal_of, value_of


@pytest.mark.parametrize("name", ["Europe/Moscow", " Asia/Omsk ", "Europe/Samara"])
def test_a_time_zone_is_named_as_computers_name_it(name: str) -> None:
    assert value_of(TimeZone(), name, TYPED) == name.strip()


@pytest.mark.parametrize("name", ["Europe/Moskow", "МСК+2", "../etc/passwd", "Europe", "a\0b"])
def test_what_names_no_time_zone_is_refused(name: str) -> None:
    assert refusal_of(TimeZone(), name, TYPED) == (
        "нет такого часового пояса; назовите его как Europe/Moscow, Asia/Omsk"
    )
