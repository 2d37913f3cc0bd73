"""Child protection conferences: how many, how soon, and what they decided."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from casework.chronology import Happening
from casework.errors import CalendarNotKnown
from casework.events import (
    ConferenceHeld,
    ReviewConferenceHeld,
    StrategyDiscussionHeld,
)
from casework.reporting.bands import CONFERENCE
from casework.reporting.case import Case
from casework.reporting.measure import OUT, Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.enquiries import begun
from casework.reporting.measures.sources import DFE_CIN, HERE
from casework.reporting.measures.telling import by_word, each, each_meeting

DAYS: Final = 15
HELD: Final = "initial conferences held in the period"


def is_initial(one: Happening) -> bool:
    """Say whether an event is an initial conference, before birth or after."""
    event = one.event
    return isinstance(event, ConferenceHeld) and event.kind != "transfer_in"


def initial(case: Case) -> Iterator[Happening]:
    """Give the initial conferences in the days of the report."""
    return (one for one in case.during(ConferenceHeld) if is_initial(one))


def _held(case: Case) -> Iterator[Found]:
    return each(initial(case))


def _meetings(case: Case) -> Iterator[Found]:
    return each_meeting(initial(case))


def _families(case: Case) -> Iterator[Found]:
    family = case.journey.child.family or ""
    return ((one.day, Counted(key=family)) for one in initial(case))


def _decisions(case: Case) -> Iterator[Found]:
    return by_word(initial(case), "decision")


def _reviews(case: Case) -> Iterator[Found]:
    return each(case.during(ReviewConferenceHeld))


def _review_meetings(case: Case) -> Iterator[Found]:
    return each_meeting(case.during(ReviewConferenceHeld))


def _in_time(case: Case) -> Iterator[Found]:
    for one in initial(case):
        yield one.day, _length(case, one)


def _length(case: Case, held: Happening) -> Counted:
    enquiry = case.origin(held.event.episode, "article_42")
    starts = (start.day for start, _ in begun(case) if start.event.episode == enquiry)
    start = next(starts, None)
    # One held before its enquiry, or without one, is in no band, and counts all the
    # same: LG Inform, metric 3217.
    if enquiry is None or start is None or start > held.day:
        return OUT
    try:
        days = case.journey.jurisdiction.calendar.count(start, held.day)
    except CalendarNotKnown:
        return Counted(left_out="outside the years whose holidays are known")
    return _told(case, start, days)


def _told(case: Case, start: date, days: int) -> Counted:
    return Counted(
        met=days <= DAYS,
        size=days,
        part=CONFERENCE.of(days),
        basis=case.basis_of("conference.initial", start),
    )


MEASURES: Final = (
    Measure(
        id="conferences.count",
        title="Initial conferences, by child",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator=HELD,
        left_out="conferences on a move of area",
        source=f"{DFE_CIN}, table C4",
        needs=(ConferenceHeld,),
        during=_held,
    ),
    Measure(
        id="conferences.meetings",
        title="Initial conferences, by meeting",
        unit=Unit.COUNT,
        counts=Counts.MEETINGS,
        numerator="initial conferences held in the period, one for all children of a "
        "meeting",
        source=HERE,
        needs=(ConferenceHeld,),
        during=_meetings,
    ),
    Measure(
        id="conferences.families",
        title="Families with an initial conference",
        unit=Unit.COUNT,
        counts=Counts.FAMILIES,
        numerator="families with an initial conference in the period; a child whose "
        "family is not said is one of its own",
        source=HERE,
        needs=(ConferenceHeld,),
        # A child whose family is not said has no key by which two would be one.
        during=_families,
        once=True,
    ),
    Measure(
        id="conferences.in_time.published",
        title="Initial conferences within 15 working days",
        unit=Unit.PERCENT,
        counts=Counts.EVENTS,
        numerator="initial conferences held in the period within 15 working days of "
        "the strategy discussion that began the enquiry",
        denominator=HELD,
        source=f"{DFE_CIN}, table C4; those without an enquiry before them are in no "
        "band (LG Inform, metric 3217)",
        needs=(ConferenceHeld, StrategyDiscussionHeld),
        during=_in_time,
        parts=CONFERENCE.labels,
        met_parts=2,
        sizes="working days",
        rests_on="conference.initial",
    ),
    Measure(
        id="conferences.decisions",
        title="What initial conferences decided",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator="initial conferences held in the period, whose decision is known",
        left_out="conferences of which the record does not say what they decided",
        source=HERE,
        needs=(ConferenceHeld,),
        during=_decisions,
        parts=("plan", "no plan"),
    ),
    Measure(
        id="conferences.reviews",
        title="Review conferences, by child",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator="review conferences held in the period",
        source=HERE,
        needs=(ReviewConferenceHeld,),
        during=_reviews,
    ),
    Measure(
        id="conferences.review_meetings",
        title="Review conferences, by meeting",
        unit=Unit.COUNT,
        counts=Counts.MEETINGS,
        numerator="review conferences held in the period, one for all children of a "
        "meeting",
        source=HERE,
        needs=(ReviewConferenceHeld,),
        during=_review_meetings,
    ),
)
