"""How many lives a state machine leads, and how long they are."""

from hypothesis import settings


def lives(examples: int, steps: int) -> settings:
    """Return settings for so many examples of so many steps each.

    `pytest --hypothesis-profile=long` makes that many times as many as the profile says.
    """
    times = settings().max_examples / settings.get_profile("rumo").max_examples
    return settings(max_examples=round(examples * times), stateful_step_count=steps)
