"""`--public`: what anybody may see, and nothing private in any format of any kind."""

import io
import stat
from pathlib import Path
from zipfile import ZipFile

import pytest

from rumo_cli.records import all_kinds
from rumo_cli.records.fields import Number, Whole
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record
from rumo_cli.tables.formats import FORMATS
from tests.commands.conftest import Given, Rumo
from tests.commands.kinds import EXAMPLES

GROUPS = {each.kind: each.group for each in EXAMPLES}
SECRET, SECRET_NUMBER = "Тайное слово", 77123
KINDS = [pytest.param(kind, id=key) for key, kind in all_kinds().items() if key in GROUPS]


def with_secrets(kind: Kind) -> Record:
    """Return a record of a kind in which every private field is filled."""
    record: Record = {"academic_year": "2024-2025"} if kind.yearly else {}
    record |= {each.key: "Открытое" for each in kind.required if each.type.content == "text"}
    for field in kind.fields:
        if field.private:
            secret = SECRET_NUMBER if isinstance(field.type, Whole | Number) else SECRET
            record[field.key] = [SECRET] if field.type.several else secret
    return record


def texts(path: Path) -> str:
    """Return all that a file says, one that is an archive too."""
    content = path.read_bytes()
    if not content.startswith(b"PK"):
        return content.decode("utf-8-sig" if content[:2] != b"\xff\xfe" else "utf-16")
    with ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(name).decode(errors="replace") for name in archive.namelist())


@pytest.mark.parametrize("verb", ["list", "export"])
@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_format_has_anything_private(
    rumo: Rumo, given: Given, tmp_path: Path, kind: Kind, format_name: str, verb: str
) -> None:
    given(kind.key, with_secrets(kind))
    file = tmp_path / "out"
    command = f"{GROUPS[kind.key]} {verb} -f {format_name} -o {file}"

    assert rumo(f"{command} --public").code == 0
    public = texts(file)

    assert SECRET not in public
    assert str(SECRET_NUMBER) not in public


@pytest.mark.parametrize("kind", KINDS)
def test_without_it_an_export_has_all_of_it(rumo: Rumo, given: Given, kind: Kind) -> None:
    given(kind.key, with_secrets(kind))

    private = any(field.private for field in kind.fields)
    assert (SECRET in rumo(f"{GROUPS[kind.key]} export").out) == private


def test_a_public_file_is_for_anybody_to_read_and_another_is_not(
    rumo: Rumo, given: Given, tmp_path: Path
) -> None:
    given("webinar", with_secrets(all_kinds()["webinar"]))

    rumo("webinar export -o all.csv")
    rumo("webinar export --public -o public.csv")

    assert stat.S_IMODE((tmp_path / "all.csv").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "public.csv").stat().st_mode) == 0o644


def test_a_private_column_is_refused(rumo: Rumo, given: Given) -> None:
    given("iom", with_secrets(all_kinds()["iom"]))

    refused = rumo("iom list --public --columns teacher,deficits,status")

    assert refused.code == 2
    assert refused.err == (
        "Ошибка: Личное с --public не выводится: ФИО педагога, Выявленные дефициты. "
        "Уберите столбец.\n"
    )


@pytest.mark.parametrize("format_name", ["plain", "json", "csv", "md"])
def test_figures_name_the_records_of_teachers_by_id_alone(
    rumo: Rumo, given: Given, format_name: str
) -> None:
    given("iom", {"academic_year": "2024-2025", "teacher": "Тайная Т.Т.", "status": "active"})
    command = f"report figures --explain iom_total -f {format_name}"

    assert "Тайная" in rumo(command).out
    explained = rumo(f"{command} --public")

    assert explained.code == 0
    assert "Тайная" not in explained.out
    assert "iom 1" in explained.out
