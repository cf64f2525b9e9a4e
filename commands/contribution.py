"""`rumo contribution`: the seven verbs."""

from commands.verbs import record_group

contribution = record_group(
    "contribution",
    "Эксперты ОГЭ/ЕГЭ, разработка ДПП, обсуждение нормативных актов, мероприятия для ШНОР.",
)
