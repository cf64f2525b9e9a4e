"""Memory, which is left to the end of the process, because that is near."""

import atexit
import gc


def collect_no_garbage() -> None:
    """Never look for cycles among the records of a year, that hold none.

    It would take a fifth of an import.
    """
    gc.disable()
    atexit.register(gc.freeze)


def leave(value: object) -> None:
    """Free a value no sooner than garbage is collected: never, in a process of rumo's own.

    To free thousands of records one by one takes a tenth of a list.
    """
    ring: list[object] = [value]
    ring.append(ring)
