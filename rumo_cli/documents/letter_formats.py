"""The formats an information letter is written in."""

from importlib.resources import files

from rumo_cli.documents.letter import Letter
from rumo_cli.tables.formats import Format
from rumo_cli.tables.options import RenderOptions


def shipped_template() -> bytes:
    """Return the template of the letter that rumo ships, to restyle."""
    return (files("rumo_cli.documents") / "templates" / "letter.docx").read_bytes()


def letter_formats(template: bytes | None = None) -> dict[str, Format[Letter]]:
    """Return the formats by name; a document is made from a template, else from the shipped one."""

    def word(letter: Letter, _options: RenderOptions) -> bytes:
        from rumo_cli.documents.letter_word import word_letter

        return word_letter(letter, template or shipped_template())

    return {
        known.name: known
        for known in (
            Format("docx", word, (".docx",), machine=True, document="Документ Word"),
            Format("md", _markdown, (".md",)),
            Format("plain", _plain, (".txt",)),
        )
    }


def _markdown(letter: Letter, _options: RenderOptions) -> str:
    from rumo_cli.documents.letter_texts import markdown_letter

    return markdown_letter(letter)


def _plain(letter: Letter, _options: RenderOptions) -> str:
    from rumo_cli.documents.letter_texts import plain_letter

    return plain_letter(letter)
