"""`rumo omo`: the seven verbs, and the indicators of each association."""

from commands.lazy import attribute
from commands.verbs import record_group

omo = record_group(
    "omo",
    "Областные методические объединения.",
    {"summary": (attribute("commands.omo_summary:summary"), "Показатели каждого ОМО.")},
)
