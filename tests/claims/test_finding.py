"""Sentences of other regions' analyses, and what each of them claims."""

from csv import DictReader
from pathlib import Path

import pytest

from rumo_cli.claims.texts import passages_of
from tests.claims.texts import claims, claims_of, noted

MATRIX = Path(__file__).parents[1] / "data" / "claims.tsv"
"""What people write of 2024-2025, and the claims in it; most of it was written before the rules."""


def matrix() -> list[dict[str, str]]:
    with MATRIX.open(encoding="utf-8", newline="") as file:
        return list(DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("row", matrix(), ids=lambda row: row["text"][:60])
def test_a_sentence_claims(row: dict[str, str]) -> None:
    found = [noted(each) for each in claims(row["text"])]

    assert sorted(found) == sorted(filter(None, row["claims"].split("; ")))


SOURCE = """\
Региональное объединение работало в 2024-

2025 учебном году в составе 24 областных методических объединений (далее

ОМО).

В течение года были про-

ведены 4 заседания РУМО:

Заседание № 1. О плане на 2024-2025 учебный год;

Заседание 2. О повышении квалификации в 2025 году;

Заседание 3. О подготовке форума.

На «Горячей линии» проведено 122 вебинара (в 2023-2024

учебном году – 119 вебинаров), в них участвовали более 5 тысяч

педагогических работников. На экспертизу были поданы разработки в количестве – 34

шт. Из них рекомендованы для размещения в банке – 21 шт.

Методисты сопровождали 77 ИОМ-ов для педагогов школ с низкими

результатами и молодых педагогов, шла реализация программ

наставничества (3 программы), в том числе для молодых педагогов.

Планы РУМО и ОМО выполнены в полном объеме. Были

охвачены все предметные области.
"""


def test_a_copy_from_a_pdf_claims_what_its_document_did() -> None:
    passages = passages_of(SOURCE)

    assert sorted(
        (each.passage.line(each.span.start), noted(each)) for each in claims_of(passages)
    ) == [
        (3, "omo_total = 24"),
        (9, "meetings_recorded = 4"),
        (17, "webinars_held = 122"),
        (19, "participants_total > 5000"),
        (19, "webinars_held @2023-2024 = 119"),
        (21, "expertise_submitted = 34"),
        (23, "expertise_recommended = 21"),
        (25, "iom_total = 77"),
        (29, "mentor_programmes = 3"),
        (31, "plan_percent = 100"),
        (33, "omo_without_webinars = 0"),
    ]


def test_the_number_of_a_page_is_no_claim() -> None:
    text = (
        "Число вебинаров выросло.\n\n3\n\nЭкспертизу прошли 34 работы. Завер-\n– 12 –\nшено 5 ИОМ."
    )

    assert [noted(each) for each in claims_of(passages_of(text))] == [
        "iom_completed = 5",
        "webinars_held change > ?",
    ]


def test_a_row_counts_its_head_and_not_what_depends_on_it() -> None:
    text = "| Показатель | Всего |\n| --- | --- |\n| Участников онлайн-вебинаров | 5236 |\n"

    assert [noted(each) for each in claims_of(passages_of(text))] == ["participants_total = 5236"]
