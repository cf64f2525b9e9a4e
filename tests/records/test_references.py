"""Which records name which, and what becomes of a name that changes."""

from rumo_cli.records import kind_of
from rumo_cli.records.directory import Directory
from rumo_cli.records.references import AllOf, references, referrers, renamed, resolved
from rumo_cli.records.values import Record

MATHS: Record = {"code": "ОМО-01", "title": "ОМО учителей математики"}
YOUNG: Record = {"title": "ОМО молодых педагогов"}
PROGRAMME: Record = {"title": "Молодой педагог", "academic_year": "2024-2025"}


def store(**records: list[Record]) -> AllOf:
    """Return the records of a store, with ids from 1."""
    kinds = {kind: dict(enumerate(those, start=1)) for kind, those in records.items()}
    return lambda kind: kinds.get(kind, {})


def named_by(kind: str, number: int, record: Record, all_of: AllOf) -> list[tuple[str, int, str]]:
    return [
        (each.kind.key, each.number, each.field.key)
        for each in referrers(kind_of(kind), number, record, all_of)
    ]


def test_an_association_is_named_by_its_code_in_lists_and_as_an_owner() -> None:
    all_of = store(
        webinar=[{"omo": ["ОМО-02", "ОМО-01"]}, {"omo": ["ОМО-02"]}, {}],
        plan=[{"owner": "ОМО-01"}, {"owner": "rumo"}],
        meeting=[{"owner": "ОМО-01"}],
        expertise=[{"omo": ["ОМО-01"]}],
    )

    assert named_by("omo", 1, MATHS, all_of) == [
        ("webinar", 1, "omo"),
        ("plan", 1, "owner"),
        ("meeting", 1, "owner"),
        ("expertise", 1, "omo"),
    ]


def test_an_association_without_a_code_is_named_by_its_title() -> None:
    all_of = store(webinar=[{"omo": ["ОМО молодых педагогов"]}, {"omo": ["ОМО-01"]}])

    assert named_by("omo", 1, YOUNG, all_of) == [("webinar", 1, "omo")]


def test_a_programme_is_named_by_its_title_in_its_year() -> None:
    pairs: list[Record] = [
        {"programme": "молодой педагог", "academic_year": "2024-2025"},
        {"programme": "Молодой педагог", "academic_year": "2023-2024"},
        {"programme": "Учитель – учителю", "academic_year": "2024-2025"},
    ]

    assert named_by("programme", 1, PROGRAMME, store(pair=pairs)) == [("pair", 1, "programme")]


def test_a_route_an_item_and_a_webinar_are_named_by_their_ids() -> None:
    all_of = store(
        task=[{"iom": 7}, {"iom": 8}],
        webinar=[{"plan_item": 7}, {}],
        publication=[{"webinar": 8}, {"webinar": 7}],
    )

    assert named_by("iom", 7, {}, all_of) == [("task", 1, "iom")]
    assert named_by("plan", 7, {}, all_of) == [("webinar", 1, "plan_item")]
    assert named_by("webinar", 7, {}, all_of) == [("publication", 2, "webinar")]


def test_who_named_a_record_names_it_anew() -> None:
    all_of = store(
        webinar=[{"title": "Тема", "omo": ["ОМО-02", "ОМО-01"]}], plan=[{"owner": "ОМО-01"}]
    )
    webinar, plan = referrers(kind_of("omo"), 1, MATHS, all_of)
    after = MATHS | {"code": "ОМО-11"}

    assert renamed(webinar, MATHS, after) == {"title": "Тема", "omo": ["ОМО-02", "ОМО-11"]}
    assert renamed(plan, MATHS, after) == {"owner": "ОМО-11"}
    assert renamed(plan, MATHS, MATHS | {"title": "ОМО математиков"}) is None


def test_pairs_follow_the_title_of_their_programme_and_tasks_keep_an_id() -> None:
    pair: Record = {"programme": "Молодой педагог", "academic_year": "2024-2025"}
    (by_title,) = referrers(kind_of("programme"), 1, PROGRAMME, store(pair=[pair]))
    (by_id,) = referrers(kind_of("iom"), 1, {"teacher": "А"}, store(task=[{"iom": 1}]))

    assert renamed(by_title, PROGRAMME, PROGRAMME | {"title": "Первые шаги"}) == pair | {
        "programme": "Первые шаги"
    }
    assert renamed(by_id, {"teacher": "А"}, {"teacher": "Б"}) is None


def test_what_stood_as_text_gets_its_code_once_the_directory_knows_it() -> None:
    all_of = store(
        webinar=[
            {"omo": ["ОМО учителей математики", "ОМО химии"]},
            {"omo": ["ОМО-01"]},
            {"omo": ["ОМО-01", "учителей математики"]},
        ],
        plan=[{"owner": "математики"}, {"owner": "rumo"}, {}],
    )

    assert list(resolved(Directory([MATHS]), all_of)) == [
        ("webinar", 1, {"omo": ["ОМО-01", "ОМО химии"]}),
        ("webinar", 3, {"omo": ["ОМО-01"]}),
        ("plan", 1, {"owner": "ОМО-01"}),
    ]


def test_the_ids_that_a_record_names() -> None:
    named = references(kind_of("webinar"), {"title": "Тема", "plan_item": 7})

    assert [(field.key, kind, number) for field, kind, number in named] == [
        ("plan_item", "plan", 7)
    ]
    assert list(references(kind_of("webinar"), {"title": "Тема"})) == []


def test_an_item_links_records_of_several_kinds() -> None:
    item: Record = {"links": ["webinar 12", "meeting 3", "webinar 1", "приказ 12"]}
    all_of = store(plan=[item])
    programme = referrers(
        kind_of("programme"), 4, PROGRAMME, store(plan=[{"links": ["programme 4"]}])
    )

    assert [(kind, number) for _, kind, number in references(kind_of("plan"), item)] == [
        ("webinar", 12),
        ("meeting", 3),
        ("webinar", 1),
    ]
    assert named_by("webinar", 12, {}, all_of) == [("plan", 1, "links")]
    assert named_by("webinar", 2, {}, all_of) == []
    assert [renamed(each, PROGRAMME, PROGRAMME | {"title": "Б"}) for each in programme] == [None]
