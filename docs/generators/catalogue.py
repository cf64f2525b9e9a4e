"""click's own messages in Russian: the catalogue that rumo ships, compiled."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileParser

FOLDER = PurePath("commands/locale/ru/LC_MESSAGES")
SOURCE = FOLDER / "messages.po"
COMPILED = FOLDER / "messages.mo"


class Timeless(Catalog):
    """A catalogue whose header says only what gettext needs: no dates, no version of Babel."""

    def __iter__(self) -> Iterator[Message]:
        """Yield the header, then the messages."""
        _, *messages = super().__iter__()
        yield Message(
            "", f"Content-Type: text/plain; charset=utf-8\nPlural-Forms: {self.plural_forms}\n"
        )
        yield from messages


def read_catalogue(source: bytes) -> Catalog:
    """Return the catalogue that a .po file holds."""
    catalogue = Timeless(locale="ru")
    PoFileParser(catalogue, abort_invalid=True).parse(BytesIO(source))
    return catalogue


def compiled(source: bytes) -> bytes:
    """Return the .mo of a .po; the same bytes whenever and wherever it is made."""
    stream = BytesIO()
    write_mo(stream, read_catalogue(source))
    return stream.getvalue()
