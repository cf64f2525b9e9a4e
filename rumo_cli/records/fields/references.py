"""Fields that name other records: associations by code, records by name or by id."""

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from rumo_cli.records.directory import OWN_PLAN, Directory
from rumo_cli.records.fields.base import FieldType, Reading, ReadingContext
from rumo_cli.records.fields.choices import Choice
from rumo_cli.records.fields.numbers import Whole
from rumo_cli.records.fields.texts import Texts, at_commas
from rumo_cli.records.values import Record, Value
from rumo_cli.text import fold, one_line

_NAMED = re.compile(r"омо\b", re.IGNORECASE)
_LINK = re.compile(r"(?P<kind>[^\W\d]+)\s*(?:№\s*)?(?P<number>\d{1,15})")


class AssociationCodes(Texts):
    """Associations (ОМО), kept by code; one that the directory lacks stays as text."""

    metavar: ClassVar[str] = "ОМО"
    wide = False

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Name each association of a cell by its code."""
        names = self.split(text, context)
        found = [context.directory.name(name, exact=not context.typed) for name in names]
        return Reading({key: self.gathered(found)})

    def gathered(self, items: Iterable[str]) -> list[str]:
        """Return each association once."""
        return list(dict.fromkeys(items))

    def split(self, text: str, context: ReadingContext) -> list[str]:
        """Split at commas and «и» only between names: names of associations hold commas."""
        if context.typed or context.own:
            return super().split(text, context)
        if context.directory.knows(text):
            return [one_line(text)]
        items = Texts(commas=False).split(text, context)
        return [name for item in items for name in _names(item, context.directory)]

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the wanted association is among the values, or its words are in one."""
        codes = value if isinstance(value, list) else []
        return _names_one_of(codes, wanted, context.directory)


class Owner(FieldType):
    """Whose plan or meeting it is: `rumo`, or the code of an association."""

    metavar: ClassVar[str] = "РУМО|ОМО"

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand «РУМО» and every name of an association."""
        name = one_line(text)
        if fold(name) in {OWN_PLAN, "румо"}:
            return Reading({key: OWN_PLAN})
        return Reading({key: context.directory.name(name, exact=not context.typed)})

    def show(self, value: Value) -> str:
        """Return «РУМО» or the code."""
        return "РУМО" if value == OWN_PLAN else str(value or "")

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the value is the wanted owner, or its words are in it."""
        owner = self.read("", wanted, context).values[""]
        return value == owner or (
            owner != OWN_PLAN and _names_one_of([str(value)], wanted, context.directory)
        )


class RecordName(FieldType):
    """Another record, named by the text that names it (a programme by its title)."""

    wide = True

    def __init__(self, kind: str, name: str) -> None:
        self.kind = kind
        self.name = name


class RecordId(Whole):
    """Another record, named by its id."""

    metavar: ClassVar[str] = "ID"
    align: ClassVar[Literal["left", "right"]] = "right"

    def __init__(self, kind: str) -> None:
        self.kind = kind


class RecordLinks(Texts):
    """Other records, each named by its kind and id, and kept so: «webinar 12»."""

    metavar: ClassVar[str] = '"ВИД ID"'

    def __init__(self, kinds: Choice) -> None:
        super().__init__()
        self.kinds = kinds

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand «webinar 12», «вебинар № 12»; other words of a file go to the notes."""
        items = self.split(text, context)
        links = [link for item in items if (link := self._link(item))]
        others = [item for item in items if not self._link(item)]
        if others and context.typed:
            raise ValueError(f"ожидаются вид и номер записи: {self._examples()}")
        if others and context.own:
            return Reading({key: self.gathered(items)})
        values: Record = {key: self.gathered(links)} if links else {}
        if not others:
            return Reading(values)
        note = "записи названы не видом и номером; слова сохранены в примечаниях"
        return Reading(values | {"notes": "; ".join(others)}, (note,))

    def split(self, text: str, context: ReadingContext) -> list[str]:
        """Split typed text at commas too; what rumo wrote has an item a line."""
        items = super().split(text, context)
        return [part for item in items for part in at_commas(item)] if context.typed else items

    def gathered(self, items: Iterable[str]) -> list[str]:
        """Return each record once."""
        return list(dict.fromkeys(items))

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the wanted record is among the values, or its words are in one."""
        link = self._link(wanted)
        if link is None:
            return super().matches(value, wanted, context)
        return isinstance(value, list) and link in value

    def named(self, value: Value) -> Iterator[tuple[str, int]]:
        """Yield the kind and id of each record among the values; other text names none."""
        for text in value if isinstance(value, list) else ():
            kind, _, number = text.partition(" ")
            if kind in self.hints() and number.isdecimal():
                yield kind, int(number)

    def hints(self) -> tuple[str, ...]:
        """Return the kinds."""
        return self.kinds.hints()

    def _examples(self) -> str:
        return ", ".join(f"«{kind} 12»" for kind in self.hints())

    def _link(self, text: str) -> str | None:
        match = _LINK.fullmatch(text)
        kind = self.kinds.known(match["kind"]) if match else None
        return link_to(kind, int(match["number"])) if match and kind else None


def link_to(kind: str, number: int) -> str:
    """Return how a link names a record: «webinar 12»."""
    return f"{kind} {number}"


def _names_one_of(values: Iterable[str], wanted: str, directory: Directory) -> bool:
    """Tell whether a name is among the values: its code, or a part of a text that has none."""
    code = directory.name(wanted, exact=False)
    if directory:
        return code in values
    return any(fold(wanted) in fold(value) for value in values)


def _names(item: str, directory: Directory) -> list[str]:
    if directory.knows(item):
        return [item]
    for text in (item, re.sub(r"\s+и\s+", ", ", item)):
        parts = at_commas(text)
        if len(parts) > 1 and all(directory.knows(part) or _NAMED.match(part) for part in parts):
            return parts
    return [item]
