"""`python -m benchmarks`."""

import click

from benchmarks.concurrency import concurrency
from benchmarks.crash import crash
from benchmarks.run import main as speed

if __name__ == "__main__":
    click.Group(commands={"speed": speed, "crash": crash, "concurrency": concurrency})()
