"""`rumo store forget`: a person's name out of every file of the store."""

import os
from collections.abc import Iterable, Iterator, Sequence

import click

from commands.app import App
from commands.asking import confirm
from commands.lazy import Command
from commands.options import yes_option
from commands.output import chosen_target, emit
from commands.store_places import folder_store
from commands.telling import tell
from rumo_cli.errors import CheckFailed, Misused, NotFound, Refused
from rumo_cli.records import MODULES
from rumo_cli.records.naming import Naming
from rumo_cli.records.persons import name_parts
from rumo_cli.records.values import Record
from rumo_cli.tables.table import Column, Table
from rumo_cli.text import plural
from store.contract import YEAR_KIND, Snapshot
from store.forget_plan import Plan
from store.forgetting import Mention, Outcome, Survey, survey
from store.forgetting import forget as forget_person
from store.json_store import JsonStore
from store.touching import RecordKey, described

_LETTERS = "бвгджзклмнпрстфхцчшщ"
_WHOLE = 3
"""A surname, a first name, a patronymic."""

_REDACTED = "rumo store forget"


@click.command("forget", cls=Command)
@click.option("--person", required=True, metavar='"ФАМИЛИЯ И.О."',
              help="Кого: фамилия с инициалами или полное имя.")  # fmt: skip
@click.option("--also", multiple=True, metavar="ТЕКСТ",
              help="Как ещё этот человек назван («Ивановой А.П.»). Можно повторять.")  # fmt: skip
@click.option("--record", "only", type=(click.Choice([*MODULES, YEAR_KIND]), click.IntRange(1)),
              multiple=True, metavar="ВИД ID",
              help="Только в этой записи (если есть однофамильцы). Можно повторять.")  # fmt: skip
@click.option("--pseudonym", metavar="ТЕКСТ", help="Что писать вместо имени.")
@click.option("--remove", "removing", is_flag=True,
              help="Записи о самом человеке (маршрут, пару) удалить, а не обезличить.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Показать, где есть имя; ничего не менять.")
@yes_option
@click.pass_obj
def forget(
    app: App,
    person: str,
    also: Sequence[str],
    only: Sequence[tuple[str, int]],
    pseudonym: str | None,
    removing: bool,
    dry_run: bool,
    yes: bool,
) -> None:
    """Убрать имя человека отовсюду: из записей, журнала, закрытых лет и резервных копий.

    Вместо имени встанет условное, одно на все записи, и числа сводок не изменятся. Отменить это
    нельзя. Падежи и одна фамилия не заменяются, а показываются: назовите их через --also.
    Подробнее: docs/privacy.ru.md.
    """
    store = folder_store(app)
    snapshot = app.read()
    plan = _plan(person, also, only, pseudonym or _new_pseudonym(), removing=removing)
    found = survey(store.path, plan)
    _check_found(found, only, snapshot)
    _show(app, snapshot, found)
    if dry_run:
        app.say("Это проба (--dry-run): ничего не записано.")
        return
    _check_one_person(found)
    confirm(app, _question(found), yes=yes)
    _report(app, found, _carry_out(store, plan, found))


def _plan(
    person: str,
    also: Sequence[str],
    only: Iterable[tuple[str, int]],
    pseudonym: str,
    *,
    removing: bool,
) -> Plan:
    try:
        naming = Naming(person, also)
    except ValueError as error:
        raise Misused(f"--person «{person}»: {error}, например «Иванова А.П.».") from None
    if naming.replaced(pseudonym, "") != pseudonym or not pseudonym.strip():
        raise Misused(f"--pseudonym «{pseudonym}»: в нём не должно быть самого имени.")
    keys = frozenset(RecordKey(kind, number) for kind, number in only)
    return Plan(person, tuple(also), pseudonym.strip(), removing=removing, only=keys)


def _new_pseudonym() -> str:
    """Return a name that is nobody's: by chance, so that it cannot be worked out from the name.

    It is one word of letters, which is what tells people apart in figures.
    """
    code = "".join(_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(5))
    return f"Участник-{code}"


def _check_found(found: Survey, only: Sequence[tuple[str, int]], snapshot: Snapshot) -> None:
    missing = [f"{kind} {number}" for kind, number in only if snapshot.get(kind, number) is None]
    if missing:
        raise NotFound(f"Нет записи: {', '.join(missing)}. Ничего не изменено.")
    plan = found.plan
    if not (plan.touched or plan.removed or found.commands or found.copies):
        possible = [f"{each.key.kind} {each.key.number}" for each in found.mentions]
        hint = f" Возможно, это о нём: {', '.join(dict.fromkeys(possible))}." if possible else ""
        raise NotFound(f"Человека с таким именем в хранилище нет.{hint}")


def _check_one_person(found: Survey) -> None:
    """Raise `Misused` where whole names show that initials mean several people."""
    certain = (each.text for each in found.mentions if each.certain)
    whole = {name_parts(text): text for text in certain if _is_whole(text)}
    if len(whole) > 1 and not found.plan.only:
        names = ", ".join(sorted(whole.values()))
        raise Misused(
            f"Под «{found.plan.person}» подходят разные люди: {names}. Ничего не изменено. "
            "Назовите полное имя или записи: --record ВИД ID."
        )


def _is_whole(name: str) -> bool:
    parts = name_parts(name)
    return len(parts) == _WHOLE and all(len(part) > 1 for part in parts)


def _show(app: App, snapshot: Snapshot, found: Survey) -> None:
    if app.quiet:
        return
    rows = [_row(snapshot, each, found.plan) for each in found.mentions]
    columns = (
        Column("record", "Запись", wide=True),
        Column("field", "Поле"),
        Column("text", "Как написано"),
        Column("becomes", "Что будет"),
    )
    emit(app, Table("Где есть имя", columns, rows), chosen_target())
    app.say(
        f"Команд журнала с именем: {found.commands}. Резервных копий с именем: {len(found.copies)}."
    )


def _row(snapshot: Snapshot, mention: Mention, plan: Plan) -> Record:
    record = snapshot.get(*mention.key) or {}
    becomes = "заменится" if mention.certain else "возможно; останется"
    if mention.key in plan.removed:
        becomes = "запись удалится"
    return {
        "record": described(mention.key, record),
        "field": mention.field,
        "text": mention.text,
        "becomes": becomes,
    }


def _question(found: Survey) -> str:
    what = f"Заменить имя на «{found.plan.pseudonym}» навсегда"
    if number := len(found.plan.removed):
        what += f" и удалить {number} {plural(number, 'запись', 'записи', 'записей')}"
    return f"{what}?"


def _carry_out(store: JsonStore, plan: Plan, shown: Survey) -> Outcome:
    """Carry out what was shown; another process may have written since."""
    with store.locked(_REDACTED):
        now = survey(store.path, plan)
        if (now.plan.touched, now.plan.removed) != (shown.plan.touched, shown.plan.removed):
            raise Refused("Хранилище за это время изменилось. Ничего не записано. Повторите.")
        return forget_person(store.path, now.plan.signed(store.now(), store.user))


def _report(app: App, found: Survey, outcome: Outcome) -> None:
    if not app.quiet:
        for line in _done(found, outcome):
            tell(line)
        app.say(
            "Осталось за вами: выгрузки и документы, копии в других местах, почта и облака. "
            "Искать имя там rumo не может."
        )
        if found.strangers:
            names = ", ".join(path.name for path in found.strangers)
            app.say(f"Эти файлы в папке хранилища rumo не ведёт и не трогал: {names}.")
    if outcome.broken:
        names = ", ".join(str(path) for path in outcome.broken)
        raise CheckFailed(
            f"Имя убрано, но эти копии повреждены, и оно может быть в них: {names}. Удалите их."
        )


def _done(found: Survey, outcome: Outcome) -> Iterator[str]:
    plan = found.plan
    yield f"Имя заменено: {plan.pseudonym}"
    yield f"Записей изменено: {len(plan.touched - plan.removed)}"
    if plan.removed:
        yield f"Записей удалено: {len(plan.removed)}"
    yield f"Команд журнала переписано: {found.commands}"
    yield f"Резервных копий переписано: {len(outcome.copies)}"
