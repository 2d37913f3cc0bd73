"""A repeat referral in England: each referral has clocks of its own.

The first comes to nothing, the second follows within a year, and its assessment leads
to a child in need plan.
"""

from casework import Story, england
from casework.scripting import days

story = Story(england, child="C-0102", born="2017-03-08")

story.on("2025-09-01").referral_received(source="police")
story.after(working_days=1).referral_decided(decision="no_further_action")
story.referral_closed()
story.expect.ceased("assessment.conclude")  # the duty fell away with the decision

story.on("2026-01-12").referral_received(source="school")
story.expect.stage("assessment", "referred", episode="assessment-2")
story.after(working_days=1)
story.expect.open("referral.decision", episode="assessment-2")
story.after(days=1)
story.expect.overdue("referral.decision", episode="assessment-2")
story.referral_decided(decision="assessment")
story.expect.met_late("referral.decision", episode="assessment-2")
story.after(working_days=2).assessment_started()

story.wait_until_due("assessment.conclude", plus=days(1))
story.expect.overdue("assessment.conclude")
story.after(working_days=3).assessment_completed(outcome="child_in_need")
story.expect.met_late("assessment.conclude")
story.after(working_days=1).cin_plan_started()
story.expect.stage("child_in_need", "planned")
story.expect.findings()
print(story.table())
