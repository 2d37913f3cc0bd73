"""A small lawful journey for every rule: what starts its clock, and what meets it.

A story is written in events with the day on which each happens, counted from the first
day of the story: `5 private_fostering_visit_made seen=alone`. A date within an event is
counted in the same way: `until=+8`.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from casework import Journey
from casework.calendars import SchoolTerms, Term
from casework.events import Event, kinds
from casework.jurisdictions import Jurisdiction

# First days of a story; the latest one on which a version of a rule governs is taken.
FIRST_DAYS = tuple(
    map(date.fromisoformat, ("2026-06-01", "2025-03-03", "2019-03-04", "2013-03-04"))
)
# Invented, and without holidays: each term begins on the day after the last.
TERMS = SchoolTerms(
    [
        Term(date(year, month, 1), date(year, month + 3, 30))
        for year in range(2010, 2040)
        for month in (1, 5, 9)
    ],
    "invented",
)


@frozen(kw_only=True)
class Story:
    """What happens to one child.

    Parameters
    ----------
    starts
        What happens before the clock starts, and what starts it.
    met
        What meets it, in time.
    turns
        The age that the child reaches, and on which day of the story.
    asked
        The day of the story on which the deadlines are asked for: late enough for
        each of them to be overdue.
    """

    starts: str
    met: str
    turns: tuple[int, int] = (10, 100)
    asked: int = 1000

    def born(self, first: date) -> date:
        """Give the day of birth, where the story begins on a day."""
        age, day = self.turns
        turning = first + timedelta(days=day)
        return turning.replace(year=turning.year - age)

    def journey(self, place: Jurisdiction, first: date, *more: str) -> Journey:
        """Record what starts the clock, and more; refused where no stage allows it."""
        journey = Journey.open(place, child="C-0001", born=self.born(first))
        return journey.record(*told("; ".join((self.starts, *more)), first))


def told(story: str, first: date) -> Iterator[Event]:
    """Give the events of a story that begins on a day."""
    for line in story.split("; "):
        day, name, *fields = line.split()
        said = (field.split("=") for field in fields)
        values = {key: _value(word, first) for key, word in said}
        yield kinds()[name](at=first + timedelta(days=int(day)), **values)


def _value(word: str, first: date) -> object:
    if word.startswith("+"):
        return first + timedelta(days=int(word))
    return {"true": True, "1": 1, "2": 2}.get(word, word)


# What many stories begin with.
PLAN = "0 concern_raised; 1 strategy_discussion_held outcome=enquiry; "
PLAN += "15 conference_held kind=initial decision=plan"
CARE = "0 became_looked_after basis=accommodated"
PLACED = f"{CARE}; 0 placement_started kind=foster"
PARENTS = "0 placement_started kind=parents"
SHORT_BREAKS = "0 became_looked_after basis=short_breaks; 0 placement_started"
SECURE = f"{CARE}; 0 secure_started"
LEAVER = f"{CARE}; 100 pathway_plan_made; 200 ceased_looked_after reason=reached_18; "
LEAVER += "200 leaving_care_began"
COMPLAINT = "0 complaint_received"
FOSTERED = "0 arrangement_notified"
NOTIFIED = "child_protection_notification_received"
VISITED = "looked_after_visit_made seen=alone"


def remanded(basis: str) -> str:
    """Begin with a child who is remanded, and placed."""
    return f"0 became_looked_after basis={basis}; 0 placement_started"


# By the id of the rule, without its jurisdiction: one story serves both.
STORIES = {
    "contact.decision": Story(
        starts="0 contact_received",
        met="1 contact_decided decision=no_further_action",
    ),
    "referral.decision": Story(
        starts="0 referral_received", met="1 referral_decided decision=assessment"
    ),
    "assessment.conclude": Story(
        starts="0 referral_received; 1 assessment_started",
        met="30 assessment_completed outcome=no_further_action",
    ),
    "assessment.update": Story(
        starts="0 referral_received; 1 assessment_started; 20 assessment_completed; "
        "30 assessment_started",
        met="60 assessment_completed",
    ),
    "assessment.transfer": Story(
        starts="0 referral_received; 1 case_allocated team=referral_and_assessment",
        met="60 case_transferred team=long_term",
    ),
    "strategy.hold": Story(
        starts="0 concern_raised", met="0 strategy_discussion_held outcome=enquiry"
    ),
    "strategy.repeat_notification": Story(
        starts="0 referral_received; 1 worker_allocated worker=w-1; "
        f"2 {NOTIFIED}; 3 {NOTIFIED}; 4 {NOTIFIED}; 5 {NOTIFIED}",
        met="6 strategy_discussion_held outcome=enquiry",
    ),
    "enquiry.duty": Story(
        starts="0 concern_raised; 1 strategy_discussion_held outcome=enquiry",
        met="20 enquiry_concluded outcome=not_substantiated",
    ),
    "conference.initial": Story(
        starts="0 concern_raised; 1 strategy_discussion_held outcome=enquiry",
        met="15 conference_held kind=initial decision=plan",
    ),
    "conference.transfer_in": Story(
        starts="0 plan_transfer_notified",
        met="10 conference_held kind=transfer_in decision=plan",
    ),
    "conference.review": Story(
        starts=PLAN, met="90 review_conference_held decision=continue"
    ),
    "core_group.first": Story(starts=PLAN, met="20 core_group_met"),
    "missing.return_interview": Story(
        starts="0 went_missing kind=missing; 1 returned", met="2 return_interview_held"
    ),
    "police_protection.limit": Story(
        starts="0 police_protection_started", met="2 police_protection_ended"
    ),
    "emergency_protection.limit": Story(
        starts="0 order_made kind=emergency_protection applicant=authority until=+8",
        met="5 order_ended reason=discharged",
    ),
    "child_assessment_order.limit": Story(
        starts="0 order_made kind=child_assessment until=+6",
        met="5 order_ended reason=expired",
    ),
    "order.expiry": Story(
        starts="0 order_made kind=supervision until=+300",
        met="200 order_ended reason=discharged",
    ),
    "proceedings.conclude": Story(
        starts="0 proceedings_issued", met="100 proceedings_concluded"
    ),
    "secure.unauthorised": Story(starts=SECURE, met="2 secure_ended"),
    "secure.authorised": Story(
        starts=f"{SECURE}; 0 secure_authorised until=+28", met="20 secure_ended"
    ),
    "secure.review": Story(starts=SECURE, met="20 secure_review_held"),
    "care_plan.make": Story(starts=PLACED, met="5 care_plan_made"),
    "placement_plan.make": Story(starts=PLACED, met="3 placement_plan_made"),
    "placement.arrangements": Story(starts=PLACED, met="3 placement_plan_made"),
    "remand.care_plan": Story(
        starts=remanded("remand_accommodation"), met="3 care_plan_made"
    ),
    "remand.placement_plan": Story(
        starts=remanded("remand_accommodation"), met="3 placement_plan_made"
    ),
    "remand.detention_plan": Story(
        starts=remanded("remand_detention"), met="3 placement_plan_made"
    ),
    "temporary_approval.limit": Story(
        starts=f"{CARE}; 0 placement_started kind=kinship temporary_approval=true",
        met="60 carer_approved",
    ),
    "health.first_assessment": Story(starts=PLACED, met="5 health_assessed"),
    "health.review": Story(
        starts=f"{PLACED}; 5 health_assessed", met="200 health_assessed"
    ),
    "visit.parents_before_assessment": Story(
        starts=f"{CARE}; {PARENTS}", met=f"5 {VISITED}"
    ),
    "visit.weekly_until_review": Story(
        starts=f"{CARE}; 0 placement_started kind=kinship temporary_approval=true",
        met=f"5 {VISITED}",
    ),
    "visit.parents_care_order": Story(
        starts="0 order_made kind=care; 0 became_looked_after basis=care_order; "
        f"0 placement_plan_made; 0 carer_approved; {PARENTS}",
        met=f"5 {VISITED}",
    ),
    "visit.long_term_foster": Story(
        starts=f"{CARE}; 0 placement_started kind=foster long_term_agreed=true; "
        f"5 {VISITED}; 370 {VISITED}",
        met=f"500 {VISITED}",
    ),
    "visit.placement": Story(starts=PLACED, met=f"5 {VISITED}"),
    "short_break.visit": Story(starts=SHORT_BREAKS, met=f"60 {VISITED}"),
    "short_break.review": Story(starts=SHORT_BREAKS, met="60 looked_after_review_held"),
    "adoption.review_placed": Story(
        starts=f"{CARE}; 0 placement_started kind=adoptive",
        met="20 looked_after_review_held",
    ),
    "adoption.visit_placed": Story(
        starts=f"{CARE}; 0 placement_started kind=adoptive", met=f"5 {VISITED}"
    ),
    "review.looked_after": Story(starts=PLACED, met="20 looked_after_review_held"),
    "education_plan.make": Story(starts=PLACED, met="5 education_plan_made"),
    "education_plan.review": Story(
        starts=f"{PLACED}; 5 education_plan_made", met="20 education_plan_reviewed"
    ),
    "personal_adviser.appoint": Story(
        starts=PLACED, met="210 personal_adviser_appointed", turns=(14, 200)
    ),
    "needs.assess": Story(starts=PLACED, met="250 needs_assessed", turns=(16, 200)),
    "needs.assess_relevant": Story(
        starts=f"{CARE}; 300 ceased_looked_after reason=independent_living",
        met="350 needs_assessed",
        turns=(16, 200),
    ),
    "pathway_plan.make": Story(
        starts=f"{PLACED}; 210 needs_assessed",
        met="250 pathway_plan_made",
        turns=(16, 200),
    ),
    "pathway_plan.review": Story(
        starts=f"{PLACED}; 210 needs_assessed; 250 pathway_plan_made",
        met="400 pathway_plan_reviewed",
        turns=(16, 200),
    ),
    "leaving_care.review_accommodation": Story(
        starts=f"{LEAVER}; 200 accommodation_provided",
        met="230 pathway_plan_reviewed",
        turns=(18, 200),
    ),
    "leaving_care.adviser_visit": Story(
        starts=f"{LEAVER}; 200 accommodation_provided",
        met="205 adviser_visit_made seen=alone",
        turns=(18, 200),
    ),
    "leaving_care.offer": Story(
        starts=LEAVER, met="1320 support_offered", turns=(18, 200), asked=2000
    ),
    "private_fostering.first_visit": Story(
        starts=FOSTERED, met="5 private_fostering_visit_made seen=alone"
    ),
    "private_fostering.visit": Story(
        starts=f"{FOSTERED}; 5 private_fostering_visit_made seen=alone",
        met="30 private_fostering_visit_made seen=alone",
    ),
    "complaint.acknowledge": Story(starts=COMPLAINT, met="3 complaint_acknowledged"),
    "complaint.stage_1": Story(starts=COMPLAINT, met="8 complaint_answered stage=1"),
    "complaint.stage_2": Story(
        starts=f"{COMPLAINT}; 8 complaint_answered stage=1; "
        "9 complaint_escalated stage=2",
        met="20 complaint_answered stage=2",
    ),
}
