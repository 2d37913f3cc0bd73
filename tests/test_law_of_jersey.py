"""Jersey's own law: no number that no source gave, and who is a care leaver.

`test_status_tests.py` counts the days of care of both places, one by one.
"""

import pickle
from datetime import date, timedelta
from itertools import accumulate
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework import Journey, england, jersey
from casework.chronology import Child, Chronology
from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    ConcernRaised,
    ConferenceHeld,
    Event,
    LookedAfterVisitMade,
    OrderMade,
    PlacementStarted,
    ReferralReceived,
    SecureAuthorised,
    SecureEnded,
    SecureStarted,
    StrategyDiscussionHeld,
)
from casework.events.courts import OrderKind
from casework.events.placement import Kind
from casework.periods import Unit
from casework.timescales import Qualifying

BORN = date(2010, 5, 14)
LAW_OF_2022 = "jersey.status.care_leaver_2022_law"
OFFER_OF_2020 = "jersey.status.care_leaver_2020_offer"
BEYOND = "until_beyond_maximum"

Spells = list[tuple[date, date | None]]


@given(
    st.sampled_from(get_args(OrderKind)),
    st.dates(date(2010, 6, 1), date(2027, 12, 31)),
    st.integers(0, 3000),
)
def test_no_order_has_a_number_of_ours(kind: OrderKind, day: date, length: int) -> None:
    """Whatever its kind and length, an order is due on the date that it states."""
    until = day + timedelta(days=length)
    order = OrderMade(at=day, episode="order", follows=None, kind=kind, until=until)
    journey = _journey(BORN, order)
    (deadline,) = journey.deadlines(as_at=day)
    assert ("jersey.order.expiry", until) == (deadline.rule, deadline.due)
    assert BEYOND not in _codes(journey, day)


@given(st.sampled_from(get_args(OrderKind)))
def test_an_order_that_states_no_date_has_no_deadline(kind: OrderKind) -> None:
    """Least of all an emergency protection order: nothing is guessed."""
    order = OrderMade(at="2025-03-03", episode="order", follows=None, kind=kind)
    assert () == _journey(BORN, order).deadlines(as_at="2026-03-03")


@given(
    st.sampled_from(get_args(Kind)),
    st.lists(st.none() | st.booleans(), min_size=3, max_size=3),
    st.lists(st.integers(1, 400), min_size=1, max_size=4),
)
def test_visits_are_six_weekly_whatever_the_placement(
    kind: str, agreed: list[bool | None], gaps: list[int]
) -> None:
    """None of England's weekly or yearly visits; and the answer of 2009 is named."""
    days = [date(2021, 3, 1) + timedelta(days=n) for n in accumulate([0, *gaps])]
    facts = ("intended_to_18", "long_term_agreed", "temporary_approval")
    told = dict(zip(facts, agreed, strict=True))
    journey = _journey(
        BORN,
        BecameLookedAfter(at=days[0], episode="care", follows=None),
        PlacementStarted(at=days[0], episode="home", follows="care", kind=kind, **told),
        *(LookedAfterVisitMade(at=day, episode="home") for day in days[1:]),
    )
    rows = [
        one
        for one in journey.deadlines(days[-1])
        if one.rule.startswith("jersey.visit")
    ]
    lengths = [7] + [42] * len(gaps)
    assert [day + timedelta(days=n) for day, n in zip(days, lengths, strict=True)] == [
        one.due for one in rows
    ]
    assert {"reported"} == {one.basis for one in rows[1:]}
    for one in rows:
        assert "six-weekly visits as reported in 2009" in one.note
    assert "written answer 1240/5(4444), 28 April 2009" in rows[-1].explain().text


def test_no_kind_of_placement_is_asked_about_before_a_visit() -> None:
    """England's visits are a family, of which the placement chooses one."""
    (visit,) = jersey.law.versions("jersey.visit.placement")
    assert ({}, ()) == (jersey.law.families, visit.when)


@given(st.integers(1, 3000), st.integers(1, 3000))
def test_no_authority_on_remand_has_a_number_of_ours(first: int, then: int) -> None:
    """The maximum on remand was not seen, so no length is beyond it."""
    start = date(2014, 3, 3)
    ends = (start + timedelta(days=first), start + timedelta(days=first + then))
    journey = _journey(
        BORN,
        SecureStarted(at=start, episode="secure", follows=None),
        SecureAuthorised(at=start, episode="secure", until=ends[0], remand=True),
        SecureAuthorised(at=ends[0], episode="secure", until=ends[1], remand=True),
    )
    found = [
        one.due
        for one in journey.deadlines(as_at=ends[0])
        if one.rule == "jersey.secure.authorised"
    ]
    assert list(ends) == found
    assert BEYOND not in _codes(journey, ends[0])


@pytest.mark.parametrize(
    ("until", "found"),
    [(date(2025, 6, 3), set()), (date(2025, 6, 4), {BEYOND})],
)
def test_a_first_authority_has_three_months(until: date, found: set[str]) -> None:
    """To the corresponding day, and not a day more."""
    journey = _journey(
        BORN,
        SecureStarted(at="2025-03-03", episode="secure", follows=None),
        SecureAuthorised(at="2025-03-03", episode="secure", until=until),
    )
    assert found == {BEYOND} & _codes(journey, date(2025, 3, 31))


@pytest.mark.parametrize(
    ("until", "found"),
    [(date(2025, 12, 3), set()), (date(2025, 12, 4), {BEYOND})],
)
def test_a_further_authority_has_six_months(until: date, found: set[str]) -> None:
    """From its own day, and not a day more."""
    journey = _journey(
        BORN,
        SecureStarted(at="2025-03-03", episode="secure", follows=None),
        SecureAuthorised(at="2025-03-03", episode="secure", until="2025-06-03"),
        SecureAuthorised(at="2025-06-03", episode="secure", until=until),
    )
    assert found == {BEYOND} & _codes(journey, date(2025, 6, 30))


def test_the_allowance_can_be_asked_for_at_any_moment() -> None:
    """Hours used, hours left, and when they run out if the child stays."""
    spells = (
        ("2025-06-02T09:00:00+01:00", "2025-06-03T09:00:00+01:00"),
        ("2025-06-09T12:00:00+01:00", "2025-06-10T16:00:00+01:00"),
        ("2025-06-17T08:00:00+01:00", None),
    )
    events: list[Event] = []
    for number, (start, end) in enumerate(spells):
        events.append(SecureStarted(at=start, episode=f"{number}", follows=None))
        if end:
            events.append(SecureEnded(at=end, episode=f"{number}"))
    journey = _journey(BORN, *events)
    used = journey.allowance("jersey.secure.unauthorised", "2025-06-17T12:00:00+01:00")
    assert (56, 16) == (used.hours_used, used.hours_left)
    assert "2025-06-18T04:00:00+01:00" == used.runs_out.isoformat()


def test_at_the_moment_of_arrival_nothing_is_used_yet() -> None:
    """Three days are left, and run out where the child stays."""
    start = "2025-06-17T08:00:00+01:00"
    stay = SecureStarted(at=start, episode="secure", follows=None)
    used = _journey(BORN, stay).allowance("jersey.secure.unauthorised", start)
    assert (0, 72) == (used.hours_used, used.hours_left)
    assert "2025-06-20T08:00:00+01:00" == used.runs_out.isoformat()


def test_a_care_leaver_under_the_law_and_not_under_the_offer() -> None:
    """13 weeks at 14 are enough for the Law; the offer asks for care at 16."""
    law, offer = _statuses(BORN, [(date(2024, 6, 1), date(2024, 8, 30))], "2026-06-01")
    assert 91 == law.days
    assert law.on(date(2026, 6, 1))
    assert not offer.on(date(2026, 6, 1))


def test_a_care_leaver_under_the_offer_and_not_under_the_law() -> None:
    """Care at 16 is enough for the offer; the Law asks for 13 weeks."""
    law, offer = _statuses(BORN, [(date(2026, 6, 1), date(2026, 8, 29))], "2026-09-01")
    assert 90 == law.days
    assert not law.on(date(2026, 9, 1))
    assert offer.on(date(2026, 9, 1))


@pytest.mark.parametrize("day", ["2024-03-25", "2024-03-26"])
def test_nobody_was_a_care_leaver_before_the_law(day: str) -> None:
    """The Law of 2022 took effect on 26 March 2024."""
    born = date(2004, 6, 1)
    law, _ = _statuses(born, [(date(2019, 1, 7), date(2022, 6, 1))], day)
    assert ("2024-03-26" <= day) == law.on(date.fromisoformat(day))


def _statuses(born: date, spells: Spells, as_at: str) -> tuple[Qualifying, Qualifying]:
    found = {one.test.id: one for one in _in_care(born, spells).statuses(as_at)}
    return found[LAW_OF_2022], found[OFFER_OF_2020]


def _in_care(born: date, spells: Spells) -> Journey:
    events: list[Event] = []
    for number, (first, end) in enumerate(spells):
        episode = f"care-{number}"
        events.append(BecameLookedAfter(at=first, episode=episode, follows=None))
        if end is not None:
            events.append(CeasedLookedAfter(at=end, episode=episode))
    return _journey(born, *events)


def _journey(born: date, *events: Event) -> Journey:
    child = Child(id="C-0001", born=born)
    return Journey(
        jurisdiction=jersey, chronology=Chronology(child=child, events=events)
    )


def _codes(journey: Journey, as_at: date) -> set[str]:
    return {one.code for one in journey.findings(as_at)}


def test_every_working_day_of_jersey_is_said_to_be_an_assumption() -> None:
    """No source defines it in Jersey, so each sum that counts them says so."""
    assumption = jersey.calendar.assumption
    assert "assumption" in assumption
    referred = Journey.open(jersey, child="C-1").record(
        ReferralReceived(at="2025-03-10", follows=None),
        ConcernRaised(at="2025-03-10"),
        StrategyDiscussionHeld(at="2025-03-11", outcome="enquiry"),
        ConferenceHeld(at="2025-03-20", kind="initial", decision="plan"),
    )
    counted = 0
    for one in referred.deadlines("2025-12-31"):
        length = one.grounds.clock.due.length
        in_working_days = length is not None and length.unit is Unit.WORKING_DAYS
        assert in_working_days == (assumption in one.explain().steps)
        counted += in_working_days
    assert 4 == counted
    in_england = referred.under(england).deadlines("2025-12-31")
    assert "" == england.calendar.assumption
    assert not any(assumption in one.explain().text for one in in_england)
    more = jersey.calendar.without_day("2025-05-09", reason="a test", source="a test")
    assert assumption == pickle.loads(pickle.dumps(more)).assumption
