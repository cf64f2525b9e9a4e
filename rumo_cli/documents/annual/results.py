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
from rumo_cli.records.plan import OPEN, STATUS
from rumo_cli.records.plan_status import deadline_end_on
from rumo_cli.records.values import Record
from rumo_cli.tables.document import Block, Paragraph
from rumo_cli.text import listed

_GROWING = {"webinars_held": "проведённых вебинаров", "participants_total": "их участников"}
_LEFT = ("partial", "in_progress", "postponed", "not_done", "planned")
_WORDS = {option.key: option.label for option in STATUS.options} | {"planned": "не начато"}


def plan(account: Account) -> Iterator[Block]:
    """Say how much of each plan is done, and of the plans that are not what is left."""
    if not account.number("plan_counted"):
        yield from _all_cancelled(account)
        return
    cancelled, ahead = account.number("plan_cancelled"), len(_ahead(account))
    yield Paragraph(
        sentences(
            sentence(_own_plan(account)),
            sentence(_presented(account)),
            sentence(_plans_of_associations(account)),
            sentence(f"срок исполнения {EVENT.counted_of(ahead)} ещё не наступил" if ahead else ""),
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


def _all_cancelled(account: Account) -> Iterator[Block]:
    if cancelled := account.number("plan_cancelled"):
        yield Paragraph(f"Все мероприятия планов отменены ({grouped(cancelled)}).")


def _ahead(account: Account) -> list[Record]:
    """Return the items that are open because their deadline has not come yet."""
    facts, today = account.year.facts, account.year.today
    done = {item["id"] for item in account.evidence("plan_done")}
    return [
        item
        for item in account.evidence("plan_counted")
        if item["id"] not in done
        and facts.status(item) in OPEN
        and (deadline_end_on(item, today, facts.calendars) or "") >= today.isoformat()
    ]


def _presenting(account: Account) -> int:
    """Return how many associations have a plan."""
    items = account.evidence("plan_omo_counted")
    return len({item.get("owner") for item in items})


def _presented(account: Account) -> str:
    """Return how many associations have a plan, where that is not all of them."""
    presenting, total = _presenting(account), account.number("omo_total")
    if not 0 < presenting < total:
        return ""
    whose = f"{SHORT_ASSOCIATION.counted(presenting)} из {total}"
    return f"{'план работы представило' if presenting == 1 else 'планы работы представили'} {whose}"


def _own_plan(account: Account) -> str:
    done = _done(account, "plan_rumo")
    return f"план работы РУМО {done}" if done else ""


def _plans_of_associations(account: Account) -> str:
    several = _presenting(account) > 1
    done = _done(account, "plan_omo", several=several)
    complete, total = account.number("omo_plan_complete"), account.number("omo_total")
    if not done or account.number("plan_omo_done") == account.number("plan_omo_counted"):
        return f"{'планы' if several else 'план'} работы ОМО {done}" if done else ""
    whose = f"{'план' if complete == 1 else 'планы'} {SHORT_ASSOCIATION.counted_of(complete)}"
    whole = f", полностью {'выполнен' if complete == 1 else 'выполнены'} {whose} из {total}"
    return f"{'планы' if several else 'план'} работы ОМО {done}{whole if complete else ''}"


def _done(account: Account, key: str, *, several: bool = False) -> str:
    """Return how far a plan is done: «выполнен в полном объёме» only where nothing is left."""
    counted, done = account.number(f"{key}_counted"), account.number(f"{key}_done")
    share = account.share(f"{key}_percent")
    if not counted or share is None:
        return ""
    verb = _verb(several=several)
    if done == counted:
        return f"{verb} в полном объёме ({EVENT.counted(done)})"
    if not done:
        return f"не {verb} (ни одного мероприятия из {grouped(counted)})"
    return f"{verb} на {_below_all(share)} ({EVENT.counted(done)} из {grouped(counted)})"


def _left(account: Account) -> dict[str, list[Record]]:
    """Return the items that should be done and are not, by their owners in usual order."""
    done = {item["id"] for item in (*account.evidence("plan_done"), *_ahead(account))}
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
    if completed == routes > 1:
        yield f"завершена работа по всем индивидуальным образовательным маршрутам ({routes})"
    elif completed and routes > 1:
        yield f"завершена работа по {grouped(completed)} из {ROUTE.counted_of(routes)}"


def _contributed(account: Account) -> str:
    acts, programmes = account.number("normative_acts"), account.number("programmes_developed")
    told = [
        *([f"обсуждении {ACT.counted_of(acts)}"] if acts else []),
        *([f"разработке {COURSE.counted_of(programmes)}"] if programmes else []),
    ]
    return f"обеспечено участие в {listed(told)}" if told else ""


def _plans(account: Account) -> str:
    """Return how far all plans are done, in one clause; those that nobody has are not told of."""
    presenting, several = _presenting(account), _presenting(account) > 1
    others = "планы работы ОМО" if several else "план работы ОМО"
    all_of_them = presenting >= account.number("omo_total")
    if _is_whole(account, "plan_rumo") and _is_whole(account, "plan_omo") and all_of_them:
        return "планы работы РУМО и ОМО выполнены в полном объёме"
    if not all_of_them:
        others += ", которые их представили," if several else ", которое его представило,"
    own = _carried_out(account, "plan_rumo", "план работы РУМО")
    of_others = _carried_out(account, "plan_omo", others, several=several)
    if " выполнен на " in own:
        of_others = of_others.replace(f" {_verb(several=several)} на ", " – на ")
    return ", ".join(filter(None, (own, of_others)))


def _verb(*, several: bool) -> str:
    return "выполнены" if several else "выполнен"


def _is_whole(account: Account, key: str) -> bool:
    return account.number(f"{key}_counted") == account.number(f"{key}_done") > 0


def _carried_out(account: Account, key: str, plans: str, *, several: bool = False) -> str:
    """Return how far plans are done: «в полном объёме» only of all that was to be done."""
    share = account.share(f"{key}_percent")
    if share is None:
        return ""
    verb = _verb(several=several)
    if not share:
        return f"{plans} не {verb}"
    how_far = "в полном объёме" if _is_whole(account, key) else f"на {_below_all(share)}"
    return f"{plans} {verb} {how_far}"


def _below_all(share: float) -> str:
    """Return the share of what is not wholly done: never rounded up to all of it."""
    return percent(min(share, 99.9))


def _coverage(account: Account) -> str:
    without, total = account.number("omo_without_webinars"), account.number("omo_total")
    if total < 2 or not account.number("webinars_held"):
        return ""
    if not without:
        each = f"каждое из {SHORT_ASSOCIATION.counted_of(total)}"
        return f"вебинарами охвачены все предметные области: их проводило {each}"
    if not all(each.get("omo") for each in account.evidence("webinars_held")):
        return ""
    names = [bare(each.get("title")) for each in account.evidence("omo_without_webinars")]
    whose = f"{SHORT_ASSOCIATION.counted(without)} из {total}"
    return f"вебинары не {'проводило' if without == 1 else 'проводили'} {whose}: {', '.join(names)}"


def _growth(account: Account) -> str:
    """Return by how much more or less there was than the year before; nothing of half a year."""
    if account.in_progress:
        return ""
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
    left = account.number("plan_counted") - account.number("plan_done") - len(_ahead(account))
    if left > 0:
        ahead = f"предусмотреть в планах на {account.year.year.next} учебный год завершение работы"
        unfinished = f"которые не закончены в {account.name} учебном году ({grouped(left)})"
        yield Paragraph(sentence(f"{ahead} по мероприятиям, {unfinished}"))
