"""Mutated files against the intake: `python -m tests.fuzz --minutes 5` runs for long."""
