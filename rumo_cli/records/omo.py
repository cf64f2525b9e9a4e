"""The subject associations (ОМО): the directory that belongs to the store, not to a year."""

from collections.abc import Iterable

from rumo_cli.records.fields import Field, Person, Text, Whole, Year
from rumo_cli.records.kind import Key, Kind, Lack, Names
from rumo_cli.records.values import Record
from rumo_cli.text import fold

FIELDS = (
    Field("code", "Код", Text(), ("код омо", "шифр"), shown=True),
    Field("title", "Наименование ОМО", Text(wide=True), ("омо", "название омо", "название",
          "наименование", "областное методическое объединение", "методическое объединение"),
          required=True, shown=True),
    Field("head", "Руководитель", Person(), ("руководитель омо", "фио руководителя",
          "председатель"), shown=True),
    Field("organisation", "Место работы руководителя", Text(), ("место работы", "организация",
          "образовательная организация"), shown=True),
    Field("email", "E-mail", Text(), ("электронная почта", "почта", "адрес электронной почты",
          "e-mail руководителя"), private=True),
    Field("phone", "Телефон", Text(), ("контактный телефон", "контакты",
          "контактные данные", "телефон руководителя"), private=True),
    Field("members", "Кол-во членов", Whole(), ("количество членов", "членов", "число членов",
          "состав, чел", "кол-во педагогов", "численность", "всего членов", "члены",
          "состав"), shown=True),
    Field("members_young", "Молодых педагогов", Whole(), ("в т.ч. молодых педагогов",
          "в том числе молодых педагогов", "из них молодых", "молодых", "в т.ч. молодых")),
    Field("page_url", "Страница на сайте", Text(), ("страница", "адрес страницы", "сайт")),
    Field("since", "Действует с", Year(), ("с учебного года",)),
    Field("until", "Действует по", Year(), ("по учебный год",)),
    Field("notes", "Примечание", Text(lines=True), ("примечания",), private=True),
)  # fmt: skip


def _keys(record: Record) -> Iterable[Key]:
    if record.get("code"):
        yield ("code", fold(str(record["code"])))
    yield ("title", fold(str(record.get("title"))))


def _same(first: Record, second: Record) -> bool:
    codes = {fold(str(record["code"])) for record in (first, second) if record.get("code")}
    return len(codes) < 2


OMO = Kind(
    key="omo",
    names=Names("Областные методические объединения", "ОМО", "ОМО", "ОМО"),
    own_fields=FIELDS,
    keys=_keys,
    same=_same,
    status=None,
    yearly=False,
    about=("омо",),
    registers_called=("справочник", "перечень омо", "реестр омо", "список омо", "omo"),
    lacks=(Lack("link", ("page_url",)), Lack("contacts", ("email", "phone"))),
    told_by=("code", "head", "members"),
)
