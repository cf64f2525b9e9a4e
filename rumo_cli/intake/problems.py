"""What is wrong or doubtful in a file, and where."""

from dataclasses import dataclass

from rumo_cli.intake.grid import GridRow


@dataclass(frozen=True)
class Problem:
    """One thing wrong or doubtful: where it stands, what stands there, what is wrong with it."""

    row: int
    line: int | None
    column: str | None
    value: str | None
    message: str

    @classmethod
    def at(
        cls, source: GridRow, message: str, column: str | None = None, value: str | None = None
    ) -> "Problem":
        """Place a problem on a row of a table."""
        return cls(source.row, source.line, column, value, message)

    def __str__(self) -> str:
        """Return the place and the trouble as one line of text."""
        parts = [f"строка {self.row}"]
        if self.line not in (None, self.row):
            parts[0] += f" (строка файла {self.line})"
        if self.column:
            parts.append(f"столбец «{self.column}»")
        if self.value:
            parts.append(f"значение «{_shorten(self.value)}»")
        return f"{', '.join(parts)}: {self.message}"

    def document(self) -> dict[str, object]:
        """Return the problem as JSON shows it."""
        return {
            "row": self.row,
            "line": self.line,
            "column": self.column,
            "value": self.value,
            "message": self.message,
        }


def _shorten(value: str, limit: int = 80) -> str:
    line = " ".join(value.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"
