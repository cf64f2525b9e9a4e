"""A page of columns drawn by tabulate, with blanks and rules of dashes alone."""

from collections.abc import Sequence

from rumo_cli.tables.text_columns import TextColumn


def tabulated(columns: Sequence[TextColumn]) -> list[str]:
    """Return the lines of columns at their natural widths, a rule above the foot."""
    from tabulate import SEPARATING_LINE, tabulate

    rows: list[Sequence[str]] = list(zip(*(column.cells for column in columns), strict=True))
    if columns[0].foot:
        rows += [SEPARATING_LINE, [column.foot[0] for column in columns]]
    text = tabulate(
        rows,
        headers=[column.label for column in columns],
        tablefmt="simple",
        colalign=[column.align for column in columns],
        disable_numparse=True,
    )
    return [line.rstrip() for line in text.splitlines()]
