"""Police protection over the night on which the clocks go back, then a court: England.

72 hours are hours that pass, so they end an hour earlier by the clock. An emergency
protection order for which the police apply counts its 8 days from their first day.
"""

from casework import Story, england

story = Story(england, child="C-0109", born="2023-06-11")

story.at("2025-10-25T22:00").police_protection_started()
story.expect.due("police_protection.limit", "2025-10-28T21:00")
story.at("22:40").became_looked_after(basis="police_protection")
story.at("23:30").placement_started(kind="foster")

story.at("2025-10-27T15:00").order_made(
    kind="emergency_protection", applicant="police", until="2025-11-01"
)
story.expect.met("police_protection.limit")
story.legal_basis_changed(basis="emergency_protection")
story.expect.due("emergency_protection.limit", "2025-11-01")
story.on("2025-10-30").looked_after_visit_made(seen="with_others")

story.on("2025-10-31").proceedings_issued(follows="order-2")
story.order_made(kind="interim_care", until="2026-04-24", follows="order-2")
story.legal_basis_changed(basis="interim_care_order")
story.expect.met("emergency_protection.limit")
story.expect.due("proceedings.conclude", "2026-04-30")  # 26 weeks, this day the first
story.expect.findings()
print(story.text())
