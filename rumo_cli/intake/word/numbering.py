"""The numbers that Word puts before paragraphs by itself: they are not in the text.

Only decimal lists are counted, «1», «1.2»: plans number their items so.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from rumo_cli.intake.word.xml import value, w

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_LEVEL = re.compile(r"%(\d)")


class _Level(NamedTuple):
    """A level of a list: its first number, how numbers are written, and what stands around."""

    start: int
    notation: str
    text: str


class _List(NamedTuple):
    """A list: the definition that it shares with others, and the levels it begins anew."""

    definition: str
    restarts: Mapping[int, int]


class Numbering:
    """Counts the numbered paragraphs of a document; they must come in the document's order."""

    def __init__(self, numbering: "Element | None", styles: "Element | None") -> None:
        self._lists = {} if numbering is None else dict(map(_list, numbering.iter(w("num"))))
        self._levels = {} if numbering is None else _levels(numbering)
        self._by_style = {} if styles is None else _numbered_styles(styles)
        self._counters: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def count(self, paragraph: "Element") -> str:
        """Return the number of the next paragraph, «» for one that has none."""
        key, depth = self._place(paragraph)
        if key not in self._lists:
            return ""
        levels = self._levels.get(self._lists[key].definition, {})
        if depth not in levels:
            return ""
        counters = self._counters[self._lists[key].definition]
        self._begin(key, counters)
        counters[depth] = counters.get(depth, levels[depth].start - 1) + 1
        for lower in [each for each in counters if each > depth]:
            del counters[lower]
        return _written(levels, depth, counters)

    def is_item(self, paragraph: "Element") -> bool:
        """Tell whether a paragraph is an item of a list, whatever its marks."""
        return bool(self.list_of(paragraph))

    def list_of(self, paragraph: "Element") -> str:
        """Return what names the list and level that a paragraph is an item of, «» for none."""
        key, depth = self._place(paragraph)
        return f"{key}/{depth}" if key in self._lists else ""

    def _place(self, paragraph: "Element") -> tuple[str, int]:
        """Return the list and the level of a paragraph, its own or those of its style."""
        key = value(paragraph, "pPr", "numPr", "numId")
        if key is None:
            return self._by_style.get(value(paragraph, "pPr", "pStyle") or "", ("", 0))
        return key, int(value(paragraph, "pPr", "numPr", "ilvl") or 0)

    def _begin(self, key: str, counters: dict[int, int]) -> None:
        if key not in self._begun:
            self._begun.add(key)
            counters.update(
                (depth, start - 1) for depth, start in self._lists[key].restarts.items()
            )


def _list(num: "Element") -> tuple[str, _List]:
    starts = (
        (int(each.get(w("ilvl"))), value(each, "startOverride"))
        for each in num.findall(w("lvlOverride"))
    )
    restarts = {depth: int(start) for depth, start in starts if start is not None}
    return num.get(w("numId")), _List(value(num, "abstractNumId") or "", restarts)


def _levels(numbering: "Element") -> dict[str, dict[int, _Level]]:
    return {
        definition.get(w("abstractNumId")): {
            int(each.get(w("ilvl"))): _Level(
                int(value(each, "start") or 1),
                value(each, "numFmt") or "decimal",
                value(each, "lvlText") or "",
            )
            for each in definition.findall(w("lvl"))
        }
        for definition in numbering.iter(w("abstractNum"))
    }


def _numbered_styles(styles: "Element") -> dict[str, tuple[str, int]]:
    found = {}
    for style in styles.iter(w("style")):
        key = value(style, "pPr", "numPr", "numId")
        if key is not None:
            depth = int(value(style, "pPr", "numPr", "ilvl") or 0)
            found[style.get(w("styleId"))] = (key, depth)
    return found


def _written(levels: Mapping[int, _Level], depth: int, counters: Mapping[int, int]) -> str:
    """Return «1.2» for the text «%1.%2.»; nothing for bullets, letters and Roman numbers."""
    text = levels[depth].text
    used = {int(number) - 1 for number in _LEVEL.findall(text)}
    if not used or any(
        level not in levels or levels[level].notation != "decimal" for level in used
    ):
        return ""
    numbers = {level: str(counters.get(level, levels[level].start)) for level in used}
    return _LEVEL.sub(lambda match: numbers[int(match[1]) - 1], text).strip(" .)")
