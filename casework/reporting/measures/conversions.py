"""From one stage to the next: of those that began, and of what happened in the period.

A *cohort* follows the same children: of what began in the period, how much had led on
by the last day; it can never be more than all. A *period* sets what happened side by
side: so many of the one for every 100 of the other, of whichever children; it may be
more than 100.
"""

from collections.abc import Iterator
from typing import Final

from casework.chronology import Happening
from casework.events import (
    ConferenceHeld,
    EnquiryConcluded,
    Event,
    StrategyDiscussionHeld,
)
from casework.reporting.case import Case
from casework.reporting.evening import Story
from casework.reporting.measure import IN, OUT, Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.enquiries import BEGUN, begun
from casework.reporting.measures.sources import ADVISER_2019

GOING_ON: Final = "still going on at the last day: it may yet lead on"


def _conference(story: Story) -> Happening | None:
    """Give the initial conference of an episode, before birth or after."""
    return next((one for one in story if _is_initial(one)), None)


def _is_initial(one: Happening) -> bool:
    event = one.event
    return isinstance(event, ConferenceHeld) and event.kind != "transfer_in"


def _enquiries_cohort(case: Case) -> Iterator[Found]:
    for start, story in begun(case):
        if start.day in case.span:
            led = any(map(_conference, case.led_to(story, "conference")))
            yield start.day, _led(case, story, led=led, over=EnquiryConcluded)


def _led(case: Case, story: Story, *, led: bool, over: type[Event]) -> Counted:
    going_on = case.ground.records.has(over.name) and not any(
        isinstance(one.event, over) for one in story
    )
    return Counted(met=led, doubt=GOING_ON if going_on and not led else "")


def _enquiries_period(case: Case) -> Iterator[Found]:
    for one in case.during(ConferenceHeld):
        if _is_initial(one):
            yield one.day, IN
    for start, _ in begun(case):
        if start.day in case.span:
            yield start.day, OUT


MEASURES: Final = (
    Measure(
        id="conversion.enquiry_to_conference",
        title="Enquiries that led to a conference (cohort)",
        unit=Unit.PERCENT,
        counts=Counts.EPISODES,
        numerator="enquiries begun in the period that led to an initial conference by "
        "the last day",
        denominator=BEGUN,
        source=ADVISER_2019,
        needs=(StrategyDiscussionHeld, ConferenceHeld),
        during=_enquiries_cohort,
    ),
    Measure(
        id="conversion.enquiry_to_conference.period",
        title="Initial conferences for every 100 enquiries (period)",
        unit=Unit.PER_100,
        counts=Counts.EPISODES,
        numerator="initial conferences held in the period",
        denominator=BEGUN,
        source=ADVISER_2019,
        needs=(StrategyDiscussionHeld, ConferenceHeld),
        during=_enquiries_period,
    ),
)
