"""All figures together: they are those of the summaries, and each stands on its records."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rumo_cli.figures.expertise import expertise_summary
from rumo_cli.figures.figure import Counted
from rumo_cli.figures.mentoring import mentor_summary
from rumo_cli.figures.plan import plan_summary
from rumo_cli.figures.registry import BY_KEY, DEFINITIONS, GROUPS, figures_of
from rumo_cli.figures.routes import iom_summary
from rumo_cli.figures.summary import Summary
from rumo_cli.figures.webinars import webinar_summary
from rumo_cli.figures.year_records import RecordName, YearRecords
from rumo_cli.records import MODULES, kind_of
from rumo_cli.records.references import referrers
from rumo_cli.records.values import Record, Value
from rumo_cli.records.webinar import FORM
from rumo_cli.records.year import DECLARED
from tests.figures.years import TODAY, WEBINAR, YEAR, counted, year
from tests.records.strategies import ASSOCIATIONS, records

OF_DESIGN = """
omo_total webinars_held webinars_cancelled webinars_postponed participants_total
omo_without_webinars letters_sent meetings_declared meetings_recorded plan_counted plan_done
plan_percent plan_rumo_percent plan_omo_percent omo_plan_complete iom_total iom_completed
iom_low_results iom_young mentor_programmes mentor_programmes_young mentor_pairs
expertise_submitted expertise_recommended expertise_in_bank expertise_programmes experts_total
publications_total contributions_total low_results_events
"""
PEOPLE_AND_NAMES = {
    "municipalities_total", "speakers_total", "speaker_organisations", "experts_total",
    "exam_experts", "iom_methodists", "iom_tutors", "mentors", "mentees", "mentees_young",
}  # fmt: skip
SUMS = {
    "members_total", "members_young", "participants_total", "connections_total",
    "iom_tasks_planned", "iom_tasks_done",
}  # fmt: skip
SHARES = {each.key for each in DEFINITIONS if each.unit == "%"}
NO_COUNTS = PEOPLE_AND_NAMES | SUMS | SHARES | set(DECLARED)


def some(**values: st.SearchStrategy[Value]) -> st.SearchStrategy[Record]:
    """Return records that have some of the values, with a title."""
    return st.fixed_dictionaries({"title": st.sampled_from("АБ")}, optional=values)


_ASSOCIATIONS = st.lists(st.sampled_from(["ОМО-01", "ОМО-02"]), min_size=1, max_size=2, unique=True)
_PEOPLE = st.lists(st.sampled_from(["Белова А.С.", "А.С. Белова", "Ильин П.О."]), max_size=2)
_COUNTS = st.integers(0, 2)
_FLAGS = st.booleans()
_OWNERS = st.sampled_from(["rumo", "ОМО-01", "ОМО-02"])
_DAYS = st.sampled_from(["2024-10-15", "2025-06-22", "2025-08-29"])
_PLACES = st.sampled_from(["Вяземский район", "Вяземский р-н", "г. Рославль"])
NARROW: Mapping[str, st.SearchStrategy[Record]] = {
    "omo": some(
        code=st.sampled_from(["ОМО-01", "ОМО-02"]),
        members=_COUNTS,
        until=st.sampled_from(["2023-2024", "2024-2025"]),
    ),
    "webinar": some(
        status=st.sampled_from(["held", "held", "held", "planned", "cancelled", "postponed"]),
        form=st.sampled_from([each.key for each in FORM.options]),
        date=_DAYS,
        omo=_ASSOCIATIONS,
        participants=_COUNTS,
        participants_qualifier=st.sampled_from(["exact", "about", "at_least"]),
        speakers=_PEOPLE,
        plan_item=st.integers(1, 3),
        by_municipality=st.lists(_PLACES.map("{}: 3".format), max_size=2),
        audience=st.sampled_from([["педагоги ШНОР"], ["молодые педагоги"]]),
        letter_no=st.sampled_from(["7", "№ 7", "8"]),
        letter_date=st.sampled_from(["2024-08-30", "2024-10-01"]),
    ),
    "plan": some(
        owner=_OWNERS,
        status=st.sampled_from(["planned", "planned", "done", "partial", "cancelled"]),
        counts=st.sampled_from(["webinar", "webinar", "meeting", "pair"]),
        target=st.integers(1, 2),
        deadline_kind=st.just("by"),
        deadline_end=_DAYS,
        links=st.sampled_from([["webinar 1"], ["webinar 1", "webinar 2"]]),
    ),
    "meeting": some(
        owner=_OWNERS, status=st.sampled_from(["held", "planned", "cancelled"]), date=_DAYS
    ),
    "iom": some(
        basis=st.sampled_from([["low_results"], ["young", "diagnostics"]]),
        status=st.sampled_from(["active", "completed", "suspended"]),
        tasks_planned=_COUNTS,
        tasks_done=_COUNTS,
        methodist=st.sampled_from(["Белова А.С.", "А.С. Белова"]),
        teacher_municipality=_PLACES,
    ),
    "task": some(iom=st.integers(1, 3), status=st.sampled_from(["planned", "accepted"])),
    "programme": some(target=st.sampled_from(["молодые педагоги", "все"])),
    "pair": st.fixed_dictionaries(
        {"programme": st.sampled_from("АБВ"), "mentor": st.just("Белова А.С.")},
        optional={"mentee": st.sampled_from(["Ильин П.О.", "Яшин В.В."]), "mentee_young": _FLAGS},
    ),
    "expertise": some(
        type=st.sampled_from(["ДПП", "сценарий"]),
        verdict=st.sampled_from(["recommended", "withdrawn"]),
        in_bank=_FLAGS,
        experts=_PEOPLE,
        municipality=_PLACES,
    ),
    "publication": st.fixed_dictionaries(
        {"title": st.sampled_from(["Письмо № 7", "О вебинарах"])},
        optional={
            "type": st.sampled_from(["letter", "letter", "news"]),
            "date": st.sampled_from(["2024-10-01", "2024-10-02"]),
            "webinar": st.integers(1, 3),
        },
    ),
    "contribution": some(
        type=st.sampled_from(["exam_expert", "low_results_event", "other"]), persons=_PEOPLE
    ),
}
"""Records that often name one another, as the usual ones of strategies hardly do."""


@st.composite
def years(draw: st.DrawFn) -> YearRecords:
    """Return a year of records that stand on one another, in ways that figures depend on."""
    drawn = {kind: draw(st.lists(each, max_size=4), label=kind) for kind, each in NARROW.items()}
    return year({"meetings_declared": 4}, **drawn)


@st.composite
def any_years(draw: st.DrawFn) -> YearRecords:
    """Return a year of such records as people make."""
    kinds = (kind for kind in MODULES if kind != "omo")
    drawn = {kind: draw(st.lists(records(kind_of(kind)), max_size=2)) for kind in kinds}
    return year(omo=ASSOCIATIONS, **drawn)


def test_the_promised_figures_are_there() -> None:
    assert set(OF_DESIGN.split()) <= set(BY_KEY)


def test_every_figure_says_what_it_is() -> None:
    assert len(BY_KEY) == len(DEFINITIONS)
    assert list(GROUPS) == [
        "Состав", "Заседания", "Горячая линия РУМО", "Публикации", "Экспертиза",
        "Иная деятельность", "ИОМ", "Наставничество", "Планы", "Заявлено",
    ]  # fmt: skip
    for about in DEFINITIONS:
        assert about.label[0].isupper()
        assert about.definition[0].isupper()
        assert about.definition.endswith(".")
        assert (about.noun is None) == (about.key in SHARES | set(DECLARED))


@given(years() | any_years())
@settings(max_examples=60)
def test_a_count_has_as_many_records_as_it_says(of: YearRecords) -> None:
    there = {RecordName(kind, int(str(each["id"]))) for kind in MODULES for each in of.of(kind)}

    for key, figure in figures_of(of).items():
        evidence = figure.now.evidence
        assert len(set(evidence)) == len(evidence)
        assert there.issuperset([*evidence, *figure.now.grounds])
        if key not in NO_COUNTS:
            assert len(evidence) == figure.value, key


def without(of: YearRecords, name: RecordName) -> YearRecords:
    left = [each for each in of.of(name.kind) if each["id"] != name.id]
    return replace(of, records={**of.records, name.kind: left})


def is_named(of: YearRecords, name: RecordName) -> bool:
    """Tell whether another record names this one: then the store does not let it go."""
    by_kind: Mapping[str, Mapping[int, Record]] = {
        kind: {int(str(each["id"])): each for each in of.of(kind)} for kind in MODULES
    }
    record = by_kind[name.kind][name.id]
    return any(referrers(kind_of(name.kind), name.id, record, lambda kind: by_kind[kind]))


def told(found: Counted) -> tuple[object, ...]:
    return found.value, found.qualifier, found.evidence


@given(years())
def test_one_record_less_changes_exactly_the_figures_that_stand_on_it(of: YearRecords) -> None:
    """A share may come to the same after rounding, though one of its grounds is gone."""
    before = figures_of(of)
    there = [RecordName(kind, int(str(each["id"]))) for kind in MODULES for each in of.of(kind)]

    for name in (each for each in there if not is_named(of, each)):
        after = figures_of(without(of, name))
        for key, figure in before.items():
            stands = name in figure.now.evidence or name in figure.now.grounds
            changed = told(figure.now) != told(after[key].now)
            assert changed <= stands, (key, name)
            assert changed == stands or key in SHARES, (key, name)


def summaries(of: YearRecords) -> dict[str, Summary]:
    name, directory = str(YEAR), of.directory
    return {
        "omo": of.indicators,
        "webinar": webinar_summary(name, of.of("webinar"), [], "form", TODAY, directory),
        "plan": plan_summary(name, of.of("plan"), "owner", TODAY, directory, of.facts),
        "iom": iom_summary(name, of.of("iom"), of.of("task"), "status", TODAY, directory),
        "mentor": mentor_summary(
            name, of.of("programme"), of.of("pair"), "programme", TODAY, directory
        ),
        "expertise": expertise_summary(name, of.of("expertise"), "type", TODAY, directory),
    }


OF_SUMMARIES = {
    "omo_total": ("omo", "omo_total"),
    "omo_without_webinars": ("omo", "omo_without_webinars"),
    "members_total": ("omo", "members"),
    "members_young": ("omo", "members_young"),
    "webinars_held": ("webinar", "held"),
    "webinars_cancelled": ("webinar", "cancelled"),
    "webinars_postponed": ("webinar", "postponed"),
    "participants_total": ("webinar", "participants"),
    "connections_total": ("webinar", "connections"),
    "publications_total": ("omo", "publications_total"),
    "contributions_total": ("omo", "contributions_total"),
    "plan_counted": ("plan", "counted"),
    "plan_done": ("plan", "done"),
    "plan_percent": ("plan", "percent"),
    "plan_overdue": ("plan", "overdue"),
    "plan_cancelled": ("plan", "cancelled"),
    "iom_total": ("iom", "total"),
    "iom_completed": ("iom", "completed"),
    "iom_in_work": ("iom", "in_work"),
    "iom_tasks_planned": ("iom", "tasks_planned"),
    "iom_tasks_done": ("iom", "tasks_done"),
    "iom_tasks_percent": ("iom", "tasks_percent"),
    "iom_methodists": ("iom", "methodists"),
    "mentor_programmes": ("mentor", "programmes"),
    "mentor_programmes_young": ("mentor", "programmes_young"),
    "mentor_pairs": ("mentor", "pairs"),
    "mentors": ("mentor", "mentors"),
    "mentees": ("mentor", "mentees"),
    "mentees_young": ("mentor", "mentees_young"),
    "expertise_submitted": ("expertise", "submitted"),
    "expertise_recommended": ("expertise", "recommended"),
    "expertise_percent": ("expertise", "percent"),
    "expertise_in_bank": ("expertise", "in_bank"),
    "expertise_programmes": ("expertise", "programmes"),
    "experts_total": ("expertise", "experts"),
}


@given(years())
@settings(max_examples=60)
def test_each_figure_that_a_summary_tells_too_equals_it(of: YearRecords) -> None:
    found = summaries(of)

    for key, (summary, of_total) in OF_SUMMARIES.items():
        told_there = found[summary].total[of_total]
        assert (counted(key, of).value or 0) == (told_there or 0), key
    for key in ("participants", "connections"):
        qualifier = found["webinar"].total[f"{key}_qualifier"]
        assert counted(f"{key}_total", of).qualifier == qualifier


@given(years())
@settings(max_examples=20)
def test_the_forms_add_up_to_what_was_held(of: YearRecords) -> None:
    keys = ("webinars_only", "consultations", "round_tables", "master_classes", "seminars")
    forms = [counted(key, of).evidence for key in keys]

    assert sorted(name for evidence in forms for name in evidence) == sorted(
        counted("webinars_held", of).evidence
    )


def test_a_figure_stands_beside_that_of_the_year_before() -> None:
    now, before = year(webinar=[WEBINAR] * 122), year(webinar=[WEBINAR] * 119)
    figure = figures_of(now, before)["webinars_held"]

    assert (figure.value, figure.previous, figure.change, figure.change_percent) == (
        122,
        119,
        3,
        2.5,
    )


@pytest.mark.parametrize(
    ("before", "previous"),
    [
        (None, None),
        (year(), None),
        (year(webinar=[WEBINAR]), None),
        (year(iom=[{"teacher": "Белова А.С.", "status": "draft"}]), 0),
    ],
)
def test_a_year_without_records_of_a_kind_does_not_tell_its_figures(
    before: YearRecords | None, previous: int | None
) -> None:
    now = year(iom=[{"teacher": "Белова А.С.", "status": "completed"}])

    assert figures_of(now, before)["iom_completed"].previous == previous


def test_what_the_directory_says_of_the_present_is_not_told_of_the_past() -> None:
    of = year(omo=[{"code": "ОМО-01", "title": "ОМО учителей физики", "members": 12}])
    figures = figures_of(of, of)

    assert (figures["members_total"].value, figures["members_total"].previous) == (12, None)
    assert figures["omo_total"].previous == 1
