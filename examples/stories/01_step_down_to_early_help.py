"""Step-down to early help in Jersey: a worry that needs help, and not protection."""

from casework import Story, jersey

story = Story(jersey, child="C-0101", born="2014-01-30")

story.at("2025-01-13T09:15").contact_received(source="school")
story.expect.due("contact.decision", "2025-01-14T09:15")
story.at("2025-01-14T08:50").contact_decided(decision="referral", rag="amber")
story.expect.met("contact.decision")

story.on("2025-01-14").referral_received(source="front_door")
story.after(working_days=1).referral_decided(decision="assessment")
story.after(working_days=2).assessment_started()
story.after(working_days=3).child_seen(seen="alone")
story.expect.due("assessment.conclude", "2025-03-18")

story.on("2025-02-21").assessment_completed(outcome="early_help")
story.expect.met("assessment.conclude")
story.expect.allowed("early_help_offered")
story.after(working_days=1).referral_closed(reason="stepped_down")
story.early_help_offered()
story.after(weeks=1).early_help_assessed()
story.after(weeks=1).early_help_plan_made()
story.expect.stage("early_help", "planned")

story.after(months=3).early_help_closed(outcome="needs_met")
story.expect.findings()
print(story.text())
