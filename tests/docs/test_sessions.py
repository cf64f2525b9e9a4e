from contextlib import chdir
from pathlib import Path

import pytest

from generators.blocks import Block, blocks
from generators.sessions import Session, has_session, refreshed

PAGE = """\
# Page

```console
$ rumo --version
stale
$ rumo webinar show 9999 --store rumo-demo
$ echo $?
```

```json file=new.json
[{"title": "Новый вебинар", "date": "2025-06-24"}]
```

```sh
python3 -m venv .venv
rumo --store rumo-demo webinar import new.json
```

```console
$ rumo --store rumo-demo webinar list --week this --columns title -f csv
```
"""


def test_a_page_is_replayed_with_what_rumo_prints_today() -> None:
    lines = refreshed(PAGE).splitlines()
    assert "stale" not in lines
    assert lines[2:5] == ["```console", "$ rumo --version", "rumo 0.1.0"]
    assert lines[6].startswith("Ошибка: webinar 9999: такой записи нет.")
    assert lines[7:9] == ["$ echo $?", "3"]
    assert lines[-3:] == ["title", "Новый вебинар", "```"]


def test_a_page_that_was_replayed_stays_as_it_is() -> None:
    once = refreshed(PAGE)
    assert refreshed(once) == once


@pytest.mark.parametrize("language", ["console", "sh"])
def test_an_example_that_fails_is_no_example(language: str) -> None:
    prompt = "$ " if language == "console" else ""
    with pytest.raises(ValueError, match="rumo nonsense: exit code 2"):
        refreshed(f"```{language}\n{prompt}rumo nonsense\n```\n")


def test_a_page_without_commands_has_no_session() -> None:
    assert not has_session("# Page\n\n```csv\nДата;Тема\n```\n")
    assert has_session("```console\n$ rumo --version\n```\n")


def test_blocks_are_what_stands_within_fences_and_between() -> None:
    assert list(blocks("one\n```sh\nrumo log\n```\ntwo\n")) == [
        Block("", ("one",)),
        Block("```sh", ("rumo log",)),
        Block("", ("two",)),
    ]


def test_a_block_names_its_file() -> None:
    assert Block("```csv file=июнь.csv", ()).file == "июнь.csv"
    assert Block("```csv", ()).file is None


def test_a_session_keeps_variables_and_pipes_from_rumo_to_rumo(tmp_path: Path) -> None:
    with chdir(tmp_path):
        session = Session()
        assert session.run("export RUMO_STORE=one RUMO_TODAY=2024-10-01") == ""
        assert session.run("rumo -q webinar add --title 'Два слова' --date 5.10") == "1\n"
        session.run("rumo webinar export -f ndjson | RUMO_STORE=two rumo webinar import -")
        assert session.run("RUMO_STORE=two rumo webinar list --columns title -f csv") == (
            "title\nДва слова\n"
        )


def test_a_session_does_not_see_the_environment_of_the_person_who_runs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUMO_YEAR", "no year at all")
    monkeypatch.setenv("COLUMNS", "20")
    with chdir(tmp_path):
        assert Session().run("rumo --help") == Session().run("rumo -h")
        assert "no year" not in Session().run("rumo --store new webinar list")


def test_a_session_runs_nothing_but_rumo() -> None:
    with pytest.raises(ValueError, match="the session knows no program rm"):
        Session().run("rm -r rumo-demo")
