"""`rumo omo`: the seven verbs."""

from commands.verbs import record_group

omo = record_group(
    "omo",
    "Областные методические объединения.",
)
