"""Whatever the record holds, the walk reads it, and keeps its promises."""

from datetime import date, timedelta

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.errors import Ambiguous, NotAllowed
from casework.events import NOT_SAID, Event, kinds
from casework.records import EVERYTHING, Records
from casework.states import STAGES
from casework.states.walk import (
    judge,
    lineage,
    possible,
    resolve,
    settle,
    start,
    step,
    walk,
)

ZONE = "Europe/Jersey"
FIRST = date(2026, 11, 2)
KINDS = sorted(
    (one for one in kinds().values() if one.stage_name != "correction"),
    key=lambda one: one.name,
)
IDS = ("a", "b", "c")

days = st.integers(0, 6).map(lambda n: (FIRST + timedelta(days=n)).isoformat())
times = st.sampled_from(["", "", "T09:00+00:00", "T17:00+00:00"])
whens = st.tuples(days, times).map("".join)
borns = st.sampled_from([None, date(2010, 5, 14), FIRST + timedelta(days=3)])
some_records = st.sampled_from(
    [
        EVERYTHING,
        Records(start=FIRST + timedelta(days=2)),
        Records(events=[one.name for one in KINDS if len(one.name) % 2]),
    ]
)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Any event, of a few episodes, with any of its words or none."""
    kind = draw(st.sampled_from(KINDS))
    worded = {
        one.name: draw(st.sampled_from([None, *one.metadata["words"]]))
        for one in attrs.fields(kind)
        if "words" in one.metadata
    }
    # Mostly an id of the stage's own, so that journeys go somewhere.
    own = [f"{kind.stage_name}-{number}" for number in (1, 1, 2)]
    stage = draw(st.sampled_from(sorted(STAGES)))
    return kind(
        at=draw(whens),
        episode=draw(st.sampled_from([*own, *own, None, "a"])),
        follows=draw(st.sampled_from([NOT_SAID, NOT_SAID, None, f"{stage}-1", "a"])),
        **worded,
    )


def by_day(told: list[Event]) -> list[Event]:
    """The events in the order of their days."""
    return sorted(told, key=lambda one: one.at.isoformat()[:10])


records_of_events = st.lists(events(), max_size=25).map(by_day)


@given(records_of_events, some_records, borns)
def test_every_record_is_read_to_its_end(
    told: list[Event], records: Records, born: date | None
) -> None:
    """Nothing is dropped: each event has its verdict, in its place."""
    read = walk(told, zone=ZONE, records=records, born=born)
    assert told == [verdict.event for verdict in read.verdicts]
    assert list(range(len(told))) == [verdict.number for verdict in read.verdicts]


@given(records_of_events, some_records, borns)
def test_a_refused_event_changes_no_episode(
    told: list[Event], records: Records, born: date | None
) -> None:
    """What the stages do not allow leaves every state as it stands."""
    position = start()
    for event in told:
        if event.at != position.day:
            position, _ = settle(position, zone=ZONE, records=records, born=born)
        after, verdict = step(position, event, zone=ZONE, records=records, born=born)
        refused = {"not_allowed", "no_episode", "after_the_end", "nothing_open"}
        if refused & {one.code for one in verdict.findings}:
            assert position.episodes == after.episodes
        position = after


@given(records_of_events, some_records, borns)
def test_every_episode_stands_in_a_state_of_its_stage(
    told: list[Event], records: Records, born: date | None
) -> None:
    """It is closed in a final state and in no other, and listed where it belongs."""
    position = walk(told, zone=ZONE, records=records, born=born).position
    for one in position.episodes.values():
        assert one.state in STAGES[one.stage].states
        assert one.closed == (one.state in STAGES[one.stage].final)
        assert one.closed == (one.ended is not None)
        assert one.closed == (one not in position.open_episodes(one.stage))
        assert one in position.episodes_of(one.stage)
        assert one.opener == one.events[0]


@given(records_of_events, some_records, borns)
def test_lines_of_episodes_have_a_beginning(
    told: list[Event], records: Records, born: date | None
) -> None:
    """No episode comes out of itself, however it is told."""
    line = lineage(walk(told, zone=ZONE, records=records, born=born).position)
    for episode in line:
        seen, here = set[str](), episode
        while (parent := line[here][1]) is not None:
            assert parent not in seen
            seen.add(parent)
            here = parent


@given(records_of_events, some_records, borns)
def test_what_is_refused_has_one_finding_and_says_why(
    told: list[Event], records: Records, born: date | None
) -> None:
    """A verdict without findings is an allowed one; a refusal has words."""
    for verdict in walk(told, zone=ZONE, records=records, born=born).verdicts:
        assert verdict.allowed or verdict.findings
        codes = [one.code for one in verdict.findings]
        assert len(codes) == len(set(codes))
        assert all(one.what and one.expected for one in verdict.findings)


# Each record is tried with every event of the vocabulary.
@settings(max_examples=20)
@given(records_of_events, some_records, borns)
def test_what_may_happen_next_may_be_recorded(
    told: list[Event], records: Records, born: date | None
) -> None:
    """What `possible` allows is allowed, and what it does not is refused."""
    setting = {"zone": ZONE, "records": records, "born": born}
    position = walk(told, **setting).position
    for one in possible(position, **setting):
        follows = NOT_SAID if one.episode is None else None
        event = kinds()[one.event](
            at=later(position.day), episode=one.episode, follows=follows
        )
        fresh = event if one.episode else attrs.evolve(event, episode="fresh")
        assert one.allowed == recordable(position, fresh, setting), one


def later(day: date | None) -> date:
    """The next day, on which nothing is on the record yet."""
    return day + timedelta(days=1) if day else date.max


def recordable(position: object, event: Event, setting: dict[str, object]) -> bool:
    """Whether an event may be recorded where the journey stands."""
    try:
        judge(position, resolve(position, event, **setting), **setting)
    except Ambiguous:
        return recordable(position, attrs.evolve(event, follows=None), setting)
    except NotAllowed:
        return False
    return True


@given(st.lists(events(), max_size=8).map(by_day), borns)
def test_a_script_is_taken_or_refused(told: list[Event], born: date | None) -> None:
    """Whatever a script leaves out, it is refused by name, and nothing else breaks."""
    position = start()
    for event in told:
        bare = attrs.evolve(event, episode=None, follows=NOT_SAID)
        try:
            whole = resolve(position, bare, zone=ZONE, born=born)
            judge(position, whole, zone=ZONE, born=born)
        except (Ambiguous, NotAllowed):
            continue
        position, _ = step(position, whole, zone=ZONE, born=born)
