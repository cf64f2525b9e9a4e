"""What the records are taken to bear out."""

import pytest

from rumo_cli.claims.verdicts import Held, YearFigures, held
from rumo_cli.figures.figure import Counted, Definition, Figure
from rumo_cli.figures.year_records import RecordName
from tests.claims.texts import YEAR, claims


def figure(key: str, value: float | None, qualifier: str = "exact", before: int = 0) -> Figure:
    """A figure that stands behind a label of its own, with one record for evidence."""
    about = Definition(key, key.upper(), "", lambda _: Counted(None))
    now = Counted(value, (RecordName("webinar", 1),), qualifier)
    return Figure(about, now, Counted(before) if before else None)


def against(text: str, *figures: Figure, kinds: tuple[str, ...] = ("webinar",)) -> Held:
    """The one claim of a sentence held against figures of its year, and of no other."""
    known = {each.about.key: each for each in figures}
    (found,) = held(claims(text), lambda year: YearFigures(known, kinds) if year == YEAR else None)
    return found


@pytest.mark.parametrize(
    ("said", "recorded", "verdict"),
    [
        ("5236", 5236, "holds"),
        ("5236", 5237, "differs"),
        ("более 5 тысяч", 5236, "holds"),
        ("более 5 тысяч", 5999, "holds"),
        ("более 5 тысяч", 5000, "differs"),
        ("более 5 тысяч", 4999, "differs"),
        ("более 5 тысяч", 12_000, "differs"),
        ("более 100", 136, "holds"),
        ("более 27", 29, "holds"),
        ("не менее 5 тысяч", 5000, "holds"),
        ("не менее 5 тысяч", 4999, "differs"),
        ("около 720", 700, "holds"),
        ("около 720", 800, "differs"),
        ("почти 5000", 4800, "holds"),
        ("почти 5000", 5100, "differs"),
        ("не более 50", 49, "holds"),
        ("не более 50", 51, "differs"),
        ("5 тысяч", 5236, "holds"),
        ("5 тысяч", 6236, "differs"),
    ],
)
def test_a_number_is_as_exact_as_its_words(said: str, recorded: int, verdict: str) -> None:
    text = f"Участниками вебинаров стали {said} педагогов."

    assert against(text, figure("participants_total", recorded)).verdict == verdict


@pytest.mark.parametrize(
    ("recorded", "qualifier", "verdict"),
    [
        (5000, "at_least", "holds"),
        (5236, "at_least", "holds"),
        (5300, "at_least", "differs"),
        (3000, "at_least", "differs"),
        (5000, "about", "holds"),
        (4000, "about", "differs"),
    ],
)
def test_records_may_be_inexact_too(recorded: int, qualifier: str, verdict: str) -> None:
    found = against(
        "Участниками вебинаров стали 5236 человек.",
        figure("participants_total", recorded, qualifier),
    )

    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("said", "recorded", "verdict"),
    [
        ("95,4", 95.4, "holds"),
        ("95", 95.4, "holds"),
        ("96", 95.5, "holds"),
        ("95,5", 95.4, "differs"),
        ("100", 99.8, "differs"),
        ("100", 100.0, "holds"),
    ],
)
def test_a_percentage_may_be_rounded_but_never_up_to_100(
    said: str, recorded: float, verdict: str
) -> None:
    found = against(
        f"План РУМО выполнен на {said} %.",
        figure("plan_rumo_percent", recorded),
        kinds=("plan",),
    )

    assert found.verdict == verdict


def test_a_difference_is_what_the_records_have_more() -> None:
    found = against("Проведено 4 заседания РУМО.", figure("meetings_recorded", 3))

    assert (found.verdict, found.recorded, found.difference) == ("differs", 3, -1)
    assert found.evidence == (RecordName("webinar", 1),)


def test_what_is_not_done_is_the_evidence_against_all_being_done() -> None:
    items = tuple(RecordName("plan", number) for number in range(1, 5))
    share = figure("plan_percent", 75.0)
    counted = Figure(share.about, Counted(75.0, items))
    done = Figure(figure("plan_done", 3).about, Counted(3, items[:3]))

    found = against("План выполнен полностью.", counted, done, kinds=("plan",))

    assert (found.verdict, found.evidence) == ("differs", items[3:])


def test_any_of_the_figures_that_may_be_meant_bears_a_claim_out() -> None:
    all_forms, one_form = figure("webinars_held", 130), figure("webinars_only", 122)

    assert against("Проведено 122 вебинара.", all_forms, one_form).figure == "webinars_only"
    assert against("Проведено 121 вебинар.", all_forms, one_form).figure == "webinars_held"


@pytest.mark.parametrize(
    ("text", "now", "before", "verdict"),
    [
        ("Вебинаров проведено на 3 больше, чем годом ранее.", 122, 119, "holds"),
        ("Вебинаров проведено на 3 меньше, чем годом ранее.", 122, 119, "differs"),
        ("Число вебинаров выросло на 2,5 %.", 122, 119, "holds"),
        ("Число вебинаров выросло на 3 %.", 122, 119, "holds"),
        ("Число вебинаров выросло на 5 %.", 122, 119, "differs"),
        ("Увеличилось количество вебинаров.", 122, 119, "holds"),
        ("Количество вебинаров сократилось.", 122, 119, "differs"),
        ("Количество вебинаров сократилось.", 122, 0, "unknown"),
    ],
)
def test_a_change_is_held_against_that_of_the_records(
    text: str, now: int, before: int, verdict: str
) -> None:
    assert against(text, figure("webinars_held", now, before=before)).verdict == verdict


def test_nothing_to_hold_it_against_is_unknown() -> None:
    nothing = Figure(
        Definition("iom_total", "ИОМ", "", lambda _: Counted(0)), Counted(0), Counted(0)
    )

    assert against("Сопровождалось 77 ИОМ.", nothing).verdict == "unknown"
    assert against("Сопровождалось 77 ИОМ.", nothing, kinds=("iom",)).verdict == "differs"
    assert against("Сопровождалось 77 ИОМ.", nothing).missing == "records"
    assert against("Сопровождалось 77 ИОМ.").missing == "figure"
    assert against("В 2019-2020 учебном году прошло 12 вебинаров.").missing == "year"
