"""A case: a child whose referral is open, its worker, and the work that is done."""

from typing import Final

from attrs import define, field
from simpy import Event as Signal

from casework.dates import When
from casework.events import (
    CaseAllocated,
    CaseHeldOnDuty,
    CaseTransferred,
    Event,
    ReferralClosed,
    WorkerAllocated,
    WorkerUnallocated,
)
from casework.simulation.distributions import Duration
from casework.simulation.draws import Draws
from casework.simulation.life import Life
from casework.simulation.service import (
    STATUTORY,
    URGENT,
    Crew,
    Process,
    Worker,
)

ROLE: Final = "social_worker"


@define(eq=False, kw_only=True)
class Case:
    """A child's case, from the referral until it is closed.

    Parameters
    ----------
    life
        The child.
    referral
        The episode that the referral opened.
    urgency
        How soon it must have a worker.
    worker
        Who holds it; None while nobody does.
    crew
        The team that holds it, or should.
    stage
        What goes on: `assessment`, `child_in_need`, `conference`, `looked_after`.
    assessed
        How far the assessment is: None before it, False while it goes on.
    pathway_plan
        The episode of the pathway plan, where there is one.
    concern
        Happens when significant harm is suspected while the case is open.
    """

    life: Life
    referral: str
    urgency: int = STATUTORY
    worker: Worker | None = None
    crew: Crew | None = None
    stage: str = "assessment"
    assessed: bool | None = None
    pathway_plan: str | None = None
    is_open: bool = True
    concern: Signal = field(init=False)
    _found: Signal = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Begin without a worker and without a concern."""
        self.concern = self.life.env.event()
        self._found = self.life.env.event()

    @property
    def luck(self) -> Draws:
        """The child's own luck."""
        return self.life.person.luck

    def note(
        self,
        kind: type[Event],
        episode: str | None = None,
        /,
        *,
        at: When | None = None,
        **said: object,
    ) -> None:
        """Let something happen in an episode; by default in that of the referral."""
        self.life.note(kind, episode or self.referral, at=at, **said)

    def waits_for(self, crew: Crew) -> bool:
        """Whether the case still needs a worker of a team."""
        held = self.worker is not None and self.worker.crew is crew
        return self.is_open and self.crew is crew and not held

    def suspect(self) -> None:
        """Raise a concern of significant harm."""
        if not self.concern.triggered:
            self.concern.succeed()

    def enter(self, stage: str) -> None:
        """Go over to a stage, and to the team that holds its cases.

        A worker of another team keeps the case until one of this team has room.
        """
        self.stage = stage
        crew = self.life.world.workforce.crew(stage)
        if crew is self.crew:
            return
        self.crew = crew
        crew.join(self)
        if self.worker is None:
            self.life.env.process(self._held_on_duty())

    def given_to(self, worker: Worker) -> None:
        """Take a worker, in place of the one before if there was one."""
        team = worker.crew.team.name
        if self.worker is not None:
            self._unallocate("transferred")
            self.note(CaseTransferred, team=team)
        self.worker = worker
        self.note(CaseAllocated, team=team)
        self.note(WorkerAllocated, worker=worker.id, role=ROLE, team=team)
        if not self._found.triggered:
            self._found.succeed()

    def passed_on(self, reason: str) -> None:
        """Lose the worker, who leaves, and wait for another."""
        self._say_unallocated(reason)
        self.worker, self._found = None, self.life.env.event()
        if self.crew is not None:
            self.crew.join(self)
        if self.worker is None:
            self.life.env.process(self._held_on_duty())

    def has_worker(self) -> Process:
        """Wait until somebody holds the case."""
        while self.worker is None:
            yield self._found

    def work(self, hours: Duration, purpose: str, urgency: int = STATUTORY) -> Process:
        """Have work done by the worker, once there is one who is free.

        What is urgent is done by the duty desk while there is no worker.
        """
        takes = self.life.length(hours, purpose)
        while not (yield from self._turn(takes, urgency)):
            pass

    def do(
        self,
        kind: type[Event],
        episode: str | None = None,
        /,
        *,
        hours: Duration | None = None,
        urgency: int = STATUTORY,
    ) -> Process:
        """Let something happen once its work, if it has any, is done."""
        if hours is not None:
            yield from self.work(hours, f"hours of {kind.name}", urgency)
        self.note(kind, episode)

    def visit(
        self,
        kind: type[Event],
        episode: str | None = None,
        /,
        *,
        hours: Duration | None = None,
        urgency: int = STATUTORY,
    ) -> Process:
        """Visit a child, who may be seen alone, with others, or not at all."""
        if hours is not None:
            yield from self.work(hours, f"hours of {kind.name}", urgency)
        seen = self.life.choice(self.life.scenario.visits.seen, "seen")
        self.note(kind, episode, seen=seen)

    def close(self, reason: str) -> Process:
        """Close the case; a contact on the same day still finds it open."""
        if self.worker is not None:
            self._unallocate(reason)
        self.note(ReferralClosed, reason=reason)
        self.worker, self.is_open = None, False
        # What was still to be done waits for a worker who never comes.
        self._found = self.life.env.event()
        yield from self.life.next_day()
        self.life.case = None

    def _turn(self, hours: float, urgency: int) -> Process:
        """Wait for a turn and do the work; say whether it was done."""
        env, worker, duty = self.life.env, self.worker, self.life.world.workforce.duty
        if worker is None and (urgency > URGENT or duty is None):
            yield self._found
            return False
        desk = duty if worker is None else worker.desk
        takes = hours / self._hours_a_day()
        if desk is None:
            yield env.timeout(takes)
            return True
        with desk.request(priority=urgency) as turn:
            left = None if worker is None else worker.left
            yield turn if left is None else turn | left
            if not turn.triggered:
                return False
            yield env.timeout(takes)
        return True

    def _hours_a_day(self) -> float:
        crew = self.crew or self.life.world.workforce.crew("assessment")
        return crew.team.hours_a_day

    def _held_on_duty(self) -> Process:
        waited_for = self._found
        yield self.life.env.timeout(self.life.scenario.service.duty_after)
        if self.is_open and not waited_for.triggered:
            self.note(CaseHeldOnDuty)

    def _unallocate(self, reason: str) -> None:
        self._say_unallocated(reason)
        if self.worker is not None:
            self.worker.crew.release(self, self.worker)

    def _say_unallocated(self, reason: str) -> None:
        worker = None if self.worker is None else self.worker.id
        self.note(WorkerUnallocated, worker=worker, role=ROLE, reason=reason)
