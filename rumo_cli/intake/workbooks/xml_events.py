"""The parts of an office document as events of a parser.

Only what `open_archive` let through may come here: it has no document types, hence no entities.
"""

import zipfile
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from rumo_cli.errors import Refused

_PIECE = 1024 * 1024


class Listener:
    """What a reader of XML overrides: the events come in the order of the document."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Hear that an element begins."""

    def end(self, name: str) -> None:
        """Hear that an element ends."""

    def text(self, text: str) -> None:
        """Hear text between two marks, all of it at once."""


def hear(listener: Listener, pieces: Iterable[bytes]) -> None:
    """Let the listener hear the XML of the pieces; raise `Refused` where it is not well formed."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.text
    try:
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refused(broken(f"XML нарушен в строке {error.lineno}")) from error
    except (ValueError, KeyError) as error:
        raise Refused(broken("размеры и места в описании листа бессмысленны")) from error


def local(name: str) -> str:
    """Return a name without the prefix of its namespace."""
    return name.rpartition(":")[2]


def local_keys(attributes: dict[str, str]) -> dict[str, str]:
    """Return attributes by their names without prefixes."""
    return {local(name): value for name, value in attributes.items()}


def pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield the bytes of a part, a piece at a time."""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            yield piece


def broken(what: str) -> str:
    """Return the message for a book that no program could have meant so."""
    return (
        f"книга испорчена: {what}. Откройте её в Excel или LibreOffice, сохраните заново "
        "и повторите."
    )
