"""Being looked after: plans, health and education, reviews, and the end of care."""

from functools import partial
from typing import Final

from simpy import Interrupt

from casework.events import (
    BecameLookedAfter,
    CarePlanMade,
    CeasedLookedAfter,
    EducationPlanMade,
    HealthAssessed,
    LookedAfterReviewHeld,
    PathwayPlanEnded,
    ReviewingOfficerAppointed,
)
from casework.simulation.agenda import Agenda, Duty
from casework.simulation.case import Case
from casework.simulation.pathway.assessment import Next
from casework.simulation.pathway.enquiry import concern
from casework.simulation.pathway.leaving_care import came_of_age, prepare
from casework.simulation.pathway.missing import expect_missing
from casework.simulation.pathway.placements import Placements
from casework.simulation.service import Process

SCHOOL_AGE: Final = 3
HEALTH_CHANGES_AT: Final = 5


def care(case: Case, _: str) -> Process:
    """Look after a child until the child leaves care; gives what comes next.

    Whatever was decided before, care comes out of the referral, which is still open.
    """
    life, practice = case.life, case.life.scenario.care
    episode, began = life.new("looked_after"), life.world.office.day(life.env.now)
    basis = life.choice(practice.basis, "legal basis")
    case.note(BecameLookedAfter, episode, basis=basis, follows=case.referral)
    agenda = Agenda(case=case, on_concern=partial(concern, case))
    placements = Placements(case=case, care=episode, agenda=agenda)
    placements.begin()
    _enter_plans(case, agenda, episode)
    _enter_reviews(case, agenda, episode)
    prepare(case, agenda, episode)
    expect_missing(case, agenda)
    agenda.expect_concerns(practice.concerns)
    length = max(2.0, life.length(practice.length, "length of care"))
    try:
        yield from agenda.follow(until=life.env.now + length)
    except Interrupt:
        placements.end("left_care")
        case.note(CeasedLookedAfter, episode, reason="reached_18")
        came_of_age(case, episode, since=began)
        raise
    return _leave(case, placements, episode)


def _leave(case: Case, placements: Placements, episode: str) -> Next:
    life = case.life
    reason = life.choice(life.scenario.care.ceasing, "why care ends")
    placements.end("left_care")
    if case.pathway_plan is not None:
        case.note(PathwayPlanEnded, case.pathway_plan, reason="left_care")
        case.pathway_plan = None
    case.note(CeasedLookedAfter, episode, reason=reason)
    # A family is helped when its child comes home.
    return Next("child_in_need" if reason == "returned_home" else reason, episode)


def _enter_plans(case: Case, agenda: Agenda, episode: str) -> None:
    life, practice = case.life, case.life.scenario.care
    appoint = partial(case.do, ReviewingOfficerAppointed, episode)
    agenda.once(practice.days_to_appoint, "reviewing officer", appoint)
    plan = partial(case.do, CarePlanMade, episode)
    agenda.once(practice.days_to_plan, "care plan", plan)
    agenda.once(
        practice.days_to_health, "health", partial(_health, case, agenda, episode)
    )
    school = partial(case.do, EducationPlanMade, episode)
    starts = max(life.env.now, life.turns(SCHOOL_AGE))
    wait = life.length(practice.days_to_education, "until education plan")
    agenda.put(starts + wait, Duty(name="education plan", do=school))


def _health(case: Case, agenda: Agenda, episode: str) -> Process:
    yield from case.do(HealthAssessed, episode)
    life, practice = case.life, case.life.scenario.care
    young = life.env.now < life.turns(HEALTH_CHANGES_AT)
    again = practice.health_every_under_5 if young else practice.health_every
    agenda.once(again, "health", partial(_health, case, agenda, episode))


def _enter_reviews(case: Case, agenda: Agenda, episode: str) -> None:
    practice = case.life.scenario.care
    review = partial(
        case.do, LookedAfterReviewHeld, episode, hours=practice.review_hours
    )
    agenda.once(practice.first_review, "first review", partial(_first, agenda, review))


def _first(agenda: Agenda, review: "partial[Process]") -> Process:
    yield from review()
    practice = agenda.case.life.scenario.care
    agenda.recur(
        practice.second_review, practice.review_every, "looked-after review", review
    )
