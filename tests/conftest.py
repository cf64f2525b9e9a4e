"""What all tests share."""

from hypothesis import settings

# How long an example takes says something of the machine, not of rumo.
settings.register_profile("rumo", deadline=None)
settings.register_profile("long", settings.get_profile("rumo"), max_examples=1000)
settings.load_profile("rumo")
