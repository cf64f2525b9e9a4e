"""What a real analysis says, the command that serves it, and what rumo writes of its demo year."""

import json
import re
from contextlib import chdir
from tempfile import TemporaryDirectory
from textwrap import shorten
from typing import NamedTuple

from generators.runner import run_rumo

PAGE = "docs/analysis-phrases.ru.md"
_LONGEST = 400
_SENTENCE_END = re.compile(r"(?<=[.;])(?<![^А-Яа-яё][А-Я]\.) (?=[А-Я])")
_YEAR = ("--store", "demo", "--year", "2024-2025", "--today", "23.06.2025")

_HEAD = """\
# Фраза анализа, команда, предложение rumo

Слева – о чём говорит анализ деятельности настоящего РУМО, в середине – команды, которые ведут эти
записи, справа – предложение, которое `rumo report annual` пишет об учебном хранилище (`rumo
demo`). Страница сделана из него (`python docs/generate.py`).

| В анализе | Команда | Пишет rumo |
| --- | --- | --- |
"""
_FOOT = """
О сравнении объявленного с записанным говорит не текст, а сообщение при составлении: `объявлено 4
заседания, записано 3`. В тексте стоит записанное. «Выполнены в полном объёме» rumo пишет, только
когда выполнены все пункты; иначе – сколько выполнено и что осталось.
"""


class Phrase(NamedTuple):
    """What an analysis speaks of, the commands, and by which words rumo's sentence is found.

    A section without words is the methodist's own text.
    """

    said: str
    commands: str
    section: str
    words: str = ""

    @property
    def typed(self) -> list[str]:
        """Return the commands, without the program that they begin with."""
        return list(filter(None, self.commands.split("; ")))


PHRASES = (
    Phrase("«в составе 24 областных методических объединений»", "omo import", "composition",
           "в составе"),
    Phrase("члены ОМО, молодые педагоги", "omo edit --members", "composition", "Всего в ОМО"),
    Phrase("«План … был принят в августе 2024 года на Форуме руководителей»",
           "year set plan_adopted_date=… plan_adopted_where=…", "adoption", "принят"),
    Phrase("«В соответствии с приказом … № 24-ОД»", "year set founding_order=…", "adoption",
           "в соответствии"),
    Phrase("«основными направлениями деятельности … были: 1) … 4) …»",
           "plan import; report text directions", "directions", "по направлениям"),
    Phrase("«приоритетными в деятельности РУМО были»",
           "webinar import; report text priorities", "priorities",
           "Приоритетное"),
    Phrase("«Координацию деятельности РУМО осуществлял председатель»",
           "year set chair=… chair_position=…", "meetings", "Координацию"),
    Phrase("«проведены 4 заседания РУМО» (перечислены три)",
           "meeting import; year set meetings_declared=4; report check", "meetings",
           "заседания РУМО"),
    Phrase("«Заседание № 1. … Утверждение плана работы РУМО»", "meeting import",
           "meetings", "Заседание № 1"),
    Phrase("«Координация деятельности областных методических объединений осуществлялась "
           "руководителями ОМО»", "omo import; meeting import", "meetings", "руководители"),
    Phrase("«проведено 122 вебинара (в 2023-2024 учебном году – 119 вебинаров)»",
           "webinar import; webinar summary", "hotline", "вебинара"),
    Phrase("«вебинары, консультации, круглые столы»", "webinar summary --by form", "hotline",
           "в том числе"),
    Phrase("«приняли участие более 5 тысяч педагогических работников»",
           "webinar edit --participants; year set thousands=exact", "hotline", "приняли участие"),
    Phrase("«привлекались сотрудники кафедр …, специалисты …, педагогические работники»",
           "webinar edit --speakers --speakers-org", "hotline", "В качестве спикеров"),
    Phrase("«составлены и размещены на странице «Горячая линия РУМО» … графики»",
           "webinar schedule; publication add", "publicity", "график"),
    Phrase("«информация … размещалась … в новостях института, РУМО»",
           "webinar edit --news-url; publication add", "publicity", "На сайтах"),
    Phrase("«В адрес органов местного самоуправления … информационные письма»",
           "webinar letter --number", "publicity", "Органам местного"),
    Phrase("«На вебинарах РУМО обсуждались актуальные аспекты …»",
           "webinar import", "themes", "функциональная грамотность"),
    Phrase("«вопросы организации образования детей … с ОВЗ»", "webinar import", "themes",
           "«ОВЗ"),
    Phrase("«подготовки обучающихся к государственной итоговой аттестации»", "webinar import",
           "themes", "«ГИА»"),
    Phrase("«презентовались лучшие практики ШИБЦ и ШБ»", "webinar import", "themes", "«ШИБЦ»"),
    Phrase("«профилактики … профессионального выгорания»", "webinar import", "themes",
           "выгорание»"),
    Phrase("«Материалы региональных вебинаров размещались на … страницах ОМО»",
           "webinar edit --materials-url", "publications", "на официальном"),
    Phrase("«участвовали в мероприятиях для ШНОР: педагогическом марафоне мастер-классов»",
           "contribution add; webinar edit --audience", "low_results", "проведен"),
    Phrase("«на страницах областных методических объединений размещались материалы»",
           "publication add --type", "publications", "На сайте"),
    Phrase("«Членами РУМО разработаны методические рекомендации»", "publication add",
           "publications", "Методические рекомендации по формированию"),
    Phrase("«поданы педагогические разработки в количестве – 34 шт.»", "expertise import",
           "expertise", "поступил"),
    Phrase("«рекомендованы для размещения в Региональном банке … – 21 шт.»",
           "expertise edit --verdict --in-bank", "expertise", "рекомендован"),
    Phrase("«К экспертизе были привлечены эксперты»", "expertise edit --experts", "expertise",
           "К проведению экспертизы"),
    Phrase("«вошли в состав экспертных комиссий по проверке ОГЭ, ЕГЭ»", "contribution import",
           "commissions", "ОГЭ и ЕГЭ"),
    Phrase("«активное участие в разработке программ повышения квалификации»",
           "contribution import", "commissions", "При участии"),
    Phrase("«обсуждении проектов нормативно-правовых актов»", "contribution import",
           "commissions", "в обсуждении"),
    Phrase("«сопровождении 77 ИОМ-ов для педагогов школ с низкими результатами обучения и молодых "
           "педагогов»", "iom import; iom summary --by basis", "routes", "сопровождение"),
    Phrase("«Члены РУМО в лице региональных методистов», «кураторов и тьютеров»",
           "iom edit --methodist --tutor", "routes", "К сопровождению"),
    Phrase("«программ наставничества (3 программы), в том числе для молодых педагогов»",
           "mentor programme import; mentor pair import", "mentoring", "программы наставничества"),
    Phrase("«План работы РУМО … выполнены в полном объеме»", "plan import; plan summary", "plan",
           "План работы РУМО"),
    Phrase("«планы работы областных методических объединений»", "plan summary --by owner", "plan",
           "Планы работы ОМО"),
    Phrase("«Были охвачены все предметные области»", "omo summary", "conclusions", "охвачены"),
    Phrase("сравнение с прошлым годом", "report figures", "conclusions", "По сравнению"),
    Phrase("«Направления развития РУМО»", "", "development"),
    Phrase("«Рекомендации по планированию деятельности ОМО на 2025-2026 учебный год»",
           "plan copy; report text recommendations", "recommendations", "Предусмотреть"),
    Phrase("«Заместитель председателя РУМО»", "year set signatory=… signatory_position=…",
           "signature", "Заместитель"),
)  # fmt: skip


def phrases_page() -> str:
    """Return the page; `ValueError` where rumo does not write a sentence any more."""
    written = _written()
    return _HEAD + "".join(_row(each, written) for each in PHRASES) + _FOOT


def _row(phrase: Phrase, written: dict[str, list[str]]) -> str:
    commands = ", ".join(f"`rumo {each}`" for each in phrase.typed)
    sentence = (
        found(phrase, written)
        if phrase.words
        else f"свой текст: `rumo report text {phrase.section}`"
    )
    return f"| {phrase.said} | {commands or '—'} | {sentence} |\n"


def found(phrase: Phrase, written: dict[str, list[str]]) -> str:
    """Return the sentence of a phrase; `ValueError` where its section has none any more."""
    lines = written[phrase.section]
    for line, following in zip(lines, (*lines[1:], ""), strict=True):
        for each in _SENTENCE_END.split(line):
            if phrase.words.casefold() in each.casefold():
                whole = f"{each} {following}" if each.endswith(":") else each
                return shorten(whole.rstrip(";"), _LONGEST, placeholder=" …")
    raise ValueError(f"{phrase.section}: no sentence with «{phrase.words}»")


def _written() -> dict[str, list[str]]:
    """Return what the demo's analysis says, by section."""
    with TemporaryDirectory() as folder, chdir(folder):
        _ran("demo", "demo")
        found = json.loads(_ran(*_YEAR, "report", "annual", "-f", "json", "--no-appendices"))
    sections = {each["key"]: each["paragraphs"] for each in found["sections"]}
    return sections | {"signature": [", ".join(found["signature"].values())]}


def _ran(*arguments: str) -> str:
    result = run_rumo(arguments)
    if result.exit_code:
        raise ValueError(f"{arguments}: exit code {result.exit_code}\n{result.stderr}")
    return result.stdout_bytes.decode()
