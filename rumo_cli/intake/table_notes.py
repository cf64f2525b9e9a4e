"""What to say of a table at large: what of it is passed over, or taken by resemblance."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator

from rumo_cli.intake.heading_words import ROW_NUMBERS, fold_heading
from rumo_cli.intake.headings import nearest
from rumo_cli.intake.layout import Layout, RowKind
from rumo_cli.records.kind import Kind

MOST_NAMED = 20
"""How many columns a note names before it only counts the rest."""


def table_notes(
    kind: Kind, layout: Layout, used: Collection[str], told: Callable[[str], bool]
) -> list[str]:
    """Return a note for each thing to know of a table of records of a kind.

    `used` are headings of no field that told something of dates; `told` says of a section whether
    the records keep what it says.
    """
    unknown = _unknown(kind, layout, used)
    return [*_guessed(layout), *unknown, *_nameless(layout), *_untold(layout, told)]


def _guessed(layout: Layout) -> Iterator[str]:
    columns = layout.columns
    for place in columns.guessed:
        label = columns.fields[place].label
        yield f"столбец «{columns.headings[place]}» принят за «{label}»"


def _unknown(kind: Kind, layout: Layout, used: Collection[str]) -> Iterator[str]:
    unknown = [
        heading
        for heading in layout.columns.unknown
        if fold_heading(heading) not in ROW_NUMBERS and heading not in used
    ]
    named = [f"«{heading}»{resembling(kind, heading)}" for heading in unknown[:MOST_NAMED]]
    more = f" и ещё {len(unknown) - MOST_NAMED}" if len(unknown) > MOST_NAMED else ""
    if unknown:
        yield f"столбцы не взяты: {', '.join(named)}{more}"


def resembling(kind: Kind, heading: str) -> str:
    """Return in brackets the fields whose names look most like an unknown heading."""
    close = ", ".join(f"«{label}»" for label in nearest(kind, heading))
    return f" (похоже на {close})" if close else ""


def _nameless(layout: Layout) -> Iterator[str]:
    """Say how much stands in columns without a heading; row numbers do not count."""
    headings = layout.columns.headings
    rows = [laid.source.cells for laid in layout.rows if laid.kind is RowKind.DATA]
    filled = Counter(
        place
        for row in rows
        for place, cell in enumerate(row)
        if (bare := cell.strip())
        and not bare.rstrip(".").isdigit()
        and not (place < len(headings) and headings[place])
    )
    for place in sorted(filled)[:MOST_NAMED]:
        yield f"у столбца {place + 1} нет заголовка; не взято ячеек: {filled[place]}"
    if len(filled) > MOST_NAMED:
        yield f"столбцов без заголовка ещё {len(filled) - MOST_NAMED}; из них ничего не взято"


def _untold(layout: Layout, told: Callable[[str], bool]) -> Iterator[str]:
    sections = {
        laid.section: laid.source.row
        for laid in layout.rows
        if laid.kind is RowKind.SECTION and laid.section and not told(laid.section)
    }
    if sections:
        named = ", ".join(f"«{section}» (строка {row})" for section, row in sections.items())
        yield f"подзаголовки не взяты: {named}"
