from collections.abc import Sequence

import pytest

from rumo_cli.intake.heading_words import fold_heading, spellings, stems
from rumo_cli.intake.headings import match_headings, nearest
from rumo_cli.records import MODULES, kind_of
from rumo_cli.records.kind import ID_HEADING


def match(kind: str, *headings: str, below: Sequence[Sequence[str]] = ()) -> dict[str, str]:
    """Return the key that each heading names."""
    columns = match_headings(kind_of(kind), headings, below=below, tolerant=True)
    return {headings[place]: field.key for place, field in columns.fields.items()}


@pytest.mark.parametrize("kind", MODULES)
def test_the_label_of_a_field_names_it(kind: str) -> None:
    typed = [field for field in kind_of(kind).fields if not field.derived]

    found = match_headings(kind_of(kind), [field.label for field in typed]).fields

    assert {place: field.key for place, field in found.items()} == {
        place: field.key for place, field in enumerate(typed)
    }


@pytest.mark.parametrize(
    ("kind", "heading", "key"),
    [
        ("webinar", "Тема", "title"),
        ("webinar", "Тема мероприятия", "title"),
        ("webinar", "Наименование мероприятий", "title"),
        ("webinar", "Дата проведения (день недели)", "date"),
        ("webinar", "Дата / срок", "date"),
        ("webinar", "Время проведения", "start_time"),
        ("webinar", "Место проведения", "platform"),
        ("webinar", "Активная ссылка на подключение", "url"),
        ("webinar", "Способ участия", "url"),
        ("webinar", "Возрастная категория аудитории", "audience"),
        ("webinar", "Для какой категории проводится", "audience"),
        ("webinar", "Отв-ный", "responsible"),
        ("webinar", "Лектор", "speakers"),
        ("webinar", "Кто проводил", "speakers"),
        ("webinar", "Организатор мероприятия", "speakers_org"),
        ("webinar", "Количество подключений", "connections"),
        ("webinar", "Кол-во участников", "participants"),
        ("plan", "Наименование мероприятий", "title"),
        ("plan", "Дела, события, мероприятия", "title"),
        ("plan", "Пошаговые мероприятия", "title"),
        ("plan", "Содержание деятельности и примерный план мероприятий", "title"),
        ("plan", "Срок реализации", "deadline_text"),
        ("plan", "Сроки исполнения", "deadline_text"),
        ("plan", "Период реализации", "deadline_text"),
        ("plan", "Ориентировочное время проведения", "deadline_text"),
        ("plan", "Ответственный исполнитель", "responsible"),
        ("plan", "Результат. Вид документа", "expected_result"),
        ("plan", "Предполагаемый результат", "expected_result"),
        ("plan", "Отметка о выполнении", "status"),
        ("plan", "N п/п", "number"),
        ("plan", "п/п", "number"),
        ("iom", "Ф.И.О. педагога", "teacher"),
        ("iom", "Основание для разработки ИОМ", "basis"),
        ("iom", "Сроки реализации маршрута", "deadline_text"),
        ("pair", "Ф.И.О. наставника", "mentor"),
        ("pair", "Ф.И.О. наставляемого", "mentee"),
        ("pair", "Срок осуществления наставнической деятельности", "deadline_text"),
        ("pair", "Запрос (ожидания) наставляемого", "request"),
        ("expertise", "Автор(ы)", "authors"),
        ("expertise", "Размещено в Региональном банке педагогического опыта", "in_bank"),
        ("omo", "Кол-во членов", "members"),
        ("meeting", "Кол-во присутствующих", "participants"),
    ],
)  # fmt: skip
def test_what_files_call_a_field(kind: str, heading: str, key: str) -> None:
    assert match(kind, heading) == {heading: key}


@pytest.mark.parametrize(
    "heading",
    [
        "КОЛ-ВО УЧАСТНИКОВ",
        "Кол-во  участников:",
        "Кол–во участников",
        "Кол-\nво участников",
        "Кол-во участ-\nников",
        "Кол-во участ\nников",
        "Кол-во\nучастников",
        "Количество участников, чел.",
        "Число участников вебинара",
        "«Кол-во участников»",
    ],
)
def test_typography_makes_no_difference(heading: str) -> None:
    assert match("webinar", heading) == {heading: "participants"}


@pytest.mark.parametrize(
    ("kind", "heading", "key"),
    [
        ("webinar", "Наименование темы вебинара", "title"),
        ("webinar", "Дата проведения вебинара", "date"),
        ("webinar", "Форма проведения мероприятия", "form"),
        ("webinar", "Областное методическое объединение", "omo"),
        ("iom", "Фамилия, имя, отчество педагога", "teacher"),
        ("iom", "Наименование образовательной организации", "teacher_org"),
        ("iom", "Образовательное учреждение", "teacher_org"),
        ("iom", "Количество выполненных мероприятий", "tasks_done"),
        ("iom", "ФИО регионального методиста", "methodist"),
        ("omo", "Наименование областного методического объединения", "title"),
        ("omo", "Эл. почта", "email"),
        ("omo", "Тел.", "phone"),
        ("expertise", "Тип разработки", "type"),
    ],
)
def test_other_forms_of_the_words_make_no_difference(kind: str, heading: str, key: str) -> None:
    assert match(kind, heading) == {heading: key}


@pytest.mark.parametrize(
    ("kind", "heading", "key", "label"),
    [
        ("webinar", "Дата,\nдень недели", "date", "Дата"),
        ("webinar", "Ведущий, должность", "speakers", "Спикеры"),
        ("webinar", "ФИО, долж-\nность спикера", "speakers", "Спикеры"),
        ("webinar", "ФИО и должность ведущего", "speakers", "Спикеры"),
        ("expertise", "Ф.И.О. автора, должность", "authors", "Автор(ы)"),
        ("webinar", "Время и место проведения", "start_time", "Время"),
        ("iom", "Место работы, должность", "teacher_org", "Образовательная организация"),
        ("webinar", "Отвественный", "responsible", "Ответственные"),
        ("webinar", "Наимнование мероприятия", "title", "Тема"),
        ("plan", "Срок исполения", "deadline_text", "Срок"),
    ],
)
def test_a_heading_that_only_resembles_a_name_is_a_guess(
    kind: str, heading: str, key: str, label: str
) -> None:
    columns = match_headings(kind_of(kind), ["№", heading], tolerant=True)

    assert columns.fields[1].key == key
    assert columns.fields[1].label == label
    assert columns.guessed == (1,)


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        ("webinar", "Кабинет"),
        ("webinar", "Количество часов"),
        ("webinar", "№ п/п"),
        ("webinar", ""),
        ("webinar", "2024"),
        ("expertise", "Должность"),
        ("iom", "Уровень"),
        ("plan", "Классы"),
    ],
)
def test_what_names_no_field(kind: str, heading: str) -> None:
    assert match(kind, heading) == {}


def test_what_is_computed_is_no_column_of_a_foreign_table() -> None:
    assert match("plan", "Срок: начало", "Срок") == {"Срок": "deadline_text"}


@pytest.mark.parametrize(
    ("kind", "headings", "keys"),
    [
        ("webinar", ["Наименование", "Тема"], {"Тема": "title"}),
        ("webinar", ["Месяц", "Число"], {"Число": "date"}),
        ("webinar", ["Участники", "Кол-во участников"],
         {"Участники": "audience", "Кол-во участников": "participants"}),
        ("iom", ["Результат", "Итоги диагностики"],
         {"Результат": "result", "Итоги диагностики": "diagnostics_result_text"}),
        ("iom", ["Дата диагностики", "Результат"],
         {"Дата диагностики": "diagnostics_date", "Результат": "diagnostics_result_text"}),
        ("iom", ["Мероприятий (план)", "Мероприятий (факт)"],
         {"Мероприятий (план)": "tasks_planned", "Мероприятий (факт)": "tasks_done"}),
        ("meeting", ["№", "№ заседания"], {"№ заседания": "number"}),
        ("plan", ["Дата выполнения", "Дата"],
         {"Дата выполнения": "done_date", "Дата": "deadline_text"}),
    ],
)  # fmt: skip
def test_of_several_columns_the_surest_name_wins(
    kind: str, headings: list[str], keys: dict[str, str]
) -> None:
    assert match(kind, *headings) == keys


@pytest.mark.parametrize(
    ("kind", "heading", "cells", "key"),
    [
        ("webinar", "Участники", ["44", "свыше 50", "12 чел."], "participants"),
        ("webinar", "Участники", ["учителя математики", "5 класс", "педагоги"], "audience"),
        ("iom", "Категория", ["ШНОР", "молодой педагог", ""], "basis"),
        ("iom", "Категория", ["высшая", "первая", "соответствие"], "teacher_category"),
    ],
)
def test_the_cells_decide_between_fields_of_one_name(
    kind: str, heading: str, cells: list[str], key: str
) -> None:
    assert match(kind, heading, below=[[cell] for cell in cells]) == {heading: key}


def test_numbered_columns_fill_one_field() -> None:
    keys = match("expertise", "Эксперт 1", "Эксперт 2", "Заключение эксперта № 2", "Автор 3")

    assert list(keys.values()) == ["experts", "experts", "experts_verdict", "authors"]


def test_a_number_after_the_name_of_one_value_makes_another_heading() -> None:
    assert match("webinar", "Тема 2") == {}


def test_a_mapping_goes_before_all_names() -> None:
    columns = match_headings(
        kind_of("webinar"), ["Что будет", "Тема"], {fold_heading("Что будет"): "title"}
    )

    assert {place: field.key for place, field in columns.fields.items()} == {0: "title"}
    assert columns.unknown == ["Тема"]


@pytest.mark.parametrize(
    ("headings", "own", "guarded"),
    [
        (["id", "date", "title"], True, False),
        (["date", "title"], True, False),
        (["title"], False, False),
        (["date", "title", "кабинет"], False, False),
        ([ID_HEADING, "Дата", "Тема"], True, True),
        (["id rumo", "Дата", "Тема"], True, True),
        (["ID", "Дата", "Тема"], False, False),
        (["№", "Дата", "Тема"], False, False),
        (["Файл", "Строка", "Ошибка", "date", "title"], True, False),
    ],
)
def test_tables_of_rumo_are_known_by_keys_or_by_the_heading_of_the_id(
    headings: list[str], own: bool, guarded: bool
) -> None:
    columns = match_headings(kind_of("webinar"), headings)

    assert (columns.own, columns.guarded) == (own, guarded)
    assert ("id" in {field.key for field in columns.fields.values()}) == (
        "id" in headings or guarded
    )


def test_unknown_headings_are_named_but_for_those_of_refused_rows() -> None:
    columns = match_headings(
        kind_of("webinar"), ["Тема", "Кабинет", "", "Файл", "Строка", "Ошибка"]
    )

    assert columns.unknown == ["Кабинет"]


def test_the_nearest_names() -> None:
    assert nearest(kind_of("webinar"), "Тма вебинара")[0] == "Тема"
    assert nearest(kind_of("webinar"), "Шифр") == []


@pytest.mark.parametrize(
    ("cell", "heading"),
    [
        ("Дата диагнос-\nтики", "Дата диагностики"),
        ("Кол-\nво участ-\nников", "Кол-во участников"),
        ("Дата\nпроведения ", "Дата проведения"),
        ("Педагог -\nнаставник", "Педагог - наставник"),
    ],
)
def test_a_heading_is_shown_on_one_line(cell: str, heading: str) -> None:
    assert match_headings(kind_of("webinar"), [cell]).headings == (heading,)


def test_spellings_of_a_heading_that_is_broken_over_lines() -> None:
    assert spellings("Регио-\nнальный\nметодист") == (
        "регио-нальный методист",
        "региональный методист",
        "региональныйметодист",
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("фио педагога", "фамилия, имя, отчество педагога"),
        ("кол-во членов", "численность членов"),
        ("муниципалитет", "муниципальное образование"),
        ("срок реализации", "сроки"),
        ("e-mail", "электронная почта"),
    ],
)
def test_headings_with_the_same_words(first: str, second: str) -> None:
    assert stems(fold_heading(first)) == stems(fold_heading(second))
