"""Where a text contradicts itself, whatever the records say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.claims.claim import Claim
from rumo_cli.claims.listings import announced, skipped
from rumo_cli.claims.passages import Passage, Span
from rumo_cli.claims.verdicts import bears_out

_PARTS = (
    ("expertise_recommended", "expertise_submitted"),
    ("expertise_in_bank", "expertise_submitted"),
    ("plan_done", "plan_counted"),
    ("plan_rumo_done", "plan_rumo_counted"),
    ("plan_omo_done", "plan_omo_counted"),
    ("iom_low_results", "iom_total"),
    ("iom_young", "iom_total"),
    ("iom_completed", "iom_total"),
    ("iom_in_work", "iom_total"),
    ("mentor_programmes_young", "mentor_programmes"),
    ("omo_plan_complete", "omo_total"),
    ("omo_without_webinars", "omo_total"),
    ("members_young", "members_total"),
    ("mentees_young", "mentees"),
)
"""Figures that are a part of others."""

_ROUNDED = 0.1001
"""By how much two shares, each rounded to a tenth, may miss their rounded difference."""


class Contradiction(NamedTuple):
    """Two things of a text that cannot both be true: where, and in which words that is told.

    `key` is `listed` (announced and listed), `skipped` (numbers of items), `repeated` (one figure
    with two numbers), `part` (a part above its whole) or `change` (a change and its two years).
    """

    key: str
    passage: Passage
    span: Span
    message: str


def contradictions(passages: Sequence[Passage], claims: Iterable[Claim]) -> list[Contradiction]:
    """Return where a text contradicts itself, in the order of the text."""
    said = list(claims)
    found = [
        *(Contradiction("listed", *each) for each in announced(passages)),
        *(Contradiction("skipped", *each) for each in skipped(passages)),
        *_repeated(said),
        *_parts(said),
        *_changes(said),
    ]
    return sorted(found, key=lambda each: (each.passage.number, each.span.start))


def _by_figure(claims: Iterable[Claim]) -> dict[tuple[str, AcademicYear], list[Claim]]:
    found: defaultdict[tuple[str, AcademicYear], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.measure == "value" and claim.said is not None:
            found[claim.figure, claim.year].append(claim)
    return found


def _repeated(claims: Iterable[Claim]) -> Iterator[Contradiction]:
    for several in _by_figure(claims).values():
        for first, second in pairwise(several):
            if not _agree(first, second):
                yield _of(second, "repeated", f"здесь {second.text}, а выше — {first.text}")


def _agree(first: Claim, second: Claim) -> bool:
    if "exact" not in {first.qualifier, second.qualifier}:
        return True
    exact, other = (first, second) if first.qualifier == "exact" else (second, first)
    return bears_out(other, exact.said or 0) or bears_out(exact, other.said or 0)


def _parts(claims: Iterable[Claim]) -> Iterator[Contradiction]:
    found = _by_figure(claims)
    for (figure, year), parts in found.items():
        for whole in (each for part, each in _PARTS if part == figure):
            for claim in found.get((whole, year), ())[:1]:
                yield from (_exceeding(part, claim) for part in parts if _exceeds(part, claim))


def _exceeds(part: Claim, whole: Claim) -> bool:
    least = part.qualifier in {"exact", "more", "at_least"}
    most = whole.qualifier in {"exact", "at_most"}
    return least and most and (part.said or 0) > (whole.said or 0)


def _exceeding(part: Claim, whole: Claim) -> Contradiction:
    return _of(part, "part", f"часть больше целого: {part.text}, а всего {whole.text}")


def _changes(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    values = _by_figure(claims)
    for claim in claims:
        if claim.measure == "change" and claim.said is not None:
            now = _only(values.get((claim.figure, claim.year), ()))
            before = _only(values.get((claim.figure, claim.year.previous), ()))
            if now is not None and before is not None and abs(now - before - claim.said) > _ROUNDED:
                told = f"сказано «{claim.text}», а было {before}, стало {now}"
                yield _of(claim, "change", told)


def _only(claims: Sequence[Claim]) -> int | float | None:
    return next((each.said for each in claims if each.qualifier == "exact"), None)


def _of(claim: Claim, key: str, message: str) -> Contradiction:
    return Contradiction(key, claim.passage, claim.span, message)
