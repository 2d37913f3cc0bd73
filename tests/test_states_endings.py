"""No journey ends with a child neither open nor closed, and every one can be closed."""

from collections import deque
from functools import cache

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from casework.dates import day_of, days_after
from casework.events import ChildDied, Event, PregnancyEnded
from casework.journey import Journey
from casework.states import STAGES
from casework.states.moves import NOT_OPEN
from casework.testing import lawful_journeys
from tests.stage_tables import variants_of


@cache
def way_out(stage: str, state: str) -> tuple[Event, ...] | None:
    """Find the fewest events by which an episode comes to its end."""
    waiting = deque([(state, ())])
    seen = {state}
    while waiting:
        here, events = waiting.popleft()
        if here in STAGES[stage].final:
            return events
        for event in variants_of(stage):
            there = STAGES[stage].next(here, event)
            if there is not None and there not in seen:
                seen.add(there)
                waiting.append((there, (*events, event)))
    return None


@pytest.mark.parametrize(
    ("stage", "state"),
    [(name, state) for name in STAGES for state in (NOT_OPEN, *STAGES[name].states)],
)
def test_every_state_can_come_to_its_end(stage: str, state: str) -> None:
    """From wherever an episode stands, some events lead to where it is over."""
    assert way_out(stage, state) is not None


def stands(journey: Journey) -> None:
    """See that each episode is in a state of its stage, and over in a final one."""
    for one in journey.episodes():
        assert one.state in STAGES[one.stage].states
        assert one.closed == (one.state in STAGES[one.stage].final)
        assert one.closed == (one.ended is not None)


@settings(max_examples=30)
@given(journey=lawful_journeys(), last_first=st.booleans())
def test_every_journey_can_go_on_until_all_is_closed(
    *, journey: Journey, last_first: bool
) -> None:
    """No child is neither open nor closed; what is open, allowed events can close."""
    stands(journey)
    told = journey.chronology.events
    # A death ends everything at once: what is open then stays as it stood.
    assume(told)
    assume(not any(isinstance(one, ChildDied | PregnancyEnded) for one in told))
    day = max(day_of(one.at, journey.jurisdiction.zone) for one in told)
    episodes = journey.episodes()
    for one in reversed(episodes) if last_first else episodes:
        for event in way_out(one.stage, one.state) or ():
            day = days_after(day, 1)
            journey = journey.record(attrs.evolve(event, at=day, episode=one.id))
    stands(journey)
    assert all(one.closed for one in journey.episodes())
