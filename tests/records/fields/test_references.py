"""Fields that name other records: associations, owners of plans, programmes, ids."""

import pytest

from rumo_cli.errors import Misused, NotFound
from rumo_cli.records.fields import (
    AssociationCodes,
    FieldType,
    Owner,
    Reading,
    RecordId,
    RecordName,
)
from rumo_cli.records.plan import LINKS
from rumo_cli.records.values import Value
from tests.records.fields.contexts import (
    FILE,
    FILE_WITH_DIRECTORY,
    OWN,
    TYPED,
    TYPED_WITH_DIRECTORY,
    refusal_of,
    value_of,
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ОМО-01", ["ОМО-01"]),
        ("1", ["ОМО-01"]),
        ("ОМО учителей математики", ["ОМО-01"]),
        ("математик", ["ОМО-01"]),
        ("ОМО учителей физики, астрономии", ["ОМО-02"]),
        ("ОМО-01, ОМО-02", ["ОМО-01", "ОМО-02"]),
        ("ОМО учителей математики; астрономии", ["ОМО-01", "ОМО-02"]),
        ("математики и молодых педагогов", ["ОМО-01", "ОМО молодых педагогов"]),
        ("ОМО-01; ОМО учителей математики", ["ОМО-01"]),
        ("ОМО учителей химии", ["ОМО учителей химии"]),
        ("ОМО учителей химии, биологии", ["ОМО учителей химии, биологии"]),
        ("ОМО учителей химии, ОМО-01", ["ОМО учителей химии", "ОМО-01"]),
        ("учителей", ["учителей"]),
    ],
)
def test_a_cell_names_associations_by_their_codes(text: str, codes: list[str]) -> None:
    assert value_of(AssociationCodes(), text, FILE_WITH_DIRECTORY) == codes


def test_without_a_directory_associations_stay_as_text() -> None:
    assert value_of(AssociationCodes(), "ОМО-01; математики", FILE) == ["ОМО-01", "математики"]
    assert value_of(AssociationCodes(), "математики", TYPED) == ["математики"]
    assert value_of(AssociationCodes(), "ОМО химии, биологии\nОМО-01", OWN) == [
        "ОМО химии, биологии",
        "ОМО-01",
    ]


@pytest.mark.parametrize("field_type", [AssociationCodes(), Owner()])
def test_a_typed_name_of_several_associations_is_refused_with_their_list(
    field_type: FieldType,
) -> None:
    with pytest.raises(Misused) as refused:
        field_type.read("omo", "физи", TYPED_WITH_DIRECTORY)

    assert str(refused.value) == (
        "«физи» — это несколько ОМО (2); назовите код или уточните название:\n"
        "  ОМО-02 ОМО учителей физики, астрономии\n"
        "  ОМО-10 ОМО учителей физической культуры"
    )


@pytest.mark.parametrize("field_type", [AssociationCodes(), Owner()])
def test_a_typed_name_of_no_association_is_refused(field_type: FieldType) -> None:
    with pytest.raises(NotFound) as refused:
        field_type.read("omo", "химии", TYPED_WITH_DIRECTORY)

    assert str(refused.value) == ("ОМО «химии» нет в справочнике. Посмотрите список: rumo omo list")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("РУМО", "rumo"),
        (" румо ", "rumo"),
        ("rumo", "rumo"),
        ("ОМО-01", "ОМО-01"),
        ("учителей  математики", "ОМО-01"),
        ("ОМО учителей химии", "ОМО учителей химии"),
    ],
)
def test_an_owner_is_the_association_itself_or_one_of_the_directory(text: str, owner: str) -> None:
    assert value_of(Owner(), text, FILE_WITH_DIRECTORY) == owner


def test_an_owner_is_shown_by_name_or_code() -> None:
    assert [Owner().show(value) for value in ("rumo", "ОМО-01", None)] == ["РУМО", "ОМО-01", ""]


@pytest.mark.parametrize(
    ("value", "wanted", "answers"),
    [
        (["ОМО-01", "ОМО-02"], "1", True),
        (["ОМО-01"], "математики", True),
        (["ОМО-10"], "1", False),
        (["ОМО учителей химии"], "ОМО-01", False),
        (None, "1", False),
    ],
)
def test_a_filter_names_an_association_as_one_types_it(
    value: Value, wanted: str, answers: bool
) -> None:
    assert AssociationCodes().matches(value, wanted, TYPED_WITH_DIRECTORY) is answers
    if isinstance(value, list):
        assert Owner().matches(value[0], wanted, TYPED_WITH_DIRECTORY) is answers


def test_without_a_directory_a_filter_takes_a_part_of_the_text() -> None:
    assert AssociationCodes().matches(["ОМО учителей химии"], "химии", TYPED)
    assert not AssociationCodes().matches(["ОМО учителей химии"], "физики", TYPED)
    assert Owner().matches("ОМО учителей химии", "ХИМИИ", TYPED)
    assert not Owner().matches("rumo", "химии", TYPED)


def test_a_filter_of_owners_knows_the_association_itself() -> None:
    assert Owner().matches("rumo", "РУМО", TYPED_WITH_DIRECTORY)
    assert not Owner().matches("ОМО-01", "РУМО", TYPED_WITH_DIRECTORY)


def test_a_filter_by_a_name_that_the_directory_lacks_says_so() -> None:
    with pytest.raises(NotFound, match="ОМО «химии» нет в справочнике"):
        AssociationCodes().matches(["ОМО-01"], "химии", TYPED_WITH_DIRECTORY)


def test_a_record_is_named_by_its_title_or_its_id() -> None:
    programme, webinar = RecordName("programme", "title"), RecordId("webinar")

    assert value_of(programme, " Молодой  педагог ") == "Молодой педагог"
    assert programme.matches("Молодой педагог", "молод", TYPED)
    assert value_of(webinar, "12") == 12
    assert webinar.matches(12, "12", TYPED)
    assert refusal_of(webinar, "двенадцать") == "ожидается целое число, например 12"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("webinar 12", ["webinar 12"]),
        ("Вебинар № 012", ["webinar 12"]),
        ("webinar12, заседание 3", ["webinar 12", "meeting 3"]),
        ("ИОМ 4, пара 5, программа 6", ["iom 4", "pair 5", "programme 6"]),
        ("публикация 1, publication 1", ["publication 1"]),
    ],
)
def test_a_link_names_a_record_by_its_kind_and_id(text: str, links: list[str]) -> None:
    assert value_of(LINKS, text, TYPED) == links
    assert value_of(LINKS, text, FILE) == links
    assert value_of(LINKS, "\n".join(links), OWN) == links


@pytest.mark.parametrize(
    "text", ["12", "webinar", "приказ 12", "webinar 1, 2", "plan 3", "webinar -1"]
)
def test_what_names_no_record_is_no_link(text: str) -> None:
    assert refusal_of(LINKS, text, TYPED) == (
        "ожидаются вид и номер записи: «webinar 12», «meeting 12», «expertise 12», "
        "«publication 12», «contribution 12», «iom 12», «pair 12», «programme 12»"
    )


def test_words_of_a_file_that_name_no_record_go_to_the_notes() -> None:
    note = "записи названы не видом и номером; слова сохранены в примечаниях"

    assert LINKS.read("links", "приказ 12; вебинар 3", FILE) == Reading(
        {"links": ["webinar 3"], "notes": "приказ 12"}, (note,)
    )
    assert LINKS.read("links", "приказ 12", FILE) == Reading({"notes": "приказ 12"}, (note,))


def test_words_that_an_older_rumo_kept_as_links_stay_and_name_nothing() -> None:
    kept = value_of(LINKS, "приказ 12, п. 3\nwebinar 3", OWN)

    assert kept == ["приказ 12, п. 3", "webinar 3"]
    assert list(LINKS.named(kept)) == [("webinar", 3)]
    assert list(LINKS.named(None)) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("webinar 1", False), ("вебинар 12", True), ("12", True), ("meeting", False)],
)
def test_a_filter_of_links_takes_a_record_or_words(wanted: str, found: bool) -> None:
    assert LINKS.matches(["webinar 12"], wanted, TYPED) is found
    assert LINKS.matches(None, wanted, TYPED) is False
