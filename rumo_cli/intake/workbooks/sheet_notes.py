"""What to tell a person of how a sheet was read."""

from collections.abc import Iterator, Sequence

from rumo_cli.intake.addresses import column_letters, in_short, spans
from rumo_cli.intake.workbooks.sheet_facts import SheetFacts
from rumo_cli.records.kind import ID_HEADING

Table = Sequence[Sequence[str]]


def sheet_notes(facts: SheetFacts, table: Table) -> Iterator[str]:
    """Yield the notes: what was hidden and read nevertheless, and which formulas gave nothing."""
    if rows := _hidden_rows(facts, table):
        named = in_short([_span(str(first), str(last)) for first, last in spans(rows)])
        yield (
            f"скрытые строки {named} прочитаны" if rows[1:] else f"скрытая строка {named} прочитана"
        )
    if places := _hidden_places(facts, table):
        named = in_short(
            [_span(column_letters(first), column_letters(last)) for first, last in spans(places)]
        )
        yield (
            f"скрытые столбцы {named} прочитаны"
            if places[1:]
            else f"скрытый столбец {named} прочитан"
        )
    if facts.unfilled:
        yield _unfilled(in_short([str(cell) for cell in facts.unfilled]), len(facts.unfilled))


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _hidden_rows(facts: SheetFacts, table: Table) -> list[int]:
    """Return the hidden rows that hold anything: people hide the empty rest of a sheet too."""
    hidden = {
        row for first, last in facts.hidden_rows for row in range(first, min(last, len(table)) + 1)
    }
    return [row for row in sorted(hidden) if any(map(str.strip, table[row - 1]))]


def _hidden_places(facts: SheetFacts, table: Table) -> list[int]:
    """Return the hidden columns that hold anything; in rumo's own tables they are its own."""
    width = max(map(len, table), default=0)
    hidden = {
        place for first, last in facts.hidden_places for place in range(first, min(last + 1, width))
    }
    headings = {place: _first_text(table, place) for place in range(width)}
    if ID_HEADING in headings.values():
        return []
    return [place for place in sorted(hidden) if headings[place]]


def _first_text(table: Table, place: int) -> str:
    texts = (row[place].strip() for row in table if place < len(row))
    return next(filter(None, texts), "")


def _unfilled(named: str, count: int) -> str:
    if count == 1:
        missing = f"у формулы в ячейке {named} нет сохранённого значения"
    else:
        missing = f"у формул в ячейках {named} нет сохранённых значений"
    return f"{missing}: откройте книгу в Excel и сохраните"
