"""Time zones, by the names that all computers know."""

from rumo_cli.records.fields.base import Reading, ReadingContext
from rumo_cli.records.fields.texts import Text


class TimeZone(Text):
    """The name of a time zone in the IANA database, such as Asia/Omsk."""

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand the name; one that no computer knows would give no hour."""
        from zoneinfo import ZoneInfo

        reading = super().read(key, text, context)
        try:
            ZoneInfo(str(reading.values[key]))
        except (LookupError, ValueError, OSError):
            raise ValueError(
                "нет такого часового пояса; назовите его как Europe/Moscow, Asia/Omsk"
            ) from None
        return reading
