"""Where tables come from: a file or standard input, and which reader its bytes want."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO

from rumo_cli.errors import Misused, Refused
from rumo_cli.intake.decoding import OLE2, ZIP, decode
from rumo_cli.intake.delimited import read_delimited
from rumo_cli.intake.grid import Grid
from rumo_cli.text import shown_name

STANDARD_INPUT = "стандартный ввод"

# The text is held in memory several times over; ten years of a region's registers are under 20 MB.
LARGEST_FILE = 200 * 1024 * 1024

_FORMATS = ("csv", "tsv", "json", "ndjson")
_BY_EXTENSION = {
    ".csv": "csv",
    ".tsv": "tsv",
    ".txt": "csv",
    ".json": "json",
    ".ndjson": "ndjson",
    ".jsonl": "ndjson",
}


def load(path: str, stdin: BinaryIO) -> tuple[str, bytes]:
    """Return the name to show and the bytes of a file, or of standard input where `path` is «-».

    Raise `Refused` for what cannot be read or is larger than `LARGEST_FILE`.
    """
    name = STANDARD_INPUT if path == "-" else shown_name(path)
    try:
        if path == "-":
            return name, _read(name, stdin)
        with Path(path).open("rb") as stream:
            return name, _read(name, stream)
    except OSError as error:
        raise Refused(_unreadable(path, name, error)) from error


def _read(name: str, stream: BinaryIO) -> bytes:
    # The size is learnt by reading: devices and pipes have none to ask for.
    data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise Refused(
            f"{name}: файл больше {LARGEST_FILE // 1024**2} МБ. Проверьте, тот ли это файл, "
            "или разделите его на части."
        )
    return data


def _unreadable(path: str, name: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"файл не найден: {name}. Проверьте имя и папку."
    # Windows answers to the opening of a folder with a refused permission.
    if isinstance(error, IsADirectoryError) or Path(path).is_dir():
        return f"{name}: это папка, а не файл. Укажите файл в ней."
    if isinstance(error, PermissionError):
        return f"{name}: нет права читать файл. Закройте его в других программах, проверьте права."
    return (
        f"{name}: файл не читается ({error.strerror or error}). Скопируйте его на диск и повторите."
    )


def read_tables(
    name: str, data: bytes, *, encoding: str | None = None, delimiter: str | None = None
) -> list[Grid]:
    """Return the tables of a file: the sheets of a workbook, the tables of a Word document.

    A file of text is one table, and the options are for it alone. Raise as `read_source` does.
    """
    read = _document_reader(data)
    if read is None:
        return [read_source(name, data, encoding=encoding, delimiter=delimiter)]
    try:
        return read(data)
    except Refused as error:
        raise type(error)(f"{name}: {error}") from error


def _document_reader(data: bytes) -> Callable[[bytes], list[Grid]] | None:
    if not data.startswith((ZIP, OLE2)):
        return None
    if data.startswith(ZIP) and b"word/document" in data:
        from rumo_cli.intake.word import read_document

        return read_document
    from rumo_cli.intake.workbooks import is_workbook, read_workbook

    return read_workbook if is_workbook(data) else None


def read_source(
    name: str,
    data: bytes,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    file_format: str | None = None,
) -> Grid:
    """Return the grid of a text's bytes.

    The reader is that of `file_format` (csv, tsv, json, ndjson), else of the extension of `name`,
    else what the text begins with. Raise `Refused` with the name in front for what is no table,
    `Misused` for an option that no file could be read with.
    """
    if file_format is not None and file_format not in _FORMATS:
        raise Misused(f"Неизвестный формат: «{file_format}». Есть: {', '.join(_FORMATS)}.")
    try:
        text, found = decode(data, encoding)
        grid = _grid(text, file_format or _guess_format(name, text), delimiter)
    except Refused as error:
        raise type(error)(f"{name}: {error}") from error
    return replace(grid, encoding=found)


def _guess_format(name: str, text: str) -> str:
    by_content = "json" if text.lstrip().startswith(("[", "{")) else "csv"
    return _BY_EXTENSION.get(PurePath(name).suffix.lower(), by_content)


def _grid(text: str, file_format: str, delimiter: str | None) -> Grid:
    if file_format not in {"json", "ndjson"}:
        return read_delimited(text, delimiter=delimiter)
    from rumo_cli.intake.json_rows import read_json, read_ndjson

    return read_json(text) if file_format == "json" else read_ndjson(text)
