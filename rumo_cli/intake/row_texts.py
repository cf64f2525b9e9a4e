"""What the texts of a row tell of it: a total, a signature, a footnote, a section."""

import re
from collections.abc import Sequence

from rumo_cli.calendar.days import read_days
from rumo_cli.calendar.months import Month, find_month
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.records.persons import looks_like_person
from rumo_cli.text import fold

# Patterns stay texts here: re compiles the few that a table asks for.
_TOTAL = r"(?:итого|всего|в итоге)\b"
_PART_OF_TOTAL = r"(?:из них|в том числе|в т\. ?ч\.|из общего)"
_FIGURE = r"(?:[^\W\d]+\.? ){0,2}\d[\d ]*(?:[.,]\d+)? ?%?(?: ?[^\W\d]+\.?){0,2}|-"
_CLOCK_OR_DAY = r"\d{1,2}[.:]\d\d(?:[.-].*)?"
_BARE_FIGURE = r"\d+[.)]?"
_FOOTNOTE = (
    r"\*|примечани[ея]\b|телефон\b|тел\.|исполнитель\b|исп\.|страница\b|стр\.|лист \d|продолжение\b"
    r"|составил|согласовано|утверждаю|утверждено|подпись|м\.\s?п\.|источник"
)
_SECTION_NAME = r"(?:раздел|модуль|направление|блок|часть)\b|[ivxlcіх]+[.)] "
_SECTION_NUMBER = r"[ivxlcіх]+\.?"
_ITEM_NUMBER = r"\d+\.\d+.*"
_NUMBERING = r"\(?(\d+)[.)]?"
_ROLE = (
    r"(?:зам\w*\.? |и\.?\s?о\.? |старший |главный |региональный |научный )*"
    r"(?:председател|заместител|руководител|директор|ректор|проректор|методист|начальник|заведующ"
    r"|секретар|исполнител|исп\.|составил|составител|ответственн|согласовано|утверждаю|координатор)"
)
_FULL_NAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?: [А-ЯЁ][а-яё]+){1,2}"
_ANY_YEAR = AcademicYear(2024)
_ANY_MONTH = Month(2024, 10)


def is_total(texts: Sequence[str], *, titled: bool) -> bool:
    """Tell a total: «Итого за октябрь: 2», with figures beside it or at least no title."""
    if re.match(_TOTAL, fold(texts[0])) is None:
        return False
    return not titled or all(map(_is_sum, texts[1:]))


def is_part_of_total(cells: Sequence[str], title: int) -> bool:
    """Tell «из них рекомендовано | 21»: words with nothing but figures beside them.

    Words in the column of titles must say that they are a part.
    """
    filled = [(place, bare) for place, cell in enumerate(cells) if (bare := cell.strip())]
    (place, words), *others = filled
    part = place != title or re.match(_PART_OF_TOTAL, fold(words)) is not None
    return part and words[0].isalpha() and bool(others) and all(_is_sum(text) for _, text in others)


def _is_sum(text: str) -> bool:
    folded = fold(text)
    return re.fullmatch(_FIGURE, folded) is not None and re.fullmatch(_CLOCK_OR_DAY, folded) is None


def is_month(text: str) -> bool:
    """Tell the month that stands above its rows: «ОКТЯБРЬ 2024 г.»."""
    return len(text.split()) <= 3 and find_month(text) is not None


def is_day(text: str) -> bool:
    """Tell the day that stands above its rows: «Вторник, 15 октября»."""
    try:
        return read_days(text, _ANY_YEAR, _ANY_MONTH).start is not None
    except ValueError:
        return False


def is_figure(text: str) -> bool:
    """Tell a row number, or a sum, that stands alone in its row."""
    return re.fullmatch(_BARE_FIGURE, text) is not None


def is_footnote(text: str) -> bool:
    """Tell a remark, the number of a page, or who typed the table."""
    return re.match(_FOOTNOTE, fold(text)) is not None


def is_section_name(text: str) -> bool:
    """Tell a section by its first word: «Раздел 2», «III. Работа с молодыми»."""
    return re.match(_SECTION_NAME, fold(text)) is not None


def is_section_number(text: str) -> bool:
    """Tell the Roman number of a section."""
    return re.fullmatch(_SECTION_NUMBER, fold(text)) is not None


def is_item_number(text: str) -> bool:
    """Tell the number of an item of a section: «2.1»."""
    return re.fullmatch(_ITEM_NUMBER, text) is not None


def is_numbering(texts: Sequence[str]) -> bool:
    """Tell the row of column numbers under a heading."""
    if len(texts) < 2 or texts[0].strip("(.)") != "1":
        return False
    numbers = [re.fullmatch(_NUMBERING, text) for text in texts]
    expected = [str(number) for number in range(1, len(texts) + 1)]
    return [match and match[1] for match in numbers] == expected


def is_signature(cells: Sequence[str]) -> bool:
    """Tell who signs: «Председатель РУМО | ________ | И.О. Фамилия»."""
    texts = [" ".join(cell.split()) for cell in cells if cell.strip(" _/\n")]
    if not 1 <= len(texts) <= 3 or re.match(_ROLE, fold(texts[0])) is None:
        return False
    return all(_is_signer(text) for text in texts[1:])


def _is_signer(text: str) -> bool:
    return "_" in text or looks_like_person(text) or re.fullmatch(_FULL_NAME, text) is not None
