"""The bar of a long import: on stderr, where a person looks, and nowhere else."""

import io
import sys

import pytest

from commands.app import App
from commands.progress import LONG, progress


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def seen(app: App, number: int, screen: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what is on stderr once so many rows are through."""
    # Not in a fixture: pytest puts its own stderr in place before each phase of a test.
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", screen)
        assert list(progress(app, "register.csv")(range(number), number)) == list(range(number))
    return screen.getvalue()


def test_a_long_file_has_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "register.csv" in seen(App(), LONG, _Screen(), monkeypatch)


def test_a_short_file_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen(App(), LONG - 1, _Screen(), monkeypatch) == ""


def test_a_quiet_run_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    app = App()
    app.quiet = True

    assert seen(app, LONG, _Screen(), monkeypatch) == ""


def test_a_pipe_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert seen(App(), LONG, io.StringIO(), monkeypatch) == ""
