"""The groups that records fall into: by association, by month and quarter, by a text."""

from collections.abc import Callable, Iterable

from rumo_cli.calendar.months import month_name
from rumo_cli.figures.summary import NOT_NAMED, Group, texts_of
from rumo_cli.records.directory import OWN_PLAN, Directory
from rumo_cli.records.fields import Choices
from rumo_cli.records.kind import Kind
from rumo_cli.records.persons import fold_person, looks_like_person
from rumo_cli.records.values import Record
from rumo_cli.text import fold, sort_key

Grouping = Callable[[Record], Iterable[Group]]

UNDATED = Group("undated", "без даты", (1,))
ROMAN = ("I", "II", "III", "IV")


def by_association(key: str, directory: Directory) -> Grouping:
    """Group by the associations that a field names, in the order of the directory."""
    order = {code: place for place, code in enumerate(directory.codes())}

    def groups(record: Record) -> Iterable[Group]:
        codes = texts_of(record.get(key))
        for code in codes:
            if code == OWN_PLAN:
                yield Group(code, "РУМО", (0, -1, ""))
            else:
                place = order.get(code, len(order))
                yield Group(code, directory.title(code), (0, place, sort_key(code)))
        if not codes:
            yield NOT_NAMED

    return groups


def by_text(key: str) -> Grouping:
    """Group by the text or texts of a field, in the order of the alphabet.

    Case and ё do not part groups, nor do the notations of a person's name.
    """
    return _by_spelling(key, lambda label, _: sort_key(label), fold_name)


def by_section(key: str) -> Grouping:
    """Group as `by_text`, sections in the order that their plan has them in."""
    return _by_spelling(key, lambda _, place: place, fold_name)


def by_person(key: str) -> Grouping:
    """Group by the person or people of a field, in the order of the alphabet."""
    return _by_spelling(key, lambda label, _: sort_key(label), fold_person)


def _by_spelling(
    key: str, order: Callable[[str, int], object], folded: Callable[[str], str]
) -> Grouping:
    spellings: dict[str, Group] = {}

    def group(text: str) -> Group:
        same = folded(text)
        if same not in spellings:
            spellings[same] = Group(text, text, (0, order(text, len(spellings))))
        return spellings[same]

    def groups(record: Record) -> Iterable[Group]:
        return [group(text) for text in texts_of(record.get(key))] or [NOT_NAMED]

    return groups


def fold_name(text: str) -> str:
    """Return what the spellings of one name have in common, be it a person's or not."""
    return fold_person(text) if looks_like_person(text) else fold(text)


def by_choice(kind: Kind, key: str, unset: Group = NOT_NAMED) -> Grouping:
    """Group by the value or values of an enumeration, in its own order and Russian words."""
    field_type = kind.by_key[key].type
    choice = field_type.choice if isinstance(field_type, Choices) else field_type

    def group(value: str) -> Group:
        return Group(value, choice.show(value), (0, *choice.sort(value)))

    def groups(record: Record) -> Iterable[Group]:
        return [group(value) for value in texts_of(record.get(key))] or [unset]

    return groups


def by_month(day_of: Callable[[Record], str | None]) -> Grouping:
    """Group by the month of a day: `2024-10`, «октябрь 2024»; undated last."""

    def groups(record: Record) -> Iterable[Group]:
        day = day_of(record)
        if day is None:
            yield UNDATED
        else:
            yield Group(day[:7], f"{month_name(int(day[5:7]))} {day[:4]}", (0, day[:7]))

    return groups


def by_quarter(day_of: Callable[[Record], str | None]) -> Grouping:
    """Group by the calendar quarter of a day: `2024-Q4`, «IV квартал 2024»; undated last."""

    def groups(record: Record) -> Iterable[Group]:
        day = day_of(record)
        if day is None:
            yield UNDATED
            return
        quarter = (int(day[5:7]) + 2) // 3
        label = f"{ROMAN[quarter - 1]} квартал {day[:4]}"
        yield Group(f"{day[:4]}-Q{quarter}", label, (0, day[:4], quarter))

    return groups
