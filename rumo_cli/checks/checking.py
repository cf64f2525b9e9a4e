"""All rules of the check, and what they find in a year."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from rumo_cli.checks import (
    associations,
    days,
    days_off,
    declared,
    numbers,
    people,
    plans,
    repetitions,
    texts,
    webinars,
)
from rumo_cli.checks.remedies import MOST_NAMED, Remedy
from rumo_cli.checks.rule import Problem, Rule
from rumo_cli.figures.year_records import RecordName, YearRecords

MODULES = (
    declared,
    numbers,
    days,
    days_off,
    texts,
    webinars,
    associations,
    plans,
    people,
    repetitions,
)
RULES: Mapping[str, Rule] = {rule.key: rule for module in MODULES for rule in module.RULES}


class Finding(NamedTuple):
    """A problem, and the rule that found it."""

    rule: Rule
    problem: Problem


def check(year: YearRecords, keys: Collection[str] = ()) -> list[Finding]:
    """Return what all rules, or those of the keys, find in a year, errors before warnings."""
    rules = [rule for key, rule in RULES.items() if not keys or key in keys]
    found = [Finding(rule, problem) for rule in rules for problem in _found(rule, year)]
    return sorted(found, key=lambda each: each.rule.severity != "error")


def _found(rule: Rule, year: YearRecords) -> Iterator[Problem]:
    """Return the problems of a rule; more than can be named one by one are told as one."""
    problems = list(rule.find(year))
    if len(problems) > MOST_NAMED:
        yield _together(rule, problems)
    else:
        yield from problems


def _together(rule: Rule, problems: Sequence[Problem]) -> Problem:
    """Return many problems as one; what clears it is to look at the first records."""
    label = f"{rule.label[:1].lower()}{rule.label[1:]}"
    records = tuple(dict.fromkeys(each for problem in problems for each in problem.records))
    return Problem(f"{label}: {len(problems)}", records, _look_at(records))


def _look_at(records: Sequence[RecordName]) -> Remedy:
    kind = records[0].kind
    ids = [str(each.id) for each in records if each.kind == kind]
    return Remedy(kind, ("show", *ids[:MOST_NAMED]))
