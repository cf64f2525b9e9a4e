"""A report's table as a value, and the formats it is drawn in."""
