"""The apostrophe that keeps a spreadsheet from taking text for a formula, and its removal."""

import re

_BEFORE_SIGN = r"""['"\s]*"""
_FORMULA = re.compile(_BEFORE_SIGN + r"[=+\-@\t\r＝＋－＠]")
_NUMBER = r"[+-][0-9]+(?:[ \u00a0\u202f][0-9]{3})*(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?\s?%?"
_PHONE = r"\+(?:[ ().-]*[0-9]){10,15}"
_HARMLESS = re.compile(rf"{_BEFORE_SIGN}(?:{_NUMBER}|{_PHONE})\s*")


def guard(text: str) -> str:
    """Return text that a spreadsheet shows and never computes.

    An apostrophe goes before text that begins, after blanks and quotes, with `= + - @`, TAB, CR
    or a full-width sign, unless all of it is a number or a telephone number. `unguard` gives
    back every text exactly.
    """
    return f"'{text}" if _looks_like_formula(text) else text


def unguard(text: str) -> str:
    """Return the text that `guard` was given; an apostrophe that guards nothing stays."""
    return text[1:] if text.startswith("'") and _looks_like_formula(text[1:]) else text


def _looks_like_formula(text: str) -> bool:
    # Blind to leading quotes: with one more apostrophe in front the answer is the same, and that
    # alone makes `guard` reversible for texts that begin with an apostrophe themselves.
    return _FORMULA.match(text) is not None and _HARMLESS.fullmatch(text) is None
