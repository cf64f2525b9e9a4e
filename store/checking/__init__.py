"""Whether a store holds together: its file, records, years and journal, and what can be mended."""
