"""A long run: `python -m tests.fuzz --minutes 5 [--seed N] [--keep FOLDER]`.

Each file that fails, or takes longer than a file may, is kept for a test of its own. With
`--guided` atheris, where it is installed, keeps those mutations that reach new code.
"""

import argparse
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from random import Random
from tempfile import TemporaryDirectory

import rumo_cli
from tests.fuzz.mutations import SEEDS, mutated


def main() -> int:
    """Run until the time is over; 1 if anything was found."""
    given = _arguments()
    given.keep.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        return _guided(given, Path(folder)) if given.guided else _random(given, Path(folder))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"))
    parser.add_argument("--guided", action="store_true")
    return parser.parse_args()


def _random(given: argparse.Namespace, folder: Path) -> int:
    ends, number, found = time.monotonic() + 60 * given.minutes, given.seed, 0
    while time.monotonic() < ends:
        random = Random(number)
        seed = random.choice(SEEDS)
        found += _found(mutated(seed.read_bytes(), random), f"{number}{seed.suffix}", given, folder)
        number += 1
    sys.stdout.write(f"{number - given.seed} files from seed {given.seed}, {found} found\n")
    return 1 if found else 0


def _found(data: bytes, name: str, given: argparse.Namespace, folder: Path) -> bool:
    from tests.fuzz.target import SLOW, attempt

    file = folder / name
    file.write_bytes(data)
    try:
        seconds = attempt(file, folder)
        wrong = f"{seconds:.1f} s" if seconds > SLOW else ""
    except Exception:  # noqa: BLE001 # Whatever comes through is what is looked for.
        wrong = traceback.format_exc()
    file.unlink()
    if wrong:
        (given.keep / name).write_bytes(data)
        sys.stdout.write(f"{given.keep / name}: {wrong}\n")
    return bool(wrong)


def _guided(given: argparse.Namespace, folder: Path) -> int:
    # No dependency of anybody's: it has wheels for few machines.
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["rumo_cli"]):
        # What commands import when they run would come too late to be watched.
        for module in walk_packages(rumo_cli.__path__, "rumo_cli."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    from tests.fuzz.target import attempt

    def one(data: bytes) -> None:
        file = folder / "файл"
        file.write_bytes(data)
        attempt(file, folder)

    def mutator(data: bytes, most: int, seed: int) -> bytes:
        return mutated(data, Random(seed))[:most]

    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(SEEDS):
        (corpus / str(number)).write_bytes(seed.read_bytes())
    limits = [f"-max_total_time={60 * given.minutes:.0f}", "-max_len=200000", "-timeout=30"]
    words = [sys.argv[0], *limits, f"-artifact_prefix={given.keep}/", str(corpus)]
    atheris.Setup(words, one, custom_mutator=mutator)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
