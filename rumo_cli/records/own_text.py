"""The methodist's own words in the annual analysis: one text a place of a section."""

from rumo_cli.records.fields import Choice, Field, Option, Text
from rumo_cli.records.kind import Kind, Names
from rumo_cli.records.sections import SECTION

PLACE = Choice(
    Option("before", "до", ("перед", "в начале", "вначале")),
    Option("after", "после", ("в конце",)),
    Option("instead", "вместо", ("взамен",)),
)
"""Where a text stands, seen from what rumo writes in the section."""

USUAL_PLACE = "after"
"""Where a text goes that no place is named for: nothing of what rumo writes is lost there."""

TEXT = Kind(
    key="text",
    names=Names("Тексты анализа", "текст анализа", "текста анализа", "текстов анализа"),
    own_fields=(
        Field("section", "Раздел", SECTION, required=True),
        Field("place", "Место", PLACE, default=USUAL_PLACE),
        Field("text", "Текст", Text(lines=True), required=True),
    ),
    keys=lambda record: [tuple(record.get(key) for key in ("academic_year", "section", "place"))],
    title="section",
    status=None,
)
