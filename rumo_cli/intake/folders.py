"""The files of a folder that may hold registers."""

import os
from collections.abc import Iterator
from pathlib import Path

READ = frozenset(
    (
        ".csv",
        ".tsv",
        ".txt",
        ".json",
        ".ndjson",
        ".jsonl",
        ".xlsx",
        ".xlsm",
        ".xls",
        ".ods",
        ".docx",
    )
)
"""Extensions of files that tables are looked for in; what a file is, its bytes tell."""

_PASSING = ("~$", ".")
"""How the names of files begin that programs leave beside an open document, or hide."""
_OF_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})


def files_of(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of those in it, by name, but for what programs leave there.

    Links to folders are not followed: they may lead round in a circle.
    """
    for directory, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith(_PASSING))
        for name in sorted(files):
            if not name.startswith(_PASSING) and name.casefold() not in _OF_SYSTEM:
                yield Path(directory) / name
