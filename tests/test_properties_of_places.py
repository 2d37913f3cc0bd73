"""Jersey and England differ only where their calendar or their law differs."""

import json
from datetime import date, timedelta
from typing import Final

from attrs import evolve
from hypothesis import given, note

from casework import Journey, england, jersey
from casework.adapters.plain import journey_to_plain
from casework.jurisdictions import Jurisdiction
from casework.law.rule import Timescale
from casework.timescales import Deadline
from tests.lives import Asked, asked, dear, due_day, rows

# What a rule of one place says of itself, and what does not change a day.
SAYS: Final = ("starts", "due", "status", "met", "ended", "days_late", "precision")
# England's rules have a first day, those that Jersey adopted have none; and a birthday
# is waited for only by a rule that was in force on it.
IN_FORCE: Final = date(2015, 6, 1)


def _by_what(one: Timescale) -> tuple[object, ...]:
    """Give all of a rule that moves a day: everything but its name and its source."""
    lengths = tuple(each.within for each in one.intervals)
    return (
        *(one.starts, lengths, one.met_by, one.unless, one.ends, one.released_by),
        *(one.before, one.extended_by, one.family, one.when, one.anew_on),
        *(one.scope, one.again, one.released_at_18, one.switched_on, one.kind),
    )


def _alike() -> tuple[str, ...]:
    """Name, without their place, the rules that are the same law in both."""
    shared = {one.partition(".")[2] for one in england.law.rules} & {
        one.partition(".")[2] for one in jersey.law.rules
    }
    return tuple(
        name
        for name in sorted(shared)
        if _by_what(england.law.versions(f"england.{name}")[-1])
        == _by_what(jersey.law.versions(f"jersey.{name}")[-1])
    )


ALIKE: Final = _alike()


def _told(journey: Journey, as_at: date) -> dict[object, tuple[object, ...]]:
    return {
        (one.rule.partition(".")[2], one.episode, one.occurrence): tuple(
            getattr(one, name) for name in SAYS
        )
        for one in journey.deadlines(as_at)
        if one.rule.partition(".")[2] in ALIKE
    }


def _in_force(journey: Journey) -> bool:
    return all(
        isinstance(one.at, date) and str(one.at) >= str(IN_FORCE)
        for one in journey.chronology.events
    )


def test_there_are_rules_that_are_the_same_law_in_both() -> None:
    """The clocks that Jersey adopted, as far as they are England's to the letter."""
    assert {
        "referral.decision",
        "assessment.conclude",
        "conference.initial",
        "conference.review",
        "core_group.first",
        "care_plan.make",
        "education_plan.review",
        "missing.return_interview",
        "police_protection.limit",
        "secure.unauthorised",
    } <= set(ALIKE)


@dear
@given(case=asked())
def test_the_same_law_and_the_same_calendar_say_the_same(case: Asked) -> None:
    """The name of the place alone changes no day."""
    journey, as_at = case
    there = england.with_law(journey.jurisdiction.law)
    here = jersey.with_law(journey.jurisdiction.law).with_calendar(england.calendar)
    assert rows(journey.under(there), as_at) == rows(journey.under(here), as_at)


@dear
@given(case=asked())
def test_rules_that_are_alike_differ_by_no_more_than_the_calendar(case: Asked) -> None:
    """With England's calendar, what Jersey adopted is due when it is in England."""
    journey, as_at = case
    note(json.dumps(journey_to_plain(journey)))
    if _in_force(journey):
        here = journey.under(jersey.with_calendar(england.calendar))
        assert _told(journey.under(england), as_at) == _told(here, as_at)


def _holidays(one: Jurisdiction) -> set[date]:
    return {day for day, _ in one.calendar.holidays}


# Days that are a holiday in one place and not in the other.
UNLIKE: Final = _holidays(england) ^ _holidays(jersey)
WEEK: Final = timedelta(days=7)


@dear
@given(case=asked())
def test_with_one_law_a_due_day_differs_only_over_a_holiday_of_one_place(
    case: Asked,
) -> None:
    """Liberation Day and the like lie between the start and one of the due days."""
    journey, as_at = case
    note(json.dumps(journey_to_plain(journey)))
    law = journey.jurisdiction.law
    told = [
        journey.under(evolve(place, own_law=law, terms=None)).deadlines(as_at)
        for place in (england, jersey)
    ]
    there, here = ({_key(one): one for one in found} for found in told)
    for key in there.keys() & here.keys():
        if there[key].due != here[key].due:
            days = [due_day(one) for one in (there[key], here[key])]
            assert _a_holiday_between(there[key], [day for day in days if day])


def _key(one: Deadline) -> tuple[object, ...]:
    return one.rule, one.episode, one.occurrence, one.starts


def _a_holiday_between(one: Deadline, days: list[date]) -> bool:
    # A date that waits for another rule's may rest on a start before its own.
    waits = one.grounds.clock.due.by is not None
    first = date.min if waits else _day(one)
    return any(first <= day <= max(days) + WEEK for day in UNLIKE)


def _day(one: Deadline) -> date:
    starts = str(one.starts)[:10]
    return date.fromisoformat(starts) - timedelta(days=1)
