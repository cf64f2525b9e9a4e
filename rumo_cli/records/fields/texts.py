"""Fields of text: one line, several lines, several values, persons, links."""

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from rumo_cli.records.fields.base import Content, FieldType, Reading, ReadingContext
from rumo_cli.records.persons import fold_person, looks_like_person
from rumo_cli.records.values import Value
from rumo_cli.text import fold, one_line, tidy

_ENCLOSED = r"\([^()]*\)|«[^«»]*»"
_BREAKS = re.compile(rf"{_ENCLOSED}|([\n;])")
_COMMAS = re.compile(rf"{_ENCLOSED}|(,)")
_ADDRESS = re.compile(
    r"https?://\S+|\bwww\.\S+|(?:[\w-]+\.)+(?:ru|рф|com|org|net|su)\b", re.IGNORECASE
)


class Text(FieldType):
    """A text; `lines` keeps its line breaks, otherwise it is one line."""

    def __init__(self, *, lines: bool = False, wide: bool = False) -> None:
        self.lines = lines
        self.wide = wide or lines

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Keep the text as it stands."""
        del context
        return Reading({key: tidy(text) if self.lines else one_line(text)})


class Link(FieldType):
    """An address; words of a file instead of one («ссылка будет направлена») go to the notes."""

    metavar: ClassVar[str] = "URL"
    content: ClassVar[Content] = "link"

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Keep the address; words that a person types in its place stay, and that is said."""
        reading = super().read(key, text, context)
        if context.own or _ADDRESS.search(text):
            return reading
        if context.typed:
            return reading._replace(notes=("это не адрес ссылки; оставлено как текст",))
        note = "это не адрес ссылки; сохранено в примечаниях"
        return Reading({"notes": reading.values[key]}, (note,))


class Texts(FieldType):
    """Several texts; in people's files one a line or set apart by `;` or commas."""

    several: ClassVar[bool] = True
    wide = True

    def __init__(self, *, commas: bool = True) -> None:
        self.commas = commas

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Split a cell into its items."""
        return Reading({key: self.gathered(self.split(text, context))})

    def gathered(self, items: Iterable[str]) -> list[str]:
        """Return items, said at once or one by one, as they are kept: two experts may give a 5."""
        return list(items)

    def split(self, text: str, context: ReadingContext) -> list[str]:
        """Return the items of a cell, each on one line."""
        if context.typed or context.own:
            lines = text.split("\n") if context.own else [text]
            return [item for line in lines if (item := one_line(line))]
        items = _items(_parts(_BREAKS, tidy(text)))
        if self.commas:
            items = [part for item in items for part in self.split_at_commas(item)]
        return items

    def split_at_commas(self, item: str) -> list[str]:
        """Split at commas before a new item: «учителя математики, 5 класс» is one."""
        parts: list[str] = []
        for part in at_commas(item):
            if parts and part[0].isdigit():
                parts[-1] += f", {part}"
            else:
                parts.append(part)
        return parts

    def show(self, value: Value) -> str:
        """Return the items one after another."""
        return "; ".join(value) if isinstance(value, list) else ""

    def write(self, value: Value) -> str:
        """Return the items one a line."""
        return "\n".join(value) if isinstance(value, list) else ""

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether one of the items holds the wanted text."""
        del context
        return isinstance(value, list) and any(fold(wanted) in fold(item) for item in value)

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of a list of texts."""
        return {"type": "array", "items": {"type": "string"}}


class Person(Text):
    """A person's name, as it was written."""

    metavar: ClassVar[str] = "ФИО"

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the name is the wanted one in any notation, or holds it."""
        return fold_person(str(value or "")) == fold_person(wanted) or super().matches(
            value, wanted, context
        )


class Persons(Texts):
    """Several persons; commas part them only where every part looks like a name."""

    metavar: ClassVar[str] = "ФИО"

    def split_at_commas(self, item: str) -> list[str]:
        """Split «Каменцов Е.О., Калинчук Р.Л.», not «Каменцов Е.О., методист»."""
        parts = at_commas(item)
        return parts if all(map(looks_like_person, parts)) else [item]

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether one of the persons is the wanted one in any notation."""
        persons = value if isinstance(value, list) else []
        return any(fold_person(item) == fold_person(wanted) for item in persons) or super().matches(
            value, wanted, context
        )


def at_commas(item: str) -> list[str]:
    """Return what stands between the commas outside of brackets and quotes."""
    return _items(_parts(_COMMAS, item))


def _parts(separators: re.Pattern[str], text: str) -> Iterator[str]:
    """Return what stands between separators, which the pattern tells from what is enclosed."""
    start = 0
    for match in separators.finditer(text):
        if match[1]:
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _items(parts: Iterable[str]) -> list[str]:
    tidied = (" ".join(part.split()).strip(" ,;") for part in parts)
    return [part for part in tidied if part]
