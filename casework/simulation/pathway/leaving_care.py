"""Leaving care: the adviser and the pathway plan, and the support after 18."""

from datetime import date
from functools import partial
from typing import Final

from casework.events import (
    AdviserVisitMade,
    LeavingCareBegan,
    LeavingCareEnded,
    NeedsAssessed,
    PathwayPlanEnded,
    PathwayPlanMade,
    PathwayPlanReviewed,
    PersonalAdviserAppointed,
)
from casework.simulation.agenda import Agenda, Duty
from casework.simulation.case import Case
from casework.simulation.distributions import Duration
from casework.simulation.life import Life
from casework.simulation.service import Process

PLAN_FROM: Final = 16
SUPPORT_ENDS: Final = 25
AT_THE_LATEST: Final = 17


def prepare(case: Case, agenda: Agenda, care: str) -> None:
    """Enter what prepares a child in care for leaving it, from the ages that ask it."""
    practice = case.life.scenario.leaving_care
    adviser = partial(_adviser, case, care)
    _enter(agenda, practice.adviser_from_age, practice.days_to_appoint, adviser)
    needs = partial(_needs, case, agenda, care)
    _enter(agenda, PLAN_FROM, practice.days_to_assess, needs)


def came_of_age(case: Case, care: str, *, since: date) -> None:
    """Begin to support a care leaver at 18; who is none in either place is let go."""
    life, plan = case.life, case.pathway_plan
    # More than 13 weeks, and in care at 16: every status test asks for one of the two,
    # or for both.
    offered = life.scenario.leaving_care.is_offered(life.world.office.day(life.env.now))
    if offered and since < life.person.reaches(AT_THE_LATEST):
        life.env.process(leaving_care(life, care, plan))
    elif plan is not None:
        case.note(PathwayPlanEnded, plan, reason="left_care")


def leaving_care(life: Life, care: str, plan: str | None) -> Process:
    """Support a young person who left care at 18, until the support ends."""
    practice, episode = life.scenario.leaving_care, life.new("leaving_care")
    life.note(LeavingCareBegan, episode, follows=care)
    ends = life.env.now + life.length(practice.length, "support length")
    ends = min(ends, life.turns(SUPPORT_ENDS))
    if plan is not None:
        # Where none was made in time, one is made now.
        life.note(PathwayPlanMade, plan)
        life.env.process(_reviews(life, plan, ends))
    while (visit := _after(life, practice.visit_every, "adviser visit")) < ends:
        yield from life.waits_until(visit)
        life.note(AdviserVisitMade, episode, seen="alone")
    yield from life.waits_until(ends)
    if plan is not None:
        life.note(PathwayPlanEnded, plan, reason="support_ended")
    old = life.env.now >= life.turns(SUPPORT_ENDS)
    life.note(LeavingCareEnded, episode, reason="reached_25" if old else "declined")


def _enter(agenda: Agenda, age: int, wait: Duration, do: "partial[Process]") -> None:
    life = agenda.case.life
    starts = max(life.env.now, life.turns(age))
    drawn = life.length(wait, f"from the age of {age}")
    agenda.put(starts + drawn, Duty(name=f"at {age}", do=do))


def _adviser(case: Case, care: str) -> Process:
    yield from ()
    life = case.life
    if life.scenario.leaving_care.is_offered(life.world.office.day(life.env.now)):
        _open(case, care, PersonalAdviserAppointed)


def _needs(case: Case, agenda: Agenda, care: str) -> Process:
    practice = case.life.scenario.leaving_care
    _open(case, care, NeedsAssessed)
    yield from case.life.waits(practice.days_to_plan, "pathway plan")
    case.note(PathwayPlanMade, case.pathway_plan)
    every = practice.review_every
    review = partial(case.do, PathwayPlanReviewed, case.pathway_plan)
    agenda.recur(every, every, "pathway review", review)


def _open(case: Case, care: str, kind: type) -> None:
    """Let something happen around the pathway plan; the first opens its episode."""
    if case.pathway_plan is not None:
        case.note(kind, case.pathway_plan)
        return
    case.pathway_plan = case.life.new("pathway_plan")
    case.note(kind, case.pathway_plan, follows=care)


def _reviews(life: Life, plan: str, ends: float) -> Process:
    every = life.scenario.leaving_care.review_every
    while (review := _after(life, every, "pathway review")) < ends:
        yield from life.waits_until(review)
        life.note(PathwayPlanReviewed, plan)


def _after(life: Life, length: Duration, purpose: str) -> float:
    return life.env.now + life.length(length, purpose)
