"""Texts as passages, and claims in a short notation: «webinars_held @2023-2024 = 119»."""

from collections.abc import Iterable

from rumo_cli.calendar.years import AcademicYear
from rumo_cli.claims.claim import Claim
from rumo_cli.claims.finding import claims_in_numbers
from rumo_cli.claims.passages import Passage, mark_of
from rumo_cli.claims.phrases import claims_in_words

YEAR = AcademicYear(2024)
_SIGNS = {
    "exact": "=",
    "more": ">",
    "less": "<",
    "at_least": "≥",
    "at_most": "≤",
    "about": "~",
    "almost": "<",
}


def passage(text: str) -> Passage:
    """A paragraph of one line."""
    return Passage(1, text, ((0, 1),), mark_of(text))


def claims(*texts: str) -> list[Claim]:
    """What paragraphs claim of 2024-2025."""
    return claims_of(map(passage, texts))


def claims_of(passages: Iterable[Passage]) -> list[Claim]:
    """What passages claim of 2024-2025, in numbers and in words."""
    given = list(passages)
    return [*claims_in_numbers(given, YEAR), *claims_in_words(given, YEAR)]


def noted(claim: Claim) -> str:
    """A claim in the short notation."""
    said = f"{claim.said:g}".replace(".", ",") if claim.said is not None else "?"
    year = "" if claim.year == YEAR else f" @{claim.year}"
    measure = "" if claim.measure == "value" else f" {claim.measure}"
    return f"{claim.figure}{year}{measure} {_SIGNS[claim.qualifier]} {said}"
