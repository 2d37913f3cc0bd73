"""What a deployer might declare, and journeys under that law alone."""

from collections.abc import Iterable
from datetime import date, timedelta

from attrs import evolve

from casework import Journey, england
from casework.calendars import SchoolTerms
from casework.chronology import Child, Chronology
from casework.events import CinPlanStarted, CinReviewHeld, CinVisitMade, Event
from casework.law import Law, Timescale, by_id
from casework.law.conditions import on
from casework.law.interval import Interval
from casework.law.rule import Again
from casework.periods import days
from casework.timescales import Deadline

BORN, DAY = date(2009, 6, 15), date(2025, 3, 3)
SHIPPED = england.law.versions("england.complaint.stage_1")[0]
CASE = evolve(
    SHIPPED,
    id="local.case",
    starts=on(CinPlanStarted),
    within=days(10),
    met_by=on(CinReviewHeld),
    extended_by=(),
    released_by=(),
    ends=(),
)
REVIEW = evolve(
    CASE, id="local.review", then=Interval(within=days(20)), again=Again.NEW
)


def after(days_after: int) -> date:
    """Give the day some days after the first."""
    return DAY + timedelta(days=days_after)


def plan(days_after: int, name: str = "plan", follows: str | None = None) -> Event:
    """Give the start of a plan."""
    return CinPlanStarted(at=after(days_after), episode=name, follows=follows)


def visit(days_after: int, name: str = "plan") -> Event:
    """Give a visit."""
    return CinVisitMade(at=after(days_after), episode=name)


def review(days_after: int, name: str = "plan") -> Event:
    """Give a review."""
    return CinReviewHeld(at=after(days_after), episode=name)


def journey(
    rules: Iterable[Timescale],
    *events: Event,
    born: date | None = BORN,
    terms: SchoolTerms | None = None,
) -> Journey:
    """Give a journey under some rules, whatever the stages say of its events."""
    place = england.with_law(Law(jurisdiction="england", rules=by_id(rules)))
    return Journey(
        jurisdiction=place.with_terms(terms) if terms else place,
        chronology=Chronology(child=Child(id="C-0001", born=born), events=events),
    )


def deadlines(
    rules: Iterable[Timescale], *events: Event, as_at: str = "2025-12-31"
) -> tuple[Deadline, ...]:
    """Give the deadlines of some rules alone."""
    return journey(rules, *events).deadlines(as_at)
