"""A correction turns a deadline that was met into one that was met late.

Nothing is rubbed out: the correction names what it corrects, and both stay on file.
"""

from casework import Journey, england
from casework.events import (
    AssessmentCompleted,
    AssessmentStarted,
    Corrected,
    ReferralReceived,
    Withdrawn,
)


def show(told: str, journey: Journey) -> None:
    """Show how the assessment stands at the end of May."""
    one = journey.explain("england.assessment.conclude", as_at="2025-05-31").deadline
    print(f"{told}: due {one.due}, {one.status} {one.met}, {one.days_late} days late")


told = Journey.open(england, child="C-0008", born="2013-12-12").record(
    ReferralReceived(at="2025-03-10"),
    AssessmentStarted(at="2025-03-12"),
    AssessmentCompleted(at="2025-05-12", recorded="2025-05-12T17:00+01:00"),
)
show("As first recorded ", told)

signed_off = AssessmentCompleted(at="2025-05-21", episode="assessment-1")
told = told.record(
    Corrected(at="2025-05-23", of="e3", replacement=signed_off),
)
show("Corrected         ", told)
show("As known on 22 May", told.as_known("2025-05-22T12:00+01:00"))
print(*(one.words for one in told.hindsight("2025-05-31") if one.differs))

told = told.record(Withdrawn(at="2025-05-28", of="e4", reason="the wrong child"))
show("Correction undone ", told)
