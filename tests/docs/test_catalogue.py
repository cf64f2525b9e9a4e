import string
from collections.abc import Iterator
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from generate import ROOT
from generators.catalogue import COMPILED, SOURCE, compiled, read_catalogue

KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}


def used_by_click() -> Iterator[str | tuple[str, ...]]:
    """Yield every message that the installed click may show."""
    folder = Path(click.__file__).parent
    for _, _, message, _, _ in extract_from_dir(folder, [("**.py", "python")], keywords=KEYWORDS):
        yield message


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return read_catalogue((ROOT / SOURCE).read_bytes())


def texts_of(text: object) -> tuple[str, ...]:
    """Return the forms of a message or of a translation."""
    return tuple(map(str, text)) if isinstance(text, list | tuple) else (str(text or ""),)


def test_everything_that_click_says_is_translated(catalogue: Catalog) -> None:
    used = set(used_by_click())
    assert len(used) > 60
    for text in used:
        message = catalogue.get(text[0] if isinstance(text, tuple) else text)
        assert message is not None, text
        assert all(texts_of(message.string)), text
        assert len(texts_of(message.string)) == (3 if isinstance(text, tuple) else 1), text


def test_no_translation_asks_for_what_click_does_not_give(catalogue: Catalog) -> None:
    for message in catalogue:
        given = {name for text in texts_of(message.id) for name in placeholders(text)}
        for text in texts_of(message.string):
            assert placeholders(text) <= given, text


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_compiled_catalogue_speaks_with_russian_plurals() -> None:
    russian = GNUTranslations(BytesIO((ROOT / COMPILED).read_bytes()))
    option = (
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    )
    assert russian.gettext("Usage:") == "Использование:"
    assert [russian.ngettext(*option, number)[-9:] for number in (1, 3, 5)] == [
        "значение.",
        "значения.",
        "значений.",
    ]


def test_compiling_gives_the_same_bytes_each_time_and_names_no_tool() -> None:
    source = (ROOT / SOURCE).read_bytes()
    assert compiled(source) == compiled(source)
    header = GNUTranslations(BytesIO(compiled(source))).info()
    assert set(header) == {"content-type", "plural-forms"}
