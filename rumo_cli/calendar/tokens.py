"""The lexer of dates and deadlines: a cell's text as a sequence of tokens."""

import re
from typing import NamedTuple

from rumo_cli.calendar.clock import CLOCK
from rumo_cli.calendar.errors import UnreadableError
from rumo_cli.calendar.words import Kind, Unit, is_spelled, meaning_of, misspelt
from rumo_cli.text import fold

_LONGEST = 1000
_HIDDEN = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))
# The Cyrillic «і» is typed for a Roman numeral.
_REPLACED = dict.fromkeys(map(ord, "«»„“”\"'_…*"), " ") | {
    ord("і"): "i",
    ord("ⅰ"): "i",
    ord("ⅱ"): "ii",
    ord("ⅲ"): "iii",
    ord("ⅳ"): "iv",
}
_BROKEN_WORD = re.compile(r"\b(?P<first>[^\W\d_]+)(?:-[\n ]?|\n)(?=(?P<second>[^\W\d_]+))")
_LIKE_CYRILLIC = str.maketrans("abcehkmoptxy", "авсенкмортху")
_MIXED_WORD = re.compile(r"\b(?:[bck]|[a-z]+[а-я][а-яa-z]*|[а-я]+[a-z][а-яa-z]*)\b")
_ROMAN_UNIT = r"(?=[ ]?(?:кв|четв|полуг|п/г))"
# «П» and «Ш» were a typewriter's Roman numerals, and still are.
_SPELLINGS = (
    (re.compile(rf"\bп{_ROMAN_UNIT}"), "ii"),
    (re.compile(rf"\bш{_ROMAN_UNIT}"), "iii"),
    (re.compile(rf"\b[i1][уyv]{_ROMAN_UNIT}"), "iv"),
    (re.compile(r"\bп/г\b"), "полугодие"),
    (re.compile(r"\bв ?теч(?:-[еи]|ени[еи])(?![а-я])"), "в течение"),
    (re.compile(r"\b(iv|i{1,3})-(?:[йяею]|[оы][йе]|ая|ую|ей|го|ом)\b"), r"\1"),
    (re.compile(r"(?<=\d)(?:-?х|-ух|-ти|-ми)\b"), ""),
)
_BRACKETED = re.compile(r"\(([^()]*)\)")
_PUNCTUATION = {
    "-": Kind.DASH,
    "/": Kind.SLASH,
    ",": Kind.COMMA,
    ";": Kind.SEMICOLON,
    ":": Kind.SEMICOLON,
    "(": Kind.OPEN,
    ")": Kind.CLOSE,
}
_TOKEN = re.compile(
    r"""
      (?P<ISO_DAY> \d{4}-\d\d-\d\d (?!\d) (?:t(?=\d))? )
    | (?P<CLOCK> CLOCK_PATTERN )
    | (?P<NUMERIC_DAY> \d{1,2}\ ?\.\ ?\d{1,2} (?!\d)
                       (?: \ ?\.\ ? (?: \d{4} | \d\d ) (?! \d | \.\d ) )?
                     | \d{1,2} (?P<between>[-/,]) \d{1,2} (?P=between) \d{4} (?!\d) )
    | (?P<NUMERIC_MONTH> (?: 0?[1-9] | 1[0-2] ) [./] (?:19|20)\d\d (?! \d | \.\d ) )
    | (?P<ORDINAL> \d{1,2}-?(?: [йяею] | [оы][йе] | ая | ую | г?о | ом | му ) (?![а-я]) )
    | (?P<NUMBER> \d+ )
    | (?P<WORD> [^\W\d_]+\.? )
    | (?P<FULL_STOP> \.(?!\d) )
    | (?P<OTHER> \S )
    """.replace("CLOCK_PATTERN", CLOCK),
    re.VERBOSE,
)


class Token(NamedTuple):
    """One word, number, numeric day or mark.

    `number` and `unit` are what the token stands for; `start` and `end` its place in the
    normalised text; `breaks` says that a line break stands before it. `meant` is the word that a
    misspelt one was taken for.
    """

    kind: Kind
    text: str
    number: int
    unit: Unit | None
    start: int
    end: int
    breaks: bool
    meant: str | None = None


def normalise(text: str) -> str:
    """Return text as the lexer reads it: folded line by line, quotes and form lines blank.

    Raises `UnreadableError` for what is too long to be a date or a deadline.
    """
    if len(text) > _LONGEST:
        raise UnreadableError("текст слишком длинный")
    lines = (fold(line.translate(_HIDDEN)) for line in text.splitlines())
    folded = "\n".join(lines).translate(_REPLACED).strip()
    folded = _MIXED_WORD.sub(lambda word: word[0].translate(_LIKE_CYRILLIC), folded)
    folded = _BROKEN_WORD.sub(_mend, folded)
    for spelling, plain in _SPELLINGS:
        folded = spelling.sub(plain, folded)
    bracketed = _BRACKETED.fullmatch(folded)
    return bracketed[1] if bracketed else folded


def _mend(broken: re.Match[str]) -> str:
    """Join a word that a hyphen or a line break cut («понедельн⏎ик») into no two words."""
    first, second = broken["first"], broken["second"]
    # A word that is known by its stem stays known with whatever follows.
    whole = is_spelled(first + second) or (_is_known(first + second) and not _is_known(first))
    return first if whole and not (_is_known(first) and _is_known(second)) else broken[0]


def _is_known(word: str) -> bool:
    return meaning_of(word).kind is not Kind.WORD


def tokenise(text: str) -> list[Token]:
    """Return the tokens of a normalised text; `Kind.END` stands last."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "FULL_STOP":
            tokens.append(_token(match, breaks="\n" in text[end : match.start()]))
        end = match.end()
    tokens.append(Token(Kind.END, "", 0, None, len(text), len(text), breaks=False))
    return tokens


def _token(match: re.Match[str], *, breaks: bool) -> Token:
    text = match[0]
    kind, number, unit, meant = Kind[match.lastgroup or "OTHER"], 0, None, None
    if kind is Kind.WORD:
        kind, number, unit = meaning_of(text)
        if kind is Kind.WORD and (meant := misspelt(text)):
            kind, number, unit = meaning_of(meant)
    elif kind is Kind.OTHER:
        kind = _PUNCTUATION.get(text, Kind.OTHER)
    elif kind in {Kind.NUMBER, Kind.ORDINAL}:
        number = int("".join(filter(str.isdecimal, text)))
    return Token(kind, text, number, unit, match.start(), match.end(), breaks, meant)
