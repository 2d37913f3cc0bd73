"""A child in need plan: visits and reviews, until it ends or is stepped up."""

from functools import partial

from simpy import Interrupt

from casework.events import CinPlanEnded, CinPlanStarted, CinReviewHeld, CinVisitMade
from casework.simulation.agenda import Agenda
from casework.simulation.case import Case
from casework.simulation.pathway.assessment import Next
from casework.simulation.pathway.enquiry import concern
from casework.simulation.service import ROUTINE, Process


def child_in_need(case: Case, follows: str) -> Process:
    """Follow a child in need plan; gives what comes after it."""
    life, practice = case.life, case.life.scenario.child_in_need
    episode = life.new("child_in_need")
    case.note(CinPlanStarted, episode, follows=follows)
    agenda = _agenda(case, episode)
    length = max(1.0, life.length(practice.length, "child in need length"))
    try:
        yield from agenda.follow(until=life.env.now + length)
    except Interrupt:
        case.note(CinPlanEnded, episode, outcome="reached_18")
        raise
    if agenda.held is not None and agenda.held.plan:
        case.note(CinPlanEnded, episode, outcome="stepped_up")
        return Next("conference", agenda.held.episode)
    outcome = life.choice(practice.outcome, "child in need outcome")
    case.note(CinPlanEnded, episode, outcome=outcome)
    return Next("early_help" if outcome == "stepped_down" else outcome, episode)


def _agenda(case: Case, episode: str) -> Agenda:
    practice = case.life.scenario.child_in_need
    agenda = Agenda(case=case, on_concern=partial(concern, case))
    visit = partial(
        case.visit, CinVisitMade, episode, hours=practice.visit_hours, urgency=ROUTINE
    )
    agenda.recur(practice.visit_every, practice.visit_every, "cin visit", visit)
    review = partial(
        case.do, CinReviewHeld, episode, hours=practice.review_hours, urgency=ROUTINE
    )
    agenda.recur(practice.review_every, practice.review_every, "cin review", review)
    agenda.expect_concerns(practice.concerns)
    return agenda
