"""A conference before birth in England: the plan that is there when the child is born.

The late May bank holiday moves the conference; the review is counted in months from
the conference, and not from the birth.
"""

from casework import Story, england

story = Story(england, child="C-0103", expected="2026-08-14")

story.on("2026-05-05").referral_received(source="midwife")
story.after(working_days=1).referral_decided(decision="strategy_discussion")
story.assessment_started()
story.after(working_days=1).strategy_discussion_held(outcome="enquiry")
story.expect.due("conference.initial", "2026-05-29")

story.on("2026-05-28").conference_held(
    kind="pre_birth", decision="plan", category="neglect"
)
story.enquiry_concluded(outcome="conference")
story.after(days=1).assessment_completed(outcome="enquiry")
story.expect.met("conference.initial")
story.expect.due("core_group.first", "2026-06-11")
story.on("2026-06-09").core_group_met()
story.expect.due("conference.review", "2026-08-28")

story.on("2026-08-10").child_born(on="2026-08-10")
story.wait_until_due("conference.review").review_conference_held(decision="continue")
story.expect.met("conference.review")
story.expect.due("conference.review", "2027-02-28")
story.expect.findings()
print(story.text())
