"""What is shown of a child: an opaque id and coded facts, never a date of birth."""

import pytest

from casework import Journey, england
from casework.errors import NotAllowed
from casework.events import (
    ChildBorn,
    ConferenceHeld,
    ReferralReceived,
    ReviewConferenceHeld,
)

# Of one child the birth is known from the first; another is born on the record.
BORN = Journey.open(england, child="C-1", born="2011-07-19").record(
    ReferralReceived(at="2026-03-02")
)
UNBORN = Journey.open(england, child="C-2", expected="2011-07-23").record(
    ConferenceHeld(at="2011-06-01", kind="pre_birth", decision="plan"),
    ChildBorn(at="2011-07-19", on="2011-07-19"),
    ReviewConferenceHeld(at="2011-08-30", decision="continue"),
)
# The births, the day expected, and the 18th birthday, which tells the birth.
DAYS = ("2011, 7, 19", "2011-07-19", "2011, 7, 23", "2011-07-23", "2029, 7, 19")


@pytest.mark.parametrize("journey", [BORN, UNBORN], ids=["born", "unborn"])
def test_no_repr_shows_a_date_of_birth(journey: Journey) -> None:
    """Of a journey, and of anything that it gives."""
    deadlines = journey.deadlines(as_at="2026-03-05")
    shown = (
        *(journey, journey.child, journey.chronology),
        *(journey.verdicts(), journey.episodes(), journey.findings()),
        *(journey.allowed(), deadlines, [one.explain() for one in deadlines]),
    )
    assert [] == [day for day in DAYS for one in shown if day in repr(one)]


def test_a_refusal_does_not_tell_the_date_of_birth() -> None:
    """What cannot lie before birth is refused without saying when that was."""
    with pytest.raises(NotAllowed) as refused:
        BORN.record(ReferralReceived(at="2009-01-05"))
    assert "2011" not in str(refused.value)
