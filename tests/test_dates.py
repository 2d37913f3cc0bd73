"""Days, moments and ages; each trap of the date library is named by its number."""

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.dates import (
    LEAP_DAY_BIRTHDAY,
    When,
    age_on,
    as_date,
    as_moment,
    as_when,
    birthday,
    day_of,
    days_after,
    end_of_day,
    hours_after,
    hours_between,
    in_zone,
    is_moment,
    iso,
    local_moment,
    months_after,
    noon,
    start_of_day,
    whole_months_between,
    years_after,
)
from casework.errors import BadDate, NaiveMoment

JERSEY = "Europe/Jersey"
LONDON = "Europe/London"

days = st.dates(date(1950, 1, 1), date(2100, 12, 31))
zones = st.sampled_from([JERSEY, LONDON, "UTC", "Asia/Tokyo"])
moments = st.datetimes(
    datetime(1990, 1, 1),
    datetime(2040, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=1))]),
)


# Reading a day


@pytest.mark.parametrize(
    "value", ["2026-11-23", date(2026, 11, 23), pendulum.date(2026, 11, 23)]
)
def test_a_day_is_read_as_a_plain_date(value: object) -> None:
    """Text, a plain date and a pendulum date give the same plain date."""
    day = as_date(value)
    assert (date, date(2026, 11, 23)) == (type(day), day)


@pytest.mark.parametrize(
    "value",
    [
        "01/02/2023",
        "2023-1-2",
        "20230102",
        "2023-W01-1",
        "2023-001",
        " 2023-01-02",
        "2023-01-02\n",
        "2023-01-02T00:00",
        "\u0662\u0660\u0662\u0663-01-02",  # digits, but not ours
        "2026-02-30",
        "0000-01-01",
        "",
        None,
        20230102,
        True,
    ],
)
def test_what_is_not_certainly_a_day_is_refused(value: object) -> None:
    """Only YYYY-MM-DD is text of a day: 01/02 is two days."""
    with pytest.raises(BadDate, match=r"YYYY-MM-DD|There is no day"):
        as_date(value)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 23, tzinfo=UTC),
        datetime(2026, 11, 23),
        pendulum.datetime(2026, 11, 23),
    ],
)
def test_a_moment_offered_where_a_day_is_wanted_is_refused(moment: object) -> None:
    """Trap 9: a moment passes for a date, though its day depends on the zone."""
    with pytest.raises(BadDate, match="day_of"):
        as_date(moment)


@pytest.mark.parametrize(
    "ask",
    [
        lambda m: days_after(m, 1),
        lambda m: months_after(m, 1),
        lambda m: age_on(date(2010, 1, 1), m),
        lambda m: birthday(m, 18),
        lambda m: whole_months_between(m, date(2027, 1, 1)),
    ],
)
def test_no_sum_with_days_takes_a_moment(ask: Callable[..., object]) -> None:
    """Trap 9, at every door."""
    with pytest.raises(BadDate, match="moment where a day is wanted"):
        ask(datetime(2026, 11, 23, tzinfo=UTC))


# Reading a moment


@pytest.mark.parametrize(
    "value",
    [
        "2026-05-09T00:30:00+01:00",
        "2026-05-09 00:30+01:00",
        "2026-05-08T23:30Z",
        "2026-05-08T23:30:00.000000Z",
        datetime(2026, 5, 9, 0, 30, tzinfo=ZoneInfo(JERSEY)),
        pendulum.datetime(2026, 5, 9, 0, 30, tz=JERSEY),
        pendulum.parse("2026-05-09T00:30:00+01:00"),
        pendulum.DateTime(2026, 5, 8, 23, 30, tzinfo=UTC),
    ],
)
def test_a_moment_is_read_as_a_plain_datetime(value: object) -> None:
    """Text and the moments of both libraries give one moment with its offset."""
    moment = as_moment(value)
    assert datetime(2026, 5, 8, 23, 30, tzinfo=UTC) == moment
    assert (datetime, timezone) == (type(moment), type(moment.tzinfo))


@pytest.mark.parametrize(
    "value",
    ["2026-11-23T09:40", "2026-11-23 09:40:00", datetime(2026, 11, 23, 9, 40)],
)
def test_a_naive_moment_is_refused_and_told_how_to_gain_a_zone(value: object) -> None:
    """A naive moment has no certain day; the error names a zone to attach."""
    with pytest.raises(NaiveMoment, match="Europe/Jersey"):
        as_moment(value)


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-23",
        "2026-11-23T09Z",
        "2026-11-23T24:00Z",
        "2026-11-23T09:60Z",
        "2026-11-23T09:40z",
        "2026-11-23t09:40Z",
        "20261123T0940Z",
        "2026-W48-1T09:40Z",
        "2026-11-23T09:40+24:00",
        "2026-11-23T09:40+0100",
        "09:40",
        "P1M",
        date(2026, 11, 23),
        None,
        0,
    ],
)
def test_what_is_not_certainly_a_moment_is_refused(value: object) -> None:
    """A moment has one written form; a day alone is not a moment."""
    with pytest.raises(BadDate, match="is not a moment"):
        as_moment(value)


def test_a_moment_on_a_day_that_does_not_exist_is_refused() -> None:
    """30 February has no hours."""
    with pytest.raises(BadDate, match="no moment"):
        as_moment("2026-02-30T09:40Z")


def test_a_moment_that_no_file_can_write_is_refused() -> None:
    """Until 1847 London had an offset of 75 seconds, which ISO text does not have."""
    told = datetime(1840, 5, 1, 9, tzinfo=ZoneInfo(LONDON))
    with pytest.raises(BadDate, match="a town's own clocks: write it in UTC"):
        as_moment(told)
    with pytest.raises(BadDate, match="a town's own clocks: write it in UTC"):
        local_moment("1840-05-01T09:00", LONDON)
    assert "1840-05-01T09:01:15+00:00" == iso(as_moment(told.astimezone(UTC)))


def test_an_offset_of_an_odd_number_of_minutes_can_be_written() -> None:
    """Amsterdam was once some 19 minutes ahead of Greenwich."""
    told = datetime(1930, 1, 1, 9, tzinfo=timezone(timedelta(minutes=19)))
    assert "1930-01-01T09:00:00+00:19" == iso(as_moment(told))


def test_when_reads_either() -> None:
    """A `T` or a space makes it a moment; nothing is turned into the other."""
    moment = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)
    assert date(2026, 11, 23) == as_when("2026-11-23") == as_when(date(2026, 11, 23))
    assert moment == as_when("2026-11-23T09:40Z") == as_when("2026-11-23 09:40Z")
    assert moment == as_when(moment)


def test_a_day_is_not_read_as_a_moment_in_utc() -> None:
    """Trap 8: `pendulum.parse` makes midnight UTC of a day."""
    assert isinstance(pendulum.parse("2023-01-01"), pendulum.DateTime)
    assert (date, False) == (type(as_when("2023-01-01")), is_moment(date(2023, 1, 1)))


def test_when_refuses_what_is_neither() -> None:
    """Nothing is guessed from other text, or from no text."""
    for value in ("tomorrow", "next Tuesday", None, 5):
        with pytest.raises(BadDate):
            as_when(value)


# Zones


def test_the_day_of_a_moment_is_the_day_where_it_happened() -> None:
    """23:30 UTC on 8 May is Liberation Day in Jersey."""
    late = as_moment("2026-05-08T23:30Z")
    assert date(2026, 5, 9) == day_of(late, JERSEY)
    assert date(2026, 5, 8) == day_of(late, "UTC")
    assert date(2026, 5, 8) == day_of(date(2026, 5, 8), JERSEY)


def test_the_day_of_a_pendulum_moment_is_a_plain_date() -> None:
    """A value of pendulum does not travel further in."""
    assert date is type(day_of(pendulum.datetime(2026, 5, 8, 23, 30), JERSEY))


@pytest.mark.parametrize("ask", [day_of, in_zone])
def test_a_naive_moment_is_never_read_by_the_machines_clock(
    ask: Callable[..., object],
) -> None:
    """The standard library would take the machine's zone."""
    with pytest.raises(NaiveMoment):
        ask(datetime(2026, 5, 8, 23, 30), JERSEY)


@pytest.mark.parametrize("zone", ["Jersey", "", "../Europe/Jersey", "Europe"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    """The error says what a zone's name looks like."""
    with pytest.raises(BadDate, match="Europe/Jersey"):
        in_zone(as_moment("2026-05-08T23:30Z"), zone)


def test_the_start_and_the_noon_of_a_day() -> None:
    """Each has the offset of its own hour, on the days of the clock changes too."""
    assert "2026-03-29T00:00:00+00:00" == iso(start_of_day("2026-03-29", JERSEY))
    assert "2026-03-29T12:00:00+01:00" == iso(noon("2026-03-29", JERSEY))
    assert "2026-10-25T00:00:00+01:00" == iso(start_of_day("2026-10-25", JERSEY))
    assert "2026-10-25T12:00:00+00:00" == iso(noon("2026-10-25", JERSEY))


def test_a_day_starts_after_a_midnight_that_was_skipped() -> None:
    """In Beirut the clocks went from midnight to one o'clock."""
    start = start_of_day("2022-03-27", "Asia/Beirut")
    assert "2022-03-27T01:00:00+03:00" == iso(start)


@pytest.mark.parametrize(
    "told", ["2026-06-01T09:40", "2026-06-01 09:40:00", datetime(2026, 6, 1, 9, 40)]
)
def test_a_zone_is_attached_to_a_time_that_was_told(told: str | datetime) -> None:
    """Summer time is found by the zone, not by the writer."""
    assert "2026-06-01T09:40:00+01:00" == iso(local_moment(told, JERSEY))


def test_a_time_that_the_clocks_skipped_is_refused() -> None:
    """Trap 10: pendulum moves 01:30 on 29 March 2026 to 02:30 without complaint."""
    assert 2 == pendulum.datetime(2026, 3, 29, 1, 30, tz=JERSEY).hour
    with pytest.raises(BadDate, match="went forward"):
        local_moment("2026-03-29T01:30", JERSEY)
    skipped = datetime(2026, 3, 29, 1, 30, tzinfo=ZoneInfo(JERSEY))
    for told in (skipped, skipped.replace(fold=1)):
        with pytest.raises(BadDate, match="went forward"):
            as_moment(told)


def test_a_time_that_the_clocks_told_twice_is_refused() -> None:
    """Trap 10: one library means the first 01:30 of 25 October, the other the last."""
    with pytest.raises(BadDate, match="happened twice"):
        local_moment("2026-10-25T01:30", JERSEY)


def test_an_offset_or_a_fold_says_which_of_two_hours_is_meant() -> None:
    """The two 01:30 of 25 October 2026 are an hour apart, in order."""
    first = as_moment("2026-10-25T01:30+01:00")
    second = as_moment("2026-10-25T01:30+00:00")
    zoned = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo(JERSEY))
    folded = as_moment(zoned.replace(fold=1))
    assert (first, second, 0) == (as_moment(zoned), folded, folded.fold)
    assert (True, 1.0) == (first < second, hours_between(first, second))


def test_a_zone_is_not_attached_twice() -> None:
    """A moment with its offset is moved with `in_zone`."""
    with pytest.raises(BadDate, match="in_zone"):
        local_moment("2026-06-01T09:40Z", JERSEY)


# Sums with days


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("1978-09-30", 4, "1979-01-30"),  # Dodds v Walker itself
        ("2025-11-30", 3, "2026-02-28"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2026-02-28", 3, "2026-05-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2026-05-31", -3, "2026-02-28"),
        ("2026-01-31", 0, "2026-01-31"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
    ],
)
def test_months_end_on_the_corresponding_day(start: str, months: int, end: str) -> None:
    """Or on the last day of a month that has none; month-end does not stick."""
    assert as_date(end) == months_after(start, months)


def test_months_are_not_chained() -> None:
    """Trap 6: one month and one month from 31 January is not two months."""
    chained = months_after(months_after("2026-01-31", 1), 1)
    assert (date(2026, 3, 28), date(2026, 3, 31)) == (
        chained,
        months_after("2026-01-31", 2),
    )


def test_a_month_added_to_a_plain_date_is_a_month() -> None:
    """Trap 4: a plain date + `pendulum.duration(months=1)` adds thirty days."""
    assert date(2026, 3, 2) == date(2026, 1, 31) + pendulum.duration(months=1)
    assert date(2026, 2, 28) == months_after(date(2026, 1, 31), 1)


def test_years_keep_the_day_and_leap_days_end_with_february() -> None:
    """A period of years is not an age: 29 February + 1 year is 28 February."""
    assert date(2027, 11, 23) == years_after("2026-11-23", 1)
    assert date(2025, 2, 28) == years_after("2024-02-29", 1)
    assert date(2028, 2, 29) == years_after("2024-02-29", 4)


@pytest.mark.parametrize(
    "ask",
    [
        lambda: days_after("9999-12-31", 1),
        lambda: days_after("2026-01-01", 10**10),
        lambda: months_after("9999-12-31", 1),
        lambda: months_after("0001-01-01", -1),
        lambda: years_after("2026-01-01", 10**20),
        lambda: birthday("2026-01-01", 9000),
        lambda: birthday("2026-01-01", 10**20),
        lambda: hours_after(as_moment("9999-12-31T23:00Z"), 2, JERSEY),
        lambda: hours_after(as_moment("2026-01-01T00:00Z"), float("nan"), JERSEY),
        lambda: hours_after(as_moment("2026-01-01T00:00Z"), float("inf"), JERSEY),
        lambda: in_zone(as_moment("9999-12-31T23:00Z"), "Asia/Tokyo"),
        lambda: day_of(as_moment("0001-01-01T00:00+05:00"), JERSEY),
        lambda: as_moment("0001-01-01T23:59:59Z"),
        lambda: start_of_day("0001-01-01", "Asia/Tokyo"),
    ],
)
def test_a_sum_that_leaves_the_calendar_is_a_bad_date(
    ask: Callable[..., object],
) -> None:
    """Years before 1 and after 9999 cannot be written, and no other error escapes."""
    with pytest.raises(BadDate, match="0001 to 9999"):
        ask()


def test_the_first_and_the_last_moment_that_every_clock_can_tell() -> None:
    """A day after the year 1 began in Greenwich, and the very last of 9999."""
    last = datetime.max.replace(tzinfo=UTC)
    assert "0001-01-02T00:00:00+00:00" == iso(as_moment("0001-01-02T00:00:00Z"))
    assert last == as_moment(last) == end_of_day("9999-12-31", LONDON)


@given(days, st.integers(-600, 600))
def test_months_agree_with_the_library_that_adds_them_rightly(
    day: date, n: int
) -> None:
    """What pendulum is sound at, it does alike."""
    added = pendulum.date(day.year, day.month, day.day).add(months=n)
    assert added == months_after(day, n)


@given(days, days, st.integers(0, 120))
def test_months_keep_the_order_of_days(one: date, other: date, n: int) -> None:
    """An earlier start is never due later."""
    earlier, later = sorted((one, other))
    assert months_after(earlier, n) <= months_after(later, n)


@given(days, days)
def test_whole_months_are_the_most_that_fit(a: date, b: date) -> None:
    """One month more would go past the end."""
    n = whole_months_between(a, b)
    assert months_after(a, n) <= b < months_after(a, n + 1)


def test_whole_months_do_not_run_ahead() -> None:
    """Trap 1: pendulum finds twelve months from 4 November 2024 to 3 November 2025."""
    wrong = pendulum.date(2025, 11, 3) - pendulum.date(2024, 11, 4)
    assert (12, 11) == (
        wrong.in_months(),
        whole_months_between("2024-11-04", "2025-11-03"),
    )
    assert 12 == whole_months_between("2024-11-04", "2025-11-04")
    assert 1 == whole_months_between("2026-01-31", "2026-02-28")
    assert -1 == whole_months_between("2026-03-31", "2026-02-28")


# Ages

LEAP_CYCLE = [date(2007, 3, 1) + timedelta(days=n) for n in range(4 * 365 + 1)]


def test_nobody_is_eighteen_on_the_eve_of_the_birthday() -> None:
    """Trap 1, for every date of birth in a leap cycle."""
    for born in LEAP_CYCLE:
        eighteenth = birthday(born, 18)
        eve = eighteenth - timedelta(days=1)
        assert (17, 18) == (age_on(born, eve), age_on(born, eighteenth)), born


def test_the_library_makes_many_eighteen_a_day_early() -> None:
    """Trap 1: this is why no age is taken from pendulum."""
    born = pendulum.date(2008, 11, 22)
    assert 18 == (pendulum.date(2026, 11, 21) - born).in_years()
    assert 17 == age_on(born, "2026-11-21")


def test_a_birthday_of_29_february() -> None:
    """It falls on 1 March in a common year: one documented choice."""
    assert (3, 1) == LEAP_DAY_BIRTHDAY
    assert date(2026, 3, 1) == birthday("2008-02-29", 18)
    assert date(2024, 2, 29) == birthday("2008-02-29", 16)
    assert (17, 18) == (
        age_on("2008-02-29", "2026-02-28"),
        age_on("2008-02-29", "2026-03-01"),
    )


def test_before_birth_an_age_is_negative() -> None:
    """An unborn child is under every age."""
    assert (-1, 0) == (
        age_on("2026-11-23", "2026-11-22"),
        age_on("2026-11-23", "2026-11-23"),
    )
    with pytest.raises(BadDate, match="not an age"):
        birthday("2026-11-23", -1)


@given(days, st.integers(0, 100))
def test_an_age_is_reached_on_its_birthday(born: date, age: int) -> None:
    """At its start, and not a day before."""
    day = birthday(born, age)
    assert (age, age - 1) == (age_on(born, day), age_on(born, day - timedelta(days=1)))


@given(days, days, days)
def test_nobody_grows_younger(born: date, one: date, other: date) -> None:
    """A later day never has a smaller age."""
    earlier, later = sorted((one, other))
    assert age_on(born, earlier) <= age_on(born, later)


# Hours


@pytest.mark.parametrize(
    ("start", "end"),
    [
        # The clocks go forward on 29 March 2026 and back on 25 October.
        ("2026-03-28T12:00:00+00:00", "2026-03-31T13:00:00+01:00"),
        ("2026-10-24T12:00:00+01:00", "2026-10-27T11:00:00+00:00"),
        ("2026-06-01T12:00:00+01:00", "2026-06-04T12:00:00+01:00"),
    ],
)
@pytest.mark.parametrize("zone", [JERSEY, LONDON])
def test_72_hours_really_pass(start: str, end: str, zone: str) -> None:
    """Trap 11: an hour of the clock face is lost in March and found in October."""
    assert end == iso(hours_after(as_moment(start), 72, zone))


@pytest.mark.parametrize(
    ("start", "right"),
    [("2026-03-28T12:00", 23.0), ("2026-10-24T12:00", 25.0)],
)
def test_hours_are_not_read_off_the_clock_face(start: str, right: float) -> None:
    """Trap 11: the standard library finds 24 hours between any two noons of a zone."""
    noon_before = datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(JERSEY))
    noon_after = noon_before + timedelta(hours=24)
    assert timedelta(hours=24) == noon_after - noon_before
    assert right == hours_between(noon_before, noon_after)


@given(moments, st.integers(0, 5000), zones)
def test_hours_added_are_the_hours_between(moment: datetime, n: int, zone: str) -> None:
    """In whatever zone the later moment is told."""
    assert n == hours_between(moment, hours_after(moment, n, zone))


@given(moments, zones)
def test_a_zone_changes_the_clock_and_not_the_moment(
    moment: datetime, zone: str
) -> None:
    """The day of the local clock is the day of the moment."""
    local = in_zone(moment, zone)
    assert (moment, day_of(moment, zone)) == (local, local.date())


def test_arithmetic_after_a_round_trip_knows_the_zone() -> None:
    """Trap 12: ISO text loses the zone's name, so every sum is told it again."""
    stored = as_moment(iso(local_moment("2026-10-24T12:00", JERSEY)))
    assert "2026-10-25T11:00:00+00:00" == iso(hours_after(stored, 24, JERSEY))


def test_hours_between_takes_no_naive_moment() -> None:
    """Two naive moments may be of two zones."""
    with pytest.raises(NaiveMoment):
        hours_between(datetime(2026, 1, 1), datetime(2026, 1, 2))


# Writing, keeping and copying


@given(st.one_of(days, moments))
def test_what_is_written_is_read_again(when: When) -> None:
    """ISO text is a day or a moment, as it was."""
    assert when == as_when(iso(when))
    assert is_moment(when) == is_moment(as_when(iso(when)))


@given(moments, zones)
def test_every_moment_survives_a_pickle_and_a_copy(moment: datetime, zone: str) -> None:
    """Trap 3: a `Duration` does not; a moment of ours is equal, and told alike."""
    local = in_zone(moment, zone)
    others = [pickle.loads(pickle.dumps(local)), copy.copy(local), copy.deepcopy(local)]
    assert [iso(local)] * 3 == [iso(other) for other in others]


def test_days_of_the_two_libraries_are_one_day_in_a_set() -> None:
    """Trap 14: Hypothesis, and users, bring plain dates; both look the same up."""
    assert 1 == len({as_date(pendulum.date(2026, 1, 1)), date(2026, 1, 1)})
