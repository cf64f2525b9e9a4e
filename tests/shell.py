"""`rumo` as it is typed, in this process, away from the machine's own settings."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from commands.main import rumo

GROUPS = {"programme": "mentor programme", "pair": "mentor pair", "task": "iom task"}
"""The groups of the kinds that have none of their own name."""

_SETTINGS = {
    "RUMO_STORE": None,
    "RUMO_YEAR": None,
    "RUMO_DEBUG": None,
    "RUMO_TODAY": "2024-10-15",
    "NO_COLOR": "1",
}


def run(store: Path, *words: str) -> bytes:
    """Return what a command prints on stdout; it must succeed."""
    line = ["--store", str(store), *words]
    result = CliRunner().invoke(rumo, line, env=_SETTINGS, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes


def run_verb(store: Path, kind: str, verb: str, *words: str) -> bytes:
    """Return what a verb of a kind prints on stdout."""
    return run(store, *GROUPS.get(kind, kind).split(), verb, *words)


def exported(store: Path, kind: str) -> Any:
    """Return all records of a kind, of every year, as `export -f json` writes them."""
    return json.loads(run_verb(store, kind, "export", "--year", "all", "-f", "json"))
