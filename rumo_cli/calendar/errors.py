"""What a text that should be a date, a time or a year can be told."""


class CalendarError(ValueError):
    """The text is not what is expected; `str(error)` is a Russian phrase without a place."""


class UnreadableError(CalendarError):
    """The text has no date in it that could be right or wrong."""
