"""What must hold of the deadlines of every journey, whatever happened in it."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

import attrs
from hypothesis import given
from hypothesis import strategies as st

from casework.chronology import Child, Chronology
from casework.dates import When
from casework.errors import NotAllowed
from casework.events import (
    CaseClosed,
    ChildDied,
    ConferenceHeld,
    Event,
    ProtectionPlanEnded,
    ReviewConferenceHeld,
    SupervisionHeld,
    kinds,
)
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction, england, jersey
from casework.timescales import Deadline

FIRST: Final = date(2024, 3, 1)
ZONE: Final = "Europe/London"

# Each episode follows the one before it.
HAPPENS: Final = {
    "contact": "contact_received contact_decided",
    "referral": """
        referral_received referral_decided assessment_started assessment_completed
        referral_closed""",
    "enquiry": "concern_raised strategy_discussion_held enquiry_concluded",
    "conference": """
        conference_planned plan_transfer_notified conference_held conference_stood_down
        protection_plan_started core_group_met review_conference_held
        protection_plan_ended""",
}
EPISODE: Final = {name: one for one, names in HAPPENS.items() for name in names.split()}
FOLLOWS: Final = dict(zip(HAPPENS, [None, *HAPPENS], strict=False))

# The fields that a rule looks at.
FIELDS: Final[dict[str, dict[str, tuple[Any, ...]]]] = {
    "referral_decided": {
        "decision": (None, "assessment", "strategy_discussion", "early_help")
    },
    "strategy_discussion_held": {
        "outcome": (None, "enquiry", "no_enquiry"),
        "conference_not_required": (None, False, True),
    },
    "enquiry_concluded": {"outcome": (None, "conference", "not_substantiated")},
    "conference_held": {
        "kind": (None, "initial", "transfer_in", "pre_birth"),
        "decision": (None, "plan", "no_plan"),
    },
    "review_conference_held": {"decision": (None, "continue", "end")},
}

# Most of a year, with the holidays of both places in it, and later days to ask on.
days = st.dates(FIRST, date(2025, 1, 31))
asked = st.dates(FIRST, date(2026, 2, 28))
places = st.sampled_from([england, jersey])
minutes = st.none() | st.integers(0, 24 * 60 - 1)


def _moment(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60), UTC)


moments = st.builds(_moment, days, st.integers(0, 24 * 60 - 1))


@st.composite
def journeys(
    draw: st.DrawFn, minutes: st.SearchStrategy[int | None] = minutes
) -> Journey:
    """Journeys from contact to plan: what happened in two months, in any order."""
    first = draw(days)
    names = st.lists(st.sampled_from(sorted(EPISODE)), min_size=8, max_size=24)
    events = []
    for name in draw(names):
        day, minute = first + timedelta(draw(st.integers(0, 60))), draw(minutes)
        at = day if minute is None else _moment(day, minute)
        said = {
            key: draw(st.sampled_from(words))
            for key, words in FIELDS.get(name, {}).items()
        }
        link = {"episode": EPISODE[name], "follows": FOLLOWS[EPISODE[name]]}
        events.append(kinds()[name](at=at, **link, **said))
    if draw(st.integers(0, 3)) == 0:
        events.append(draw(st.sampled_from([ChildDied, CaseClosed]))(at=draw(days)))
    # Some children reach 18 while a clock runs.
    born = draw(st.none() | st.dates(date(2006, 1, 1), date(2008, 12, 31)))
    return _journey(draw(places), events, born)


def _journey(place: Jurisdiction, events: list[Event], born: date | None) -> Journey:
    chronology = Chronology(child=Child(id="C", born=born), events=tuple(events))
    return Journey(jurisdiction=place, chronology=chronology)


def _rows(journey: Journey, as_at: When) -> list[dict[str, Any]]:
    return [one.as_row() for one in journey.deadlines(as_at)]


def _key(deadline: Deadline) -> tuple[str, str | None, int]:
    return deadline.rule, deadline.episode, deadline.occurrence


def _with(journey: Journey, events: tuple[Event, ...]) -> Journey:
    chronology = attrs.evolve(journey.chronology, events=events)
    return Journey(jurisdiction=journey.jurisdiction, chronology=chronology)


@given(journey=journeys(), as_at=asked, later=asked)
def test_no_deadline_vanishes(journey: Journey, as_at: date, later: date) -> None:
    """A deadline that was there on a day is there on every later day."""
    as_at, later = sorted((as_at, later))
    before = {_key(one): (one.starts, one.due) for one in journey.deadlines(as_at)}
    after = {_key(one): (one.starts, one.due) for one in journey.deadlines(later)}
    assert before == {key: after[key] for key in before}


@given(journey=journeys(), at=days | moments, as_at=asked)
def test_oversight_changes_no_deadline(journey: Journey, at: When, as_at: date) -> None:
    """Supervision starts nothing, meets nothing and ends nothing."""
    events = (*journey.chronology.events, SupervisionHeld(at=at, id="oversight"))
    assert _rows(journey, as_at) == _rows(_with(journey, events), as_at)


@given(journey=journeys(), as_at=asked)
def test_recorded_one_by_one_or_read_whole(journey: Journey, as_at: date) -> None:
    """A journey recorded event by event has the deadlines of the same file read."""
    child = journey.child
    recorded = Journey.open(journey.jurisdiction, child=child.id, born=child.born)
    for event in journey.chronology.events:
        try:
            recorded = recorded.record(event)
        except NotAllowed:
            continue
    read = _with(journey, recorded.chronology.events)
    assert _rows(read, as_at) == _rows(recorded, as_at)
    unfinished = [one for one in read.deadlines(as_at) if one.met is one.ended is None]
    assert unfinished == list(recorded.due(as_at))


# Reviews, against a loop that knows nothing of the engine.


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _reviews(
    start: date, held: list[date], end: date | None, as_at: date
) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for day in sorted(held):
        within = start <= day <= as_at and (end is None or day <= end)
        if within and (not rows or end is None or start < end):
            due = _months_after(start, 6 if rows else 3)
            rows.append((start, due, "met" if day <= due else "met_late", day))
            start = day
    if start <= as_at and (not rows or end is None or end > as_at or start < end):
        due = _months_after(start, 6 if rows else 3)
        rows.append((start, due, _left(due, end, as_at), None))
    return rows


def _left(due: date, end: date | None, as_at: date) -> str:
    if end is not None and end <= as_at:
        return "ceased" if end <= due else "missed"
    return "open" if as_at <= due else "overdue"


@given(
    place=places,
    start=days,
    held=st.lists(st.integers(0, 1000), max_size=6),
    lasted=st.none() | st.integers(0, 1000),
    as_at=asked,
)
def test_reviews_are_counted_from_the_day_the_last_was_held(
    place: Jurisdiction,
    start: date,
    held: list[int],
    lasted: int | None,
    as_at: date,
) -> None:
    """Three months, then six from each review, until the plan ends."""
    reviews = [start + timedelta(days=n) for n in held]
    end = None if lasted is None else start + timedelta(days=lasted)
    plan: dict[str, Any] = {"episode": "c"}
    events = [ConferenceHeld(at=start, follows=None, decision="plan", **plan)]
    events += [ReviewConferenceHeld(at=day, **plan) for day in reviews]
    events += [ProtectionPlanEnded(at=end, **plan)] if end else []
    rows = [
        (one.starts, one.due, one.status, one.met)
        for one in _journey(place, events, None).deadlines(as_at)
        if one.rule.endswith("conference.review")
    ]
    assert _reviews(start, reviews, end, as_at) == sorted(rows, key=lambda row: row[0])
