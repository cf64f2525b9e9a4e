"""Fields of numbers: whole counts, headcounts with their exactness, measures, yes and no."""

import re
from typing import ClassVar, Literal

from rumo_cli.records.fields.base import QUALIFIERS, Field, FieldType, Reading, ReadingContext
from rumo_cli.records.fields.choices import Choice, Option
from rumo_cli.records.values import LARGEST_INTEGER, Record, Value
from rumo_cli.text import fold

_WHOLE = re.compile(r"(\d{1,3}(?: \d{3})+|\d+)(?:[.,]0+)?(?: [^\W\d]+\.?)?")
_PART = re.compile(r"(\d+) (?:из|/) \d+")
_NUMBER = re.compile(r"(-?\d{1,15})(?:[.,](\d{1,15}))?")
_PEOPLE = (
    r"чел|участник|подключени|просмотр|педагог|учител|слушател|шт|работник|специалист|методист"
    r"|руководител|директор|зрител|гост|психолог|логопед|воспитател|библиотекар"
)
_UNITS = rf"(?:[^\W\d]+\ ){{0,2}}(?:{_PEOPLE})[^\W\d]*"
_REST = r"из\ них|в\ том\ числе|в\ т\.\s?ч\.|из\ \d+"
_HEADCOUNT = rf"""(?P<qualifier>не\ менее|более(?:\ чем)?|больше|свыше|от|>=?
                     |около|ок\.|порядка|пример\w*\.?|прим\.|прибл\w*\.?|~|≈)?\s*
         (?P<number>\d{{1,3}}(?:\ \d{{3}})+|\d+)(?:[.,](?:0+|(?P<tenths>\d)(?=\ ?тыс)))?\s*
         (?P<thousands>тыс(?:яч[аи]?)?\.?)?\s*
         (?P<plus>\+)?\s*(?:{_UNITS})?\.?
         (?P<rest>\s*[,;(]?\s*(?:{_REST}).*|\s*\(.*\))?"""
_UNKNOWN = r"-|нет|н/д|нет данных|уточняется|будет уточнено|не подсчитано|\?"
_AT_LEAST = ("не менее", "более", "больше", "свыше", "от", ">")


class Whole(FieldType):
    """A whole number that is not negative."""

    metavar: ClassVar[str] = "ЧИСЛО"
    align: ClassVar[Literal["left", "right"]] = "right"

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand «12», «1 200», «12,0», «3 года»; of «8 из 10» the 8, the rest is kept."""
        folded = fold(text)
        if match := _WHOLE.fullmatch(folded):
            return Reading({key: _within_limits(match[1])})
        part = None if context.typed else _PART.fullmatch(folded)
        if part is None:
            raise ValueError("ожидается целое число, например 12")
        return Reading({key: _within_limits(part[1]), "notes": " ".join(text.split())})

    def sort(self, value: Value) -> tuple[object, ...]:
        """Sort by size."""
        return (value,)

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the value is the wanted number."""
        return value == self.read("", wanted, context).values[""]

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of a count."""
        return {"type": "integer", "minimum": 0, "maximum": LARGEST_INTEGER}


class Headcount(Whole):
    """A count of people as people write it: «44 чел.», «свыше 120», «более 5 тысяч»."""

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand the number and how exact it is; «из них …» after it is kept in the notes.

        Words that say that the number is not known leave it empty and are kept in the notes;
        so is a notation with figures that cannot be read. Words without any number are refused.
        """
        del context
        folded = fold(text)
        match = re.fullmatch(_HEADCOUNT, folded, re.VERBOSE)
        if match:
            values: Record = {key: _people(match), f"{key}_qualifier": _qualifier(match)}
            if match["rest"]:
                values["notes"] = " ".join(text.split())
            return Reading(values)
        if re.fullmatch(_UNKNOWN, folded) or any(character.isdigit() for character in folded):
            return Reading({"notes": " ".join(text.split())}, ("количество не прочитано",))
        raise ValueError("ожидается количество: число, «свыше 120» или «около 50»")


class Number(FieldType):
    """A measure with a fraction."""

    metavar: ClassVar[str] = "ЧИСЛО"
    align: ClassVar[Literal["left", "right"]] = "right"

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand «0,48» and «0.48»."""
        del context
        match = _NUMBER.fullmatch(fold(text).removesuffix("%").strip())
        if match is None:
            raise ValueError("ожидается число, например 4,5")
        return Reading({key: float(f"{match[1]}.{match[2] or 0}")})

    def show(self, value: Value) -> str:
        """Return the number with a decimal comma."""
        return "" if value is None else f"{value:.15g}".replace(".", ",")

    def sort(self, value: Value) -> tuple[object, ...]:
        """Sort by size."""
        return (value,)

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the value is the wanted number."""
        return value == self.read("", wanted, context).values[""]

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of a number."""
        return {"type": "number"}


class Percent(Number):
    """A part of a whole in hundredths."""

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand «95», «95,4 %»."""
        reading = super().read(key, text, context)
        if not 0 <= float(str(reading.values[key])) <= 100:
            raise ValueError("ожидается процент от 0 до 100, например 95,4")
        return reading

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of a percentage."""
        return super().schema() | {"minimum": 0, "maximum": 100}


class Flag(FieldType):
    """Yes or no."""

    metavar: ClassVar[str] = "ДА|НЕТ"
    _YES = frozenset({"да", "true", "истина", "1", "+", "есть", "имеется", "v", "✓", "√", "х", "x"})
    _NO = frozenset({"нет", "false", "ложь", "0", "-", "не имеется"})
    _YES_LEADS = ("да ", "да,", "да(", "размещен", "включен", "опубликован", "http")
    _NO_LEADS = ("нет ", "нет,", "нет(", "не ")

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand «да», «+», «нет», «-»; «размещено 15.12.2024» is a yes, and is kept."""
        word = fold(text).rstrip(".")
        if word in self._YES | self._NO:
            return Reading({key: word in self._YES})
        if not context.typed and word.startswith(self._YES_LEADS + self._NO_LEADS):
            values: Record = {key: word.startswith(self._YES_LEADS)}
            return Reading(values if word.isalpha() else values | {"notes": " ".join(text.split())})
        raise ValueError("ожидается «да» или «нет»")

    def show(self, value: Value) -> str:
        """Return «да» or «нет»."""
        return "" if value is None else "да" if value else "нет"

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the value is the wanted one; nothing said is «нет»."""
        return bool(value) == self.read("", wanted, context).values[""]

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of a flag."""
        return {"type": "boolean"}

    def hints(self) -> tuple[str, ...]:
        """Return the two words."""
        return ("да", "нет")

    words = hints


def headcount(key: str, label: str, *headings: str, shown: bool = False) -> tuple[Field, Field]:
    """Describe a headcount: the number and how exact it is."""
    qualifier = Choice(
        Option("exact", "точно"),
        Option("at_least", QUALIFIERS["at_least"], ("более", "свыше")),
        Option("about", QUALIFIERS["about"], ("примерно",)),
    )
    return (
        Field(key, label, Headcount(), headings, shown=shown, qualifier=f"{key}_qualifier"),
        Field(f"{key}_qualifier", f"{label}: точность", qualifier),
    )


def _within_limits(digits: str, times: int = 1) -> int:
    number = times * int(digits.replace(" ", "")) if len(digits) < 20 else LARGEST_INTEGER + 1
    if number > LARGEST_INTEGER:
        raise ValueError("слишком большое число")
    return number


def _people(match: re.Match[str]) -> int:
    if not match["thousands"]:
        return _within_limits(match["number"])
    return _within_limits(match["number"], 1000) + 100 * int(match["tenths"] or 0)


def _qualifier(match: re.Match[str]) -> str:
    if match["plus"]:
        return "at_least"
    if match["qualifier"] is None:
        return "about" if match["thousands"] else "exact"
    return "at_least" if match["qualifier"].startswith(_AT_LEAST) else "about"
