"""How fast rumo is beside what a person would pick instead: `python -m benchmarks`."""
