"""How far the plans are carried out, what follows from the year, and what is left for the next."""

from collections.abc import Iterator, Sequence

from rumo_cli.documents.annual.account import Account
from rumo_cli.documents.annual.sentences import (
    bare,
    different_titles,
    item_list,
    points,
    sentence,
    sentences,
)
from rumo_cli.documents.annual.words import (
    ACT,
    COURSE,
    EVENT,
    MUNICIPALITY,
    ROUTE,
    SHORT_ASSOCIATION,
    grouped,
    percent,
)
from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.plan import STATUS
from rumo_cli.records.values import Record
from rumo_cli.tables.document import Block, Paragraph
from rumo_cli.text import listed

_GROWING = {"webinars_held": "проведённых вебинаров", "participants_total": "их участников"}
_LEFT = ("partial", "in_progress", "postponed", "not_done", "planned")
_WORDS = {option.key: option.label for option in STATUS.options} | {"planned": "не начато"}


def plan(account: Account) -> Iterator[Block]:
    """Say how much of each plan is done, and of the plans that are not what is left."""
    if not account.number("plan_counted"):
        return
    cancelled = account.number("plan_cancelled")
    yield Paragraph(
        sentences(
            sentence(_own_plan(account)),
            sentence(_plans_of_associations(account)),
            sentence(
                f"отменённые мероприятия ({grouped(cancelled)}) в расчёт не принимаются"
                if cancelled
                else ""
            ),
        )
    )
    left = _left(account)
    if left:
        yield Paragraph("Не завершены следующие мероприятия:")
        yield points(_plan_of(account, owner, items) for owner, items in left.items())


def _own_plan(account: Account) -> str:
    done = _done(account, "plan_rumo")
    return f"план работы РУМО {done}" if done else ""


def _plans_of_associations(account: Account) -> str:
    done = _done(account, "plan_omo", several=True)
    complete, total = account.number("omo_plan_complete"), account.number("omo_total")
    if not done or account.number("plan_omo_done") == account.number("plan_omo_counted"):
        return f"планы работы ОМО {done}" if done else ""
    whose = f"{'план' if complete == 1 else 'планы'} {SHORT_ASSOCIATION.counted_of(complete)}"
    whole = f", полностью {'выполнен' if complete == 1 else 'выполнены'} {whose} из {total}"
    return f"планы работы ОМО {done}{whole if complete else ''}"


def _done(account: Account, key: str, *, several: bool = False) -> str:
    """Return how far a plan is done: «выполнен в полном объёме» only where nothing is left."""
    counted, done = account.number(f"{key}_counted"), account.number(f"{key}_done")
    share = account.share(f"{key}_percent")
    if not counted or share is None:
        return ""
    verb = "выполнены" if several else "выполнен"
    if done == counted:
        return f"{verb} в полном объёме ({EVENT.counted(done)})"
    return f"{verb} на {percent(share)} ({EVENT.counted(done)} из {grouped(counted)})"


def _left(account: Account) -> dict[str, list[Record]]:
    """Return the items that are to be done and are not, by their owners in usual order."""
    done = {item["id"] for item in account.evidence("plan_done")}
    order = {code: place for place, code in enumerate((OWN_PLAN, *account.year.directory.codes()))}
    found: dict[str, list[Record]] = {}
    for item in account.evidence("plan_counted"):
        if item["id"] not in done:
            found.setdefault(str(item.get("owner") or OWN_PLAN), []).append(item)
    return dict(sorted(found.items(), key=lambda each: order.get(each[0], len(order))))


def _plan_of(account: Account, owner: str, items: Sequence[Record]) -> str:
    """Return whose items are left in which state: «ОМО учителей химии: перенесено – «Смотр»»."""
    states = {item["id"]: account.year.facts.status(item) for item in items}
    told = []
    for state in _LEFT:
        titles = different_titles(
            item.get("title") for item in items if states[item["id"]] == state
        )
        if titles:
            told.append(f"{_WORDS[state]} – {', '.join(titles)}")
    return f"{_owner(account, owner)}: {'; '.join(told)}"


def _owner(account: Account, owner: str) -> str:
    return "РУМО" if owner == OWN_PLAN else bare(account.year.directory.title(owner))


def conclusions(account: Account) -> Iterator[Block]:
    """Say what the figures bear, and nothing more."""
    found = [*filter(None, _conclusions(account))]
    if found:
        yield Paragraph(f"Итоги деятельности РУМО в {account.name} учебном году:")
        yield item_list(found)


def _conclusions(account: Account) -> Iterator[str]:
    yield _plans(account)
    yield _coverage(account)
    yield _growth(account)
    municipalities = account.number("municipalities_total")
    if municipalities > 1:
        where = MUNICIPALITY.counted_of(municipalities)
        yield f"в работе участвовали педагогические работники {where}"
    share = account.share("expertise_percent")
    if share:
        yield f"доля разработок, рекомендованных по итогам экспертизы, составила {percent(share)}"
    yield _contributed(account)
    completed, routes = account.number("iom_completed"), account.number("iom_total")
    if completed:
        yield f"завершена работа по {grouped(completed)} из {ROUTE.counted_of(routes)}"


def _contributed(account: Account) -> str:
    acts, programmes = account.number("normative_acts"), account.number("programmes_developed")
    told = [
        *([f"обсуждении {ACT.counted_of(acts)}"] if acts else []),
        *([f"разработке {COURSE.counted_of(programmes)}"] if programmes else []),
    ]
    return f"обеспечено участие в {listed(told)}" if told else ""


def _plans(account: Account) -> str:
    """Return how far all plans are done, in one clause."""
    if account.number("plan_counted") == account.number("plan_done") > 0:
        return "планы работы РУМО и ОМО выполнены в полном объёме"
    own, of_associations = account.share("plan_rumo_percent"), account.share("plan_omo_percent")
    told = []
    if own is not None:
        told.append(f"план работы РУМО выполнен на {percent(own)}")
    if of_associations is not None:
        verb = "" if told else " выполнены"
        told.append(f"планы работы ОМО{verb or ' –'} на {percent(of_associations)}")
    return ", ".join(told)


def _coverage(account: Account) -> str:
    without, total = account.number("omo_without_webinars"), account.number("omo_total")
    if not total or not account.number("webinars_held"):
        return ""
    if not without:
        each = f"каждое из {SHORT_ASSOCIATION.counted_of(total)}"
        return f"вебинарами охвачены все предметные области: их проводило {each}"
    names = [bare(each.get("title")) for each in account.evidence("omo_without_webinars")]
    whose = f"{SHORT_ASSOCIATION.counted_of(without)} из {total}"
    return f"не проводились вебинары {whose}: {', '.join(names)}"


def _growth(account: Account) -> str:
    """Return by how much more or less there was than the year before."""
    told, last = [], ""
    for key, words in _GROWING.items():
        if change := _change(account, key):
            verb, amount = change
            told.append(
                f"число {words} {'–' if verb == last and amount else verb} {amount}".strip()
            )
            last = verb
    before = f"по сравнению с {account.name_before} учебным годом"
    return f"{before} {', '.join(told)}" if told else ""


def _change(account: Account, key: str) -> tuple[str, str] | None:
    """Return whether a number grew, and by how much as far as that is known exactly."""
    now, previous = account.number(key), account.previous(key)
    if not previous or not now:
        return None
    if now == previous:
        return "не изменилось", ""
    figure = account.figures[key]
    verb = "увеличилось" if now > previous else "уменьшилось"
    share = abs(figure.change_percent or 0)
    told = (figure.now, *([figure.before] if figure.before else []))
    if any(each.qualifier != "exact" for each in told):
        return verb, f"примерно на {percent(round(share))}" if share >= 1 else "незначительно"
    return verb, f"на {grouped(abs(now - previous))} ({percent(share)})"


def recommendations(account: Account) -> Iterator[Block]:
    """Propose for the next year what was put off or not carried out."""
    left = account.number("plan_counted") - account.number("plan_done")
    if left > 0:
        ahead = f"предусмотреть в планах на {account.year.year.next} учебный год завершение работы"
        unfinished = f"которые не закончены в {account.name} учебном году ({grouped(left)})"
        yield Paragraph(sentence(f"{ahead} по мероприятиям, {unfinished}"))
