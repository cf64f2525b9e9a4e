"""Memory is left to the end of the process: nothing is freed one by one."""

import gc
import weakref

import pytest

from commands.memory import leave


class Records:
    """Something that a weak reference can watch."""


def test_what_is_left_stays_until_garbage_is_collected(request: pytest.FixtureRequest) -> None:
    request.addfinalizer(gc.enable)
    gc.disable()
    records = Records()
    watched = weakref.ref(records)

    leave(records)
    del records

    assert watched() is not None
    gc.collect()
    assert watched() is None
