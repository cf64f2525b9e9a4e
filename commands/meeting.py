"""`rumo meeting`: the seven verbs, and the mark that a meeting was held."""

from commands.lazy import attribute
from commands.marking import mark_command
from commands.verbs import record_group
from rumo_cli.records.meeting import MEETING

meeting = record_group(
    "meeting",
    "Заседания РУМО и ОМО.",
    {"done": (attribute("commands.meeting:done"), "Отметить проведёнными.")},
)
done = mark_command(
    MEETING,
    "done",
    status="held",
    trace="done_date",
    field="protocol",
    word="Проведено",
    help_text="Отметить заседания проведёнными.",
)
