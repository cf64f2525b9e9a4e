"""The seven verbs, the same for every kind of record."""

from pathlib import Path

import pytest

from rumo_cli.records import MODULES, kind_of
from rumo_cli.records.fields import Field
from tests.commands.conftest import Result, Rumo, Stored
from tests.commands.kinds import EXAMPLES, Example

every_kind = pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.kind)


@pytest.fixture
def added(rumo: Rumo, example: Example) -> Example:
    """A record of the kind, with id 1."""
    for command in example.needs:
        assert rumo(command).code == 0
    assert rumo(f"-q {example.group} add {example.options}") == Result(0, "1\n")
    return example


def test_there_is_an_example_of_every_kind() -> None:
    assert [example.kind for example in EXAMPLES] == list(MODULES)


@every_kind
def test_add_keeps_what_was_typed_and_says_so(
    rumo: Rumo, example: Example, place: Path, stored: Stored
) -> None:
    for command in example.needs:
        rumo(command)

    result = rumo(f"{example.group} add {example.options}")

    created = "" if example.needs else f"Создано хранилище: {place}\n"
    assert result == Result(0, f"Добавлено: {example.kind} 1 — {example.line}\n", created)
    assert stored(example.kind) == {1: example.record}


@every_kind
def test_list_as_json_is_an_array_of_objects_with_every_key(rumo: Rumo, added: Example) -> None:
    result = rumo(f"{added.group} list -f json")

    kind = kind_of(added.kind)
    assert result.json == [kind.complete({"id": 1, **added.record})]
    assert list(result.json[0]) == [field.key for field in kind.fields]
    assert (result.code, result.err) == (0, "")


@every_kind
def test_show_as_json_is_an_object_with_every_key(rumo: Rumo, added: Example) -> None:
    result = rumo(f"{added.group} show 1 -f json")

    record = kind_of(added.kind).complete({"id": 1, **added.record})
    assert {key: result.json[key] for key in record} == record
    assert list(result.json)[: len(record)] == list(record)
    assert (result.code, result.err) == (0, "")


@every_kind
def test_edit_changes_one_field_and_says_what_it_was(
    rumo: Rumo, added: Example, stored: Stored
) -> None:
    result = rumo(f"{added.group} edit 1 {added.edit}")

    assert result == Result(0, f"Изменено: {added.kind} 1\n  {added.change}\n")
    assert stored(added.kind) == {1: added.record | added.edited}


@every_kind
def test_remove_takes_a_record_out_and_says_how_to_bring_it_back(
    rumo: Rumo, added: Example, stored: Stored
) -> None:
    kind = kind_of(added.kind)
    label = kind.label(added.record)

    result = rumo(f"{added.group} remove 1 --yes")

    assert result == Result(0, f"Удалено: {added.kind} 1 «{label}»\n", "Вернуть: rumo undo\n")
    assert stored(added.kind) == {}


@every_kind
def test_what_export_writes_import_reads_back_elsewhere(
    rumo: Rumo, added: Example, stored: Stored, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rumo(f"{added.group} export -o records.csv")
    here = stored(added.kind)
    monkeypatch.setenv("RUMO_STORE", str(tmp_path / "elsewhere"))
    for command in added.needs:
        rumo(command)

    first = rumo(f"{added.group} import records.csv -f json").json
    second = rumo(f"{added.group} import records.csv -f json").json

    assert (first["added"], first["refused"]) == (1, 0)
    assert (second["added"], second["updated"], second["unchanged"]) == (0, 0, 1)
    listed = rumo(f"{added.group} list -f json").json
    assert listed == [kind_of(added.kind).complete({"id": 1, **here[1]})]


@every_kind
def test_help_of_every_verb_is_there_without_a_store(rumo: Rumo, example: Example) -> None:
    for verb in ("add", "list", "show", "edit", "remove", "import", "export"):
        result = rumo(f"{example.group} {verb} --help")

        assert (result.code, result.err) == (0, "")
        assert result.out.startswith(f"Использование: rumo {example.group} {verb} [ПАРАМЕТРЫ]")


REQUIRED = [
    (example, field.option_name, field.label)
    for example in EXAMPLES
    for field in kind_of(example.kind).required
]


@pytest.mark.parametrize(
    ("example", "option", "label"), REQUIRED, ids=lambda each: getattr(each, "kind", str(each))
)
def test_add_refuses_at_once_where_nobody_can_be_asked_for_a_required_field(
    rumo: Rumo, place: Path, example: Example, option: str, label: str
) -> None:
    others = [
        f"--{field.option_name} {_value(field)}"
        for field in kind_of(example.kind).required
        if field.option_name != option
    ]

    result = rumo(f"{example.group} add {' '.join(others)}")

    usage = f"Использование: rumo {example.group} add [ПАРАМЕТРЫ]\n"
    hint = f"Справка: rumo {example.group} add --help\n\n"
    assert result == Result(
        2, "", f"{usage}{hint}Ошибка: Не указан параметр --{option} ({label}).\n"
    )
    assert not place.exists()


def _value(field: Field) -> str:
    return next(iter(field.type.hints()), "1")
