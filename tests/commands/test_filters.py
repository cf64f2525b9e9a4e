"""Which records `list` shows: filters of every type of field, emptiness, search."""

import pytest

from rumo_cli.records.values import Record
from tests.commands.conftest import Given, Result, Rumo

YEAR = "2024-2025"


def listed(rumo: Rumo, words: str) -> list[int]:
    """Return the ids that a list shows."""
    result = rumo(f"{words} -f json")
    assert result.code == 0, result.err
    return [each["id"] for each in result.json]


def records(*many: Record) -> list[Record]:
    return [{"academic_year": YEAR, **each} for each in many]


WEBINARS = records(
    {
        "title": "Ёлки в сочинении",
        "date": "2024-10-15",
        "start_time": "15:00",
        "form": "webinar",
        "omo": ["ОМО-02", "ОМО-04"],
        "audience": ["учителя русского языка"],
        "speakers": ["Белова А.С.", "Ильин П.О."],
        "status": "held",
        "participants": 0,
        "participants_qualifier": "exact",
        "url": "https://example.org/a",
    },
    {
        "title": "Вероятность",
        "date": "2024-10-22",
        "dates": ["2024-10-22", "2024-10-24"],
        "form": "consultation",
        "omo": ["ОМО-04"],
        "status": "held",
        "participants": 120,
        "participants_qualifier": "at_least",
        "letter_date": "2024-10-01",
    },
    {"title": "Тревожность", "form": "webinar", "status": "planned", "plan_item": 7},
)
PLANS = records(
    {
        "title": "Форум",
        "owner": "rumo",
        "number": "1.2",
        "status": "done",
        "deadline_text": "август",
        "deadline_kind": "month",
        "deadline_end": "2024-08-31",
        "done_dates": ["2024-08-28"],
    },
    {
        "title": "Семинар",
        "owner": "ОМО-04",
        "number": "1.10",
        "status": "planned",
        "deadline_text": "в течение года",
        "deadline_kind": "open",
        "deadline_end": "2025-08-31",
        "occurrences_planned": 4,
        "responsible": ["методисты", "Белова А.С."],
    },
)
ROUTES = records(
    {
        "teacher": "Белова Анна Сергеевна",
        "basis": ["young", "request"],
        "status": "active",
        "diagnostics_level": "low",
        "diagnostics_result_percent": 48.0,
    },
    {"teacher": "Ильин П.О.", "basis": ["low_results"], "status": "draft"},
)
PAIRS = records(
    {
        "programme": "Молодой педагог",
        "mentor": "Белова А.С.",
        "mentee": "Ильин П.О.",
        "consent": True,
    },
    {"programme": "ШНОР", "mentor": "Ильин П.О.", "mentee": "Орлова Т.Т.", "consent": False},
)
TASKS = records({"iom": 1, "title": "Курсы"}, {"iom": 2, "title": "Открытый урок"})
HEADS: list[Record] = [
    {"code": "ОМО-02", "title": "ОМО учителей русского языка", "members": 41, "since": "2020-2021"},
    {"code": "ОМО-04", "title": "ОМО учителей математики", "members": 7},
]


@pytest.fixture
def store_of_all(given: Given) -> None:
    given("omo", *HEADS)
    given("webinar", *WEBINARS)
    given("plan", *PLANS)
    given("iom", *ROUTES)
    given("task", *TASKS)
    given("pair", *PAIRS)


@pytest.mark.usefixtures("store_of_all")
@pytest.mark.parametrize(
    ("words", "ids"),
    [
        # a text: a part of it, in any case, ё as е
        ("webinar list --title ЕЛКИ", [1]),
        ("webinar list --title вероят", [2]),
        ("webinar list --url example.org", [1]),
        # several values of one option: any of them; several options: all of them
        ("webinar list --title елки --title тревож", [1, 3]),
        ("webinar list --title елки --status planned", []),
        # a word of a fixed set: its key or its Russian word
        ("webinar list --status held", [1, 2]),
        ("webinar list --status запланирован", [3]),
        ("webinar list --form консультация", [2]),
        # a list of words of a fixed set
        ("iom list --basis 'молодой педагог'", [1]),
        ("iom list --basis low_results", [2]),
        # an association: code in any case, Latin letters, the number, a part of the name
        ("webinar list --omo омо-02", [1]),
        ("webinar list --omo OMO-2", [1]),
        ("webinar list --omo 4", [1, 2]),
        ("webinar list --omo матем", [1, 2]),
        # an owner
        ("plan list --owner румо", [1]),
        ("plan list --owner матем", [2]),
        # a day: of an event, of a letter, one of several
        ("webinar list --date 15.10.2024", [1]),
        ("webinar list --dates 2024-10-24", [2]),
        ("webinar list --letter-date 2024-10-01", [2]),
        ("plan list --done-dates 28.08.2024", [1]),
        # an hour
        ("webinar list --time 15:00", [1]),
        # a number, exact or not
        ("webinar list --participants 120", [2]),
        ("webinar list --participants-qualifier at_least", [2]),
        ("plan list --occurrences-planned 4", [2]),
        ("omo list --members 41", [1]),
        # an academic year
        ("omo list --since 2020", [1]),
        # persons in any notation
        ("iom list --teacher 'А.С. Белова'", [1]),
        ("webinar list --speakers 'П. О. Ильин'", [1]),
        ("webinar list --speakers белова", [1]),
        # a list of texts
        ("plan list --responsible методист", [2]),
        # yes or no; nothing said is no
        ("mentor pair list --consent да", [1]),
        ("mentor pair list --consent нет", [2]),
        # another record, by its name or id
        ("mentor pair list --programme молод", [1]),
        ("iom task list --iom 2", [2]),
        ("webinar list --plan-item 7", [3]),
        # what was understood of a text is a field too
        ("plan list --deadline год", [2]),
        ("plan list --deadline-kind open", [2]),
        ("iom list --diagnostics-level низкий", [1]),
        ("webinar list --id 2 --id 3", [2, 3]),
    ],
)
def test_a_field_is_a_filter(rumo: Rumo, words: str, ids: list[int]) -> None:
    assert listed(rumo, words) == ids


@pytest.mark.usefixtures("store_of_all")
@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("webinar list --without date", [3]),
        ("webinar list --without omo", [3]),
        ("webinar list --without time", [2, 3]),
        ("webinar list --without start_time", [2, 3]),
        ("webinar list --without participants", [3]),  # nobody came to webinar 1, and that is said
        ("webinar list --without url --without letter-date", [3]),
        ("mentor pair list --without consent", [2]),
        ("plan list --without responsible", [1]),
        ("webinar list --without headcount", [3]),
        ("webinar list --without link", [2, 3]),
        ("webinar list --without letter", [1, 3]),
        ("webinar list --without materials --without news --without recording", [1, 2, 3]),
    ],
)
def test_without_shows_where_a_field_is_empty(rumo: Rumo, words: str, ids: list[int]) -> None:
    assert listed(rumo, words) == ids


@pytest.mark.usefixtures("store_of_all")
@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("ЁЛКИ", [1]),
        ("елки", [1]),
        ("Ильин", [1]),
        ("консультация", [2]),
        ("не менее 120", [2]),
        ("22.10.2024", [2]),
        ("ничего похожего", []),
    ],
)
def test_search_looks_into_every_field_as_people_read_it(
    rumo: Rumo, text: str, ids: list[int]
) -> None:
    assert listed(rumo, f"webinar list --search '{text}'") == ids


@pytest.mark.usefixtures("store_of_all")
@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            "webinar list --status когда-нибудь",
            1,
            "--status «когда-нибудь»: ожидается одно из: planned (запланирован), announced "
            "(анонсирован), held (проведён), postponed (перенесён), cancelled (отменён)",
        ),
        (
            "iom list --basis так",
            1,
            "--basis «так»: ожидается одно из: low_results (ШНОР), young (молодой педагог), "
            "diagnostics (по итогам диагностики), attestation (аттестация), request (запрос "
            "педагога)",
        ),
        (
            "webinar list --participants много",
            1,
            "--participants «много»: ожидается количество: число, «свыше 120» или «около 50»",
        ),
        ("webinar list --date 31.02", 1, "--date «31.02»: нет такого дня: 31.02"),
        (
            "mentor pair list --consent вроде",
            1,
            "--consent «вроде»: ожидается «да» или «нет»",
        ),
        (
            "webinar list --omo физик",
            3,
            "ОМО «физик» нет в справочнике. Посмотрите список: rumo omo list",
        ),
        (
            "webinar list --omo учителей",
            2,
            "«учителей» — это несколько ОМО (2); назовите код или уточните название:\n"
            "  ОМО-02 ОМО учителей русского языка\n"
            "  ОМО-04 ОМО учителей математики",
        ),
    ],
)
def test_a_filter_that_means_nothing_is_refused(
    rumo: Rumo, words: str, code: int, message: str
) -> None:
    assert rumo(words) == Result(code, "", f"Ошибка: {message}\n")


@pytest.mark.usefixtures("store_of_all")
def test_a_day_without_a_year_is_the_nearest_and_is_echoed(rumo: Rumo) -> None:
    assert rumo("webinar list --date 15.10 --columns id") == Result(
        0,
        "Вебинары, 2024-2025 учебный год\n\n  ID\n----\n   1\n",
        "--date «15.10» — это 15.10.2024 (вт)\n",
    )
