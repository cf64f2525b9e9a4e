"""`rumo` alone: how to begin, or what the day brings."""

import click

from commands.telling import tell

BEGIN = """\
Начните так:
  rumo demo                        — посмотреть на вымышленных записях двух учебных лет
  rumo import ПАПКА                — загрузить реестры: справочник ОМО, графики, планы, …
  rumo --help                      — все команды"""


def show_start(ctx: click.Context) -> None:
    """Show three starting lines where no store exists, and `rumo today` where one does."""
    from commands.app import App

    app = ctx.ensure_object(App)
    if not app.store.exists():
        tell(BEGIN)
        return
    from commands.today import today

    ctx.invoke(today)
    app.say("Все команды: rumo --help")
