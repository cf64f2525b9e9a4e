"""`rumo` alone: how to begin."""

import click

BEGIN = """\
Начните так:
  rumo demo                        — посмотреть на вымышленных записях двух учебных лет
  rumo import ПАПКА                — загрузить реестры: справочник ОМО, графики, планы, …
  rumo --help                      — все команды"""


def show_start(ctx: click.Context) -> None:
    """Show three starting lines where no store exists, and the help where one does."""
    from commands.app import App

    app = ctx.ensure_object(App)
    click.echo(ctx.get_help() if app.store.exists() else BEGIN)
