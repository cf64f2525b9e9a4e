"""`rumo report template`: the template of the analysis, to restyle."""

from pathlib import Path

from rumo_cli.documents.analysis_word import shipped_analysis_template
from tests.commands.conftest import Rumo


def test_it_is_written_and_said_what_to_do_with_it(rumo: Rumo) -> None:
    written = rumo("report template -o образец.docx")

    assert (written.code, written.out) == (0, "")
    assert written.err == (
        "Записано: образец.docx\n"
        "Измените его в Word и дайте: rumo report annual --template образец.docx\n"
    )
    assert Path("образец.docx").read_bytes() == shipped_analysis_template()


def test_another_kind_of_file_is_refused(rumo: Rumo) -> None:
    refused = rumo("report template -o образец.odt")

    assert refused.code == 2
    assert "Известны расширения .docx" in refused.err
