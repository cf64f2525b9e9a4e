"""`rumo publication`: the seven verbs."""

from commands.verbs import record_group

publication = record_group(
    "publication",
    "Материалы, рекомендации, новости, графики, письма.",
)
