"""One child of a run: what has happened so far, and how time passes for the child."""

from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import define, field
from simpy import Environment

from casework.dates import When, hours_after
from casework.events import Event
from casework.simulation.distributions import Duration
from casework.simulation.inputs import ADULT, Shares
from casework.simulation.office import Office
from casework.simulation.population import Person
from casework.simulation.scenario import Scenario
from casework.simulation.service import Process, Workforce

if TYPE_CHECKING:
    from casework.simulation.case import Case


class Step(NamedTuple):
    """One thing that happens to a child, before it is written down as an event.

    Parameters
    ----------
    kind
        The event of the vocabulary.
    at
        The day, or the moment where the law counts hours.
    said
        Its fields, the episode and the link among them.
    """

    kind: type[Event]
    at: When
    said: dict[str, Any]


@define(eq=False, kw_only=True)
class World:
    """What all children of a run share: the clock, the practice and the workers.

    Parameters
    ----------
    env
        The clock, which counts working days.
    office
        Which day is which.
    scenario
        What the run was told.
    workforce
        Who does the work.
    """

    env: Environment
    office: Office
    scenario: Scenario
    workforce: Workforce


@define(eq=False, kw_only=True)
class Life:
    """One child's journey as it happens.

    Parameters
    ----------
    world
        The run.
    person
        The child.
    steps
        What has happened so far.
    case
        The case that is open, if one is.
    has_early_help
        Whether the family has early help.
    """

    world: World
    person: Person
    steps: list[Step] = field(factory=list)
    case: "Case | None" = None
    has_early_help: bool = False
    _numbers: Counter[str] = field(factory=Counter)
    _draws: Counter[str] = field(factory=Counter)

    @property
    def env(self) -> Environment:
        """The clock of the run."""
        return self.world.env

    @property
    def scenario(self) -> Scenario:
        """What the run was told."""
        return self.world.scenario

    def turns(self, age: int) -> float:
        """Give the time at which the child reaches an age; before the run, 0."""
        return self.world.office.opening(self.person.reaches(age))

    @property
    def is_adult(self) -> bool:
        """Whether the child is 18."""
        return self.env.now >= self.turns(ADULT)

    def new(self, stage: str) -> str:
        """Give the id of a new episode of a stage."""
        self._numbers[stage] += 1
        return f"{stage}-{self._numbers[stage]}"

    def note(
        self,
        kind: type[Event],
        episode: str | None,
        /,
        *,
        at: When | None = None,
        **said: object,
    ) -> None:
        """Let something happen: today, if no other time is given."""
        when = self.world.office.day(self.env.now) if at is None else at
        self.steps.append(Step(kind, when, {"episode": episode, **said}))

    def length(self, duration: Duration, purpose: str) -> float:
        """Draw how long something takes, each time anew."""
        return duration.at(self.drawn(purpose))

    def choice(self, shares: Shares, purpose: str) -> str:
        """Draw what is decided or found, each time anew."""
        return shares.at(self.drawn(purpose))

    def happens(self, share: float, purpose: str) -> bool:
        """Draw whether something happens, each time anew."""
        return self.drawn(purpose) < share

    def later(self, at: datetime, hours: Duration, purpose: str) -> datetime:
        """Give the moment some drawn hours after another, to the minute."""
        zone = self.scenario.jurisdiction.zone
        then = hours_after(at, self.length(hours, purpose), zone)
        return then.replace(second=0, microsecond=0)

    def waits(self, duration: Duration, purpose: str) -> Process:
        """Let so many working days pass."""
        yield self.env.timeout(self.length(duration, purpose))

    def waits_until(self, time: float) -> Process:
        """Let time pass until then; none, if it is past."""
        if time > self.env.now:
            yield self.env.timeout(time - self.env.now)

    def next_day(self) -> Process:
        """Let the day end."""
        yield self.env.timeout(int(self.env.now) + 1 - self.env.now)

    def drawn(self, purpose: str) -> float:
        """Draw a number from 0 up to 1, each time anew for a purpose."""
        self._draws[purpose] += 1
        return self.person.luck.of(f"{purpose} {self._draws[purpose]}")
