"""Which tables of the files are registers, and of which kind."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rumo_cli.errors import Refused
from rumo_cli.intake.grid import Grid
from rumo_cli.intake.mapping import ColumnMap
from rumo_cli.intake.recognition import Likeness, likenesses, recognised
from rumo_cli.records import MODULES, all_kinds, kind_of
from rumo_cli.records.kind import Kind
from rumo_cli.text import fold


class Source(NamedTuple):
    """A table of a file, and the kind that its records are of."""

    file: str
    grid: Grid
    kind: Kind


class PassedOver(NamedTuple):
    """A table, or a file, that is no register: what is said of it, and what it is nearest to."""

    file: str
    reason: str
    grid: Grid | None = None
    nearest: str | None = None
    missing: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return the file, and where in it the table stands."""
        return self.grid.in_file(self.file) if self.grid else self.file

    def document(self) -> dict[str, object]:
        """Return what is said of it as JSON shows it."""
        return {
            "file": self.file,
            "sheet": self.grid.sheet if self.grid else None,
            "reason": self.reason,
            "nearest": self.nearest,
            "missing": list(self.missing),
        }


@dataclass
class Chosen:
    """The tables of a file: those that are read, and those that are not."""

    sources: list[Source] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)


def in_order(sources: Iterable[Source]) -> list[Source]:
    """Return the sources so that what others name comes first: the directory of the ОМО."""
    order = {key: place for place, key in enumerate(MODULES)}
    return sorted(sources, key=lambda source: order[source.kind.key])


class Chooser:
    """Tells registers from other tables, as the command line says and as they look."""

    def __init__(
        self,
        kind: Kind | None,
        *,
        header_row: int | None = None,
        column_map: ColumnMap | None = None,
        given: Collection[str] = (),
        nearest: bool = False,
    ) -> None:
        """Choose with these settings; `nearest` takes what is no register for what it is like."""
        self._kind = kind
        self._header_row = header_row
        self._column_map = column_map or ColumnMap()
        self._given = given
        self._nearest = nearest

    def choose(self, file: str, grids: Sequence[Grid]) -> Chosen:
        """Return the tables of one file that are registers.

        A file of one table is what the command says it is; of several, those are taken that look
        like it. Raise `Refused` where none does.
        """
        if self._kind and len(grids) == 1:
            return Chosen([Source(file, grids[0], self._kind)])
        chosen = Chosen()
        for grid in grids:
            alike = self._likenesses(file, grid)
            kinds = [each.kind for each in recognised(alike)]
            wanted = self._kind if self._kind in kinds else None
            if wanted or (self._kind is None and len(kinds) == 1):
                chosen.sources.append(Source(file, grid, wanted or kinds[0]))
            else:
                chosen.passed_over.append(_passed_over(file, grid, alike, kinds))
                chosen.sources += self._nearest_of(file, grid, chosen.passed_over[-1])
        if self._kind and not chosen.sources:
            raise Refused(_none_alike(file, self._kind, chosen.passed_over))
        return chosen

    def _nearest_of(self, file: str, grid: Grid, table: PassedOver) -> list[Source]:
        known = self._nearest and table.nearest
        return [Source(file, grid, kind_of(known))] if known else []

    def _likenesses(self, file: str, grid: Grid) -> list[Likeness]:
        kinds = all_kinds()
        return likenesses(
            grid,
            file,
            kinds.values(),
            header_row=self._header_row,
            aliases={key: self._column_map.of(kind).columns for key, kind in kinds.items()},
            given=self._given,
        )


def sheets_named(file: str, grids: Sequence[Grid], wanted: str | None) -> list[Grid]:
    """Return the tables that `--sheet` names, by name or number; all without it.

    Raise `Refused` where the file has none of that name.
    """
    if wanted is None:
        return list(grids)
    found = [grid for grid in grids if grid.sheet and fold(grid.sheet) == fold(wanted)]
    if not found and wanted.isdigit():
        found = [*grids[int(wanted) - 1 : int(wanted)]] if int(wanted) else []
    if not found:
        named = ", ".join(f"«{grid.sheet}»" for grid in grids if grid.sheet)
        there = f"есть: {named}" if named else "в нём одна таблица, уберите --sheet"
        raise Refused(f"{file}: листа «{wanted}» нет; {there}.")
    return found


def _passed_over(
    file: str, grid: Grid, alike: Sequence[Likeness], kinds: Sequence[Kind]
) -> PassedOver:
    if kinds:
        named = " или ".join(f"«{kind.names.heading}»" for kind in kinds)
        advice = "; загрузите её командой своего вида" if len(kinds) > 1 else ""
        return PassedOver(file, f"это {named}{advice}", grid, kinds[0].key)
    known = [each for each in alike if each.columns.known > 1]
    nearest = max(known, key=lambda each: each.score, default=None)
    if nearest is None:
        why = "знаком один заголовок из всех" if alike else "ни один заголовок не знаком"
        return PassedOver(file, f"не понять, что это за записи: {why}", grid)
    fields = nearest.kind.by_key
    telling = [fields[key].label for key in nearest.kind.told_by]
    missing = [each.label for each in nearest.missing] or telling
    lacks = "нет столбца" if nearest.missing else "нет ни одного из столбцов"
    reason = f"ближе всего «{nearest.kind.names.heading}», {lacks} {_quoted(missing)}"
    return PassedOver(file, reason, grid, nearest.kind.key, tuple(missing))


def _none_alike(file: str, kind: Kind, passed_over: Iterable[PassedOver]) -> str:
    lines = [f"{file}: ни одна таблица не похожа на «{kind.names.heading}»."]
    lines += [f"  {each.grid.place}: {each.reason}." for each in passed_over if each.grid]
    lines.append("  Назовите лист (--sheet ИМЯ) или строку шапки (--header-row N).")
    return "\n".join(lines)


def _quoted(texts: Iterable[str]) -> str:
    return ", ".join(f"«{text}»" for text in texts)
