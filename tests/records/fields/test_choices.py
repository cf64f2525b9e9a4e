"""Words that stand for a value of a fixed set, and marks that say more than their word."""

import pytest

from rumo_cli.records.fields import Choice, Choices, Kept, Option, Reading, ReadingContext, Status
from rumo_cli.records.values import Record
from tests.records.fields.contexts import FILE, OWN, TYPED, refusal_of, value_of

FORM = Choice(
    Option("webinar", "вебинар"),
    Option("round_table", "круглый стол", ("стол",)),
    Option("seminar", "семинар", leads=("практикум",)),
)
KIND = Choice(Option("webinar", "вебинар"), Option("other", "иное"), otherwise="other")
MARK = Status(
    Option("planned", "запланировано", ("план", "-")),
    Option("done", "выполнено", ("вып", "да", "+"), leads=("протокол",)),
    Option("partial", "выполнено частично", ("частично",)),
    Option("postponed", "перенесено", ("перенос",)),
    Option("cancelled", "отменено"),
    Option("not_done", "не выполнено", ("нет",)),
    kept=Kept(
        literal="done_note",
        days={"done": "done_date", "cancelled": "cancelled_date"},
        document="evidence",
        done="occurrences_done",
        planned="occurrences_planned",
        moved_to="moved_to",
    ),
)
BASIS = Choices(Option("young", "молодой педагог"), Option("request", "запрос", ("по запросу",)))
MARKS = (
    "ожидается одно из: запланировано, выполнено, выполнено частично, перенесено, отменено, "
    "не выполнено"
)
FORMS = "ожидается одно из: вебинар, круглый стол, семинар"


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("webinar", "webinar"),
        ("вебинар", "webinar"),
        (" ВЕБИНАР. ", "webinar"),
        ("вебинары", "webinar"),
        ("Круглый  стол", "round_table"),
        ("стол", "round_table"),
        ("round_table", "round_table"),
    ],
)
def test_a_value_is_named_by_its_key_its_label_or_another_word(word: str, key: str) -> None:
    assert value_of(FORM, word) == key
    assert value_of(FORM, word, TYPED) == key
    assert value_of(FORM, word, OWN) == key


@pytest.mark.parametrize("word", ["лекция", "вебинар по физике", ""])
def test_other_typed_words_are_refused_with_those_that_are_known(word: str) -> None:
    assert refusal_of(FORM, word, TYPED) == FORMS


def test_in_a_file_the_leading_words_decide_and_all_of_them_are_kept() -> None:
    assert FORM.read("form", "Круглый стол для\nметодистов", FILE) == Reading(
        {"form": "round_table", "notes": "Круглый стол для методистов"},
        ("понято как «круглый стол»; слова сохранены в примечаниях",),
    )
    assert FORM.read("form", "практикум по физике", FILE).values["form"] == "seminar"


def test_in_a_file_words_that_no_value_leads_are_refused_unless_one_is_for_them() -> None:
    assert refusal_of(FORM, "лекция") == FORMS
    assert KIND.read("kind", "Лекция", FILE) == Reading(
        {"kind": "other", "notes": "Лекция"},
        ("понято как «иное»; слова сохранены в примечаниях",),
    )


@pytest.mark.parametrize(
    ("mark", "key"),
    [
        ("вып.", "done"),
        ("Выполнена!", "done"),
        ("+", "done"),
        ("—", "planned"),
        ("ЧАСТИЧНО", "partial"),
        ("не выполнено", "not_done"),
        ("нет", "not_done"),
        ("отменён", "cancelled"),
    ],
)
def test_a_mark_that_is_a_word_is_a_status(mark: str, key: str) -> None:
    assert MARK.read("status", mark, FILE).values["status"] == key


@pytest.mark.parametrize(
    ("mark", "kept"),
    [
        ("выполнено", {}),
        ("Выполнено.", {}),
        ("вып.", {"done_note": "вып."}),
        ("+", {"done_note": "+"}),
    ],
)
def test_a_mark_in_other_words_than_rumos_own_is_kept(mark: str, kept: Record) -> None:
    assert MARK.read("status", mark, FILE) == Reading({"status": "done", **kept})


@pytest.mark.parametrize(
    ("mark", "values"),
    [
        ("выполнено в срок", {"status": "done"}),
        ("выполнено в полном объёме", {"status": "done"}),
        ("выполнено 15.10.2024", {"status": "done", "done_date": "2024-10-15"}),
        ("выполнено 15.10", {"status": "done", "done_date": "2024-10-15"}),
        ("выполнено 15 октября", {"status": "done", "done_date": "2024-10-15"}),
        ("15.10.2024 г.", {"status": "done", "done_date": "2024-10-15"}),
        ("выполнено 31.02.2025", {"status": "done"}),
        ("Протокол № 2", {"status": "done", "evidence": "Протокол № 2"}),
        (
            "выполнено (протокол № 2 от 5.11.24)",
            {
                "status": "done",
                "done_date": "2024-11-05",
                "evidence": "протокол № 2 от 5.11.24",
            },
        ),
        (
            "выполнено 01.10.2024; приказ № 7 от 30.09.2024",
            {
                "status": "done",
                "done_date": "2024-10-01",
                "evidence": "приказ № 7 от 30.09.2024",
            },
        ),
        (
            "https://example.ru/plan/1",
            {"status": "done", "evidence": "https://example.ru/plan/1"},
        ),
        (
            "частично (2 из 3)",
            {"status": "partial", "occurrences_done": 2, "occurrences_planned": 3},
        ),
        ("2 из 3", {"status": "partial", "occurrences_done": 2, "occurrences_planned": 3}),
        ("3/3", {"status": "done", "occurrences_done": 3, "occurrences_planned": 3}),
        (
            "выполнено 2 из 3",
            {"status": "partial", "occurrences_done": 2, "occurrences_planned": 3},
        ),
        ("выполнено на 80 %", {"status": "partial"}),
        ("0.5", {"status": "partial"}),
        (
            "выполнено (https://example.ru/3)",
            {"status": "done", "evidence": "https://example.ru/3"},
        ),
        ("100%", {"status": "done"}),
        ("перенесено на апрель", {"status": "postponed", "moved_to": "апрель"}),
        ("перенос на 15.04.2025 (карантин)", {"status": "postponed", "moved_to": "15.04.2025"}),
        ("отменено 01.02.2025 г.", {"status": "cancelled", "cancelled_date": "2025-02-01"}),
    ],
)
def test_a_mark_tells_its_day_its_document_its_count_and_its_new_time(
    mark: str, values: Record
) -> None:
    assert MARK.read("status", mark, FILE) == Reading(values | {"done_note": mark})


@pytest.mark.parametrize(
    ("mark", "values", "said"),
    [
        ("выполнено, 35 чел.", {"status": "done"}, "выполнено"),
        (
            "выполнено 05.12.2024, присутствовали 24 чел.",
            {"status": "done", "done_date": "2024-12-05"},
            "выполнено",
        ),
        ("отменено по болезни", {"status": "cancelled"}, "отменено"),
        ("нет необходимости", {"status": "not_done"}, "не выполнено"),
    ],
)
def test_a_mark_that_says_more_is_understood_by_its_beginning_kept_and_said(
    mark: str, values: Record, said: str
) -> None:
    assert MARK.read("status", mark, FILE) == Reading(
        values | {"done_note": mark}, (f"понято как «{said}»; отметка сохранена дословно",)
    )


@pytest.mark.parametrize("mark", ["на усмотрение методиста", "перенос с 17 октября"])
def test_a_mark_that_is_no_status_is_kept_and_said(mark: str) -> None:
    assert MARK.read("status", mark, FILE) == Reading(
        {"done_note": mark}, (f"отметка не понята и сохранена дословно; {MARKS}",)
    )


@pytest.mark.parametrize("context", [TYPED, OWN])
def test_a_typed_status_is_one_of_the_words(context: ReadingContext) -> None:
    assert refusal_of(MARK, "выполнено в срок", context) == MARKS


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("молодой педагог; запрос", ["young", "request"]),
        ("Запрос,\nпо запросу", ["request"]),
        ("request\nyoung", ["request", "young"]),
    ],
)
def test_several_values_are_read_each_once(text: str, keys: list[str]) -> None:
    assert value_of(BASIS, text) == keys


def test_of_several_values_too_the_words_are_kept() -> None:
    assert BASIS.read("basis", "запрос школы; молодой педагог", FILE) == Reading(
        {"basis": ["request", "young"], "notes": "запрос школы"},
        ("понято как «запрос»; слова сохранены в примечаниях",),
    )
    assert refusal_of(BASIS, "запрос; приказ") == "ожидается одно из: молодой педагог, запрос"


def test_a_value_is_shown_by_its_word() -> None:
    assert FORM.show("round_table") == "круглый стол"
    assert (FORM.show(None), FORM.show("прочее")) == ("", "прочее")
    assert BASIS.show(["young", "request"]) == "молодой педагог; запрос"
    assert BASIS.write(["young", "request"]) == "молодой педагог\nзапрос"
    assert (BASIS.show(None), BASIS.write(None)) == ("", "")


def test_values_are_sorted_as_the_set_has_them() -> None:
    assert sorted(["seminar", "?", "webinar", "round_table"], key=FORM.sort) == [
        "webinar",
        "round_table",
        "seminar",
        "?",
    ]


def test_a_filter_takes_every_word_for_a_value() -> None:
    assert FORM.matches("round_table", "Стол", TYPED)
    assert not FORM.matches("webinar", "стол", TYPED)
    assert not FORM.matches(None, "стол", TYPED)
    assert BASIS.matches(["young", "request"], "по запросу", TYPED)
    assert not BASIS.matches(None, "запрос", TYPED)
    with pytest.raises(ValueError, match=FORMS):
        FORM.matches("webinar", "лекция", TYPED)


def test_the_keys_are_what_the_shell_completes_and_the_schema_allows() -> None:
    assert FORM.hints() == ("webinar", "round_table", "seminar")
    assert FORM.schema() == {"enum": ["webinar", "round_table", "seminar"]}
    assert BASIS.hints() == ("young", "request")
    assert BASIS.schema() == {"type": "array", "items": {"enum": ["young", "request"]}}
