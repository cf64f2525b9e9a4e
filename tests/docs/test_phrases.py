"""The page that puts rumo's sentences beside those of a real analysis."""

import pytest

from commands.lazy import LazyGroup
from commands.main import rumo
from generators.phrases_page import PHRASES, Phrase, found
from rumo_cli.records.sections import SECTION


def options_of(typed: str) -> set[str]:
    """Return the options of a command; `KeyError` where there is none of its name."""
    command: LazyGroup = rumo
    for name in typed.split():
        loaded = command.load(name)
        if not isinstance(loaded, LazyGroup):
            return {option for parameter in loaded.params for option in parameter.opts}
        command = loaded
    return set()


@pytest.mark.parametrize("typed", sorted({each for row in PHRASES for each in row.typed}))
def test_the_commands_are_there(typed: str) -> None:
    asked = {word for word in typed.split() if word.startswith("--")}

    assert asked <= options_of(typed)


def test_every_section_of_the_analysis_is_there() -> None:
    keys = [option.key for option in SECTION.options]

    assert {phrase.section for phrase in PHRASES} == {*keys, "signature"}


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["Первое. Второе слово. Третье."], "Второе слово."),
        (["Перечень и слово:", "раз;", "два."], "Перечень и слово: раз"),
        (["Председатель Д.К. Слово."], "Председатель Д.К. Слово."),
    ],
)
def test_a_sentence_is_found_by_its_words(lines: list[str], sentence: str) -> None:
    assert found(Phrase("", "", "plan", "слово"), {"plan": lines}) == sentence


def test_a_sentence_that_is_not_written_any_more_stops_the_page() -> None:
    with pytest.raises(ValueError, match=r"^plan: no sentence with «слово»$"):
        found(Phrase("", "", "plan", "слово"), {"plan": ["Другое."]})
