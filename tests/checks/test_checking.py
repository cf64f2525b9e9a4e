"""All rules together: their order, their bound, and what each of them depends on."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from rumo_cli.checks.checking import RULES, check
from rumo_cli.checks.remedies import MOST_NAMED
from rumo_cli.figures.year_records import YearRecords
from rumo_cli.records import MODULES, kind_of
from rumo_cli.records.values import Record
from tests.checks.years import WEBINAR, year
from tests.records.strategies import ASSOCIATIONS, records

SETTINGS: Mapping[str, int] = {key: 3 for key in RULES if key.endswith("_declared")}
KINDS = sorted({kind for rule in RULES.values() for kind in rule.kinds})
_OF_THE_YEAR: dict[str, st.SearchStrategy[list[Record]]] = {
    kind: st.lists(records(kind_of(kind)), max_size=3) for kind in KINDS if kind != "omo"
}


def test_every_kind_of_record_is_read_by_some_rule() -> None:
    assert {*KINDS} == {*MODULES} - {"year"}


def test_errors_stand_before_warnings_in_the_order_of_the_rules() -> None:
    found = check(
        year(
            webinar=[
                WEBINAR | {"participants": None},
                WEBINAR | {"title": "Анализ", "date": "2030-01-15"},
            ],
            expertise=[{"title": "А", "authors": ["Белова А.С."], "in_bank": True}],
        )
    )

    assert [(each.rule.severity, each.rule.key) for each in found] == [
        ("error", "date_outside_year"),
        ("error", "held_in_the_future"),
        ("error", "in_bank_unrecommended"),
        ("warning", "held_without_headcount"),
    ]


def outside(number: int) -> YearRecords:
    return year(webinar=[WEBINAR | {"title": str(each), "date": "2030-01-15"}
                         for each in range(number)])  # fmt: skip


def test_as_many_problems_of_one_rule_are_told_one_by_one() -> None:
    assert len(check(outside(MOST_NAMED), ["date_outside_year"])) == MOST_NAMED


def test_more_problems_of_one_rule_are_told_as_one() -> None:
    (found,) = check(outside(MOST_NAMED + 1), ["date_outside_year"])

    assert found.problem.message == "дата вне учебного года: 11"
    assert len(found.problem.records) == MOST_NAMED + 1
    assert found.problem.remedy == ("webinar", ("show", *map(str, range(1, MOST_NAMED + 1))))


@given(st.data())
def test_another_record_changes_only_what_the_rules_of_its_kind_find(data: st.DataObject) -> None:
    before = {kind: data.draw(strategy, kind) for kind, strategy in _OF_THE_YEAR.items()}
    before["omo"] = list(ASSOCIATIONS)
    kind = data.draw(st.sampled_from(KINDS))
    more = data.draw(records(kind_of(kind)))

    without = found_by_rule(year(SETTINGS, **before))
    with_it = found_by_rule(year(SETTINGS, **before | {kind: [*before[kind], more]}))

    changed = {key for key in RULES if without[key] != with_it[key]}
    assert changed <= {key for key, rule in RULES.items() if kind in rule.kinds}


def found_by_rule(of: YearRecords) -> dict[str, list[object]]:
    return {key: list(rule.find(of)) for key, rule in RULES.items()}
