"""`--map FILE.toml`: headings and words of a file that no synonym knows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rumo_cli.errors import Refused
from rumo_cli.intake.heading_words import fold_heading
from rumo_cli.records.kind import Kind


@dataclass(frozen=True)
class ColumnMap:
    """Folded headings with the keys they stand for, and words of cells with what they mean."""

    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, kind: Kind) -> "ColumnMap":
        """Return what the mapping says of the fields of one kind."""
        columns = {heading: key for heading, key in self.columns.items() if key in kind.by_key}
        return ColumnMap(
            columns, {key: self.words[key] for key in self.words if key in kind.by_key}
        )


def read_column_map(name: str, data: bytes, kinds: Sequence[Kind]) -> ColumnMap:
    """Read a mapping file: `[columns]` heading = key, `[values.KEY]` word in the file = value.

    Raise `Refused` where the file is no TOML, has another table, or names a key that no kind has.
    """
    import tomllib

    try:
        document = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Refused(f"{name}: не удалось прочитать как TOML: {error}") from None
    extra = sorted(set(document) - {"columns", "values"})
    if extra:
        raise Refused(f"{name}: таблица [{extra[0]}] не нужна; ожидаются [columns] и [values.КЛЮЧ]")
    columns = _table(name, document.get("columns", {}), "columns")
    values = document.get("values", {})
    if not isinstance(values, dict):
        raise Refused(f"{name}: в [values] ожидаются таблицы вида [values.КЛЮЧ]")
    words = {key: _table(name, table, f"values.{key}") for key, table in values.items()}
    for key in (*columns.values(), *words):
        if not any(key in kind.by_key and not kind.by_key[key].derived for kind in kinds):
            raise Refused(f"{name}: поля «{key}» нет; {_known(kinds)}")
    return ColumnMap({fold_heading(heading): key for heading, key in columns.items()}, words)


def _known(kinds: Sequence[Kind]) -> str:
    if len(kinds) > 1:
        return "поля каждого вида: rumo ВИД list --help"
    known = ", ".join(each.key for kind in kinds for each in kind.fields if not each.derived)
    return f"поля этого вида: {known}"


def _table(name: str, table: object, title: str) -> dict[str, str]:
    if isinstance(table, dict) and all(isinstance(value, str) for value in table.values()):
        return table
    raise Refused(f'{name}: в [{title}] ожидаются строки вида "Заголовок" = "ключ"')
