"""What rumo is on a terminal: the format, the colour, whether anybody can answer."""

import io
import sys

import pytest

from commands.app import App
from commands.output import chosen_target


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("screen", "format_name"), [(_Screen(), "table"), (io.StringIO(), "plain")]
)
def test_a_terminal_gets_a_table_and_a_pipe_plain_lines(
    monkeypatch: pytest.MonkeyPatch, screen: io.StringIO, format_name: str
) -> None:
    monkeypatch.setattr(sys, "stdout", screen)

    assert chosen_target().format.name == format_name
    assert chosen_target(default="csv").format.name == "csv"


@pytest.mark.parametrize(
    ("color", "screen", "variables", "colored"),
    [
        ("auto", _Screen(), {}, True),
        ("auto", io.StringIO(), {}, False),
        ("auto", _Screen(), {"NO_COLOR": "1"}, False),
        ("auto", _Screen(), {"TERM": "dumb"}, False),
        ("always", io.StringIO(), {"NO_COLOR": "1"}, True),
        ("never", _Screen(), {}, False),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch,
    color: str,
    screen: io.StringIO,
    variables: dict[str, str],
    colored: bool,
) -> None:
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setattr(sys, "stdout", screen)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    app = App()
    app.color = color

    assert app.colored is colored


@pytest.mark.parametrize(
    ("stdin", "stderr", "interactive"),
    [
        (_Screen(), _Screen(), True),
        (io.StringIO(), _Screen(), False),
        (_Screen(), io.StringIO(), False),
    ],
)
def test_somebody_can_answer_where_both_ends_of_a_question_are_a_terminal(
    monkeypatch: pytest.MonkeyPatch, stdin: io.StringIO, stderr: io.StringIO, interactive: bool
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", stdin)
        patch.setattr(sys, "stderr", stderr)

        assert App().interactive is interactive
