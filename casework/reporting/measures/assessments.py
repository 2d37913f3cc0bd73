"""Assessments: how many, how long they took, and what they found."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from casework.chronology import Happening
from casework.errors import BadPeriod, CalendarNotKnown
from casework.events import AssessmentCompleted, AssessmentStarted, ReferralReceived
from casework.reporting.bands import ASSESSMENT
from casework.reporting.case import Case
from casework.reporting.measure import Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.sources import DFE_CIN, HERE
from casework.reporting.measures.telling import by_word, each, last

DAYS: Final = 45
COMPLETED: Final = "assessments completed in the period"


def _completed(case: Case) -> Iterator[Found]:
    return each(case.during(AssessmentCompleted))


def _outcomes(case: Case) -> Iterator[Found]:
    return by_word(case.during(AssessmentCompleted), "outcome")


def _in_time(case: Case) -> Iterator[Found]:
    for one in case.during(AssessmentCompleted):
        yield one.day, _length(case, one)


def _length(case: Case, completed: Happening) -> Counted:
    start = _start(case, completed)
    if start is None:
        return Counted(left_out="no start on the record")
    try:
        days = working_days(case, start, completed.day)
    except BadPeriod:
        return Counted(left_out="completed before it started")
    except CalendarNotKnown:
        return Counted(left_out="outside the years whose holidays are known")
    return Counted(
        met=days <= DAYS,
        size=days,
        part=ASSESSMENT.of(days),
        basis=case.basis_of("assessment.conclude", start),
    )


def working_days(case: Case, start: date, end: date) -> int:
    """Count the working days after a day, up to and with another."""
    return case.journey.jurisdiction.calendar.count(start, end)


def _start(case: Case, completed: Happening) -> date | None:
    before = tuple(case.before(completed))
    started = last(before, AssessmentStarted)
    if case.choices.assessment_starts == "referral_received":
        started = last(before, ReferralReceived) or started
    return None if started is None else started.day


MEASURES: Final = (
    Measure(
        id="assessments.count",
        title="Assessments completed",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator=COMPLETED,
        source=f"{DFE_CIN}, table C2",
        needs=(AssessmentCompleted,),
        during=_completed,
    ),
    Measure(
        id="assessments.in_time.published",
        title="Assessments completed within 45 working days",
        unit=Unit.PERCENT,
        counts=Counts.EVENTS,
        numerator="assessments completed in the period within 45 working days of their "
        "start",
        denominator="assessments completed in the period, whose length is known",
        left_out="assessments without a start on the record, or completed before it",
        source=f"{DFE_CIN}, table C2; from the start of the assessment, or, by choice, "
        "from the referral",
        needs=(AssessmentStarted, AssessmentCompleted),
        during=_in_time,
        parts=ASSESSMENT.labels,
        met_parts=6,
        sizes="working days",
        rests_on="assessment.conclude",
    ),
    Measure(
        id="assessments.outcomes",
        title="What assessments found",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator="assessments completed in the period, whose outcome is known",
        left_out="assessments of which the record does not say what they found",
        source=HERE,
        needs=(AssessmentCompleted,),
        during=_outcomes,
        parts=(
            "no further action",
            "early help",
            "child in need",
            "enquiry",
            "looked after",
        ),
    ),
)
