"""Registers that `rumo demo` imports."""
