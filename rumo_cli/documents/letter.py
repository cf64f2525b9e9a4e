"""The information letter: which webinars the education authorities are told of, by whom."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rumo_cli.calendar.period_words import during
from rumo_cli.calendar.weekdays import show_day, weekday_name
from rumo_cli.calendar.zones import MOSCOW
from rumo_cli.documents.entries import Entry
from rumo_cli.documents.form_nouns import FORM_NOUNS
from rumo_cli.documents.schedule import Schedule, ScheduleDay
from rumo_cli.nouns import Noun
from rumo_cli.records.values import Value
from rumo_cli.tables.printable import file_line
from rumo_cli.text import listed, plural

REQUIRED = ("institute", "signatory", "signatory_position")
"""The settings of a year that no letter goes out without."""

USUAL_ADDRESSEE = (
    "Руководителям органов местного самоуправления, осуществляющих управление в сфере образования"
)
GREETING = "Уважаемые коллеги!"
MESSAGE = (
    "Информируем вас о том, что {период} в рамках «Горячей линии РУМО» {состоятся} {количество} "
    "для педагогических работников."
)
REQUEST = (
    "Просим довести данную информацию до сведения руководителей образовательных организаций и "
    "педагогических работников."
)
UNDATED = "По отдельному графику, даты будут сообщены дополнительно:"
CONTACTS = "Контакты для справок: {контакты}"

_BLANK_DATE, _BLANK_NUMBER = "_" * 14, "_" * 12


@dataclass(frozen=True)
class Letter:
    """A letter: what it announces, and the settings of the year that name who sends it.

    A letter without a number and a day has lines to write them on.
    """

    schedule: Schedule
    settings: Mapping[str, Value]
    number: str = ""
    day: date | None = None
    addressees: tuple[str, ...] = (USUAL_ADDRESSEE,)

    @property
    def title(self) -> str:
        """Return the heading of the text: what the letter is about."""
        about = [noun.agreeing_of(min(number, 2)) for noun, number in self._counted]
        return f"О проведении {listed(about)} {self.period}"

    @property
    def period(self) -> str:
        """Return when: «с 14 по 19 октября 2024 года»."""
        return during(self.schedule.told)

    @property
    def amount(self) -> str:
        """Return how many of what: «21 вебинар», «2 вебинара и 1 консультация»."""
        return listed([noun.counted(number) for noun, number in self._counted])

    @property
    def takes_place(self) -> str:
        """Return the verb that agrees with the amount."""
        (_, number), *others = self._counted
        return plural(2 if others else number, "состоится", "состоятся", "состоятся")

    @property
    def missing(self) -> list[str]:
        """Return the settings that it lacks and cannot go out without."""
        return [key for key in REQUIRED if not self.settings.get(key)]

    @property
    def rows(self) -> list[dict[str, str]]:
        """Return what is told of each webinar on each of its days."""
        return [self._row(entry, day) for day, entries in self.schedule.days for entry in entries]

    @property
    def undated_rows(self) -> list[dict[str, str]]:
        """Return what is told of each webinar without a date."""
        return [self._row(entry, None) for entry in self.schedule.undated]

    def texts(self) -> dict[str, str]:
        """Return what the letter says, by the names that its template has for it."""
        told = {name: self._setting(key) for name, key in _SETTINGS.items()}
        return told | {
            "дата": show_day(self.day) if self.day else _BLANK_DATE,
            "номер": self.number or _BLANK_NUMBER,
            "адресат": "\n".join(self.addressees),
            "заголовок": self.title,
            "период": self.period,
            "состоятся": self.takes_place,
            "количество": self.amount,
            "часовой_пояс": "" if self.schedule.timezone == MOSCOW else self.schedule.zone,
        }

    @property
    def _counted(self) -> list[tuple[Noun, int]]:
        """Return what has a date by its form, each webinar once, with how many there are."""
        dated = {e.record["id"]: _form(e) for day in self.schedule.days for e in day.entries}
        numbers = Counter(dated.values())
        return [(noun, numbers[form]) for form, noun in FORM_NOUNS.items() if numbers[form]]

    def _setting(self, key: str) -> str:
        return file_line(str(self.settings.get(key) or ""))

    def _row(self, entry: Entry, day: date | None) -> dict[str, str]:
        told = {
            "дата": show_day(day) if day else "",
            "день_недели": weekday_name(day) if day else "",
            "время": self.schedule.hours(entry, day),
            "тема": entry.title,
            "форма": "" if _form(entry) == "webinar" else entry.form,
            "категория": "; ".join(entry.audience),
            "спикеры": "; ".join(map(str, entry.speakers)) or "; ".join(entry.responsible),
            "омо": "; ".join(entry.associations),
            "направление": entry.theme,
            "ссылка": entry.access,
            "изменение": entry.change,
            "другие_дни": entry.other_days(day),
        }
        return {name: file_line(text) for name, text in told.items()}


_SETTINGS = {
    "регион": "region",
    "институт": "institute",
    "адрес_института": "institute_address",
    "объединение": "association",
    "должность": "signatory_position",
    "подпись": "signatory",
    "контакты": "contacts",
    "исполнитель": "executor",
}


def announced(schedule: Schedule) -> Schedule:
    """Return a schedule without what was cancelled or put off: nobody is invited to that."""
    undated = tuple(entry for entry in schedule.undated if not entry.off)
    return replace(schedule, days=tuple(_days(schedule)), undated=undated)


def _form(entry: Entry) -> str:
    return str(entry.record.get("form") or "webinar")


def _days(schedule: Schedule) -> Iterator[ScheduleDay]:
    for day, entries in schedule.days:
        kept = tuple(entry for entry in entries if not entry.off)
        if kept:
            yield ScheduleDay(day, kept)
