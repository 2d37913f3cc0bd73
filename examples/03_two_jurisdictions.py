"""One chronology under two laws: what a holiday of one place moves, and what not.

Liberation Day 2025 and 15 July 2024 were holidays in Jersey alone. On 9 May 2026, a
Saturday, and 9 May 2027, a Sunday, nothing moves.
"""

from casework import Journey, england, jersey
from casework.events import ReferralReceived, StrategyDiscussionHeld


def side_by_side(told: str, day: str) -> None:
    """Show a conference that is due in both places, and what was left out."""
    journey = Journey.open(jersey, child="C-0003", born="2012-08-20").record(
        ReferralReceived(at=day),
        StrategyDiscussionHeld(at=day, outcome="enquiry"),
    )
    print(f"{told}: strategy discussion on {day}")
    for place in (jersey, england):
        rule = f"{place.name}.conference.initial"
        explanation = journey.under(place).explain(rule, as_at=day)
        named = [run.why for run in explanation.left_out if "Sunday" not in run.why]
        print(f"  {place.title:8} {explanation.deadline.due}  {', '.join(named)}")


side_by_side("Liberation Day 2025, a Friday", "2025-04-24")
side_by_side("The royal visit of 2024, a Monday", "2024-07-04")
side_by_side("Liberation Day 2026, a Saturday", "2026-04-24")
side_by_side("Liberation Day 2027, a Sunday", "2027-04-23")
