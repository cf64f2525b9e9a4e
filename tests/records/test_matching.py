"""Which record an incoming one is."""

import pytest

from rumo_cli.records import kind_of
from rumo_cli.records.matching import Index, Kinship
from rumo_cli.records.values import Record

YEAR = {"academic_year": "2024-2025"}
WEBINAR: Record = {**YEAR, "title": "Тема", "omo": ["ОМО-07"], "date": "2024-10-15"}


def find(kind: str, stored: Record, incoming: Record) -> bool:
    return Index(kind_of(kind), {5: stored}).find(incoming) == 5


@pytest.mark.parametrize(
    ("incoming", "same"),
    [
        ({}, True),
        ({"title": " ТЁМА".replace("Ё", "Е")}, True),
        ({"start_time": "15:00"}, True),
        ({"status": "held", "participants": 44}, True),
        ({"date": "2024-10-22", "moved_from": "2024-10-15"}, True),
        ({"date": "2024-10-16"}, False),
        ({"date": None}, False),
        ({"omo": ["ОМО-06"]}, False),
        ({"omo": []}, True),
        ({"title": "Другая тема"}, False),
        ({"academic_year": "2023-2024"}, False),
    ],
)
def test_webinars(incoming: Record, same: bool) -> None:
    assert find("webinar", WEBINAR, {**WEBINAR, **incoming}) is same


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("15:00", "15:00", True),
        ("15:00", None, True),
        (None, "15:00", True),
        ("10:00", "15:00", False),
    ],
)
def test_the_hour_counts_where_both_webinars_have_one(
    first: str | None, second: str | None, same: bool
) -> None:
    stored, incoming = {**WEBINAR, "start_time": first}, {**WEBINAR, "start_time": second}

    assert find("webinar", stored, incoming) is same


def test_the_order_of_associations_does_not_count() -> None:
    stored: Record = {**WEBINAR, "omo": ["ОМО-06", "ОМО-07"]}

    assert find("webinar", stored, {**WEBINAR, "omo": ["ОМО-07", "ОМО-06"]})


def test_a_webinar_that_was_moved_is_still_known_by_its_old_day() -> None:
    moved: Record = {**WEBINAR, "date": "2024-10-22", "moved_from": "2024-10-15"}

    assert find("webinar", moved, WEBINAR)
    assert find("webinar", moved, {**WEBINAR, "date": "2024-10-22"})


def test_a_webinar_on_its_day_goes_before_one_that_was_moved_from_it() -> None:
    moved: Record = {**WEBINAR, "date": "2024-10-22", "moved_from": "2024-10-15"}

    assert Index(kind_of("webinar"), {1: moved, 2: WEBINAR}).find(WEBINAR) == 2
    assert Index(kind_of("webinar"), {1: WEBINAR, 2: moved}).find(WEBINAR) == 1


def test_of_two_webinars_on_a_day_the_hour_tells_which() -> None:
    morning: Record = {**WEBINAR, "start_time": "10:00"}
    evening: Record = {**WEBINAR, "start_time": "18:00"}
    index = Index(kind_of("webinar"), {1: morning, 2: evening})

    assert index.find(evening) == 2
    assert index.find({**WEBINAR, "start_time": "12:00"}) is None


ITEM: Record = {**YEAR, "owner": "rumo", "title": "Форум", "deadline_text": "август"}


@pytest.mark.parametrize(
    ("stored", "incoming", "same"),
    [
        ({"number": "1.1"}, {"number": "1.1"}, True),
        ({"number": "1.1"}, {"number": "1.1", "deadline_text": "май"}, True),
        ({"number": "1.1"}, {"number": "1.2"}, False),
        ({"number": "1.1"}, {}, True),
        ({}, {"deadline_text": "АВГУСТ"}, True),
        ({}, {"deadline_text": "май"}, False),
        ({}, {"owner": None}, True),
        ({}, {"owner": "ОМО-04"}, False),
        ({"deadline_text": "май", "moves": ["2024-10-01 август"]}, {}, True),
        ({"deadline_text": "май", "moves": ["2024-10-01 июнь", "2024-10-02 август"]}, {}, True),
        ({"number": "1", "section": "I. Форумы"}, {"number": "1", "section": "II. Курсы"}, False),
        ({"number": "1", "section": "I. Форумы"}, {"number": "1"}, True),
        ({"number": "1.1", "section": "Форумы"}, {"number": "1.1", "section": "Курсы"}, True),
    ],
)
def test_items_of_plans(stored: Record, incoming: Record, same: bool) -> None:
    assert find("plan", {**ITEM, **stored}, {**ITEM, **incoming}) is same


@pytest.mark.parametrize(
    ("kind", "stored", "incoming", "same"),
    [
        ("iom", {"teacher": "Иванова Мария Петровна", "teacher_org": "СШ № 1"},
         {"teacher": "М.П. ИВАНОВА", "teacher_org": "сш № 1"}, True),
        ("iom", {"teacher": "Иванова М.П.", "teacher_org": "СШ № 1"},
         {"teacher": "Иванова М.П.", "teacher_org": "СШ № 2"}, False),
        ("iom", {"teacher": "Иванова М.П.", "teacher_subject": "физика"},
         {"teacher": "Иванова М.П.", "teacher_subject": "химия"}, False),
        ("iom", {"teacher": "Иванова М.П.", "teacher_position": "учитель физики"},
         {"teacher": "Иванова М.П.", "teacher_position": "Учитель физики"}, True),
        ("iom", {"teacher": "Иванова М.П., учитель"}, {"teacher": "Иванова М.П."}, True),
        ("pair", {"programme": "Шаг", "mentor": "Ли Н.А.", "mentee": "Ким О.Т."},
         {"programme": "ШАГ", "mentor": "Н.А. Ли", "mentee": "Ким О. Т."}, True),
        ("pair", {"programme": "Шаг", "mentor": "Ли Н.А.", "mentee": "Ким О.Т."},
         {"programme": "Шаг", "mentor": "Ли Н.А.", "mentee": "Ким А.Т."}, False),
        ("programme", {"title": "Молодой педагог"}, {"title": "молодой  педагог"}, True),
        ("expertise", {"authors": ["Ли Н.А.", "Ким О.Т."], "title": "Тема"},
         {"authors": ["О.Т. Ким", "Ли Н.А."], "title": "ТЕМА"}, True),
        ("expertise", {"authors": ["Ли Н.А."], "title": "Тема"},
         {"authors": ["Ли Н.А.", "Ким О.Т."], "title": "Тема"}, False),
        ("meeting", {"owner": "rumo", "number": "1"}, {"number": "1", "date": "2024-10-15"}, True),
        ("meeting", {"owner": "rumo", "number": "1"}, {"owner": "ОМО-04", "number": "1"}, False),
        ("meeting", {"date": "2024-10-15"}, {"date": "2024-10-15"}, True),
        ("publication", {"type": "news", "title": "А", "date": "2024-10-15"},
         {"type": "news", "title": "а", "date": "2024-10-15"}, True),
        ("publication", {"type": "news", "title": "А"}, {"type": "letter", "title": "А"}, False),
        ("contribution", {"type": "programme", "title": "А"}, {"type": "programme", "title": "А"},
         True),
        ("task", {"iom": 3, "number": "1", "title": "А"}, {"iom": 4, "number": "1", "title": "А"},
         False),
    ],
)  # fmt: skip
def test_other_records(kind: str, stored: Record, incoming: Record, same: bool) -> None:
    assert find(kind, {**YEAR, **stored}, {**YEAR, **incoming}) is same


@pytest.mark.parametrize(
    ("stored", "incoming", "same"),
    [
        ({"code": "ОМО-07", "title": "ОМО химиков"}, {"code": "омо-07", "title": "Химия"}, True),
        ({"title": "ОМО химиков"}, {"code": "ОМО-07", "title": "ОМО химиков"}, True),
        ({"code": "ОМО-07", "title": "ОМО химиков"}, {"title": "омо химиков"}, True),
        ({"code": "ОМО-07", "title": "ОМО химиков"}, {"code": "ОМО-08", "title": "ОМО химиков"},
         False),
    ],
)  # fmt: skip
def test_associations(stored: Record, incoming: Record, same: bool) -> None:
    assert find("omo", stored, incoming) is same


def test_a_record_that_was_entered_anew_is_known_by_its_new_key() -> None:
    index = Index(kind_of("webinar"), {1: WEBINAR})
    index.enter(1, {**WEBINAR, "date": "2024-11-05"})

    assert index.find({**WEBINAR, "date": "2024-11-05"}) == 1
    assert index.record(1)["date"] == "2024-11-05"


def test_kin_are_alike_but_for_the_day() -> None:
    kinship = Kinship(
        kind_of("webinar"),
        {
            1: WEBINAR,
            2: {**WEBINAR, "date": "2024-11-15", "start_time": "10:00"},
            3: {**WEBINAR, "title": "Другая тема"},
            4: {**WEBINAR, "omo": ["ОМО-06"]},
            5: {**WEBINAR, "academic_year": "2023-2024"},
        },
    )

    assert kinship.of({**WEBINAR, "date": "2024-12-01"}) == [1, 2]
    assert kinship.of({**WEBINAR, "title": "Третья тема"}) == []


def test_only_webinars_have_kin() -> None:
    assert Kinship(kind_of("plan"), {1: ITEM}).of(ITEM) == []


UNNAMED: Record = {**WEBINAR, "omo": None}


class TestFilesThatLeaveOutAPartOfTheKey:
    def test_the_only_webinar_of_a_title_and_a_day(self) -> None:
        assert Index(kind_of("webinar"), {1: WEBINAR}).find(UNNAMED) == 1
        assert Index(kind_of("webinar"), {1: UNNAMED}).find(WEBINAR) == 1

    @pytest.mark.parametrize(
        "incoming",
        [
            {**WEBINAR, "omo": ["ОМО-06"]},
            {**WEBINAR, "omo": None, "date": "2024-10-16"},
            {**WEBINAR, "omo": None, "title": "Другая тема"},
            {**WEBINAR, "omo": None, "start_time": "10:00"},
        ],
    )
    def test_another_webinar(self, incoming: Record) -> None:
        stored: Record = {**WEBINAR, "start_time": "15:00"}

        assert Index(kind_of("webinar"), {1: stored}).find(incoming) is None

    def test_one_of_several_cannot_be_told(self) -> None:
        stored = {1: WEBINAR, 2: {**WEBINAR, "omo": ["ОМО-06"]}}

        assert Index(kind_of("webinar"), stored).find(UNNAMED) is None

    def test_the_only_item_of_a_title_and_a_deadline(self) -> None:
        first, second = {**ITEM, "number": "1.1"}, {**ITEM, "number": "1.2"}

        assert Index(kind_of("plan"), {1: first}).find(ITEM) == 1
        assert Index(kind_of("plan"), {1: first}).find(second) is None
        assert Index(kind_of("plan"), {1: first, 2: second}).find(ITEM) is None

    def test_the_key_may_be_wanted_whole(self) -> None:
        index = Index(kind_of("webinar"), {1: WEBINAR})

        assert index.find(UNNAMED, whole=True) is None
        assert index.find(WEBINAR, whole=True) == 1
