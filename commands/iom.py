"""`rumo iom`: the seven verbs, marks, the tasks of a route, and the summary of a year."""

from commands.lazy import attribute
from commands.marking import mark_command
from commands.verbs import record_group
from rumo_cli.records.iom import IOM, TASK

iom = record_group(
    "iom",
    "Индивидуальные образовательные маршруты (ИОМ).",
    {
        "done": (attribute("commands.iom:done"), "Отметить завершёнными."),
        "suspend": (attribute("commands.iom:suspend"), "Приостановить."),
        "task": (attribute("commands.iom:task"), "Мероприятия маршрутов."),
        "summary": (attribute("commands.iom_summary:summary"), "Сколько маршрутов и как идут."),
    },
)
task = record_group(
    "task",
    "Мероприятия маршрутов.",
    {"done": (attribute("commands.iom:task_done"), "Отметить принятыми.")},
)
done = mark_command(
    IOM,
    "done",
    status="completed",
    trace="done_date",
    word="Завершён",
    help_text="Отметить маршруты завершёнными.",
)
suspend = mark_command(
    IOM,
    "suspend",
    status="suspended",
    trace="suspended_date",
    word="Приостановлен",
    help_text="Приостановить маршруты.",
)
task_done = mark_command(
    TASK,
    "done",
    status="accepted",
    trace="done_date",
    word="Принято",
    help_text="Отметить мероприятия маршрутов принятыми.",
)
