"""What must hold of what was known when, however late a record was kept."""

from datetime import UTC, date, datetime, timedelta

from attrs import evolve
from hypothesis import given, target
from hypothesis import strategies as st

from casework import Deadline, Journey, NotAllowed, Status, england
from casework.chronology import known_from
from casework.dates import When, day_of, end_of_day
from casework.errors import Ambiguous
from casework.events import (
    CaseClosed,
    ChildDied,
    CoreGroupMet,
    Event,
    ProtectionPlanEnded,
    ProtectionPlanStarted,
    ReferralReceived,
    ReviewConferenceHeld,
    Withdrawn,
)
from casework.hindsight import How, compliance
from casework.timescales.clock import event_id, told
from tests.late_records import ZONE, entries, records, with_events

LATER = date(2026, 3, 31)
moments = st.datetimes(
    datetime(2025, 3, 1), datetime(2025, 9, 1), timezones=st.just(UTC)
)


def _rows(journey: Journey, as_at: date = LATER) -> list[object]:
    return [one.as_row() for one in journey.deadlines(as_at)]


later = entries() | st.builds(
    Withdrawn, at=st.just(LATER), of=st.sampled_from(["e1", "e2", "c0"])
)


@given(journey=records(), event=later, moment=moments)
def test_what_is_recorded_later_changes_nothing_known_before(
    journey: Journey, event: Event, moment: datetime
) -> None:
    """An event written down after a moment leaves what was known at it as it was."""
    added = evolve(event, recorded=moment + timedelta(minutes=1), id="added")
    more = with_events(journey, (*journey.chronology.events, added))
    assert _rows(journey.as_known(moment)) == _rows(more.as_known(moment))


@given(journey=records())
def test_hindsight_is_the_journey_as_it_was_known(journey: Journey) -> None:
    """What hindsight says of a due day is what the journey as then known says."""
    for one in journey.hindsight(LATER):
        over = end_of_day(one.day, ZONE)
        known = journey.as_known(over).deadlines(one.day)
        same = [d for d in known if _start(d) == _start(one.deadline)]
        if same:
            assert (one.status_then, one.due_then) in [_over(d, one.day) for d in same]
        elif one.status_then is not None:
            # An earlier start was not known: it is the first of that number.
            assert one.deadline.grounds.clock.index == 0


def _start(deadline: Deadline) -> tuple[str, str | None]:
    start = deadline.grounds.clock.start
    return deadline.rule, event_id(start) or told(start)


def _over(deadline: Deadline, day: date) -> tuple[Status, When | None]:
    due = deadline.due
    if deadline.status is Status.OPEN and due is not None and day_of(due, ZONE) <= day:
        return Status.OVERDUE, due
    return deadline.status, due


@given(journey=records(corrected=False))
def test_what_was_known_at_once_never_differs(journey: Journey) -> None:
    """Where everything was known when it happened, there is no hindsight."""
    events = (evolve(one, recorded=None) for one in journey.chronology.events)
    found = with_events(journey, events).hindsight(LATER)
    assert [] == [one for one in found if one.differs or one.reasons]


@given(journey=records())
def test_a_difference_has_its_reasons(journey: Journey) -> None:
    """What differs says why, and each reason came after the due day."""
    for one in journey.hindsight(LATER):
        assert one.differs == bool(one.reasons) == bool(one.words)
        for reason in one.reasons:
            assert reason.recorded > end_of_day(one.day, ZONE)
            assert reason.how in How


@given(journey=records(), as_at=st.dates(date(2025, 3, 1), date(2026, 3, 1)))
def test_every_deadline_whose_due_day_is_over_is_looked_back_at(
    journey: Journey, as_at: date
) -> None:
    """None is left out, and none that is still to come is in."""
    over = [
        one
        for one in journey.deadlines(as_at)
        if one.due is not None and day_of(one.due, ZONE) < as_at
    ]
    found = journey.hindsight(as_at)
    assert over == [one.deadline for one in found]
    counted = compliance(found)
    assert counted.met_then <= counted.measured_then <= len(found)
    assert counted.met_now <= counted.measured_now <= len(found)


@given(journey=records())
def test_an_answer_given_with_known_at_can_be_had_again(journey: Journey) -> None:
    """Its receipt says up to which moment the record was read."""
    moments = sorted(known_from(one, ZONE) for one in journey.chronology.events)
    moment = moments[len(moments) // 2]
    for one in journey.deadlines(LATER, known_at=moment):
        receipt = one.explain().receipt
        again = journey.recompute(receipt)
        assert one.as_row() == again.as_row()


# A plan with its reviews, and what may be entered late to upset it.
PLAN = (
    ProtectionPlanStarted(at="2025-01-06", category="neglect", follows=None),
    CoreGroupMet(at="2025-01-16"),
    ReviewConferenceHeld(at="2025-04-01", decision="continue"),
    ReviewConferenceHeld(at="2025-09-22", decision="continue"),
)
LATE = (
    ProtectionPlanEnded,
    ReviewConferenceHeld,
    CoreGroupMet,
    ReferralReceived,
    CaseClosed,
    ChildDied,
)
late_entries = st.lists(
    st.tuples(st.sampled_from(LATE), st.dates(date(2025, 1, 1), date(2025, 10, 31))),
    min_size=1,
    max_size=4,
)


@given(late=late_entries)
def test_late_facts_are_found_and_never_lost(
    late: list[tuple[type[Event], date]],
) -> None:
    """What is recorded is refused at once, or kept: and then it is allowed or found.

    What was allowed when it was recorded may be made not allowed by what is recorded
    later. It stays where it was, and its dates count.
    """
    journey = Journey.open(england, child="C-1", born="2015-02-03").record(*PLAN)
    recorded = 0
    for kind, day in late:
        try:
            journey = journey.record(kind(at=day))
        except (Ambiguous, NotAllowed):
            continue
        recorded += 1
    upset = [one for one in journey.verdicts() if not one.allowed]
    target(float(len(upset)), label="events that a later entry upset")
    found = {one.event for one in journey.findings()}
    assert len(PLAN) + recorded == len(journey.chronology.events)
    assert len(journey.verdicts()) == len(journey.chronology.events)
    assert {one.event.id for one in upset} <= found


def test_a_plan_that_ended_before_its_review_upsets_the_review() -> None:
    """The review was allowed when it was recorded, and is found to be none."""
    journey = Journey.open(england, child="C-1", born="2015-02-03").record(*PLAN)
    assert () == journey.findings()
    ended = journey.record(ProtectionPlanEnded(at="2025-03-14"))
    assert ["e3", "e4"] == [one.event.id for one in ended.verdicts() if not one.allowed]
    assert {"e3", "e4"} <= {one.event for one in ended.findings()}
    assert () == journey.findings()


@given(data=st.data(), journey=records())
def test_read_in_any_order_nothing_is_lost(
    data: st.DataObject, journey: Journey
) -> None:
    """A file may hold its events in any order: each is there, allowed or found."""
    events = data.draw(st.permutations(journey.chronology.events))
    read = with_events(journey, events)
    found = {one.event for one in read.findings()}
    assert tuple(events) == read.chronology.events
    refused = {one.event.id for one in read.verdicts() if not one.allowed}
    assert refused <= found
