import json
import os
import subprocess
import sys
from pathlib import Path

import generate
from commands.main import rumo
from generators.commands_page import commands_page, walk
from generators.fields_page import fields_page
from rumo_cli.records import described_kinds, kind_of
from rumo_cli.records.schema import json_schema

ODD_ENVIRONMENT = {
    "LC_ALL": "C",
    "COLUMNS": "40",
    "TZ": "Asia/Vladivostok",
    "RUMO_YEAR": "2019-2020",
    "RUMO_TODAY": "2020-02-02",
    "PYTHONHASHSEED": "7",
    "FORCE_COLOR": "1",
}


def test_what_is_generated_is_current_whatever_the_environment() -> None:
    """If this fails, run `python docs/generate.py` and look at what has changed."""
    check = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"],
        cwd=generate.ROOT,
        env=os.environ | ODD_ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert check.stderr == ""
    assert check.returncode == 0


def test_what_differs_is_missing_or_is_generated_no_more_is_stale(tmp_path: Path) -> None:
    files = {"docs/reference/a.md": b"a", "docs/reference/b.md": b"b", "README.md": b"r"}
    generate.put(tmp_path / "docs/reference/a.md", b"a")
    generate.put(tmp_path / "docs/reference/b.md", b"old")
    generate.put(tmp_path / "docs/reference/gone.md", b"")
    assert list(generate.stale(files, tmp_path)) == [
        "docs/reference/b.md",
        "README.md",
        "docs/reference/gone.md",
    ]


def test_a_file_that_is_generated_no_more_goes(tmp_path: Path) -> None:
    generate.put(tmp_path / "gone.md", b"")
    generate.put(tmp_path / "gone.md", None)
    assert not (tmp_path / "gone.md").exists()


def test_a_difference_is_shown_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes("один\nдва\n".encode())
    assert generate.difference(tmp_path / "page.md", "один\nтри\n".encode()).splitlines() == [
        "--- found",
        "+++ expected",
        "@@ -2 +2 @@",
        "-два",
        "+три",
    ]


def test_every_command_has_a_section_with_its_help() -> None:
    page = commands_page()
    paths = list(walk(rumo, ("rumo",)))
    assert ("rumo", "iom", "task", "done") in paths
    for path in paths:
        assert f"# {' '.join(path)}\n\n```text\nИспользование: {' '.join(path)} [" in page


def test_every_field_has_a_line() -> None:
    page = fields_page()
    for kind in described_kinds().values():
        _, _, section = page.partition(f"\n## {kind.key}: ")
        section, _, _ = section.partition("\n## ")
        keys = [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]
        assert keys == [field.key for field in kind.fields]


def test_every_kind_has_its_schema() -> None:
    files = {path.stem: path for path in generate.ROOT.glob("docs/schema/*.json")}
    assert set(files) == set(described_kinds())
    assert json.loads(files["omo"].read_bytes()) == json_schema(kind_of("omo"))
