"""Persons' names: which notations name the same person."""

import re
from functools import lru_cache

from rumo_cli.text import fold

_REMARKS = re.compile(r"\([^)]*\)|(?<=\.)\s*-\s.*")
_DASHES = re.compile(r"\s*-\s*")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PATRONYMIC = re.compile(r"[^\W\d_]{2,}(?:вна|вич|ична|ьич|оглы|кызы)")
_SURNAME_WITH_INITIALS = re.compile(
    r"""[^\W\d_]+(?:-[^\W\d_]+)?\s+[^\W\d_]\.\s?(?:[^\W\d_]\.?)?     # Фамилия И.О.
      | [^\W\d_]\.\s?(?:[^\W\d_]\.\s?)?[^\W\d_]{2,}(?:-[^\W\d_]+)?     # И.О. Фамилия""",
    re.VERBOSE,
)


@lru_cache(maxsize=1 << 14)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the surname and the given names, folded, each as whole as it was written.

    Case, ё, dots, blanks and a remark in brackets («(тьютор)»), after a comma or a dash
    («, методист») do not count; a patronymic in the middle tells that the surname stands last.
    """
    whole = _DASHES.sub("-", _REMARKS.sub(" ", fold(name)))
    bare, _, _ = whole.partition(",")
    words = _WORDS.findall(bare if len(bare.split()) > 1 else whole)
    surname = next((word for word in words if len(word) > 1), None)
    if surname is None:
        return tuple(words)
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[1]) and len(words[2]) > 1:
        surname = words[2]
    words.remove(surname)
    return (surname, *words)


def fold_person(name: str) -> str:
    """Return what «Фамилия И.О.», «И.О. Фамилия» and «Фамилия Имя Отчество» have in common.

    The surname comes first and given names shrink to initials; see `name_parts`.
    """
    surname, *others = name_parts(name) or ("",)
    return " ".join([surname, *(word[0] for word in others)])


def looks_like_person(text: str) -> bool:
    """Tell whether text is a surname with initials, in either order."""
    return _SURNAME_WITH_INITIALS.fullmatch(_REMARKS.sub("", text).strip()) is not None
