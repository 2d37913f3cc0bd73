"""The calendars of England and Jersey, against evidence and against a slow count."""

import copy
import csv
import pickle
import subprocess
import sys
from bisect import bisect_right
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import holidays
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.calendars import Calendar, LeftOut, england_calendar, jersey_calendar
from casework.errors import BadDate, BadOverlay, BadPeriod, CalendarNotKnown

ENGLAND, JERSEY = england_calendar(), jersey_calendar()
BOTH = pytest.mark.parametrize("calendar", [ENGLAND, JERSEY], ids=lambda c: c.name)
ONE_DAY = timedelta(days=1)
FIRST, LAST = date(2015, 1, 1), date(2027, 12, 31)

days = st.dates(date(2000, 1, 1), date(2043, 12, 31))
calendars = st.sampled_from([ENGLAND, JERSEY])


def weekday_holidays(place: str) -> dict[date, str]:
    """Read the holidays that were set down from the sources."""
    path = Path(__file__).parent / "data" / "holidays" / f"{place}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {date.fromisoformat(row["day"]): row["holiday"] for row in rows}


def span(first: date, last: date) -> list[date]:
    """List the days from one to another, both included."""
    return [first + n * ONE_DAY for n in range((last - first).days + 1)]


EVIDENCE = {place: weekday_holidays(place) for place in ("england", "jersey")}


# Against evidence


@pytest.mark.parametrize(
    ("calendar", "place"), [(ENGLAND, "england"), (JERSEY, "jersey")]
)
def test_every_weekday_is_what_the_evidence_says(
    calendar: Calendar, place: str
) -> None:
    """Pinned from 2015 to 2027: a release of `holidays` that moves a day fails."""
    closed = EVIDENCE[place]
    weekdays = [day for day in span(FIRST, LAST) if day.weekday() < 5]
    assert set(closed) == {day for day in weekdays if not calendar.is_working_day(day)}
    assert set(closed) == {day for day in weekdays if calendar.holiday(day)}


def test_no_weekend_is_a_working_day() -> None:
    """In either place."""
    weekend = [day for day in span(FIRST, LAST) if day.weekday() >= 5]
    working = [d for d in weekend if ENGLAND.is_working_day(d)]
    assert [] == working + [d for d in weekend if JERSEY.is_working_day(d)]


@pytest.mark.parametrize(
    ("day", "name", "working"),
    [
        ("2025-05-09", "Liberation Day", False),  # a Friday
        ("2026-05-09", "Liberation Day", False),  # a Saturday, with no substitute
        ("2026-05-08", None, True),
        ("2026-05-11", None, True),
        ("2027-05-09", None, False),  # a Sunday: not a public holiday
        ("2027-05-10", None, True),
        ("2024-07-15", "Royal visit", False),
        ("2020-05-04", "", False),  # kept, as well as 8 May
        ("2020-05-08", "", False),
        ("2020-08-31", "", False),  # no source says that it was dropped
        ("2021-09-27", "", False),
        ("2015-05-08", None, True),  # a day in lieu for public servants only
        ("2022-05-30", None, True),  # the Spring holiday was moved
    ],
)
def test_the_special_days_of_jersey(
    day: str,
    name: str | None,
    *,
    working: bool,
) -> None:
    """Where data sets of Jersey's holidays are known to go wrong."""
    assert (name is not None) == (JERSEY.holiday(day) is not None)
    assert working == JERSEY.is_working_day(day)
    if name == "Liberation Day":
        assert name == JERSEY.holiday(day)


def test_england_and_jersey_differ_on_eleven_weekdays() -> None:
    """England's calendar does not do for Jersey."""
    weekdays = [day for day in span(FIRST, LAST) if day.weekday() < 5]
    differ = [
        d for d in weekdays if ENGLAND.is_working_day(d) != JERSEY.is_working_day(d)
    ]
    assert 11 == len(differ)
    assert {(5, 9), (5, 4), (9, 27), (7, 15)} == {(d.month, d.day) for d in differ}


@pytest.mark.parametrize(
    ("day", "holiday"),
    [
        ("2020-05-04", False),  # moved to 8 May
        ("2020-05-08", True),
        ("2022-05-30", False),  # moved to 2 June
        ("2022-06-02", True),
        ("2022-06-03", True),
        ("2022-09-19", True),
        ("2023-05-08", True),
        ("2026-06-15", False),  # Scotland only
        ("2027-12-27", True),
    ],
)
def test_the_special_days_of_england(day: str, *, holiday: bool) -> None:
    """One-off days were proclaimed, and are data."""
    assert holiday == (ENGLAND.holiday(day) is not None)


def test_liberation_day_at_a_weekend_before_2011() -> None:
    """The package drops Saturday 9 May 2009 and lists Sunday 9 May 2010."""
    assert ("Liberation Day", None) == (
        JERSEY.holiday("2009-05-09"),
        JERSEY.holiday("2010-05-09"),
    )
    assert [True, True] == [bool(change.source) for change in JERSEY.changes]


# Traps of the package that the days come from


def test_england_is_asked_for_with_its_subdivision() -> None:
    """Without it, the package forgets Easter Monday and the August holiday."""
    forgetful = holidays.country_holidays("GB", years=2026)
    assert date(2026, 4, 6) not in forgetful
    assert not ENGLAND.is_working_day("2026-04-06")
    assert not ENGLAND.is_working_day("2026-08-31")


@pytest.mark.parametrize("day", ["1999-12-31", "2045-01-01", "2101-01-01"])
@pytest.mark.parametrize(
    "ask",
    [
        lambda c, d: c.is_working_day(d),
        lambda c, d: c.is_business_day(d),
        lambda c, d: c.is_ordinary_day(d),
        lambda c, d: c.holiday(d),
        lambda c, d: c.add(d, 1),
        lambda c, d: c.add(d, 0),
        lambda c, d: c.count(d, "2026-01-01"),
        lambda c, d: c.count("2026-01-01", d),
        lambda c, d: c.left_out(d, "2026-01-01"),
        lambda c, d: c.provisional(d, "2026-01-01"),
        lambda c, d: c.provisional("2026-01-01", d),
        lambda c, d: c.with_day(d, "A day", reason="why", source="where"),
        lambda c, d: c.without_day(d, reason="why", source="where"),
    ],
)
def test_a_day_out_of_range_is_an_error_and_never_false(
    ask: Callable[..., object], day: str
) -> None:
    """The package answers `False`; we name calendar, day and range."""
    with pytest.raises(
        CalendarNotKnown, match=f"{day}.*Jersey.*2000-01-01 to 2044-12-31"
    ):
        ask(JERSEY, day)


def test_a_result_out_of_range_is_an_error() -> None:
    """The start was known, the end is not."""
    with pytest.raises(CalendarNotKnown, match="30 working days after 2044-12-20"):
        JERSEY.add("2044-12-20", 30)
    with pytest.raises(CalendarNotKnown, match="2045-01-01"):
        JERSEY.next_ordinary_day("2044-12-31")


@BOTH
def test_holidays_are_listed_for_every_year_that_is_known(calendar: Calendar) -> None:
    """And for no other year."""
    assert {*range(2000, 2045)} == {day.year for day, _ in calendar.holidays}


def test_a_calendar_is_known_to_its_last_day_and_no_further() -> None:
    """Thursday 8 May 2025 is counted; the Friday would be a working day, but is not."""
    short = Calendar(
        name="Short",
        version="made up",
        holidays={},
        last_proclaimed=2025,
        first=date(2025, 5, 5),
        last=date(2025, 5, 8),
    )
    assert short.is_working_day("2025-05-08")
    assert 3 == short.count("2025-05-05", "2025-05-08")
    assert date(2025, 5, 8) == short.add("2025-05-07", 1)
    with pytest.raises(CalendarNotKnown, match="1 working days after 2025-05-08"):
        short.add("2025-05-08", 1)


def test_asking_does_not_change_a_calendar() -> None:
    """The package's objects grow as they are asked."""
    before = pickle.dumps(ENGLAND)
    ENGLAND.add("2043-01-01", 30)
    ENGLAND.holiday("2044-12-26")
    assert before == pickle.dumps(ENGLAND)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2025, 5, 8, 23, 30, tzinfo=UTC),
        pendulum.datetime(2025, 5, 8, 23, 30),
        datetime(2025, 5, 8),
    ],
)
@pytest.mark.parametrize(
    "ask", [JERSEY.is_working_day, JERSEY.holiday, lambda m: JERSEY.add(m, 1)]
)
def test_a_moment_is_not_a_day(ask: Callable[..., object], moment: datetime) -> None:
    """23:30 UTC on 8 May is already Liberation Day: which day is meant must be said."""
    with pytest.raises(BadDate, match="day_of"):
        ask(moment)


def test_the_starting_day_is_not_counted() -> None:
    """The package counts both ends, and rolls no days forward off a holiday."""
    assert 0 == ENGLAND.count("2026-11-23", "2026-11-23")
    assert date(2026, 12, 25) == ENGLAND.add("2026-12-25", 0)


def test_no_holiday_is_loaded_until_a_calendar_is_asked_for() -> None:
    """The package takes tens of milliseconds and megabytes."""
    code = (
        "import sys, casework.calendars as c; before = 'holidays' in sys.modules;"
        "c.jersey_calendar(); print(before, 'holidays' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "False True" == run.stdout.strip()


# Counting


@BOTH
def test_adding_agrees_with_a_walk(calendar: Calendar) -> None:
    """From every day of 2015 to 2027, every length up to 60 working days."""
    after = LAST + timedelta(days=120)
    walked = [day for day in span(FIRST, after) if calendar.is_working_day(day)]
    for start in span(FIRST, LAST):
        passed = bisect_right(walked, start)
        due_days = [calendar.add(start, n) for n in range(1, 61)]
        assert walked[passed : passed + 60] == due_days, start


def test_counting_agrees_with_the_package_where_it_is_right() -> None:
    """Its count has both ends in it."""
    package = holidays.country_holidays("JE", years=range(2015, 2028))
    for day in span(date(2024, 1, 1), date(2024, 12, 31)):
        both_ends = package.get_working_days_count(day, date(2025, 6, 30))
        theirs = both_ends - package.is_working_day(day)
        assert theirs == JERSEY.count(day, "2025-06-30")


@given(calendars, days, st.integers(1, 200))
def test_counting_undoes_adding(calendar: Calendar, day: date, n: int) -> None:
    """As many working days lie between as were added."""
    end = calendar.add(day, n)
    assert (n, True) == (calendar.count(day, end), calendar.is_working_day(end))


@given(calendars, days, days, days)
def test_counts_add_up(calendar: Calendar, a: date, b: date, c: date) -> None:
    """A span cut in two has the working days of both parts."""
    a, b, c = sorted((a, b, c))
    assert calendar.count(a, c) == calendar.count(a, b) + calendar.count(b, c)


@given(calendars, days, days, st.integers(0, 200))
def test_adding_keeps_the_order_of_days(
    calendar: Calendar, one: date, other: date, n: int
) -> None:
    """An earlier start is never due later."""
    earlier, later = sorted((one, other))
    assert calendar.add(earlier, n) <= calendar.add(later, n)


@given(calendars, days, st.integers(0, 300))
def test_every_day_is_counted_or_left_out(
    calendar: Calendar, after: date, n: int
) -> None:
    """The explanation accounts for each day once."""
    to = after + n * ONE_DAY
    runs = calendar.left_out(after, to)
    passed_over = [day for run in runs for day in span(run.first, run.last)]
    working = [d for d in span(after + ONE_DAY, to) if calendar.is_working_day(d)]
    assert sorted(passed_over + working) == span(after + ONE_DAY, to)
    assert len(working) == calendar.count(after, to)


def test_what_is_left_out_is_named() -> None:
    """Each weekend once, each weekday holiday by its name."""
    assert (
        LeftOut(date(2025, 5, 3), date(2025, 5, 4), "Saturday and Sunday"),
        LeftOut(date(2025, 5, 5), date(2025, 5, 5), "Early May Bank Holiday"),
        LeftOut(date(2025, 5, 9), date(2025, 5, 9), "Liberation Day"),
        LeftOut(date(2025, 5, 10), date(2025, 5, 10), "Saturday"),
    ) == JERSEY.left_out("2025-05-01", "2025-05-10")
    assert (LeftOut(date(2025, 5, 11), date(2025, 5, 11), "Sunday"),) == (
        JERSEY.left_out("2025-05-10", "2025-05-12")
    )
    assert () == JERSEY.left_out("2025-05-12", "2025-05-12")


def test_a_holiday_at_a_weekend_is_left_out_with_the_weekend() -> None:
    """9 May 2026 is a Saturday, Christmas Day 2011 a Sunday."""
    assert (
        LeftOut(date(2011, 12, 24), date(2011, 12, 25), "Saturday and Sunday"),
    ) == (ENGLAND.left_out("2011-12-23", "2011-12-25"))
    assert (LeftOut(date(2026, 5, 9), date(2026, 5, 10), "Saturday and Sunday"),) == (
        JERSEY.left_out("2026-05-08", "2026-05-11")
    )


@pytest.mark.parametrize(
    "ask",
    [
        lambda: ENGLAND.count("2026-01-02", "2026-01-01"),
        lambda: ENGLAND.count("2026-01-04", "2026-01-03"),
        lambda: ENGLAND.left_out("2026-01-02", "2026-01-01"),
        lambda: ENGLAND.add("2026-01-02", -1),
    ],
)
def test_nothing_is_counted_backwards(ask: Callable[..., object]) -> None:
    """Trap 7: an interval taken the wrong way round inverts silently."""
    with pytest.raises(BadPeriod, match=r"earlier day|forwards"):
        ask()


@pytest.mark.parametrize("day", ["2026-03-02", pendulum.date(2026, 3, 2)])
def test_days_are_taken_as_text_and_of_both_libraries(day: date | str) -> None:
    """The result is a plain date; no working days after a day is that day."""
    results = [ENGLAND.add(day, 45), ENGLAND.add(day, 0)]
    assert [date(2026, 5, 7), date(2026, 3, 2)] == results
    assert {date} == {type(result) for result in results}


# The other sets of days


@pytest.mark.parametrize(
    ("day", "ordinary"),
    [
        ("2026-11-20", True),  # a Friday
        ("2026-11-21", True),  # a Saturday counts
        ("2026-11-22", False),  # a Sunday
        ("2026-05-09", False),  # a Saturday that is Liberation Day
        ("2026-12-26", False),  # a Saturday that is Boxing Day
        ("2027-12-25", False),  # a Saturday that is Christmas Day
        ("2026-04-03", False),  # Good Friday
        ("2027-05-08", True),  # the eve of a Liberation Day that is no holiday
    ],
)
def test_a_saturday_is_a_business_day(day: str, *, ordinary: bool) -> None:
    """The Law of 1951, and rules that roll to noon, leave out Sundays and holidays."""
    assert ordinary == JERSEY.is_business_day(day)
    assert ordinary == JERSEY.is_ordinary_day(day)


def test_christmas_day_is_named_by_the_law() -> None:
    """It is left out even in a calendar that does not list it."""
    bare = Calendar(name="Nowhere", version="1", holidays={}, last_proclaimed=2025)
    assert (False, True) == (
        bare.is_business_day("2027-12-25"),
        bare.is_business_day("2027-12-27"),
    )


@pytest.mark.parametrize(
    ("day", "following"),
    [
        ("2026-11-20", "2026-11-21"),
        ("2026-11-21", "2026-11-23"),
        ("2026-12-24", "2026-12-29"),
        ("2026-05-08", "2026-05-11"),
    ],
)
def test_the_next_ordinary_day(day: str, following: str) -> None:
    """The first day after that is neither a Sunday nor a holiday."""
    assert date.fromisoformat(following) == JERSEY.next_ordinary_day(day)


# What is known


@pytest.mark.parametrize(
    ("calendar", "first", "last", "provisional"),
    [
        (JERSEY, "2019-12-02", "2020-01-02", False),
        (JERSEY, "2025-12-01", "2025-12-31", False),
        (JERSEY, "2025-12-01", "2026-01-01", True),
        (JERSEY, "2026-01-01", "2025-12-31", True),
        (ENGLAND, "2026-01-01", "2028-12-31", False),
        (ENGLAND, "2028-12-31", "2029-01-01", True),
    ],
)
def test_a_year_not_yet_proclaimed_is_provisional(
    calendar: Calendar,
    first: str,
    last: str,
    *,
    provisional: bool,
) -> None:
    """Jersey is settled to 2025, England to 2028."""
    assert provisional == calendar.provisional(first, last)


@BOTH
def test_a_calendar_says_what_it_is(calendar: Calendar) -> None:
    """Its name, where its days come from and how far they reach; not 400 holidays."""
    assert calendar.version.startswith(f"holidays {holidays.__version__}")
    assert (date(2000, 1, 1), date(2044, 12, 31)) == (calendar.first, calendar.last)
    assert calendar.name in repr(calendar)
    assert len(repr(calendar)) < 300


def test_a_calendar_is_built_once() -> None:
    """The second asking is free."""
    assert england_calendar() is ENGLAND
    assert jersey_calendar() is JERSEY


@BOTH
def test_a_calendar_survives_a_pickle_and_a_copy(calendar: Calendar) -> None:
    """The same days, built again."""
    for other in (
        pickle.loads(pickle.dumps(calendar)),
        copy.copy(calendar),
        copy.deepcopy(calendar),
    ):
        assert (calendar, hash(calendar)) == (other, hash(other))
        assert calendar.add("2026-03-02", 45) == other.add("2026-03-02", 45)
    assert ENGLAND != JERSEY


# Changes


def test_a_day_is_added_with_a_reason_and_a_source() -> None:
    """A new calendar; the old one stays as it was."""
    more = JERSEY.with_day(
        "2026-05-08", "Liberation Eve", reason="Act of 2026", source="an invented Act"
    )
    assert "Liberation Eve" == more.holiday("2026-05-08")
    assert (date(2026, 5, 11), date(2026, 5, 8)) == (
        more.add("2026-05-07", 1),
        JERSEY.add("2026-05-07", 1),
    )
    assert more.version == f"{JERSEY.version} +2026-05-08"
    assert ("Liberation Eve", "Act of 2026", "an invented Act") == (
        more.changes[-1].name,
        more.changes[-1].reason,
        more.changes[-1].source,
    )
    assert more != JERSEY
    assert more == pickle.loads(pickle.dumps(more))


def test_a_day_is_taken_away_with_a_reason_and_a_source() -> None:
    """As when a holiday is moved."""
    fewer = ENGLAND.without_day(
        "2026-05-04", reason="moved", source="an invented proclamation"
    )
    assert fewer.is_working_day("2026-05-04")
    assert None is fewer.holiday("2026-05-04")
    assert fewer.version.endswith(" -2026-05-04")
    assert None is fewer.changes[-1].name


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda: ENGLAND.with_day("2026-12-25", "Xmas", reason="r", source="s"),
            "holiday already",
        ),
        (
            lambda: ENGLAND.without_day("2026-12-24", reason="r", source="s"),
            "no holiday",
        ),
        (
            lambda: ENGLAND.with_day("2026-12-24", "Eve", reason=" ", source="s"),
            "a reason and a source",
        ),
        (
            lambda: ENGLAND.without_day("2026-12-25", reason="r", source=""),
            "a reason and a source",
        ),
    ],
)
def test_a_change_that_says_nothing_is_refused(
    change: Callable[..., object], words: str
) -> None:
    """Nothing would change, or nobody could check why it did."""
    with pytest.raises(BadOverlay, match=words.replace(" ", r"\s")):
        change()
