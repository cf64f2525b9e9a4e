"""`rumo report check TEXT`: what a text about a year says, held against the records."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

import click

from commands.app import App
from commands.describing import command_of
from commands.output import TableTarget, Target, chosen_target, deliver, emit, target_among
from commands.year_records import years_beside
from commands.years import check_year_exists
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.checks.remedies import MOST_NAMED
from rumo_cli.claims.checking import Checked, check_text
from rumo_cli.claims.contradictions import Contradiction
from rumo_cli.claims.mentions import most_named_year
from rumo_cli.claims.passages import Passage, Span
from rumo_cli.claims.sources import Source, read_text
from rumo_cli.claims.verdicts import FiguresOf, Held, YearFigures
from rumo_cli.claims.word import Note, WordText
from rumo_cli.errors import CheckFailed, Misused
from rumo_cli.figures.registry import figures_of
from rumo_cli.figures.year_records import RecordName
from rumo_cli.intake.sources import load
from rumo_cli.tables.formats import Format
from rumo_cli.tables.options import RenderOptions
from rumo_cli.tables.table import Column, Row, Table, readable
from rumo_cli.text import plural, quoted
from store.contract import Snapshot

if TYPE_CHECKING:
    from rumo_cli.records.values import Record

_VERDICTS = {
    "holds": "сходится",
    "differs": "расходится",
    "unknown": "не с чем сверить",
    "contradiction": "противоречие",
}
_INEXACT = {"at_least": "не менее ", "about": "около "}


class _About(NamedTuple):
    """The year that a text is about, and its file."""

    year: AcademicYear
    file: str


_Write = Callable[[App, Source, Checked, _About], None]


class _Marked(NamedTuple):
    """A Word document, and what was found in it."""

    word: WordText
    checked: Checked


def check_claims(app: App, name: str, format_name: str | None, output: str | None) -> None:
    """Write what of a text holds, or the text itself with comments; exit 7 where not all does."""
    write = _writer(format_name, output)
    shown, data = load(name, sys.stdin.buffer)
    source = read_text(shown, data)
    snapshot = app.read()
    year = _year(app, snapshot, source.passages)
    checked = check_text(source.passages, year, _figures(app, snapshot))
    write(app, source, checked, _About(year, shown))
    _conclude(app, checked)


def _writer(format_name: str | None, output: str | None) -> _Write:
    """Return what writes the findings down, once it is known that they can be written there."""
    if format_name == "docx" or (not format_name and (output or "").lower().endswith(".docx")):
        return partial(_write_marked, target_among(_MARKED, "docx", output))
    return partial(_write_table, chosen_target(format_name, output))


def _write_marked(
    target: Target[_Marked], app: App, source: Source, checked: Checked, about: _About
) -> None:
    if source.word is None:
        raise Misused(
            f"{about.file}: пометки ставятся в документе Word, а это текст. "
            "Уберите .docx из -o или назовите документ .docx."
        )
    deliver(app, target.format.render(_Marked(source.word, checked), RenderOptions()), target)


def _write_table(
    target: TableTarget, app: App, source: Source, checked: Checked, about: _About
) -> None:
    del source
    emit(app, _table(checked, about.year), target, _document(checked, about))


def _mark(marked: _Marked, _options: RenderOptions) -> bytes:
    return marked.word.commented(_notes(marked.checked))


_MARKED = {"docx": Format("docx", _mark, (".docx",), machine=True, document="Документ Word")}


def _year(app: App, snapshot: Snapshot, passages: Iterable[Passage]) -> AcademicYear:
    """Return the year of `--year`, else the one that the text names most often."""
    check_year_exists(app, snapshot)
    if app.year_named is not None:
        return app.single_year
    named = most_named_year(each.text for each in passages) or app.default_year
    if named != app.default_year:
        app.say(f"Учебный год взят из текста: {named}. Если он не тот, назовите его: --year ГОД.")
    return named


def _figures(app: App, snapshot: Snapshot) -> FiguresOf:
    @cache
    def found(year: AcademicYear) -> YearFigures | None:
        if str(year) not in snapshot.years():
            return None
        records, before = years_beside(app, snapshot, year)
        kinds = {kind for kind, each in records.records.items() if each}
        return YearFigures(figures_of(records, before), kinds)

    return found


def _conclude(app: App, checked: Checked) -> None:
    """Say what was found, and leave with the code of a failed check where something is wrong."""
    differing, contradicting = len(checked.differing), len(checked.contradictions)
    count = len(checked.claims)
    noun = plural(count, "утверждение", "утверждения", "утверждений")
    holding = sum(each.verdict == "holds" for each in checked.claims)
    unknown = count - holding - differing
    if count or contradicting:
        app.say(
            f"Проверено {count} {noun}: сходится {holding}, расходится {differing}, "
            f"не с чем сверить {unknown}. Противоречий в тексте: {contradicting}."
        )
    if differing or contradicting:
        raise click.exceptions.Exit(CheckFailed.exit_code)


def _table(checked: Checked, year: AcademicYear) -> Table:
    return Table(
        f"Текст против записей, {year} учебный год",
        (
            Column("place", "Где"),
            Column("text", "В тексте", wide=True),
            Column("recorded", "В записях", wide=True),
            Column("verdict", "Итог", show=lambda row: _VERDICTS[str(row["verdict"])]),
            Column("evidence", "По чему видно", wide=True),
        ),
        [row for _, row in sorted(_rows(checked), key=lambda each: each[0])],
        empty="В тексте не нашлось ни чисел, ни обещаний, которые можно сверить с записями.",
    )


def _rows(checked: Checked) -> Iterator[tuple[tuple[int, int], Row]]:
    for held in checked.claims:
        claim = held.claim
        row: Record = {
            "place": _place(claim.passage, claim.span),
            "text": claim.text,
            "recorded": _recorded(held),
            "verdict": held.verdict,
            "evidence": _grounds(held),
        }
        yield (claim.passage.number, claim.span.start), row
    for each in checked.contradictions:
        row = {
            "place": _place(each.passage, each.span),
            "text": _words(each),
            "recorded": each.message,
            "verdict": "contradiction",
            "evidence": "сам текст",
        }
        yield (each.passage.number, each.span.start), row


def _place(passage: Passage, span: Span) -> str:
    line = passage.line(span.start)
    return f"строка {line}" if line else f"абзац {passage.number}"


def _words(found: Contradiction) -> str:
    return " ".join(found.passage.text[found.span.start : found.span.end].split())


def _recorded(held: Held) -> str:
    """Return what the records say, with what it is: «Проведено вебинаров: 122»."""
    if held.verdict == "unknown":
        return ""
    of_year = "" if held.claim.measure == "value" else f" к {held.claim.year.previous}"
    return f"{held.label.removesuffix(', %')}{of_year}: {_number(held)}"


def _number(held: Held) -> str:
    value = held.recorded
    sign = "+" if held.claim.measure != "value" and value is not None and value > 0 else ""
    unit = " %" if held.claim.percent else ""
    inexact = _INEXACT.get(held.recorded_qualifier, "") if held.claim.measure == "value" else ""
    shown = readable(round(value, 1) if isinstance(value, float) else value)
    return f"{inexact}{sign}{shown}{unit}"


def _grounds(held: Held) -> str:
    if held.verdict == "unknown":
        return _what_is_missing(held)
    return listed(held.evidence)


def _what_is_missing(held: Held) -> str:
    claim = held.claim
    if held.missing == "year":
        return f"{claim.year} учебного года нет в хранилище"
    if held.missing == "figure":
        return "такого показателя rumo не считает"
    return f"записей нет; внести: {command_of(claim.kind)} add --year {claim.year}"


def listed(records: Sequence[RecordName]) -> str:
    """Return the first of records: «meeting 1, 2, 3», «webinar 4, 7 и ещё 110»."""
    by_kind: dict[str, list[str]] = {}
    for kind, number in records[:MOST_NAMED]:
        by_kind.setdefault(kind, []).append(str(number))
    shown = "; ".join(f"{kind} {', '.join(ids)}" for kind, ids in by_kind.items())
    more = len(records) - MOST_NAMED
    return f"{shown} и ещё {more}" if more > 0 else shown


def _document(checked: Checked, about: _About) -> Mapping[str, object]:
    return {
        "year": str(about.year),
        "file": about.file,
        "claims": list(map(_claim, checked.claims)),
        "contradictions": list(map(_contradiction, checked.contradictions)),
        "differs": len(checked.differing),
    }


def _claim(held: Held) -> dict[str, object]:
    claim = held.claim
    return {
        "text": claim.text,
        "sentence": claim.sentence_text,
        "place": _json_place(claim.passage, claim.span),
        "figure": held.figure,
        "measure": claim.measure,
        "said": claim.said,
        "qualifier": claim.qualifier,
        "year": str(claim.year),
        "recorded": held.recorded,
        "verdict": held.verdict,
        "difference": held.difference,
        "evidence": list(map(str, held.evidence)),
    }


def _contradiction(found: Contradiction) -> dict[str, object]:
    return {
        "key": found.key,
        "text": _words(found),
        "message": found.message,
        "place": _json_place(found.passage, found.span),
    }


def _json_place(passage: Passage, span: Span) -> dict[str, int | None]:
    return {"paragraph": passage.number, "line": passage.line(span.start)}


def _notes(checked: Checked) -> Iterator[Note]:
    """Yield the comments of a Word document: what differs, and what contradicts itself."""
    for held in checked.differing:
        records = f": {listed(held.evidence)}" if held.evidence else ""
        said = f"В записях {_number(held)}, не {_said(held)}{records}."
        yield Note(held.claim.passage.number, held.claim.span, said)
    for each in checked.contradictions:
        message = f"Текст противоречит себе: {each.message}."
        yield Note(each.passage.number, each.span, message)


def _said(held: Held) -> str:
    """Return what a text says: its number, or its words where they are no plain number."""
    claim = held.claim
    plain = claim.said is not None and claim.qualifier == "exact" and claim.measure == "value"
    if not plain:
        return quoted(claim.text)
    return f"{readable(claim.said)}{' %' if claim.percent else ''}"
