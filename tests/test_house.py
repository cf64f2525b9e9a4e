"""The house: which part may know which, read from the source of every module."""

import ast
import statistics
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
LEAVES = {
    "rumo_cli",
    "rumo_cli.errors",
    "rumo_cli.text",
    "rumo_cli.nouns",
    "rumo_cli.formula_guard",
}
MEANING = {"rumo_cli.records", "rumo_cli.calendar", *LEAVES}

ARROWS: dict[str, set[str]] = {
    "commands": {
        *MEANING,
        "store",
        "rumo_cli.intake",
        "rumo_cli.figures",
        "rumo_cli.checks",
        "rumo_cli.claims",
        "rumo_cli.tables",
        "rumo_cli.documents",
    },
    "store": MEANING,
    "rumo_cli.documents": {"rumo_cli.tables", "rumo_cli.figures", *MEANING},
    "rumo_cli.intake": MEANING,
    "rumo_cli.figures": MEANING,
    "rumo_cli.checks": {"rumo_cli.figures", *MEANING},
    "rumo_cli.claims": {"rumo_cli.figures", "rumo_cli.intake", *MEANING},
    "rumo_cli.records": {"rumo_cli.calendar", *LEAVES},
    "rumo_cli.tables": LEAVES,
    "rumo_cli.calendar": LEAVES,
    **{leaf: set() for leaf in LEAVES},
    "rumo_cli.nouns": {"rumo_cli.text"},
    "rumo_cli.__main__": {"commands"},
}
"""What each part may import beside itself; `python -m rumo_cli` is the one way back."""

LIBRARIES = {
    "click": {"commands"},
    "rich": {"commands", "rumo_cli.tables"},
    "tabulate": {"rumo_cli.tables"},
    "tinydb": {"store"},
    "filelock": {"store"},
    "platformdirs": {"store"},
    "dateutil": {"rumo_cli.calendar"},
    "python_calamine": {"rumo_cli.intake"},
    "docx": {"rumo_cli.claims", "rumo_cli.intake", "rumo_cli.tables", "rumo_cli.documents"},
    "docxtpl": {"rumo_cli.documents"},
    "olefile": {"rumo_cli.intake"},
    "orjson": {"store"},
    "xlsxwriter": {"rumo_cli.tables"},
    "icalendar": {"rumo_cli.documents"},
    "jinja2": {"rumo_cli.documents"},
}
"""The parts that may know each library."""

TYPES_OF_VALUES = "rumo_cli.records.values"
"""Every part may name these types in its signatures, and nowhere else."""


VERSION = "commands.options"
"""The one message that is told before anything is read or typed: the version."""


class Import(NamedTuple):
    """A name that a module imports, wherever in it; what is only for types never runs."""

    module: str
    name: str
    for_types: bool = False

    def __str__(self) -> str:
        return f"{self.module} imports {self.name}"


@cache
def files() -> dict[str, Path]:
    """Return the files of the house by the names of their modules."""
    tops = ("commands", "store", "rumo_cli")
    return {module_name(path): path for top in tops for path in (ROOT / top).rglob("*.py")}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def nodes(module: str) -> tuple[ast.AST, ...]:
    """Return the module and everything in it, what stands inside functions included."""
    return tuple(ast.walk(ast.parse(files()[module].read_text(encoding="utf-8"))))


def imports() -> Iterator[Import]:
    for module in files():
        for_types = set(statements_for_types(module))
        for node in nodes(module):
            for name in names_imported(node):
                yield Import(module, name, node in for_types)


def statements_for_types(module: str) -> Iterator[ast.stmt]:
    for node in nodes(module):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from node.body


def names_imported(node: ast.AST) -> set[str]:
    """Return what a statement imports: of `from package import module` the module."""
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if not isinstance(node, ast.ImportFrom):
        return set()
    assert node.module, "an import that is relative hides where it leads"
    named = {f"{node.module}.{alias.name}" for alias in node.names}
    return {name if name in files() else node.module for name in named}


def part(name: str) -> str:
    """Return the part of the house that a module belongs to, or the name of a library."""
    top, *rest = name.split(".")
    return f"{top}.{rest[0]}" if top == "rumo_cli" and rest else top


def runs_with_the_arrows(found: Import) -> bool:
    if found.for_types and found.name == TYPES_OF_VALUES:
        return True
    here, there = part(found.module), part(found.name)
    return here == there or there in ARROWS[here] or here in LIBRARIES.get(there, ())


def test_no_import_runs_against_the_arrows() -> None:
    found = [each for each in imports() if part(each.name) not in sys.stdlib_module_names]

    assert {part(each.name) for each in found} == {*ARROWS, *LIBRARIES} - {"rumo_cli.__main__"}
    assert [str(each) for each in found if not runs_with_the_arrows(each)] == []


@pytest.mark.parametrize(
    "against",
    [
        Import("rumo_cli.records.plan", "rumo_cli.figures.plan"),
        Import("rumo_cli.figures.plan", "rumo_cli.checks.plans"),
        Import("rumo_cli.checks.plans", "commands.describing"),
        Import("rumo_cli.records.plan", "store.contract"),
        Import("rumo_cli.records.plan", "rumo_cli.tables.table", for_types=True),
        Import("rumo_cli.calendar.days", "rumo_cli.records.fields"),
        Import("rumo_cli.tables.table", "rumo_cli.records.values"),
        Import("rumo_cli.tables.table", "rumo_cli.records.kind", for_types=True),
        Import("rumo_cli.intake.rows", "rumo_cli.tables.table"),
        Import("rumo_cli.intake.rows", "click"),
        Import("rumo_cli.text", "rumo_cli.errors"),
        Import("store.json_store", "rumo_cli.intake.rows"),
        Import("store.json_store", "commands.app"),
        Import("commands.app", "tinydb"),
        Import("commands.app", "rumo_cli.__main__"),
    ],
    ids=str,
)
def test_these_would(against: Import) -> None:
    assert not runs_with_the_arrows(against)


def test_only_what_makes_text_harmless_prints() -> None:
    printing = {"click.echo", "click.secho", "click.echo_via_pager", "print"}
    found = {
        module
        for module in files()
        for node in nodes(module)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in printing
    }

    assert found == {"commands.telling", "commands.output", "commands.report_text", VERSION}


def test_only_kinds_and_commands_are_looked_up_by_name() -> None:
    by_name = {"import_module", "__import__"}
    found = {
        module
        for module in files()
        for node in nodes(module)
        if isinstance(node, ast.Name) and node.id in by_name
    }

    assert found == {"rumo_cli.records", "commands.lazy", "commands.verbs"}


@pytest.mark.parametrize("module", files())
def test_a_module_says_what_it_is_and_is_no_longer_than_400_lines(module: str) -> None:
    root = nodes(module)[0]

    assert isinstance(root, ast.Module)
    assert ast.get_docstring(root)
    assert len(files()[module].read_text(encoding="utf-8").splitlines()) <= 400


def test_most_functions_are_under_ten_lines() -> None:
    lengths = [
        1 + (node.end_lineno or node.lineno) - node.lineno
        for module in files()
        for node in nodes(module)
        if isinstance(node, ast.FunctionDef)
    ]

    assert statistics.median(lengths) < 10
