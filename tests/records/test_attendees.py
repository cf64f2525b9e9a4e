"""Which rows of a registration form are one person."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.records.attendees import Attendee, distinct_people, read_attendee

ANNA = Attendee("Белова Анна Сергеевна", "МБОУ СШ № 1", "Вяземский район")
EMAIL = frozenset({"belova@example.org"})


@pytest.mark.parametrize(
    "again",
    [
        ANNA,
        ANNA._replace(name="БЕЛОВА АННА СЕРГЕЕВНА"),
        ANNA._replace(name="Белова  А.С."),
        ANNA._replace(name="А. С. Белова"),
        ANNA._replace(name="Анна Сергеевна Белова"),
        ANNA._replace(name="Белова Анна"),
        ANNA._replace(organisation="СШ №1", municipality="Вяземский р-н"),
        ANNA._replace(organisation=""),
        ANNA._replace(municipality=""),
    ],
)
def test_these_are_one_person(again: Attendee) -> None:
    assert distinct_people([ANNA, again]) == [ANNA]
    assert len(distinct_people([again, ANNA])) == 1


@pytest.mark.parametrize(
    "other",
    [
        ANNA._replace(name="Белова Алла Сергеевна"),
        ANNA._replace(name="Белова А.П."),
        ANNA._replace(name="Белов Антон Сергеевич"),
        ANNA._replace(organisation="СШ № 2"),
        ANNA._replace(municipality="Ярцевский район"),
    ],
)
def test_these_are_two(other: Attendee) -> None:
    assert len(distinct_people([ANNA, other])) == 2


def test_yo_and_ye_do_not_part_a_person() -> None:
    people = [Attendee("Фёдорова Мария Львовна", "СШ 2"), Attendee("Федорова Мария Львовна")]

    assert distinct_people(people) == [people[0]]


def test_one_name_and_one_contact_are_one_person_wherever_the_school() -> None:
    moved = ANNA._replace(organisation="Гимназия № 4", contacts=EMAIL)

    assert len(distinct_people([ANNA._replace(contacts=EMAIL), moved])) == 1


def test_colleagues_who_share_an_address_are_two() -> None:
    colleague = Attendee("Ильин Пётр Олегович", "МБОУ СШ № 1", "Вяземский район", EMAIL)

    assert len(distinct_people([ANNA._replace(contacts=EMAIL), colleague])) == 2


def test_initials_are_of_a_name_that_they_fit_and_of_nobody_new() -> None:
    alla = ANNA._replace(name="Белова Алла Сергеевна")
    initials = ANNA._replace(name="Белова А.С.")

    assert distinct_people([initials, ANNA, alla]) == [alla, ANNA]


def test_what_one_row_leaves_out_another_says() -> None:
    rows = [
        Attendee("Белова Анна Сергеевна", "", "Вяземский район"),
        Attendee("Белова А.С.", "СШ № 1", ""),
    ]

    assert distinct_people(rows) == [Attendee("Белова Анна Сергеевна", "СШ № 1", "Вяземский район")]


@pytest.mark.parametrize(
    ("attendee", "line"),
    [
        (ANNA, "Белова Анна Сергеевна | МБОУ СШ № 1 | Вяземский район"),
        (ANNA._replace(contacts=EMAIL), "Белова Анна Сергеевна | МБОУ СШ № 1 | Вяземский район"),
        (Attendee("Белова А.С."), "Белова А.С."),
        (Attendee("Белова А.С.", "", "Ельня"), "Белова А.С. |  | Ельня"),
        (Attendee("Белова А.С.\nметодист", "a|b"), "Белова А.С. методист | a/b"),
    ],
)
def test_a_person_is_kept_as_a_line(attendee: Attendee, line: str) -> None:
    assert attendee.line == line
    assert read_attendee(line).line == line


NAMES = ["Белова А.С.", "Белова Анна Сергеевна", "Белова Алла Сергеевна", "Ильин П.О.", "Ильин", ""]
attendees = st.lists(
    st.builds(
        Attendee,
        st.sampled_from(NAMES) | st.text(max_size=8),
        st.sampled_from(["СШ № 1", "СШ № 1 г. Вязьмы", "СШ № 2", ""]),
        st.sampled_from(["Вяземский район", "Ельня", ""]),
        st.sampled_from([frozenset[str](), EMAIL]),
    ),
    max_size=8,
)


@given(attendees)
def test_rows_that_come_twice_add_nobody(rows: Sequence[Attendee]) -> None:
    assert distinct_people([*rows, *rows]) == distinct_people(rows)


@given(attendees)
def test_people_who_were_kept_are_known_again(rows: Sequence[Attendee]) -> None:
    people = distinct_people(rows)
    kept = [read_attendee(each.line) for each in people]

    assert [each.line for each in distinct_people([*kept, *rows])] == [each.line for each in people]
