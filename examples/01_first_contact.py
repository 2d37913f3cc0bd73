"""From a first contact to a referral, in Jersey.

A school calls the front door; a manager decides; the worry becomes a referral.
"""

from casework import Journey, jersey
from casework.events import ContactDecided, ContactReceived, ReferralReceived

journey = Journey.open(jersey, child="C-0001", born="2010-05-14")
journey = journey.record(
    ContactReceived(at="2026-11-23T09:40+00:00", source="school"),
    ContactDecided(at="2026-11-24T09:10+00:00", decision="referral", rag="amber"),
    ReferralReceived(at="2026-11-24", source="front_door"),
)

for episode in journey.episodes():
    print(f"{episode.id} is {episode.state}; it came out of {episode.follows}")

print("\nWhat may happen next to the referral:")
for one in journey.allowed():
    if one.episode == "assessment-1" and one.allowed:
        print(f"  {one.event}")

print("\nDeadlines at the end of 25 November 2026:")
for deadline in journey.deadlines(as_at="2026-11-25"):
    print(f"  {deadline.title}: due {deadline.due}, {deadline.status}")
    print(f"    {deadline.basis}; {deadline.note}")
