"""A child's case from the referral to its closure, stage after stage."""

from collections.abc import Callable, Mapping
from typing import Final

from simpy import Interrupt
from simpy import Process as Running

from casework.events import ReferralReceived
from casework.simulation.case import Case
from casework.simulation.inputs import ADULT
from casework.simulation.life import Life
from casework.simulation.pathway.assessment import Next, respond
from casework.simulation.pathway.care import care
from casework.simulation.pathway.child_in_need import child_in_need
from casework.simulation.pathway.early_help import early_help
from casework.simulation.pathway.oversight import oversee
from casework.simulation.pathway.protection_plan import protection_plan
from casework.simulation.service import Process

STAGES: Final[Mapping[str, Callable[[Case, str], Process]]] = {
    "child_in_need": child_in_need,
    "conference": protection_plan,
    "looked_after": care,
}


def referral(life: Life, source: str, *, follows: str) -> Process:
    """Take a referral, and follow the child's case until it is closed."""
    if life.case is not None:
        return
    episode = life.new("assessment")
    life.case = case = Case(life=life, referral=episode)
    life.note(ReferralReceived, episode, source=source, follows=follows)
    oversee(case)
    stages = life.env.process(_stages(case))
    life.env.process(_comes_of_age(life, stages))
    last: Next = yield stages
    practice = life.scenario.assessment
    yield from life.waits(practice.days_to_close, "until closed")
    yield from case.close(last.stage)
    if last.stage == "early_help":
        yield from helped(life, follows=last.follows)


def helped(life: Life, *, follows: str) -> Process:
    """Give early help, and refer the child if it is stepped up."""
    stepped_up = yield from early_help(life, follows=follows)
    if stepped_up is not None:
        yield from referral(life, "early_help", follows=stepped_up)


def _stages(case: Case) -> Process:
    """Go from stage to stage; gives the last word, which is why the case is closed."""
    try:
        following: Next = yield from respond(case)
        while following.stage in STAGES:
            case.enter(following.stage)
            stage = STAGES[following.stage]
            following = yield from stage(case, following.follows)
    except Interrupt:
        return Next("reached_18", case.referral)
    return following


def _comes_of_age(life: Life, stages: Running) -> Process:
    """Interrupt what goes on for a child when the child turns 18."""
    yield from life.waits_until(life.turns(ADULT))
    if stages.is_alive:
        stages.interrupt("reached_18")
