"""How fast rumo is beside what a person would pick instead, and what it stands."""
