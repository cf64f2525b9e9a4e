"""How wide each column of a table may be on a terminal."""

from collections.abc import Sequence

from rumo_cli.tables.text_columns import GAP, TextColumn


def fitted_widths(columns: Sequence[TextColumn], available: int) -> list[int] | None:
    """Return widths that share out the terminal's, or None where not even the least ones fit.

    What is to spare goes to wide columns first, then to headings: a heading reads on two lines,
    a title in eighteen columns only just.
    """
    widths = [column.least for column in columns]
    spare = available - sum(widths) - len(GAP) * (len(columns) - 1)
    if spare < 0:
        return None
    for wide in (True, False):
        needs = [
            column.natural - width if column.wide is wide else 0
            for column, width in zip(columns, widths, strict=True)
        ]
        shares = _shared(needs, spare)
        spare -= sum(shares)
        widths = [width + share for width, share in zip(widths, shares, strict=True)]
    return widths


def _shared(needs: Sequence[int], spare: int) -> list[int]:
    """Return equal shares of what is to spare, none larger than its need."""
    shares = [0] * len(needs)
    for served, index in enumerate(sorted(range(len(needs)), key=needs.__getitem__)):
        shares[index] = min(needs[index], spare // (len(needs) - served))
        spare -= shares[index]
    return shares
