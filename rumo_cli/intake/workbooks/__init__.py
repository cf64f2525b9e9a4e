"""Workbooks (XLSX, XLS, ODS): their sheets as grids."""

from rumo_cli.intake.workbooks.reading import is_workbook, read_workbook

__all__ = ["is_workbook", "read_workbook"]
