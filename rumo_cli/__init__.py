"""What the records of an association mean: fields, dates, intake, figures, tables."""

__version__ = "0.1.0"
