"""Sentences composed of what is known: a piece that is not known leaves no trace."""

import re
from collections.abc import Iterable, Sequence

from rumo_cli.records.persons import looks_like_person
from rumo_cli.tables.document import Listing
from rumo_cli.text import fold, one_line, quoted

_ENDS = (".", "!", "?", "…")
_NEVER_LAST = " .,;:"
_SURNAME_FIRST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\s+([^\W\d_]\.\s?(?:[^\W\d_]\.)?)")
_INSTRUMENTAL = {
    "приказ": "приказом",
    "распоряжение": "распоряжением",
    "постановление": "постановлением",
    "положение": "положением",
    "решение": "решением",
    "письмо": "письмом",
    "протокол": "протоколом",
}
_PREPOSITIONAL = {
    "форум": "форуме",
    "заседание": "заседании",
    "совещание": "совещании",
    "собрание": "собрании",
    "конференция": "конференции",
    "семинар": "семинаре",
    "совет": "совете",
    "съезд": "съезде",
    "коллегия": "коллегии",
    "вебинар": "вебинаре",
}


def sentence(*pieces: str) -> str:
    """Return pieces as one sentence: blanks between them, a capital first, a stop at the end."""
    text = " ".join(filter(None, pieces)).replace(" ,", ",")
    if not text:
        return ""
    said = text[:1].upper() + text[1:]
    return said if said.endswith(":") else sentence_end(said)


def sentence_end(text: str) -> str:
    """Return a text with a stop at its end, unless it has its own."""
    return text if text.endswith(_ENDS) else f"{text.rstrip(',;: ')}."


def sentences(*texts: str) -> str:
    """Return those of the sentences that say anything, one after another."""
    return " ".join(filter(None, texts))


def bare(text: object) -> str:
    """Return a text of a record as it stands inside a sentence: one line, no stop at its end."""
    return one_line(str(text or "")).rstrip(_NEVER_LAST)


def title_of(text: object) -> str:
    """Return a title in quotes; a stop at its end is not its own."""
    return quoted(bare(text)) if bare(text) else ""


def different_titles(texts: Iterable[object]) -> list[str]:
    """Return titles in quotes, each once."""
    titles = filter(None, map(bare, texts))
    return [quoted(title) for title in {fold(title): title for title in titles}.values()]


def lowered(text: str) -> str:
    """Return a text to stand after a colon; a name in capitals («ГИА») stays as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def item_list(texts: Iterable[str], *, numbered: bool = False) -> Listing:
    """Return texts as the items of a list: a semicolon between them and a stop at the end."""
    *others, last = filter(None, (text.rstrip(_NEVER_LAST) for text in texts))
    return Listing((*(f"{text};" for text in others), sentence_end(last)), numbered)


def points(texts: Iterable[str], *, numbered: bool = False) -> Listing:
    """Return texts as a list of sentences."""
    return Listing(tuple(filter(None, map(sentence, texts))), numbered)


def person(name: object) -> str:
    """Return a name as a sentence has it: «Д.К. Снежинцев» of «Снежинцев Д.К.»."""
    text = one_line(str(name or ""))
    written = _SURNAME_FIRST.fullmatch(text) if looks_like_person(text) else None
    return f"{written[2].replace(' ', '')} {written[1]}" if written else text


def persons(names: Sequence[str]) -> str:
    """Return names one after another."""
    return ", ".join(filter(None, map(person, names)))


def under(document: object) -> str:
    """Return a document as what something is done by: «приказом от …», else nothing."""
    return _declined(bare(document), _INSTRUMENTAL)


def at(place: object) -> str:
    """Return where something took place: «на Форуме руководителей…», else nothing."""
    text = bare(place)
    if re.match(r"(?:на|в|во) ", fold(text)):
        return lowered(text)
    declined = _declined(text, _PREPOSITIONAL)
    return f"на {declined}" if declined else ""


def _declined(text: str, forms: dict[str, str]) -> str:
    """Return a text with its first word in another case, nothing where the case is not known."""
    word, _, rest = text.partition(" ")
    form = forms.get(fold(word))
    return " ".join(filter(None, (_as_capital(word, form), rest))) if form else ""


def _as_capital(word: str, form: str) -> str:
    """Return a form with the capital of its word: an event may be a name, a paper is none."""
    keeps = word[:1].isupper() and form not in _INSTRUMENTAL.values()
    return form[:1].upper() + form[1:] if keeps else form
