"""Who the association is, what it works by and towards, and how it meets."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from rumo_cli.calendar.period_words import spoken_date
from rumo_cli.documents.annual.account import Account
from rumo_cli.documents.annual.sentences import (
    at,
    bare,
    lowered,
    person,
    points,
    sentence,
    sentences,
    under,
)
from rumo_cli.documents.annual.words import (
    ASSOCIATION,
    HELD,
    MEETING,
    PLANNED,
    TEACHER,
    WEBINAR,
    YOUNG_TEACHER,
    grouped,
)
from rumo_cli.figures.summary import number, texts_of
from rumo_cli.figures.webinars import webinar_summary
from rumo_cli.records.directory import OWN_PLAN
from rumo_cli.records.values import Record, Value
from rumo_cli.tables.document import Block, Paragraph
from rumo_cli.text import fold, listed, quoted

_WHOLE_NAME = "региональное учебно-методическое объединение"
_OF_WHOLE_NAME = "Регионального учебно-методического объединения"
_NUMBERING = re.compile(r"^(?:раздел\s+)?(?:\d+[.)]?|[IVX]+[.)])(?:\d+[.)]?)*\s+", re.IGNORECASE)
_MOST_PRIORITIES = 5


def name_of_association(settings: Value) -> str:
    """Return what the association is called, in full, with its abbreviation."""
    return f"{_WHOLE_NAME.capitalize()}{_field(settings)} (далее – РУМО)"


def of_association(settings: Value) -> str:
    """Return the association in the genitive, in full: a title has no abbreviation."""
    return _OF_WHOLE_NAME + _field(settings)


def _field(settings: Value) -> str:
    """Return what follows the kind of association: « по общему образованию Энской области»."""
    text = bare(settings)
    for name in (_WHOLE_NAME, "румо"):
        if fold(text).startswith(name):
            return text[len(name) :]
    return ""


def composition(account: Account) -> Iterator[Block]:
    """Say how many associations and people there are."""
    total, members = account.number("omo_total"), account.number("members_total")
    if not total:
        return
    name = name_of_association(account.settings.get("association"))
    made_of = f"в составе {ASSOCIATION.counted_of(total)} (далее – ОМО)"
    acted = f"{name} в {account.name} учебном году осуществляло деятельность {made_of}"
    people = f"всего в ОМО {_members(members, account.number('members_young'))}" if members else ""
    yield Paragraph(sentences(sentence(acted), sentence(people)))


def _members(members: int, young: int) -> str:
    if young == members:
        return YOUNG_TEACHER.counted(young)
    among = f", в том числе {YOUNG_TEACHER.counted(young)}" if young else ""
    return f"{TEACHER.counted(members)}{among}"


def adoption(account: Account) -> Iterator[Block]:
    """Say when, where and by which orders the plan was adopted and the association works."""
    said = sentences(*_adopted(account), _founded(bare(account.settings.get("founding_order"))))
    if said:
        yield Paragraph(said)


def _adopted(account: Account) -> Iterator[str]:
    day, place, order = map(
        account.settings.get, ("plan_adopted_date", "plan_adopted_where", "plan_order")
    )
    when = spoken_date(date.fromisoformat(str(day))) if day else ""
    where = at(place) or (f"({bare(place)})" if place else "")
    approved = f"утверждён {under(order)}" if under(order) else ""
    adopted = " ".join(["принят", *filter(None, (when, where))]) if when or where else ""
    done = " и ".join(filter(None, (adopted, approved)))
    yield sentence(f"план деятельности РУМО на {account.name} учебный год {done}") if done else ""
    yield sentence(f"план утверждён документом: {bare(order)}") if order and not approved else ""


def _founded(order: str) -> str:
    if not order:
        return ""
    if under(order):
        return sentence(f"РУМО осуществляет деятельность в соответствии с {under(order)}")
    return sentence(f"правовая основа деятельности РУМО: {lowered(order)}")


def directions(account: Account) -> Iterator[Block]:
    """Tell the directions that the items of the plans name, else the sections of the own plan."""
    plan = account.year.of("plan")
    own = [item for item in plan if item.get("owner", OWN_PLAN) == OWN_PLAN]
    named = _named(own, "direction") or _named(plan, "direction") or _named(own, "section")
    if named:
        worked = "деятельность РУМО осуществлялась по направлениям, предусмотренным планами"
        yield Paragraph(sentence(f"{worked}: {'; '.join(named)}"))


def _named(plan_items: Iterable[Record], key: str) -> list[str]:
    """Return the different texts of a field, without their numbers, in the order of the plan."""
    texts = (_NUMBERING.sub("", bare(item.get(key))) for item in plan_items)
    return [lowered(text) for text in {fold(text): text for text in texts if text}.values()]


def priorities(account: Account) -> Iterator[Block]:
    """Say to which themes more webinars were given than to a theme on average.

    One webinar makes no priority, nor does a theme that has as many as every other one.
    """
    year = account.year
    found = webinar_summary(account.name, year.of("webinar"), (), "theme", year.today,
                            year.directory)  # fmt: skip
    held = {bare(row["label"]): number(row["held"]) for row in found.rows if row["key"]}
    mean = sum(held.values()) / len(held) if held else 0
    alike = len(held) > 1 and len(set(held.values())) == 1
    above = (theme for theme, count in held.items() if count > 1 and count >= mean and not alike)
    chosen = sorted(above, key=held.__getitem__)[::-1][:_MOST_PRIORITIES]
    if chosen:
        first, *others = chosen
        counts = [f"{quoted(first)} ({WEBINAR.counted(held[first])})"]
        counts += [f"{quoted(each)} ({grouped(held[each])})" for each in others]
        named = "направлениям" if others else "направлению"
        yield Paragraph(sentence(f"приоритетное внимание уделялось {named} {listed(counts)}"))


def meetings(account: Account) -> Iterator[Block]:
    """Say who coordinates the work, and list the meetings that were held with their agendas."""
    if coordinated := _coordinated(account):
        yield Paragraph(coordinated)
    held, planned = account.number("meetings_held"), account.number("meetings_planned")
    if held:
        when = f"в течение {account.name} учебного года"
        yield Paragraph(sentence(f"{when} {HELD.of(held, MEETING)} РУМО:"))
        yield points(map(_meeting, account.evidence("meetings_held")))
    if planned:
        also = "также " if held else ""
        yield Paragraph(sentence(f"{also}{PLANNED.of(planned, MEETING)} РУМО"))
    if of_associations := _of_associations(account):
        yield Paragraph(of_associations)


def _coordinated(account: Account) -> str:
    chair, deputy = (person(account.settings.get(key)) for key in ("chair", "deputy_chair"))
    position = bare(account.settings.get("chair_position"))
    leading = ", ".join(filter(None, (f"председатель РУМО {chair}", lowered(position))))
    comma = "," if chair and position and deputy else ""
    people = [
        *([leading + comma] if chair else []),
        *([f"заместитель председателя РУМО {deputy}"] if deputy else []),
    ]
    verb = "осуществляют" if len(people) > 1 else "осуществляет"
    return sentence(f"координацию деятельности РУМО {verb} {listed(people)}") if people else ""


def _meeting(meeting: Record) -> str:
    day, number = meeting.get("date"), bare(meeting.get("number"))
    when = spoken_date(date.fromisoformat(str(day))) if day else ""
    named = f"Заседание № {number}" if number else "Заседание"
    dated = f"{named} ({when})" if number and when else " ".join(filter(None, (named, when)))
    agenda = [lowered(_NUMBERING.sub("", bare(each))) for each in texts_of(meeting.get("agenda"))]
    return f"{dated}: {'; '.join(filter(None, agenda))}" if any(agenda) else dated


def _of_associations(account: Account) -> str:
    led = [each for each in account.year.of("omo") if each.get("head")]
    held = account.number("meetings_omo")
    one = account.number("omo_total") == 1
    by = "координировал его руководитель" if one else "координировали их руководители"
    heads = f"деятельность ОМО {by}" if led else ""
    meetings_held = f"{HELD.of(held, MEETING)} ОМО" if held else ""
    return sentence("; ".join(filter(None, (heads, meetings_held))))
