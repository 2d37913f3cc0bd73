"""Oversight: supervision, rating and audit of a case for as long as it is open."""

from casework.events import CaseAudited, RagRated, SupervisionHeld
from casework.simulation.case import Case
from casework.simulation.distributions import Exponential
from casework.simulation.service import ROUTINE, Process


def oversee(case: Case) -> None:
    """Begin to oversee a case, until it is closed."""
    env = case.life.env
    for process in (_supervise(case), _rate(case), _audit(case)):
        env.process(process)


def _supervise(case: Case) -> Process:
    practice = case.life.scenario.oversight
    while case.is_open:
        yield from case.life.waits(practice.supervision_every, "until supervision")
        if case.worker is not None:
            yield from case.work(practice.supervision_hours, "supervision", ROUTINE)
            if case.is_open:
                case.note(SupervisionHeld)


def _rate(case: Case) -> Process:
    practice = case.life.scenario.oversight
    while case.is_open:
        yield from case.life.waits(practice.rag_every, "until rating")
        if case.is_open:
            case.note(RagRated, rag=case.life.choice(practice.rag, "rating"))


def _audit(case: Case) -> Process:
    practice = case.life.scenario.oversight
    if practice.audits == 0:
        return
    rare = Exponential(case.life.world.office.working_days(365) / practice.audits)
    while case.is_open:
        yield from case.life.waits(rare, "until audit")
        if case.is_open:
            case.note(CaseAudited, grade=case.life.choice(practice.grade, "audit"))
