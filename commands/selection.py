"""Which records a list shows: filters, a window of days, a search, an order."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

import click

from commands.app import ALL_YEARS, App
from commands.describing import spoken_day
from commands.field_names import FieldNames, LackName, Ordered
from commands.options import CountType, DayType, WeekType
from commands.reading import records_of
from commands.record_options import (
    field_options,
    reading_context,
    typed_values,
    understand,
    unfit,
)
from commands.years import check_year_exists, years_in
from rumo_cli.calendar.periods import Period
from rumo_cli.records.event_days import event_days
from rumo_cli.records.fields import Day, Days, Field, ReadingContext
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record, Value
from rumo_cli.text import fold
from store.contract import Snapshot


class Selection(NamedTuple):
    """What a list was asked for, apart from filters of fields."""

    without: tuple[tuple[Field, ...], ...] = ()
    week: Period | None = None
    since: date | None = None
    until: date | None = None
    search: str | None = None
    sort: Sequence[Ordered] = ()
    limit: int | None = None

    @property
    def window(self) -> Period | None:
        """Return the days that were asked for."""
        if self.week or not (self.since or self.until):
            return self.week
        return Period(self.since or date.min, self.until or date.max)


def selection_options(kind: Kind) -> list[click.Parameter]:
    """Return the options that choose records: a filter a field, and the common ones."""
    filtered = (each for each in kind.fields if each.key != "academic_year")
    common = [
        click.Option(["--without"], multiple=True, type=LackName(kind), help=_help_of_lacks(kind)),
        click.Option(["--search"], metavar="ТЕКСТ", help="Искать во всех полях (ё = е)."),
        click.Option(["--sort"], type=FieldNames(kind), metavar="ПОЛЕ,-ПОЛЕ",
                     help="Порядок; минус — по убыванию."),
        click.Option(["--limit"], type=CountType(0), metavar="ЧИСЛО",
                     help="Не больше стольких записей."),
    ]  # fmt: skip
    if day_of(kind):
        common += window_options()
    return [*field_options(filtered, filters=True), *common]


def window_options() -> list[click.Option]:
    """Return the options that choose days."""
    return [
        click.Option(["--week"], type=WeekType(), metavar="this|next|last|ДАТА|2024-W45",
                     help="Неделя: эта, следующая, прошлая, с этим днём, «14.10-20.10», "
                          "«45 неделя»."),
        click.Option(["--from", "since"], type=DayType(), help="С этого дня."),
        click.Option(["--to", "until"], type=DayType(), help="По этот день."),
    ]  # fmt: skip


def _help_of_lacks(kind: Kind) -> str:
    short = ", ".join(each.name for each in kind.lacks)
    also = f" Есть короткие имена: {short}." if short else ""
    return f"Только записи, где это поле пусто. Можно повторять.{also}"


def chosen_selection(options: Mapping[str, Any]) -> Selection:
    """Return what the common options say."""
    given = {name: options.get(name) for name in Selection._fields}
    return Selection(**{name: value for name, value in given.items() if value is not None})


def select(
    app: App, snapshot: Snapshot, kind: Kind, options: Mapping[str, Any]
) -> tuple[list[Record], str]:
    """Return the records that the options choose, and the words that name their year."""
    selection = chosen_selection(options)
    records = matching(app, snapshot, kind, options, selection.window)
    if selection.window:
        records = filter(_within(kind, selection.window), records)
    found = _ordered(kind, list(records), selection.sort)
    shown = found[: selection.limit]
    return shown, _words(app, kind, selection, shown)


def matching(
    app: App,
    snapshot: Snapshot,
    kind: Kind,
    options: Mapping[str, Any],
    window: Period | None,
) -> Iterable[Record]:
    """Return the records that answer to the filters, of whatever day.

    Those of every year where days are asked for (`window`): there `--year` alone narrows.
    """
    typed = typed_values(kind, options)
    context = reading_context(app, snapshot, _year_for_reading(app))
    if kind.yearly:
        check_year_exists(app, snapshot)
    years = _years(app, snapshot, window) if kind.yearly else ()
    records: Iterable[Record] = records_of(snapshot, kind, years)
    if kind.yearly:
        records = filter(_of_year(app, window), records)
    for keep in _conditions(kind, chosen_selection(options), typed, context):
        records = filter(keep, records)
    for day in _days_meant(kind, typed, context):
        app.say(day)
    return records


def day_of(kind: Kind) -> Callable[[Record], tuple[str, str] | None] | None:
    """Return what tells a record's first and last day: of an event, else of a deadline."""
    if kind.date:
        key = kind.date
        return lambda record: event_days(record, key)
    if "deadline_end" in kind.by_key:
        return lambda record: _same_day(record.get("deadline_end"))
    return None


def _same_day(day: object) -> tuple[str, str] | None:
    return (str(day), str(day)) if day else None


def _years(app: App, snapshot: Snapshot, window: Period | None) -> Collection[str]:
    """Return the years that are asked for; those of them that are closed are read only then."""
    if window and app.year_named is None:
        return years_in(snapshot, window)
    return snapshot.years() if _all_years(app) else [str(app.single_year)]


def _of_year(app: App, window: Period | None) -> Callable[[Record], bool]:
    if _all_years(app) or (window and app.year_named is None):
        return lambda record: True
    year = str(app.single_year)
    return lambda record: record.get("academic_year") == year


def _year_for_reading(app: App) -> Any:
    return app.default_year if app.year_named in (None, ALL_YEARS) else app.single_year


def _days_meant(
    kind: Kind, typed: Mapping[str, list[str]], context: ReadingContext
) -> Iterable[str]:
    """Return what to say of days that filters name without a year."""
    dates = {
        key: texts for key, texts in typed.items() if isinstance(kind.by_key[key].type, Day | Days)
    }
    return understand(kind, dates, context).days.values()


def _conditions(
    kind: Kind, selection: Selection, typed: Mapping[str, list[str]], context: ReadingContext
) -> Iterable[Callable[[Record], bool]]:
    for key, wanted in typed.items():
        yield _matching(kind.by_key[key], wanted, context)
    for fields in selection.without:
        yield _lacking(fields)
    if selection.search:
        yield _holding(kind, selection.search)


def _matching(
    field: Field, wanted: Sequence[str], context: ReadingContext
) -> Callable[[Record], bool]:
    nothing: Value = [] if field.type.several else None
    for text in wanted:
        try:
            field.type.matches(nothing, text, context)
        except ValueError as error:
            raise unfit(field, text, error) from None

    def keep(record: Record) -> bool:
        value = record.get(field.key)
        return any(field.type.matches(value, text, context) for text in wanted)

    return keep


def _lacking(fields: Sequence[Field]) -> Callable[[Record], bool]:
    return lambda record: all(_is_empty(record.get(field.key)) for field in fields)


def _is_empty(value: Value) -> bool:
    """Tell whether nothing is said; «нет» says nothing, but the number 0 does."""
    return not value and (value is False or value != 0)


def _holding(kind: Kind, text: str) -> Callable[[Record], bool]:
    folded = fold(text)
    return lambda record: any(folded in fold(field.show(record)) for field in kind.fields)


def _within(kind: Kind, window: Period) -> Callable[[Record], bool]:
    days = day_of(kind)
    start, end = window.start.isoformat(), window.end.isoformat()

    def keep(record: Record) -> bool:
        found = days(record) if days else None
        return found is not None and found[0] <= end and found[1] >= start

    return keep


def _ordered(kind: Kind, records: list[Record], sort: Sequence[Ordered]) -> list[Record]:
    """Sort stably by the last key first; an empty value stands last in either direction."""
    usual = [Ordered(kind.by_key[kind.date], descending=False)] if kind.date else []
    for field, descending in reversed(sort or usual):
        filled: list[Record] = []
        empty: list[Record] = []
        for each in records:
            value = each.get(field.key)
            (filled if value or not _is_empty(value) else empty).append(each)
        records = sorted(filled, key=_sort_key(field), reverse=descending) + empty
    return records


def _sort_key(field: Field) -> Callable[[Record], tuple[object, ...]]:
    key, sort = field.key, field.type.sort
    return lambda record: sort(record[key])


def _words(app: App, kind: Kind, selection: Selection, shown: Iterable[Record]) -> str:
    """Return the words that name the years or days of a list."""
    if not kind.yearly:
        return ""
    days = _week_words(kind, selection.week, shown) if selection.week else _window_words(selection)
    if app.year_named is None and days:
        return days
    years = "все учебные годы" if _all_years(app) else f"{app.single_year} учебный год"
    return f"{days}, {years}" if days else years


def _week_words(kind: Kind, week: Period, shown: Iterable[Record]) -> str:
    from rumo_cli.calendar.weeks import show_week

    days = day_of(kind)
    last = max((found[1] for each in shown if days and (found := days(each))), default="")
    return show_week(week, [week.end] if last >= week.end.isoformat() else ())


def _window_words(selection: Selection) -> str:
    since = f"с {spoken_day(selection.since)}" if selection.since else ""
    until = f"по {spoken_day(selection.until)}" if selection.until else ""
    return f"{since} {until}".strip()


def _all_years(app: App) -> bool:
    named = app.year_default if app.year_named is None else app.year_named
    return named == ALL_YEARS
