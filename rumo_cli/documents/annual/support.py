"""Help for teachers: schools with low results (ШНОР), routes (ИОМ) and mentoring."""

from collections.abc import Iterator

from rumo_cli.documents.annual.account import Account
from rumo_cli.documents.annual.sentences import different_titles, sentence, sentences
from rumo_cli.documents.annual.words import (
    CARRIED_OUT,
    COMPLETED,
    EVENT,
    FORMED,
    HELD,
    MENTEE,
    MENTOR,
    METHODIST,
    PAIR,
    PLANNED_EVENT,
    PROGRAMME,
    ROUTE,
    SHORT_ROUTE,
    TAKEN_IN,
    TUTOR,
    WORKED_OUT,
    YOUNG_TEACHER,
    grouped,
    percent,
)
from rumo_cli.tables.document import Block, Paragraph
from rumo_cli.text import listed

_LOW_RESULTS = "школ с низкими результатами обучения (далее – ШНОР)"


def low_results(account: Account) -> Iterator[Block]:
    """Say which events there were for schools with low results, and how many routes."""
    events, routes = account.number("low_results_events"), account.number("iom_low_results")
    held = f"для педагогов {_LOW_RESULTS} {_events(account)}" if events else ""
    teachers = "педагога" if routes == 1 else "педагогов"
    of_whom = f"{teachers} {'ШНОР' if events else _LOW_RESULTS}"
    led = f"обеспечено сопровождение {ROUTE.counted_of(routes)} {of_whom}" if routes else ""
    if said := sentences(sentence(held), sentence(led)):
        yield Paragraph(said)


def _events(account: Account) -> str:
    """Return how many events there were; of webinars, whose topics are told apart, the number."""
    key = "low_results_events"
    webinars = len(account.evidence(key, "webinar"))
    titles = different_titles(each.get("title") for each in account.evidence(key, "contribution"))
    held = HELD.of(account.number(key), EVENT)
    if webinars and not titles:
        return f"{held} в форме {'вебинара' if webinars == 1 else 'вебинаров'}"
    if webinars:
        return f"{held}, в том числе: вебинаров – {grouped(webinars)}; {'; '.join(titles)}"
    return f"{held}: {'; '.join(titles)}" if titles else held


def routes(account: Account) -> Iterator[Block]:
    """Say how many routes there were, for whom, how far they are, and who leads them."""
    total = account.number("iom_total")
    if not total:
        return
    yield Paragraph(
        sentences(
            sentence(
                f"в {account.name} учебном году члены РУМО обеспечивали сопровождение "
                f"{ROUTE.counted_of(total)} (далее – ИОМ)",
                f"{account.beside('iom_total', SHORT_ROUTE)}{_for_whom(account)}".strip(),
            ),
            sentence(_diagnosed(account)),
            sentence(_leaders(account)),
        )
    )
    if said := sentences(sentence(_tasks(account)), sentence(_completed(account))):
        yield Paragraph(said)


def _for_whom(account: Account) -> str:
    total, low, young = map(account.number, ("iom_total", "iom_low_results", "iom_young"))
    if total in {low, young} and not (low and young):
        return f" для {'педагогов ШНОР' if low else 'молодых педагогов'}"
    named = [
        *([f"для педагогов ШНОР – {grouped(low)}"] if low else []),
        *([f"для молодых педагогов – {grouped(young)}"] if young else []),
    ]
    return f", в том числе {', '.join(named)}" if named else ""


def _diagnosed(account: Account) -> str:
    found, total = account.number("iom_diagnostics"), account.number("iom_total")
    if not found:
        return ""
    worked_out = "разработаны все маршруты"
    if found < total or total == 1:
        worked_out = WORKED_OUT.of(found, SHORT_ROUTE)
    return f"на основе диагностики профессиональных дефицитов {worked_out}"


def _leaders(account: Account) -> str:
    methodists, tutors = account.number("iom_methodists"), account.number("iom_tutors")
    if methodists and tutors:
        led = f"привлечены {METHODIST.counted(methodists)} и {TUTOR.counted(tutors)}"
    elif methodists or tutors:
        led = TAKEN_IN.of(methodists or tutors, METHODIST if methodists else TUTOR)
    else:
        return ""
    return f"к сопровождению {led}"


def _tasks(account: Account) -> str:
    planned, done = account.number("iom_tasks_planned"), account.number("iom_tasks_done")
    share = account.share("iom_tasks_percent")
    if not planned or share is None:
        return ""
    if done == planned:
        return f"в рамках маршрутов выполнены все запланированные мероприятия ({grouped(done)})"
    return (
        f"в рамках маршрутов выполнено {grouped(done)} из {PLANNED_EVENT.counted_of(planned)} "
        f"({percent(share)})"
    )


def _completed(account: Account) -> str:
    done, total = account.number("iom_completed"), account.number("iom_total")
    if done == total > 1:
        return "все маршруты завершены"
    return COMPLETED.of(done, SHORT_ROUTE) if done else ""


def mentoring(account: Account) -> Iterator[Block]:
    """Say how many programmes of mentoring there were, for whom, and how many people."""
    key = "mentor_programmes"
    total = account.number(key)
    if not total:
        return
    carried_out = f"{CARRIED_OUT.of(total, PROGRAMME)} {account.beside(key, PROGRAMME)}".rstrip()
    yield Paragraph(
        sentences(
            sentence(carried_out + _for_young(account, total)),
            sentence(_programmes(account)),
            sentence(_pairs(account)),
        )
    )
    if events := account.number("young_events"):
        yield Paragraph(sentence(f"для молодых педагогов {HELD.of(events, EVENT)}"))


def _for_young(account: Account, total: int) -> str:
    young = account.number("mentor_programmes_young")
    if not young:
        return ""
    if young < total:
        return f", из них для молодых педагогов – {grouped(young)}"
    return ", все – для молодых педагогов" if total > 1 else " для молодых педагогов"


def _programmes(account: Account) -> str:
    """Return the titles of the programmes, those that only pairs name among them."""
    named = [each.get("title") for each in account.year.of("programme")]
    titles = different_titles(
        [*named, *(each.get("programme") for each in account.year.of("pair"))]
    )
    if not titles:
        return ""
    names = "наименования программ" if len(titles) > 1 else "наименование программы"
    return f"{names}: {'; '.join(titles)}"


def _pairs(account: Account) -> str:
    """Return how many pairs were formed, and of how many people."""
    pairs, mentors = account.number("mentor_pairs"), account.number("mentors")
    mentees, young = account.number("mentees"), account.number("mentees_young")
    people = [thing.counted(count) for thing, count in ((MENTOR, mentors), (MENTEE, mentees))
              if count]  # fmt: skip
    of_young = f", в том числе {YOUNG_TEACHER.counted(young)}" if mentees and young else ""
    made_of = f" ({listed(people)}{of_young})" if people else ""
    return f"{FORMED.of(pairs, PAIR)}{made_of}" if pairs else ""
