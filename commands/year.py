"""`rumo year`: the life of an academic year, from opening it to closing it."""

from commands.lazy import LazyGroup, attribute

year = LazyGroup(
    "year",
    help="Учебные годы: открыть, настроить, закрыть.",
    table={
        "list": (attribute("commands.year_pages:list_"), "Какие годы есть и что в них записано."),
        "show": (attribute("commands.year_pages:show"), "Настройки года и число записей."),
        "set": (attribute("commands.year_settings:set_"), "Задать настройки года."),
        "open": (attribute("commands.year_opening:open_"), "Завести год, хотя бы и из прошлого."),
        "close": (attribute("commands.year_closing:close"), "Закрыть год: записи не меняются."),
        "reopen": (attribute("commands.year_closing:reopen"), "Открыть закрытый год снова."),
    },
)
