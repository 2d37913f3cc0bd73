"""One story under two laws: Liberation Day gives Jersey a working day more.

The conference of Monday 19 May 2025 is in time in Jersey and late in England, where
Friday 9 May was a working day. In Jersey the number is England's: the note says so.
"""

from casework import Jurisdiction, Story, england, jersey


def told_in(place: Jurisdiction) -> Story:
    """Tell it as it happened, wherever it did."""
    story = Story(place, child="C-0108", born="2012-08-20")
    story.on("2025-04-22").referral_received(source="school")
    story.after(working_days=1).referral_decided(decision="strategy_discussion")
    story.after(working_days=1).strategy_discussion_held(outcome="enquiry")
    story.on("2025-05-19").conference_held(
        kind="initial", decision="plan", category="physical"
    )
    return story


here, there = told_in(jersey), told_in(england)

here.expect.due("conference.initial", "2025-05-19")
here.expect.met("conference.initial")
there.expect.due("conference.initial", "2025-05-16")
there.expect.met_late("conference.initial")

print(here.table(), there.table(), sep="\n\n")
