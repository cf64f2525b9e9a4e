"""The benchmarks run: what they compare, how they say it, and whom they skip."""

import sys
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks import run
from benchmarks.comparisons import COMPARISONS, Bench, Comparison, Rival, environ
from benchmarks.data import HEADINGS, webinars, write_csv, write_tasks, write_workbook
from benchmarks.timing import Command, Times, in_pairs

PYTHON = Rival("json", "pip install nothing", module=True)
NOBODY = Rival("no-such-program", "apt install no-such-program")


def beside_python(bench: Bench) -> tuple[Command, Command]:
    """Compare an import by rumo with a Python that does nothing."""
    rumo = bench.rumo(bench.path("new"), "webinar", "import", bench.table, anew=True)
    return rumo, Command((sys.executable, "-c", ""), environ())


FAKE = Comparison("import", "import / nothing", PYTHON, 1.0, beside_python)


def benchmark(monkeypatch: pytest.MonkeyPatch, comparison: Comparison, *arguments: str) -> Result:
    monkeypatch.setattr(run, "COMPARISONS", (comparison,))
    return CliRunner().invoke(run.main, ["--size", "3", "--runs", "1", *arguments])


def test_a_comparison_is_a_line_of_times_and_their_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    result = benchmark(monkeypatch, FAKE, "import")

    assert result.exit_code == 0, result.output
    title, line = result.output.splitlines()[0], result.output.splitlines()[-1]
    assert title == "3 webinars, 1 pairs of runs; medians in milliseconds"
    assert line.startswith("import / nothing ")
    assert line.endswith("≤ 1.0")


def test_a_rival_that_is_not_there_is_skipped_aloud(monkeypatch: pytest.MonkeyPatch) -> None:
    result = benchmark(monkeypatch, replace(FAKE, rival=NOBODY))

    assert result.output.splitlines()[-1] == (
        "import / nothing: skipped, there is no no-such-program; "
        "to get it: apt install no-such-program"
    )


def test_a_command_that_fails_is_no_fast_one() -> None:
    failing = Command((sys.executable, "-c", "raise SystemExit(3)"), environ())

    with pytest.raises(Exception, match="non-zero exit status 3"):
        failing.run()


def test_commands_run_by_turns_after_one_run_each(tmp_path: Path) -> None:
    log = tmp_path / "log"
    first, second = (
        Command((sys.executable, "-c", f"open({str(log)!r}, 'a').write('{name}')"), environ())
        for name in "AB"
    )

    times = in_pairs(first, second, 2)

    assert log.read_text(encoding="utf-8") == "ABABAB"
    assert len(times.pairs) == 2


def test_ratios_are_taken_within_pairs() -> None:
    times = Times(((1.0, 2.0), (3.0, 3.0), (4.0, 5.0)))

    assert (times.first, times.second, times.ratio) == (3.0, 3.0, 0.8)


def test_the_store_is_new_for_each_import(tmp_path: Path) -> None:
    bench = Bench(tmp_path, 3)
    rumo, _ = beside_python(bench)

    rumo.run()
    rumo.run()

    assert (tmp_path / "new" / "store.json").read_text(encoding="utf-8").count('"date"') == 3


def test_the_data_are_the_same_every_time() -> None:
    first, *others = webinars(3)

    assert [first, *others] == list(webinars(3))
    assert isinstance(first.day, date)
    assert isinstance(first.start, time)
    assert len(first.cells) == len(HEADINGS)


def test_every_form_of_the_data_holds_every_webinar(tmp_path: Path) -> None:
    rows = list(webinars(3))
    for name, write in (("w.csv", write_csv), ("w.json", write_tasks), ("w.xlsx", write_workbook)):
        write(tmp_path / name, rows)

    assert (tmp_path / "w.csv").read_text(encoding="utf-8-sig").count("занятие №") == 3
    assert (tmp_path / "w.json").read_text(encoding="utf-8").count("занятие №") == 3
    assert (tmp_path / "w.xlsx").read_bytes().startswith(b"PK")


def test_the_comparisons_have_names_of_their_own() -> None:
    assert len({comparison.name for comparison in COMPARISONS}) == len(COMPARISONS)
