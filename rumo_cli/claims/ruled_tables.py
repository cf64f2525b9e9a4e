"""Tables drawn in plain text: columns under a rule of dashes, as rumo draws them on a terminal."""

import re
from collections.abc import Iterable, Iterator, Sequence

_RULE = re.compile(r"\s*-{2,}(?:\s{1,3}-{2,})+\s*")
_COLUMN = re.compile(r"-{2,}")


def rows_with_bars(lines: Sequence[str]) -> list[str]:
    """Return lines with those of ruled tables as rows in bars, line for line.

    A table goes from the lines of its headings, right above the rule, to the next empty line.
    """
    drawn = list(lines)
    for place, line in enumerate(lines):
        if _RULE.fullmatch(line) and not drawn[place].startswith("|"):
            _draw(drawn, lines, place)
    return drawn


def _draw(drawn: list[str], lines: Sequence[str], rule: int) -> None:
    starts = [column.start() for column in _COLUMN.finditer(lines[rule])]
    above = _until_empty(range(rule - 1, -1, -1), lines)[::-1]
    for each in above:
        drawn[each] = ""
    if above:
        headings = zip(*(_cells(lines[each], starts) for each in above), strict=True)
        drawn[above[-1]] = _row(" ".join(filter(None, heading)) for heading in headings)
    for each in _until_empty(range(rule, len(lines)), lines):
        ruled = _RULE.fullmatch(lines[each])
        drawn[each] = _row("---" if ruled else cell for cell in _cells(lines[each], starts))


def _until_empty(places: Iterable[int], lines: Sequence[str]) -> list[int]:
    def filled() -> Iterator[int]:
        for place in places:
            if not lines[place].strip():
                return
            yield place

    return list(filled())


def _cells(line: str, starts: Sequence[int]) -> list[str]:
    ends = [*starts[1:], None]
    return [line[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
