"""Going missing from care: away for hours, found, and offered a talk about it."""

from functools import partial
from typing import Final

from casework.events import Returned, ReturnInterviewHeld, WentMissing
from casework.simulation.agenda import Agenda
from casework.simulation.case import Case
from casework.simulation.service import Process

FROM_AGE: Final = 12


def expect_missing(case: Case, agenda: Agenda) -> None:
    """Let a looked-after child of 12 or more go missing at random."""
    a_year = case.life.scenario.care.missing
    agenda.at_random(a_year, "missing", partial(_missing, case))


def _missing(case: Case) -> Process:
    life, practice = case.life, case.life.scenario.care
    if life.env.now < life.turns(FROM_AGE):
        return
    office = life.world.office
    episode, went = life.new("missing"), office.moment(life.env.now)
    case.note(WentMissing, episode, at=went, kind="missing", follows=None)
    back = life.later(went, practice.hours_away, "hours away")
    yield from life.waits_until(office.time(back))
    case.note(Returned, episode, at=back)
    talked = life.later(back, practice.hours_to_interview, "hours to interview")
    yield from life.waits_until(office.time(talked))
    case.note(ReturnInterviewHeld, episode, at=talked)
