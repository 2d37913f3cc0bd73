"""What must hold whenever a record is written, cut, corrected, sent or asked again."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import Phase, assume, find, given, settings
from hypothesis import strategies as st

from casework import read_jsonl, write_jsonl
from casework.adapters.plain import journey_from_plain, journey_to_plain
from casework.chronology import Chronology
from casework.dates import day_of
from casework.errors import NotAllowed
from casework.events import ChildBorn, Event
from casework.events.corrections import CorrectionEvent
from casework.journey import Journey
from casework.timescales import Deadline
from tests.inventing import Inventor
from tests.lives import Asked, asked, dear, evolve_journey, lives, rows, with_events

Key = tuple[str, str | None, int]


def _keyed(journey: Journey, as_at: date) -> dict[Key, Deadline]:
    found = journey.deadlines(as_at)
    return {(one.rule, one.episode, one.occurrence): one for one in found}


def _shuffled(data: st.DataObject, journey: Journey) -> Journey:
    """Write the events down in another order; those of one day and time stay in it."""
    events = journey.chronology.events
    order = data.draw(st.permutations(range(len(events))))
    waiting: dict[object, list[int]] = {}
    for number in range(len(events)):
        waiting.setdefault(_when(events[number]), []).append(number)
    places = (waiting[_when(events[number])].pop(0) for number in order)
    return with_events(journey, [events[place] for place in places])


def _when(event: Event) -> object:
    return "a correction" if isinstance(event, CorrectionEvent) else event.at


@dear
@given(data=st.data(), case=asked())
def test_evaluation_does_not_depend_on_the_order_of_recording(
    data: st.DataObject, case: Asked
) -> None:
    """Except among events of equal day and time."""
    journey, as_at = case
    assert rows(journey, as_at) == rows(_shuffled(data, journey), as_at)


@dear
@given(case=asked())
def test_recorded_one_after_another_is_as_read_at_once(case: Asked) -> None:
    """What is kept from one event to the next is what all of them together say."""
    journey, as_at = case
    told = with_events(journey, ())
    for event in journey.chronology.events:
        with suppress(NotAllowed):
            told = told.record(event)
    assert rows(with_events(told, told.chronology.events), as_at) == rows(told, as_at)


# An event that is written down when everything else has been.
AFTERWARDS = datetime(2060, 1, 1, tzinfo=UTC)


@st.composite
def _one_more(draw: st.DrawFn, journey: Journey, first: date) -> Journey:
    """Add one event, of a day not before the first, to the record."""
    luck = draw(st.randoms(use_true_random=False))
    inventor = Inventor(luck)
    inventor.place = journey.jurisdiction
    inventor.last = first
    event = _latest(inventor.goes_on(journey), first)
    return with_events(journey, [*journey.chronology.events, event])


def _latest(journey: Journey, first: date) -> Event:
    event = journey.chronology.events[-1]
    assert isinstance(event, Event)
    at = event.at if day_of(event.at, journey.jurisdiction.zone) >= first else first
    return evolve(event, at=at, recorded=AFTERWARDS)


@dear
@given(data=st.data(), case=asked())
def test_adding_a_later_event_never_changes_what_was_known_before_it(
    data: st.DataObject, case: Asked
) -> None:
    """Neither what was known before it was recorded, nor what was so before its day."""
    journey, as_at = case
    before = AFTERWARDS - timedelta(seconds=1)
    more = data.draw(_one_more(journey, as_at + timedelta(days=1)))
    later = as_at + timedelta(days=400)
    assert journey.deadlines(later, before) == more.deadlines(later, before)
    assert rows(journey, as_at) == rows(more, as_at)


@dear
@given(case=asked(), after=st.sampled_from((0, 1, 400)))
def test_it_does_not_matter_who_tells_the_date_of_birth(
    case: Asked, after: int
) -> None:
    """An event that tells it late, or the child's own record from the beginning."""
    journey, as_at = case
    born, events = journey.child.born, journey.chronology.events
    assume(born is not None)
    assume(not any(isinstance(one, ChildBorn) for one in events))
    end = journey.chronology.records.end or as_at
    told = ChildBorn(at=min(as_at, end), on=born, id="told", recorded=AFTERWARDS)
    unborn = evolve(journey.chronology, child=evolve(journey.child, born=None))
    late = evolve_journey(journey, unborn)
    late = with_events(late, [*events, told])
    day = as_at + timedelta(days=after)
    assert rows(journey, day) == rows(late, day)


@dear
@given(case=asked())
def test_cutting_the_chronology_at_as_at_equals_asking_as_at(case: Asked) -> None:
    """Corrections are kept: they go by what was known, and never by the day."""
    journey, as_at = case
    zone = journey.jurisdiction.zone
    # What was put right may have been moved to an earlier day, or to a later one.
    stands = {one.event.id: day_of(one.event.at, zone) for one in journey.verdicts()}
    kept = [
        one
        for one in journey.chronology.events
        if isinstance(one, CorrectionEvent) or stands.get(one.id, as_at) <= as_at
    ]
    assert rows(journey, as_at) == rows(with_events(journey, kept), as_at)


@dear
@given(case=asked(), later=st.sampled_from((1, 30, 400)))
def test_a_met_deadline_stays_met(case: Asked, later: int) -> None:
    """No later day, and nothing that happens later, takes it back."""
    journey, as_at = case
    assume(not _birth_told_after(journey, as_at))
    after = _keyed(journey, as_at + timedelta(days=later))
    for key, one in _keyed(journey, as_at).items():
        if one.met is not None:
            still = after[key]
            assert (one.met, one.status) == (still.met, still.status)
            assert one.days_late == still.days_late


def _birth_told_after(journey: Journey, day: date) -> bool:
    # That does not happen later: it says how old the child has been all along.
    zone, told = journey.jurisdiction.zone, (one.event for one in journey.verdicts())
    births = (one for one in told if isinstance(one, ChildBorn))
    late = any(day_of(one.at, zone) > day for one in births)
    return late and journey.child.born is None


@dear
@given(several=st.lists(asked(), min_size=2, max_size=4), data=st.data())
def test_permuting_children_changes_nothing(
    several: list[Asked], data: st.DataObject
) -> None:
    """A child's deadlines are the same wherever in a file its line stands."""
    journeys = [
        _child(journey, f"C-{number}")
        for number, (journey, _) in enumerate(several, start=1)
    ]
    as_at = several[0][1]
    permuted = data.draw(st.permutations(journeys))
    assert dict(_read(journeys, as_at)) == dict(_read(permuted, as_at))


def _child(journey: Journey, id_: str) -> Journey:
    told = evolve(journey.chronology, child=evolve(journey.child, id=id_))
    return evolve_journey(journey, told)


def _read(journeys: list[Journey], as_at: date) -> Iterator[tuple[str, object]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "children.jsonl"
        write_jsonl(journeys, path)
        for journey in read_jsonl(path):
            yield journey.child.id, rows(journey, as_at)


@dear
@given(case=asked())
def test_explanation_and_receipt_recompute_to_the_same_answer(case: Asked) -> None:
    """Whoever keeps a receipt can ask again, and is told the same."""
    journey, as_at = case
    for one in journey.deadlines(as_at)[:4]:
        told = one.explain()
        again = journey.recompute(told.receipt)
        assert again == one
        assert again.explain() == told


@dear
@given(journey=lives)
def test_the_json_round_trip_is_the_identity(journey: Journey) -> None:
    """What is written and read again is what was written."""
    text = json.dumps(journey_to_plain(journey))
    read = journey_from_plain(json.loads(text))
    assert journey.chronology == read.chronology
    assert text == json.dumps(journey_to_plain(read))


@dear
@given(case=asked(), hour=st.integers(0, 23))
def test_the_journey_as_known_is_the_deadlines_as_known(case: Asked, hour: int) -> None:
    """Two ways of asking what was known at a moment."""
    journey, as_at = case
    moment = datetime.combine(as_at, time(hour), UTC)
    assert journey.deadlines(as_at, moment) == journey.as_known(moment).deadlines(as_at)


WANTED = (
    *("met", "met_late", "not_recorded", "ceased", "missed", "open", "overdue"),
    *("corrected", "recorded late", "moments", "days", "out of order"),
)


# What is found is shown in full, with the whole law of its place; nobody reads that.
@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
@pytest.mark.parametrize("wanted", WANTED)
def test_the_journeys_that_are_asked_hold_what_is_proved_of_them(wanted: str) -> None:
    """Deadlines of each status, corrections and late records are among them."""
    luck = settings(max_examples=600, phases=[Phase.generate])
    assert find(asked(), lambda case: wanted in _what_is_in(case), settings=luck)


def _what_is_in(case: Asked) -> set[str]:
    journey, as_at = case
    statuses = {one.status.value for one in journey.deadlines(as_at)}
    return statuses | set(_kinds(journey.chronology))


def _kinds(told: Chronology) -> Iterator[str]:
    events = [one for one in told.events if isinstance(one, Event)]
    for one in events:
        yield "moments" if isinstance(one.at, datetime) else "days"
        if isinstance(one, CorrectionEvent):
            yield "corrected"
        if one.recorded is not None:
            yield "recorded late"
    if [str(one.at) for one in events] != sorted(str(one.at) for one in events):
        yield "out of order"
