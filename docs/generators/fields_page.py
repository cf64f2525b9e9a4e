"""The reference of fields: every kind of record, field by field."""

from collections.abc import Iterable, Iterator

from rumo_cli.records import MODULES, described_kinds
from rumo_cli.records.fields import Choice, Choices, Field
from rumo_cli.records.kind import Kind

_HEAD = """\
# Поля

Страница сделана из описаний полей в `rumo_cli/records` (`python docs/generate.py`); правьте их.

- **Ключ** – имя поля в JSON и CSV, в `--columns`, `--sort`, `--set` и в файле `--map`.
- **Параметр** – в `add` и `edit`; в `list` и `export` он же – фильтр.
- **Значения** – те же слова, что в справке команд. В JSON дата – `2024-10-15`, время – `15:00`,
  «несколько» – список, у слов – английский ключ.
- Настройки учебного года задаёт `rumo year set КЛЮЧ=ЗНАЧЕНИЕ`, тексты анализа – `rumo report text`.
- **Заголовки** – как ещё столбец может называться в загружаемом файле. Регистр, ё, точки и
  уточнения в скобках значения не имеют.

Личное – не для публикации: дефициты и результаты педагогов, телефоны, адреса почты.
"""
_COLUMNS = ("Ключ", "Параметр", "Название", "Значения", "Заголовки", "Особенности")


def fields_page() -> str:
    """Return the page: a table a kind."""
    return "\n".join([_HEAD, *map(_section, described_kinds().values())])


def _section(kind: Kind) -> str:
    rows = [_COLUMNS, ["---"] * len(_COLUMNS), *_rows(kind)]
    return "\n".join([f"## {kind.key}: {kind.names.heading}", "", *map(_line, rows), ""])


def _line(cells: Iterable[str]) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def _rows(kind: Kind) -> Iterator[list[str]]:
    for field in kind.fields:
        typed = kind.key in MODULES and not field.derived and field.key != "academic_year"
        yield _cells(field, f"`--{field.option_name}`" if typed else "")


def _cells(field: Field, option: str) -> list[str]:
    return [
        f"`{field.key}`",
        option,
        field.label,
        _values(field),
        ", ".join(field.headings),
        ", ".join(_marks(field)),
    ]


def _values(field: Field) -> str:
    several = ", несколько" if field.type.several else ""
    match field.type:
        case Choice() as choice:
            return _words(choice)
        case Choices(choice=choice):
            return _words(choice) + several
        case other:
            return other.metavar + several


def _words(choice: Choice) -> str:
    return ", ".join(f"`{option.key}` {option.label}" for option in choice.options)


def _marks(field: Field) -> Iterator[str]:
    if field.required:
        yield "обязательно"
    if field.default is not None:
        yield f"в новой записи `{field.default}`"
    if field.derived:
        yield "определяет rumo"
    if field.private:
        yield "личное"
