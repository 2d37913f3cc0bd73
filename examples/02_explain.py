"""Why an assessment is due when it is: the sum in words, over Easter in England."""

from casework import Journey, england
from casework.events import AssessmentCompleted, AssessmentStarted, ReferralReceived

journey = Journey.open(england, child="C-0002", born="2015-02-03").record(
    ReferralReceived(at="2025-03-10", source="school"),
    AssessmentStarted(at="2025-03-12"),
    AssessmentCompleted(at="2025-05-21", outcome="child_in_need"),
)

explanation = journey.explain("england.assessment.conclude", as_at="2025-06-30")
print(explanation.text)

print("\nThe days that were not counted:")
for run in explanation.left_out:
    print(f"  {run.first} to {run.last}: {run.why}")
