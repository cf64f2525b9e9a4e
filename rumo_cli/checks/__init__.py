"""What disagrees within a year's records, and between them and what was declared."""
