"""How an import ends: what was taken, and what is wrong with the rest."""

from typing import NamedTuple

from rumo_cli.errors import PartlyImported, Refused, RumoError
from rumo_cli.text import plural

_ROWS_REFUSED = ("строка с ошибками", "строки с ошибками", "строк с ошибками")
_FILES_UNREAD = ("файл не прочитан", "файла не прочитаны", "файлов не прочитано")


class Run(NamedTuple):
    """Whether an import is only tried, and whether its good rows are taken."""

    dry: bool
    taken: bool

    @property
    def written(self) -> bool:
        """Tell whether the store is written to."""
        return self.taken and not self.dry


def refusal(refused: int, unread: int, run: Run) -> RumoError:
    """Return how an import with refused rows ends; a trial ends as the import itself would."""
    bad = " и ".join(
        [
            *([_count(refused, *_ROWS_REFUSED)] if refused else []),
            *([_count(unread, *_FILES_UNREAD)] if unread else []),
        ]
    )
    if run.dry and run.taken:
        return PartlyImported(f"{bad}; с --skip-bad загрузятся остальные.")
    if run.dry:
        return Refused(f"{bad}; без --skip-bad такая загрузка ничего не запишет.")
    if run.taken:
        return PartlyImported(f"хорошие строки записаны, остальные нет: {bad}.")
    return Refused(f"ничего не записано: {bad}. Исправьте их или загрузите остальные: --skip-bad")


def _count(number: int, one: str, few: str, many: str) -> str:
    return f"{number} {plural(number, one, few, many)}"
