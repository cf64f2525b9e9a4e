"""Whose table it is: the association (ОМО) that a title or a section names."""

import re
from collections.abc import Collection

from rumo_cli.intake.layout import Layout
from rumo_cli.records.directory import Directory
from rumo_cli.records.fields import AssociationCodes, Owner
from rumo_cli.records.kind import Kind
from rumo_cli.records.values import Record

_OMO = r"\b(?:омо|(?:областн\w+ )?методическ\w+ объединени\w+)"
_MEMBERS = (
    r"учител|преподавател|педагог|воспитател|заместител|руководител|классн|молод|социальн"
    r"|методист|библиотекар|логопед|психолог|тьютор|советник"
)
_CODED = _OMO + r"[- ]?(?:№ ?)?(?P<name>\d{1,3})\b"
_NAMED = rf"{_OMO} (?P<name>(?:{_MEMBERS}).*?)(?= на | за |,? ?\d{{4}}|[;(»\"]|$)"
_UP_TO_TABLE = r".*\b(?:план|график|реестр|расписани|перечень|заседани|список)\w*"
_SECTION = rf"(?:[\divxlc]+[.)] )?(?:план (?:работы )?)?{_OMO}"
_RUMO = r"\bрумо\b"
# Its patterns look for an end from each of their beginnings.
_LONGEST_TITLE = 1_000


def association_named(text: str, directory: Directory) -> str | None:
    """Return the association of «План работы ОМО учителей математики на 2024-2025», else None.

    It is a code of the directory, or the name as it stands where the directory lacks it. What
    belongs to the association of the region (РУМО) belongs to no ОМО.
    """
    line = " ".join(text[:_LONGEST_TITLE].split())
    topic = re.sub(_UP_TO_TABLE, "", line, count=1, flags=re.IGNORECASE)
    found = re.search(_CODED, topic, re.IGNORECASE) or re.search(_NAMED, topic, re.IGNORECASE)
    if found is None or re.search(_RUMO, topic[: found.start()], re.IGNORECASE):
        return None
    return directory.name(f"ОМО {found['name'].strip()}", exact=True)


class Belonging:
    """Fills in whose the records of a table are where their own cells do not tell."""

    def __init__(
        self, kind: Kind, layout: Layout, directory: Directory, given: Collection[str] = ()
    ) -> None:
        self._fields = [
            field
            for field in kind.fields
            if isinstance(field.type, AssociationCodes | Owner) and field.key not in given
        ]
        self._directory = directory
        self._titled = association_named(layout.title, directory) if self._fields else None
        self._named: dict[str, str | None] = {}
        self.taken: str | None = None
        """The association that the title gave to rows."""

    def fill(self, record: Record, section: str | None) -> None:
        """Add to a record the association of its section, else that of the title."""
        if section is None and self._titled is None:
            return
        missing = [field for field in self._fields if field.key not in record]
        named = self._association(section) if section and missing else None
        owner = named or self._titled
        if owner is None or not missing:
            return
        self.taken = self.taken if named else owner
        for field in missing:
            record[field.key] = [owner] if field.type.several else owner

    def names(self, section: str) -> bool:
        """Tell whether a section tells whose its rows are."""
        return bool(self._fields) and self._association(section) is not None

    def _association(self, section: str) -> str | None:
        if section not in self._named:
            own = re.match(_SECTION, section, re.IGNORECASE) is not None
            self._named[section] = association_named(section, self._directory) if own else None
        return self._named[section]
