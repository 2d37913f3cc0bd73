"""Who is there to do the work: workers with caseloads, leave and posts left empty.

A worker does one thing at a time, the urgent first, so work is late when the worker is
busy. A case waits for a worker who has room for it; meanwhile the duty desk does what
cannot wait. Where the service is unlimited nobody waits for anybody.
"""

from collections.abc import Generator, Iterator
from datetime import timedelta
from heapq import heappop, heappush
from itertools import count
from typing import Any, Final, Protocol, TypeAlias

from attrs import define, field
from simpy import Environment, Event, PriorityResource

from casework.simulation.draws import Draws
from casework.simulation.office import Office
from casework.simulation.place import (
    WORKING_DAYS_OF_A_YEAR,
    Service,
    Team,
    Vacancy,
)

Process: TypeAlias = Generator[Event, Any, Any]

# What is done first. Who is away does nothing else.
AWAY: Final = 0
URGENT: Final = 1
STATUTORY: Final = 2
ROUTINE: Final = 3

# Working days.
_WEEK: Final = 5


class Holding(Protocol):
    """A case, as far as a service knows it."""

    urgency: int

    def waits_for(self, crew: "Crew") -> bool:
        """Whether it still needs a worker of a team."""

    @property
    def luck(self) -> Draws:
        """The child's own luck."""

    def given_to(self, worker: "Worker") -> None:
        """Take a worker."""

    def passed_on(self, reason: str) -> None:
        """Lose the worker, who leaves."""


@define(eq=False, kw_only=True)
class Worker:
    """Whoever fills a post.

    Parameters
    ----------
    id
        Opaque.
    crew
        The team, at work.
    desk
        Where work waits for the worker; None where it never has to.
    left
        Happens when the worker leaves, if one ever does.
    here
        Whether the post is filled.
    holds
        The cases held now, in the order in which they came.
    """

    id: str
    crew: "Crew"
    desk: PriorityResource | None = None
    left: Event | None = None
    here: bool = True
    holds: list[Holding] = field(factory=list)


@define(eq=False, kw_only=True)
class Crew:
    """A team at work: its workers, and the cases that wait for one.

    Parameters
    ----------
    team
        What the scenario says of it.
    workers
        Its workers; none where the service is unlimited.
    """

    team: Team
    workers: list[Worker] = field(factory=list)
    _waiting: list[tuple[int, int, Holding]] = field(factory=list)
    _turn: Iterator[int] = field(factory=count)

    def join(self, case: Holding) -> None:
        """Give a case a worker, at once or when one has room."""
        if not self.workers:
            drawn = case.luck.of(f"worker of {self.team.name}")
            number = 1 + int(drawn * self.team.workers)
            case.given_to(Worker(id=f"{self.team.name}-{number:02}", crew=self))
            return
        heappush(self._waiting, (case.urgency, next(self._turn), case))
        self.serve()

    def release(self, case: Holding, worker: Worker) -> None:
        """Take a case from a worker, who may then have room for another."""
        if worker.desk is not None:
            worker.holds.remove(case)
            self.serve()

    def serve(self) -> None:
        """Give the cases that wait to the workers who hold the fewest."""
        while self._waiting and (worker := self._least_busy()):
            _, _, case = heappop(self._waiting)
            if case.waits_for(self):
                worker.holds.append(case)
                case.given_to(worker)

    def _least_busy(self) -> Worker | None:
        limit = self.team.caseload_limit
        free = [one for one in self.workers if one.here and len(one.holds) < limit]
        return min(free, key=_caseload, default=None)


@define(eq=False, kw_only=True)
class Workforce:
    """All the teams of a service at work, and its duty desk.

    Parameters
    ----------
    env
        Where it works.
    office
        The working days.
    service
        What the scenario says of it.
    seed
        The seed of the luck of the workers.
    """

    env: Environment
    office: Office
    service: Service
    seed: int
    duty: PriorityResource | None = None
    _crews: dict[str, Crew] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Fill the posts."""
        for team in self.service.teams:
            crew = Crew(team=team)
            self._crews.update((stage, crew) for stage in team.takes)
            if not self.service.unlimited:
                self._fill(crew)
        if not self.service.unlimited:
            self.duty = PriorityResource(self.env, self.service.duty_workers)

    def crew(self, stage: str) -> Crew:
        """Give the team that holds the cases of a stage."""
        return self._crews[stage]

    def _fill(self, crew: Crew) -> None:
        for number in range(1, crew.team.workers + 1):
            desk = PriorityResource(self.env, capacity=1)
            name = f"{crew.team.name}-{number:02}"
            left = self.env.event() if crew.team.vacancies else None
            worker = Worker(id=name, crew=crew, desk=desk, left=left)
            crew.workers.append(worker)
            self.env.process(self._leave_of(worker, desk))
        for vacancy in crew.team.vacancies:
            self.env.process(self._vacancy(crew, vacancy))

    def _vacancy(self, crew: Crew, vacancy: Vacancy) -> Process:
        """Empty some posts on a day, and fill them again on another, if on any."""
        yield self.env.timeout(self.office.opening(vacancy.first))
        filled = [worker for worker in reversed(crew.workers) if worker.here]
        for worker in filled[: vacancy.posts]:
            self._go(worker, vacancy.reason)
        if vacancy.last is None:
            return
        back = self.office.opening(vacancy.last + timedelta(days=1))
        yield self.env.timeout(back - self.env.now)
        for worker in filled[: vacancy.posts]:
            # Another person in the same post.
            worker.id = f"{worker.id}n"
            worker.left, worker.here = self.env.event(), True
        crew.serve()

    def _go(self, worker: Worker, reason: str) -> None:
        worker.here = False
        if worker.left is not None:
            worker.left.succeed()
        held, worker.holds = worker.holds, []
        for case in held:
            case.passed_on(reason)

    def _leave_of(self, worker: Worker, desk: PriorityResource) -> Process:
        """Take a worker's leave, a week at a time, spread over the year."""
        weeks = worker.crew.team.leave // _WEEK
        if weeks == 0:
            return
        luck, part = Draws(self.seed, worker.id), WORKING_DAYS_OF_A_YEAR / weeks
        for number in count():
            before = luck.of(f"leave {number}") * (part - _WEEK)
            yield self.env.timeout(before)
            with desk.request(priority=AWAY) as away:
                yield away
                yield self.env.timeout(_WEEK)
            yield self.env.timeout(part - _WEEK - before)


def _caseload(worker: Worker) -> int:
    return len(worker.holds)
