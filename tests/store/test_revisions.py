"""What tells a store from the others, and how often its records were changed."""

from pathlib import Path

from rumo_cli.records.revisions import Revision
from rumo_cli.records.values import Record
from store.contract import YEAR_KIND, Change, Transaction
from store.journal import undo_last
from store.json_store import JsonStore
from tests.store.conftest import NOON, OpenStore
from tests.store.helpers import adding, documents_of, file_of

LESSON: Record = {"title": "Урок", "academic_year": "2023-2024"}


def titled(title: str) -> Change[None]:
    return lambda transaction: transaction.replace("webinar", 1, LESSON | {"title": title})


def settled(settings: Record) -> Change[None]:
    return lambda transaction: transaction.replace(YEAR_KIND, 2023, settings)


def opened(transaction: Transaction) -> None:
    transaction.open_year("2023-2024")
    transaction.add("webinar", LESSON)


def test_each_store_has_an_id_of_its_own(open_at: OpenStore, tmp_path: Path) -> None:
    stores = [open_at(tmp_path / name) for name in ("one", "other")]
    for store in stores:
        store.run(adding("plan", {}), command="rumo plan add")

    assert len({store.read().identity() for store in stores}) == 2


def test_a_copy_of_a_store_has_its_id(open_at: OpenStore, tmp_path: Path) -> None:
    store = open_at(tmp_path / "here")
    store.run(adding("plan", {}), command="rumo plan add")
    copy = tmp_path / "there" / "store.json"
    copy.parent.mkdir()
    copy.write_bytes(file_of(store).read_bytes())

    assert open_at(copy.parent).read().identity() == store.read().identity()


def test_a_record_that_was_only_added_was_never_changed(store: JsonStore) -> None:
    store.run(adding("webinar", {"title": "Урок"}), command="rumo webinar add")

    assert store.read().revisions("webinar") == {}


def test_every_change_counts_and_taking_it_back_is_one_more(store: JsonStore) -> None:
    store.run(opened, command="rumo webinar add")
    store.run(titled("Урок-игра"), command="rumo webinar edit")
    store.run(titled("Урок-игра"), command="rumo webinar edit")
    assert store.read().revisions("webinar") == {1: Revision(1, NOON)}

    store.run(undo_last, command="rumo undo")

    assert store.read().revisions("webinar") == {1: Revision(2, NOON)}
    assert store.read().revisions("plan") == {}


def test_what_came_back_after_a_removal_counts_on(store: JsonStore) -> None:
    store.run(opened, command="rumo webinar add")
    store.run(titled("Урок-игра"), command="rumo webinar edit")
    store.run(lambda transaction: transaction.remove("webinar", 1), command="rumo webinar remove")
    store.run(undo_last, command="rumo undo")

    assert store.read().revisions("webinar") == {1: Revision(1, NOON)}


def test_the_sittings_that_a_webinar_lost_keep_their_places(store: JsonStore) -> None:
    first, second, third, other = (f"2023-10-{day}" for day in (10, 17, 24, 12))
    store.run(opened, command="rumo webinar add")

    def kept(*days: str) -> tuple[str, ...]:
        """Return the places of the sittings once a webinar takes place on these days."""
        sittings: Record = {"date": days[0], "dates": [*days]} if days else {}
        store.run(
            lambda transaction: transaction.replace("webinar", 1, LESSON | sittings),
            command="rumo webinar edit",
        )
        return store.read().revisions("webinar")[1].sittings

    assert kept(first, second, third) == ()
    assert kept(first, third) == (first, second, third)
    assert kept(third) == (first, second, third)
    store.run(undo_last, command="rumo undo")
    assert store.read().revisions("webinar")[1].sittings == (first, second, third)
    assert kept(first, other, third) == ()
    assert kept() == (first, other, third)
    assert kept(third) == (first, other, third)


def test_a_closed_year_takes_its_counts_along(store: JsonStore) -> None:
    store.run(opened, command="rumo webinar add")
    store.run(titled("Урок-игра"), command="rumo webinar edit")
    store.run(settled({"closed_date": "2024-08-30"}), command="rumo year close")

    assert documents_of(store)["_webinar_revisions"] == {}
    assert store.read().revisions("webinar") == {}
    assert store.read().revisions("webinar", ["2023-2024"]) == {1: Revision(1, NOON)}

    store.run(settled({}), command="rumo year reopen")

    assert store.read().revisions("webinar") == {1: Revision(1, NOON)}
