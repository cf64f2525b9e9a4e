"""The reference of the check of a year: its rules, and the JSON that it gives."""

from rumo_cli.checks.checking import RULES
from rumo_cli.checks.remedies import MOST_NAMED
from rumo_cli.checks.rule import SEVERITIES, Rule

_HEAD = f"""\
# Проверка года

Страница сделана из правил в `rumo_cli/checks` (`python docs/generate.py`); правьте их.

`rumo report check` сверяет записи одного учебного года между собой и с объявленными числами
(`rumo year set meetings_declared=4`). Нет расхождений – код 0, есть хоть одно – код 7.

- **Ошибка** – вместе это неправда; **вопрос** – на это надо взглянуть. Ошибки стоят первыми.
- Больше {MOST_NAMED} расхождений по одному правилу – это одна строка с их числом; в таблице названы
  первые {MOST_NAMED} записей, в JSON – все.
- Команда в последнем столбце снимает расхождение или показывает, в чём оно. Слова прописными
  (`ДАТА`, `СРОК`) замените своими.

`-f json`:

```json
{{"year": "2024-2025", "as_of": "2025-06-23", "problems": [
  {{"key": "meetings_declared", "severity": "error", "records": [],
    "message": "объявлено 4 заседания, записано 3", "declared": 4, "recorded": 3,
    "command": "rumo meeting add --owner rumo --date ДАТА --year 2024-2025"}}
]}}
```

`key` – правило, `severity` – `error` или `warning`, `records` – записи как `"webinar 12"`;
`declared` и `recorded` есть только у объявленных чисел, у прочих `null`.

| Правило для `--rule` | Вид | Что находит | По записям |
| --- | --- | --- | --- |
"""


_TEXTS = """
## Проверка текста

`rumo report check анализ.docx` (`.txt`, `.md` или `-`, стандартный ввод) находит в тексте числа и
обещания, которые записи могут подтвердить: «122 вебинара», «более 5 тысяч педагогов», «выполнены
в полном объёме», «на 3 больше». Даты, номера приказов, страниц и пунктов, телефоны и классы за
них не принимаются. Год сравнения – тот, о котором говорит фраза, иначе `--year`, иначе названный
в тексте чаще других.

- `holds`: записи подтверждают. «Более 5 тысяч» верно для 5236, но не для 4999 и не для 12 000:
  записанное больше сказанного не более чем на пятую часть или округляется до него. «Около» и
  «почти» – до десятой части. Процент можно округлить, но не до 100.
- `differs`: записи говорят другое; рядом показатель, разница и записи.
- `unknown`: сверить не с чем.
- Противоречия текста с самим собой: объявлено 4 заседания, а перечислены 3; пропущен номер; один
  показатель назван двумя числами; часть больше целого; прирост не равен разности.

Код 7, если хоть что-то расходится или противоречит себе. `-o checked.docx` возвращает документ
Word с примечанием у каждого числа, которое не сошлось; остальное в нём остаётся прежним.

`-f json`:

```json
{"year": "2024-2025", "file": "анализ.txt", "claims": [
  {"text": "4 заседания", "sentence": "Проведены 4 заседания РУМО:",
   "place": {"paragraph": 2, "line": 3}, "figure": "meetings_recorded", "measure": "value",
   "said": 4, "qualifier": "exact", "year": "2024-2025", "recorded": 3, "verdict": "differs",
   "difference": -1, "evidence": ["meeting 1", "meeting 2", "meeting 3"]}],
 "contradictions": [
  {"key": "listed", "text": "4 заседания", "message": "объявлено 4 заседания, перечислены 3",
   "place": {"paragraph": 2, "line": 3}}],
 "differs": 1}
```

`measure` – `value`, `change` или `change_percent` к прошлому году; `qualifier` – `exact`, `more`,
`at_least`, `about`, `almost`, `at_most`, `less`; `said` – `null`, если сказано лишь, что выросло
или снизилось; `line` – `null` у документа Word; `evidence` – записи, из которых сложился
показатель, а у плана, который будто бы выполнен полностью, – невыполненные пункты; `key` –
`listed`, `skipped`, `repeated`, `part` или `change`.
"""


def checks_page() -> str:
    """Return the page: what the check is, its JSON, a line a rule."""
    return _HEAD + "".join(map(_line, RULES.values())) + _TEXTS


def _line(rule: Rule) -> str:
    kinds = ", ".join(f"`{kind}`" for kind in sorted(rule.kinds))
    return f"| `{rule.key}` | {SEVERITIES[rule.severity]} | {rule.label} | {kinds} |\n"
