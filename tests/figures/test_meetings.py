from rumo_cli.figures.meetings import count


def test_what_is_off_is_not_recorded_as_a_meeting() -> None:
    statuses = ("held", "held", "planned", "postponed", "cancelled")

    assert count([{"status": status} for status in statuses]) == {
        "total": 5,
        "recorded": 3,
        "held": 2,
    }
