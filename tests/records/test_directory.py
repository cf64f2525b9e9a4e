"""The directory of associations: what names one, what names several."""

import pytest

from rumo_cli.errors import Misused, NotFound
from rumo_cli.records.directory import Directory

DIRECTORY = Directory(
    [
        {"code": "ОМО-04", "title": "ОМО учителей математики"},
        {"code": "ОМО-05", "title": "ОМО учителей информатики"},
        {"code": "ОМО-14", "title": "Областное методическое объединение учителей физики"},
        {"code": "РВБ", "title": "ОМО руководителей, воспитателей"},
        {"title": "ОМО молодых педагогов"},
    ]
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ОМО-04", "ОМО-04"),
        ("омо-04", "ОМО-04"),
        ("OMO-04", "ОМО-04"),
        ("ОMO–04", "ОМО-04"),
        ("ОМО 4", "ОМО-04"),
        ("ОМО № 04", "ОМО-04"),
        ("04", "ОМО-04"),
        ("4", "ОМО-04"),
        ("14", "ОМО-14"),
        ("рвб", "РВБ"),
        ("PBБ", "РВБ"),
        ("ОМО учителей математики", "ОМО-04"),
        ("учителей  МАТЕМАТИКИ", "ОМО-04"),
        ("Областное методическое объединение учителей математики", "ОМО-04"),
        ("ОМО учителей физики", "ОМО-14"),
        ("информ", "ОМО-05"),
        ("воспитателей", "РВБ"),
        ("ОМО молодых педагогов", "ОМО молодых педагогов"),
        ("молодых", "ОМО молодых педагогов"),
    ],
)
def test_these_name_one_association(name: str, code: str) -> None:
    assert DIRECTORY.name(name, exact=False) == code
    assert DIRECTORY.name(name, exact=True) == code
    assert DIRECTORY.knows(name)


@pytest.mark.parametrize("name", ["матик", "учителей", "ОМО учителей", "ОМО"])
def test_what_names_several_is_refused_on_the_command_line_and_stays_in_a_file(name: str) -> None:
    with pytest.raises(Misused, match=rf"^«{name}» — это несколько ОМО \("):
        DIRECTORY.name(name, exact=False)
    assert DIRECTORY.name(name, exact=True) == name
    assert not DIRECTORY.knows(name)


@pytest.mark.parametrize("name", ["химии", "ОМО-4а", "404"])
def test_what_names_none_is_refused_on_the_command_line_and_stays_in_a_file(name: str) -> None:
    with pytest.raises(NotFound, match=f"^ОМО «{name}» нет в справочнике"):
        DIRECTORY.name(name, exact=False)
    assert DIRECTORY.name(name, exact=True) == name


def test_an_empty_directory_refuses_nothing() -> None:
    assert not Directory()
    assert Directory().name("ОМО-04", exact=False) == "ОМО-04"
    assert Directory().find("ОМО-04") == []


def test_codes_have_titles_and_an_order() -> None:
    assert DIRECTORY
    assert DIRECTORY.codes() == ["ОМО-04", "ОМО-05", "ОМО-14", "РВБ", "ОМО молодых педагогов"]
    assert DIRECTORY.title("ОМО-04") == "ОМО учителей математики"
    assert DIRECTORY.title("ОМО молодых педагогов") == "ОМО молодых педагогов"
    assert DIRECTORY.title("ОМО химии") == "ОМО химии"


def test_of_two_with_one_name_the_code_decides() -> None:
    twins = Directory(
        [{"code": "ОМО-01", "title": "Педагоги"}, {"code": "ОМО-02", "title": "Педагоги"}]
    )

    assert twins.name("ОМО-02", exact=False) == "ОМО-02"
    with pytest.raises(Misused, match="несколько ОМО"):
        twins.name("педагоги", exact=False)
