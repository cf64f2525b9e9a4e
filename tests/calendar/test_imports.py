import subprocess
import sys

import pytest

MODULES = ("clock", "days", "days_off", "deadlines", "months", "terms", "weeks", "years")


@pytest.mark.parametrize("module", MODULES)
def test_a_calendar_module_costs_no_heavy_import(module: str) -> None:
    code = f"import sys, rumo_cli.calendar.{module}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout.split()
    assert f"rumo_cli.calendar.{module}" in loaded
    assert not {"dateutil", "click", "rich", "tinydb", "tabulate"}.intersection(loaded)
    packages = {name for name in loaded if name.startswith("rumo_cli.")}
    assert all(name.startswith(("rumo_cli.calendar", "rumo_cli.text")) for name in packages)
