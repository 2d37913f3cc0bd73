"""What must hold of every due day and every status, whatever happened."""

import json
from datetime import date, timedelta
from itertools import pairwise

from attrs import evolve
from hypothesis import assume, given, note
from hypothesis import strategies as st

from casework import Journey, jersey
from casework.adapters.plain import journey_to_plain
from casework.calendars import jersey_calendar
from casework.dates import day_of
from casework.events import Event, ReferralReceived
from casework.law.conditions import On
from casework.periods import Period, Unit
from casework.timescales import Deadline, Status
from tests.holidays_by_law import FIRST_YEAR, LAST_YEAR, is_working_day
from tests.lives import Asked, asked, dear, due_day, recorded_whole, with_events
from tests.plain.counting import Place as Counting
from tests.plain.counting import last_day

whole = asked().map(recorded_whole)
ONE_DAY = timedelta(days=1)


def _told(journey: Journey) -> None:
    # Hypothesis prints it with the example that fails.
    note(json.dumps(journey_to_plain(journey)))


def _by_days(one: Deadline) -> bool:
    return (
        one.due is not None and one.precision == "day" and one.law.kind == "timescale"
    )


@dear
@given(case=whole)
def test_met_by_the_due_day_is_met_and_overdue_is_later(case: Asked) -> None:
    """On the due day there is still time; the day after, there is not."""
    journey, as_at = case
    _told(journey)
    for one in filter(_by_days, journey.deadlines(as_at)):
        zone = journey.jurisdiction.zone
        due = due_day(one)
        assert due is not None
        if one.met is not None:
            in_time = day_of(one.met, zone) <= due
            assert one.status is (Status.MET if in_time else Status.MET_LATE)
        elif one.ended is None:
            assert one.status is (Status.OPEN if as_at <= due else Status.OVERDUE)
        elif one.status is Status.MISSED:
            assert day_of(one.ended, zone) > due


@dear
@given(case=whole, data=st.data(), late=st.booleans())
def test_what_is_done_on_the_due_day_is_met_and_a_day_later_met_late(
    case: Asked, data: st.DataObject, *, late: bool
) -> None:
    """Whatever else the journey holds: one more event, on the day or the day after."""
    journey, as_at = case
    waiting = [x for x in journey.due(as_at) if _by_days(x) and not _waits(x)]
    assume(waiting)
    one = data.draw(st.sampled_from(waiting))
    due = due_day(one)
    assert due is not None
    assume(due > day_of(one.starts, journey.jurisdiction.zone))
    condition = data.draw(st.sampled_from(one.law.met_by))
    event = _done(one, condition, due + late * ONE_DAY, "done")
    more = with_events(journey, [*journey.chronology.events, event])
    _told(more)
    for again in more.deadlines(due + 2 * ONE_DAY):
        met = again.grounds.clock.met
        if _same(one, again) and met is not None and met.event.id == "done":
            assert again.status is (Status.MET_LATE if late else Status.MET)
            assert again.days_late == late


def _done(one: Deadline, condition: On, on: date, id_: str) -> Event:
    said = {name: words[0] for name, words in condition.where}
    return condition.events[0](at=on, id=id_, episode=one.episode, **said)


def _waits(one: Deadline) -> bool:
    # The day on which it is due is that of another rule, which may yet be met.
    return one.grounds.clock.due.by is not None


@dear
@given(case=whole)
def test_days_late_are_counted_from_the_due_day(case: Asked) -> None:
    """To the day it was met, else to the day it ended, else to the day that asks."""
    journey, as_at = case
    zone = journey.jurisdiction.zone
    for one in journey.deadlines(as_at):
        due = due_day(one)
        last = day_of(one.met or one.ended or as_at, zone)
        late = 0 if due is None else max(0, (last - due).days)
        assert one.days_late == (0 if one.status is Status.CEASED else late)


@dear
@given(case=whole, data=st.data())
def test_moving_a_satisfying_event_one_day_later_never_improves_the_status(
    case: Asked, data: st.DataObject
) -> None:
    """What was met too late is not in time when it is done a day later still."""
    journey, as_at = case
    late = [one for one in journey.deadlines(as_at) if one.met is not None]
    assume(late)
    one = data.draw(st.sampled_from(late))
    event = one.grounds.clock.met.event if one.grounds.clock.met else None
    assert isinstance(event, Event)
    _told(journey)
    later = evolve(event, at=event.at + ONE_DAY)
    events = journey.chronology.events
    moved = with_events(journey, [later if x.id == event.id else x for x in events])
    for again in moved.deadlines(as_at):
        if _same(one, again) and one.status is Status.MET_LATE:
            assert again.status is not Status.MET
            assert again.met is None or again.days_late >= one.days_late


def _same(one: Deadline, again: Deadline) -> bool:
    before = (one.rule, one.episode, one.occurrence, one.starts, one.due)
    return before == (
        again.rule,
        again.episode,
        again.occurrence,
        again.starts,
        again.due,
    )


def _working_days(one: Deadline) -> int:
    clock = one.grounds.clock
    within = clock.interval.within
    counted = isinstance(within, Period) and within.unit is Unit.WORKING_DAYS
    return within.count if counted and not clock.moved_by and one.due else 0


@dear
@given(case=asked())
def test_every_due_day_of_a_working_day_rule_is_a_working_day(case: Asked) -> None:
    """And as many working days after the start as the rule says."""
    journey, as_at = case
    _told(journey)
    place = Counting.of(journey.jurisdiction)
    for one in journey.deadlines(as_at):
        if count := _working_days(one):
            due, start = due_day(one), day_of(one.starts, place.zone)
            assert due is not None
            after = [start + n * ONE_DAY for n in range(1, (due - start).days + 1)]
            assert place.works(due)
            assert count == sum(map(place.works, after))


@given(
    start=st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 9, 30))
    | st.builds(
        lambda year, days: date(year, 5, 9) - timedelta(days=days),
        st.integers(FIRST_YEAR, LAST_YEAR),
        st.integers(0, 70),
    )
)
def test_a_due_day_in_jersey_leaves_out_the_holidays_of_its_law(start: date) -> None:
    """Liberation Day is one of them, and from a weekend it moves nothing."""
    referred = ReferralReceived(at=start, follows=None)
    journey = Journey.open(jersey, child="C-1").record(referred)
    for one in journey.deadlines(start):
        due, count = due_day(one), _working_days(one)
        assert due is not None
        after = [start + n * ONE_DAY for n in range(1, (due - start).days + 1)]
        assert is_working_day(due), f"{one.rule} from {start} is due on {due}"
        assert count == sum(map(is_working_day, after))


@given(day=st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)))
def test_the_calendar_of_jersey_has_the_holidays_of_its_law(day: date) -> None:
    """Day by day, for every year that the calendar knows under the Act of 2010."""
    assert jersey_calendar().is_working_day(day) == is_working_day(day)


@st.composite
def in_series(draw: st.DrawFn) -> Asked:
    """A journey in which all that waits and comes again is done, near its due day."""
    journey, as_at = draw(whole)
    waiting = [x for x in journey.due(as_at) if _by_days(x) and x.law.then]
    assume(waiting)
    done = []
    for number, one in enumerate(waiting):
        due, start = due_day(one), day_of(one.starts, journey.jurisdiction.zone)
        assert due is not None
        on = max(due + ONE_DAY * draw(st.sampled_from((-9, -1, 0, 1, 30))), start)
        done.append(_done(one, one.law.met_by[0], on, f"done-{number}"))
    last = max(as_at, *(one.at for one in done)) + 400 * ONE_DAY
    return with_events(journey, [*journey.chronology.events, *done]), last


@dear
@given(case=whole | in_series())
def test_each_occurrence_starts_where_the_last_was_met(case: Asked) -> None:
    """From the day it was done, and never from the day it was due."""
    journey, as_at = case
    _told(journey)
    zone = journey.jurisdiction.zone
    series: dict[object, list[Deadline]] = {}
    for one in journey.deadlines(as_at):
        clock = one.grounds.clock
        key = one.law.family or one.rule
        series.setdefault((key, one.episode, clock.series), []).append(one)
    for found in series.values():
        found.sort(key=lambda one: (day_of(one.starts, zone), one.occurrence))
        for last, following in pairwise(found):
            if following.grounds.clock.index and last.met is not None:
                assert day_of(last.met, zone) == following.starts


@dear
@given(case=whole)
def test_an_interval_is_as_long_as_its_rule_says_from_the_day_it_starts(
    case: Asked,
) -> None:
    """Counted in one step, whatever was due before."""
    journey, as_at = case
    place = Counting.of(journey.jurisdiction)
    for one in journey.deadlines(as_at):
        clock = one.grounds.clock
        within = clock.interval.within
        simple = isinstance(within, Period) and not within.is_hours
        if simple and not clock.moved_by and one.due is not None:
            assert one.due == last_day(within, day_of(one.starts, place.zone), place)
