"""Early help and child in need plans."""

from collections.abc import Iterator
from typing import Final

from casework.dates import months_after
from casework.events import (
    CinPlanEnded,
    CinPlanStarted,
    EarlyHelpClosed,
    EarlyHelpOffered,
)
from casework.reporting.case import Case
from casework.reporting.evening import Evening
from casework.reporting.measure import IN, Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.sources import AREA, HERE
from casework.reporting.measures.telling import by_word, each, yes_or_no
from casework.states.walk import Episode

OPEN: Final = "children with a child in need plan on the last day"
LONG: Final = 12


def _offered(case: Case) -> Iterator[Found]:
    return each(case.during(EarlyHelpOffered))


def _helped(_case: Case, evening: Evening) -> Iterator[Counted]:
    yield from [IN for _ in evening.open("early_help")][:1]


def _closed(case: Case) -> Iterator[Found]:
    return by_word(case.during(EarlyHelpClosed), "outcome")


def _plan(evening: Evening) -> tuple[Episode, ...]:
    """Give the plan that is open at the end of a day, if there is one."""
    # Of two at a time, which a finding tells of, it is the later: a child counts once.
    return evening.open("child_in_need")[-1:]


def _open(_case: Case, evening: Evening) -> Iterator[Counted]:
    return (IN for _ in _plan(evening))


def _started(case: Case) -> Iterator[Found]:
    return each(case.during(CinPlanStarted))


def _ended(case: Case) -> Iterator[Found]:
    return by_word(case.during(CinPlanEnded), "outcome")


def _long(_case: Case, evening: Evening) -> Iterator[Counted]:
    for plan in _plan(evening):
        yield yes_or_no(evening.day > months_after(plan.opened, LONG))


MEASURES: Final = (
    Measure(
        id="early_help.offered",
        title="Early help offered",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="offers of early help in the period",
        source=HERE,
        needs=(EarlyHelpOffered,),
        during=_offered,
    ),
    Measure(
        id="early_help.count",
        title="Children with early help",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator="children with early help open on the last day",
        source=HERE,
        needs=(EarlyHelpOffered, EarlyHelpClosed),
        on_day=_helped,
    ),
    Measure(
        id="early_help.outcomes",
        title="How early help ended",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="early help that closed in the period, whose outcome is known",
        left_out="early help of which the record does not say how it ended",
        source=HERE,
        needs=(EarlyHelpClosed,),
        during=_closed,
        parts=("needs met", "stepped up", "declined", "moved"),
    ),
    Measure(
        id="child_in_need.count",
        title="Children with a child in need plan",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator=OPEN,
        source=HERE,
        needs=(CinPlanStarted,),
        on_day=_open,
    ),
    Measure(
        id="child_in_need.rate",
        title="Children with a child in need plan, per 10,000",
        unit=Unit.RATE,
        counts=Counts.CHILDREN,
        numerator=OPEN,
        denominator=AREA,
        source=HERE,
        needs=(CinPlanStarted,),
        on_day=_open,
    ),
    Measure(
        id="child_in_need.started",
        title="Child in need plans started",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="child in need plans that started in the period",
        source=HERE,
        needs=(CinPlanStarted,),
        during=_started,
    ),
    Measure(
        id="child_in_need.outcomes",
        title="How child in need plans ended",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="child in need plans that ended in the period, by a known outcome",
        left_out="plans of which the record does not say how they ended",
        source=HERE,
        needs=(CinPlanEnded,),
        during=_ended,
        parts=("needs met", "stepped down", "stepped up", "moved", "reached 18"),
    ),
    Measure(
        id="child_in_need.over_12_months",
        title="Child in need plans open for more than 12 months",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children whose child in need plan began more than 12 months before "
        "the last day",
        denominator=OPEN,
        source=HERE,
        needs=(CinPlanStarted,),
        on_day=_long,
    ),
)
