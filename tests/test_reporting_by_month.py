"""A figure by month is the figure of a report on that month alone."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework import Journey, england
from casework.chronology import Child, Chronology
from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    ChildBorn,
    ConferenceHeld,
    ContactDecided,
    ContactReceived,
    Event,
    HealthAssessed,
    LegalBasisChanged,
    LookedAfterReviewHeld,
    ReferralReceived,
    StrategyDiscussionHeld,
)
from casework.reporting import Figure, report
from casework.reporting.measures import FIXED
from casework.reporting.measures.conversions import CONVERSIONS
from tests.lives import Asked, asked, dear

COHORT: Final = "whether it led on is looked at on the last day of the report"
DECIDED: Final = "what was received on a month's last day may have been decided since"
LATER: Final = "deadlines are as they stand on the last day of the report"
FROM_THE_FIRST: Final = "the reviews are those since the first day of the report"

REASONS: Final = {
    **{f"conversion.{way.id}": COHORT for way in CONVERSIONS},
    "contacts.decided_24h": DECIDED,
    "timeliness.*.published": LATER,
    "timeliness.*.compliance": LATER,
    "reviews.children_in_time": FROM_THE_FIRST,
}
"""Why the figure of some measures depends on the days around the month."""

JANUARY: Final = date(2025, 1, 1)
MARCH: Final = date(2025, 3, 31)


def _kind(id_: str) -> str:
    """Give the id of a measure, one for all rules."""
    subject, _, rest = id_.partition(".")
    last = rest.rpartition(".")[2]
    return f"{subject}.*.{last}" if subject == "timeliness" else id_


def _says_something(one: Figure) -> bool:
    """Say so; a rule of which no child has a deadline yet has no figure to be like."""
    return bool(one.numerator or one.denominator or one.left_out)


def unlike(found: list[Journey], first: date, last: date) -> Iterator[str]:
    """Give the measures of which a month is not as a report on that month alone."""
    made = report(found, first, last, population=1000, by_month=True)
    for number, month in enumerate(made.months):
        alone = report(found, month.first, month.last, population=1000)
        for id_ in made.measures:
            one = made.series(id_)[number]
            known = id_ in alone.measures
            if alone.figure(id_) != one if known else _says_something(one):
                yield id_


@given(asked())
@dear
def test_a_month_is_as_a_report_on_the_month_alone(asked: Asked) -> None:
    """Whatever is on the record; also where the first and the last month are parts."""
    journey, day = asked
    around = timedelta(40)
    found = unlike([journey], day - around, day + around)
    assert set() == {one for one in found if _kind(one) not in REASONS}


def told(*events: Event) -> list[Journey]:
    """Give one child with some events, in whatever order they stand."""
    child = Child(id="C-1", born="2015-01-01")
    chronology = Chronology(child=child, events=events)
    return [Journey(jurisdiction=england, chronology=chronology)]


ENQUIRY = told(
    StrategyDiscussionHeld(at="2025-01-20", episode="a1", outcome="enquiry"),
    ConferenceHeld(at="2025-02-03", episode="k1", follows="a1", kind="initial"),
)
CONTACT = told(
    ContactReceived(at="2025-01-31", episode="c1"),
    ContactDecided(at="2025-02-01", episode="c1", decision="advice"),
)
UNDECIDED = told(ReferralReceived(at="2025-01-10"))
SEEN_BEFORE = told(
    HealthAssessed(at="2025-01-20", episode="l1"),
    BecameLookedAfter(at="2025-02-10", episode="l1", basis="care_order"),
)
REVIEWED = told(
    BecameLookedAfter(at="2025-01-06", episode="l1", basis="care_order"),
    LookedAfterReviewHeld(at="2025-01-30", episode="l1"),
)


@pytest.mark.parametrize(
    ("id_", "found"),
    [
        ("conversion.enquiry_to_conference", ENQUIRY),
        ("contacts.decided_24h", CONTACT),
        ("timeliness.all.compliance", UNDECIDED),
        ("timeliness.all.published", SEEN_BEFORE),
        ("reviews.children_in_time", REVIEWED),
    ],
)
def test_an_exception_is_one(id_: str, found: list[Journey]) -> None:
    """Each of them does depend on the days around the month."""
    assert id_ in set(unlike(found, JANUARY, MARCH))
    assert _kind(id_) in REASONS


def test_an_age_is_known_from_the_month_in_which_the_birth_is_told() -> None:
    """Not in the month before; and from then on of what began before it, too."""
    found = Journey.open(england, child="C-1").record(
        BecameLookedAfter(at="2024-07-01", basis="care_order", follows=None),
        HealthAssessed(at="2024-07-15"),
        ChildBorn(at="2025-02-20", on="2023-05-01"),
    )
    assert set() == {
        one for one in unlike([found], JANUARY, MARCH) if _kind(one) not in REASONS
    }
    made = report([found], JANUARY, MARCH, by_month=True)
    in_date = made.series("timeliness.england.health.review.in_date")
    assert [0, 1, 1] == [one.denominator for one in in_date]


def test_every_exception_is_a_measure() -> None:
    """A name that is no measure would let anything through."""
    assert REASONS.keys() <= {_kind(one.id) for one in FIXED}


BASES: Final = ("accommodated", "care_order", "short_breaks", None)


@st.composite
def in_care(draw: st.DrawFn) -> Journey:
    """A child in care, whose legal basis changes, on one day perhaps more than once."""
    days = draw(st.lists(st.integers(0, 60), min_size=1, max_size=5).map(sorted))
    start, *changes = (date(2024, 12, 16) + timedelta(day) for day in days)
    of: dict[str, Any] = {"episode": "l1"}
    events: list[Event] = [
        BecameLookedAfter(at=start, basis=draw(st.sampled_from(BASES)), **of)
    ]
    for day in changes:
        basis = draw(st.sampled_from(BASES))
        events.append(LegalBasisChanged(at=day, basis=basis, **of))
    if draw(st.booleans()):
        over = max([start, *changes]) + timedelta(draw(st.integers(0, 20)))
        events.append(CeasedLookedAfter(at=over, reason="returned_home", **of))
    return told(*events)[0]


@given(in_care())
@dear
def test_the_days_in_care_are_those_on_which_the_child_is_counted(
    journey: Journey,
) -> None:
    """Each day by the legal basis of that day, as in the count at its end."""
    days = [JANUARY + timedelta(number) for number in range(31)]
    counts = [
        report([journey], day, day, measures=["looked_after.count"]).figure(
            "looked_after.count"
        )
        for day in days
    ]
    made = report([journey], days[0], days[-1], measures=["looked_after.average"])
    in_all = sum(one.numerator or 0 for one in counts)
    assert in_all == made.figure("looked_after.average").numerator
