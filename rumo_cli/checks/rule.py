"""What a rule of the check is: what it looks for, how grave that is, which records it reads."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rumo_cli.checks.remedies import Remedy
from rumo_cli.figures.year_records import RecordName, YearRecords
from rumo_cli.records.values import Value

Severity = Literal["error", "warning"]
"""An error cannot be true; at a warning a person has to look."""
SEVERITIES: Mapping[str, str] = {"error": "ошибка", "warning": "вопрос"}
"""What people read."""


class Problem(NamedTuple):
    """A disagreement: what is said of it, between which records, and what clears it."""

    message: str
    records: tuple[RecordName, ...]
    remedy: Remedy
    declared: Value = None
    recorded: Value = None


Find = Callable[[YearRecords], Iterable[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule under its key; `kinds` are those whose records can change what it finds."""

    key: str
    label: str
    severity: Severity
    kinds: frozenset[str]
    find: Find


def rule(label: str, severity: Severity, *kinds: str) -> Callable[[Find], Rule]:
    """Make a rule of a function; its key is the function's name."""

    def decorate(find: Find) -> Rule:
        return Rule(find.__name__, label, severity, frozenset(kinds), find)

    return decorate
