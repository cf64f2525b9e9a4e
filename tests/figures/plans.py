"""Plan items of 2024-2025, as records hold them."""

from datetime import date

from rumo_cli.records.fields import ReadingContext
from rumo_cli.records.kind import compact
from rumo_cli.records.plan import PLAN
from rumo_cli.records.values import Record, Value

YEAR = "2024-2025"
CONTEXT = ReadingContext(today=date(2024, 9, 1))


def item(deadline: str = "", /, **values: Value) -> Record:
    """Return an item with a deadline in somebody's words and what else is said of it."""
    field = PLAN.by_key["deadline_text"]
    term = field.type.read(field.key, deadline, CONTEXT).values if deadline else {}
    start: Record = {"academic_year": YEAR, "title": "Заседание"}
    return compact(PLAN.defaults | start | term | values)
