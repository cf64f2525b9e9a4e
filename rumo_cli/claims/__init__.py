"""What a text about a year claims in figures, held against the records and against itself."""
