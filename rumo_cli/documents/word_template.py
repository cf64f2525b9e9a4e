"""Word templates: documents with visible placeholders, which a person restyles in Word.

A template can do three things: show a text («{{ номер }}»), go over a list («{%tr for вебинар in
вебинары %}» … «{%tr endfor %}») and ask whether something is filled («{%p if номер %}» …
«{%p endif %}»). `tr` and `p` stand for the row and the paragraph that a mark takes with it, as
docxtpl has them. Whatever else Jinja knows is refused before anything of it runs.
"""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docxtpl.template import DocxTemplate
from jinja2 import StrictUndefined, Template, nodes
from jinja2.sandbox import SandboxedEnvironment

from rumo_cli.documents.template_safety import check_safe, xml_parts
from rumo_cli.documents.template_words import Vocabulary, check_braces, check_words
from rumo_cli.documents.word_marks import set_places
from rumo_cli.errors import Refused
from rumo_cli.tables.word_paper import link_addresses, packed
from rumo_cli.text import one_line

Filling = Mapping[str, str | list[dict[str, str]]]
"""What placeholders show: a text, or a list with the texts of each of its items."""

Placing = Callable[[Document], None]
"""What puts blocks into the places of a document."""

_REFERENCES = {ord(brace): f"&#{ord(brace)};" for brace in "{}"}


def fill_template(
    template: bytes, vocabulary: Vocabulary, filling: Filling, place: Placing | None = None
) -> bytes:
    """Return a template with its placeholders filled in; addresses become links.

    `place` puts blocks into the places that are there for them; see `word_marks`. Blocks whose
    text is empty leave nothing behind.

    Raise `Refused` for what is no Word document or is damaged, for one that may run programs or
    fetch what lies elsewhere, for a name that the vocabulary lacks, and for marks that cannot be
    read, each with its place.
    """
    try:
        document = docx.Document(BytesIO(template))
        check_safe(document)
        check_braces(_paragraphs(document))
        set_places(document, {name: bool(filling[name]) for name in vocabulary.blocks})
        filled = docx.Document(_filled(packed(document), vocabulary, filling))
        link_addresses(filled)
        if place:
            place(filled)
        return packed(filled)
    except Refused:
        raise
    except Exception as error:
        # What python-docx, docxtpl and lxml raise for a damaged document has no common class.
        told = one_line(f"{type(error).__name__}: {error}")[:200]
        raise Refused(f"документ не читается: {told}. Сохраните его в Word заново.") from error


def _paragraphs(document: Document) -> Iterator[str]:
    for root in xml_parts(document):
        for paragraph in root.iter(qn("w:p")):
            yield "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _filled(template: bytes, vocabulary: Vocabulary, filling: Filling) -> BytesIO:
    document, stream = _Document(BytesIO(template)), BytesIO()
    document.render(dict(filling), _Environment(vocabulary))
    document.save(stream)
    stream.seek(0)
    return stream


class _Document(DocxTemplate):
    """A template of docxtpl that does not mend in silence what marks tear apart."""

    def render_properties(self, *_: object) -> None:
        """Leave the properties of the document as they are: they are no XML to escape for."""

    def fix_tables(self, xml: str) -> Any:
        """Refuse what is no document any more: a loop begins in one table and ends in another."""
        try:
            parse_xml(xml)
        except SyntaxError as error:
            raise Refused(
                "начало и конец {% … %} стоят в разных местах: в разных таблицах, строках или "
                "абзацах. Поставьте {%tr … %} в отдельные строки таблицы, {%p … %} — в отдельные "
                "абзацы."
            ) from error
        return super().fix_tables(xml)  # type: ignore[no-untyped-call] # docxtpl names no types


class _Shown(str):
    """A text as XML; braces are references, because docxtpl makes «{{» of «{_{» in the end."""

    def __html__(self) -> str:
        """Return what Jinja puts in place of a name."""
        return escape(self).translate(_REFERENCES)


class _Environment(SandboxedEnvironment):
    """Jinja with nothing of it but names, loops and conditions."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_Shown)
        self._vocabulary = vocabulary

    def from_string(self, source: str | nodes.Template, *args: Any, **attributes: Any) -> Template:
        """Compile a part of a document once its words are known to be harmless."""
        check_words(self, str(source), self._vocabulary)
        return super().from_string(source, *args, **attributes)
