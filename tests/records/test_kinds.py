"""Every kind: its keys, which scripts rely on, and that no word of it means two things."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest

from rumo_cli.intake.heading_words import fold_heading
from rumo_cli.records import MODULES, all_kinds, kind_of
from rumo_cli.records.fields import Choice, Choices, Field, ReadingContext
from rumo_cli.records.kind import Kind, compact
from rumo_cli.records.registration import REGISTRATION
from rumo_cli.records.values import Record
from rumo_cli.text import fold
from tests.records.fields.contexts import OWN, TYPED

KINDS = [pytest.param(kind, id=key) for key, kind in all_kinds().items()]
TERM = "deadline_text deadline_kind deadline_start deadline_end deadline_frequency deadline_note"
KEYS = {
    "omo": "id code title head organisation email phone members members_young page_url since until "
    "notes",
    "webinar": "id academic_year date end_date dates date_text start_time end_time duration_min "
    "timezone title form theme direction omo audience speakers speakers_position speakers_org "
    "responsible platform url status participants participants_qualifier connections "
    "connections_qualifier views views_qualifier orgs_count municipalities_count by_municipality "
    "attendees materials_url recording_url news_url announced_date letter_no letter_date "
    "plan_item moved_from moves done_date moved_date cancelled_date reason notes",
    "plan": "id academic_year number owner section title kind direction theme "
    f"{TERM} occurrences_planned occurrences_done responsible expected_result status done_date "
    "done_dates done_note evidence moved_from moved_to moved_date moves cancelled_date reason "
    "carried_from counts target links notes",
    "meeting": "id academic_year owner number date time place agenda status protocol participants "
    "participants_qualifier done_date notes",
    "iom": "id academic_year teacher teacher_position teacher_subject teacher_org "
    "teacher_municipality teacher_category teacher_experience basis diagnostics_date "
    "diagnostics_name diagnostics_result_text diagnostics_result_percent diagnostics_level "
    f"deficits methodist tutor curator omo {TERM} stage tasks_planned tasks_done status done_date "
    "suspended_date result document notes",
    "task": f"id academic_year iom number title form source {TERM} mentor_flag status done_date "
    "product comment",
    "programme": "id academic_year title form kind target owner start end order_no order_date "
    "goals indicators status notes",
    "pair": "id academic_year programme form kind mentor mentor_position mentor_org mentee "
    "mentee_position mentee_org mentee_experience_years mentee_young request consent order_no "
    f"order_date joined {TERM} personal_programme_approved personal_programme_planned "
    "personal_programme_done meetings status result feedback link notes",
    "expertise": "id academic_year authors org municipality type title omo submitted experts "
    "experts_verdict experts_date experts_score verdict verdict_date in_bank bank_url bank_date "
    "notes",
    "publication": "id academic_year type title authors omo date url webinar notes",
    "contribution": "id academic_year type title persons role omo date evidence notes",
}
"""Keys are only ever added."""

REQUIRED = {
    "omo": ["title"],
    "webinar": ["title"],
    "plan": ["title"],
    "meeting": [],
    "iom": ["teacher"],
    "task": ["iom", "title"],
    "programme": ["title"],
    "pair": ["programme", "mentor", "mentee"],
    "expertise": ["authors", "title"],
    "publication": ["type", "title"],
    "contribution": ["type", "title"],
}
DEFAULTS: dict[str, Record] = {
    "omo": {},
    "webinar": {"form": "webinar", "status": "planned"},
    "plan": {"owner": "rumo", "deadline_kind": "missing", "status": "planned"},
    "meeting": {"owner": "rumo", "status": "planned"},
    "iom": {"deadline_kind": "missing", "status": "draft"},
    "task": {"deadline_kind": "missing", "status": "planned"},
    "programme": {"status": "active"},
    "pair": {"deadline_kind": "missing", "status": "active"},
    "expertise": {},
    "publication": {},
    "contribution": {},
}
STATUSES = {
    "webinar": "planned announced held postponed cancelled",
    "plan": "planned in_progress done partial postponed cancelled not_done",
    "meeting": "planned held postponed cancelled",
    "iom": "draft designed approved active rework completed suspended terminated",
    "task": "planned submitted accepted rework",
    "programme": "draft active completed terminated",
    "pair": "forming active completed terminated",
    "expertise": "recommended rework rejected withdrawn",
}
SHARED_HEADINGS = {
    "webinar": {"участники"},
    "iom": {"категория", "результат"},
}
"""Headings that files give to two fields of a kind: the cells below tell which."""

OPTIONS_OF_EVERY_VERB = {
    "store", "year", "today", "color", "quiet", "version", "help", "format", "output", "columns",
    "without", "week", "from", "to", "search", "sort", "limit", "yes", "set", "map", "encoding",
    "delimiter", "header-row", "month", "sheet", "dry-run", "skip-bad", "rejects", "on", "count",
}  # fmt: skip


def choices(kind: Kind) -> Iterator[tuple[str, Choice]]:
    for field in kind.fields:
        if isinstance(field.type, Choice):
            yield field.key, field.type
        elif isinstance(field.type, Choices):
            yield field.key, field.type.choice


def shared(named: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Return the names that stand for several things, with those things."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, meaning in named:
        found[name].add(meaning)
    return {name: meanings for name, meanings in found.items() if len(meanings) > 1}


def names_of(field: Field) -> set[str]:
    return {fold_heading(name) for name in (field.label, *field.headings)}


@pytest.mark.parametrize("kind", KINDS)
def test_its_keys_are_those_of_the_promise(kind: Kind) -> None:
    assert [field.key for field in kind.fields] == KEYS[kind.key].split()
    assert list(kind.by_key) == KEYS[kind.key].split()


@pytest.mark.parametrize("kind", KINDS)
def test_a_complete_record_has_every_key_and_nothing_hidden(kind: Kind) -> None:
    complete = kind.complete({"id": 7, "_hidden": True})

    assert list(complete) == KEYS[kind.key].split()
    assert compact(complete) == {"id": 7}
    assert {key for key, value in complete.items() if value == []} == {
        field.key for field in kind.fields if field.type.several
    }


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_record_cannot_be_without(kind: Kind) -> None:
    assert [field.key for field in kind.required] == REQUIRED[kind.key]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_record_starts_with(kind: Kind) -> None:
    assert kind.defaults == DEFAULTS[kind.key]
    for key, default in kind.defaults.items():
        field_type = kind.by_key[key].type
        assert field_type.read(key, field_type.write(default), OWN).values == {key: default}


@pytest.mark.parametrize("kind", KINDS)
def test_its_statuses(kind: Kind) -> None:
    found = dict(choices(kind)).get(kind.status or "")

    assert list(found.hints() if found else ()) == STATUSES.get(kind.key, "").split()


@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_names_two_fields_but_those_that_files_share(kind: Kind) -> None:
    named = ((name, field.key) for field in kind.fields for name in names_of(field))

    assert shared(named).keys() == SHARED_HEADINGS.get(kind.key, set())


@pytest.mark.parametrize("kind", KINDS)
def test_no_label_names_two_fields(kind: Kind) -> None:
    labels = [fold_heading(field.label) for field in kind.fields]

    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("kind", KINDS)
def test_no_label_is_a_heading_of_another_field(kind: Kind) -> None:
    labels = {fold_heading(field.label): field.key for field in kind.fields}
    others = {
        name: field.key
        for field in kind.fields
        for name in map(fold_heading, field.headings)
        if labels.get(name, field.key) != field.key
    }

    assert others == {}


@pytest.mark.parametrize("kind", KINDS)
def test_no_option_names_two_fields_or_what_every_verb_has(kind: Kind) -> None:
    options = [field.option_name for field in kind.fields]

    assert len(set(options)) == len(options)
    assert OPTIONS_OF_EVERY_VERB.isdisjoint(options)


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_of_a_choice_stands_for_two_values(kind: Kind) -> None:
    for key, choice in choices(kind):
        words = [
            (fold(word), option.key)
            for option in choice.options
            for word in (option.key, option.label, *option.words)
        ]
        assert shared(words) == {}, key


@pytest.mark.parametrize("context", [OWN, TYPED])
@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_a_choice_is_read(kind: Kind, context: ReadingContext) -> None:
    for key, choice in choices(kind):
        for option in choice.options:
            read = {choice.key_of(word) for word in (option.key, option.label, *option.words)}
            assert read == {option.key}, key
            assert choice.read(key, choice.show(option.key), context).values == {key: option.key}


@pytest.mark.parametrize("kind", KINDS)
def test_its_special_fields_exist(kind: Kind) -> None:
    assert kind.title in kind.by_key
    assert kind.remarks in kind.by_key
    assert kind.date is None or kind.date in kind.by_key
    assert kind.status is None or kind.status in kind.by_key
    for field in kind.fields:
        assert field.qualifier is None or field.qualifier in kind.by_key
        assert set(field.type.companions) <= kind.by_key.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_a_qualifier_stands_behind_its_number(kind: Kind) -> None:
    """Cells are read in the order of the fields: what the qualifier's own cell says comes last."""
    keys = list(kind.by_key)
    for field in kind.fields:
        if field.qualifier:
            assert keys.index(field.qualifier) == keys.index(field.key) + 1


@pytest.mark.parametrize(
    ("key", "number", "words"),
    [
        ("webinar", 1, "1 вебинар"),
        ("webinar", 22, "22 вебинара"),
        ("webinar", 119, "119 вебинаров"),
        ("plan", 71, "71 пункт плана"),
        ("iom", 77, "77 маршрутов"),
        ("programme", 3, "3 программы"),
        ("expertise", 21, "21 работа"),
        ("omo", 24, "24 ОМО"),
    ],
)
def test_its_records_are_counted_in_russian(key: str, number: int, words: str) -> None:
    assert kind_of(key).count(number) == words


def test_a_kind_is_imported_when_it_is_asked_for() -> None:
    assert kind_of("webinar") is all_kinds()["webinar"]
    assert {key: kind.key for key, kind in all_kinds().items()} == {key: key for key in MODULES}


def test_only_the_directory_of_associations_belongs_to_no_year() -> None:
    assert [key for key, kind in all_kinds().items() if not kind.yearly] == ["omo"]


def test_a_kept_record_has_no_empty_values() -> None:
    record: Record = {"a": None, "b": "", "c": [], "d": 0, "e": False, "f": "x", "g": ["x"]}

    assert compact(record) == {"d": 0, "e": False, "f": "x", "g": ["x"]}


PRIVATE = {
    "webinar": {"attendees", "notes"},
    "plan": {"notes"},
    "omo": {"email", "phone", "notes"},
    "meeting": {"notes"},
    "publication": {"notes"},
    "contribution": {"notes"},
    "iom": {
        *("teacher", "teacher_position", "teacher_subject", "teacher_org"),
        *("teacher_category", "teacher_experience", "deficits", "result", "document", "notes"),
        *("diagnostics_date", "diagnostics_name", "diagnostics_result_text"),
        *("diagnostics_result_percent", "diagnostics_level"),
    },
    "task": {"comment"},
    "programme": {"notes"},
    "pair": {
        *("mentor", "mentor_position", "mentor_org", "mentee", "mentee_position", "mentee_org"),
        *("mentee_experience_years", "request", "meetings", "result", "feedback", "link", "notes"),
    },
    "expertise": {
        *("authors", "org", "experts", "experts_verdict", "experts_date", "experts_score"),
        "notes",
    },
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_never_leaves_in_anything_public(kind: Kind) -> None:
    private = {field.key for field in kind.fields if field.private}

    assert private == PRIVATE.get(kind.key, set())


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_file_had_beside_the_fields_never_leaves_either(kind: Kind) -> None:
    remarks = kind.by_key.get(kind.remarks)

    assert remarks is None or remarks.private


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_public_of_a_kind_has_no_private_field(kind: Kind) -> None:
    assert [field.key for field in kind.public.fields] == [
        field.key for field in kind.fields if not field.private
    ]


def test_of_a_registration_only_the_webinar_and_the_place_are_not_personal() -> None:
    public = {field.key for field in REGISTRATION.fields if not field.private}

    assert public == {"id", "moment", "webinar", "date", "time", "municipality"}
