"""Two siblings in one conference: each has a record, the meeting is one. Jersey."""

from casework import Story, jersey

older = Story(jersey, child="C-0110", born="2012-02-17", family="F-01")
younger = Story(jersey, child="C-0111", born="2018-09-30", family="F-01")

for story in (older, younger):
    story.on("2025-03-03").referral_received(source="police")
    story.referral_decided(decision="strategy_discussion")
    story.after(working_days=1).strategy_discussion_held(
        outcome="enquiry", meeting="M-01"
    )
    story.expect.due("conference.initial", "2025-03-25")

older.on("2025-03-24").conference_held(
    kind="initial", decision="no_plan", meeting="M-02"
)
older.after(working_days=2).cin_plan_started()
older.expect.not_allowed("core_group_met")

younger.on("2025-03-24").conference_held(
    kind="initial", decision="plan", category="neglect", meeting="M-02"
)
younger.after(working_days=8).core_group_met(meeting="M-03")
younger.expect.met("core_group.first")

told = [story.journey.chronology.events for story in (older, younger)]
meetings = {event.meeting for events in told for event in events} - {None}
print("Events:", sum(map(len, told)), " Meetings:", len(meetings), end="\n\n")
print(older.text(), younger.text(), sep="\n\n")
