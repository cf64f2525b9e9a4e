"""The number of a letter: kept with the webinars it announced, and among the publications."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from commands.app import App
from commands.changes import NAMED, add_record, replace_record
from commands.describing import spoken_day
from commands.reading import find_to_change
from commands.years import check_open
from rumo_cli.calendar.years import AcademicYear
from rumo_cli.documents.letter import Letter
from rumo_cli.errors import RumoError
from rumo_cli.records.matching import Index
from rumo_cli.records.publication import PUBLICATION
from rumo_cli.records.values import Record
from rumo_cli.records.webinar import WEBINAR
from rumo_cli.text import plural
from store.contract import Snapshot, Transaction


class _Noted(NamedTuple):
    """The webinars that got a number as they were before, and whether the letter is new."""

    before: list[Record]
    published: bool


def check_open_for(snapshot: Snapshot, letter: Letter, day: date) -> None:
    """Raise `Refused`, before anything is written, where a year that the number goes to is closed.

    Those are the years of the webinars and that of the letter's own day.
    """
    webinars = (str(entry.record["academic_year"]) for entry in letter.schedule.entries)
    for year in (*webinars, str(AcademicYear.of(day))):
        check_open(snapshot, year)


def note_number(app: App, letter: Letter, day: date) -> None:
    """Keep the number and the day of a letter that is written, in one transaction.

    The letter comes first: a number in the store stands for a letter that there is. Where the
    store then fails, that is said, and the same command does the rest.
    """
    try:
        noted = app.store.run(lambda each: _note(app, each, letter, day), command=app.command_line)
    except RumoError:
        app.say_always("Письмо записано, но его номер не сохранён: повторите команду.")
        raise
    told = f"Письмо № {letter.number} от {spoken_day(day)}"
    if not any(noted):
        app.say(f"{told}: без изменений.")
        return
    number = len(noted.before)
    app.say(f"{told}: отмечено у {number} {plural(number, 'вебинара', 'вебинаров', 'вебинаров')}.")
    app.warn(_replaced(noted.before))


def _note(app: App, transaction: Transaction, letter: Letter, day: date) -> _Noted:
    noted = _Noted([], _publish(transaction, letter, day))
    for entry in letter.schedule.entries:
        before = find_to_change(app, transaction, WEBINAR, int(str(entry.record["id"])))
        after = before | {"letter_no": letter.number, "letter_date": day.isoformat()}
        if after != before:
            replace_record(transaction, WEBINAR, after)
            noted.before.append(before)
    return noted


def _publish(transaction: Transaction, letter: Letter, day: date) -> bool:
    """Add the letter to the publications, where a year's letters are counted; once."""
    record: Record = {
        "academic_year": str(AcademicYear.of(day)),
        "type": "letter",
        "title": f"{letter.title}, № {letter.number}",
        "date": day.isoformat(),
    }
    known = Index(PUBLICATION, transaction.all(PUBLICATION.key))
    if known.find(record) is not None:
        return False
    add_record(transaction, PUBLICATION, record)
    return True


def _replaced(webinars: Iterable[Record]) -> Iterable[str]:
    earlier = [each for each in webinars if each.get("letter_no")]
    for each in earlier[:NAMED]:
        day = f" от {spoken_day(each['letter_date'])}" if each.get("letter_date") else ""
        yield f"у webinar {each['id']} было другое письмо, № {each['letter_no']}{day}"
    if len(earlier) > NAMED:
        yield f"другое письмо было ещё у {len(earlier) - NAMED}"
