"""Figures of the meetings of РУМО and of the ОМО."""

from rumo_cli.figures.definitions.counting import count_of
from rumo_cli.figures.figure import Definition
from rumo_cli.figures.meetings import of_associations, own, recorded
from rumo_cli.figures.summary import of_status
from rumo_cli.nouns import Noun

HEADING = "Заседания"

_MEETING = Noun("заседание", "заседания", "заседаний")

DEFINITIONS = (
    Definition(
        "meetings_recorded",
        "Заседаний РУМО записано",
        "Заседания самого РУМО, кроме отменённых и перенесённых без новой даты.",
        count_of("meeting", lambda meetings: recorded(own(meetings))),
        _MEETING,
        kinds=("meeting",),
    ),
    Definition(
        "meetings_held",
        "Заседаний РУМО проведено",
        "Заседания самого РУМО со статусом «проведено».",
        count_of("meeting", lambda meetings: of_status(own(meetings), "held")),
        _MEETING,
        kinds=("meeting",),
    ),
    Definition(
        "meetings_planned",
        "Заседаний РУМО впереди",
        "Заседания самого РУМО со статусом «запланировано».",
        count_of("meeting", lambda meetings: of_status(own(meetings), "planned")),
        _MEETING,
        kinds=("meeting",),
    ),
    Definition(
        "meetings_omo",
        "Заседаний ОМО проведено",
        "Заседания областных методических объединений со статусом «проведено».",
        count_of("meeting", lambda meetings: of_status(of_associations(meetings), "held")),
        _MEETING,
        kinds=("meeting",),
    ),
)
