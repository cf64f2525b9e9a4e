"""Whether what the store says of itself is so: counters, revisions, years, closed years."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.closed_years import is_closed
from store.checking.lines import Lines
from store.checking.problem import Problem, as_rewritten
from store.contract import YEAR_KIND
from store.documents import JOURNAL, META, ONLY, Documents


def check_tables_of(documents: Documents, lines: Lines) -> Iterator[Problem]:
    """Yield the tables and records that are none; nothing else is checked where there are any."""
    for name, table in documents.items():
        if not isinstance(table, dict):
            yield Problem("error", name, "таблица испорчена: это не объект JSON")
            continue
        for key, record in table.items():
            line = lines.get((name, key))
            if not (key.isascii() and key.isdecimal() and key == str(int(key)) and int(key)):
                yield Problem("error", name, f"номер записи «{key}» — не номер", line)
            elif not isinstance(record, dict):
                yield Problem("error", f"{name} {key}", "запись испорчена: это не объект", line)


def check_counters(documents: Documents, ids: Mapping[str, Collection[int]]) -> Iterator[Problem]:
    """Yield the counters that would give an id, or a number in the journal, a second time."""
    meta = documents[META][ONLY]
    for kind, of_kind in sorted(ids.items()):
        highest = max(of_kind, default=0)
        counter = meta["counters"].get(kind, 0)
        if not isinstance(counter, int) or counter < highest:
            yield _low_counter(kind, counter, highest)
    newest = max(map(int, documents.get(JOURNAL, {})), default=0)
    if meta["revision"] < newest:
        message = f"ревизия {meta['revision']} меньше номера последней команды {newest}"
        yield Problem("error", META, message, 3, mend=_setting("revision", newest))


def _low_counter(kind: str, counter: object, highest: int) -> Problem:
    def mend(documents: Documents) -> None:
        documents[META][ONLY]["counters"][kind] = highest

    message = (
        f"счётчик номеров {kind} ({counter}) меньше номера {highest}: номер достался бы дважды"
    )
    return Problem("error", META, message, 3, mend=mend)


def _setting(key: str, value: Any) -> Any:
    def mend(documents: Documents) -> None:
        documents[META][ONLY][key] = value

    return mend


def check_revisions(documents: Documents, lines: Lines) -> Iterator[Problem]:
    """Yield the counts of changes that are none, or of records that never were."""
    counters = documents[META][ONLY]["counters"]
    for name, table in documents.items():
        kind = name.removeprefix("_").removesuffix("_revisions")
        if name != f"_{kind}_revisions":
            continue
        for key, counted in table.items():
            line = lines.get((name, key))
            match counted:
                case {"number": int(number), "at": str()} if number > 0:
                    pass
                case _:
                    yield Problem("error", f"{kind} {key}", "счёт изменений не читается", line)
            if int(key) > counters.get(kind, 0):
                message = "изменения сосчитаны у записи, которой не было"
                mend = _removing(name, key)
                yield Problem("error", f"{kind} {key}", message, line, mend=mend)


def _removing(name: str, key: str) -> Any:
    def mend(documents: Documents) -> None:
        del documents[name][key]

    return mend


def check_years(documents: Documents, lines: Lines) -> Iterator[Problem]:
    """Yield the years that are none, and those that are closed in one place and open in another."""
    named = documents[META][ONLY]["closed"]
    shut = set()
    for key, settings in documents.get(YEAR_KIND, {}).items():
        line = lines.get((YEAR_KIND, key))
        try:
            year = str(AcademicYear.parse(f"{key}-{int(key) + 1}"))
        except ValueError:
            yield Problem("error", f"{YEAR_KIND} {key}", "такого учебного года не бывает", line)
            continue
        if is_closed(settings):
            shut.add(year)
            if year not in named:
                message = "год закрыт, а записи ещё не в своём файле"
                yield Problem("error", f"{YEAR_KIND} {key}", message, line, mend=as_rewritten)
    for year in sorted(set(named) - shut):
        message = f"записи {year} лежат в файле закрытого года, а настройки говорят, что он открыт"
        yield Problem("error", META, message, 3)
    yield from _misplaced(documents, set(named), lines)


def _misplaced(documents: Documents, closed: set[str], lines: Lines) -> Iterator[Problem]:
    for name, table in documents.items():
        for key, record in table.items() if not name.startswith("_") else ():
            if record.get("academic_year") in closed:
                message = "запись закрытого года лежит среди открытых"
                yield Problem("error", f"{name} {key}", message, lines.get((name, key)))
