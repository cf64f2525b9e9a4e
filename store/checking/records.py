"""Whether each record is what its kind says, and names records that are there."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, NamedTuple
from unicodedata import normalize

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Refused
from rumo_cli.records import described_kinds
from rumo_cli.records.directory import OWN_PLAN, Directory
from rumo_cli.records.fields import AssociationCodes, Owner, RecordName
from rumo_cli.records.kind import Kind, compact
from rumo_cli.records.references import references
from rumo_cli.records.values import Record, check_value
from rumo_cli.text import fold
from store.checking.lines import Lines
from store.checking.problem import Problem, Severity
from store.checking.values import unfit
from store.contract import YEAR_KIND, Transaction
from store.documents import Document, Documents


class Around(NamedTuple):
    """What records are checked against: which ids there are of each kind, years, associations."""

    ids: Mapping[str, Collection[int]]
    years: Collection[str]
    directory: Directory
    titles: Collection[tuple[str, str, str]]
    """The records that others name by title: kind, year, folded title."""


class _Place(NamedTuple):
    """Where a record stands."""

    kind: Kind
    number: int
    line: int | None
    file: str

    def problem(self, message: str, *, warning: bool = False) -> Problem:
        severity: Severity = "warning" if warning else "error"
        place = f"{self.kind.key} {self.number}"
        return Problem(severity, place, message, self.line, self.file)


def check_records(
    documents: Documents, lines: Lines, around: Around, file: str = "store.json"
) -> Iterator[Problem]:
    """Yield what is wrong with the records of a file; its tables are sound."""
    kinds = described_kinds()
    for name, table in documents.items():
        if name.startswith("_"):
            continue
        if name not in kinds:
            yield Problem(
                "warning", name, "такого вида записей эта версия rumo не знает", file=file
            )
            continue
        for key, record in table.items():
            place = _Place(kinds[name], int(key), lines.get((name, key)), file)
            yield from _check(place, record, around)


def _check(place: _Place, record: Document, around: Around) -> Iterator[Problem]:
    for key, value in record.items():
        yield from _check_value(place, key, value)
    yield from _untidy(place, record)
    yield from _lacks(place, record, around)
    yield from _dangling(place, record, around)


def _check_value(place: _Place, key: str, value: Any) -> Iterator[Problem]:
    field = place.kind.by_key.get(key)
    if field is None:
        yield place.problem(f"поля {key} эта версия rumo не знает", warning=True)
    elif value is not None and (expected := unfit(value, field.type.schema())):
        yield place.problem(f"{field.label}: {_shown(value)}, ожидается {expected}")
    else:
        try:
            check_value(value)
        except Refused as error:
            yield place.problem(f"{field.label}: {error}")


def _shown(value: object) -> str:
    text = repr(value) if not isinstance(value, str) else f"«{value}»"
    return text if len(text) <= 60 else f"{text[:59]}…"


def _untidy(place: _Place, record: Document) -> Iterator[Problem]:
    """Yield what the store itself would have kept otherwise: empty values, text that is no NFC."""
    if compact(record) != record or any(not _is_composed(value) for value in record.values()):
        message = "пустые значения или текст не в NFC: rumo так не записывает"
        yield place.problem(message, warning=True)._replace(settle=_kept_anew(place))


def _is_composed(value: object) -> bool:
    texts = value if isinstance(value, list) else [value]
    return all(normalize("NFC", text) == text for text in texts if isinstance(text, str))


def _kept_anew(place: _Place) -> Callable[[Transaction], object]:
    def settle(transaction: Transaction) -> None:
        record = transaction.get(place.kind.key, place.number)
        if record is not None:
            transaction.replace(place.kind.key, place.number, compact(record))

    return settle


def _lacks(place: _Place, record: Document, around: Around) -> Iterator[Problem]:
    for field in place.kind.required:
        if record.get(field.key) in (None, "", []):
            yield place.problem(f"нет обязательного: {field.label}")
    if not place.kind.yearly or place.kind.key == YEAR_KIND:
        return
    year = record.get("academic_year")
    if not year:
        yield place.problem("нет учебного года")
    elif year not in around.years and _is_year(year):
        found = place.problem(f"учебный год {year} хранилищу неизвестен")
        yield found._replace(settle=lambda transaction: transaction.open_year(year))


def _is_year(value: object) -> bool:
    try:
        return str(AcademicYear.parse(str(value))) == value
    except ValueError:
        return False


def _dangling(place: _Place, record: Record, around: Around) -> Iterator[Problem]:
    for field, other, number in references(place.kind, record):
        if number not in around.ids.get(other, ()):
            yield place.problem(f"{field.label}: записи {other} {number} нет")
    for field in place.kind.fields:
        match field.type, record.get(field.key):
            case RecordName(kind=other), str(title):
                if (other, str(record.get("academic_year")), fold(title)) not in around.titles:
                    message = f"{field.label}: «{title}» нет среди записей {other}"
                    yield place.problem(message, warning=True)


def check_associations(documents: Documents, directory: Directory) -> Iterator[Problem]:
    """Yield each association that records name and the directory lacks, once."""
    if not directory:
        return
    named = Counter(_associations(documents))
    for name, times in sorted(named.items()):
        if not directory.knows(name):
            yield Problem("warning", "omo", f"ОМО «{name}» нет в справочнике; названо: {times}")


def _associations(documents: Documents) -> Iterator[str]:
    for name, kind in described_kinds().items():
        keys = [each.key for each in kind.fields if isinstance(each.type, AssociationCodes | Owner)]
        for record in documents.get(name, {}).values():
            for value in map(record.get, keys):
                texts = value if isinstance(value, list) else [value]
                yield from (text for text in texts if isinstance(text, str) and text != OWN_PLAN)
