"""Reviews of children looked after: whose were all in time."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from casework.dates import day_of
from casework.events import BecameLookedAfter, LookedAfterReviewHeld
from casework.reporting.case import Case
from casework.reporting.evening import Evening
from casework.reporting.measure import Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.looked_after import NO_SHORT_BREAKS, care
from casework.reporting.measures.sources import HERE
from casework.reporting.measures.telling import each
from casework.reporting.measures.timeliness import LATE
from casework.timescales import Deadline, Status

REVIEW: Final = "review.looked_after"
NONE_DUE: Final = "no review that is known to have fallen due"


def _held(case: Case) -> Iterator[Found]:
    return each(case.during(LookedAfterReviewHeld))


def _all_in_time(case: Case, evening: Evening) -> Iterator[Counted]:
    if care(case, evening) is None:
        return
    reviews = case.deadlines_of(f"{case.place}.{REVIEW}")
    due = (one for one in reviews if _due(case, one, evening.day))
    judged = [one for one in due if one.status in (Status.MET, *LATE)]
    if judged:
        bases = {one.basis.value for one in judged}
        yield Counted(
            met=all(one.status is Status.MET for one in judged),
            basis=" and ".join(sorted(bases)),
        )
    else:
        yield Counted(left_out=NONE_DUE)


def _due(case: Case, one: Deadline, by: date) -> bool:
    day = None if one.due is None else day_of(one.due, case.zone)
    return day is not None and case.span.first <= day <= by


MEASURES: Final = (
    Measure(
        id="reviews.count",
        title="Reviews of children looked after",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator="reviews held in the period",
        source=HERE,
        needs=(LookedAfterReviewHeld,),
        during=_held,
    ),
    Measure(
        id="reviews.children_in_time",
        title="Children looked after whose reviews were all in time",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children looked after on the last day, all of whose reviews that "
        "fell due in the period were met in time",
        denominator="children looked after on the last day, with a review that fell "
        "due in the period",
        left_out=f"{NO_SHORT_BREAKS}; children of whom it is not known that a review "
        "fell due",
        source="Formerly national indicator 66; the Department for Education publishes "
        "no series now. Each review counts in timeliness",
        needs=(BecameLookedAfter, LookedAfterReviewHeld),
        on_day=_all_in_time,
        rests_on=REVIEW,
    ),
)
