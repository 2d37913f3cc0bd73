"""An unborn child: a conference before birth, and the plan that outlasts the birth."""

from casework import Journey, NotAllowed, england
from casework.events import (
    ChildBorn,
    ConferenceHeld,
    CoreGroupMet,
    HealthAssessed,
    ReferralDecided,
    ReferralReceived,
    StrategyDiscussionHeld,
)

journey = Journey.open(england, child="C-0005", expected="2025-06-20").record(
    ReferralReceived(at="2025-03-03", source="midwife"),
    ReferralDecided(at="2025-03-04", decision="strategy_discussion"),
    StrategyDiscussionHeld(at="2025-03-17", outcome="enquiry"),
    ConferenceHeld(
        at="2025-04-04", kind="pre_birth", decision="plan", category="neglect"
    ),
    CoreGroupMet(at="2025-04-16"),
)

try:
    journey.record(HealthAssessed(at="2025-04-20", episode="looked-after-1"))
except NotAllowed as error:
    print(f"Refused: {error.why}.\n")

journey = journey.record(ChildBorn(at="2025-06-24", on="2025-06-24"))
for one in journey.deadlines(as_at="2025-06-30"):
    met = f" {one.met}" if one.met else ""
    print(f"{one.due or 'no number'!s:10}  {one.title}: {one.status}{met}")
