"""How much was submitted for examination, what became of it, and who examined it.

Teachers' work is counted apart from programmes (ДПП), and work that was withdrawn had been
submitted too.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from rumo_cli.figures.grouping import Grouping, by_association, by_choice, by_person, by_text
from rumo_cli.figures.summary import Group, Summary, percent, summarize, texts_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.expertise import EXPERTISE, VERDICT
from rumo_cli.records.persons import fold_person
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
    work = [each for each in submissions if not is_programme(each)]
    programmes = [each for each in submissions if is_programme(each)]
    verdicts = Counter(each.get("verdict") for each in work)
    recommended = verdicts["recommended"]
    return {
        "submitted": len(work),
        **{option.key: verdicts[option.key] for option in VERDICT.options},
        "without_verdict": verdicts[None],
        "in_bank": sum(bool(each.get("in_bank")) for each in work),
        "percent": percent(recommended, len(work)),
        "programmes": len(programmes),
        "programmes_recommended": sum(each.get("verdict") == "recommended" for each in programmes),
        "experts": len(_experts(submissions)),
    }


def is_programme(submission: Record) -> bool:
    """Tell whether a programme of further training (ДПП) was examined, not a teacher's work."""
    return _PROGRAMME.search(fold(str(submission.get("type") or ""))) is not None


def _experts(submissions: Sequence[Record]) -> set[str]:
    return {fold_person(name) for each in submissions for name in texts_of(each.get("experts"))}


def _grouping(by: str, directory: Directory) -> Grouping:
    if by == "omo":
        return by_association("omo", directory)
    if by == "verdict":
        return by_choice(EXPERTISE, "verdict", _NO_VERDICT)
    return by_person("experts") if by == "expert" else by_text(by)
