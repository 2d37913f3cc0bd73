"""The hours without a court's authority: 72 in all, in any 28 days."""

from datetime import datetime
from typing import TypeAlias

from casework.law.rule import Allowance
from tests.plain.clock import Clock
from tests.plain.counting import ONE_DAY, Place, When, hours_after, is_moment, matches
from tests.plain.life import ENDINGS, FOR_EVER, Life
from tests.plain.record import Told
from tests.plain.starting import kept_from_starting

Stay: TypeAlias = tuple[datetime, datetime | None]


def runs_out(clock: Clock, life: Life) -> tuple[datetime, bool]:
    """Give the moment at which the hours run out if the child stays.

    And whether that rests on a holiday of a year that is not yet proclaimed.
    """
    rule, place, day = clock.rule, life.place, clock.day
    assert isinstance(rule, Allowance)
    assert clock.start is not None
    start = _from(clock.start.at, place)
    earlier = _earlier(rule, life, clock.start)
    while True:
        window = place.begins(day - (rule.window - 1) * ONE_DAY)
        begin, ends = max(start, place.begins(day)), place.begins(day + ONE_DAY)
        left = rule.within.count - _hours([*earlier, (start, begin)], window, begin)
        # Hours that slide out of the window come back at midnight.
        if left <= 0 or _between(begin, ends) > left:
            due = hours_after(begin, max(0, left))
            return _rolled(rule, life, clock, earlier, due)
        day += ONE_DAY


def _from(at: When, place: Place) -> datetime:
    return at if is_moment(at) else place.begins(at)


def _to(at: When, place: Place) -> datetime:
    # Known only by the day, it is the whole of the day.
    return at if is_moment(at) else place.begins(at + ONE_DAY)


def _between(begin: datetime, end: datetime) -> float:
    return (end - begin).total_seconds() / 3600


def _earlier(rule: Allowance, life: Life, start: Told) -> list[Stay]:
    """Give the stays before this one that no authority has since wiped out."""
    stays: list[Stay] = []
    over = False
    for told in life.told[: life.told.index(start)]:
        over = over or isinstance(told.event, FOR_EVER)
        if matches(rule.forgotten_after, told.event):
            stays = []
        elif matches(rule.met_by, told.event) or isinstance(told.event, ENDINGS):
            end = _to(told.at, life.place)
            stays = [(one, two or end) for one, two in stays]
        elif _starts(rule, life, told) and not over:
            stays.append((_from(told.at, life.place), None))
    return stays


def _starts(rule: Allowance, life: Life, told: Told) -> bool:
    kinds = {kind for one in rule.starts for kind in one.events}
    return type(told.event) in kinds and not kept_from_starting(life, rule, told)


def _hours(stays: list[Stay], first: datetime, last: datetime) -> float:
    """Add up the hours between two moments, each once."""
    total, reached = 0.0, first
    for stay, ended in sorted(stays, key=lambda one: one[0]):
        begin, end = max(stay, reached), min(ended or last, last)
        if end > begin:
            total += _between(begin, end)
            reached = end
    return total


def _rolled(
    rule: Allowance, life: Life, clock: Clock, earlier: list[Stay], due: datetime
) -> tuple[datetime, bool]:
    """Move an end beside a Sunday or a holiday to noon, after more than 48 hours."""
    place, proclaimed = life.place, life.place.calendar.last_proclaimed
    first = place.begins(clock.day - (rule.window - 1) * ONE_DAY)
    spent = _hours(earlier, first, place.begins(clock.day))
    day = place.day(due)
    place.is_holiday(day)
    if spent <= rule.rolls_over.count:
        return due, False
    # Beside two of them, it moves past the later one.
    for free in (day + ONE_DAY, day, day - ONE_DAY):
        beside = place.noon(free - ONE_DAY) <= due <= place.noon(free + ONE_DAY)
        if beside and not place.ordinary(free):
            after = free + ONE_DAY
            while not place.ordinary(after):
                after += ONE_DAY
            return place.noon(after), after.year > proclaimed
    last = day + ONE_DAY if due >= place.noon(day) else day
    return due, last.year > proclaimed
