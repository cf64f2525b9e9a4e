"""Names of schools and municipalities: which notations name the same one."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rumo_cli.text import fold, one_line, sort_key

_TOKENS = re.compile(r"[^\W\d_]+|\d+")
_MUNICIPAL = """
    район р н муниципальный муниципальное мо образование округ городской город г го мр
"""
_LEGAL = """
    мбоу моу маоу мкоу гбоу огбоу согбоу смогбоу гоу мбдоу мдоу мадоу мкдоу гбпоу огбпоу согбпоу мбу
    мбудо мбуду маудо согбу гау дпо фгбоу во оу оо бюджетное казенное автономное областное
    муниципальное государственное общеобразовательное образовательное учреждение организация
    общеобразовательная средняя основная г город с село п поселок д им имени n no
"""
_ANY_MUNICIPALITY = frozenset(_MUNICIPAL.split())
_ANY_ORGANISATION = frozenset(_LEGAL.split())
_SCHOOLS = frozenset({"сош", "сш", "оош", "ош", "школы"})
_SORTS = frozenset({"школа", "гимназия", "лицей", "интернат", "сад", "вечерняя", "начальная"})
"""What tells apart organisations that share a number: школа № 1, гимназия № 1."""


@lru_cache(maxsize=1 << 14)
def fold_municipality(name: str) -> str:
    """Return what «Вяземский район», «Вяземский р-н» and «Вяземский МО» have in common."""
    words = _TOKENS.findall(fold(name))
    return " ".join([word for word in words if word not in _ANY_MUNICIPALITY] or words)


@lru_cache(maxsize=1 << 14)
def organisation_words(name: str) -> frozenset[str]:
    """Return what a name says beside its legal form: «МБОУ «СШ № 1»» is «школа», «1»."""
    words = _TOKENS.findall(fold(name))
    telling = [word for word in words if word not in _ANY_ORGANISATION] or words
    return frozenset("школа" if word in _SCHOOLS else word for word in telling)


def same_organisation(one: str, other: str) -> bool:
    """Tell whether two names are of one organisation, given that its municipality is one.

    They are where they say the same, or one says more («СШ № 1 г. Вязьмы») and the numbers agree.
    """
    first, second = organisation_words(one), organisation_words(other)
    if first == second:
        return True
    numbers = {word for word in first if word.isdigit()}
    if not numbers or numbers != {word for word in second if word.isdigit()}:
        return False
    return first & _SORTS == second & _SORTS and (first <= second or second <= first)


def count_organisations(places: Iterable[tuple[str, str]]) -> int:
    """Return how many organisations there are among pairs of an organisation and its municipality.

    An empty name counts for nothing.
    """
    by_municipality: defaultdict[str, list[str]] = defaultdict(list)
    named = {(name, fold_municipality(where)) for name, where in places if name}
    for name, where in sorted(named, key=lambda each: (len(organisation_words(each[0])), each)):
        known = by_municipality[where]
        if not any(same_organisation(name, other) for other in known):
            known.append(name)
    return sum(map(len, by_municipality.values()))


def count_by_municipality(names: Iterable[str]) -> dict[str, int]:
    """Return how often each municipality is named, in its commonest spelling, the most first."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in filter(None, map(one_line, names)):
        spellings[fold_municipality(name)][name] += 1
    counts = {_commonest(each): each.total() for each in spellings.values()}
    return dict(sorted(counts.items(), key=lambda each: (-each[1], sort_key(each[0]))))


def _commonest(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda name: (-spellings[name], sort_key(name)))
