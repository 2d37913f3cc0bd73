"""What was known when: a conference held in time, and written down too late to show."""

from casework import Journey, england
from casework.events import ConferenceHeld, ReferralReceived, StrategyDiscussionHeld

RULE = "england.conference.initial"

journey = Journey.open(england, child="C-0007", born="2016-11-02").record(
    ReferralReceived(at="2025-09-01", recorded="2025-09-01T11:00+01:00"),
    StrategyDiscussionHeld(
        at="2025-09-03", outcome="enquiry", recorded="2025-09-03T15:00+01:00"
    ),
    # Held in time, and written down more than a fortnight later.
    ConferenceHeld(
        at="2025-09-22",
        kind="initial",
        decision="no_plan",
        recorded="2025-10-09T09:30+01:00",
    ),
)

for moment in ("2025-09-30T17:00+01:00", "2025-10-10T17:00+01:00"):
    known = journey.as_known(moment)
    one = known.explain(RULE, as_at="2025-09-30").deadline
    print(f"As known at {moment}, on 30 September the conference was {one.status}.")

print("\nOn the due day, and now:")
for then in journey.hindsight(as_at="2025-10-10"):
    if then.differs:
        print(f"{then.deadline.rule}, due {then.day}")
        print(f"  then: {then.status_then}; now: {then.deadline.status}")
        print(f"  why:  {then.why}")

print("\nWhat the explanation says of it:")
steps = journey.explain(RULE, as_at="2025-10-10").steps
print("\n".join(step for step in steps if "recorded" in step))
