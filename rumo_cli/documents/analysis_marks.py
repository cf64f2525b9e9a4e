"""What a Word template of the annual analysis may name."""

SECTION_MARKS = {
    "composition": "раздел_состав",
    "adoption": "раздел_принятие_плана",
    "directions": "раздел_направления",
    "priorities": "раздел_приоритеты",
    "meetings": "раздел_заседания",
    "hotline": "раздел_горячая_линия",
    "publicity": "раздел_информирование",
    "themes": "раздел_темы",
    "low_results": "раздел_шнор",
    "publications": "раздел_материалы",
    "expertise": "раздел_экспертиза",
    "commissions": "раздел_комиссии",
    "routes": "раздел_иом",
    "mentoring": "раздел_наставничество",
    "plan": "раздел_выполнение_планов",
    "conclusions": "раздел_выводы",
    "development": "раздел_развитие",
    "recommendations": "раздел_рекомендации",
}
"""The marks of the sections, by their keys in `rumo_cli.records.sections`, in the same order."""

APPENDIX_MARK, _MOST_APPENDICES = "приложение_{}", 9
"""The mark of a single appendix, by its place among them, and how many have one."""

SECTIONS, APPENDICES = "разделы", "приложения"
"""The marks of all sections and of all appendices that have none of their own."""

BLOCK_MARKS = frozenset(
    {
        *SECTION_MARKS.values(),
        *(APPENDIX_MARK.format(number + 1) for number in range(_MOST_APPENDICES)),
        SECTIONS,
        APPENDICES,
    }
)
"""All names whose place whole paragraphs take."""

TEXTS = {
    "заголовок": "заголовок анализа",
    "учебный_год": "2024-2025",
    "регион": "настройка года region",
    "институт": "настройка года institute",
    "объединение": "настройка года association",
    "должность": "должность подписывающего",
    "подпись": "кто подписывает",
}
"""The texts that a template may show anywhere, each with what it is."""
