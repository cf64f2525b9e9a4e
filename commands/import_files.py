"""The files of an import as registers: chosen, read, and what is wrong with them said of all."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from commands.app import App
from commands.import_settings import ImportSettings, Reader
from commands.progress import progress
from commands.reading import calendars_in, directory_of
from rumo_cli.errors import Refused
from rumo_cli.intake.choosing import (
    Chooser,
    Chosen,
    PassedOver,
    Source,
    in_order,
    sheets_named,
)
from rumo_cli.intake.folders import READ, files_of
from rumo_cli.intake.grid import NoTable
from rumo_cli.intake.registers import Register, associations_in, read_register
from rumo_cli.intake.sources import load, read_tables
from rumo_cli.records.directory import directory_with
from rumo_cli.records.fields import ReadingContext
from rumo_cli.records.kind import Kind
from rumo_cli.text import shown_name


@dataclass
class FilesRead:
    """What the files of an import hold, what of them is no register, and what cannot be read."""

    registers: list[Register] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


def read_files(
    app: App,
    kind: Kind | None,
    files: Sequence[str],
    settings: ImportSettings,
    *,
    explained: bool = False,
) -> FilesRead:
    """Read every file, as registers of a kind or as what they look like; a folder is its files.

    What is wrong with any of them is said of all in one run. Tables that are to be `explained` are
    read even where they lack columns or are not known. Raise `Refused` where none can be read.
    """
    run = _Run(app, kind, settings, explained=explained)
    for name in files:
        if kind is None and Path(name).is_dir():
            run.open_folder(Path(name))
        else:
            run.open_file(name, named=True)
    run.read_registers()
    read = run.read
    if not read.registers:
        raise Refused("\n".join([*read.failures, *_nothing_found(read), "Ничего не записано."]))
    return read


class _Run:
    """One reading of files: first their tables are chosen, then those are read in their order."""

    def __init__(
        self, app: App, kind: Kind | None, settings: ImportSettings, *, explained: bool
    ) -> None:
        self._app = app
        self._explained = explained
        self._settings = settings
        self._snapshot = app.read() if app.store.exists() else None
        self._reader = Reader(app, kind, settings, self._snapshot)
        self._chooser = Chooser(
            kind,
            header_row=settings.header_row,
            column_map=self._reader.column_map,
            given=self._reader.given_keys,
            nearest=explained,
        )
        self._sources: list[Source] = []
        self.read = FilesRead()

    def open_folder(self, folder: Path) -> None:
        """Choose the registers among the files of a folder."""
        for file in files_of(folder):
            if file.suffix.lower() in READ:
                self.open_file(str(file), named=False)
            else:
                self._pass_over(PassedOver(shown_name(file), "таких файлов rumo не читает"))

    def open_file(self, file: str, *, named: bool) -> None:
        """Choose the registers of a file; one that was `named` and has none is a failure."""
        try:
            chosen = self._chosen(file)
        except NoTable as error:
            name = shown_name(file)
            nothing = PassedOver(name, str(error).removeprefix(f"{name}: "))
            chosen = Chosen(passed_over=[nothing])
        except Refused as error:
            self.read.failures.append(str(error))
            return
        self._sources += chosen.sources
        for each in chosen.passed_over:
            if named and not chosen.sources:
                self.read.failures.append(f"{each.name}: {each.reason}")
            else:
                self._pass_over(each)

    def read_registers(self) -> None:
        """Read the chosen tables; a directory of the ОМО among them serves those that follow."""
        snapshot = self._snapshot
        context = ReadingContext(
            today=self._app.today,
            directory=directory_of(snapshot),
            calendars=calendars_in(snapshot),
            named=snapshot.get if snapshot else lambda kind, number: None,
        )
        sources = in_order(self._sources)
        directories = [source for source in sources if source.kind.key == "omo"]
        for source in directories:
            self._read_register(source, context)
        if incoming := associations_in(self.read.registers):
            known = snapshot.all("omo").values() if snapshot else ()
            context = replace(context, directory=directory_with(known, incoming))
        for source in sources[len(directories) :]:
            self._read_register(source, context)

    def _chosen(self, file: str) -> Chosen:
        settings = self._settings
        name, data = load(file, sys.stdin.buffer)
        grids = read_tables(name, data, encoding=settings.encoding, delimiter=settings.delimiter)
        return self._chooser.choose(name, sheets_named(name, grids, settings.sheet))

    def _read_register(self, source: Source, context: ReadingContext) -> None:
        file, grid, kind = source
        options = self._reader.options(kind, context, demanding=not self._explained)
        track = progress(self._app, grid.in_file(file))
        try:
            register = read_register(file, grid, kind, options, context, track)
        except Refused as error:
            self.read.failures.append(str(error))
        else:
            self.read.registers.append(register)

    def _pass_over(self, table: PassedOver) -> None:
        self.read.passed_over.append(table)


def _nothing_found(read: FilesRead) -> Iterator[str]:
    """Say why nothing at all is read, where nothing failed."""
    if not read.failures:
        yield "таблиц, которые rumo знает, не нашлось."
        yield from (f"  {each.name}: {each.reason.rstrip('.')}." for each in read.passed_over)
