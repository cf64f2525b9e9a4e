"""What the webinars were about: topics by theme, each once, in the methodist's own words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle

from rumo_cli.documents.annual.account import Account
from rumo_cli.documents.annual.sentences import bare, sentence
from rumo_cli.records.values import Record
from rumo_cli.tables.document import Block, Paragraph
from rumo_cli.text import fold, quoted, sort_key

_COUNTED = r"часть|занятие|встреча|модуль|выпуск"
_PART = re.compile(
    rf"[\s.,:;(\[–—-]*\b(?:(?:{_COUNTED})\s*(?:№\s*)?(?:\d+|[ivx]+|перв\w+|втор\w+|треть\w+)"
    rf"|(?:\d+|[ivx]+)(?:-?[а-я]{{1,2}})?\s+(?:{_COUNTED})|продолжение|окончание)[\s.)\]]*$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[^\w\s+-]")
_VERBS = (
    ("обсуждалась тема", "обсуждались темы"),
    ("рассмотрена тема", "рассмотрены темы"),
    ("освещалась тема", "освещались темы"),
    ("представлена тема", "представлены темы"),
    ("разбиралась тема", "разбирались темы"),
)
"""How a topic, and how several are told of; the next theme takes the next."""


def themes(account: Account) -> Iterator[Block]:
    """Tell the topics of the webinars that were held, a paragraph a theme."""
    groups = _by_theme(account.evidence("webinars_held"))
    verbs = cycle(_VERBS)
    for theme, topics in groups:
        one, several = next(verbs)
        told = f"{one if len(topics) == 1 else several}: {'; '.join(map(quoted, topics))}"
        yield Paragraph(sentence(f"{_about(theme, len(groups))} {told}"))


def _about(theme: str, groups: int) -> str:
    if theme:
        return f"по направлению {quoted(theme)}"
    return "кроме того," if groups > 1 else "на вебинарах"


def _by_theme(webinars: Iterable[Record]) -> list[tuple[str, Sequence[str]]]:
    """Return the themes with their topics, those with more first, webinars without a theme last."""
    names: dict[str, str] = {}
    topics: dict[str, dict[str, str]] = {}
    seen: set[str] = set()
    for webinar in webinars:
        theme, title = bare(webinar.get("theme")), bare(webinar.get("title"))
        topic = topic_of(title)
        if topic and topic not in seen:
            seen.add(topic)
            names.setdefault(fold(theme), theme)
            topics.setdefault(fold(theme), {})[topic] = bare(_PART.sub("", title))
    order = sorted(names, key=lambda each: (not each, -len(topics[each]), sort_key(each)))
    return [(names[each], tuple(topics[each].values())) for each in order]


def topic_of(title: str) -> str:
    """Return what titles of one topic have in common: no case, ё, marks, no number of a part."""
    return " ".join(_MARKS.sub(" ", fold(_PART.sub("", title))).split())
