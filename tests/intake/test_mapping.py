"""`--map FILE.toml`: headings and words that no synonym knows."""

import pytest

from rumo_cli.errors import Refused
from rumo_cli.intake.mapping import ColumnMap, read_column_map
from rumo_cli.records import kind_of
from tests.intake.foreign import Said, added, take


def read_map(text: str, kind: str = "webinar") -> ColumnMap:
    return read_column_map("соответствие.toml", text.encode(), [kind_of(kind)])


def test_headings_and_words() -> None:
    found = read_map(
        """
        [columns]
        "О чём речь" = "title"
        "Сколько пришло:" = "participants"

        [values.status]
        "закрыт" = "held"
        """
    )

    assert found.columns == {"о чем речь": "title", "сколько пришло": "participants"}
    assert found.words == {"status": {"закрыт": "held"}}


def test_an_import_with_a_mapping() -> None:
    column_map = read_map(
        '[columns]\n"О чём речь" = "title"\n[values.status]\n"закрыт" = "held"\n"снят" = "отменён"'
    )

    records = added(
        "webinar",
        "Дата;О ЧЁМ РЕЧЬ;Статус\n15.10.2024;Тема;закрыт\n16.10.2024;Тема;снят\n17.10.2024;Тема;",
        Said(column_map=column_map),
    )

    assert [each["status"] for each in records] == ["held", "cancelled", "planned"]
    assert {each["title"] for each in records} == {"Тема"}


def test_a_mapping_goes_before_the_synonyms() -> None:
    [record] = added(
        "webinar",
        "Тема;Название\nА;Б",
        Said(column_map=read_map('[columns]\n"Название" = "title"')),
    )

    assert record["title"] == "Б"


def test_a_word_is_mapped_whole() -> None:
    column_map = read_map('[values.status]\n"закрыт" = "held"')
    settled = take("webinar", "Тема;Статус\nА;закрыт 15.10", Said(column_map=column_map))

    assert settled.verdicts[0].record["status"] == "planned"


@pytest.mark.parametrize("text", ["", "[columns]", "[values]", "[values.status]"])
def test_a_mapping_of_nothing(text: str) -> None:
    found = read_map(text)

    assert not found.columns
    assert not any(found.words.values())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[columns", "не удалось прочитать как TOML: "),
        ('[colums]\n"А" = "title"', "таблица [colums] не нужна; ожидаются [columns] и "),
        ('[columns]\n"А" = 1', 'в [columns] ожидаются строки вида "Заголовок" = "ключ"'),
        ('columns = "title"', 'в [columns] ожидаются строки вида "Заголовок" = "ключ"'),
        ('[values]\nstatus = "held"', 'в [values.status] ожидаются строки вида "'),
        ('values = "held"', 'в [values] ожидаются таблицы вида [values.КЛЮЧ]'),
        ('[columns]\n"А" = "theme_of"', "поля «theme_of» нет; поля этого вида: academic_year, "),
        ('[values.theme_of]\n"А" = "Б"', "поля «theme_of» нет; поля этого вида: academic_year, "),
        ('[columns]\n"А" = "id"', "поля «id» нет; поля этого вида: academic_year, "),
    ],
)  # fmt: skip
def test_a_mapping_that_cannot_be_used(text: str, message: str) -> None:
    with pytest.raises(Refused) as refused:
        read_map(text)

    assert str(refused.value).startswith(f"соответствие.toml: {message}")


def test_a_mapping_in_another_encoding() -> None:
    with pytest.raises(Refused, match="не удалось прочитать как TOML"):
        read_column_map(
            "карта.toml", '[columns]\n"Тема" = "title"'.encode("cp1251"), [kind_of("omo")]
        )


def test_a_mark_of_the_encoding_is_no_part_of_the_text() -> None:
    data = '[columns]\n"А" = "title"'.encode("utf-8-sig")

    assert read_column_map("карта.toml", data, [kind_of("webinar")]).columns == {"а": "title"}
