"""`--wait`: how long a write waits for another one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.lock import Holder, locked
from tests.commands.conftest import Result, Rumo


@pytest.fixture
def busy(rumo: Rumo, place: Path) -> Iterator[None]:
    """A store that a long import is writing to."""
    rumo("webinar add --title ЕГЭ")
    holder = Holder("cron", "rumo import реестр.csv", "15.10.2024 12:00:00", os.getpid(), "пк")
    with locked(place / "store.json", holder, 0):
        yield


def message(place: Path, seconds: str) -> str:
    return (
        f"Ошибка: Хранилище занято: {place}. Его держит команда «rumo import реестр.csv» "
        f"(пользователь cron, компьютер пк, процесс {os.getpid()}, с 15.10.2024 12:00:00). "
        f"Ожидание: {seconds} с. Повторите позже; если та команда зависла, завершите её процесс.\n"
    )


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize(("option", "seconds"), [("0", "0"), ("0.05", "0.05"), ("0,05", "0.05")])
def test_a_busy_store_is_waited_for_as_long_as_was_said(
    rumo: Rumo, place: Path, option: str, seconds: str
) -> None:
    result = rumo(f"webinar done 1 --wait {option}")

    assert result == Result(5, "", message(place, seconds))


@pytest.mark.usefixtures("busy")
def test_the_environment_says_it_too_and_the_option_goes_before_it(
    rumo: Rumo, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUMO_WAIT", "0.01")

    assert rumo("webinar done 1").err == message(place, "0.01")
    assert rumo("--wait 0 webinar done 1").err == message(place, "0")


@pytest.mark.usefixtures("busy")
def test_reading_waits_for_nobody(rumo: Rumo) -> None:
    assert rumo("webinar list --wait 0 -q").code == 0


@pytest.mark.parametrize("seconds", ["долго", "-1", "inf", "nan"])
def test_what_is_no_time_to_wait_is_refused(
    rumo: Rumo, monkeypatch: pytest.MonkeyPatch, seconds: str
) -> None:
    told = f"«{seconds}»: ожидается число секунд не меньше 0\n"

    assert rumo("webinar", "list", "--wait", seconds).err.endswith(f"'--wait': {told}")
    monkeypatch.setenv("RUMO_WAIT", seconds)
    assert rumo("webinar list").err.endswith(f"переменной окружения RUMO_WAIT: {told}")
