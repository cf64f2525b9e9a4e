"""Finding a person by name: in which notations, and who is somebody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.records.naming import Naming

WHOLE = Naming("Семёнова Анна Петровна")
INITIALS = Naming("Семёнова А.П.")


@pytest.mark.parametrize(
    "text",
    [
        "Семёнова А.П.",
        "Семенова А. П.",
        "СЕМЁНОВА А.П.",
        "семёнова а.п.",
        "семёнова а п",
        "Семёнова АП",
        "А.П. Семёнова",
        "А.П.Семёнова",
        "Семёнова Анна Петровна",
        "Семёнова\u00a0Анна  Петровна",
        "АННА ПЕТРОВНА СЕМЁНОВА",
        "семенова анна петровна",
        "Семёнова А. Петровна",
        "Семёнова_А.П.",
    ],
)
@pytest.mark.parametrize("naming", [WHOLE, INITIALS])
def test_every_notation_of_the_name_is_replaced(naming: Naming, text: str) -> None:
    assert naming.replaced(text, "NN") == "NN"
    assert naming.notations(text) == [text]


@pytest.mark.parametrize("text", ["Семёнова Анна", "Анна Семёнова", "анна семёнова"])
def test_without_the_patronymic_it_is_the_person_where_the_name_is_known(text: str) -> None:
    assert WHOLE.replaced(text, "NN") == "NN"
    assert INITIALS.replaced(text, "NN") == text


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("Провела Семёнова А.П., методист", "Провела NN, методист"),
        ("rumo iom add --teacher 'Семёнова А.П.'", "rumo iom add --teacher 'NN'"),
        ("ИОМ_Семёнова_А.П..xlsx", "ИОМ_NN.xlsx"),
        ("семёнова анна петровна | СШ № 1", "NN | СШ № 1"),
        ("Семёнова А.П.; Белова А.С.", "NN; Белова А.С."),
    ],
)
def test_what_stands_around_the_name_stays(text: str, becomes: str) -> None:
    assert WHOLE.replaced(text, "NN") == becomes


@pytest.mark.parametrize(
    "text",
    [
        "Семёнова А.С.",
        "Семёнов А.П.",
        "П.А. Семёнова",
        "Семёнова Алла Петровна",
        "Семёнова Анна Сергеевна",
        "Белова-Семёнова А.П.",
        "Семёнова-Белова А.П.",
        "Семёнова",
        "Семёнова агитировала педагогов",
        "Анна Петровна",
        "",
    ],
)
def test_other_people_and_other_words_stay(text: str) -> None:
    assert WHOLE.replaced(text, "NN") == text
    assert WHOLE.notations(text) == []


@pytest.mark.parametrize("text", ["Семёнова А.П.", "П.А. Семёнова", "Семёнова Анна Петровна"])
def test_a_name_with_one_initial_is_not_that_with_two(text: str) -> None:
    assert Naming("Семёнова А.").replaced(text, "NN") == text


@pytest.mark.parametrize("text", ["Семёнова А.", "А. Семёнова", "Семёнова Анна"])
def test_a_name_with_one_initial(text: str) -> None:
    assert Naming("Семёнова А.").replaced(text, "NN") == "NN"


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("поручить Семёновой А.П.", ["Семёновой"]),
        ("Семёнова, отчёт", ["Семёнова"]),
        ("с Анной Семёновой", ["Семёновой"]),
        ("Семёновой А.С.", []),
        ("Семёновой Алле Петровне", []),
        ("Семёнова А.П.", []),
        ("Анна Семёновна Белова", []),
    ],
)
def test_what_may_mean_the_person_is_told_apart(text: str, possible: list[str]) -> None:
    assert list(WHOLE.possible(text)) == possible


def test_other_texts_may_mean_the_person_too() -> None:
    naming = Naming("Семёнова А.П.", also=["Семёновой А.П.", "Аня Семёнова"])

    assert naming.replaced("семеновой  А.П. и аня семёнова", "NN") == "NN и NN"


@pytest.mark.parametrize("name", ["Семёнова", "", "А.П."])
def test_a_surname_alone_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="нужна фамилия с инициалами или с именем"):
        Naming(name)


@given(st.text(alphabet="Семёнова АПетровнинов.,-_| ", max_size=60))
def test_what_was_replaced_is_not_found_again(text: str) -> None:
    replaced = WHOLE.replaced(text, "NN")

    assert WHOLE.replaced(replaced, "NN") == replaced
    assert WHOLE.notations(replaced) == []
