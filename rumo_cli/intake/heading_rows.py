"""Where the heading of a foreign table stands, in one row or in two levels."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rumo_cli.errors import Refused
from rumo_cli.intake.grid import Grid, GridRow
from rumo_cli.intake.heading_names import heading_names
from rumo_cli.intake.headings import DEADLINE, Columns, is_period, match_headings, nearest
from rumo_cli.records.fields import Field
from rumo_cli.records.kind import Kind
from rumo_cli.text import fold

HEADING_WITHIN = 40
"""Rows at the top among which the heading is looked for: titles and approval blocks end sooner."""

_WHOLE = frozenset({"всего", "итого", "общее", "общее количество", "кол-во", "количество"})
"""What stands below the name of a count where its parts stand beside it."""

_ROWS_BELOW = 30
"""Rows whose cells help to tell which of two fields a heading means."""


class Heading(NamedTuple):
    """The rows of the heading, as places in the grid, and what its columns hold."""

    first: int
    last: int
    columns: Columns


def find_heading(
    grid: Grid,
    kind: Kind,
    *,
    header_row: int | None = None,
    aliases: Mapping[str, str] | None = None,
    given: frozenset[str] = frozenset(),
) -> Heading:
    """Return the heading that names the most fields of the kind, the upper one of equals.

    `header_row` is its row as Excel counts rows; `given` are the keys that every row gets from
    elsewhere. Raise `Refused` where no heading fits the kind.
    """
    found = likeliest_heading(grid, kind, header_row=header_row, aliases=aliases)
    if grid.keyed and len(grid.rows) == 1:
        return found or Heading(0, 0, match_headings(kind, (), aliases))
    if found is None:
        raise Refused(_no_key_known(kind, grid) if grid.keyed else _none_found(kind))
    _demand(kind, found.columns, given, grid.rows[found.last])
    return found


def likeliest_heading(
    grid: Grid,
    kind: Kind,
    *,
    header_row: int | None = None,
    aliases: Mapping[str, str] | None = None,
) -> Heading | None:
    """Return the heading as `find_heading` does, what it lacks not demanded; None where none is."""
    if grid.keyed:
        columns = match_headings(kind, grid.rows[0].cells, aliases, keyed=True)
        return Heading(0, 0, columns) if columns.fields else None
    places = _places(grid, header_row)
    width = max((len(grid.rows[place].cells) for place in places), default=0)
    best = _best(_candidates(grid.rows, places, kind, aliases), width) or _best(
        _candidates(grid.rows, places, kind, aliases, tolerant=True), width
    )
    return _look_closer(grid.rows, best, kind, aliases) if best else None


def missing_fields(
    kind: Kind, columns: Columns, given: Container[str] = frozenset()
) -> list[Field]:
    """Return the fields that a record cannot be without and that no column holds."""
    present = {field.key for field in columns.fields.values()}
    return [each for each in kind.required if each.key not in present and each.key not in given]


def _best(candidates: Iterable[Heading], width: int) -> Heading | None:
    """Return the first of those that know the most; none knows more than there are columns."""
    best = None
    for each in candidates:
        if best is None or each.columns.known > best.columns.known:
            best = each
        if best.columns.known >= width:
            break
    return best if best and best.columns.fields else None


def _candidates(
    rows: Sequence[GridRow],
    places: Iterable[int],
    kind: Kind,
    aliases: Mapping[str, str] | None,
    *,
    tolerant: bool = False,
) -> Iterator[Heading]:
    """Return what each row would be as a heading, and each two rows as one in two levels."""
    for place in places:
        cells = rows[place].cells
        alone = match_headings(kind, cells, aliases, tolerant=tolerant)
        below = rows[place + 1].cells if place + 1 < len(rows) else ()
        both = _join_levels(kind, cells, below) if alone.fields else None
        joined = match_headings(kind, both, aliases) if both else None
        fewest = alone.known - _is_spanned(cells, below)
        if joined and joined.known > max(fewest, match_headings(kind, below, aliases).known):
            yield Heading(place, place + 1, joined)
        else:
            yield Heading(place, place, alone)


def _places(grid: Grid, header_row: int | None) -> Sequence[int]:
    if header_row is None:
        return range(min(HEADING_WITHIN, len(grid.rows)))
    place = next((i for i, row in enumerate(grid.rows) if row.row == header_row), None)
    if place is None:
        raise Refused(f"строки {header_row} в таблице нет: проверьте --header-row")
    return [place]


def _join_levels(kind: Kind, upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    """Return the headings of two levels as one row; None where the lower row is no heading.

    «Наставник» over «Ф.И.О.» is the name of the mentor; a cell above that was merged spans the
    empty ones at its right. Below nothing but such cells any words are headings.
    """
    joined, above = [], ""
    spanned = _is_spanned(upper, lower)
    width = max(len(upper), len(lower))
    for place in range(width if any(map(str.strip, lower)) else 0):
        own = upper[place].strip() if place < len(upper) else ""
        under = lower[place].strip() if place < len(lower) else ""
        above = own or above
        name = _name(kind, above, under) if under else own
        if name is None and spanned:
            name = f"{above}: {under}"
        if name is None:
            return None
        joined.append(name)
    return joined or None


def _is_spanned(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Tell whether all that stands in the lower row stands below cells that span several."""
    filled = [place for place, cell in enumerate(lower) if cell.strip()]
    above = [*map(str.strip, upper), *[""] * len(lower)]
    spans = (not above[place] or (place + 1 in filled and not above[place + 1]) for place in filled)
    words = (lower[place].strip()[0].isalpha() for place in filled)
    return len(filled) > 1 and all(spans) and all(words)


def _name(kind: Kind, upper: str, lower: str) -> str | None:
    names = heading_names(kind.key)
    whole = (upper,) if fold(lower) in _WHOLE else ()
    texts = (lower, f"{lower} {upper}", f"{upper} {lower}", *whole)
    found = next((text for text in texts if names.find(text)), None)
    return found or (lower if DEADLINE in kind.by_key and is_period(lower) else None)


def _look_closer(
    rows: Sequence[GridRow], heading: Heading, kind: Kind, aliases: Mapping[str, str] | None
) -> Heading:
    """Match the headings once more, now with the cells below and with slips of the pen."""
    below = [row.cells for row in rows[heading.last + 1 :][:_ROWS_BELOW]]
    cells: Sequence[str] = rows[heading.first].cells
    if heading.last > heading.first:
        cells = _join_levels(kind, cells, rows[heading.last].cells) or cells
    columns = match_headings(kind, cells, aliases, below=below, tolerant=True)
    return heading._replace(columns=columns)


def _demand(kind: Kind, columns: Columns, given: frozenset[str], row: GridRow) -> None:
    missing = missing_fields(kind, columns, given)
    if not missing:
        return
    named = ", ".join(f"«{field.label}»" for field in missing)
    lines = [f"строка {row.row}: в шапке нет столбца {named}."]
    lines += [_unknown(kind, heading) for heading in columns.unknown]
    lines.append(
        "  Назовите столбец так, укажите соответствие (--map ФАЙЛ.toml) или значение для всех "
        f"строк (--set {missing[0].key}=…)."
    )
    raise Refused("\n".join(lines))


def _unknown(kind: Kind, heading: str) -> str:
    close = nearest(kind, heading)
    hint = f"; похоже на {', '.join(f'«{label}»' for label in close)}" if close else ""
    return f"  Незнакомый заголовок: «{heading}»{hint}."


def _no_key_known(kind: Kind, grid: Grid) -> str:
    found = ", ".join(f"«{key}»" for key in grid.rows[0].cells)
    known = ", ".join(each.key for each in kind.fields if each.shown and not each.derived)
    return f"ни один ключ не знаком: {found}.\n  Ожидаются ключи: {known}."


def _none_found(kind: Kind) -> str:
    wanted = ", ".join(f"«{each.label}»" for each in kind.fields if each.shown and not each.derived)
    return (
        "шапка таблицы не найдена: ни один заголовок столбца не знаком.\n"
        f"  Ожидаются столбцы: {wanted}.\n"
        "  Укажите строку шапки (--header-row N) или соответствие столбцов (--map ФАЙЛ.toml)."
    )
