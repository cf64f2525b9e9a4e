"""What is said of a Word document that cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager

from rumo_cli.errors import Refused
from rumo_cli.text import one_line

_DAMAGED = "документ испорчен: {}. Откройте его в Word или LibreOffice и сохраните заново."


@contextmanager
def refusing_damage() -> Iterator[None]:
    """Turn whatever the reading of a damaged document raises into `Refused`."""
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        # What python-docx and lxml raise for a damaged document has no common class.
        told = one_line(f"{type(error).__name__}: {error}")[:200]
        raise Refused(_DAMAGED.format(told)) from error
