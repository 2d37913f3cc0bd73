"""What a court may not set: found where it is passed, and only there."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casework import Journey, england
from casework.chronology import Child, Chronology
from casework.events import (
    BecameLookedAfter,
    Event,
    OrderExtended,
    OrderMade,
    PoliceProtectionStarted,
    ProceedingsIssued,
    ReferralReceived,
    SecureAuthorised,
    SecureStarted,
    TimetableExtended,
)
from casework.jurisdictions import Jurisdiction
from casework.law.conditions import on
from casework.law.lengths import Maximum, until_field
from casework.periods import days, weeks

if TYPE_CHECKING:
    from casework.law.rule import Timescale

BEYOND, TWICE = "until_beyond_maximum", "extended_twice"
POLICE = PoliceProtectionStarted(at="2025-06-02", episode="police", follows=None)
LOOKED_AFTER = BecameLookedAfter(
    at="2025-06-02", episode="care", follows=None, basis="accommodated"
)
ISSUED = ProceedingsIssued(at="2025-06-02", episode="court", follows=None)


def codes(*events: Event, place: Jurisdiction = england) -> set[str]:
    """Give the findings of this kind of a journey, whatever the stages say of it."""
    child = Child(id="C-0001", born="2010-05-14")
    chronology = Chronology(child=child, events=events)
    journey = Journey(jurisdiction=place, chronology=chronology)
    found = {one.code for one in journey.findings(date(2026, 6, 30))}
    return found & {BEYOND, TWICE}


def order(at: str, until: str, follows: str | None = None, **more: str) -> OrderMade:
    """Give an interim care order, as an episode of its own."""
    said = {"kind": "interim_care", **more}
    return OrderMade(at=at, until=until, episode=f"order {at}", follows=follows, **said)


def under(within: object) -> Jurisdiction:
    """Give England with a maximum of a deployer's for every order."""
    shipped = england.law.versions("england.order.expiry")[-1]
    rules = [evolve(shipped, id="local.order", within=within)]
    return england.with_law(england.law.with_rules(rules, "a local maximum"))


@pytest.mark.parametrize(
    ("until", "found"),
    [("2025-05-30", set()), ("2025-06-03", set()), ("2025-06-04", {BEYOND})],
)
def test_a_court_may_set_less_than_the_most(until: str, found: set[str]) -> None:
    """A first authority for secure accommodation: 3 months, and any day before."""
    assert found == codes(
        SecureStarted(at="2025-03-03", episode="secure", follows=None),
        SecureAuthorised(at="2025-03-03", episode="secure", until=until),
    )


@pytest.mark.parametrize(
    ("until", "found"), [("2025-03-31", set()), ("2025-04-01", {BEYOND})]
)
def test_an_authority_on_remand_lasts_28_days(until: str, found: set[str]) -> None:
    """All of them."""
    assert found == codes(
        SecureStarted(at="2025-03-03", episode="secure", follows=None),
        SecureAuthorised(at="2025-03-03", episode="secure", until=until, remand=True),
    )


def test_a_second_authority_may_be_longer_than_a_first() -> None:
    """The first has 3 months, the second already 6."""
    assert set() == codes(
        SecureStarted(at="2025-03-03", episode="secure", follows=None),
        SecureAuthorised(at="2025-03-03", episode="secure", until="2025-06-03"),
        SecureAuthorised(at="2025-06-03", episode="secure", until="2025-11-28"),
    )


def test_a_timetable_may_be_extended_more_than_once() -> None:
    """Each time by the court; only what may move once is found twice."""
    extended = [
        TimetableExtended(at=day, episode="court", until=until)
        for day, until in (("2025-11-03", "2025-12-22"), ("2025-12-15", "2026-01-30"))
    ]
    assert set() == codes(ISSUED, *extended)


def test_an_emergency_order_is_extended_once() -> None:
    """The court may extend it by 7 days, all of them, and no second time."""
    made = order("2025-06-02", "2025-06-10", kind="emergency_protection")
    first = OrderExtended(at="2025-06-10", episode=made.episode, until="2025-06-17")
    second = OrderExtended(at="2025-06-17", episode=made.episode, until="2025-06-17")
    assert (set(), {TWICE}) == (codes(made, first), codes(made, first, second))


@pytest.mark.parametrize(
    ("police", "follows", "found"),
    [
        # From 2 June, the first of the 8 days; of an order made on 4 June.
        ([POLICE], "police", {BEYOND}),
        # Police protection of another line, and none at all: 8 days from the order.
        ([POLICE], None, set()),
        ([evolve(POLICE, episode="a line before")], None, set()),
        ([], None, set()),
        # The last one counts.
        ([POLICE, evolve(POLICE, at="2025-06-04")], "police", set()),
    ],
)
def test_an_order_for_the_police_counts_from_their_own_protection(
    police: list[Event], follows: str | None, found: set[str]
) -> None:
    """Children Act 1989 s. 45(3)."""
    made = order(
        "2025-06-04",
        "2025-06-11",
        follows,
        kind="emergency_protection",
        applicant="police",
    )
    assert found == codes(*police, made)


def test_an_order_for_the_authority_counts_from_itself() -> None:
    """Though the police had protected the child before it."""
    assert set() == codes(
        POLICE,
        order(
            "2025-06-04",
            "2025-06-12",
            "police",
            kind="emergency_protection",
            applicant="authority",
        ),
    )


@pytest.mark.parametrize(
    ("kind", "until", "found"),
    [
        ("interim_care", "2013-07-29", set()),
        ("interim_care", "2013-07-30", {BEYOND}),
        ("interim_supervision", "2013-07-30", {BEYOND}),
        ("supervision", "2014-06-03", set()),
    ],
)
def test_before_2014_an_interim_order_lasted_eight_weeks(
    kind: str, until: str, found: set[str]
) -> None:
    """And an order that is not interim as long as it says."""
    assert found == codes(order("2013-06-03", until, kind=kind))


def test_before_2014_a_further_interim_order_lasted_four_weeks() -> None:
    """All of them; and an order that is not interim as long as it says."""
    first = order("2013-06-03", "2013-07-29")
    further = order("2013-07-29", "2013-08-26", first.episode)
    supervision = order("2013-07-29", "2014-07-28", first.episode, kind="supervision")
    assert set() == codes(first, further) | codes(first, supervision)


@pytest.mark.parametrize("before", [LOOKED_AFTER, ISSUED])
def test_a_first_order_may_come_out_of_another_stage(before: Event) -> None:
    """It follows its like only where that is an order; then it is a further one."""
    within = until_field(
        "until",
        Maximum(period=weeks(8), further=False),
        Maximum(period=weeks(4), further=True),
    )
    first = order("2025-06-03", "2025-07-28", before.episode)
    second = order("2025-07-28", "2025-09-22", first.episode)
    place = under(within)
    assert set() == codes(before, first, place=place)
    assert {BEYOND} == codes(before, first, second, place=place)


def test_a_maximum_of_further_orders_binds_no_first_one() -> None:
    """Where the law says nothing of the first."""
    place = under(until_field("until", Maximum(period=weeks(4), further=True)))
    first = order("2025-06-03", "2025-12-01")
    second = order("2025-12-01", "2026-03-02", first.episode)
    assert set() == codes(first, place=place)
    assert {BEYOND} == codes(first, second, place=place)


def test_each_maximum_counts_from_its_own_event() -> None:
    """A referral is kept for one order, protection by the police for the other."""
    referral = ReferralReceived(at="2025-06-02", episode="referral", follows=None)
    shipped = england.law.versions("england.order.expiry")[-1]
    rules: list[Timescale] = [
        evolve(
            shipped,
            id=f"local.{event.name}",
            within=until_field(
                "until", Maximum(period=days(8), counted_from=on(event))
            ),
        )
        for event in (ReferralReceived, PoliceProtectionStarted)
    ]
    place = england.with_law(england.law.with_rules(rules, "counted from elsewhere"))
    made = order("2025-06-04", "2025-06-12", "referral")
    assert {BEYOND} == codes(referral, made, place=place)
