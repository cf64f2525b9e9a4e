"""Spoilt files: no command fails but with a message, whatever is done to a file."""

from pathlib import Path
from random import Random

import pytest

from tests.commands.conftest import isolated
from tests.fuzz.mutations import SEEDS, mutated
from tests.fuzz.target import attempt

__all__ = ["isolated"]

TIMES = 6


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_spoilt_file_is_read_or_refused(seed: Path, tmp_path: Path) -> None:
    whole = seed.read_bytes()
    for number in range(TIMES):
        file = tmp_path / f"{number}{seed.suffix}"
        file.write_bytes(mutated(whole, Random(f"{seed.name} {number}")))

        attempt(file, tmp_path)


def test_mutations_are_the_same_for_the_same_seed() -> None:
    for seed in SEEDS:
        whole = seed.read_bytes()
        assert mutated(whole, Random(1)) == mutated(whole, Random(1))
    assert mutated(b"", Random(1)) is not None
