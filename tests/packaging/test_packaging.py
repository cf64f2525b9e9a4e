import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions, version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from rumo_cli import __version__

ROOT = Path(__file__).parents[2]
PACKAGES = ("commands", "rumo_cli", "store")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETUPTOOLS = PROJECT["tool"]["setuptools"]
RUNTIME = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [Requirement(text) for text in PROJECT["project"]["optional-dependencies"]["dev"]]


def name(requirement: Requirement) -> str:
    return requirement.name


def folder_of(package: str) -> Path:
    mapped = SETUPTOOLS["package-dir"].get(package)
    return ROOT / (mapped or package.replace(".", "/"))


def test_every_package_is_listed() -> None:
    found = {
        path.parent.relative_to(ROOT).as_posix().replace("/", ".")
        for top in PACKAGES
        for path in (ROOT / top).rglob("__init__.py")
    }
    assert set(SETUPTOOLS["packages"]) == found | {"rumo_cli.examples"}
    assert all((folder_of(package) / "__init__.py").is_file() for package in found)


def test_every_file_of_a_package_that_is_no_module_is_package_data() -> None:
    listed = {
        path
        for package, patterns in SETUPTOOLS["package-data"].items()
        for pattern in patterns
        for path in folder_of(package).glob(pattern)
    }
    lying = {
        path
        for package in SETUPTOOLS["packages"]
        for path in folder_of(package).rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc", ".po"}
    }
    assert listed == lying


@pytest.mark.parametrize("requirement", RUNTIME, ids=name)
def test_a_runtime_dependency_has_both_bounds_and_its_upper_one_is_the_next_major(
    requirement: Requirement,
) -> None:
    bounds = {each.operator: each.version for each in requirement.specifier}
    assert set(bounds) == {">=", "<"}
    lower, upper = (list(map(int, bounds[sign].split("."))) for sign in (">=", "<"))
    breaking = 0 if lower[0] else 1
    assert upper[breaking] == lower[breaking] + 1


@pytest.mark.parametrize("requirement", RUNTIME, ids=name)
def test_the_tests_run_against_what_is_declared(requirement: Requirement) -> None:
    assert version(requirement.name) in requirement.specifier


@pytest.mark.parametrize(
    ("folders", "requirements"),
    [(PACKAGES, RUNTIME), (("tests", "docs"), [*RUNTIME, *DEVELOPMENT])],
)
def test_what_is_imported_is_declared(
    folders: tuple[str, ...], requirements: list[Requirement]
) -> None:
    own = {*PACKAGES, "benchmarks", "tests", "generate", "generators"}
    imported = {each for folder in folders for each in imports_of(ROOT / folder)}
    foreign = imported - own - sys.stdlib_module_names
    declared = {canonicalize_name(requirement.name) for requirement in requirements}
    assert {each for each in foreign if not declared & distributions_of(each)} == set()


def distributions_of(module: str) -> set[str]:
    return set(map(canonicalize_name, packages_distributions().get(module, ())))


def imports_of(folder: Path) -> Iterator[str]:
    """Yield the top-level names that the modules of a folder import, wherever in them."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


@pytest.mark.parametrize("requirement", [*RUNTIME, *DEVELOPMENT], ids=name)
def test_every_dependency_has_its_reason(requirement: Requirement) -> None:
    reasons = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    lines = [line.split(" | ")[0] for line in reasons.splitlines() if line.startswith("| ")]
    assert any(requirement.name in re.split(r"[ ,|]+", line) for line in lines)


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$", changelog, re.MULTILINE)
    assert versions[0] == ("Unreleased", "")
    assert __version__ in {number for number, _ in versions}
    assert all(day for _, day in versions[1:])


def test_the_licence_is_the_one_that_is_declared() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("MIT License\n\nCopyright (c) 2026 rumo contributors\n")
    assert PROJECT["project"]["license"] == "MIT"


def test_no_path_of_anybody_s_machine_is_in_the_tree() -> None:
    machine = re.compile(rb"(?<![\w.~])/(?:home|root|Users|work|mnt)/\w|\.\./" + rb"shared")
    tops = (*PACKAGES, "docs", "examples", "tests", ".ci")
    files = [*ROOT.glob("*.*"), *(path for top in tops for path in (ROOT / top).rglob("*"))]
    texts = [path for path in files if path.is_file() and path.suffix not in {".pyc", ".mo"}]
    assert [path for path in texts if machine.search(path.read_bytes())] == []
