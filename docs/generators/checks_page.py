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


def checks_page() -> str:
    """Return the page: what the check is, its JSON, a line a rule."""
    return _HEAD + "".join(map(_line, RULES.values()))


def _line(rule: Rule) -> str:
    kinds = ", ".join(f"`{kind}`" for kind in sorted(rule.kinds))
    return f"| `{rule.key}` | {SEVERITIES[rule.severity]} | {rule.label} | {kinds} |\n"
