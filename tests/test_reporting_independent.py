"""The figures of a census, counted once more straight from its file.

Nothing of casework counts here: the file is read with the standard library, and days
are counted one by one. What both ways of counting agree on is not the slip of one.
"""

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from attrs import frozen

from casework.adapters.cin import read_cin
from casework.adapters.reading import Read
from casework.reporting import Report, report
from tests.commands import CENSUS
from tests.counted_again import banded, in_bands, later, parts, share, working_days

FIRST, LAST = date(2024, 4, 1), date(2025, 3, 31)


@cache
def children() -> tuple[ET.Element, ...]:
    """Give the children of the census."""
    return tuple(ET.parse(CENSUS).iter("Child"))  # noqa: S314 - a file of our own


@cache
def census() -> Report:
    """Give casework's own figures of it."""
    found = (line.journey for line in read_cin(CENSUS) if isinstance(line, Read))
    wanted = ["referrals", "assessments", "article_42", "conferences", "plans"]
    return report(found, FIRST, LAST, measures=[*wanted, "child_in_need"])


def days_of(part: ET.Element, name: str) -> list[date]:
    """Give the days of some elements, wherever in a part, in order."""
    return sorted(date.fromisoformat(one.text or "") for one in part.iter(name))


def day_of(part: ET.Element, name: str) -> date | None:
    """Give the day of an element, if there is one."""
    return next(iter(days_of(part, name)), None)


def in_year(day: date | None) -> bool:
    """Say whether a day is of the census year."""
    return day is not None and FIRST <= day <= LAST


def between(part: str, start: str, end: str) -> Iterator[tuple[date, date]]:
    """Give the start and the end of what ended in the year."""
    for child in children():
        for one in child.iter(part):
            first, last = day_of(one, start), day_of(one, end)
            if last and first and in_year(last):
                yield first, last


def test_assessments_in_time_and_in_bands() -> None:
    """From the start to the authorisation, in working days."""
    ends = ("AssessmentActualStartDate", "AssessmentAuthorisationDate")
    took = [len([*working_days(*one)]) for one in between("Assessments", *ends)]
    bands = in_bands((banded(n, 0, 10, 20, 30, 40, 45, 50, 60) for n in took), 9)
    id_ = "assessments.in_time.published"
    assert bands == parts(census(), id_)
    assert (sum(n <= 45 for n in took), len(took)) == share(census(), id_)
    assert len(took) == census().figure("assessments.count").value


def test_conferences_in_time_and_in_bands() -> None:
    """From the strategy discussion to the initial conference, in working days."""
    ends = ("S47ActualStartDate", "DateOfInitialCPC")
    took = [len([*working_days(*one)]) for one in between("Section47", *ends)]
    id_ = "conferences.in_time.published"
    assert in_bands((banded(n, 10, 15, 20) for n in took), 4) == parts(census(), id_)
    assert (sum(n <= 15 for n in took), len(took)) == share(census(), id_)


def test_referrals_that_came_back() -> None:
    """Within 12 months of the one before, by referral and by child."""
    received, again = Counter[int](), Counter[int]()
    for number, child in enumerate(children()):
        days = days_of(child, "CINreferralDate")
        for before, day in zip([date.min, *days], days, strict=False):
            received[number] += in_year(day)
            again[number] += in_year(day) and later(day, -12) <= before
    both = [(len(+one), one.total()) for one in (again, received)]
    assert tuple(n for n, _ in both) == share(census(), "referrals.children_again")
    assert tuple(n for _, n in both) == share(census(), "referrals.again")


@frozen
class Plan:
    """A protection plan as the census has it."""

    start: date
    end: date | None
    reviews: list[date]
    earlier: int

    @property
    def is_open(self) -> bool:
        """Whether it was open when the last day ended."""
        return self.start <= LAST and (self.end is None or self.end > LAST)

    @property
    def in_time(self) -> bool:
        """Whether its reviews were: the first by 3 months, the next by 6."""
        held = [self.start, *(day for day in self.reviews if day <= LAST)]
        due = [later(day, 6 if number else 3) for number, day in enumerate(held)]
        return all(day <= by for day, by in zip([*held[1:], LAST], due, strict=True))


@cache
def plans() -> tuple[Plan, ...]:
    """Give every protection plan of the census."""
    found = []
    for child in children():
        parts = list(child.iter("ChildProtectionPlans"))
        starts = [day_of(one, "CPPstartDate") or date.min for one in parts]
        for start, part in zip(starts, parts, strict=True):
            end, reviews = day_of(part, "CPPendDate"), days_of(part, "CPPreviewDate")
            earlier = sum(one < start for one in starts)
            found.append(Plan(start, end, reviews, earlier))
    return tuple(found)


def lasting(start: date, end: date) -> int:
    """Give the band of a duration in months: to 3, to 6, under 12, under 24, more."""
    if end <= later(start, 6):
        return int(end > later(start, 3))
    return 2 + sum(end >= later(start, months) for months in (12, 24))


def test_plans_and_how_long_they_last() -> None:
    """Started, second, open on the last day, ended in the year."""
    started = [one for one in plans() if in_year(one.start)]
    second = sum(one.earlier > 0 for one in started)
    assert (second, len(started)) == share(census(), "plans.second")
    lasted = (lasting(one.start, LAST) for one in plans() if one.is_open)
    assert in_bands(lasted, 5) == parts(census(), "plans.duration_open")
    over = ((one.start, one.end) for one in plans() if in_year(one.end))
    bands = in_bands((lasting(start, end) for start, end in over if end), 5)
    assert bands == parts(census(), "plans.duration_ended")


def test_plans_reviewed_in_time() -> None:
    """Of those open for 3 months, by calendar months."""
    asked = [one for one in plans() if one.is_open and later(one.start, 3) <= LAST]
    numbers = (sum(one.in_time for one in asked), len(asked))
    assert numbers == share(census(), "plans.reviewed_in_time.published")


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("CINreferralDate", "referrals.count"),
        ("S47ActualStartDate", "article_42.count"),
        ("CPPstartDate", "plans.started"),
        ("CPPreviewDate", "conferences.reviews"),
        ("CINPlanStartDate", "child_in_need.started"),
    ],
)
def test_what_happened_in_the_year(name: str, id_: str) -> None:
    """As many as there are elements with a day of the year."""
    days = [day for child in children() for day in days_of(child, name)]
    assert sum(map(in_year, days)) == census().figure(id_).value
