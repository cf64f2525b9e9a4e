"""The directory of associations (ОМО): which of them a code or a part of a name means."""

import re
from collections.abc import Iterable

from rumo_cli.errors import Misused, NotFound
from rumo_cli.records.values import Record
from rumo_cli.text import fold

OWN_PLAN = "rumo"
"""The owner of the association's own plan, beside the codes of the ОМО."""

_CODE = re.compile(r"(?:омо|omo|oмo)?[ -]*(?:№ *)?0*(\d{1,4})")
_ASSOCIATION = re.compile(
    r"^(?:(?:областн\w+\s+)?методическ\w+\s+объединени\w+|омо)\s+", re.IGNORECASE
)


class Directory:
    """The associations of the store, found by code, number, name or a unique part of a name."""

    def __init__(self, associations: Iterable[Record] = ()) -> None:
        self._titles: dict[str, str] = {}
        self._exact: dict[str, str] = {}
        for association in associations:
            self._enter(association)

    def _enter(self, association: Record) -> None:
        title = str(association.get("title") or "")
        code = str(association.get("code") or title)
        self._titles[code] = title
        for name in (code, title, _bare(title)):
            self._exact.setdefault(fold(name), code)
        number = _CODE.fullmatch(fold(code))
        if number:
            self._exact.setdefault(number[1], code)

    def __bool__(self) -> bool:
        """Tell whether any association is known."""
        return bool(self._titles)

    def title(self, code: str) -> str:
        """Return the name of an association, or the text itself where the directory lacks it."""
        return self._titles.get(code) or code

    def codes(self) -> list[str]:
        """Return the codes of all associations."""
        return list(self._titles)

    def find(self, name: str) -> list[str]:
        """Return the codes of the associations that a code or a part of a name means."""
        folded = fold(name)
        number = _CODE.fullmatch(folded)
        exact = self._exact.get(folded) or self._exact.get(_bare(folded))
        exact = exact or (number and self._exact.get(number[1])) or None
        if exact:
            return [exact]
        part = _bare(folded)
        return [code for code, title in self._titles.items() if part and part in fold(title)]

    def knows(self, name: str) -> bool:
        """Tell whether a name means exactly one association."""
        return len(self.find(name)) == 1

    def name(self, name: str, *, exact: bool) -> str:
        """Return the code of an association, or the text as it stands in a file (`exact`).

        A person who types is told of a name that means several associations (`Misused`) or none
        (`NotFound`); an empty directory refuses nothing.
        """
        found = self.find(name)
        if len(found) == 1:
            return found[0]
        if exact or not self:
            return name
        if found:
            raise Misused(_several(name, [f"{code} {self.title(code)}" for code in found]))
        raise NotFound(f"ОМО «{name}» нет в справочнике. Посмотрите список: rumo omo list")


def _bare(title: str) -> str:
    return _ASSOCIATION.sub("", title.strip())


def _several(name: str, found: list[str]) -> str:
    number = len(found)
    return "\n  ".join(
        [
            f"«{name}» — это несколько ОМО ({number}); назовите код или уточните название:",
            *found,
        ]
    )
