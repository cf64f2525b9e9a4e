"""What mentoring adds up to: programmes, the people in them, how their pairs get on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from rumo_cli.figures.grouping import by_association, by_text
from rumo_cli.figures.mixed import Member, of_kind
from rumo_cli.figures.people import people
from rumo_cli.figures.summary import Summary, number, percent, summarize, texts_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.mentor import PAIR_STATUS, PROGRAMME_STATUS
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
        "programmes": len(by_title(programmes, pairs)),
        **_statuses("programmes", programmes, [each.key for each in PROGRAMME_STATUS.options]),
        "programmes_young": len(for_young(programmes, pairs)),
        "mentors": len(people("mentor", pairs)),
        "mentees": len(people("mentee", pairs)),
        "mentees_young": len(people("mentee", with_young(pairs))),
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
    """Return the title of a programme, which a pair names and a programme has for its own."""
    return fold(str(record.get("programme") or record.get("title") or ""))


def _statuses(prefix: str, records: Sequence[Record], keys: Iterable[str]) -> Record:
    statuses = Counter(record.get("status") or "active" for record in records)
    return {f"{prefix}_{key}": statuses[key] for key in keys}


def by_title(
    programmes: Iterable[Record], pairs: Iterable[Record]
) -> dict[str, tuple[Member, ...]]:
    """Return the records of each programme by its folded title: its own, then its pairs.

    A programme that only pairs name is one too.
    """
    found: defaultdict[str, list[Member]] = defaultdict(list)
    for kind, records in (("programme", programmes), ("pair", pairs)):
        for record in records:
            found[_title(record)].append(Member(kind, record))
    return {title: tuple(members) for title, members in found.items()}


def for_young(
    programmes: Iterable[Record], pairs: Iterable[Record]
) -> dict[str, tuple[Member, ...]]:
    """Return the programmes whose title or target names young people, or that a young one is in.

    Each has the records that make it one.
    """
    found = by_title(programmes, pairs)
    telling = {title: tuple(filter(_is_for_young, members)) for title, members in found.items()}
    return {title: members for title, members in telling.items() if members}


def with_young(pairs: Iterable[Record]) -> list[Record]:
    """Return the pairs whose mentee is a young teacher."""
    return [pair for pair in pairs if pair.get("mentee_young")]


def _is_for_young(member: Member) -> bool:
    if member.kind == "pair":
        return bool(member.record.get("mentee_young"))
    return "молод" in fold(f"{member.record.get('title')} {member.record.get('target')}")
