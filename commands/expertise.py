"""`rumo expertise`: the seven verbs, the verdict, the place in the bank, and the summary."""

from datetime import date

import click

from commands.app import App
from commands.lazy import Command, attribute
from commands.marking import mark_records, with_status
from commands.options import id_argument, on_option
from commands.verbs import record_group
from rumo_cli.records.expertise import EXPERTISE, VERDICT
from rumo_cli.records.values import Record

expertise = record_group(
    "expertise",
    "Общественно-профессиональная экспертиза.",
    {
        "verdict": (attribute("commands.expertise:verdict"), "Записать итог экспертизы."),
        "bank": (attribute("commands.expertise:bank"), "Отметить размещение в банке опыта."),
        "summary": (
            attribute("commands.expertise_summary:summary"),
            "Сколько подано и рекомендовано.",
        ),
    },
)


@click.command("verdict", cls=Command)
@id_argument
@click.argument("verdict_key", type=click.Choice(VERDICT.hints()), metavar="ИТОГ")
@on_option
@click.pass_obj
def verdict(app: App, number: int, verdict_key: str, day: date | None) -> None:
    """Записать итог: recommended, rework, rejected или withdrawn."""
    mark_records(
        app,
        EXPERTISE,
        [number],
        day,
        lambda record, on: with_status(EXPERTISE, record, verdict_key, {"verdict_date": on}),
        lambda _: VERDICT.show(verdict_key).capitalize(),
        "verdict_date",
    )


@click.command("bank", cls=Command)
@id_argument
@click.option("--url", metavar="URL", help="Где размещено.")
@on_option
@click.pass_obj
def bank(app: App, number: int, url: str | None, day: date | None) -> None:
    """Отметить, что работа размещена в Региональном банке педагогического опыта."""

    def placed(record: Record, on: str) -> Record:
        if day is None and record.get("bank_date"):
            on = str(record["bank_date"])
        address = {"bank_url": url} if url else {}
        return record | {"in_bank": True, "bank_date": on} | address

    mark_records(app, EXPERTISE, [number], day, placed, lambda _: "Размещено", "bank_date")
