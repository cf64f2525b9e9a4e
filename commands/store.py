"""`rumo store`: the store as a whole."""

from commands.lazy import LazyGroup, attribute

store = LazyGroup(
    "store",
    help="Хранилище целиком: где оно, цело ли, резервные копии.",
    table={
        "info": (attribute("commands.store_info:info"), "Где хранилище и что в нём."),
        "check": (attribute("commands.store_check:check"), "Цело ли хранилище; --repair исправит."),
        "backup": (attribute("commands.store_backup:backup"), "Сделать резервную копию."),
        "restore": (
            attribute("commands.store_restore:restore"),
            "Вернуться к копии; --list — к какой.",
        ),
        "copy": (attribute("commands.store_copy:copy"), "Скопировать хранилище или копию в папку."),
        "forget": (attribute("commands.store_forget:forget"), "Забыть человека: везде, навсегда."),
    },
)
