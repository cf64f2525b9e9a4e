"""Russian text: what counts as the same, in which order it stands, how it agrees with numbers."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_DASHES = re.compile("[‐‑‒–—―−]")
_UNPARTED = re.compile(
    r"(?<=\d) (?=[^\W\d_]|%)|(?<=№) (?=\d)| (?=[–—] )|(?<=[\s.(«][А-ЯЁ]\.) (?=[А-ЯЁ][а-яё])"
    r"|(?<=\b[А-ЯЁа-яё]) (?=\d)|(?<=\b[А-ЯЁа-яё]{2}) (?=\d)"
)
_STRAIGHT = re.compile(r'"([^"]*)"')
_INNER_QUOTES = str.maketrans("«»", "„“")


def tidy(text: str) -> str:
    r"""Return text as it is kept: NFC, `\n` for every kind of line end, no blanks around lines.

    Word ends a line within a paragraph with a vertical tab, web pages with U+2028.
    """
    lines = unicodedata.normalize("NFC", text).splitlines()
    return "\n".join(line.strip() for line in lines).strip()


def one_line(text: str) -> str:
    """Return text as it is kept where it has no lines: NFC, single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def shown_name(name: object) -> str:
    """Return the name of a file or a sheet as messages have it, «?» for what is not seen.

    Files may be called anything, and a line break in a name would write a line of its own.
    """
    return "".join(character if _is_shown(character) else "?" for character in str(name))


def _is_shown(character: str) -> bool:
    return character.isprintable() or character == "\N{NO-BREAK SPACE}"


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return text for comparison: no case, ё as е, one kind of dash, single blanks."""
    text = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return " ".join(_DASHES.sub("-", text).split())


def sort_key(text: str) -> tuple[str, str]:
    """Return the one key that all text is sorted by: no case, ё beside е."""
    return fold(text), text


def quoted(text: str) -> str:
    """Return text in quotes; quotes inside of it become the inner ones."""
    paired = _STRAIGHT.sub(r"„\1“", text)
    return f"«{paired.translate(_INNER_QUOTES)}»"


def unparted(text: str) -> str:
    """Return text for a printed page, with no-break blanks where a line should not end.

    A number stays with its noun and with the preposition before it, initials with the surname, and
    no line begins with a dash or with «%».
    """
    return _UNPARTED.sub("\N{NO-BREAK SPACE}", text)


def plural(number: int, one: str, few: str, many: str) -> str:
    """Return the form of a noun that agrees with `number`: 1 вебинар, 2 вебинара, 5 вебинаров."""
    if number % 10 == 1 and number % 100 != 11:
        return one
    if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14:
        return few
    return many


def listed(texts: Sequence[str]) -> str:
    """Return texts as a sentence lists them: «вебинар, семинар и консультация»."""
    *first, last = texts or [""]
    return f"{', '.join(first)} и {last}" if first else last
