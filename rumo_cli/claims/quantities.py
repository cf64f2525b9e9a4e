"""Numbers in a sentence that may count something, and how exact they are said to be."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rumo_cli.claims.numerals import NUMERAL, THOUSAND, value_of

_MONTHS = "январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр"
_NO_COUNTS = re.compile(
    rf"""https?://\S+ | \bwww\.\S+ | \S{1, 64}@\S+
      | (?:№|\bn)\s*\d[\w/.-]*
      | \d{{1,4}}[./-]\d{{1,2}}[./-]\d{{2,4}}
      | \b\d{{1,2}}(?:\s*(?:-|и|,|по)\s*\d{{1,2}}){{0,8}}\s+(?:{_MONTHS})\w*
      | \b\d{{1,2}}[:.]\d\d(?!\s*%|\d)
      | \b(?:19|20)\d\d\s?[-/]\s?(?:20)?\d\d\b
      | \b(?:19|20)\d\d(?=\s*(?:г\b|гг\b|год))
      | (?:\+7|\b8)[\s(-]+\d{{3,5}}[\s)-]+[\d\s-]{{5,}}
      | \b(?:п|пп|ст|стр|с(?=\.)|гл|разд|прил|табл|рис|тел|каб|кв|стать\w+|глав[аеуы]|раздел\w*
          |приложени\w+|таблиц\w+|рисун\w+|кабинет\w*|телефон\w*)\.?:?\s+\d[\d.,-]*
          (?!\s*(?:из|шт|ед)\b)
      | \bд\.\s*\d+
      | \b\d{{1,2}}(?:\s*(?:-|,|и)\s*\d{{1,2}}){{0,8}}(?:-?[а-я]{{1,2}})?\s+класс\w*
      | \b\d{{1,3}}(?=\s+(?:заседани(?:и|ю|ем)|(?:веби|семи)нар(?:е|у|ом))\b)
      | \b\d+-\s?(?:й|я|е|го|му|м|ая|ое|ый|ой|ого|ом)\b
      | \b\d+\s?-\s?\d+\b
      | \b[а-яa-z]+-\d[\w-]* | \b\d+-[а-я]{{2,}}\b(?<!ти)(?<!ми)(?<!мя)""",
    re.VERBOSE,
)
_QUOTED = re.compile(r"«[^»]{0,300}»|\"[^\"]{0,300}\"")
_COUNTED = re.compile(rf"\d|\b(?:{NUMERAL})\b")
_QUALIFIERS = {
    "more": r"более(?:\s+чем)?|больше(?:\s+чем)?|свыше|превы[сш]\w+",
    "at_least": r"не\s+менее(?:\s+чем)?|не\s+меньше",
    "about": r"около|порядка|примерно|приблизительно|ориентировочно|~|≈",
    "almost": r"почти|без\s+малого",
    "at_most": r"не\s+более(?:\s+чем)?|не\s+больше",
}
_QUALIFIED = "|".join(f"(?P<{name}>{words})" for name, words in reversed(_QUALIFIERS.items()))
_NUMBER = re.compile(
    rf"""(?:(?:(?<=\s)|(?<=\()|\A)(?:{_QUALIFIED})\s*)?
      (?<!\bни\s)(?:(?<![\w.,/№-])(?P<digits>\d{{1,3}}(?:\s\d{{3}})+(?!\d)|\d{{1,9}})(?:[.,](?P<part>\d{{1,2}}))?
         (?:-(?:х|ти|ми|мя)\b)?(?![\w/]|[.,:]\d|-\w)
        |(?<![\w-])(?P<words>(?:{NUMERAL})(?:\s+(?:{NUMERAL}))*)(?![\w-]))
      (?P<thousands>\s*(?:{THOUSAND})(?!\w))?
      (?P<percent>\s*(?:%|процент\w*))?""",
    re.VERBOSE,
)


class Quantity(NamedTuple):
    """A number: where it stands, what it is, how exact, and which digits it is rounded to."""

    start: int
    end: int
    value: int | float
    qualifier: str = "exact"
    precision: float = 1
    percent: bool = False


def masked(levelled: str) -> str:
    """Return a levelled text with signs in place of digits that count nothing.

    Those are dates, hours, years, telephones, numbers of orders, of pages and of items, school
    classes, ordinals, ranges and whatever stands in a title.
    """
    hidden = _QUOTED.sub(lambda found: _COUNTED.sub(_hidden, found[0]), levelled)
    return _NO_COUNTS.sub(_hidden, hidden)


def _hidden(found: re.Match[str]) -> str:
    return "§" * len(found[0])


def quantities(levelled: str) -> Iterator[Quantity]:
    """Yield the numbers of a masked text that stand by themselves."""
    for found in _NUMBER.finditer(levelled):
        value = _value(found)
        if value is not None:
            qualifier = next((name for name in _QUALIFIERS if found[name]), "exact")
            size = 1000 if found["thousands"] else 1
            precision = _precision(found, value, size)
            whole = round(value * size) if size > 1 else value
            yield Quantity(
                found.start(), found.end(), whole, qualifier, precision, bool(found["percent"])
            )


def _value(found: re.Match[str]) -> int | float | None:
    if found["words"]:
        return value_of(found["words"].split())
    whole = int(re.sub(r"\s", "", found["digits"]))
    return float(f"{whole}.{found['part']}") if found["part"] else whole


def _precision(found: re.Match[str], value: float, size: int) -> float:
    """Return the size of the last digit that is not a round nought: 1000 of 5 тысяч, 10 of 120."""
    if found["part"]:
        return float(size * 10 ** -len(found["part"]))
    digits = str(int(value))
    return float(size * 10 ** (len(digits) - len(digits.rstrip("0") or "0")))
