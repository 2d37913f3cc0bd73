"""Lives for the properties: journeys in which clocks run, and days worth asking.

Half of them are lawful, as `casework.testing` tells them; half are invented, and may
hold anything. Each comes with a day on which somebody asks: near what happened, near
what was due, or long after.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeAlias

from attrs import evolve
from hypothesis import settings
from hypothesis import strategies as st

from casework.chronology import Chronology
from casework.dates import day_of
from casework.events import Event
from casework.journey import Journey
from casework.records import EVERYTHING
from casework.testing.lawful import lawful_journeys
from casework.timescales import Deadline
from tests.inventing import Inventor

# These examples are dear: a third of what other properties try is enough for each.
dear = settings(max_examples=settings().max_examples // 3)

Asked: TypeAlias = tuple[Journey, date]

invented = st.randoms(use_true_random=False).map(lambda luck: Inventor(luck).journey())
lives = invented | lawful_journeys()


@st.composite
def asked(draw: st.DrawFn, among: st.SearchStrategy[Journey] = lives) -> Asked:
    """A journey, and the day as at which somebody asks."""
    journey = draw(among)
    day = draw(st.sampled_from(days_of(journey)))
    return journey, day + timedelta(draw(st.sampled_from((0, 1, -1, 30, 400))))


def recorded_whole(asked: Asked) -> Asked:
    """The same, of a source that records everything, and every beginning."""
    journey, day = asked
    known = (one for one in journey.chronology.events if isinstance(one, Event))
    events = (evolve(one, start_unknown=False) for one in known)
    told = evolve(journey.chronology, events=tuple(events), records=EVERYTHING)
    return evolve_journey(journey, told), day


def evolve_journey(journey: Journey, chronology: Chronology) -> Journey:
    """The journey with another record."""
    return Journey(jurisdiction=journey.jurisdiction, chronology=chronology)


def with_events(journey: Journey, events: Iterable[Event]) -> Journey:
    """The journey with other events on its record."""
    told = evolve(journey.chronology, events=tuple(events))
    return evolve_journey(journey, told)


def days_of(journey: Journey) -> list[date]:
    """The days of what happened, and of what was due."""
    zone = journey.jurisdiction.zone
    told = [day_of(one.at, zone) for one in journey.chronology.events]
    last = max(told, default=date(2025, 1, 6))
    found = journey.deadlines(last + timedelta(30))
    return [last, *told, *(day for one in found if (day := due_day(one)) is not None)]


def due_day(deadline: Deadline) -> date | None:
    """The due day of a deadline, if it has one."""
    if deadline.due is None:
        return None
    return day_of(deadline.due, deadline.grounds.setting.zone)


def rows(journey: Journey, as_at: date) -> list[dict[str, object]]:
    """Every deadline as it stands, as plain values."""
    return [dict(one.as_row()) for one in journey.deadlines(as_at)]
