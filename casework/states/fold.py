"""One event after another: what it does to the journey, and whether it may."""

from datetime import date
from typing import Final

from casework.dates import day_of
from casework.events import (
    CaseClosed,
    ChildBorn,
    ChildDied,
    Event,
    PregnancyEnded,
)
from casework.evolving import evolve
from casework.records import EVERYTHING, Records
from casework.states import STAGES, saying
from casework.states.moving import Outcome, Step, in_a_stage, waits
from casework.states.position import (
    Position,
    Setting,
    Verdict,
    Waiting,
    precedes,
)
from casework.states.settling import settle_day, was_open

OVERDUE: Final = 42
"""How many days after the day expected a child may still be born.

Where a pregnancy was hidden, the day expected is an estimate by weeks. No source gives
a number: it is this library's documented choice.
"""


def step(
    position: Position,
    event: Event,
    *,
    zone: str,
    records: Records = EVERYTHING,
    born: date | None = None,
) -> tuple[Position, Verdict]:
    """Take the next event in order, and say whether the journey allows it.

    Which episode another came out of is judged when the day is over. The verdict on
    the first event of a later day carries in `settled` the verdicts that became final
    then; `settle` gives those of the last day.

    Parameters
    ----------
    position
        Where the journey stands; it is left as it is.
    event
        The next event, in the order of a chronology.
    zone, records, born
        As in `Setting`.
    """
    return take(position, event, Setting(zone=zone, records=records, born=born))


def take(position: Position, event: Event, setting: Setting) -> Outcome:
    """Take the next event in order, as `step` does."""
    day = day_of(event.at, setting.zone)
    settled: tuple[Verdict, ...] = ()
    number = position.count
    if day != position.day:
        position, settled = settle_day(position, setting)
        position = evolve(position, day=day, today=())
    position, verdict = _taken(Step(position, setting, day, event))
    if position.count == number:
        position = evolve(position, count=number + 1)
    return position, evolve(verdict, settled=settled) if settled else verdict


def _taken(at: Step) -> Outcome:
    ended, stage = at.position.ended, at.event.stage_name
    if ended and precedes(ended, at.dated) and not _said_of_the_end(at.event):
        return at.refused(saying.after_the_end(at.event, ended[1]))
    if stage in STAGES:
        return in_a_stage(at)
    if stage == "oversight":
        return _overseen(at)
    return _of_the_child(at) if stage == "child" else (at.position, at.verdict())


def _said_of_the_end(event: Event) -> bool:
    """Say whether an event only writes down what the end brought with it."""
    died = getattr(event, "reason", None) == "died"
    return died or isinstance(event, CaseClosed) or event.stage_name == "correction"


def _overseen(at: Step) -> Outcome:
    waiting = Waiting(verdict=at.verdict(), day=at.day)
    if was_open(at.position, waiting):
        return at.position, waiting.verdict
    return waits(at.position, waiting)


def _of_the_child(at: Step) -> Outcome:
    position, event = at.position, at.event
    if isinstance(event, ChildBorn | PregnancyEnded) and not unborn(at):
        return at.refused(saying.already_born(event))
    if isinstance(event, ChildBorn):
        position = evolve(position, born=at.dated)
    elif isinstance(event, ChildDied | PregnancyEnded):
        position = evolve(position, ended=position.ended or at.dated)
        position = position.left_open(at.dated)
    else:
        position = evolve(position, closed=event).left_open(at.dated)
    return position, at.verdict()


def unborn(at: Step) -> bool:
    """Say whether the child may still be unborn when an event happens."""
    born = at.setting.born
    if at.position.born is not None:
        return False
    return born is None or (at.day - born).days <= OVERDUE
