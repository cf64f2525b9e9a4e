"""The directory of associations (ОМО): which of them a code or a part of a name means."""

import re
from collections import defaultdict
from collections.abc import Iterable

from rumo_cli.errors import Misused, NotFound
from rumo_cli.records.values import Record
from rumo_cli.text import fold

OWN_PLAN = "rumo"
"""The owner of the association's own plan, beside the codes of the ОМО."""

_CODE = re.compile(r"(?:омо)?[ -]*(?:№ *)?0*(\d{1,4})")
_LOOK_ALIKES = str.maketrans("abcehkmoptxy", "авсенкмортху")
_ASSOCIATION = re.compile(
    r"^(?:(?:областн\w+\s+)?методическ\w+\s+объединени\w+|омо)\s+", re.IGNORECASE
)


class Directory:
    """The associations of the store, found by code, number, name or a unique part of a name."""

    def __init__(self, associations: Iterable[Record] = ()) -> None:
        self._titles: dict[str, str] = {}
        self._exact: defaultdict[str, list[str]] = defaultdict(list)
        for association in associations:
            self._enter(association)

    def _enter(self, association: Record) -> None:
        title = str(association.get("title") or "")
        code = str(association.get("code") or title)
        self._titles[code] = title
        folded = _fold(code)
        for name in {folded, _fold(title), _fold(_bare(title)), *_number(folded)}:
            self._exact[name].append(code)

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
        folded = _fold(name)
        for exact in (folded, _bare(folded), *_number(folded)):
            if exact in self._exact:
                return list(self._exact[exact])
        part = _bare(fold(name))
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


def _fold(name: str) -> str:
    """Return a name for comparison; Latin letters that look like Russian ones are those."""
    return fold(name).translate(_LOOK_ALIKES)


def _number(folded: str) -> tuple[str, ...]:
    """Return the number of a code, if it has one: 4 of «ОМО-04»."""
    match = _CODE.fullmatch(folded)
    return (match[1],) if match else ()


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


def directory_with(known: Iterable[Record], incoming: Iterable[Record]) -> Directory:
    """Return the directory of the known associations and of those that an import brings."""
    return Directory({_name_of(each): each for each in [*known, *incoming]}.values())


def _name_of(association: Record) -> str:
    return _fold(str(association.get("code") or association.get("title")))
