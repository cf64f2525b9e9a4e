"""The reference of the figures of a year: their keys, what is counted, and the JSON."""

from collections.abc import Iterator, Sequence

from rumo_cli.figures.figure import Definition
from rumo_cli.figures.registry import GROUPS

_HEAD = """\
# Показатели года

Страница сделана из определений в `rumo_cli/figures/definitions` (`python docs/generate.py`);
правьте их.

`rumo report figures` считает все показатели учебного года и ставит рядом прошлый год. Сводки,
проверка и годовой анализ берут числа отсюда.

- За числом стоят записи: `--explain КЛЮЧ` показывает правило и сами записи. У счёта их ровно
  столько, сколько насчитано; у суммы это записи, которые сложены; у доли – записи, от которых она
  взята; у числа людей и названий – записи, где они названы. «Без неё иначе» – запись, которая
  сама не посчитана, но решает: вебинар, без которого пункт плана не выполнен.
- Прочерк за прошлый год – записей этого вида в том году нет вовсе; ноль – записи есть, а таких
  нет.
- «Не менее» – у части проведённых вебинаров число участников не записано или записано как «не
  менее».

`-f json`:

```json
{"year": "2024-2025", "previous_year": "2023-2024", "figures": [
  {"key": "meetings_recorded", "label": "Заседаний РУМО записано", "definition": "…", "unit": "",
    "value": 3, "qualifier": "exact", "previous": null, "previous_qualifier": null, "change": null,
    "change_percent": null, "evidence": ["meeting 1", "meeting 2", "meeting 3"]}
]}
```

`qualifier` – `exact`, `about` или `at_least`; `unit` – `%` у долей, иначе пусто; у доли `change`
– в процентных пунктах, а `change_percent` нет. С `--explain` у каждого показателя есть ещё
`grounds` и `records`: имя записи, `role` (`evidence` или `grounds`), день и название.
"""


def figures_page() -> str:
    """Return the page: what figures are, their JSON, a table a group."""
    return "".join([_HEAD, *(_group(*each) for each in GROUPS.items())])


def _group(heading: str, definitions: Sequence[Definition]) -> str:
    return "".join(
        [f"\n## {heading}\n\n| Ключ | Показатель | Что считается |\n| --- | --- | --- |\n",
         *_lines(definitions)]
    )  # fmt: skip


def _lines(definitions: Sequence[Definition]) -> Iterator[str]:
    for about in definitions:
        yield f"| `{about.key}` | {about.label} | {about.definition} |\n"
