"""Check the rumo that is installed beside this interpreter: what it holds, and that it works.

Run it from an empty folder, in an environment that holds rumo and its runtime dependencies only.
"""

import json
import subprocess
import sys
import sysconfig
from importlib import import_module
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path
from pkgutil import walk_packages

PACKAGES = ("commands", "rumo_cli", "store")
NEEDED = (
    "commands/locale/ru/LC_MESSAGES/messages.mo",
    "commands/py.typed",
    "rumo_cli/py.typed",
    "rumo_cli/documents/templates/letter.docx",
    "rumo_cli/examples/registers/01_omo.csv",
    "store/py.typed",
)


def check_contents() -> None:
    """Hold what was installed against what should be: our packages, nothing else."""
    installed = {path.as_posix() for path in distribution("rumo").files or ()}
    program = {path for path in installed if path.startswith("../")}
    foreign = {
        path
        for path in installed - program
        if not path.startswith((*(f"{name}/" for name in PACKAGES), "rumo-"))
    }
    missing = set(NEEDED) - installed
    assert not foreign, f"installed beside the packages: {foreign}"
    assert not missing, f"not installed: {missing}"
    assert {Path(path).stem for path in program} == {"rumo"}, program


def check_imports() -> None:
    """Import every module: a dependency that is not declared is not there."""
    for name in PACKAGES:
        package = import_module(name)
        for module in walk_packages(package.__path__, f"{name}."):
            if not module.name.endswith("__main__"):
                import_module(module.name)


def rumo(*arguments: str, program: tuple[str, ...] = ()) -> str:
    """Run the installed program and return what it says on stdout."""
    command = program or (str(Path(sysconfig.get_path("scripts"), "rumo")),)
    return subprocess.run(
        [*command, *arguments], check=True, stdout=subprocess.PIPE, encoding="utf-8"
    ).stdout


def check_program() -> None:
    """Let the program say its version, show its demo, and import a register of its own twice."""
    version = f"rumo {distribution('rumo').version}\n"
    assert rumo("--version") == version
    assert rumo("--version", program=(sys.executable, "-P", "-m", "rumo_cli")) == version
    assert "webinar" in rumo("--help")
    assert "256 из 275" in rumo("demo", "demo-store")
    register = str(files("rumo_cli.examples") / "registers" / "04_webinars_2024-2025_2.tsv")
    for added in (67, 0):
        report = json.loads(rumo("--store", "s", "-q", "webinar", "import", register, "-f", "json"))
        assert report["added"] == added, report
    settings = ("institute=ИРО", "signatory=А.А. Белова", "signatory_position=Ректор")
    rumo("--store", "s", "-q", "year", "set", "--year", "2024-2025", *settings)
    rumo("--store", "s", "-q", "webinar", "letter", "--month", "2025-02", "-o", "letter.docx")
    assert "<h1>" in rumo("--store", "s", "webinar", "schedule", "--month", "2025-02", "-f", "html")


if __name__ == "__main__":
    check_contents()
    check_imports()
    check_program()
    sys.stdout.write("rumo is installed and works\n")
