"""The sections of the annual analysis, in the order in which it has them."""

from rumo_cli.records.fields import Choice, Option

SECTION = Choice(
    Option("composition", "Состав объединения"),
    Option("adoption", "План работы и его принятие"),
    Option("directions", "Основные направления деятельности"),
    Option("priorities", "Приоритетные задачи"),
    Option("meetings", "Координация деятельности и заседания"),
    Option("hotline", "Горячая линия РУМО"),
    Option("publicity", "Графики, новости и информационные письма"),
    Option("themes", "Вопросы, рассмотренные на вебинарах"),
    Option("low_results", "Поддержка школ с низкими результатами обучения"),
    Option("publications", "Методические материалы и рекомендации"),
    Option("expertise", "Общественно-профессиональная экспертиза"),
    Option("commissions", "Экспертные комиссии, разработка программ и нормативных актов"),
    Option("routes", "Индивидуальные образовательные маршруты"),
    Option("mentoring", "Программы наставничества"),
    Option("plan", "Выполнение планов"),
    Option("conclusions", "Выводы"),
    Option("development", "Направления развития"),
    Option("recommendations", "Рекомендации на следующий учебный год"),
)
