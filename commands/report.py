"""`rumo report`: what a year's records say together."""

from commands.lazy import LazyGroup, attribute

report = LazyGroup(
    "report",
    help="Отчётность за учебный год.",
    table={
        "check": (
            attribute("commands.report_check:check"),
            "Что не сходится в записях года и с объявленным.",
        )
    },
)
