"""A writer that is killed leaves what it had reported; what else it leaves is told."""

from pathlib import Path
from random import Random

import click
import pytest

from benchmarks.crash import Trial
from benchmarks.writes import KINDS, begin, carry_out
from store.json_store import FILE_NAME
from store.location import open_store
from store.replay import contradictions
from tests.store.faults import needs_fork

SIZE = 5


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A power cut is not asked about: the writers here are only killed."""
    monkeypatch.setattr("os.fsync", lambda _: None)


@needs_fork
def test_a_few_kills(tmp_path: Path) -> None:
    counts = Trial(tmp_path, SIZE).run(5, Random(1), print)

    assert counts["kills"] == 5
    assert counts["commands in the store"] > 0


@needs_fork
def test_a_command_that_is_not_in_the_store_is_noticed(tmp_path: Path) -> None:
    trial = Trial(tmp_path, SIZE)
    carry_out(tmp_path / "killed", 7)
    carry_out(tmp_path / "killed", 9)

    with pytest.raises(click.ClickException, match="not the state after command"):
        trial.run(1, Random(1), print)


def test_the_same_commands_lead_to_the_same_file(tmp_path: Path) -> None:
    begin(tmp_path / "store", SIZE)
    (tmp_path / "copy").mkdir()
    first = (tmp_path / "store" / FILE_NAME).read_bytes()
    (tmp_path / "copy" / FILE_NAME).write_bytes(first)

    for number in range(60):
        carry_out(tmp_path / "store", number)
        carry_out(tmp_path / "copy", number)

    last = (tmp_path / "store" / FILE_NAME).read_bytes()
    assert first != last == (tmp_path / "copy" / FILE_NAME).read_bytes()
    assert list(contradictions(open_store(str(tmp_path / "store")).read(), KINDS)) == []
