"""What is drawn of a journey, and its text and Mermaid."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import Child, Chronology, Journey, Status, england, jersey, read_jsonl
from casework.dates import as_moment
from casework.events import (
    AssessmentStarted,
    BecameLookedAfter,
    ChildBorn,
    Corrected,
    OrderMade,
    ReferralClosed,
    ReferralDecided,
    ReferralReceived,
    StrategyDiscussionHeld,
)
from casework.records import Records
from casework.testing import any_journeys
from casework.timeline import Timeline, as_mermaid, as_text, table, timeline_of
from casework.timeline.order import in_order_of_time
from casework.timeline.scale import Scale
from tests.source import ROOT

LIFE = ROOT / "examples" / "data" / "whole_life.jsonl"
DAYS = st.dates(date(2001, 1, 1), date(2040, 12, 31))


def referred(place: object = england, **child: str) -> Journey:
    """Give a child who was referred on a Monday."""
    journey = Journey.open(place, child="C-1", born="2015-02-03", **child)
    return journey.record(ReferralReceived(at="2026-03-02", source="school"))


def lines(text: str) -> list[str]:
    """Give the lines of a text, each with single spaces."""
    return [" ".join(line.split()) for line in text.splitlines()]


# What is drawn


def test_nothing_moves_after_the_last_day_of_the_record() -> None:
    """What came later is shown as an event, and opens no bar."""
    told = Chronology(
        child=Child(id="C-1"),
        events=[ReferralReceived(at="2026-03-02", episode="later")],
        records=Records(end="2026-03-01"),
    )
    journey = Journey(jurisdiction=jersey, chronology=told)
    (lane,) = timeline_of(journey, "2026-04-01").lanes
    assert (0, 1) == (len(lane.spans), len(lane.events))


@given(journey=any_journeys(), day=DAYS)
def test_what_is_drawn_is_what_the_journey_says(journey: Journey, day: date) -> None:
    """Each deadline has one mark, each event one; each episode ends where it stands."""
    drawn = timeline_of(journey, day)
    due = [(d.rule, d.episode, d.occurrence, d.due) for d in journey.deadlines(day)]
    marks = [(m.rule, m.episode, m.occurrence, m.due) for m in drawn.deadlines]
    assert Counter(due) == Counter(marks)
    happened = Counter((v.event.name, v.allowed) for v in journey.verdicts(day))
    events = [(e.event, e.allowed) for lane in drawn.lanes for e in lane.events]
    assert happened == Counter(events)
    spans = {span.episode: span for lane in drawn.lanes for span in lane.spans}
    stands = {one.id: (one.state, one.closed) for one in journey.episodes(day)}
    assert stands == {id_: (s.state, s.ends is not None) for id_, s in spans.items()}


def test_states_follow_each_other_in_a_lane() -> None:
    """From the referral to its closure, each state to the start of the next."""
    journey = referred().record(
        AssessmentStarted(at="2026-03-05"), ReferralClosed(at="2026-03-20")
    )
    [lane] = timeline_of(journey, "2026-03-31").lanes
    told = [(one.state, str(one.starts), str(one.ends)) for one in lane.spans]
    assert [
        ("referred", "2026-03-02", "2026-03-05"),
        ("assessing", "2026-03-05", "2026-03-20"),
        ("closed", "2026-03-20", "2026-03-20"),
    ] == told


def test_a_lane_is_called_what_the_place_called_it_then() -> None:
    """Article 42 in Jersey, section 47 in England."""
    discussed = StrategyDiscussionHeld(at="2026-03-04", outcome="enquiry")
    titles = [
        timeline_of(referred(place).record(discussed), "2026-03-05").lanes[1].title
        for place in (jersey, england)
    ]
    assert ["Article 42 enquiry", "section 47 enquiry"] == titles


def test_a_mark_stands_on_the_due_day_or_where_something_came_of_it() -> None:
    """Without a due day: where it was met, else on the day asked."""
    concerned = StrategyDiscussionHeld(at="2026-03-06", outcome="enquiry")
    decided = ReferralDecided(at="2026-03-03", decision="strategy_discussion")
    journey = referred().record(decided)
    [before] = [
        one for one in timeline_of(journey, "2026-03-05").deadlines if not one.due
    ]
    assert (date(2026, 3, 5), Status.OPEN) == (before.at, before.status)
    later = timeline_of(journey.record(concerned), "2026-03-31").deadlines
    [after] = [one for one in later if not one.due]
    assert (date(2026, 3, 6), Status.MET) == (after.at, after.status)


def test_what_is_due_in_many_years_does_not_dwarf_the_story() -> None:
    """An order to the 18th birthday: its mark stands at the edge of the picture."""
    journey = Journey.open(england, child="C-1", born="2020-02-03").record(
        OrderMade(at="2026-03-02", kind="care", until="2038-02-02", follows=None)
    )
    drawn = timeline_of(journey, "2026-03-31")
    assert date(2026, 7, 31) > drawn.last
    scale = Scale(
        first=drawn.first, last=drawn.last, left=0, width=100, zone="Europe/London"
    )
    [mark] = drawn.deadlines
    assert scale.beyond(mark.at)
    assert 100 == scale.x(mark.at)


def test_days_that_are_no_working_days_are_told_where_days_can_be_seen() -> None:
    """Easter 2026 is in the picture of a spring, and not in that of a life."""
    spring = timeline_of(referred(), "2026-03-31")
    assert (date(2026, 4, 6), date(2026, 4, 6)) in spring.rest
    assert () == timeline_of(referred(), "2028-03-31").rest


def test_a_picture_beyond_the_known_holidays_shows_none() -> None:
    """A day for which no holidays are known is drawn, and nothing is guessed."""
    journey = Journey.open(england, child="C-1").record(
        ReferralReceived(at="2044-12-20"),
    )
    assert () == timeline_of(journey, "2045-01-31").rest


# Text


def test_the_text_of_a_referral() -> None:
    """Time from top to bottom, what is due on its day, today as a line."""
    text = as_text(timeline_of(referred(), "2026-03-04"))
    assert [
        "Child C-1, England, as at the end of Wednesday 4 March 2026",
        "",
        "2026-03-02 assessment referral received now referred",
        "2026-03-03 assessment due: Response to a referral decided overdue, 1 day late",
        "---------- ---------- as at the end of Wednesday 4 March 2026",
        "2026-05-07 assessment due: Assessment concluded open",
    ] == lines(text)


def test_whose_number_it_is_stands_in_every_kind_of_picture() -> None:
    """In Jersey nobody reads England's number without being told."""
    journey = Journey.open(jersey, child="C-1", born="2015-02-03")
    journey = journey.record(ReferralReceived(at="2025-03-03"))
    drawn = timeline_of(journey, "2025-03-04")
    note = "England's number; not known to apply in Jersey"
    assert f"[1] {note}" in as_text(drawn)
    assert f"[1] {note}" in table(drawn)
    assert "[1] : England's number, not known to apply in Jersey" in as_mermaid(drawn)


def test_a_holiday_that_is_not_yet_proclaimed_is_told() -> None:
    """In Jersey those after 2025 are only foreseen."""
    text = as_text(timeline_of(referred(jersey), "2026-03-04"))
    assert "provisional: its holidays are not yet proclaimed" in text


def test_the_table_lists_the_deadlines_with_their_rules() -> None:
    """When due, what, by which rule, and how it stands."""
    told = lines(table(timeline_of(referred(), "2026-03-04")))
    assert "DUE WHAT RULE HOW IT STANDS" == told[2]
    assert (
        "2026-03-03 Response to a referral decided england.referral.decision 1 "
        "overdue, 1 day late"
    ) == told[3]


def test_moments_are_told_by_the_clocks_of_the_place() -> None:
    """An hour later than UTC, in summer."""
    journey = Journey.open(jersey, child="C-1").record(
        ReferralReceived(at="2026-06-01T09:40Z"), AssessmentStarted(at="2026-06-01")
    )
    text = as_text(timeline_of(journey, "2026-06-01T11:00Z"))
    assert "2026-06-01 10:40  assessment" in text
    assert "as at 12:00 on Monday 1 June 2026" in text
    kinds = [
        type(one.mark).__name__
        for one in in_order_of_time(timeline_of(journey, "2026-06-01"))
    ]
    assert ["EventMark", "EventMark", "NoneType"] == kinds[:3]


def test_a_corrected_event_stands_where_it_was_put_right() -> None:
    """And the correction itself is no mark."""
    right = ReferralReceived(at="2026-03-01", episode="assessment-1", follows=None)
    journey = referred().record(Corrected(at="2026-03-03", of="e1", replacement=right))
    [lane] = timeline_of(journey, "2026-03-04").lanes
    assert [date(2026, 3, 1)] == [one.at for one in lane.events]


# Mermaid


def test_the_mermaid_of_a_referral() -> None:
    """A section for each month; nothing in it that Mermaid would read as its own."""
    told = as_mermaid(timeline_of(referred(), "2026-03-04"))
    assert [
        "timeline",
        "title Child C-1, England, as at the end of Wednesday 4 March 2026",
        "section March 2026",
        "2026-03-02 : assessment, referral received, now referred",
        (
            "2026-03-03 : assessment, due - Response to a referral decided, "
            "overdue, 1 day late"
        ),
        "2026-03-04 : as at the end of Wednesday 4 March 2026",
        "section May 2026",
        "2026-05-07 : assessment, due - Assessment concluded, open",
    ] == lines(told)


def test_the_mermaid_of_a_life_has_a_section_for_each_year() -> None:
    """From the first to the last, each once."""
    [life] = read_jsonl(LIFE)
    told = as_mermaid(timeline_of(life, "2032-06-01")).splitlines()
    sections = [line.split()[1] for line in told if line.startswith("    section")]
    assert [*map(str, range(2020, 2033)), "Notes"] == sections


@given(journey=any_journeys(), day=DAYS)
@settings(max_examples=30)
def test_nothing_in_a_record_can_break_mermaid(journey: Journey, day: date) -> None:
    """Whatever an id holds, a line is a period and its events."""
    for line in as_mermaid(timeline_of(journey, day)).splitlines()[2:]:
        assert line.startswith(("    section ", "        "))
        parts = line.strip().split(" : ")
        assert not any(set(part) & set(':;#{}"`') for part in parts), line


def test_mermaid_shows_an_id_though_a_part_of_it_cannot_be_shown() -> None:
    """What cannot be printed goes, and not the word around it."""
    journey = Journey.open(england, child="C-\x1b1\u202e7")
    assert "Child C- 1 7, England" in as_mermaid(timeline_of(journey, "2026-03-02"))


# The axis


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2026-03-08", ["2 Mar 2026", "3 Mar", "4 Mar"]),
        ("2026-05-01", ["2 Mar 2026", "9 Mar", "16 Mar"]),
        ("2027-02-01", ["2 Mar 2026", "Apr", "May"]),
        ("2029-01-01", ["Apr 2026", "Jul", "Oct"]),
        ("2036-01-01", ["2 Mar 2026", "2027", "2028"]),
        ("2051-03-01", ["2 Mar 2026", "2030", "2035"]),
    ],
)
def test_an_axis_names_what_there_is_room_for(last: str, expected: list[str]) -> None:
    """Days in a week, years in 25, and every name has its room."""
    scale = Scale(
        first=date(2026, 3, 2),
        last=date.fromisoformat(last),
        left=100,
        width=900,
        zone="Europe/London",
    )
    ticks = scale.ticks()
    assert expected == [tick.words for tick in ticks[:3]]
    gaps = [b.x - a.x for a, b in pairwise(ticks)]
    assert all(gap >= 30 for gap in gaps)


def test_a_day_has_23_hours_where_the_clocks_go_forward() -> None:
    """Noon of that day stands where 11 hours of it have passed, never past its end."""
    scale = Scale(
        first=date(2026, 3, 29),
        last=date(2026, 3, 29),
        left=0,
        width=24,
        zone="Europe/London",
    )
    assert 11 == scale.x(as_moment("2026-03-29T12:00+01:00"))
    assert 23 >= scale.x(as_moment("2026-03-29T23:59+01:00"))


def test_a_birth_during_the_story_is_an_event_of_the_child() -> None:
    """It stands in a lane of its own, which has no states."""
    journey = Journey.open(england, child="C-1", expected="2026-06-20").record(
        ReferralReceived(at="2026-03-02"), ChildBorn(at="2026-06-22", on="2026-06-22")
    )
    lanes = {lane.stage: lane for lane in timeline_of(journey, "2026-06-30").lanes}
    assert ["child born"] == [one.words for one in lanes["child"].events]
    assert () == lanes["child"].spans


def test_the_repr_of_a_timeline_tells_no_birth() -> None:
    """It holds what happened, and not who was born when."""
    journey = Journey.open(england, child="C-1", born="2015-02-03").record(
        BecameLookedAfter(at="2026-03-02", basis="accommodated", follows=None)
    )
    drawn: Timeline = timeline_of(journey, "2026-03-03")
    assert "2015" not in repr(drawn)
