"""Where data goes: stdout or a file, whole or not at all."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias

import click

from commands.app import App
from commands.memory import leave
from commands.telling import harmless
from rumo_cli.errors import Misused, Refused
from rumo_cli.tables.formats import FORMATS, Drawn, Format, format_of
from rumo_cli.tables.options import RenderOptions
from rumo_cli.text import shown_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rumo_cli.tables.table import Table

_PRIVATE, _PUBLIC = 0o600, 0o644
_REASONS = {
    errno.ENOENT: "такой папки нет",
    errno.ENOTDIR: "такой папки нет",
    errno.EISDIR: "на этом месте папка",
    errno.EACCES: "нет права писать в эту папку",
    errno.EPERM: "нет права писать в эту папку",
    errno.EROFS: "диск доступен только для чтения",
    errno.ENOSPC: "на диске нет места",
    errno.EDQUOT: "исчерпана квота на диске",
}


class Target(NamedTuple, Generic[Drawn]):
    """The format of an output and its file, None for stdout."""

    format: Format[Drawn]
    path: Path | None = None

    @property
    def read_back(self) -> bool:
        """Tell whether rumo will know its own headings and cells in a person's spreadsheet."""
        return self.format.name in {"excel-csv", "xlsx"}


TableTarget: TypeAlias = "Target[Table]"


def chosen_target(
    format_name: str | None = None, output: str | None = None, default: str | None = None
) -> TableTarget:
    """Return where a table goes, as `target_among` finds it among the formats of tables."""
    return target_among(FORMATS, format_name, output, default)


def target_among(
    formats: "Mapping[str, Format[Drawn]]",
    format_name: str | None,
    output: str | None,
    default: str | None = None,
) -> Target[Drawn]:
    """Return where output goes, in the format named, else that of the extension, else the default.

    Without a default a terminal gets `table` and a pipe `plain`. Raise `Refused` at once where
    the file has no folder to stand in, `Misused` where a terminal would get a document's bytes.
    """
    path = None if output in (None, "-") else Path(output or "")
    if path and not path.absolute().parent.is_dir():
        raise _unwritten(path, errno.ENOENT)
    if path and not format_name:
        return Target(format_of(path, formats), path)
    usual = default or ("table" if sys.stdout.isatty() else "plain")
    chosen = formats[format_name or usual]
    if chosen.document and not path and sys.stdout.isatty():
        file = f"-o ФАЙЛ{chosen.extensions[0]}"
        raise Misused(f"{chosen.document} не для экрана: укажите файл, {file}.")
    return Target(chosen, path)


def emit(
    app: App,
    table: "Table",
    target: TableTarget,
    document: object | None = None,
    *,
    public: bool = False,
) -> None:
    """Write a table; `document` is what JSON shows in place of its rows. See `deliver`."""
    leave(table)
    if target.format.name == "json" and document is not None:
        from rumo_cli.tables.json_documents import json_text

        drawn: str | bytes = json_text(document)
    else:
        drawn = target.format.render(table, render_options(app, target))
    deliver(app, drawn, target, public=public)


def deliver(app: App, drawn: str | bytes, target: Target[Drawn], *, public: bool = False) -> None:
    """Bring what was drawn to its file or to stdout; a `public` file is for anybody to read.

    With `--if-changed` a file that holds the same already is left alone.
    """
    chosen, path = target
    if app.if_changed and not path:
        raise Misused("--if-changed — о файле: укажите его, -o ФАЙЛ.")
    if path:
        data = chosen.encode(drawn)
        if app.if_changed and _holds(path, data):
            app.say(f"Без изменений: {shown_name(path)}")
            return
        write_file(path, data, _PUBLIC if public else _PRIVATE)
        app.say(f"Записано: {shown_name(path)}")
    elif chosen.machine:
        # Bytes, because the console's code page must not change what a script reads.
        click.echo(chosen.encode(drawn), nl=False)
    else:
        click.echo(_for_reading(drawn, chosen), nl=False, color=app.colored)


def _for_reading(drawn: str | bytes, chosen: Format[Drawn]) -> str | bytes:
    """Return what is text for a person; a table has colours, and looks after its cells itself."""
    if isinstance(drawn, bytes) or chosen.name == "table" or not sys.stdout.isatty():
        return drawn
    return harmless(drawn)


def _holds(path: Path, data: bytes) -> bool:
    """Tell whether a file holds these bytes; one that cannot be read is written anew."""
    try:
        return path.is_file() and path.read_bytes() == data
    except OSError:
        return False


def write_file(path: Path, data: bytes, mode: int = _PRIVATE) -> None:
    """Put a file in its place whole: written beside it, then moved over it.

    A new file is its owner's alone unless told otherwise: records name people. What is no plain
    file (a device, a pipe) is written to as it stands.
    """
    path = path.resolve()
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path, data, mode)
    except OSError as error:
        raise _unwritten(path, error.errno) from error


def _replace(path: Path, data: bytes, mode: int) -> None:
    from tempfile import mkstemp

    descriptor, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else mode)
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink()


def _unwritten(path: Path, code: int | None) -> Refused:
    reason = _REASONS.get(code or 0) or os.strerror(code or errno.EIO)
    return Refused(f"Файл не записан: {shown_name(path)}: {reason}. Укажите другое место.")


def render_options(app: App, target: Target[Drawn]) -> RenderOptions:
    """Return what a renderer may know of the place that a target is."""
    if target.format.machine:
        return RenderOptions()
    from shutil import get_terminal_size

    return RenderOptions(
        width=get_terminal_size((100, 24)).columns,
        color=app.colored and target.path is None,
        unicode=_prints("─█…", sys.stdout.encoding),
    )


def _prints(text: str, encoding: str | None) -> bool:
    try:
        text.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
