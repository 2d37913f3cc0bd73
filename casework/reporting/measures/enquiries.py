"""Article 42 enquiries (in England: section 47), and the conferences they lead to."""

from collections.abc import Iterator
from typing import Final

from casework.chronology import Happening
from casework.events import (
    EnquiryConcluded,
    EnquiryStarted,
    StrategyDiscussionHeld,
)
from casework.reporting.case import Case
from casework.reporting.evening import Story
from casework.reporting.measure import Counts, Found, Measure, Unit
from casework.reporting.measures.sources import ADVISER_2019, AREA, DFE_CIN, HERE
from casework.reporting.measures.telling import by_word, each, each_meeting

BEGUN: Final = "enquiries begun in the period"


def begun(case: Case) -> Iterator[tuple[Happening, Story]]:
    """Give each enquiry with the event that began it, of whatever day.

    That is the strategy discussion at which the enquiry was decided on or, where none
    is on the record, the start of the enquiry.
    """
    for story in case.each("article_42"):
        start = next((one for one in story if _begins(one)), None)
        if start is not None:
            yield start, story


def _begins(one: Happening) -> bool:
    event = one.event
    if isinstance(event, StrategyDiscussionHeld):
        return event.outcome == "enquiry"
    return isinstance(event, EnquiryStarted)


def begun_in_the_period(case: Case) -> Iterator[Found]:
    """Count the enquiries that began in the days of the report."""
    return each(one for one, _ in begun(case) if one.day in case.span)


def _discussions(case: Case) -> Iterator[Found]:
    return each(case.during(StrategyDiscussionHeld))


def _meetings(case: Case) -> Iterator[Found]:
    return each_meeting(case.during(StrategyDiscussionHeld))


def _concluded(case: Case) -> Iterator[Found]:
    return by_word(case.during(EnquiryConcluded), "outcome")


MEASURES: Final = (
    Measure(
        id="article_42.count",
        title="Article 42 (section 47) enquiries begun",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator=BEGUN,
        source=DFE_CIN,
        needs=(StrategyDiscussionHeld,),
        during=begun_in_the_period,
    ),
    Measure(
        id="article_42.rate",
        title="Article 42 (section 47) enquiries per 10,000 children a year",
        unit=Unit.RATE,
        counts=Counts.EPISODES,
        numerator=BEGUN,
        denominator=AREA,
        source=f"{ADVISER_2019}; {DFE_CIN}",
        needs=(StrategyDiscussionHeld,),
        during=begun_in_the_period,
    ),
    Measure(
        id="article_42.discussions",
        title="Strategy discussions, by child",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator="strategy discussions in the period, counted for each child",
        source=HERE,
        needs=(StrategyDiscussionHeld,),
        during=_discussions,
    ),
    Measure(
        id="article_42.discussion_meetings",
        title="Strategy discussions, by meeting",
        unit=Unit.COUNT,
        counts=Counts.MEETINGS,
        numerator="strategy discussions in the period, one for all children of a "
        "meeting",
        source=HERE,
        needs=(StrategyDiscussionHeld,),
        during=_meetings,
    ),
    Measure(
        id="article_42.outcomes",
        title="What enquiries found",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="enquiries concluded in the period",
        left_out="enquiries of which the record does not say what they found",
        source=HERE,
        needs=(EnquiryConcluded,),
        during=_concluded,
        parts=(
            "not substantiated",
            "substantiated no continuing risk",
            "conference",
            "already on plan",
            "managed in care plan",
        ),
    ),
)
