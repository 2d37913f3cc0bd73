"""Periods, as the law writes them and as they are counted."""

import copy
import pickle
from collections.abc import Callable
from datetime import date, timedelta

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.calendars import Calendar, england_calendar, jersey_calendar
from casework.dates import When, as_date, as_moment, as_when, iso, months_after
from casework.errors import BadPeriod, CalendarNotKnown
from casework.periods import (
    AS_SOON_AS_POSSIBLE,
    Period,
    Unit,
    days,
    hours,
    months,
    weeks,
    working_days,
    years,
)

LONDON = "Europe/London"

starts = st.dates(date(2015, 1, 1), date(2027, 12, 31))
counts = st.integers(1, 200)
day_periods = st.builds(
    Period,
    counts,
    st.sampled_from([unit for unit in Unit if unit is not Unit.HOURS]),
    inclusive=st.booleans(),
)
periods = st.one_of(day_periods, st.builds(hours, counts))
calendars = st.sampled_from([england_calendar(), jersey_calendar()])


def due(period: Period, start: str) -> str:
    """Give the due day or moment in England, as text."""
    return iso(period.due(as_when(start), england_calendar(), LONDON))


# How each is counted


@pytest.mark.parametrize(
    ("count", "start", "last"),
    [
        (5, "2026-12-23", "2027-01-04"),
        (10, "2026-12-21", "2027-01-07"),
        (15, "2026-03-24", "2026-04-16"),
        (20, "2026-04-01", "2026-05-01"),
        (45, "2026-03-02", "2026-05-07"),
        (1, "2026-11-21", "2026-11-23"),  # from a Saturday, Monday is day 1
    ],
)
def test_working_days_after_a_day(count: int, start: str, last: str) -> None:
    """The worked examples of England: the starting day is day 0."""
    assert last == due(working_days(count), start)


@pytest.mark.parametrize(
    ("period", "start", "last"),
    [
        (days(7), "2026-12-28", "2027-01-04"),
        (weeks(1), "2026-12-28", "2027-01-04"),
        (months(4), "1978-09-30", "1979-01-30"),  # Dodds v Walker itself
        (months(3), "2025-11-30", "2026-02-28"),
        (months(6), "2025-08-31", "2026-02-28"),
        (months(3), "2026-02-28", "2026-05-28"),
        (years(1), "2024-02-29", "2025-02-28"),
        (days(1), "2026-12-24", "2026-12-25"),  # nothing rolls off a holiday
        (days(2), "2026-11-20", "2026-11-22"),  # or off a Sunday
    ],
)
def test_other_periods_after_a_day(period: Period, start: str, last: str) -> None:
    """Within N of a day: that day is day 0, and nothing rolls."""
    assert last == due(period, start)


@pytest.mark.parametrize(
    ("period", "start", "last"),
    [
        (weeks(26), "2026-01-05", "2026-07-05"),
        (days(8), "2026-01-05", "2026-01-12"),
        (days(1), "2026-01-05", "2026-01-05"),
        (working_days(1), "2026-11-20", "2026-11-20"),
        (working_days(2), "2026-11-20", "2026-11-23"),
        (working_days(1), "2026-11-21", "2026-11-23"),
        (working_days(1), "2026-12-25", "2026-12-29"),
        (working_days(1), "2000-01-01", "2000-01-04"),  # the first day that is known
        (months(6), "2026-01-15", "2026-07-14"),
        (months(1), "2026-03-01", "2026-03-31"),
        (months(6), "2025-08-31", "2026-02-28"),
        (months(6), "2025-08-30", "2026-02-28"),
        (years(1), "2026-01-01", "2026-12-31"),
        (years(1), "2024-02-29", "2025-02-28"),
    ],
)
def test_a_period_beginning_with_a_day(period: Period, start: str, last: str) -> None:
    """The day is day 1; a last month without such a day ends the period with it."""
    assert last == due(period.beginning_with(), start)


def test_a_day_rule_from_a_moment_counts_from_the_local_day() -> None:
    """23:30 UTC in June is the next day in London."""
    assert "2026-06-03" == due(days(1), "2026-06-01T23:30:00+00:00")


@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2026-03-28T12:00:00+00:00", "2026-03-31T13:00:00+01:00"),
        ("2026-10-24T12:00:00+01:00", "2026-10-27T11:00:00+00:00"),
        # Known only by its day: from the start of that day.
        ("2026-03-28", "2026-03-31T01:00:00+01:00"),
        ("2026-06-01", "2026-06-04T00:00:00+01:00"),
    ],
)
def test_hours_really_pass(start: str, last: str) -> None:
    """72 hours across both clock changes of 2026, and from a day."""
    assert last == due(hours(72), start)


def test_hours_end_at_a_moment_and_not_on_a_day() -> None:
    """Asked for a day, they refuse."""
    with pytest.raises(BadPeriod, match="due\\(\\)"):
        hours(72).due_day(date(2026, 6, 1), england_calendar())


def test_working_days_beyond_the_known_years_are_refused() -> None:
    """Nobody knows the holidays of 2045."""
    with pytest.raises(CalendarNotKnown, match="2044-12-31"):
        due(working_days(20), "2044-12-20")


@given(periods, st.one_of(starts, starts.map(lambda d: as_moment(f"{d}T12:00Z"))))
def test_a_period_ends_as_its_unit_says(period: Period, start: When) -> None:
    """Hours at a moment; everything else on a plain day."""
    end = period.due(start, england_calendar(), LONDON)
    assert period.is_hours == (type(end) is not date)


@given(day_periods, starts, calendars)
def test_a_period_never_ends_before_it_starts(
    period: Period, start: date, calendar: Calendar
) -> None:
    """Beginning with a day ends on it at the earliest; after it, later."""
    assert start <= period.due_day(start, calendar)
    assert period.inclusive or start < period.due_day(start, calendar)


@given(day_periods, starts, starts, calendars)
def test_an_earlier_start_is_never_due_later(
    period: Period, one: date, other: date, calendar: Calendar
) -> None:
    """The order of starts is the order of due days, months that clamp included."""
    earlier, later = sorted((one, other))
    assert period.due_day(earlier, calendar) <= period.due_day(later, calendar)


@given(n=st.integers(1, 60), start=starts, calendar=calendars, inclusive=st.booleans())
def test_a_working_day_rule_is_due_on_a_working_day(
    n: int, start: date, calendar: Calendar, *, inclusive: bool
) -> None:
    """Whatever the day it started on."""
    period = Period(n, Unit.WORKING_DAYS, inclusive=inclusive)
    assert calendar.is_working_day(period.due_day(start, calendar))


@given(day_periods, starts, calendars)
def test_beginning_with_is_at_most_one_step_earlier(
    period: Period, start: date, calendar: Calendar
) -> None:
    """Never later than after, and no earlier than the day before it started."""
    with_it = period.beginning_with().due_day(start, calendar)
    after = Period(period.count, period.unit).due_day(start, calendar)
    before = Period(period.count, period.unit).due_day(
        start - timedelta(days=1), calendar
    )
    assert before <= with_it <= after


@given(st.integers(1, 60), starts)
def test_months_are_counted_from_the_anchor(n: int, start: date) -> None:
    """Trap 6: by one addition."""
    assert months_after(start, n) == months(n).due_day(start, england_calendar())


# What a period is


@pytest.mark.parametrize("count", [0, -1, True, 1.5, "3", None])
def test_a_count_is_a_whole_number_from_one(count: object) -> None:
    """Trap 18, and slips of the hand: no period runs backwards."""
    with pytest.raises(BadPeriod, match="whole number from 1"):
        Period(count, Unit.DAYS)


def test_hours_cannot_begin_with_a_day() -> None:
    """They run from a moment, which has no length."""
    with pytest.raises(BadPeriod, match="moment"):
        hours(72).beginning_with()


def test_as_soon_as_possible_has_no_number() -> None:
    """It is no period at all."""
    assert AS_SOON_AS_POSSIBLE is None


@pytest.mark.parametrize(
    "ask",
    [
        bool,
        len,
        lambda p: p + p,
        lambda p: p - p,
        lambda p: 2 * p,
        lambda p: p < days(31),
        abs,
        lambda p: -p,
        lambda p: date(2026, 1, 1) + p,
    ],
)
def test_a_period_refuses_arithmetic_and_truth(ask: Callable[..., object]) -> None:
    """Traps 2, 4 and 18: months and days do not add up, and have no size alone."""
    with pytest.raises(TypeError):
        ask(months(1))


@pytest.mark.parametrize("ask", [bool, len])
def test_a_refusal_says_what_to_do(ask: Callable[..., object]) -> None:
    """In words, not only by its type."""
    with pytest.raises(TypeError, match=r"is None|due\(\)"):
        ask(months(1))


def test_a_month_is_not_thirty_days() -> None:
    """Trap 5: nor 24 hours a day; none vanishes from a set."""
    assert pendulum.duration(months=1) == pendulum.duration(days=30)
    distinct = {months(1), days(30), hours(24), days(1), weeks(1), days(7), years(1)}
    assert 7 == len(distinct)
    assert months(1) != months(1).beginning_with()


@given(periods)
def test_a_period_survives_a_pickle_and_a_copy(period: Period) -> None:
    """Trap 3: pickled, a month of pendulum becomes thirty days."""
    others = [pickle.loads(pickle.dumps(period)), copy.copy(period)]
    assert [period, period] == others
    assert {hash(period)} == {hash(other) for other in others}


@given(periods)
def test_a_period_is_read_from_its_own_words(period: Period) -> None:
    """As an overlay writes it."""
    assert period == Period.parse(str(period))


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("20 working days", working_days(20)),
        ("1 week", weeks(1)),
        ("1 year", years(1)),
        ("72 hours", hours(72)),
        ("26 weeks beginning with the day", weeks(26).beginning_with()),
    ],
)
def test_the_words_of_a_period(words: str, period: Period) -> None:
    """One is not many."""
    assert words == str(period)
    assert period == Period.parse(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "a week",
        "20",
        "days",
        "0 days",
        "-3 days",
        "1.5 hours",
        "2 fortnights",
        "20 business days",
        "20  working days",
        "20 working days ",
        "72 hours beginning with the day",
        "9999999 days",
    ],
)
def test_other_words_are_refused(words: str) -> None:
    """An overlay that cannot be read changes nothing."""
    with pytest.raises(BadPeriod):
        Period.parse(words)


def test_a_period_runs_from_days_of_both_libraries() -> None:
    """The end is the same plain day."""
    plain, other = as_date("2026-03-02"), pendulum.date(2026, 3, 2)
    ends = [working_days(45).due_day(day, england_calendar()) for day in (plain, other)]
    assert [date(2026, 5, 7)] * 2 == ends
