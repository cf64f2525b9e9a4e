"""Whether the journal can be read, and tells how the records came about."""

from collections.abc import Iterator

from rumo_cli.errors import StoreUnusable
from rumo_cli.records import described_kinds
from store.checking.lines import Lines
from store.checking.problem import Problem
from store.documents import JOURNAL, META, ONLY, Documents
from store.entries import from_document
from store.replay import Contradiction, contradictions
from store.snapshot import TinySnapshot
from store.storage import JsonStorage


def check_journal(storage: JsonStorage, lines: Lines) -> Iterator[Problem]:
    """Yield the entries that cannot be read; where all can, those that the records contradict."""
    documents = storage.read()
    unreadable = [*_unreadable(documents, lines), *_lost(storage)]
    yield from unreadable
    if not unreadable:
        for each in contradictions(TinySnapshot(storage), described_kinds()):
            yield _contradiction(each, lines)


def _unreadable(documents: Documents, lines: Lines) -> Iterator[Problem]:
    for key, document in documents.get(JOURNAL, {}).items():
        try:
            from_document(int(key), document)
        except (AttributeError, KeyError, TypeError, ValueError):
            message = "запись журнала не читается: отмена прежних команд невозможна"
            yield Problem("error", f"команда {key}", message, lines.get((JOURNAL, key)))


def _lost(storage: JsonStorage) -> Iterator[Problem]:
    for part in storage.read()[META][ONLY]["history"]:
        name = f"history-{part['begun']}.jsonl"
        try:
            storage.read_history(part)
        except StoreUnusable:
            message = "файла прежних команд нет, или он изменён помимо rumo"
            yield Problem("error", "журнал", message, file=name)


def _contradiction(found: Contradiction, lines: Lines) -> Problem:
    entry, key = found
    if entry is None:
        place = f"{key.kind} {key.number}" if key else "журнал"
        return Problem("warning", place, "ни одна команда журнала эту запись не добавляла")
    about = f" ({key.kind} {key.number})" if key else ""
    message = f"записи команды{about} с тех пор изменены помимо rumo; отменить её нельзя"
    return Problem("warning", f"команда {entry.id}", message, lines.get((JOURNAL, str(entry.id))))
