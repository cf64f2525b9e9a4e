"""What the association wrote and examined, and where its people worked for others."""

from collections.abc import Iterable, Iterator

from rumo_cli.documents.annual.account import Account
from rumo_cli.documents.annual.sentences import (
    bare,
    different_titles,
    item_list,
    lowered,
    persons,
    sentence,
    sentences,
    title_of,
)
from rumo_cli.documents.annual.words import (
    ACT,
    CAME,
    COURSE,
    EDITION,
    EXPERT,
    MATERIAL,
    MEMBER,
    PUT,
    RECOMMENDED,
    SENT,
    SHORT_ASSOCIATION,
    SHORT_WORK,
    STAYED,
    TAKEN_IN,
    WEBINAR,
    WITHDRAWN,
    WORK,
    WORKED,
    WORKED_OUT,
    grouped,
    percent,
)
from rumo_cli.figures import expertise as examined
from rumo_cli.figures.summary import number, texts_of
from rumo_cli.records.values import Record
from rumo_cli.tables.document import Block, Paragraph

_OTHER_VERDICTS = {
    ("в Региональном банке педагогического опыта", PUT): "in_bank",
    ("на доработку", SENT): "rework",
    ("не", RECOMMENDED): "rejected",
    ("авторами", WITHDRAWN): "withdrawn",
    ("на рассмотрении", STAYED): "without_verdict",
}
"""What else became of the work, in whose words before the number; the first is no verdict."""


def publications(account: Account) -> Iterator[Block]:
    """List the recommendations with their authors, and say which materials were put out."""
    written = account.number("recommendations_published")
    if written:
        how_many = f"({EDITION.counted(written)})"
        yield Paragraph(f"Членами РУМО и ОМО подготовлены методические рекомендации {how_many}:")
        yield item_list(map(_with_authors, account.evidence("recommendations_published")))
    if materials := account.number("materials_published"):
        put = f"на сайте и страницах ОМО {PUT.of(materials, MATERIAL)}"
        titles = "; ".join(different_titles(_texts(account.evidence("materials_published"))))
        yield Paragraph(sentence(f"{put}: {titles}" if titles else put))
    if webinars := account.number("webinars_with_materials"):
        where = "размещены на официальном сайте и страницах ОМО"
        yield Paragraph(sentence(f"материалы {WEBINAR.counted_of(webinars)} {where}"))


def _with_authors(record: Record) -> str:
    authors = persons(texts_of(record.get("authors")))
    return f"{title_of(record.get('title'))}{f' ({authors})' if authors else ''}"


def expertise(account: Account) -> Iterator[Block]:
    """Say what teachers submitted, what became of it, and which programmes were examined."""
    submitted = account.number("expertise_submitted")
    if submitted:
        yield Paragraph(
            sentences(
                sentence(
                    "на общественно-профессиональную экспертизу РУМО " + CAME.of(submitted, WORK),
                    account.beside("expertise_submitted", SHORT_WORK),
                ),
                sentence(_from_associations(account)),
                sentence(_verdicts(account)),
            )
        )
    if others := sentences(sentence(_experts(account)), sentence(_programmes(account))):
        yield Paragraph(others)


def _from_associations(account: Account) -> str:
    rows = (row for row in account.year.indicators.rows if row["omo_total"])
    presenting = sum(bool(row["expertise_submitted"]) for row in rows)
    if not presenting:
        return ""
    one = account.number("expertise_submitted") == 1
    works = "разработка представлена" if one else "разработки представлены"
    return f"{works} по линии {SHORT_ASSOCIATION.counted_of(presenting)}"


def _verdicts(account: Account) -> str:
    """Return what became of the work: recommended and placed first, the rest after it."""
    recommended, share = account.number("expertise_recommended"), account.share("expertise_percent")
    of_all = f" ({percent(share)})" if share else ""
    found = examined.count(account.year.of("expertise"))
    others = ((*words, number(found[key])) for words, key in _OTHER_VERDICTS.items())
    told = [
        *([f"{RECOMMENDED.of(recommended, SHORT_WORK)}{of_all}"] if recommended else []),
        *(
            f"{words} {verb.beside(count, SHORT_WORK)} {grouped(count)}"
            for words, verb, count in others
            if count
        ),
    ]
    return f"по итогам экспертизы {', '.join(told)}" if told else ""


def _experts(account: Account) -> str:
    experts = account.number("experts_total")
    return f"к проведению экспертизы {TAKEN_IN.of(experts, EXPERT)}" if experts else ""


def _programmes(account: Account) -> str:
    programmes = account.number("expertise_programmes")
    if not programmes:
        return ""
    return f"проведена общественно-профессиональная экспертиза {COURSE.counted_of(programmes)}"


def commissions(account: Account) -> Iterator[Block]:
    """Say who judged exams, which programmes were worked out, which regulations discussed."""
    if of_exams := _exams(account):
        yield Paragraph(of_exams)
    if programmes := account.number("programmes_developed"):
        yield Paragraph(f"При участии членов РУМО {WORKED_OUT.of(programmes, COURSE)}:")
        yield item_list(map(lowered, _texts(account.evidence("programmes_developed"))))
    if acts := account.number("normative_acts"):
        titles = "; ".join(different_titles(_texts(account.evidence("normative_acts"))))
        discussed = f"члены РУМО участвовали в обсуждении {ACT.counted_of(acts)}"
        yield Paragraph(sentence(f"{discussed}: {titles}" if titles else discussed))
    others = [each for each in account.year.of("contribution") if each.get("type") == "other"]
    if titles := "; ".join(different_titles(_texts(others))):
        yield Paragraph(sentence(f"члены РУМО участвовали и в иной деятельности: {titles}"))


def _exams(account: Account) -> str:
    of_type = (each.get("type") for each in account.year.of("contribution"))
    if "exam_expert" not in of_type:
        return ""
    experts = account.number("exam_experts")
    who = WORKED.of(experts, MEMBER) if experts else "работали представители"
    return sentence(f"в составе экспертных комиссий по проверке работ ОГЭ и ЕГЭ {who} РУМО")


def _texts(records: Iterable[Record]) -> list[str]:
    return [bare(each.get("title")) for each in records]
