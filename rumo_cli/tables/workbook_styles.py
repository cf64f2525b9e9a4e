"""How the cells of a workbook look, each look made once."""

from typing import TYPE_CHECKING, Any

from rumo_cli.tables.table import Column

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

_TOP: dict[str, Any] = {"valign": "top"}
_RIGHT: dict[str, Any] = {**_TOP, "align": "right"}
_WRAPPED: dict[str, Any] = {**_TOP, "text_wrap": True}
# «@» keeps what a person types as it is typed: «1.10» of a plan is no first of October.
_TEXT: dict[str, Any] = {**_WRAPPED, "num_format": "@"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "note": _TOP,
    "heading": {"bold": True, "text_wrap": True, "align": "center", "valign": "vcenter",
                "bg_color": "#DCE6F1", "bottom": 1},
    "text": _TEXT,
    # Excel fills a cell of the format «@» with ##### where its text is longer than 255 signs.
    "long": _WRAPPED,
    "link": {**_TEXT, "font_color": "#0563C1", "underline": 1},
    "day": {**_TOP, "num_format": "dd.mm.yyyy", "align": "left"},
    "clock": {**_TOP, "num_format": "hh:mm", "align": "left"},
    "figure": _RIGHT,
    "share": {**_RIGHT, "num_format": "0.0##"},
    "sign": {**_RIGHT, "num_format": "+0;−0;0"},
    "percent": {**_RIGHT, "num_format": '0.0" %"'},
}  # fmt: skip
_TOTAL: dict[str, Any] = {"bold": True, "top": 2}
_COMPUTED: dict[str, Any] = {"font_color": "#7F7F7F", "bg_color": "#F2F2F2"}


class Styles:
    """The looks of one workbook."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[str, str, bool, bool], Format] = {}

    def look(
        self, name: str, words: str = "", *, total: bool = False, computed: bool = False
    ) -> "Format":
        """Return a look, as it is before words, in a total row or a computed column."""
        kind = name, words, total, computed
        if kind not in self._made:
            more = (_TOTAL if total else {}) | (_COMPUTED if computed else {})
            number = _LOOKS[name].get("num_format", "0")
            spoken = {"num_format": f'"{words}"{number}'} if words else {}
            self._made[kind] = self._book.add_format(_LOOKS[name] | more | spoken)
        return self._made[kind]

    def blank(self, column: Column) -> "Format":
        """Return the look of the cells of a column that nothing has been typed into."""
        name = "figure" if column.align == "right" else column.content
        return self.look(name, computed=column.computed)
