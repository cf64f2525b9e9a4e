"""Plan items, and the terms of routes and pairs, that nothing can be measured by."""

from collections.abc import Iterator

from rumo_cli.checks.remedies import edit, in_year, show, title
from rumo_cli.checks.rule import Problem, rule
from rumo_cli.figures.year_records import YearRecords, names
from rumo_cli.records import kind_of
from rumo_cli.records.values import Record

_UNREAD = {"unknown": "срок не прочитан", "missing": "срок не указан"}


@rule("Срок не указан или не прочитан", "warning", "plan", "iom", "pair")
def deadline_unclear(year: YearRecords) -> Iterator[Problem]:
    """Find deadlines that say nothing: of each sort and kind one problem."""
    for kind in ("plan", "iom", "pair"):
        for deadline, said in _UNREAD.items():
            unclear = [each for each in _open(year, kind) if each.get("deadline_kind") == deadline]
            if unclear:
                words = ("list", "--deadline-kind", deadline)
                message = f"{said}: {kind_of(kind).count(len(unclear))}"
                yield Problem(message, names(kind, unclear), in_year(year, kind, *words))


@rule("Срок с ошибкой", "error", "plan", "iom", "pair")
def deadline_wrong(year: YearRecords) -> Iterator[Problem]:
    """Find deadlines that cannot be meant: they end before they start, or far from the year."""
    for kind in ("plan", "iom", "pair"):
        for record in _open(year, kind):
            if record.get("deadline_kind") == "error":
                text = " ".join(str(record.get("deadline_text")).split())
                yield Problem(
                    f"{title(kind, record)}: срок «{text}»: {record.get('deadline_note')}",
                    names(kind, [record]),
                    edit(kind, record, "--deadline", "СРОК"),
                )


def _open(year: YearRecords, kind: str) -> Iterator[Record]:
    return (each for each in year.of(kind) if each.get("status") not in {"cancelled", "terminated"})


@rule("Выполнено, а вебинар отменён", "error", "plan", "webinar")
def done_by_cancelled_webinar(year: YearRecords) -> Iterator[Problem]:
    """Find items marked as done whose webinars were all cancelled or put off."""
    links = {f"webinar {each['id']}": each for each in year.of("webinar")}
    for item in year.of("plan"):
        webinars = [links[each] for each in year.facts.named(item) if each in links]
        off = all(each.get("status") in {"cancelled", "postponed"} for each in webinars)
        if item.get("status") == "done" and webinars and off:
            status = kind_of("webinar").by_key["status"].show(webinars[0])
            yield Problem(
                f"{title('plan', item)}: выполнено, а вебинар "
                f"{title('webinar', webinars[0])} {status}",
                (*names("plan", [item]), *names("webinar", webinars)),
                show("plan", item),
            )


RULES = (deadline_unclear, deadline_wrong, done_by_cancelled_webinar)
