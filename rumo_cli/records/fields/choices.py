"""Fields with a fixed set of values: English keys in the store, Russian words for people."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from rumo_cli.records.fields.base import FieldType, Reading, ReadingContext
from rumo_cli.records.fields.mark_details import Details, details_of, stem
from rumo_cli.records.fields.texts import Texts
from rumo_cli.records.values import Record, Value
from rumo_cli.text import fold, tidy

_STOPS = " .;!"
_WORD = re.compile(r"\w+")
_MOVED_FROM = re.compile(r"\w+ со? ")
_PART = re.compile(r"\b(?P<done>\d{1,4}) ?(?:из|/) ?(?P<all>\d{1,4})\b|\b(?P<percent>\d{1,3}) ?%")


class Option(NamedTuple):
    """One allowed value: its key, its Russian word, and other words that files use for it.

    `leads` are words that mean it only at the head of a longer mark: «протокол № 2 от 30.10.2024».
    """

    key: str
    label: str
    words: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()


class Choice(FieldType):
    """One value of a fixed set; `otherwise` is that of a file's words which none stands for."""

    metavar: ClassVar[str] = "СЛОВО"

    def __init__(self, *options: Option, otherwise: str | None = None) -> None:
        self.options = options
        self.otherwise = otherwise
        self._labels = {option.key: option.label for option in options}
        self._keys = {
            fold(word): option.key
            for option in options
            for word in (option.key, option.label, *option.words)
        }
        self._stems: dict[tuple[str, ...], str] = {}
        for word, key in self._keys.items():
            if stems := _stems(word):
                self._stems.setdefault(stems, key)
        self._leads = dict(self._stems)
        for option in options:
            self._leads |= dict.fromkeys(map(_stems, option.leads), option.key)

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand a key, a label or a word of files, also at the head of a longer remark."""
        try:
            return Reading({key: self.key_of(text)})
        except ValueError:
            found = None if context.typed or context.own else self.leading(text) or self.otherwise
            if found is None:
                raise
        note = f"понято как «{self.show(found)}»; слова сохранены в примечаниях"
        return Reading({key: found, "notes": " ".join(text.split())}, (note,))

    def key_of(self, text: str) -> str:
        """Return the key that a word stands for, in any gender and number.

        `ValueError` names the words that are known.
        """
        found = self.known(text)
        if found is None:
            raise ValueError(f"ожидается одно из: {', '.join(self._labels.values())}")
        return found

    def known(self, text: str) -> str | None:
        """Return the key that a word stands for, None where it stands for none."""
        return self._keys.get(fold(text).strip(_STOPS)) or self._stems.get(_stems(text))

    def leading(self, text: str) -> str | None:
        """Return the key of the text, else of the longest known words that it begins with."""
        exact = self._keys.get(fold(text).strip(_STOPS))
        if exact is not None:
            return exact
        words = _stems(text)
        longest = min(len(words), max(map(len, self._leads), default=0))
        starts = (words[:length] for length in range(longest, 0, -1))
        return next((self._leads[start] for start in starts if start in self._leads), None)

    def show(self, value: Value) -> str:
        """Return the Russian word."""
        return self._labels.get(str(value), "" if value is None else str(value))

    def sort(self, value: Value) -> tuple[object, ...]:
        """Return the place that the set gives the value."""
        keys = list(self._labels)
        return (keys.index(str(value)) if value in keys else len(keys),)

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the value is the wanted one."""
        del context
        return value == self.key_of(wanted)

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of an enumeration."""
        return {"enum": list(self._labels)}

    def hints(self) -> tuple[str, ...]:
        """Return the keys."""
        return tuple(self._labels)

    def words(self) -> tuple[str, ...]:
        """Return the Russian words."""
        return tuple(self._labels.values())


class Kept(NamedTuple):
    """The keys that keep what a mark says beyond its status; None where a kind has no such field.

    `days` are the keys of the day of a mark by its status.
    """

    literal: str = "notes"
    days: Mapping[str, str] = MappingProxyType({})
    document: str | None = None
    done: str | None = None
    planned: str | None = None
    moved_to: str | None = None
    moved_from: str | None = None


class Status(Choice):
    """A status as people mark it: its leading word decides, and the mark is kept as it stands.

    `kept` names the fields for the day, the document, the count and the new time of a mark such
    as «выполнено 15.10.2024, протокол № 2» or «частично (2 из 3)».
    """

    def __init__(self, *options: Option, kept: Kept | None = None) -> None:
        super().__init__(*options)
        self.kept = kept or Kept()

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand «отменён», and of «отменён по болезни» the word that it begins with."""
        if context.typed or context.own:
            return Reading({key: self.key_of(text)})
        with suppress(ValueError):
            return Reading({key: self.key_of(text), **self._literal(text)})
        return self._read_at_length(key, text, context)

    def _literal(self, text: str) -> Record:
        """Return a mark as it stands, unless it is one of the words that statuses are shown by."""
        bare = fold(text).strip(_STOPS)
        plain = self.kept.literal == "notes" or bare in map(fold, self._labels.values())
        return {} if plain else {self.kept.literal: tidy(text)}

    def _read_at_length(self, key: str, text: str, context: ReadingContext) -> Reading:
        details = details_of(text, self._words, context)
        found = self.leading(text) or self._told_by(details)
        values: Record = {self.kept.literal: tidy(text)}
        if found is None and self.kept.moved_from and details.moved_from:
            return Reading(values | {self.kept.moved_from: details.moved_from})
        if found is None:
            expected = f"ожидается одно из: {', '.join(self._labels.values())}"
            return Reading(values, (f"отметка не понята и сохранена дословно; {expected}",))
        keys = self._keys_of(found, details)
        values = {key: found} | values | {each: value for each, value in keys if each}
        if not details.unread and all(each for each, _ in keys):
            return Reading(values)
        note = f"понято как «{self.show(found)}»; отметка сохранена дословно"
        return Reading(values, (note,))

    def _told_by(self, details: Details) -> str | None:
        """Return the status of a mark without a word of status: a count, a day, a document."""
        if "done" not in self._labels or details.unread:
            return None
        if details.part:
            return "partial" if details.part[0] < details.part[1] else "done"
        return "done" if details.day or details.document else None

    def _keys_of(self, status: str, details: Details) -> list[tuple[str | None, Value]]:
        """Return what a mark says beside its status, each with the key that keeps it."""
        kept = self.kept
        done, planned = details.part if details.part and details.counted else (None, None)
        said: list[tuple[str | None, Value]] = [
            (kept.days.get(status), details.day),
            (kept.document, details.document),
            (kept.done, done),
            (kept.planned, planned),
            (kept.moved_to if status == "postponed" else None, details.moved_to),
        ]
        return [(key, value) for key, value in said if value is not None]

    def leading(self, text: str) -> str | None:
        """Return the key of the longest known words that a text begins with.

        «Перенос с 17 октября» is no status: it tells where a day that holds has come from. What
        is said to be done and is not all done («выполнено 2 из 3») is `partial`.
        """
        found = super().leading(text)
        folded = fold(text)
        if found == "postponed" and _MOVED_FROM.match(folded):
            return None
        part = _PART.search(folded) if found == "done" and "partial" in self._labels else None
        if part is None:
            return found
        done, planned = (part["done"], part["all"]) if part["all"] else (part["percent"], "100")
        return "partial" if int(done) < int(planned) else found

    @cached_property
    def _words(self) -> frozenset[str]:
        """Return the stems of the words that statuses are told by."""
        return frozenset(word for phrase in self._leads for word in phrase)


class Choices(Texts):
    """Several values of a fixed set."""

    metavar: ClassVar[str] = "СЛОВО"
    wide = False

    def __init__(self, *options: Option) -> None:
        super().__init__()
        self.choice = Choice(*options)

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand each item."""
        found = [self.choice.read(key, item, context) for item in self.split(text, context)]
        keys = [str(each.values[key]) for each in found]
        remarks = [str(each.values["notes"]) for each in found if "notes" in each.values]
        values: Record = {key: self.gathered(keys)}
        if remarks:
            values["notes"] = "; ".join(remarks)
        return Reading(values, tuple(note for each in found for note in each.notes))

    def gathered(self, items: Iterable[str]) -> list[str]:
        """Return each value once."""
        return list(dict.fromkeys(items))

    def show(self, value: Value) -> str:
        """Return the Russian words."""
        return "; ".join(map(self.choice.show, value)) if isinstance(value, list) else ""

    def write(self, value: Value) -> str:
        """Return the Russian words one a line."""
        return "\n".join(map(self.choice.show, value)) if isinstance(value, list) else ""

    def matches(self, value: Value, wanted: str, context: ReadingContext) -> bool:
        """Tell whether the wanted one is among the values."""
        del context
        return isinstance(value, list) and self.choice.key_of(wanted) in value

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of a list of enumerated values."""
        return {"type": "array", "items": self.choice.schema()}

    def hints(self) -> tuple[str, ...]:
        """Return the keys."""
        return self.choice.hints()


def _stems(text: str) -> tuple[str, ...]:
    """Return the words of a text without their endings: «проведена», «проведено» are one."""
    return tuple(map(stem, _WORD.findall(fold(text))))
