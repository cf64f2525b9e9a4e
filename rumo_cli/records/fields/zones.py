"""Time zones, by the names that all computers know."""

from rumo_cli.records.fields.base import Reading, ReadingContext
from rumo_cli.records.fields.texts import Text


class TimeZone(Text):
    """The name of a time zone in the IANA database, such as Asia/Omsk."""

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand the name; one that no computer knows would give no hour."""
        from rumo_cli.calendar.zones import time_zone

        reading = super().read(key, text, context)
        if time_zone(str(reading.values[key])) is None:
            raise ValueError("нет такого часового пояса; назовите его как Europe/Moscow, Asia/Omsk")
        return reading
