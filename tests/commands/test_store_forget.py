"""`store forget`: what is shown, asked, done and said."""

import re
import stat
from pathlib import Path

import pytest

from tests.commands.conftest import Given, Rumo, Stored

FORGET = 'store forget --person "Семёнова А.П."'
YEAR = {"academic_year": "2024-2025"}


@pytest.fixture(autouse=True)
def records(rumo: Rumo) -> None:
    rumo('iom add --teacher "Семёнова Анна Петровна" --notes "Семёновой поручить"')
    speakers = '--speakers "А.П. Семёнова" --speakers "Белова А.С."'
    rumo(f"webinar add --title Тема --date 22.10.2024 {speakers}")


def test_a_trial_shows_where_the_name_is_and_what_may_be_it(rumo: Rumo, place: Path) -> None:
    before = (place / "store.json").read_bytes()

    shown = rumo(f"{FORGET} --dry-run")

    lines = [re.split(r"\s{2,}", line.strip()) for line in shown.out.splitlines()[4:]]
    assert lines == [
        ["webinar 1 «Тема»", "Спикеры", "А.П. Семёнова", "заменится"],
        [
            "iom 1 «Семёнова Анна Петровна»",
            "ФИО педагога",
            "Семёнова Анна Петровна",
            "заменится",
        ],
        ["iom 1 «Семёнова Анна Петровна»", "Примечание", "Семёновой", "возможно; останется"],
    ]
    assert shown.err == (
        "Команд журнала с именем: 2. Резервных копий с именем: 1.\n"
        "Это проба (--dry-run): ничего не записано.\n"
    )
    assert (place / "store.json").read_bytes() == before


def test_it_says_what_it_did_and_what_is_left_to_do(rumo: Rumo, stored: Stored) -> None:
    done = rumo(f'{FORGET} --also "Семёновой" --pseudonym "Участник-ктбр" --yes')

    assert done.code == 0
    assert done.out.splitlines()[-4:] == [
        "Имя заменено: Участник-ктбр",
        "Записей изменено: 2",
        "Команд журнала переписано: 2",
        "Резервных копий переписано: 1",
    ]
    assert done.err.splitlines()[-1] == (
        "Осталось за вами: выгрузки и документы, копии в других местах, почта и облака. "
        "Искать имя там rumo не может."
    )
    assert stored("webinar")[1]["speakers"] == ["Участник-ктбр", "Белова А.С."]
    assert stored("iom")[1]["notes"] == "Участник-ктбр поручить"


def test_no_file_has_the_name_and_each_is_its_owners_alone(rumo: Rumo, place: Path) -> None:
    rumo(f"{FORGET} --also Семёновой --yes")

    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    for path in place.iterdir():
        assert "емёнов" not in path.read_text(encoding="utf-8")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_pseudonym_is_made_up_and_one_person_in_figures(rumo: Rumo, stored: Stored) -> None:
    before = rumo("report figures -f json").json

    rumo(f"{FORGET} --yes")

    assert re.fullmatch(r"Участник-[б-щ]{5}", str(stored("iom")[1]["teacher"]))
    assert rumo("report figures -f json").json == before


def test_records_about_the_person_may_be_removed(rumo: Rumo, stored: Stored) -> None:
    done = rumo(f"{FORGET} --remove --yes")

    assert "Записей удалено: 1" in done.out
    assert list(stored("iom")) == []
    assert list(stored("webinar")) == [1]


def test_quietly_it_prints_nothing(rumo: Rumo) -> None:
    done = rumo(f"-q {FORGET} --yes")

    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.usefixtures("someone_at_the_terminal")
def test_it_asks_and_no_leaves_all(rumo: Rumo, stored: Stored) -> None:
    asked = rumo(f"{FORGET} --pseudonym Участник-ктбр --remove", stdin="нет\n")

    assert "Заменить имя на «Участник-ктбр» навсегда и удалить 1 запись? [д/Н]" in asked.err
    assert stored("iom")[1]["teacher"] == "Семёнова Анна Петровна"


def test_initials_of_several_people_are_refused_until_one_is_named(
    rumo: Rumo, given: Given, stored: Stored
) -> None:
    given("iom", YEAR | {"teacher": "Семёнова Алла Павловна"})

    refused = rumo(f"{FORGET} --yes")

    assert refused.code == 2
    assert refused.err.splitlines()[-1] == (
        "Ошибка: Под «Семёнова А.П.» подходят разные люди: Семёнова Алла Павловна, Семёнова Анна "
        "Петровна. Ничего не изменено. Назовите полное имя или записи: --record ВИД ID."
    )
    assert rumo(f"{FORGET} --record iom 2 --yes").code == 0
    assert stored("iom")[1]["teacher"] == "Семёнова Анна Петровна"
    assert stored("iom")[2]["teacher"] != "Семёнова Алла Павловна"


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (
            '--person "Семёнова"',
            2,
            "--person «Семёнова»: нужна фамилия с инициалами или с именем, "
            "например «Иванова А.П.».",
        ),
        ('--person "Петрова А.П."', 3, "Человека с таким именем в хранилище нет."),
        (
            '--person "Семёнова О.О." --also Никто',
            3,
            "Человека с таким именем в хранилище нет. Возможно, это о нём: iom 1.",
        ),
        ('--person "Семёнова А.П." --record iom 9', 3, "Нет записи: iom 9. Ничего не изменено."),
        (
            '--person "Семёнова А.П." --pseudonym "бывшая А.П. Семёнова"',
            2,
            "--pseudonym «бывшая А.П. Семёнова»: в нём не должно быть самого имени.",
        ),
        (
            '--person "Семёнова А.П." --pseudonym Участник-ктбр',
            2,
            "Заменить имя на «Участник-ктбр» навсегда? Ответить некому: добавьте --yes.",
        ),
    ],
)
def test_what_is_refused(rumo: Rumo, options: str, code: int, said: str) -> None:
    refused = rumo(f"store forget {options}")

    assert refused.code == code
    assert refused.err.splitlines()[-1] == f"Ошибка: {said}"


def test_a_broken_copy_is_named(rumo: Rumo, place: Path) -> None:
    (place / "store.json.bak").write_text("{", encoding="utf-8")
    (place / "backups").mkdir()
    broken = place / "backups" / "20241015T070000Z-000007.json"
    broken.write_text("{Семёнова", encoding="utf-8")

    told = rumo(f"-q {FORGET} --yes")

    assert told.code == 7
    assert told.err == (
        f"Ошибка: Имя убрано, но эти копии повреждены, и оно может быть в них: {broken}. "
        "Удалите их.\n"
    )


def test_files_of_others_in_the_folder_are_told(rumo: Rumo, place: Path) -> None:
    (place / "копия.xlsx").write_bytes(b"")

    assert rumo(f"{FORGET} --yes").err.splitlines()[-1] == (
        "Эти файлы в папке хранилища rumo не ведёт и не трогал: копия.xlsx."
    )
