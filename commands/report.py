"""`rumo report`: what a year's records say together."""

from commands.lazy import LazyGroup, attribute

report = LazyGroup(
    "report",
    help="Отчётность за учебный год.",
    table={
        "annual": (
            attribute("commands.report_annual:annual"),
            "Анализ деятельности за учебный год.",
        ),
        "figures": (
            attribute("commands.report_figures:figures"),
            "Показатели года рядом с прошлым и записи за каждым числом.",
        ),
        "compare": (
            attribute("commands.report_compare:compare"),
            "Показатели нескольких учебных лет рядом.",
        ),
        "check": (
            attribute("commands.report_check:check"),
            "Что не сходится в записях года и с объявленным.",
        ),
        "text": (
            attribute("commands.report_text:text"),
            "Свои тексты в разделах годового анализа.",
        ),
        "template": (
            attribute("commands.report_template:template"),
            "Образец анализа, чтобы изменить его в Word.",
        ),
    },
)
