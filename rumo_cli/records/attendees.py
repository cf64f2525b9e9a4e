"""Who came to a webinar: which rows of a registration form are one person."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from rumo_cli.records.organisations import fold_municipality, same_organisation
from rumo_cli.records.persons import name_parts
from rumo_cli.text import one_line, sort_key

_BETWEEN = " | "


class Attendee(NamedTuple):
    """A person as a form has them; `contacts` tell one person from another and are never kept."""

    name: str
    organisation: str = ""
    municipality: str = ""
    contacts: frozenset[str] = frozenset()

    @property
    def line(self) -> str:
        """Return what is kept of a person: «Иванова Анна Петровна | СШ № 1 | Вяземский район»."""
        parts = (one_line(part.replace("|", "/")) for part in self[:3])
        return _BETWEEN.join(parts).rstrip(" |")


def read_attendee(line: str) -> Attendee:
    """Return the person of a kept line."""
    name, organisation, municipality, *_ = [*map(str.strip, line.split("|")), "", ""]
    return Attendee(name, organisation, municipality)


def distinct_people(attendees: Iterable[Attendee]) -> list[Attendee]:
    """Return every person once, under the fullest name, in the order of the alphabet.

    One person have names that agree («Иванова А.П.», «Иванова Анна Петровна») and the same place
    or contact. Namesakes of other schools stay apart, and what is empty disagrees with nothing.
    """
    by_surname: defaultdict[tuple[str, ...], list[_Person]] = defaultdict(list)
    for each in sorted(attendees, key=_vagueness):
        people = by_surname[name_parts(each.name)[:1]]
        known = next((person for person in people if person.is_same(each)), None)
        if known:
            known.take(each)
        else:
            people.append(_Person(each))
    found = (person.attendee for people in by_surname.values() for person in people)
    return sorted(found, key=lambda each: sort_key(each.line))


class _Person:
    """A person as all rows together have them."""

    def __init__(self, first: Attendee) -> None:
        self.attendee = first
        self._places = [first]

    def is_same(self, other: Attendee) -> bool:
        if not _names_agree(name_parts(self.attendee.name), name_parts(other.name)):
            return False
        if self.attendee.contacts & other.contacts:
            return True
        return any(_places_agree(place, other) for place in self._places)

    def take(self, other: Attendee) -> None:
        known = self.attendee
        self._places.append(other)
        self.attendee = Attendee(
            known.name,
            known.organisation or other.organisation,
            known.municipality or other.municipality,
            known.contacts | other.contacts,
        )


def _vagueness(attendee: Attendee) -> tuple[int, bool, bool]:
    """Return the key that puts whole names first, so that initials find the names they are of."""
    whole = sum(len(part) > 1 for part in name_parts(attendee.name))
    return -whole, not attendee.organisation, not attendee.municipality


def _names_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return all(
        not first or not second or _given_names_agree(first, second)
        for first, second in zip_longest(one[1:], other[1:])
    )


def _given_names_agree(first: str, second: str) -> bool:
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return first == second


def _places_agree(one: Attendee, other: Attendee) -> bool:
    towns = {fold_municipality(each.municipality) for each in (one, other) if each.municipality}
    schools = [each.organisation for each in (one, other) if each.organisation]
    return len(towns) < 2 and (len(schools) < 2 or same_organisation(*schools))
