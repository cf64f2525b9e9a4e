"""Webinars, consultations, round tables and master classes of the «Горячая линия РУМО»."""

import re
from collections.abc import Iterable, Mapping

from rumo_cli.records.fields import (
    AssociationCodes,
    Choice,
    Clock,
    Day,
    Days,
    EventDay,
    Field,
    Kept,
    Link,
    Option,
    Persons,
    Reading,
    ReadingContext,
    RecordId,
    Status,
    Text,
    Texts,
    Whole,
    headcount,
)
from rumo_cli.records.kind import Key, Kind, Lack, Names, PartOfKey
from rumo_cli.records.marks import cancelled, days_before_moves, moved
from rumo_cli.records.values import Record, Value
from rumo_cli.text import fold

STATUS = Status(
    Option("planned", "запланирован", ("план", "в плане", "планируется", "предстоит")),
    Option("announced", "анонсирован", ("в графике", "объявлен", "анонс")),
    Option("held", "проведён", ("состоялся", "прошёл", "прошла", "выполнено", "да", "+", "✓")),
    Option("postponed", "перенесён", ("перенос", "отложен")),
    Option("cancelled", "отменён", ("отмена", "не состоялся", "не проведён", "не проводился")),
    kept=Kept(moved_from="moved_from"),
)
FORM = Choice(
    Option("webinar", "вебинар"),
    Option("consultation", "консультация"),
    Option("round_table", "круглый стол"),
    Option("master_class", "мастер-класс", ("мастер класс",)),
    Option("seminar", "семинар", ("семинар-практикум",)),
)
OPEN = frozenset({"planned", "announced"})
HEADCOUNTS = ("participants", "connections")
"""What counts the people at a webinar: those who came, or who connected."""
OFF = frozenset({"cancelled", "postponed"})

_HOURS = (
    r"(?:(?P<hours>\d{1,2})(?:[.,](?P<tenths>\d{1,2}))? ?ч(?:ас(?:а|ов)?)?\.?)?"
    r" ?(?:(?P<minutes>\d{1,3}) ?м(?:ин(?:ут[аы]?)?)?\.?)?"
)
_ADDRESS = re.compile(r"https?://\S+")
_CLOCKED = r"(?P<hours>\d{1,2}):(?P<minutes>\d\d)"

_OF_ONE_DAY = ("end_date", "date_text")


class Minutes(Whole):
    """How long something takes, in minutes."""

    def read(self, key: str, text: str, context: ReadingContext) -> Reading:
        """Understand «90», «1,5 часа», «1 ч. 30 мин.», and «1:30» as spreadsheets have it."""
        folded = fold(text)
        match = re.fullmatch(_HOURS, folded) or re.fullmatch(_CLOCKED, folded)
        if match is None:
            return super().read(key, text, context)
        said = match.groupdict(default="0")
        hours = float(f"{said['hours']}.{said.get('tenths', 0)}")
        return Reading({key: round(60 * hours) + int(said["minutes"])})


FIELDS = (
    Field("date", "Дата", EventDay(), ("дата проведения", "дата / срок", "дата и время",
          "дата и время проведения", "дата начала", "когда", "срок проведения", "срок", "день",
          "число", "месяц"), shown=True, missed="дата не указана"),
    Field("end_date", "Дата окончания", Day(), ("по дату",)),
    Field("dates", "Дни проведения", Days()),
    Field("date_text", "Дата дословно", Text()),
    Field("start_time", "Время", Clock(end="end_time"), ("время проведения",
          "время начала", "начало"), option="time", shown=True),
    Field("end_time", "Время окончания", Clock(), ("окончание",)),
    Field("duration_min", "Продолжительность, мин.", Minutes(), ("продолжительность",
          "длительность")),
    Field("timezone", "Часовой пояс", Text()),
    Field("title", "Тема", Text(wide=True), ("тема вебинара", "тема мероприятия", "название",
          "название мероприятия", "название вебинара", "наименование", "наименование мероприятия",
          "наименование мероприятий", "мероприятие", "мероприятия"), required=True, shown=True),
    Field("form", "Форма", Choice(*FORM.options), ("форма проведения", "форма мероприятия",
          "вид мероприятия", "формат"), default="webinar"),
    Field("theme", "Направление", Text(), ("тематика", "направление деятельности")),
    Field("direction", "Основное направление деятельности", Text()),
    Field("omo", "ОМО", AssociationCodes(), ("методическое объединение", "объединение",
          "областное методическое объединение"), shown=True),
    Field("audience", "Категория участников", Texts(), ("категория слушателей", "участники",
          "аудитория", "для кого", "для какой категории проводится", "целевая аудитория",
          "возрастная категория аудитории")),
    Field("speakers", "Спикеры", Persons(), ("спикер", "ведущий", "ведущие", "лектор",
          "кто проводил", "выступающие", "докладчики", "фио спикера", "фио ведущего",
          "фио лектора", "кто проводит", "преподаватель")),
    Field("speakers_position", "Должности спикеров", Texts(), ("должность ведущего",
          "должность спикера")),
    Field("speakers_org", "Организации спикеров", Texts(commas=False), ("организация ведущего",
          "организация спикера", "организатор", "организатор мероприятия")),
    Field("responsible", "Ответственные", Persons(), ("ответственный", "отв-ный",
          "ответственный исполнитель", "ответственные исполнители")),
    Field("platform", "Площадка", Text(), ("место проведения", "место", "платформа")),
    Field("url", "Ссылка", Link(), ("ссылка для подключения", "ссылка на подключение",
          "активная ссылка", "способ участия", "ссылка на вебинар", "адрес подключения",
          "подключение", "ссылка на трансляцию", "активная ссылка на подключение")),
    Field("status", "Статус", STATUS, ("состояние", "отметка о проведении", "отметка"),
          default="planned", shown=True),
    *headcount("participants", "Участников", "кол-во участников", "количество участников",
               "число участников", "участников, чел", "кол-во человек", "количество человек",
               "присутствовало", "присутствовали", "присутствующих", "кол-во слушателей",
               "кол-во педагогов", "участники", "слушатели", "охват", shown=True),
    *headcount("connections", "Подключений", "количество подключений", "кол-во подключений",
               "число подключений", "подключились", "подключения"),
    *headcount("views", "Просмотров", "количество просмотров", "кол-во просмотров",
               "кол-во просмотров записи", "просмотры"),
    Field("orgs_count", "Организаций", Whole(), ("кол-во организаций", "количество оо",
          "количество организаций")),
    Field("municipalities_count", "Муниципалитетов", Whole(), ("кол-во муниципалитетов",
          "количество муниципалитетов")),
    Field("by_municipality", "По муниципалитетам", Texts()),
    Field("attendees", "Кто участвовал", Texts(commas=False), private=True),
    Field("materials_url", "Материалы", Link(), ("ссылка на материалы", "материалы вебинара")),
    Field("recording_url", "Запись", Link(), ("ссылка на запись", "видеозапись")),
    Field("news_url", "Новость", Link(), ("ссылка на новость",)),
    Field("announced_date", "Анонс от", Day(), ("дата анонса",)),
    Field("letter_no", "Письмо №", Text(), ("номер письма",)),
    Field("letter_date", "Дата письма", Day()),
    Field("plan_item", "Пункт плана", RecordId("plan")),
    Field("moved_from", "Перенос с", Day(), ("перенесён с", "перенесено с")),
    Field("moves", "Прежние даты", Days()),
    Field("done_date", "Отметка о проведении от", Day()),
    *moved(),
    *cancelled(),
    Field("notes", "Примечание", Text(lines=True), ("примечания", "комментарий"), private=True),
)  # fmt: skip


def _base(record: Record) -> Key:
    omo = record.get("omo")
    codes = frozenset(map(fold, omo)) if isinstance(omo, list) else frozenset()
    return (fold(str(record.get("title"))), codes)


def _keys(record: Record) -> Iterable[Key]:
    base = (record.get("academic_year"), *_base(record))
    yield (*base, record.get("date"))
    for day in days_before_moves(record):
        yield (*base, day)


def _rest_of_key(record: Record) -> PartOfKey:
    title, codes = _base(record)
    return PartOfKey((record.get("academic_year"), title, record.get("date")), codes or None)


def _same(first: Record, second: Record) -> bool:
    hours = {first.get("start_time"), second.get("start_time")} - {None}
    return len(hours) < 2


def _infer(record: Record) -> None:
    counted = record.get("participants") is not None or record.get("connections") is not None
    if counted and not record.get("status"):
        record["status"] = "held"
    place = str(record.get("platform") or "")
    if not record.get("url") and _ADDRESS.fullmatch(place):
        record["url"] = record.pop("platform")


def _settle_first_day(record: Record, given: Record) -> None:
    """Let the day of a webinar be the first of its sittings where these were given alone.

    What was said of the earlier day is void then.
    """
    sittings = given.get("dates")
    if isinstance(sittings, list) and sittings and not given.get("date"):
        void = (key for key in _OF_ONE_DAY if record.get(key) and not given.get(key))
        record |= dict.fromkeys(void) | {"date": min(sittings)}


def _clashes(record: Record, others: Iterable[Mapping[str, Value]]) -> list[str]:
    url = record.get("url")
    return [
        f"та же ссылка в то же время, что у вебинара «{other.get('title')}»"
        for other in others
        if url and other.get("url") == url and overlap(record, other)
    ]


def _room(record: Record) -> Key | None:
    return (record["date"], record["url"]) if record.get("date") and record.get("url") else None


def overlap(first: Mapping[str, Value], second: Mapping[str, Value]) -> bool:
    """Tell whether two webinars go on at one time: all day, where no hours are known."""
    if first.get("date") is None or first.get("date") != second.get("date"):
        return False
    if OFF & {first.get("status"), second.get("status")}:
        return False
    (start, end), (other_start, other_end) = _hours(first), _hours(second)
    return start < other_end and other_start < end


def _hours(record: Mapping[str, Value]) -> tuple[str, str]:
    start = str(record.get("start_time") or "00:00")
    return start, str(record.get("end_time") or (f"{start}~" if start > "00:00" else "24:00"))


WEBINAR = Kind(
    key="webinar",
    names=Names("Вебинары", "вебинар", "вебинара", "вебинаров"),
    own_fields=FIELDS,
    keys=_keys,
    same=_same,
    rest_of_key=_rest_of_key,
    infer=_infer,
    settle=_settle_first_day,
    clashes=_clashes,
    clashes_over=_room,
    kin=lambda record: (record.get("academic_year"), *_base(record)),
    date="date",
    gathers=True,
    about=("вебинар", "мероприятие", "румо"),
    registers_called=("вебинар", "webinar", "график", "расписани"),
    lacks=(
        Lack("materials", ("materials_url",)),
        Lack("headcount", HEADCOUNTS),
        Lack("link", ("url",)),
        Lack("news", ("news_url",)),
        Lack("recording", ("recording_url",)),
        Lack("letter", ("letter_no", "letter_date")),
    ),
    told_by=("date", "start_time", "participants", "connections", "url"),
)
