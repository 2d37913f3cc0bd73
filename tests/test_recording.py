"""How late things were written down."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casework import Journey, england, jersey
from casework.dates import end_of_day
from casework.events import (
    AssessmentStarted,
    Corrected,
    Event,
    ReferralReceived,
    SupervisionHeld,
    Withdrawn,
)
from casework.jurisdictions import Jurisdiction
from casework.recording import Delay, Tally, delays


def _journey(*events: Event, place: Jurisdiction = england) -> Journey:
    return Journey.open(place, child="C-1").record(*events)


def _only(journey: Journey) -> Delay:
    [one] = delays(journey)
    return one


def test_over_a_weekend_is_three_days_and_one_working_day() -> None:
    """Friday's referral, written down on Monday."""
    referral = ReferralReceived(at="2025-03-07", recorded="2025-03-10T09:00Z")
    one = _only(_journey(referral))
    assert (date(2025, 3, 7), date(2025, 3, 10)) == (one.happened, one.recorded)
    assert (3, 1) == (one.days, one.working_days)


def test_working_days_are_those_of_the_place() -> None:
    """Liberation Day is no working day in Jersey, and is one in England."""
    referral = ReferralReceived(at="2025-05-08", recorded="2025-05-12T09:00+01:00")
    assert 2 == _only(_journey(referral)).working_days
    assert 1 == _only(_journey(referral, place=jersey)).working_days


def test_the_day_of_entry_is_the_day_of_the_place() -> None:
    """Half past midnight in summer is the next day, whatever the day in Greenwich."""
    referral = ReferralReceived(at="2025-06-02", recorded="2025-06-02T23:30Z")
    assert 1 == _only(_journey(referral)).days


def test_what_does_not_say_when_is_left_out_and_counted() -> None:
    """Silence is neither late nor in time."""
    one = _only(_journey(ReferralReceived(at="2025-03-07")))
    assert (None, None, None) == (one.recorded, one.days, one.working_days)
    tally = Tally()
    tally.add([one])
    assert (0, 1, None) == (tally.all().count, tally.all().not_said, tally.all().median)


def test_what_was_written_down_ahead_is_left_out_and_counted() -> None:
    """An entry before the day itself says nothing of how late entries are."""
    planned = ReferralReceived(at="2025-03-07", recorded="2025-03-06T09:00Z")
    one = _only(_journey(planned))
    assert (-1, None) == (one.days, one.working_days)
    tally = Tally()
    tally.add([one])
    assert (0, 1, 0) == (tally.all().count, tally.all().ahead, tally.all().not_said)


def test_a_day_beyond_the_calendar_still_has_its_days() -> None:
    """Working days are not guessed for years that the calendar does not know."""
    old = ReferralReceived(at="1999-12-30", recorded="2000-01-04T09:00Z")
    one = _only(_journey(old))
    assert (5, None) == (one.days, one.working_days)


def test_a_correction_does_not_make_an_entry_late() -> None:
    """The entry was made in time; that it was wrong is another matter."""
    referral = ReferralReceived(at="2025-03-07", recorded="2025-03-07T17:00Z")
    right = ReferralReceived(at="2025-03-06", episode="assessment-1", follows=None)
    journey = _journey(referral, Corrected(at="2025-05-01", of="e1", replacement=right))
    assert [("e1", 0)] == [(one.event, one.days) for one in delays(journey)]


def test_what_was_withdrawn_is_left_out() -> None:
    """It never happened."""
    referral = ReferralReceived(at="2025-03-07", recorded="2025-03-10T17:00Z")
    started = AssessmentStarted(at="2025-03-10", recorded="2025-03-12T17:00Z")
    journey = _journey(referral, started, Withdrawn(at="2025-05-01", of="e2"))
    assert ["e1"] == [one.event for one in delays(journey)]


def test_a_summary_by_kind_of_event_and_of_all() -> None:
    """Ten entries: nine within four days, one after thirty."""
    first = date(2025, 3, 3)
    held = (
        SupervisionHeld(
            at=first, recorded=end_of_day(first + timedelta(n), "Europe/London")
        )
        for n in (0, 0, 1, 1, 1, 2, 2, 3, 4, 30)
    )
    tally = Tally()
    tally.add(delays(_journey(ReferralReceived(at=first), *held)))
    one = tally.by_name()["supervision_held"]
    # The end of a day is the first moment of the next.
    assert (10, 2, 5, 31) == (one.count, one.median, one.ninetieth, one.longest)
    assert (0, 2) == (one.same_day, one.within_a_working_day)
    assert (10, 1) == (tally.all().count, tally.all().not_said)


@given(st.lists(st.integers(-5, 60) | st.none(), max_size=30))
def test_every_delay_is_counted_once(found: list[int | None]) -> None:
    """Known, not said and ahead are all there is, and the figures are in order."""
    tally = Tally()
    tally.add(
        Delay(
            child="C-1",
            event="e1",
            name="supervision_held",
            happened=date(2025, 3, 3),
            recorded=None if days is None else date(2025, 3, 3) + timedelta(days),
            days=days,
            working_days=days if days is not None and days >= 0 else None,
        )
        for days in found
    )
    one = tally.all()
    assert len(found) == one.count + one.not_said + one.ahead
    known = sorted(days for days in found if days is not None and days >= 0)
    if known:
        assert max(known) == one.longest
        assert len(known) <= 2 * sum(days <= one.median for days in known)
        assert 9 * len(known) <= 10 * sum(days <= one.ninetieth for days in known)
        assert one.same_day <= one.within_a_working_day <= one.count
