"""Before birth: what may be on the record of an unborn child, and from when."""

import pytest

from casework import Journey, england
from casework.errors import NotAllowed
from casework.events import (
    BecameLookedAfter,
    ChildBorn,
    ConferenceHeld,
    ContactReceived,
    ReferralReceived,
)

UNBORN = Journey.open(england, child="C-1", expected="2026-06-10").record(
    ReferralReceived(at="2026-04-01")
)


def accommodated(day: str) -> BecameLookedAfter:
    """Become looked after on a day."""
    return BecameLookedAfter(at=day, basis="accommodated", follows=None)


def test_a_conference_is_held_before_birth() -> None:
    """The plan for the unborn child starts its clocks."""
    journey = UNBORN.record(
        ConferenceHeld(at="2026-05-04", kind="pre_birth", decision="plan")
    )
    dues = {one.rule: str(one.due) for one in journey.deadlines(as_at="2026-05-04")}
    assert "2026-08-04" == dues["england.conference.review"]


def test_nothing_happens_before_a_pregnancy() -> None:
    """280 days before the day expected is the first day."""
    assert () == UNBORN.record(ContactReceived(at="2025-09-03")).findings()
    with pytest.raises(NotAllowed, match="280 days"):
        UNBORN.record(ContactReceived(at="2025-09-02"))


@pytest.mark.parametrize("says", [{"on": "2026-05-20"}, {}])
def test_a_child_born_early_is_born(says: dict[str, str]) -> None:
    """From the birth on, and not from the day expected, all may happen."""
    born = UNBORN.record(ChildBorn(at="2026-05-20", **says))
    assert () == born.record(accommodated("2026-05-21")).findings()
    with pytest.raises(NotAllowed, match="before the child was born"):
        born.record(accommodated("2026-05-19"))


def test_a_child_not_yet_born_does_not_become_looked_after() -> None:
    """Before the day expected it is refused where nothing tells of a birth."""
    with pytest.raises(NotAllowed, match="before the child was born"):
        UNBORN.record(accommodated("2026-05-21"))


def test_what_may_happen_next_waits_for_birth() -> None:
    """What is refused before birth is not offered: on its own day, it is."""
    days = (("2026-05-21", False), ("2026-06-08", False), ("2026-06-09", True))
    for day, may in days:
        journey = UNBORN.record(ContactReceived(at=day))
        told = {one.event: one for one in journey.allowed() if one.episode is None}
        assert may == told["became_looked_after"].allowed
        assert may == ("only from birth on" != told["became_looked_after"].why)
        assert told["strategy_discussion_held"].allowed
    born = UNBORN.record(ChildBorn(at="2026-05-20"))
    assert "became_looked_after" in {o.event for o in born.allowed() if o.allowed}
