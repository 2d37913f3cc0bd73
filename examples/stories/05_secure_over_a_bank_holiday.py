"""Secure accommodation over a bank holiday in Jersey, without a court's authority.

72 hours in any 28 days, added up over two stays. The second would run out at six in the
morning of the bank holiday Monday; as more than 48 hours were used before, it runs to
noon on the first day that is neither a Sunday nor a holiday.
"""

from casework import Story, jersey

RULE = "secure.unauthorised"

story = Story(jersey, child="C-0105", born="2010-06-21")
story.on("2025-07-28").became_looked_after(basis="interim_care_order", follows=None)

story.at("2025-07-29T10:00").secure_started()
story.expect.due(RULE, "2025-08-01T10:00")
story.after(hours=50).secure_ended()
story.expect.met(RULE)

story.at("2025-08-24T08:00").secure_started()  # a Sunday; 22 hours are left
story.expect.due(RULE, "2025-08-26T12:00")
story.at("2025-08-26T11:45")
story.expect.open(RULE)
story.after(hours=1)
story.expect.overdue(RULE)
story.secure_ended()
story.expect.met_late(RULE, episode="secure-2")

print(story.text())
print()
for step in story.journey.explain(
    f"jersey.{RULE}", story.now, episode="secure-2"
).steps:
    print(step)
