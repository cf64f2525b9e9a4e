"""How much was submitted for examination, what became of it, and who examined it.

Teachers' work is counted apart from programmes (ДПП), and work that was withdrawn had been
submitted too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from rumo_cli.figures.grouping import Grouping, by_association, by_choice, by_person, by_text
from rumo_cli.figures.people import people
from rumo_cli.figures.summary import Group, Summary, percent, summarize
from rumo_cli.records.directory import Directory
from rumo_cli.records.expertise import EXPERTISE, VERDICT
from rumo_cli.records.values import Record
from rumo_cli.text import fold

GROUPINGS = ("type", "omo", "verdict", "municipality", "expert")

_NO_VERDICT = Group("", "без итога", (1,))
_PROGRAMME = re.compile(
    r"\bдпп\b|\bдополнительн\w+ профессиональн|\bповышени\w+ квалификации|\bпереподготовк"
)


def expertise_summary(
    year: str, submissions: Sequence[Record], by: str, as_of: date, directory: Directory
) -> Summary:
    """Count what was submitted in a year, in groups."""
    return summarize(year, as_of, by, submissions, _grouping(by, directory), count)


def count(submissions: Sequence[Record]) -> Record:
    """Return the figures of teachers' work, of programmes beside it, and of all experts."""
    work, of_programmes = submitted(submissions), programmes(submissions)
    verdicts = Counter(each.get("verdict") for each in work)
    return {
        "submitted": len(work),
        **{option.key: verdicts[option.key] for option in VERDICT.options},
        "without_verdict": verdicts[None],
        "in_bank": len(in_bank(work)),
        "percent": percent(len(recommended(work)), len(work)),
        "programmes": len(of_programmes),
        "programmes_recommended": len(recommended(of_programmes)),
        "experts": len(people("experts", submissions)),
    }


def submitted(submissions: Iterable[Record]) -> list[Record]:
    """Return teachers' work, the withdrawn too: all that is no programme."""
    return [each for each in submissions if not is_programme(each)]


def programmes(submissions: Iterable[Record]) -> list[Record]:
    """Return the programmes of further training (ДПП)."""
    return [each for each in submissions if is_programme(each)]


def recommended(submissions: Iterable[Record]) -> list[Record]:
    """Return what the examination recommended."""
    return [each for each in submissions if each.get("verdict") == "recommended"]


def in_bank(submissions: Iterable[Record]) -> list[Record]:
    """Return what is in the regional bank, which is more than being recommended for it."""
    return [each for each in submissions if each.get("in_bank")]


def is_programme(submission: Record) -> bool:
    """Tell whether a programme of further training (ДПП) was examined, not a teacher's work."""
    return _PROGRAMME.search(fold(str(submission.get("type") or ""))) is not None


def _grouping(by: str, directory: Directory) -> Grouping:
    if by == "omo":
        return by_association("omo", directory)
    if by == "verdict":
        return by_choice(EXPERTISE, "verdict", _NO_VERDICT)
    return by_person("experts") if by == "expert" else by_text(by)
