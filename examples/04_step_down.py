"""Step-down to early help, and step-up again: each episode knows what it came from."""

from casework import Journey, jersey
from casework.events import (
    AssessmentCompleted,
    AssessmentStarted,
    EarlyHelpAssessed,
    EarlyHelpClosed,
    EarlyHelpOffered,
    EarlyHelpPlanMade,
    ReferralClosed,
    ReferralDecided,
    ReferralReceived,
)

journey = Journey.open(jersey, child="C-0004", born="2014-01-30").record(
    ReferralReceived(at="2025-09-01", source="health"),
    ReferralDecided(at="2025-09-02", decision="assessment"),
    AssessmentStarted(at="2025-09-03"),
    AssessmentCompleted(at="2025-10-10", outcome="early_help"),
    ReferralClosed(at="2025-10-13"),
    EarlyHelpOffered(at="2025-10-13"),
    EarlyHelpAssessed(at="2025-10-20"),
    EarlyHelpPlanMade(at="2025-10-27"),
    EarlyHelpClosed(at="2026-02-02", outcome="stepped_up"),
    ReferralReceived(at="2026-02-02", source="early_help"),
)

for episode in journey.episodes():
    out_of = f", out of {episode.follows}" if episode.follows else ""
    print(f"{episode.opened}  {episode.id}: {episode.state}{out_of}")

print()
for deadline in journey.due(as_at="2026-02-03"):
    print(f"{deadline.due}  {deadline.title} ({deadline.episode}): {deadline.status}")
