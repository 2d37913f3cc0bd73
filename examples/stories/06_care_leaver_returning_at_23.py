"""A care leaver who wanted no support at 18 asks for it at 23: England."""

from casework import Story, england
from casework.scripting import days

story = Story(england, child="C-0106", born="2002-06-15")
story.on("2017-01-09").became_looked_after(basis="care_order", follows=None)
story.on("2018-07-02").needs_assessed()
story.on("2018-08-20").pathway_plan_made()
story.on("2019-02-11").pathway_plan_reviewed()
story.on("2019-08-05").pathway_plan_reviewed()
story.on("2020-01-27").pathway_plan_reviewed()
story.on("2020-06-15").ceased_looked_after(reason="reached_18")
story.leaving_care_began()
story.on("2020-07-13").support_declined()
story.expect.stage("leaving_care", "not taking support")
story.expect.ceased("pathway_plan.review")

# At 21 support is to be offered, and then at least once every 12 months to 25.
story.on("2023-06-15")
story.expect.open("leaving_care.offer")
story.on("2023-07-03").support_offered()
story.wait_until_due("leaving_care.offer").support_offered()
story.wait_until_due("leaving_care.offer", plus=days(30))
story.expect.overdue("leaving_care.offer")

story.on("2025-09-15").support_requested()
story.expect.stage("leaving_care", "supported")
story.expect.due("pathway_plan.review", "2026-03-15")
story.on("2026-02-09").pathway_plan_reviewed()

for one in story.journey.deadlines(story.now):
    if one.rule.split(".")[1] in ("needs", "pathway_plan", "leaving_care"):
        done = one.met or one.ended or ""
        print(one.due or "no number ", one.title, one.status, done, sep=" | ")
