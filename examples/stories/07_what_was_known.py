"""What was known: a conference held in time and written down 17 days later, England.

A story asks what is known on its day, so the same deadline is overdue one day and was
met the next.
"""

from casework import Story, england
from casework.scripting import days

RULE = "england.conference.initial"

story = Story(england, child="C-0107", born="2016-11-02")
story.at("2025-09-01T11:00").referral_received(source="health")
story.at("2025-09-03T15:00").strategy_discussion_held(outcome="enquiry")
story.expect.due(RULE, "2025-09-24")

story.on("2025-09-22").conference_held(
    kind="initial", decision="no_plan", recorded=days(17)
)
story.expect.open(RULE)  # held today, and not on the record today
story.on("2025-09-30")
story.expect.overdue(RULE)
print(story.table(), end="\n\n")

story.on("2025-10-09")
story.expect.met(RULE)
print(story.table(), end="\n\n")

known = story.journey.as_known("2025-09-30T17:00+01:00")
print("Known on 30 September:", len(known.chronology.events), "events;", end=" ")
print("known now:", len(story.known.chronology.events))
