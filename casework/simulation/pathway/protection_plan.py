"""On a protection plan: core groups, visits and reviews, until a review ends it."""

from functools import partial

from simpy import Interrupt

from casework.events import (
    CoreGroupMet,
    ProtectionPlanEnded,
    ProtectionPlanStarted,
    ProtectionVisitMade,
    ReviewConferenceHeld,
)
from casework.simulation.agenda import Agenda
from casework.simulation.case import Case
from casework.simulation.pathway.assessment import Next
from casework.simulation.pathway.enquiry import concern
from casework.simulation.service import Process


def protection_plan(case: Case, episode: str) -> Process:
    """Follow a protection plan; gives what comes after it."""
    life, practice = case.life, case.life.scenario.protection_plan
    category = life.choice(life.scenario.conference.category, "category")
    case.note(ProtectionPlanStarted, episode, category=category)
    agenda = Agenda(case=case, on_concern=partial(concern, case))
    hours = practice.core_group_hours
    meet = partial(case.do, CoreGroupMet, episode, hours=hours)
    agenda.recur(
        practice.first_core_group, practice.core_group_every, "core group", meet
    )
    hours = practice.visit_hours
    visit = partial(case.visit, ProtectionVisitMade, episode, hours=hours)
    agenda.recur(practice.visit_every, practice.visit_every, "protection visit", visit)
    review = partial(_review, case, agenda, episode)
    agenda.recur(
        practice.first_review, practice.review_every, "review conference", review
    )
    agenda.expect_concerns(practice.concerns)
    try:
        yield from agenda.follow(until=life.world.office.end)
    except Interrupt:
        case.note(ProtectionPlanEnded, episode, reason="reached_18")
        raise
    return Next(life.choice(practice.afterwards, "after a plan"), episode)


def _review(case: Case, agenda: Agenda, episode: str) -> Process:
    life, practice = case.life, case.life.scenario.protection_plan
    yield from case.work(practice.review_hours, "review conference work")
    ends = life.happens(practice.ends_at_review, "plan ends")
    decision = "end" if ends else "continue"
    meeting = f"{life.person.id}-{life.new('review')}"
    case.note(ReviewConferenceHeld, episode, decision=decision, meeting=meeting)
    if ends:
        case.note(ProtectionPlanEnded, episode, reason="review_conference")
        agenda.stop()
