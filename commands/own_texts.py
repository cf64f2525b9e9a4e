"""The methodist's own texts of an analysis: found, written, taken away, taken over."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from commands.changes import add_record, remove_records, replace_record
from commands.reading import records_in
from commands.years import check_open, settings_of
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.errors import Misused, NotFound
from rumo_cli.records.own_text import PLACE, TEXT, USUAL_PLACE
from rumo_cli.records.sections import SECTION
from rumo_cli.records.values import Record
from rumo_cli.text import quoted
from store.contract import Snapshot, Transaction

CARRIED = ("directions", "priorities")
"""Sections whose own texts a new year takes over: they follow orders that stay in force."""


class Written(NamedTuple):
    """A text in its place; `before` is what stood there."""

    record: Record
    before: str | None = None

    @property
    def changed(self) -> bool:
        """Tell whether it says something else now."""
        return self.before != self.record["text"]


def texts_in(
    snapshot: Snapshot, year: AcademicYear, sections: Collection[str] = ()
) -> list[Record]:
    """Return the texts of a year, by default of all sections, in the order of the analysis."""
    texts = records_in(snapshot, TEXT, [str(year)])
    wanted = (each for each in texts if not sections or each["section"] in sections)
    return sorted(wanted, key=_order)


def chosen(texts: Sequence[Record], place: str | None) -> list[Record]:
    """Return those of a section's texts that stand in a place, all where none is named."""
    return [each for each in texts if place in {None, each["place"]}]


def place_of(texts: Sequence[Record], place: str | None) -> str:
    """Return the place that a text is meant for: that of the only text, where none is named.

    Raise `Misused` where several texts stand in the section.
    """
    if place is None and len(texts) > 1:
        section = SECTION.show(texts[0]["section"])
        places = ", ".join(str(each["place"]) for each in texts)
        raise Misused(
            f"В разделе {quoted(section)} своих текстов несколько; укажите --place: {places}."
        )
    return place or (str(texts[0]["place"]) if texts else USUAL_PLACE)


def write_text(
    transaction: Transaction, year: AcademicYear, section: str, place: str | None, text: str
) -> Written:
    """Put a text in its place; raise `Misused` as `place_of` does, `Refused` in a closed year."""
    check_open(transaction, str(year))
    texts = texts_in(transaction, year, [section])
    where = place_of(texts, place)
    record: Record = {
        "academic_year": str(year), "section": section, "place": where, "text": text,
    }  # fmt: skip
    return _put(transaction, chosen(texts, where), record)


def remove_texts(
    transaction: Transaction, year: AcademicYear, section: str, place: str | None
) -> list[Record]:
    """Take the texts of a section away, or the one in a place; `NotFound` where there is none."""
    check_open(transaction, str(year))
    texts = chosen(texts_in(transaction, year, [section]), place)
    if not texts:
        raise NotFound(none_there(section, year, place))
    remove_records(transaction, TEXT, [int(str(each["id"])) for each in texts])
    return texts


def take_texts(
    transaction: Transaction,
    source: AcademicYear,
    year: AcademicYear,
    section: str,
    place: str | None,
) -> list[Written]:
    """Give a section the texts that it has in another year, in the same places.

    Raise `NotFound` where the store does not know the source or there is no text, `Refused` where
    `year` is closed.
    """
    if source == year:
        raise Misused(f"--from {source}: это тот же учебный год, назовите другой.")
    check_open(transaction, str(year))
    settings_of(transaction, source)
    texts = chosen(texts_in(transaction, source, [section]), place)
    if not texts:
        raise NotFound(none_there(section, source, place))
    return [
        write_text(transaction, year, section, str(each["place"]), str(each["text"]))
        for each in texts
    ]


def carry_texts(transaction: Transaction, source: AcademicYear, year: AcademicYear) -> list[Record]:
    """Take over the texts that hold from year to year, of sections that the year has none of."""
    present = {each["section"] for each in texts_in(transaction, year)}
    texts = texts_in(transaction, source, CARRIED)
    taken = [each for each in texts if each["section"] not in present]
    for each in taken:
        add_record(transaction, TEXT, each | {"id": None, "academic_year": str(year)})
    return taken


def spoken_place(section: str, year: AcademicYear, place: str | None) -> str:
    """Return in words where a text stands: its section, its year, its place."""
    said = f", {PLACE.show(place)} написанного rumo" if place else ""
    return f"{quoted(SECTION.show(section))}, {year} учебный год{said}"


def none_there(section: str, year: AcademicYear, place: str | None) -> str:
    """Return the message of a place without a text."""
    return f"Своего текста нет: {spoken_place(section, year, place)}."


def _put(transaction: Transaction, standing: Sequence[Record], record: Record) -> Written:
    if not standing:
        add_record(transaction, TEXT, record)
        return Written(record)
    replace_record(transaction, TEXT, record | {"id": standing[0]["id"]})
    return Written(record, str(standing[0]["text"]))


def _order(text: Record) -> tuple[object, ...]:
    return SECTION.sort(text["section"]), PLACE.sort(text["place"])
