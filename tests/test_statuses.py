"""Status tests asked of a journey, at their edges."""

from casework import Journey, england, jersey
from casework.events import BecameLookedAfter


def test_without_a_date_of_birth_no_status_can_be_told() -> None:
    """No age can be asked, and the explanation says so."""
    journey = Journey.open(jersey, child="C-0001").record(
        BecameLookedAfter(at="2024-01-08", basis="accommodated", follows=None)
    )
    for status in journey.statuses("2026-11-23"):
        assert () == status.spans
        assert "The date of birth is not known" in status.steps[0]


def test_an_eligible_child_is_told_from_the_ninety_first_day() -> None:
    """13 weeks are 91 days; the day on which they are reached is the first."""
    journey = Journey.open(england, child="C-0001", born="2009-01-10").record(
        BecameLookedAfter(at="2025-01-10", basis="accommodated", follows=None)
    )
    eligible = journey.statuses("2025-04-10")[0]
    assert 91 == eligible.days
    assert "2025-04-10" == eligible.spans[0].first.isoformat()
    assert not journey.statuses("2025-04-09")[0].spans
