"""The methodist's own text: its paragraphs and lists."""

import pytest

from rumo_cli.documents.annual.own_texts import blocks_of
from rumo_cli.tables.document import Block, Listing, Paragraph


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("\n\n", []),
        ("Один абзац.", [Paragraph("Один абзац.")]),
        ("Первый.\n\nВторой.", [Paragraph("Первый."), Paragraph("Второй.")]),
        ("Одна\nстрока.", [Paragraph("Одна строка.")]),
        ("- раз;\n• два;\n– три.", [Listing(("раз;", "два;", "три."))]),
        ("1. Раз.\n2) Два.", [Listing(("Раз.", "Два."), numbered=True)]),
        (
            "Внимание:\n- раз;\n- два.\nИ всё.",
            [Paragraph("Внимание:"), Listing(("раз;", "два.")), Paragraph("И всё.")],
        ),
        ("-20 градусов", [Paragraph("-20 градусов")]),
        ("2025 год", [Paragraph("2025 год")]),
    ],
)
def test_a_text_is_paragraphs_and_lists(text: str, blocks: list[Block]) -> None:
    assert [*blocks_of(text)] == blocks
