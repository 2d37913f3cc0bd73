"""A child on a protection plan moves here over Easter, and on again: England."""

from casework import Story, england
from casework.scripting import days

story = Story(england, child="C-0104", born="2019-10-02")

story.on("2026-03-20").plan_transfer_notified()
# Good Friday, Easter Monday and four weekends are no working days.
story.expect.due("conference.transfer_in", "2026-04-14")
story.wait_until_due("conference.transfer_in", plus=days(2))
story.expect.overdue("conference.transfer_in")
story.conference_held(kind="transfer_in", decision="plan", category="emotional")
story.expect.met_late("conference.transfer_in")

story.expect.due("core_group.first", "2026-04-30")
story.on("2026-04-28").core_group_met()
story.expect.met("core_group.first")
story.after(weeks=2).protection_visit_made(seen="alone")

story.wait_until_due("conference.review", plus=days(1))
story.expect.overdue("conference.review")
story.after(working_days=1).responsibility_transferred(to="another_authority")
story.expect.ceased("conference.review")  # another authority answers for it now
story.expect.findings()
print(story.table())
