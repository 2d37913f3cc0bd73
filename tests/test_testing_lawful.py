"""The kit's histories: lawful, everywhere, near what matters, small when they fail."""

from collections import Counter
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis import strategies as st

from casework import Child, Journey, Records, england, jersey
from casework.chronology import in_order, known_from
from casework.dates import day_of
from casework.errors import NotFound
from casework.events import (
    AssessmentCompleted,
    AssessmentStarted,
    BecameLookedAfter,
    ChildBorn,
    ReferralReceived,
    SecureEnded,
    SecureStarted,
)
from casework.states import STAGES
from casework.states.moves import NOT_OPEN
from casework.testing import (
    as_ats,
    children,
    days_near,
    due_days,
    history,
    lawful_journeys,
    lives,
    moments_near,
)
from casework.testing.near import notable_days
from casework.testing.reading import events_in
from casework.testing.ways import way_out, ways_into

# Generating and shrinking alone: why a history fails is not asked here.
QUICKLY = settings(
    derandomize=True,
    max_examples=1000,
    database=None,
    deadline=None,
    phases=[Phase.generate, Phase.shrink],
)
SEEN_STAGES: Counter[str] = Counter()
LATE: Counter[bool] = Counter()


def names(journey: Journey) -> list[str]:
    """Name the events of a journey in the order in which they happened."""
    ordered = in_order(events_in(journey), journey.jurisdiction.zone)
    return [one.event.name for one in ordered]


# Lawful


@given(journey=lawful_journeys())
def test_every_event_of_a_lawful_journey_is_allowed(journey: Journey) -> None:
    """Nothing is refused, and nothing is wrong but what is due or owed."""
    assert [] == [one for one in journey.verdicts() if one.findings]
    assert [] == [one for one in journey.findings() if one.severity == "error"]
    SEEN_STAGES.update(episode.stage for episode in journey.episodes())


@given(journey=lawful_journeys(stages=["contact"]))
def test_events_stand_in_the_order_in_which_they_were_written_down(
    journey: Journey,
) -> None:
    """Some of them late: what happened first may stand last."""
    zone, events = journey.jurisdiction.zone, events_in(journey)
    known = [known_from(one, zone) for one in events]
    assert sorted(known) == known
    LATE.update(one.recorded is not None for one in events)


def test_some_events_were_written_down_late() -> None:
    """Among those of the test above."""
    assert LATE[True]


def test_every_stage_is_reached() -> None:
    """Forty histories, those of the test above, and as many more, see every stage."""

    @settings(max_examples=100)
    @given(journey=lawful_journeys(max_events=20))
    def seen(journey: Journey) -> None:
        SEEN_STAGES.update(episode.stage for episode in journey.episodes())

    seen()
    assert set(STAGES) == set(SEEN_STAGES)


@pytest.mark.parametrize("stage", STAGES)
@settings(max_examples=5)
@given(data=st.data())
def test_a_stage_that_is_asked_for_is_always_there(
    stage: str, data: st.DataObject
) -> None:
    """With what it must come out of, and with nothing that is refused."""
    journey = data.draw(lawful_journeys(stages=[stage]))
    assert stage in {episode.stage for episode in journey.episodes()}
    assert all(one.allowed for one in journey.verdicts())


@pytest.mark.slow
@pytest.mark.parametrize("stage", STAGES)
def test_every_state_of_a_stage_is_reached(stage: str) -> None:
    """A history of one stage stops in each of its states, sooner or later."""
    states, seen = set(STAGES[stage].states), set[str]()

    @settings(max_examples=100)
    @given(journey=lawful_journeys(stages=[stage], max_events=16))
    def reached(journey: Journey) -> None:
        seen.update(one.state for one in journey.episodes() if one.stage == stage)

    for round_ in range(10):
        if seen != states:
            seed(round_)(reached)()
    assert states == seen


@pytest.mark.slow
@pytest.mark.parametrize("pair", list(combinations(STAGES, 2)), ids="-".join)
@settings(max_examples=3, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_any_two_stages_can_be_asked_for(
    pair: tuple[str, str], data: st.DataObject
) -> None:
    """Whatever the one leaves standing does not keep the other out."""
    journey = data.draw(lawful_journeys(stages=pair))
    assert set(pair) <= {episode.stage for episode in journey.episodes()}


def test_a_stage_that_does_not_exist_is_refused() -> None:
    """A misspelt stage is an error, and not a history without it."""
    with pytest.raises(NotFound, match="no stage 'secured'; did you mean secure"):
        find(lawful_journeys(stages=["secured"]), lambda _: True)


@settings(max_examples=20)
@given(journey=lawful_journeys(jersey, max_events=3, ends_by="2025-03-31"))
def test_a_journey_keeps_to_its_bounds(journey: Journey) -> None:
    """The place, the number of events and the last day are those asked for."""
    days = [day_of(one.at, jersey.zone) for one in events_in(journey)]
    assert journey.jurisdiction is jersey
    assert all(day <= date(2025, 3, 31) for day in days)
    # A step may take the events that lead up to it with it.
    assert len(days) <= 3 * 5


RECORDS = Records(
    events=["contact_received", "contact_decided", "referral_received"],
    start="2024-01-01",
    end="2027-12-31",
)


@given(journey=lawful_journeys(england, records=RECORDS))
def test_what_a_source_does_not_record_is_left_out(journey: Journey) -> None:
    """What is left of a lawful history is lawful in the eyes of that source."""
    assert RECORDS == journey.chronology.records
    assert {one.name for one in events_in(journey)} <= set(RECORDS.events or ())
    assert all(one.allowed for one in journey.verdicts())


@pytest.mark.parametrize("stage", STAGES)
def test_a_way_into_a_stage_ends_in_it(stage: str) -> None:
    """Each way opens the stage last, by an event that may open it."""
    ways = [way for by_one_event in ways_into(stage) for way in by_one_event]
    assert {stage} == {way[-1].stage for way in ways}
    openers = {way[-1].events[0].kind for way in ways}
    assert {move.event for move in STAGES[stage].leaving[NOT_OPEN]} == openers


def test_a_way_out_of_a_stage_is_the_shortest() -> None:
    """An order discharged takes one event; what is over takes none."""
    assert ["order_ended"] == [one.kind.name for one in way_out("order", "in force")]
    assert () == way_out("order", "expired")


# Small when they fail


@pytest.mark.parametrize(
    "stages", [["secure"], pytest.param(None, marks=pytest.mark.slow)], ids=str
)
def test_a_fault_in_secure_accommodation_shrinks_to_three_events(
    stages: list[str] | None,
) -> None:
    """Of a long history, what led into secure accommodation and out of it is left."""

    def fails(journey: Journey) -> bool:
        return any(
            one.stage == "secure" and one.state == "out" for one in journey.episodes()
        )

    found = find(lawful_journeys(stages=stages), fails, settings=QUICKLY)
    expected = [BecameLookedAfter.name, SecureStarted.name, SecureEnded.name]
    assert expected == names(found)
    assert {date(2025, 3, 3)} == {one.at for one in events_in(found)}


@pytest.mark.slow
def test_a_deadline_met_on_its_due_day_is_found() -> None:
    """The days of a history lie near due days, so that `<` for `<=` shows."""

    def on_the_day(journey: Journey) -> bool:
        asked = journey.deadlines("2040-01-01")
        rule = "england.assessment.conclude"
        return any(one.rule == rule and one.met == one.due for one in asked)

    found = find(
        lawful_journeys(england, stages=["assessment"]), on_the_day, settings=QUICKLY
    )
    assert len(names(found)) <= 3


# Whole lives


@settings(max_examples=8)
@given(life=lives(jersey))
def test_a_life_goes_from_the_first_contact_to_the_end_of_support(
    life: Journey,
) -> None:
    """Every chapter is there, every event is allowed, and nothing is left open."""
    assert all(one.allowed for one in life.verdicts())
    stages = {episode.stage for episode in life.episodes()}
    assert {"contact", "looked_after", "leaving_care"} <= stages
    assert all(episode.closed for episode in life.episodes())


# Near what matters


@given(day=days_near(jersey, first="2025-05-01", last="2025-05-31"))
def test_days_keep_to_their_bounds(day: date) -> None:
    """First and last are the first and the last day that come."""
    assert date(2025, 5, 1) <= day <= date(2025, 5, 31)


@pytest.mark.parametrize(
    "day", ["2025-05-08", "2025-05-09", "2025-02-28", "2025-03-30", "2025-10-27"]
)
def test_days_next_to_an_edge_are_notable(day: str) -> None:
    """Before a holiday, on it, at a month's end, at a clock change and after it."""
    assert date.fromisoformat(day) in notable_days(jersey)


def test_a_plain_day_is_not_notable() -> None:
    """A Wednesday in the middle of June is next to nothing."""
    assert date(2025, 6, 18) not in notable_days(jersey)


@given(moment=moments_near(england, first="2025-03-30", last="2025-03-30"))
def test_moments_have_an_offset(moment: date) -> None:
    """The hour that the clocks skip lies among them."""
    assert day_of(moment, "UTC") == date(2025, 3, 30)


def referred() -> Journey:
    """A child referred on a Monday: due on Tuesday, and after 45 working days."""
    journey = Journey.open(england, child="C-0001", born="2015-02-03")
    return journey.record(ReferralReceived(at="2025-03-03"))


@given(data=st.data())
def test_due_days_come_with_the_days_either_side(data: st.DataObject) -> None:
    """Of Tuesday 4 March and Wednesday 7 May."""
    day = data.draw(due_days(referred(), "2025-03-03"))
    near = [date(2025, 3, 4), date(2025, 5, 8)]
    assert any(abs(day - due) <= timedelta(days=1) for due in near)


@given(data=st.data())
def test_a_day_to_ask_on_is_not_before_the_eve_of_the_first_event(
    data: st.DataObject,
) -> None:
    """Nothing can be said of earlier days."""
    day = data.draw(as_ats(referred()))
    assert day >= date(2025, 3, 2)


@given(child=children("2025-03-03", unborn=False))
def test_children_are_born_and_under_eighteen(child: Child) -> None:
    """They have the age that is asked for on that day."""
    assert child.born is not None
    assert date(2006, 3, 2) < child.born <= date(2025, 3, 3)


def test_some_children_are_not_yet_born() -> None:
    """Their birth lies ahead, expected or already on the record."""
    find(children(), lambda child: child.expected is not None, settings=QUICKLY)
    ahead = date(2025, 3, 3)
    find(
        children(),
        lambda child: child.born is not None and child.born > ahead,
        settings=QUICKLY,
    )


# In plain lines


def test_a_history_is_written_a_line_an_event() -> None:
    """In the order in which it happened, with what each event says."""
    journey = referred().record(
        AssessmentStarted(at="2025-03-05", recorded="2025-03-07T12:00Z"),
        AssessmentCompleted(at="2025-03-20", outcome="early_help"),
    )
    assert history(journey).splitlines() == [
        "2025-03-03 referral_received assessment-1 follows=None",
        "2025-03-05 assessment_started assessment-1 recorded=2025-03-07 12:00:00+00:00",
        "2025-03-20 assessment_completed assessment-1 outcome=early_help",
    ]


def test_a_history_never_shows_a_birth() -> None:
    """The day of a birth is a date of birth."""
    journey = Journey.open(england, child="C-0001", expected="2025-06-02")
    journey = journey.record(ChildBorn(at="2025-06-04", on="2025-06-03"))
    assert "(day not shown) child_born" == history(journey)
