"""A referral: decided, given to a worker, and assessed; and which stage comes next."""

from functools import partial
from typing import Final, NamedTuple

from casework.events import (
    AssessmentCompleted,
    AssessmentStarted,
    ChildSeen,
    ReferralDecided,
)
from casework.simulation.agenda import Agenda, Held
from casework.simulation.case import Case
from casework.simulation.pathway.enquiry import concern, enquiry
from casework.simulation.service import URGENT, Process

NO_ASSESSMENT: Final = ("early_help", "no_further_action")


class Next(NamedTuple):
    """What comes after a stage: another, early help, or the closure of the case.

    Parameters
    ----------
    stage
        `child_in_need`, `conference`, `looked_after`, `early_help`; any other word is
        the reason of the closure.
    follows
        The episode that it comes out of.
    """

    stage: str
    follows: str


def respond(case: Case) -> Process:
    """Decide a referral and do what was decided; gives what comes next."""
    life, practice = case.life, case.life.scenario.assessment
    yield from life.waits(practice.days_to_decide, "referral decided")
    decision = life.choice(practice.decision, "referral decision")
    case.note(ReferralDecided, decision=decision)
    if decision in NO_ASSESSMENT:
        return Next(decision, case.referral)
    held: Held | None = None
    if decision == "strategy_discussion":
        case.urgency = URGENT
        case.enter("assessment")
        held = yield from enquiry(case)
    else:
        case.enter("assessment")
    if held is None:
        held = yield from _assess(case)
    return _after(case) if held is None else after_conference(held)


def after_conference(held: Held) -> Next:
    """Say what comes after a conference: its plan, or a child in need plan."""
    return Next("conference" if held.plan else "child_in_need", held.episode)


def _assess(case: Case) -> Process:
    """Assess a child; gives the conference, if one was held before the end."""
    life, practice = case.life, case.life.scenario.assessment
    yield from case.has_worker()
    if case.assessed is None:
        case.note(AssessmentStarted)
        case.assessed = False
    agenda = Agenda(case=case, on_concern=partial(concern, case))
    agenda.once(practice.days_to_see, "child seen", partial(case.visit, ChildSeen))
    length = life.length(practice.length, "assessment length")
    yield from agenda.follow(until=life.env.now + length)
    if agenda.held is not None:
        return agenda.held
    yield from case.work(practice.hours, "assessment work")
    return None


def _after(case: Case) -> Next:
    outcome = case.life.choice(case.life.scenario.assessment.outcome, "assessment")
    case.note(AssessmentCompleted, outcome=outcome)
    case.assessed = True
    return Next(outcome, case.referral)
