"""An overlay: a council's own standards laid over the law, each with its source."""

from pathlib import Path

from casework import Journey, england, load_overlay
from casework.events import (
    ProtectionPlanStarted,
    ProtectionVisitMade,
    ReferralReceived,
)

overlay = load_overlay(Path(__file__).with_suffix(".toml"))
council = england.with_law(overlay.over(england.law))

journey = Journey.open(council, child="C-0009", born="2017-07-07").record(
    ReferralReceived(at="2025-09-01"),
    ProtectionPlanStarted(at="2025-09-22", category="emotional", follows=None),
    ProtectionVisitMade(at="2025-10-02", seen="alone"),
    # Nobody saw the child: this visit meets nothing.
    ProtectionVisitMade(at="2025-10-15", seen="not_seen"),
)

for place in (england, council):
    print("As the law stands:" if place is england else "With the overlay:")
    for one in journey.under(place).deadlines(as_at="2025-10-31"):
        if one.rule.split(".")[1] in ("assessment", "protection_visit"):
            print(f"  {one.title}: due {one.due}, {one.status} ({one.authority})")
