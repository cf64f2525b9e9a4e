"""Which records fulfil plan items, and which events no item foresees."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.figures.plan import plan_summary
from rumo_cli.figures.plan_facts import PlanFacts, kinds_needed
from rumo_cli.records.directory import Directory
from rumo_cli.records.plan import COUNTED
from rumo_cli.records.plan_fact import Fact
from rumo_cli.records.values import Record, Value
from tests.figures.plans import YEAR, item

JUNE = date(2025, 6, 15)


def numbered(*records: Record) -> list[Record]:
    """Return records of a year with ids from 1."""
    return [
        {"id": number, "academic_year": YEAR, **record}
        for number, record in enumerate(records, start=1)
    ]


def held(day: str | None = "2024-10-10", **values: Value) -> Record:
    return {"title": "Вебинар", "status": "held", "date": day, **values}


def fact_of(plan_item: Record, on: date = JUNE, /, **records: Sequence[Record]) -> Fact | None:
    """Return what records, with ids from 1, say of an item, which has the id 1."""
    (one,) = numbered(plan_item)
    those = {kind: numbered(*of_one_kind) for kind, of_one_kind in records.items()}
    return PlanFacts([one], those, on).of(one)


def evidence(plan_item: Record, on: date = JUNE, /, **records: Sequence[Record]) -> list[str]:
    fact = fact_of(plan_item, on, **records)
    assert fact is not None
    return list(fact.evidence)


def counting(kind: str = "webinar", deadline: str = "", /, **values: Value) -> Record:
    return item(deadline, counts=kind, **values)


def target(plan_item: Record, **records: Sequence[Record]) -> int:
    fact = fact_of(plan_item, **records)
    assert fact is not None
    return fact.target


class TestWhatCounts:
    """A record counts once what it is about has taken place."""

    @pytest.mark.parametrize("status", ["planned", "announced", "postponed", "cancelled"])
    def test_a_webinar_counts_when_it_is_held(self, status: str) -> None:
        webinars = [held(), held(status=status)]

        assert evidence(counting(), webinar=webinars) == ["webinar 1"]

    @pytest.mark.parametrize(
        ("kind", "record", "not_yet"),
        [
            ("meeting", {"status": "held"}, {"status": "planned"}),
            ("expertise", {"verdict": "recommended"}, {}),
            ("expertise", {"verdict": "rejected"}, {"verdict": "withdrawn"}),
            ("iom", {"status": "completed"}, {"status": "active"}),
            ("pair", {"status": "completed"}, {"status": "active"}),
            ("programme", {"status": "completed"}, {"status": "active"}),
        ],
    )
    def test_what_is_finished_counts(self, kind: str, record: Record, not_yet: Record) -> None:
        assert evidence(counting(kind), **{kind: [not_yet, record]}) == [f"{kind} 2"]

    @pytest.mark.parametrize("kind", ["publication", "contribution"])
    def test_what_has_no_status_counts_as_it_stands(self, kind: str) -> None:
        book: Record = {"title": "Сборник"}

        assert evidence(counting(kind), **{kind: [book]}) == [f"{kind} 1"]

    def test_every_kind_that_an_item_may_count_is_known(self) -> None:
        for kind in COUNTED.hints():
            assert evidence(counting(kind), **{kind: []}) == []

    def test_a_past_day_knows_only_what_had_been_held_by_then(self) -> None:
        webinars = [
            held("2024-10-10"),
            held("2024-11-12"),
            held("2024-10-10", done_date="2024-12-02"),
        ]

        def seen(on: str) -> list[str]:
            return evidence(counting(), date.fromisoformat(on), webinar=webinars)

        assert seen("2024-10-09") == []
        assert seen("2024-10-10") == ["webinar 1"]
        assert seen("2024-11-12") == ["webinar 1", "webinar 2"]
        assert seen("2024-12-02") == ["webinar 1", "webinar 2", "webinar 3"]

    def test_records_of_another_year_do_not_count(self) -> None:
        webinars = [held(academic_year="2023-2024"), held(academic_year="2023-2024", plan_item=1)]

        assert evidence(counting(links=["webinar 1"]), webinar=webinars) == []


class TestTheTheme:
    """The theme of an item is a part of the record's, in any case; the direction stands in."""

    @pytest.mark.parametrize(
        ("kind", "record"),
        [
            ("webinar", held(title="Подготовка к ГИА")),
            ("webinar", held(theme="ГИА-9")),
            ("webinar", held(direction="гиа")),
            ("meeting", {"agenda": ["Итоги года", "Итоги ГИА"], "status": "held"}),
            ("expertise", {"title": "Тренажёр ГИА", "verdict": "recommended"}),
            ("publication", {"title": "ГИА: советы"}),
            ("contribution", {"title": "Комиссия ГИА"}),
            ("iom", {"teacher_subject": "русский язык (ГИА)", "status": "completed"}),
            ("pair", {"programme": "Готовим к ГИА", "status": "completed"}),
            ("programme", {"title": "Готовим к ГИА", "status": "completed"}),
        ],
    )
    def test_it_narrows_what_counts(self, kind: str, record: Record) -> None:
        other = {
            **record,
            **{each: "ФГОС" for each, value in record.items() if "гиа" in str(value).lower()},
        }
        if kind == "meeting":
            other["agenda"] = ["ФГОС"]

        assert evidence(counting(kind, theme="гиа"), **{kind: [other, record]}) == [f"{kind} 2"]

    def test_the_direction_stands_in_where_records_have_one(self) -> None:
        webinars = [held(), held(direction="ГИА"), held(theme="Подготовка к ГИА")]

        assert evidence(counting(direction="гиа"), webinar=webinars) == ["webinar 2", "webinar 3"]
        meeting: Record = {"status": "held", "agenda": ["План"]}
        assert evidence(counting("meeting", direction="ГИА"), meeting=[meeting]) == ["meeting 1"]

    def test_words_of_the_form_or_type_are_a_theme_too(self) -> None:
        forms = [held(form="round_table"), held(form="webinar")]
        types: list[Record] = [{"type": "recommendations"}, {"type": "news"}]

        assert evidence(counting(theme="Круглый стол"), webinar=forms) == ["webinar 1"]
        assert evidence(counting("publication", theme="рекомендации"), publication=types) == [
            "publication 1"
        ]

    def test_the_direction_says_nothing_beside_a_theme(self) -> None:
        by_theme = counting(theme="ГИА", direction="Методическая поддержка")

        assert evidence(by_theme, webinar=[held(theme="ГИА")]) == ["webinar 1"]


class TestTheOwner:
    """An item of an association counts its records, one of the association (РУМО) all."""

    WEBINARS = (held(omo=["ОМО-04", "ОМО-17"]), held(omo=["ОМО-17"]), held())

    @pytest.mark.parametrize(
        ("owner", "found"),
        [
            ("rumo", ["webinar 1", "webinar 2", "webinar 3"]),
            (None, ["webinar 1", "webinar 2", "webinar 3"]),
            ("ОМО-04", ["webinar 1"]),
            ("ОМО-17", ["webinar 1", "webinar 2"]),
            ("ОМО-99", []),
        ],
    )
    def test_it_narrows_what_counts(self, owner: str | None, found: list[str]) -> None:
        assert evidence(counting(owner=owner), webinar=self.WEBINARS) == found

    def test_meetings_name_one_owner(self) -> None:
        meetings: list[Record] = [
            {"owner": "rumo", "status": "held"},
            {"owner": "ОМО-04", "status": "held"},
            {"status": "held"},
        ]

        assert evidence(counting("meeting", owner="ОМО-04"), meeting=meetings) == ["meeting 2"]
        assert evidence(counting("meeting"), meeting=meetings) == ["meeting 1", "meeting 3"]

    def test_a_pair_is_its_programmes(self) -> None:
        pairs: list[Record] = [
            {"programme": "ШАГ ВПЕРЁД", "status": "completed"},
            {"programme": "Другая", "status": "completed"},
        ]
        programmes: list[Record] = [{"title": "Шаг вперёд", "owner": "ОМО-04"}]

        found = evidence(counting("pair", owner="ОМО-04"), pair=pairs, programme=programmes)
        assert found == ["pair 1"]


class TestTheDeadline:
    """Where a deadline is a period, what counts is of its days."""

    @pytest.mark.parametrize(
        ("deadline", "found"),
        [
            ("октябрь", ["webinar 2", "webinar 3"]),
            ("с 10 октября по 5 ноября", ["webinar 2", "webinar 3", "webinar 4"]),
            ("10 октября", ["webinar 2"]),
            ("до 1 ноября", ["webinar 1", "webinar 2", "webinar 3", "webinar 4", "webinar 5"]),
            ("в течение года", ["webinar 1", "webinar 2", "webinar 3", "webinar 4", "webinar 5"]),
            ("", ["webinar 1", "webinar 2", "webinar 3", "webinar 4", "webinar 5"]),
        ],
    )
    def test_it_narrows_what_counts(self, deadline: str, found: list[str]) -> None:
        days = ["2024-08-28", "2024-10-10", "2024-10-31", "2024-11-01", None]
        webinars = [held(day) for day in days]

        assert evidence(counting("webinar", deadline), webinar=webinars) == found

    @pytest.mark.parametrize(
        ("kind", "record"),
        [
            (
                "expertise",
                {"verdict": "rework", "verdict_date": "2024-10-10", "submitted": "2024-09-01"},
            ),
            ("expertise", {"verdict": "rework", "submitted": "2024-10-10"}),
            (
                "iom",
                {"status": "completed", "done_date": "2024-10-10", "deadline_end": "2025-05-01"},
            ),
            ("pair", {"status": "completed", "deadline_end": "2024-10-10"}),
            ("programme", {"status": "completed", "end": "2024-10-10"}),
            ("contribution", {"date": "2024-10-10"}),
        ],
    )
    def test_the_day_of_what_is_no_event(self, kind: str, record: Record) -> None:
        assert evidence(counting(kind, "октябрь"), **{kind: [record]}) == [f"{kind} 1"]
        assert evidence(counting(kind, "ноябрь"), **{kind: [record]}) == []


class TestLinks:
    """Records that an item names count whatever they are about; so do those that name it."""

    def test_links_and_records_that_name_the_item_are_one(self) -> None:
        linking = item("ноябрь", owner="ОМО-04", links=["meeting 1", "webinar 2", "webinar 1"])
        webinars = [held(plan_item=1), held(status="planned"), held(plan_item=1), held(plan_item=2)]

        found = evidence(linking, webinar=webinars, meeting=[{"status": "held"}])
        assert found == ["meeting 1", "webinar 1", "webinar 3"]

    def test_a_record_that_is_linked_and_counted_counts_once(self) -> None:
        both = counting(links=["webinar 2"], theme="ГИА")
        webinars = [held(theme="ГИА"), held(theme="ГИА"), held(theme="ФГОС")]

        assert evidence(both, webinar=webinars) == ["webinar 2", "webinar 1"]

    def test_an_item_that_names_and_counts_nothing_has_no_fact(self) -> None:
        assert fact_of(item(target=10, theme="ГИА"), webinar=[held(theme="ГИА")]) is None

    def test_the_kinds_whose_records_are_needed(self) -> None:
        items = [counting("pair"), item(links=["iom 3", "публикация"]), item()]

        assert kinds_needed(items) == {"webinar", "meeting", "pair", "programme", "iom"}
        assert kinds_needed([]) == {"webinar", "meeting"}


@pytest.mark.parametrize(
    ("plan_item", "wanted"),
    [
        (counting(target=10), 10),
        (counting("webinar", "1 раз в четверть"), 4),
        (counting("webinar", "1 раз в четверть", target=6), 6),
        (item(links=["webinar 1", "webinar 7"]), 3),
        (counting(), 1),
        (counting(target=0), 1),
    ],
)
def test_an_item_takes_as_many_as_it_says_or_recurs_or_names(
    plan_item: Record, wanted: int
) -> None:
    webinars = [held(plan_item=1)] if plan_item.get("links") else [held()]

    assert target(plan_item, webinar=[held(), *webinars]) == wanted


class TestBeyondThePlan:
    """Held events that no item names or counts."""

    def test_what_no_item_foresees(self) -> None:
        items = numbered(counting(theme="ГИА"), item(links=["meeting 2"]))
        records = {
            "webinar": numbered(
                held(theme="ГИА"), held(), held(plan_item=2), held(status="planned")
            ),
            "meeting": numbered({"status": "held"}, {"status": "held"}, {}),
        }
        facts = PlanFacts(items, records, JUNE)

        assert facts.beyond("webinar") == ["webinar 2"]
        assert facts.beyond("meeting") == ["meeting 1"]

    def test_without_items_it_is_all(self) -> None:
        assert PlanFacts([], {"webinar": numbered(held(), held())}, JUNE).beyond("webinar") == [
            "webinar 1",
            "webinar 2",
        ]


def total_of(items: Sequence[Record], webinars: Sequence[Record], on: date = JUNE) -> Record:
    facts = PlanFacts(items, {"webinar": webinars}, on)
    return plan_summary(YEAR, items, "owner", on, Directory(), facts).total


def test_a_summary_adds_up_what_is_planned_and_what_is_there() -> None:
    items = numbered(
        counting(theme="ГИА", target=4),
        counting(theme="ФГОС", target=2),
        counting(theme="ГИА", target=9, status="cancelled", cancelled_date="2024-10-01"),
        item(),
    )
    total = total_of(items, numbered(*[held(theme="ГИА")] * 3, *[held(theme="ФГОС")] * 2))

    assert {key: total[key] for key in ("target", "fact", "fact_percent", "by_hand")} == {
        "target": 6,
        "fact": 5,
        "fact_percent": 83.3,
        "by_hand": 0,
    }
    assert (total["counted"], total["done"], total["in_progress"], total["planned"]) == (3, 1, 1, 1)


def test_marks_that_say_other_than_the_records_are_counted() -> None:
    done: Record = {"status": "done", "done_date": "2024-12-01"}
    items = numbered(counting(target=2, **done), counting(target=1, **done), item(**done))

    assert total_of(items, numbered(held()))["by_hand"] == 1
    assert total_of(items, numbered(held()))["done"] == 3


def evidence_of(
    items: Sequence[Record], webinars: Sequence[Record], on: date = JUNE
) -> list[list[str]]:
    """Return the records that fulfil each of some items."""
    facts = PlanFacts(items, {"webinar": webinars}, on)
    return [list(fact.evidence) if fact else [] for _, fact in facts.beside(items)]


THEMES = ("ГИА", "ФГОС", "ГИА и ФГОС")
OWNERS = ("rumo", "ОМО-04", "ОМО-17")
WEBINARS = st.lists(
    st.builds(
        held,
        st.sampled_from(["2024-09-10", "2024-10-10", "2024-10-31"]) | st.none(),
        theme=st.sampled_from(THEMES),
        omo=st.lists(st.sampled_from(OWNERS[1:]), unique=True),
        status=st.sampled_from(["held", "planned", "cancelled"]),
        plan_item=st.none() | st.integers(1, 4),
    ),
    max_size=6,
)
ITEMS = st.lists(
    st.builds(
        item,
        st.sampled_from(["октябрь", "в течение года", "до 1 октября", ""]),
        counts=st.none() | st.just("webinar"),
        theme=st.none() | st.sampled_from(THEMES[:2]),
        owner=st.sampled_from(OWNERS),
        target=st.none() | st.integers(1, 4),
        links=st.lists(st.integers(1, 7).map("webinar {}".format), max_size=3),
    ),
    max_size=4,
)


@settings(deadline=None)
@given(ITEMS, WEBINARS, st.dates(date(2024, 9, 1), date(2024, 12, 1)))
def test_the_fact_of_a_summary_is_the_sum_of_its_evidence(
    made: list[Record], webinars: list[Record], on: date
) -> None:
    items, events = numbered(*made), numbered(*webinars)
    found = evidence_of(items, events, on)

    assert total_of(items, events, on)["fact"] == sum(map(len, found))
    assert all(len(set(each)) == len(each) for each in found)


@settings(deadline=None)
@given(ITEMS, WEBINARS)
def test_an_event_that_is_held_is_evidence_or_beyond_the_plan(
    made: list[Record], webinars: list[Record]
) -> None:
    items, events = numbered(*made), numbered(*webinars)
    foreseen = {link for each in evidence_of(items, events) for link in each}
    beyond = PlanFacts(items, {"webinar": events}, JUNE).beyond("webinar")

    assert foreseen.isdisjoint(beyond)
    assert foreseen.union(beyond) == {
        f"webinar {each['id']}" for each in events if each["status"] == "held"
    }


@settings(deadline=None)
@given(ITEMS, WEBINARS, st.integers(1, 6))
def test_a_record_that_goes_takes_itself_out_of_the_facts_that_it_bears(
    made: list[Record], webinars: list[Record], gone: int
) -> None:
    items, events = numbered(*made), numbered(*webinars)
    left = [each for each in events if each["id"] != gone]

    assert evidence_of(items, left) == [
        [link for link in found if link != f"webinar {gone}"]
        for found in evidence_of(items, events)
    ]
