"""Headings of foreign tables: which field a column holds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.intake.heading_names import Closeness, Found, heading_names
from rumo_cli.intake.heading_words import fold_heading, legible
from rumo_cli.records.fields import Choice, Choices, Field, FieldType, Whole
from rumo_cli.records.kind import ID_HEADING, Kind
from rumo_cli.text import fold

REJECT_HEADINGS = ("Файл", "Строка", "Ошибка")
"""The columns that a file of refused rows has beside those of the register."""

DEADLINE = "deadline_text"
_ANY_YEAR = AcademicYear(2024)
_SURE = {Closeness.NAMED, Closeness.SAME_WORDS, Closeness.SAME_BUT_TOPIC}


class Columns(NamedTuple):
    """What the columns of a table hold."""

    fields: Mapping[int, Field]
    headings: tuple[str, ...]
    own: bool
    """Written by rumo itself: cells are in rumo's own notation, ids may be trusted."""
    guarded: bool = False
    """Written for spreadsheets: texts that look like formulas carry a guard."""
    guessed: tuple[int, ...] = ()
    """The columns whose headings only resemble the names of their fields."""
    periods: tuple[int, ...] = ()
    """The columns of quarters or months that together tell a deadline: «I квартал», «май»."""

    @property
    def known(self) -> int:
        """Return how many columns are understood."""
        return len(self.fields) + len(self.periods)

    @property
    def unknown(self) -> list[str]:
        """Return the headings that name no field."""
        return [
            heading
            for place, heading in enumerate(self.headings)
            if heading and place not in self.fields and place not in self.periods
            if heading not in REJECT_HEADINGS
        ]


class _Claim(NamedTuple):
    """A field that a column could hold; claims sort by how likely that is."""

    closeness: Closeness
    fit: int
    rank: int
    place: int
    key: str


def match_headings(
    kind: Kind,
    cells: Sequence[str],
    aliases: Mapping[str, str] | None = None,
    *,
    below: Sequence[Sequence[str]] = (),
    tolerant: bool = False,
    keyed: bool = False,
) -> Columns:
    """Return what each column holds; `aliases` are folded headings and the keys they stand for.

    Where several columns could hold one field, the surest name wins, unless the field takes
    several values; the cells `below` decide between fields of one name. A misspelt heading
    counts where `tolerant`; headings that are `keyed` are the keys of JSON objects.
    """
    headings = tuple(map(legible, cells))
    own, guarded = _is_own(kind, headings, keyed=keyed)
    claims: list[_Claim] = []
    for place, cell in enumerate(cells):
        found = _find(kind, cell, aliases or {}, own=own, keyed=keyed, tolerant=tolerant)
        claims += _claims(kind, place, found, below)
    taken = _share_out(kind, sorted(claims))
    fields = {place: kind.by_key[claim.key] for place, claim in sorted(taken.items())}
    guessed = tuple(place for place in fields if taken[place].closeness not in _SURE)
    return Columns(fields, headings, own, guarded, guessed, _periods(kind, headings, fields))


def is_period(heading: str) -> bool:
    """Tell a heading that names a quarter, a month or the like, for any plan."""
    from rumo_cli.calendar.deadlines import read_deadline

    return read_deadline(heading, _ANY_YEAR).kind in {"month", "range"}


def nearest(kind: Kind, heading: str) -> list[str]:
    """Return the labels of the fields whose headings look most like this one."""
    return heading_names(kind.key).nearest(heading)


def _periods(kind: Kind, headings: Sequence[str], fields: Mapping[int, Field]) -> tuple[int, ...]:
    if DEADLINE not in kind.by_key or DEADLINE in {field.key for field in fields.values()}:
        return ()
    places = (place for place, heading in enumerate(headings) if heading and place not in fields)
    found = tuple(place for place in places if is_period(headings[place]))
    return found if len(found) > 1 else ()


def _is_own(kind: Kind, headings: Sequence[str], *, keyed: bool) -> tuple[bool, bool]:
    """Tell whether rumo wrote the table, for scripts by keys or for spreadsheets by labels."""
    filled = [heading for heading in headings if heading and heading not in REJECT_HEADINGS]
    by_keys = len(filled) > (not keyed) and all(heading in kind.by_key for heading in filled)
    guarded = any(fold(heading) == fold(ID_HEADING) for heading in filled)
    return by_keys or guarded, guarded


def _find(
    kind: Kind, cell: str, aliases: Mapping[str, str], *, own: bool, keyed: bool, tolerant: bool
) -> list[Found]:
    """Return the fields that a heading may name; computed ones and ids only in rumo's tables."""
    heading, folded = " ".join(cell.split()), fold_heading(cell)
    if not folded:
        return []
    typed = keyed and heading in kind.by_key and not kind.by_key[heading].derived
    if folded in aliases or typed or (own and heading in kind.by_key):
        return [Found(Closeness.NAMED, -1, aliases.get(folded, heading))]
    names = heading_names(kind.key)
    found = names.find(cell) or (names.find_misspelt(cell) if tolerant else [])
    return [each for each in found if own or not kind.by_key[each.key].derived]


def _claims(
    kind: Kind, place: int, found: Sequence[Found], below: Sequence[Sequence[str]]
) -> Iterator[_Claim]:
    shared = len({each.key for each in found}) > 1
    cells = [row[place] for row in below if place < len(row) and row[place].strip()]
    for closeness, rank, key in found:
        fit = _fit(kind.by_key[key].type, cells) if shared else 0
        yield _Claim(closeness, fit, rank, place, key)


def _fit(field_type: FieldType, cells: Sequence[str]) -> int:
    """Return 0 where most cells are such as only this type reads, 1 for texts, 2 for others."""
    figures = 2 * sum(cell.strip()[:1].isdigit() for cell in cells) > len(cells)
    match field_type:
        case Whole():
            return 0 if figures else 2
        case Choice() | Choices():
            choice = field_type.choice if isinstance(field_type, Choices) else field_type
            return 0 if 2 * sum(map(bool, map(choice.leading, cells))) > len(cells) else 2
    return 2 if figures else 1


def _share_out(kind: Kind, claims: Sequence[_Claim]) -> dict[int, _Claim]:
    taken: dict[int, _Claim] = {}
    held: set[str] = set()
    for claim in claims:
        shareable = kind.by_key[claim.key].type.several and claim.closeness in _SURE
        if claim.place not in taken and (shareable or claim.key not in held):
            taken[claim.place] = claim
            held.add(claim.key)
    return taken
