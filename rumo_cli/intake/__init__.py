"""Foreign tables become records, with a verdict for each row."""
