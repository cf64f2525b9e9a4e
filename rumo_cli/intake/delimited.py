"""CSV, TSV and their kin: text to a grid.

The dialect is that of the csv module, strictly: an unclosed quote is an error there, and not a
cell that swallows the rest of the file. The delimiter is found here: csv.Sniffer takes letters and
line ends for delimiters and says nothing.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import dropwhile, islice, pairwise

from rumo_cli.errors import Misused, Refused
from rumo_cli.intake.decoding import EMPTY
from rumo_cli.intake.grid import Grid, GridRow, NoTable, line_breaks, within_limits

DELIMITERS = (";", "\t", ",", "|")
"""What a delimiter may be, the likelier first: a tie goes to the earlier one."""

_NAMES = {"semicolon": ";", "tab": "\t", r"\t": "\t", "comma": ",", "pipe": "|"}
_EXCEL_HINT = re.compile(r'"?sep=([^"\r\n])"?(?:\r\n?|\n|\Z)', re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"')
_SAMPLE_RECORDS = 200
_SAMPLE_CHARACTERS = 200_000
_ADVICE = 'Закройте или уберите её; кавычку внутри ячейки удваивают: "".'
# The csv module keeps its limit in a C long, which has 32 bits on Windows.
_NO_LIMIT = 2**31 - 1


@contextmanager
def _cells_of_any_size() -> Iterator[None]:
    """Lift the csv module's limit of a cell, which is global, for the time of one reading."""
    usual = csv.field_size_limit(_NO_LIMIT)
    try:
        yield
    finally:
        csv.field_size_limit(usual)


@_cells_of_any_size()
def read_delimited(text: str, *, delimiter: str | None = None) -> Grid:
    r"""Return the grid of a delimited text, cells as they stand.

    `delimiter` is one character or one of tab, semicolon, comma, pipe; None finds it. A first line
    `sep=;` names the delimiter too. Excel hides that line, so rows are counted after it and lines
    with it. Raise `Refused` for broken quotes and cells beyond the limits of a grid, `Misused` for
    what cannot be a delimiter.
    """
    hint = _EXCEL_HINT.match(text)
    body = text[hint.end() :] if hint else text
    if not body.lstrip("\r\n"):
        raise NoTable(EMPTY)
    if delimiter is not None:
        chosen = _named(delimiter)
    else:
        chosen = hint[1] if hint else find_delimiter(body)
    rows = within_limits(_rows(body, chosen, first_line=2 if hint else 1))
    return Grid(rows=tuple(rows), delimiter=chosen)


def find_delimiter(text: str) -> str:
    """Return the delimiter that cuts the first records into the most columns of one width.

    A text that none cuts is one column, and then the first of `DELIMITERS` does as well as any.
    """
    samples = {delimiter: _sample(text, delimiter) for delimiter in DELIMITERS}
    return _best(samples, certain=True) or _best(samples, certain=False) or DELIMITERS[0]


def _best(samples: dict[str, list[list[str]]], *, certain: bool) -> str | None:
    scores = {
        delimiter: _score(records, delimiter, certain=certain)
        for delimiter, records in samples.items()
    }
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] else None


def _score(records: list[list[str]], delimiter: str, *, certain: bool) -> float:
    """Return the columns gained in all records of one width, by the share of records that are cut.

    Zero where too few are cut. What stands above the first of them is a title. Where only such
    cuts count as are certain to be no punctuation, half of the rest will do; else all must be cut.
    """
    widths = [_certain_columns(cells, delimiter) if certain else len(cells) for cells in records]
    table = list(dropwhile(lambda width: width == 1, widths))
    cut = Counter(width for width in table if width > 1)
    if not table or cut.total() < len(table) * (0.5 if certain else 1):
        return 0
    gained = max((width - 1) * number for width, number in cut.items())
    return gained * cut.total() / len(widths)


def _certain_columns(cells: list[str], delimiter: str) -> int:
    return 1 + sum(_separates(left, delimiter, right) for left, right in pairwise(cells))


def _separates(left: str, delimiter: str, right: str) -> bool:
    """Tell a delimiter from the comma of a decimal and from the punctuation of a sentence."""
    if delimiter == "," and left[-1:].isdigit() and right[:1].isdigit():
        return False
    return delimiter not in ",;" or not right[:1].isspace()


def _named(delimiter: str) -> str:
    character = _NAMES.get(delimiter.lower(), delimiter)
    if len(character) != 1 or character in '"\r\n\0':
        raise Misused(
            f"Разделитель «{delimiter}» не годится: нужен один знак (кроме кавычки) или слово "
            "tab, semicolon, comma, pipe."
        )
    return character


def _lines(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


def _sample(text: str, delimiter: str) -> list[list[str]]:
    records: list[list[str]] = []
    with suppress(csv.Error):
        reader = csv.reader(_lines(text[:_SAMPLE_CHARACTERS]), delimiter=delimiter, strict=True)
        records.extend(cells for cells in islice(reader, _SAMPLE_RECORDS) if cells)
    return records


def _rows(text: str, delimiter: str, first_line: int) -> Iterator[GridRow]:
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    lines_before = 0
    try:
        for row, cells in enumerate(reader, 1):
            yield GridRow(row, first_line + lines_before, tuple(cells))
            lines_before = reader.line_num
    except csv.Error as error:
        record = "".join(islice(_lines(text), lines_before, None))
        raise _broken_quotes(record, delimiter, first_line + lines_before) from error


def _broken_quotes(record: str, delimiter: str, line: int) -> Refused:
    """Return the error of a record that the csv module gave up; it starts at `line`."""
    column, start = _broken_cell(record, delimiter)
    opened = line + line_breaks(record, 0, start)
    where = f"строка файла {opened}, столбец {column}"
    quoted = _QUOTED.match(record, start)
    if not quoted:
        return Refused(f"{where}: кавычка открыта и до конца файла не закрыта. {_ADVICE}")
    closed = line + line_breaks(record, 0, quoted.end())
    after = record[quoted.end() : quoted.end() + 20].splitlines()[0]
    return Refused(
        f"{where}: ячейка начата кавычкой, кавычка закрыта в строке {closed}, а за ней стоит "
        f"«{after}» вместо разделителя. {_ADVICE}"
    )


def _broken_cell(record: str, delimiter: str) -> tuple[int, int]:
    """Return the column and the offset of the cell where the record breaks."""
    d = re.escape(delimiter)
    whole = re.compile(rf'(?:{_QUOTED.pattern}|(?!")[^{d}\r\n]*+){d}')
    column, start = 1, 0
    while cell := whole.match(record, start):
        column, start = column + 1, cell.end()
    return column, start
