"""Any run of commands, typed one by one, leaves what a dictionary would hold."""

import json
import tempfile
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from commands.main import rumo
from rumo_cli.records import all_kinds
from store.location import open_store
from store.replay import contradictions
from tests.lives import lives

OLD, NEW = "2023-2024", "2024-2025"
DAYS = {OLD: "16.10.2023", NEW: "16.10.2024"}

years = st.sampled_from([OLD, NEW])


@pytest.fixture(scope="module", autouse=True)
def unsynced() -> Iterator[None]:
    """What the disk holds after a power cut is not asked here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda _: None)
        yield


class State(NamedTuple):
    """What a store should hold: title and year of each webinar; whether a year is closed."""

    webinars: Mapping[int, tuple[str, str]]
    closed: bool


class Typed(RuleBasedStateMachine):
    """A methodist who adds, edits, imports, removes, closes a year, and thinks again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = str(Path(self.folder.name) / "store")
        self.titles = map("Тема {}".format, count(1))
        self.now = State({}, closed=False)
        self.next_id = 1
        self.past: list[State] = []
        self.future: list[State] = []
        for year in (OLD, NEW):
            self.type("year", "open", year)

    def teardown(self) -> None:
        self.folder.cleanup()

    def type(self, *words: str, code: int = 0) -> str:
        result = CliRunner().invoke(rumo, ["--store", self.store, *words])
        assert result.exit_code == code, (words, result.output, result.exception)
        return result.stdout

    def carry_out(self, *words: str, wanted: State, refused: bool = False) -> bool:
        self.type(*words, code=int(refused))
        if not refused:
            self.past.append(self.now)
            self.now, self.future = wanted, []
        return not refused

    def shut(self, *named: str) -> bool:
        return self.now.closed and OLD in named

    def with_webinars(self, webinars: Mapping[int, tuple[str, str]]) -> State:
        return self.now._replace(webinars={**self.now.webinars, **webinars})

    @rule(year=years)
    def add(self, year: str) -> None:
        title = next(self.titles)
        line = ("webinar", "add", "--title", title, "--date", DAYS[year])
        wanted = self.with_webinars({self.next_id: (title, year)})
        self.next_id += self.carry_out(*line, wanted=wanted, refused=self.shut(year))

    @rule(rows=st.lists(years, min_size=1, max_size=4))
    def bring_in(self, rows: list[str]) -> None:
        register = Path(self.folder.name) / "register.csv"
        named = [(next(self.titles), year) for year in rows]
        lines = (f"{DAYS[year]};{title}" for title, year in named)
        register.write_text("\n".join(["Дата;Тема", *lines]), encoding="utf-8")
        wanted = self.with_webinars(dict(enumerate(named, self.next_id)))
        done = self.carry_out(
            "webinar", "import", str(register), wanted=wanted, refused=self.shut(*rows)
        )
        self.next_id += len(rows) * done

    @precondition(lambda self: self.now.webinars)
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.now.webinars)))
        title, year = next(self.titles), self.now.webinars[number][1]
        line = ("webinar", "edit", str(number), "--title", title)
        wanted = self.with_webinars({number: (title, year)})
        self.carry_out(*line, wanted=wanted, refused=self.shut(year))

    @precondition(lambda self: self.now.webinars)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        held = self.now.webinars
        numbers = data.draw(st.lists(st.sampled_from(sorted(held)), min_size=1, unique=True))
        left = {number: each for number, each in held.items() if number not in numbers}
        line = ("webinar", "remove", *map(str, numbers), "--yes")
        refused = self.shut(*(held[number][1] for number in numbers))
        self.carry_out(*line, wanted=self.now._replace(webinars=left), refused=refused)

    @rule()
    def close_or_reopen(self) -> None:
        line = ("reopen", OLD) if self.now.closed else ("close", OLD, "--anyway")
        self.carry_out("year", *line, wanted=self.now._replace(closed=not self.now.closed))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.type("undo")
        self.future.append(self.now)
        self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.type("redo")
        self.past.append(self.now)
        self.now = self.future.pop()

    @precondition(lambda self: not self.future)
    @rule()
    def redo_nothing(self) -> None:
        self.type("redo", code=1)

    @invariant()
    def what_is_printed_is_the_model(self) -> None:
        webinars: Any = json.loads(self.type("webinar", "export", "--year", "all", "-f", "json"))
        old: Any = json.loads(self.type("year", "list", "-f", "json"))[0]
        titles = {each["id"]: (each["title"], each["academic_year"]) for each in webinars}
        assert State(titles, old["state"] == "closed") == self.now
        snapshot = open_store(self.store).read()
        assert list(contradictions(snapshot, all_kinds())) == []
        assert snapshot.next_id("webinar") == self.next_id


TestTyped = Typed.TestCase
TestTyped.settings = lives(20, 15)
