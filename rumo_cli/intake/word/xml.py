"""The elements of a Word document: their names, and how to walk them.

No function calls itself: how deep a document nests its tables is up to who wrote it.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFF = {"0", "false", "off"}


@cache
def w(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{_WORD}}}{name}"


PARAGRAPH, TABLE, ROW, CELL = w("p"), w("tbl"), w("tr"), w("tc")
_WRAPPERS = {w("sdt"), w("sdtContent"), w("customXml"), w("smartTag")}


def children(parent: "Element", *tags: str) -> Iterator["Element"]:
    """Yield the children of these names in their order, those in content controls too."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if element.tag in tags:
            yield element
        elif element.tag in _WRAPPERS:
            waiting.extend(reversed(element))


def walk(
    root: "Element", is_unread: Callable[["Element"], bool]
) -> Iterator[tuple["Element", bool]]:
    """Yield every element where it begins and, with True beside it, where it ends."""
    waiting = [(root, False)]
    while waiting:
        element, ended = waiting.pop()
        if ended:
            yield element, True
        elif not is_unread(element):
            yield element, False
            waiting.append((element, True))
            waiting.extend((child, False) for child in reversed(element))


def nested(parent: "Element", *path: str) -> "Element | None":
    """Return the first child of the first name, its child of the second, and so on."""
    found: Element | None = parent
    for name in path:
        if found is None:
            break
        # Many times as fast as `find`, which every run of text would be asked with.
        found = next(found.iterchildren(w(name)), None)
    return found


def value(parent: "Element", *path: str) -> str | None:
    """Return the `w:val` of a nested element, or None where it or its value is missing."""
    found = nested(parent, *path)
    text: str | None = None if found is None else found.get(w("val"))
    return text


def is_on(parent: "Element", *path: str) -> bool:
    """Tell whether a property is switched on: it is there, and not with a value that denies it."""
    found = nested(parent, *path)
    return found is not None and found.get(w("val")) not in _OFF
