"""Which files of a folder are looked at."""

from pathlib import Path

from rumo_cli.intake.folders import files_of


def test_files_come_by_name_and_those_of_inner_folders_after(tmp_path: Path) -> None:
    for name in ("б.csv", "а.xlsx", "внутри/в.docx", "внутри/ещё/г.csv"):
        _file(tmp_path / name)

    assert _names(tmp_path) == ["а.xlsx", "б.csv", "внутри/в.docx", "внутри/ещё/г.csv"]


def test_what_programs_leave_beside_documents_is_passed_over(tmp_path: Path) -> None:
    for name in (
        "~$график.xlsx",
        ".скрытый.csv",
        "Thumbs.db",
        "desktop.ini",
        ".git/а.csv",
        "а.csv",
    ):
        _file(tmp_path / name)

    assert _names(tmp_path) == ["а.csv"]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    _file(tmp_path / "а.csv")
    (tmp_path / "круг").symlink_to(tmp_path, target_is_directory=True)

    assert _names(tmp_path) == ["а.csv"]


def _file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def _names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in files_of(folder)]
