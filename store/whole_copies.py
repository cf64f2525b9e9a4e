"""Whole copies of a store elsewhere: an archive, or a folder that is a store itself."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from rumo_cli.errors import Refused
from store.documents import META, ONLY
from store.failures import refusing_writes
from store.files import sync_directory, write_beside
from store.history import part_content, part_path
from store.json_store import FILE_NAME
from store.storage import JsonStorage, load, parsed


def write_archive(store: Path, target: Path) -> None:
    """Write a state of a store as a ZIP archive, and read it back; raise `Refused`.

    What stands at `target` is replaced once the archive has proved whole.
    """
    from io import BytesIO

    packed = BytesIO()
    contents = dict(_contents(store))
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    with refusing_writes(target):
        write_beside(target, packed.getvalue())
        sync_directory(target.parent)
        with ZipFile(target) as archive:
            _verify(target, all(archive.read(name) == each for name, each in contents.items()))


def write_store(store: Path, directory: Path) -> None:
    """Write a state of a store as a store in a directory, and read it back; raise `Refused`.

    `store.json` comes last: without it there is no store.
    """
    contents = dict(_contents(store))
    with refusing_writes(directory):
        directory.mkdir(mode=0o700, exist_ok=True)
        for name in sorted(contents, key=FILE_NAME.__eq__):
            write_beside(directory / name, contents[name])
        sync_directory(directory)
        same = all((directory / name).read_bytes() == each for name, each in contents.items())
        _verify(directory, same)


def _contents(store: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files that make up a state of a store; raise `StoreUnusable`."""
    load(store)
    content = store.read_bytes()
    storage = JsonStorage(store, parsed(content))
    meta = storage.read()[META][ONLY]
    yield FILE_NAME, content
    for year, entry in meta["closed"].items():
        yield f"{year}.json", storage.closed_content(year, entry["sha256"])
    for part in meta["history"]:
        path = part_path(store, part["begun"])
        yield path.name, part_content(path, part)


def _verify(place: Path, same: bool) -> None:
    if not same:
        raise Refused(
            f"Копия не удалась: {place}: на диск попало не то, что записывалось. "
            "Проверьте диск и повторите команду."
        )
