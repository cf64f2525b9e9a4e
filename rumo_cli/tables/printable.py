"""Text that may safely stand in a line of output, and how many columns it takes there."""

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import category

from rumo_cli.tables.table import Align, Shown

_ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # a colour, a move of the cursor
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"  # a window title, a link
)
_BLANKS = re.compile(r"[^\S ]+")
_MOVES = re.compile("[\t\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")
"""Blanks that move to another place of the screen."""
_INVISIBLE = {"Cc", "Cf", "Cs"}
_SHAPING = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""Joiners, without which emoji and Persian fall apart, and marks that only say which way to go."""
_END_OF_TURN, _END_OF_ISOLATE = "\u202c", "\u2069"
_TURNS = dict.fromkeys("\u202a\u202b\u202d\u202e", _END_OF_TURN)
_TURNS |= dict.fromkeys("\u2066\u2067\u2068", _END_OF_ISOLATE)
"""What turns the direction of the writing after it, each with what ends that."""
_TURNING = frozenset({*_TURNS, _END_OF_TURN, _END_OF_ISOLATE})
# A screen has no cells: there a turn would go on and rewrite what stands beside the text.
_NOT_ON_SCREENS = dict.fromkeys(map(ord, _TURNING))
_NO_CHARACTERS = "\ufffe\uffff"
"""What Unicode keeps for no character at all: no XML may hold it, no Word document then."""
_PERHAPS_NOT_ONE_COLUMN = re.compile(
    r"[^ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f"  # Latin, Greek, Cyrillic
    r"\u2010-\u2027\u2030-\u205e\u2116\u2500-\u25fc]"  # dashes and quotes, №, blocks
)


def one_line(text: str) -> str:
    """Return text for a line on a screen: breaks and tabs as blanks, nothing that is not seen.

    Escape sequences, control characters and what turns the direction of writing do not reach a
    terminal, where they could rewrite what stands beside them.
    """
    return text if text.isprintable() else _seen_of(text).translate(_NOT_ON_SCREENS)


def screen_lines(text: str) -> str:
    """Return lines for a screen: as `one_line`, but for the ends of lines and kinds of blanks."""
    lines = _ESCAPE_SEQUENCE.sub("", text).split("\n")
    return "\n".join(_seen_characters(_MOVES.sub(" ", line)) for line in lines).translate(
        _NOT_ON_SCREENS
    )


def file_line(text: str) -> str:
    """Return text for a line of a file: as on a screen, but for the direction of its writing.

    What turns that stays, and ends with the line.
    """
    if text.isprintable():
        return text
    line = _seen_of(text)
    return line + "".join(reversed(_open_turns(line)))


def joined(shown: Shown) -> str:
    """Return a cell on one line, the entries of a list set apart by semicolons."""
    return joined_cells([shown])[0]


def joined_cells(cells: Iterable[Shown]) -> list[str]:
    """Return cells on one line each; a column is looked through at once, as it is nearly clean."""
    texts = [shown if isinstance(shown, str) else "; ".join(shown) for shown in cells]
    return texts if "".join(texts).isprintable() else [one_line(text) for text in texts]


def cell_lines(shown: Shown) -> list[str]:
    """Return the lines of a cell in a file, of a list each entry's."""
    entries = [shown] if isinstance(shown, str) else shown
    return [file_line(line) for entry in entries for line in entry.splitlines()]


def is_regular(text: str) -> bool:
    """Tell a text of which every character surely takes one column on a terminal."""
    return _PERHAPS_NOT_ONE_COLUMN.search(text) is None


def text_width(text: str) -> int:
    """Return the columns that a line takes on a terminal: an emoji two, a combining accent none."""
    if is_regular(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def padded(text: str, width: int, align: Align) -> str:
    """Return text with blanks to fill `width` columns."""
    length = width + len(text) - text_width(text)
    return text.rjust(length) if align == "right" else text.ljust(length)


def shortened(text: str, width: int, mark: str) -> str:
    """Return text cut to `width` columns, `mark` at the end if anything was cut."""
    if text_width(text) <= width:
        return text
    text = text[: width - len(mark)]
    while text_width(text) > width - len(mark):
        text = text[:-1]
    return text.rstrip() + mark


def _seen_of(text: str) -> str:
    return _seen_characters(_BLANKS.sub(" ", _ESCAPE_SEQUENCE.sub("", text)))


def _seen_characters(text: str) -> str:
    return "".join(filter(_is_seen, text))


@cache
def _is_seen(character: str) -> bool:
    kept = character in _SHAPING or character in _TURNING
    seen = category(character) not in _INVISIBLE and character not in _NO_CHARACTERS
    return kept or seen


def _open_turns(line: str) -> list[str]:
    """Return what would end each turn of a line that is not ended yet, the innermost last.

    The end of an isolate ends the turns within it, as the standard has it (UAX #9).
    """
    ends: list[str] = []
    for character in line:
        if character in _TURNS:
            ends.append(_TURNS[character])
        elif character == _END_OF_ISOLATE and character in ends:
            while ends.pop() != _END_OF_ISOLATE:
                pass
        elif character == _END_OF_TURN and ends[-1:] == [_END_OF_TURN]:
            ends.pop()
    return ends
