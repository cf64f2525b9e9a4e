"""What `export` writes, `import` reads back to equal records, and then changes nothing."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rumo_cli.records import MODULES, kind_of
from rumo_cli.records.values import Record
from store.contract import Transaction
from store.location import open_store
from tests.records.strategies import ASSOCIATIONS, YEARS, records
from tests.shell import exported, run, run_verb

FORMATS = {
    "csv": "csv", "excel-csv": "csv", "tsv": "tsv", "json": "json", "ndjson": "ndjson",
    "xlsx": "xlsx",
}  # fmt: skip
"""The formats that carry records, and the extensions that files of each have."""


NAMED: tuple[tuple[str, Record], ...] = (
    *(("omo", association) for association in ASSOCIATIONS),
    ("plan", {"title": "Заседание", "academic_year": "2024-2025"}),
    ("webinar", {"title": "Вебинар", "academic_year": "2024-2025"}),
    ("iom", {"teacher": "Белова А.С.", "academic_year": "2024-2025"}),
)
"""What random records name."""


@pytest.fixture(scope="module", autouse=True)
def unsynced() -> Iterator[None]:
    """What the disk holds after a power cut is not asked here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("kind", MODULES)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_record_comes_back_as_it_was(
    kind: str, format_name: str, data: st.DataObject
) -> None:
    made = data.draw(st.lists(records(kind_of(kind)), min_size=1, max_size=4))
    with TemporaryDirectory() as folder:
        source = filled(Path(folder, "source"), kind, made)
        target = filled(Path(folder, "target"), kind, ())
        file = Path(folder, f"записи.{FORMATS[format_name]}")
        written = run_verb(source, kind, "export", "--year", "all", "-f", format_name)
        file.write_bytes(written)

        assert imported(target, kind, file) == (len(made), 0, 0)
        assert exported(target, kind) == exported(source, kind)
        assert imported(target, kind, file) == (0, 0, len(made))
        assert imported(source, kind, file) == (0, 0, len(made))


REGISTERS = (
    ("omo", "09_omo_directory_utf8bom.csv"),
    ("webinar", "01_webinar_schedule_cp1251.csv"),
    ("webinar", "10_webinars_two_years_utf8bom.csv"),
    ("plan", "04_plan_rumo_deadlines.csv"),
    ("iom", "06_iom_register_cp1251.csv"),
    ("expertise", "08_expertise_register_utf8_comma.csv"),
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo store: every kind of record."""
    place = tmp_path_factory.mktemp("demo") / "store"
    run(place, "demo", str(place))
    return place


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of registers as people have them."""
    place = tmp_path_factory.mktemp("foreign") / "store"
    for kind, name in REGISTERS:
        run_verb(place, kind, "import", str(Path(__file__).parent / "data" / "registers" / name))
    return place


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("origin", ["demo", "foreign"])
def test_a_whole_store_comes_back(
    origin: str, format_name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    source: Path = request.getfixturevalue(origin)
    target = tmp_path / "target"
    moved = [kind for kind in MODULES if exported(source, kind)]
    for kind in moved:
        file = tmp_path / f"{kind}.{FORMATS[format_name]}"
        file.write_bytes(run_verb(source, kind, "export", "--year", "all", "-f", format_name))
        run_verb(target, kind, "import", str(file))

    assert len(moved) >= 5
    for kind in moved:
        assert exported(target, kind) == exported(source, kind)


def filled(place: Path, kind: str, made: Sequence[Record]) -> Path:
    """Make a store with what records name, and with the records."""

    def change(transaction: Transaction) -> None:
        for year in YEARS:
            transaction.open_year(str(year))
        for other, record in NAMED:
            if other != kind:
                transaction.add(other, record)
        for record in made:
            transaction.add(kind, record)

    open_store(str(place)).run(change, command="test")
    return place


def imported(store: Path, kind: str, file: Path) -> tuple[int, int, int]:
    """Return how many records an import added, updated and left as they were."""
    counts = json.loads(run_verb(store, kind, "import", str(file), "-f", "json"))
    return counts["added"], counts["updated"], counts["unchanged"]


@pytest.mark.parametrize("kind", MODULES)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_list_that_nobody_changed_changes_nothing(kind: str, data: st.DataObject) -> None:
    made = data.draw(st.lists(records(kind_of(kind)), min_size=1, max_size=4))
    with TemporaryDirectory() as folder:
        source = filled(Path(folder, "source"), kind, made)
        before = exported(source, kind)
        file = Path(folder, "список.xlsx")
        columns = ("--columns", ",".join(columns_of_a_list(kind)))
        file.write_bytes(run_verb(source, kind, "list", "--year", "all", *columns, "-f", "xlsx"))

        assert imported(source, kind, file) == (0, 0, len(made))
        assert exported(source, kind) == before


def columns_of_a_list(kind: str) -> list[str]:
    """Return the usual columns, and the count that may be typed beside a deadline."""
    shown = [field.key for field in kind_of(kind).fields if field.shown]
    return [*shown, *({"occurrences_planned"} & kind_of(kind).by_key.keys())]
