"""The settings of an academic year: who signs, when the plan was adopted, what was declared."""

from collections.abc import Mapping

from rumo_cli.records.closed_years import CLOSED
from rumo_cli.records.fields import (
    Choice,
    Day,
    Days,
    Field,
    Link,
    Option,
    Percent,
    Periods,
    Person,
    Text,
    TimeZone,
    Whole,
)
from rumo_cli.records.kind import Kind, Names
from rumo_cli.records.values import Record

DECLARED: Mapping[str, str] = {
    "webinars_declared": "вебинаров",
    "participants_declared": "участников вебинаров",
    "meetings_declared": "заседаний РУМО",
    "omo_declared": "ОМО",
    "iom_declared": "ИОМ",
    "expertise_submitted_declared": "работ подано на экспертизу",
    "expertise_recommended_declared": "работ рекомендовано экспертизой",
    "mentor_programmes_declared": "программ наставничества",
    "plan_percent_declared": "процент выполнения плана",
}
"""What an annual analysis says in figures; whether the records agree is for a check to tell."""

THOUSANDS = Choice(Option("rounded", "округлённо", ("округлять",)), Option("exact", "точно"))
"""How the annual analysis tells thousands: «более 5 тысяч», or to the last one."""

EMPTY_SECTIONS = Choice(
    Option("omit", "пропускать", ("не показывать",)), Option("say", "говорить", ("сообщать",))
)
"""What the annual analysis does with a section that no record tells anything of."""

FIELDS = (
    Field("region", "Регион", Text()),
    Field("institute", "Институт", Text(wide=True), ("организация",)),
    Field("institute_address", "Адрес и телефоны института", Text(wide=True), ("адрес института",)),
    Field("association", "Объединение", Text(wide=True), ("название объединения",)),
    Field("chair", "Председатель", Person(), ("председатель румо",)),
    Field("chair_position", "Должность председателя", Text(wide=True)),
    Field("deputy_chair", "Заместитель председателя", Person(), ("заместитель",)),
    Field("signatory", "Подписывает", Person(), ("подпись", "кто подписывает")),
    Field("signatory_position", "Должность подписывающего", Text(wide=True)),
    Field("site", "Сайт", Link(), ("официальный сайт", "сайт института")),
    Field("hotline_page", "Страница горячей линии", Link()),
    Field("contacts", "Контакты для справок", Text(wide=True), ("контакты",)),
    Field("executor", "Исполнитель писем", Text(wide=True), ("исполнитель",)),
    Field("founding_order", "Приказ о создании", Text(wide=True)),
    Field("plan_adopted_date", "План принят", Day(), ("дата принятия плана",)),
    Field("plan_adopted_where", "Где принят план", Text(wide=True)),
    Field("plan_order", "Приказ об утверждении плана", Text(wide=True)),
    Field("terms", "Четверти", Periods(exactly=4)),
    Field("holidays", "Нерабочие дни", Periods(), ("выходные", "праздники")),
    Field("working_days", "Рабочие выходные", Days(), ("рабочие субботы",)),
    Field("timezone", "Часовой пояс", TimeZone()),
    Field("thousands", "Тысячи в анализе", THOUSANDS, ("тысячи",)),
    Field("empty_sections", "Разделы анализа без записей", EMPTY_SECTIONS, ("пустые разделы",)),
    *(
        Field(key, f"Заявлено: {label}", Percent() if "percent" in key else Whole(), (label,))
        for key, label in DECLARED.items()
    ),
    Field(CLOSED, "Год закрыт", Day(), derived=True),
)

PASSED_ON = (
    "region",
    "timezone",
    "institute",
    "institute_address",
    "association",
    "chair",
    "chair_position",
    "deputy_chair",
    "signatory",
    "signatory_position",
    "site",
    "hotline_page",
    "contacts",
    "executor",
    "founding_order",
    "thousands",
    "empty_sections",
)
"""The settings that a new year takes over from the one before it: who we are, how we write."""

YEAR = Kind(
    key="year",
    names=Names("Учебные годы", "учебный год", "учебных года", "учебных лет"),
    own_fields=FIELDS,
    keys=lambda record: [(record.get("academic_year"),)],
    title="academic_year",
    status=None,
)


def passed_on(settings: Record) -> Record:
    """Return what a new year takes over from the settings of the one before it."""
    return {key: settings[key] for key in PASSED_ON if key in settings}
