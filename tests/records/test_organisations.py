"""Which notations of a school or a municipality name the same one."""

import pytest

from rumo_cli.records.organisations import (
    count_by_municipality,
    count_organisations,
    fold_municipality,
    same_organisation,
)


@pytest.mark.parametrize(
    "name",
    [
        "Вяземский район",
        "вяземский р-н",
        "Вяземский",
        "Вяземский муниципальный округ",
        "Муниципальное образование «Вяземский район»",
        "МО «Вяземский муниципальный округ»",
    ],
)
def test_these_are_one_municipality(name: str) -> None:
    assert fold_municipality(name) == "вяземский"


def test_a_town_is_not_the_district_around_it() -> None:
    assert fold_municipality("г. Смоленск") == fold_municipality("Смоленск") == "смоленск"
    assert fold_municipality("Смоленский район") == "смоленский"


def test_a_name_of_nothing_but_general_words_stays() -> None:
    assert fold_municipality("Город") == "город"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("МБОУ СШ № 1", "СШ №1"),
        ("МБОУ «СШ № 1»", "школа 1"),
        ("МБОУ СШ № 1 г. Вязьмы", "СШ №1"),
        ("Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 10»", "СОШ 10"),
        ("Гимназия №4", "МБОУ «Гимназия № 4»"),
        ("МБОУ Духовщинская СШ", "Духовщинская средняя школа"),
        ("СОГБУ ДПО", "согбу дпо"),
    ],
)
def test_these_are_one_organisation(one: str, other: str) -> None:
    assert same_organisation(one, other)
    assert same_organisation(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("СШ № 1", "СШ № 2"),
        ("СШ № 1", "СШ № 11"),
        ("СШ № 1", "Гимназия № 1"),
        ("СШ № 1", "Школа-интернат № 1"),
        ("МБОУ СШ № 1", "МБДОУ детский сад № 1"),
        ("Духовщинская СШ", "Велижская СШ"),
        ("школа", "Духовщинская школа"),
    ],
)
def test_these_are_two(one: str, other: str) -> None:
    assert not same_organisation(one, other)


def test_organisations_are_counted_in_their_municipalities() -> None:
    places = [
        ("МБОУ СШ № 1 г. Вязьмы", "Вяземский район"),
        ("СШ №1", "Вяземский р-н"),
        ("СШ № 1", "Ярцевский район"),
        ("", "Ярцевский район"),
    ]

    assert count_organisations(places) == 2


def test_municipalities_are_counted_in_their_commonest_spelling() -> None:
    names = ["Вяземский р-н", "Вяземский район", "ВЯЗЕМСКИЙ РАЙОН", "Вяземский  район", "Ельня", ""]

    assert count_by_municipality(names) == {"Вяземский район": 4, "Ельня": 1}
