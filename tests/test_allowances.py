"""Allowances at any moment: hours used and left, and on which stays that rests."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from casework import Journey, jersey
from casework.chronology import Child, Chronology
from casework.events import (
    CaseClosed,
    Event,
    SecureAuthorised,
    SecureEnded,
    SecureStarted,
)
from casework.timescales import Deadline
from casework.timescales.allowances import Used

RULE = "jersey.secure.unauthorised"
ROLLED = "it moves on to noon of the next ordinary day"
# 50 hours in June, then 21 June 2025, a Saturday, from 01:00.
FIFTY = ("2025-06-02T08:00:00+01:00", "2025-06-04T10:00:00+01:00")
SATURDAY = ("2025-06-21T01:00:00+01:00", "2025-06-23T09:00:00+01:00")


def stays(*spells: tuple[str, str]) -> list[Event]:
    """Give stays in secure accommodation, from and to."""
    found: list[Event] = []
    for number, (start, end) in enumerate(spells):
        name = f"secure-{number}"
        started = SecureStarted(id=f"{name}-in", at=start, episode=name, follows=None)
        ended = SecureEnded(id=f"{name}-out", at=end, episode=name)
        found += [started, ended]
    return found


def journey(*events: Event) -> Journey:
    """Give the journey of a child who is 14."""
    child = Child(id="C-0001", born="2010-05-14")
    return Journey(
        jurisdiction=jersey, chronology=Chronology(child=child, events=events)
    )


def used(at: str, *events: Event) -> Used:
    """Give how the allowance stands at a moment."""
    return journey(*events).allowance(RULE, at)


def last(*events: Event) -> Deadline:
    """Give the deadline of the last stay."""
    found = journey(*events).deadlines("2025-06-30")
    return max(found, key=lambda one: str(one.starts))


def test_a_child_who_is_not_there_would_start_to_stay_now() -> None:
    """The hours of the stay that is over are gone; the rest would run from here."""
    stay = stays(("2025-06-02T08:00:00+01:00", "2025-06-03T08:00:00+01:00"))
    found = used("2025-06-10T08:00:00+01:00", *stay)
    assert (24, 48) == (found.hours_used, found.hours_left)
    assert "2025-06-12T08:00:00+01:00" == found.runs_out.isoformat()


def test_nothing_is_left_of_what_is_used_up() -> None:
    """80 hours are more than 72; no hours are owed."""
    stay = stays(("2025-06-02T08:00:00+01:00", "2025-06-05T16:00:00+01:00"))
    found = used("2025-06-10T08:00:00+01:00", *stay)
    assert (80, 0) == (found.hours_used, found.hours_left)


@pytest.mark.parametrize(("day", "hours"), [(29, 2), (30, 1)])
def test_the_window_is_of_28_days(day: int, hours: int) -> None:
    """Two hours about a midnight: on the 28th day both, a day later the second."""
    stay = stays(("2025-06-02T23:00:00+01:00", "2025-06-03T01:00:00+01:00"))
    assert hours == used(f"2025-06-{day}T12:00:00+01:00", *stay).hours_used


def test_from_the_moment_of_a_courts_authority_earlier_time_is_forgotten() -> None:
    """A minute before it, it is not."""
    start, _ = stays(FIFTY)
    authorised = SecureAuthorised(at=FIFTY[1], episode="secure-0", until="2025-07-01")
    assert 0 == used(FIFTY[1], start, authorised).hours_used
    before = used("2025-06-04T09:59:00+01:00", start, authorised)
    assert pytest.approx(50 - 1 / 60) == before.hours_used


def test_an_authority_between_two_stays_makes_the_first_forgotten() -> None:
    """Whether or not anybody was there when the court gave it."""
    authorised = SecureAuthorised(
        at="2025-06-05T12:00:00+01:00", episode="secure-0", until="2025-06-08"
    )
    second = ("2025-06-09T12:00:00+01:00", "2025-06-12T11:00:00+01:00")
    one, out, *rest = stays(FIFTY, second)
    deadline = last(one, out, authorised, *rest)
    assert "2025-06-12T12:00:00+01:00" == deadline.as_row()["due"]
    assert ("secure-1-in", "secure-1-out") == deadline.explain().receipt.events


def test_an_authority_is_for_every_stay_that_goes_on() -> None:
    """A stay that is on the record twice is forgotten twice."""
    first, _ = stays(FIFTY)
    again = SecureStarted(at="2025-06-03T08:00:00+01:00", episode="secure-0")
    authorised = SecureAuthorised(at=FIFTY[1], episode="secure-0", until="2025-06-06")
    later = SecureStarted(
        at="2025-06-09T12:00:00+01:00", episode="secure-2", follows=None
    )
    deadline = last(first, again, authorised, later)
    assert "2025-06-12T12:00:00+01:00" == deadline.as_row()["due"]


@pytest.mark.parametrize(("hour", "provisional"), [(1, False), (0, True)])
def test_an_end_that_a_holiday_might_move_is_provisional(
    hour: int, *, provisional: bool
) -> None:
    """After more than 48 hours, in a year whose holidays are not proclaimed."""
    june = date(jersey.calendar.last_proclaimed + 1, 6, 7)
    monday = june + timedelta(-june.weekday() % 7)
    thursday = monday + timedelta(3)
    first = (f"{monday}T0{hour}:00:00+01:00", f"{monday + timedelta(2)}T01:00:00+01:00")
    second = (f"{thursday}T09:00:00+01:00", f"{thursday}T10:00:00+01:00")
    found = journey(*stays(first, second)).deadlines(f"{thursday}")
    assert [False, provisional] == [one.provisional for one in found]


def test_an_end_beside_a_new_year_that_is_not_proclaimed_is_provisional() -> None:
    """The day after it is looked at too."""
    year = jersey.calendar.last_proclaimed
    first = (f"{year}-12-27T00:00:00+00:00", f"{year}-12-29T01:00:00+00:00")
    second = (f"{year}-12-30T20:00:00+00:00", f"{year}-12-31T10:00:00+00:00")
    _, deadline = journey(*stays(first, second)).deadlines(f"{year}-12-31")
    assert deadline.provisional
    assert f"{year + 1}-01-02" <= str(deadline.as_row()["due"])


def test_where_nothing_makes_it_forgotten_every_stay_counts() -> None:
    """A deployer's rule may leave that out."""
    shipped = jersey.law.versions(RULE)[-1]
    rule = evolve(shipped, forgotten_after=())
    place = jersey.with_law(jersey.law.with_rules([rule], "every stay counts"))
    found = journey(*stays(FIFTY)).under(place)
    assert 50 == found.allowance(RULE, "2025-06-10T08:00:00+01:00").hours_used


def test_a_deadline_rests_on_the_earlier_stays() -> None:
    """On what began and what ended each, the first one first; and on no later stay."""
    deadline = last(*stays(FIFTY, SATURDAY))
    named = ("secure-0-in", "secure-0-out", "secure-1-in", "secure-1-out")
    assert named == deadline.explain().receipt.events


def test_a_stay_that_ended_with_the_case_is_rested_on_too() -> None:
    """By what ended it, for nothing met it."""
    start, _, *second = stays(FIFTY, SATURDAY)
    closed = CaseClosed(id="closed", at=FIFTY[1])
    deadline = last(start, closed, *second)
    named = ("secure-0-in", "closed", "secure-1-in")
    assert named == deadline.explain().receipt.events[:3]


@pytest.mark.parametrize(
    ("first", "moves"),
    [(FIFTY, True), (("2025-06-03T08:00:00+01:00", FIFTY[1]), False)],
)
def test_that_an_end_moves_on_to_noon_is_said(
    first: tuple[str, str], *, moves: bool
) -> None:
    """And where it does not, it is not."""
    deadline = last(*stays(first, SATURDAY))
    assert moves == (ROLLED in deadline.explain().text)
