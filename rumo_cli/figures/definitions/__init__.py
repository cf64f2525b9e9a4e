"""The definitions of the figures, one module a subject."""
