"""The information letter as a Word document, made from a template."""

from rumo_cli.documents.letter import Letter
from rumo_cli.documents.template_words import Vocabulary
from rumo_cli.documents.word_template import Filling, fill_template


def word_letter(letter: Letter, template: bytes) -> bytes:
    """Return the letter in the look of a template.

    Raise `Refused` where the template names what a letter does not have, or is none.
    """
    texts, rows = letter.texts(), letter.rows
    filling: Filling = {**texts, "вебинары": rows, "без_даты": letter.undated_rows}
    names = frozenset(rows[0])
    vocabulary = Vocabulary(frozenset(texts), {"вебинары": names, "без_даты": names})
    return fill_template(template, vocabulary, filling)
