"""Reports: counted in one pass, added up, by month, and what they rest on."""

from datetime import date
from functools import cache

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import Journey, england, jersey
from casework.adapters.cin import read_cin
from casework.adapters.reading import Read
from casework.errors import BadPeriod, BadReport, NotFound
from casework.events import ReferralReceived
from casework.reporting import Choices, Report, Span, report
from casework.reporting.bands import words_for
from casework.reporting.measure import Counts, Measure, Unit
from casework.reporting.measures import FIXED
from casework.reporting.rows import rounded, rows, said
from casework.reporting.told import KEYED
from casework.testing import any_journeys
from casework.timescales import Status
from tests.commands import CENSUS

# All the days on which the strategies let something happen.
FIRST, LAST = date(2000, 1, 1), date(2044, 12, 31)
YEAR = ("2024-04-01", "2025-03-31")

many = st.lists(any_journeys(max_events=8), max_size=4)


@cache
def census() -> tuple[Journey, ...]:
    """Give some children of the sample census."""
    lines = [line for line in read_cin(CENSUS) if isinstance(line, Read)]
    return tuple(line.journey for line in lines[::6])


@cache
def by_month() -> Report:
    """Give the report on them, month by month, with its lists."""
    return report(census(), *YEAR, population=21_519, by_month=True, listed=True)


def renamed(found: list[Journey], prefix: str) -> list[Journey]:
    """Give the journeys ids of their own, so that no child is in two files."""
    return [
        evolve(
            one,
            chronology=evolve(
                one.chronology,
                child=evolve(one.chronology.child, id=f"{prefix}-{number}"),
            ),
        )
        for number, one in enumerate(found)
    ]


def numbers(made: Report) -> list[dict[str, object]]:
    """Give every figure of a report as plain values."""
    return [dict(row) for row in rows(made, listed=True)]


@given(many)
@settings(max_examples=25)
def test_whatever_is_on_the_record_can_be_counted(found: list[Journey]) -> None:
    """No record is too odd; a measure never exceeds its denominator."""
    for figure in report(found, FIRST, LAST, population=1000).figures():
        if figure.measure.unit is Unit.PERCENT and figure.numerator is not None:
            assert 0 <= figure.numerator <= (figure.denominator or 0)
            assert figure.value is None or 0 <= figure.value <= 100
            assert (figure.value is None) == (figure.denominator == 0)


@given(many, many)
@settings(max_examples=12)
def test_files_with_no_child_in_common_add_up(
    some: list[Journey], others: list[Journey]
) -> None:
    """Two reports added are the report on both files."""
    some, others = renamed(some, "A"), renamed(others, "B")
    first, second, both = (
        report(one, FIRST, LAST, population=1000, listed=True)
        for one in (some, others, [*some, *others])
    )
    assert numbers(both) == numbers(first + second)
    assert both.findings == (first + second).findings


def test_the_census_in_two_parts_adds_up() -> None:
    """So do two halves of a census."""
    half = len(census()) // 2
    parts = [
        report(part, *YEAR, population=21_519, by_month=True, listed=True)
        for part in (census()[:half], census()[half:])
    ]
    assert numbers(by_month()) == numbers(parts[0] + parts[1])


def test_reports_of_other_days_do_not_add_up() -> None:
    """An error says what must be the same."""
    with pytest.raises(BadReport, match="the same"):
        report([], FIRST, LAST) + report([], FIRST, FIRST)


def test_months_add_up_to_the_days_of_a_report() -> None:
    """What happened in the months is what happened; what counts once is not summed."""
    for measure in by_month().measures.values():
        if measure.during and measure.counts not in KEYED and not measure.once:
            figure, months = (
                by_month().figure(measure.id),
                by_month().series(measure.id),
            )
            total = sum(month.numerator or 0 for month in months)
            assert (figure.numerator or 0) == total, measure.id


def test_a_month_is_as_a_report_on_that_month() -> None:
    """Going through a record once sees every month as a report of its own would."""
    some = census()[:40]
    made = report(some, *YEAR, by_month=True)
    for number in (0, 5, 8):
        month = made.months[number]
        alone = report(some, month.first, month.last)
        for id_, measure in made.measures.items():
            # Of these, the day is one of the days of a longer report.
            if measure.on_day and not id_.startswith("reviews."):
                one = made.series(id_)[number]
                if id_ in alone.measures:
                    assert alone.figure(id_) == one
                else:
                    assert not one.denominator


@given(any_journeys(max_events=10))
@settings(max_examples=25)
def test_how_things_stood_is_what_the_journey_says(journey: Journey) -> None:
    """A child is in date if nothing that runs is overdue as the journey tells it."""
    made = report([journey], FIRST, LAST, measures=["timeliness.all.in_date"])
    due = [one for one in journey.due(LAST) if one.due is not None]
    figure = made.figure("timeliness.all.in_date")
    if figure.numerator is not None:
        late = any(one.status is Status.OVERDUE for one in due)
        assert (bool(due), bool(due) and not late) == (
            bool(figure.denominator),
            bool(figure.numerator),
        )


def test_the_same_words_are_the_same_number() -> None:
    """Measures that say that they count the same thing do."""
    found: dict[str, set[float]] = {}
    for figure in by_month().figures():
        measure = figure.measure
        if figure.numerator is None or measure.unit is Unit.RATE:
            continue
        if measure.unit not in (Unit.AVERAGE, Unit.DAILY):
            found.setdefault(measure.numerator, set()).add(figure.numerator)
        if figure.denominator is not None and measure.unit is not Unit.DAILY:
            found.setdefault(measure.denominator, set()).add(figure.denominator)
    assert {} == {words: told for words, told in found.items() if len(told) > 1}


def test_the_children_behind_a_figure_are_those_counted() -> None:
    """As many times in the list as in the numerator and the denominator."""
    for figure in by_month().figures():
        if figure.measure.unit is Unit.PERCENT and figure.numerator is not None:
            times = {one.how: 0 for one in figure.children}
            for one in figure.children:
                times[one.how] += one.times
            assert figure.numerator == times.get("in the numerator", 0)
            rest = times.get("in the denominator only", 0)
            assert figure.denominator == figure.numerator + rest


def test_findings_are_those_of_the_check() -> None:
    """A report says how many findings there are as at its last day."""
    found = [one for journey in census() for one in journey.findings(YEAR[1])]
    assert len(found) == by_month().findings.total() > 0


def test_a_report_on_nobody_has_no_percentage() -> None:
    """A denominator of 0 is no figure, never 0 %."""
    made = report([], *YEAR)
    assert len(FIXED) == len(made.figures())
    for figure in made.figures():
        counted = figure.measure.unit is Unit.COUNT
        daily = figure.measure.unit is Unit.DAILY
        assert counted or daily or figure.value is None
        assert "0 %" != said(figure)


def test_where_everybody_is_left_out_there_is_no_figure() -> None:
    """Not a figure of 0."""
    figure = by_month().figure("assessments.outcomes")
    assert (None, None) == (figure.numerator, figure.value)
    assert by_month().figure("assessments.count").value == sum(figure.left_out.values())


def test_children_who_stand_twice_are_said() -> None:
    """They count twice, and the report says how many."""
    one = Journey.open(england, child="C-1").record(ReferralReceived(at="2025-01-06"))
    assert 1 == report([one, one], *YEAR).twice


def test_two_places_in_one_report() -> None:
    """Each child is counted under the law of its own place."""
    found = [
        Journey.open(place, child=place.name).record(ReferralReceived(at="2025-01-06"))
        for place in (england, jersey)
    ]
    made = report(found, *YEAR)
    assert {"england": 1, "jersey": 1} == made.children
    # The decision and the assessment, of each child.
    assert {"adopted": 2, "verified": 2} == made.figure(
        "timeliness.all.compliance"
    ).basis
    rule = made.figure("timeliness.jersey.referral.decision.compliance")
    assert (1, {"adopted": 1}) == (rule.denominator, rule.basis)


def test_an_overlay_counts() -> None:
    """A rule is counted as it is under the law that is asked."""
    law = evolve(england.law, rules={})
    journey = Journey.open(england.with_law(law), child="C-1").record(
        ReferralReceived(at="2025-01-06")
    )
    made = report([journey], *YEAR)
    assert [] == [id_ for id_ in made.measures if id_.startswith("timeliness.engl")]


def test_some_measures_alone() -> None:
    """By id, or by the words with which ids begin; a misspelt one is an error."""
    assert {"plans.count"} == set(report([], *YEAR, measures=["plans.count"]).measures)
    assert 2 < len(report([], *YEAR, measures=["plans"]).measures) < len(FIXED)
    with pytest.raises(NotFound, match=r"plans\.count"):
        report([], *YEAR, measures=["plan.count"])
    with pytest.raises(NotFound, match="no measure"):
        report([], *YEAR).figure("plans.number")


def test_what_cannot_be_asked_is_refused() -> None:
    """Days in the wrong order, numbers below 1, words that are not choices."""
    with pytest.raises(BadPeriod, match="covers no day"):
        report([], LAST, FIRST)
    with pytest.raises(BadPeriod, match="population"):
        Choices(population=0)
    with pytest.raises(ValueError, match="months"):
        Choices(months="weeks")


@pytest.mark.parametrize(
    ("first", "last", "years", "months"),
    [
        ("2024-04-01", "2025-03-31", 1.0, 12),
        ("2024-01-01", "2024-01-31", 1 / 12, 1),
        ("2024-02-29", "2024-02-29", 1 / 365.25, 1),
        ("2024-01-15", "2024-03-14", 2 / 12, 3),
        ("2020-01-01", "2024-12-31", 5.0, 60),
    ],
)
def test_spans(first: str, last: str, years: float, months: int) -> None:
    """Whole months are twelfths of a year; months are those of the calendar."""
    span = Span(first, last)
    assert (pytest.approx(years), months) == (span.years, len(span.months()))
    assert span.days == sum(month.days for month in span.months())


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (100, "almost all"),
        (90, "almost all"),
        (89.99, "most"),
        (75, "most"),
        (74.9, "majority"),
        (50, "majority"),
        (49.9, "less than half"),
        (35, "less than half"),
        (34.9, "some"),
        (15, "some"),
        (14.9, "a few"),
        (0, "a few"),
    ],
)
def test_words_for_percentages(percent: float, words: str) -> None:
    """The bands that the Care Inspectorate printed."""
    assert words == words_for(percent)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (84.45, "84.5"),
        (84.449, "84.4"),
        (0.05, "0.1"),
        (100 * 555_820 / 648_830, "85.7"),
    ],
)
def test_rounding_is_half_up(value: float, shown: str) -> None:
    """To one decimal, as the Department for Education publishes it."""
    assert shown == rounded(value)


def test_none_and_all_are_said_so() -> None:
    """None of them is not "a few"."""
    words = {f.words for f in by_month().figures() if f.measure.unit is Unit.PERCENT}
    assert {"none", "most", ""} <= words


@pytest.mark.parametrize("measure", FIXED, ids=lambda one: one.id)
def test_a_measure_can_be_reviewed(measure: Measure) -> None:
    """Ids are unique, words stand without a full stop, parts have no parts."""
    assert 1 == [one.id for one in FIXED].count(measure.id)
    said = (measure.numerator, measure.denominator, measure.left_out, measure.source)
    assert not any(words.endswith(".") for words in said)
    assert measure.met_parts is None or 0 < measure.met_parts < len(measure.parts)
    assert bool(measure.sizes) or measure.unit not in (Unit.DAILY, Unit.MEDIAN)
    if measure.counts in KEYED:
        assert measure.unit in (Unit.COUNT, Unit.AVERAGE)
    assert isinstance(measure.counts, Counts)


def test_a_report_shows_no_birth() -> None:
    """Neither in its repr nor in its rows."""
    journey = Journey.open(england, child="C-1", born="2015-02-03")
    made = report([journey.record(ReferralReceived(at="2025-01-06"))], *YEAR)
    assert "2015-02-03" not in f"{made!r} {numbers(made)}"
