"""Consoles whose code page lacks some of our characters."""

import codecs

LOSSY = "rumo-lossy"
"""The codec error handler that writes a likeness of a character instead of failing."""

_LIKENESS = str.maketrans(
    {"✓": "+", "«": '"', "»": '"', "—": "-", "–": "-", "−": "-", "…": "...", "→": "->",
     "≤": "<=", "≥": ">=", "±": "+-", "\u00a0": " ", "\u202f": " ", "│": "|", "─": "-", "█": "#"}
)  # fmt: skip


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end].translate(_LIKENESS)
    # Not the page that failed: of cp866 the error says «charmap», and that takes «é» for a byte.
    return text.encode("ascii", "replace").decode(), error.end


codecs.register_error(LOSSY, _replace)
