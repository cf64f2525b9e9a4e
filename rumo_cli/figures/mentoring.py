"""What mentoring adds up to: programmes, the people in them, how their pairs get on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from rumo_cli.figures.grouping import by_association, by_text
from rumo_cli.figures.mixed import Member, of_kind
from rumo_cli.figures.summary import Summary, number, percent, summarize, texts_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.mentor import PAIR_STATUS, PROGRAMME_STATUS
from rumo_cli.records.persons import fold_person
from rumo_cli.records.values import Record
from rumo_cli.text import fold

GROUPINGS = ("programme", "form", "owner")


def mentor_summary(
    year: str,
    programmes: Sequence[Record],
    pairs: Sequence[Record],
    by: str,
    as_of: date,
    directory: Directory,
) -> Summary:
    """Count a year's programmes and pairs in groups; programmes without pairs count too."""
    grouping = by_association(by, directory) if by == "owner" else by_text(by)
    members = _members([each | {"programme": each["title"]} for each in programmes], pairs, by)
    return summarize(year, as_of, by, members, lambda each: grouping(each.record), count)


def count(members: Sequence[Member]) -> Record:
    """Return the figures of programmes and pairs; people count once, however they are written."""
    programmes, pairs = of_kind(members, "programme"), of_kind(members, "pair")
    planned = sum(number(pair.get("personal_programme_planned")) for pair in pairs)
    done = sum(number(pair.get("personal_programme_done")) for pair in pairs)
    return {
        "programmes": len({_title(each) for each in (*programmes, *pairs)}),
        **_statuses("programmes", programmes, [each.key for each in PROGRAMME_STATUS.options]),
        "programmes_young": len(_titles_for_young(programmes, pairs)),
        "mentors": _people("mentor", pairs),
        "mentees": _people("mentee", pairs),
        "mentees_young": _people("mentee", (pair for pair in pairs if pair.get("mentee_young"))),
        "pairs": len(pairs),
        **_statuses("pairs", pairs, [each.key for each in PAIR_STATUS.options]),
        "events_planned": planned,
        "events_done": done,
        "events_percent": percent(done, planned),
    }


def _members(programmes: Sequence[Record], pairs: Sequence[Record], by: str) -> list[Member]:
    """Return all records, each with its groups under the key `by`.

    A pair that names none is where its programme is; a programme that names none, where its
    pairs are.
    """
    of_programme = {_title(each): each.get(by) for each in programmes}
    placed = [pair | {by: pair.get(by) or of_programme.get(_title(pair))} for pair in pairs]
    of_pairs: defaultdict[str, list[str]] = defaultdict(list)
    for pair in placed:
        of_pairs[_title(pair)] += texts_of(pair[by])
    return [
        *(Member("programme", each | {by: each.get(by) or of_pairs[_title(each)]})
          for each in programmes),
        *(Member("pair", each) for each in placed),
    ]  # fmt: skip


def _title(record: Record) -> str:
    return fold(str(record.get("programme") or ""))


def _statuses(prefix: str, records: Sequence[Record], keys: Iterable[str]) -> Record:
    statuses = Counter(record.get("status") or "active" for record in records)
    return {f"{prefix}_{key}": statuses[key] for key in keys}


def _people(key: str, pairs: Iterable[Record]) -> int:
    return len({fold_person(str(pair[key])) for pair in pairs if pair.get(key)})


def _titles_for_young(programmes: Iterable[Record], pairs: Iterable[Record]) -> set[str]:
    """Return the programmes whose title or target names young people, or that a young one is in."""
    named = {
        _title(each)
        for each in programmes
        if "молод" in fold(f"{each.get('title')} {each.get('target')}")
    }
    return named | {_title(pair) for pair in pairs if pair.get("mentee_young")}
