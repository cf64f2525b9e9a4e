"""What can go wrong, one class an exit code.

Every message says what is wrong, where, and what to do next; `commands.main` prints it on
stderr and leaves with the class's `exit_code`.
"""


class RumoError(Exception):
    """An error that a person can act on; its text is shown as it stands."""

    exit_code = 1


class Refused(RumoError):
    """Nothing was written: a bad value, bad rows, an unreadable file, a conflict, a full disk."""

    exit_code = 1


class Misused(RumoError):
    """The command line itself cannot be carried out: an ambiguous name, a missing answer."""

    exit_code = 2


class NotFound(RumoError):
    """A record, an association or a year that the command names does not exist."""

    exit_code = 3


class StoreUnusable(RumoError):
    """The store is missing on a read, damaged, or of a newer schema."""

    exit_code = 4


class StoreBusy(RumoError):
    """Another command held the store for longer than this one could wait."""

    exit_code = 5


class PartlyImported(RumoError):
    """The good rows were written and the others refused, as `--skip-bad` asked."""

    exit_code = 6


class CheckFailed(RumoError):
    """A check that was asked for found problems."""

    exit_code = 7
