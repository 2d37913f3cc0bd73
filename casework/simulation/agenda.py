"""What comes round again for a child: visits, reviews and core groups, in turn."""

from collections.abc import Callable, Generator
from heapq import heappop, heappush
from typing import Any, NamedTuple, TypeAlias

from attrs import define, field
from simpy import Event

from casework.simulation.case import Case
from casework.simulation.distributions import Duration, Exponential
from casework.simulation.service import Process

Doing: TypeAlias = Callable[[], Process]


@define(eq=False, kw_only=True)
class Duty:
    """Something that is done for a child, once or again and again.

    Parameters
    ----------
    name
        What is drawn for it.
    do
        Does it.
    every
        From one time to the next; None for what is done once.
    """

    name: str
    do: Doing
    every: Duration | None = None


class Held(NamedTuple):
    """A conference that was held.

    Parameters
    ----------
    episode
        Its episode.
    plan
        Whether it decided on a protection plan.
    """

    episode: str
    plan: bool


Enquiring: TypeAlias = Generator[Event, Any, Held | None]


@define(eq=False, kw_only=True)
class Agenda:
    """The duties of one stage of a child's case, done in the order of their days.

    Parameters
    ----------
    case
        The case.
    on_concern
        What is done when significant harm is suspected meanwhile. A conference that
        it leads to, and that decides on a plan, ends what is followed here.
    held
        The last conference that it led to.
    """

    case: Case
    on_concern: Callable[[], Enquiring]
    held: Held | None = None
    _ends: bool = False
    _coming: list[tuple[float, int, Duty]] = field(factory=list)
    _entered: int = 0

    def put(self, at: float, duty: Duty) -> None:
        """Enter a duty for a time."""
        self._entered += 1
        heappush(self._coming, (at, self._entered, duty))

    def once(self, after: Duration, name: str, do: Doing) -> None:
        """Enter what is done once, so many working days from now."""
        self._put_after(after, Duty(name=name, do=do))

    def recur(self, first: Duration, every: Duration, name: str, do: Doing) -> None:
        """Enter what is done so many working days from now, and then again and again.

        The next is counted from the day on which the last was done.
        """
        self._put_after(first, Duty(name=name, do=do, every=every))

    def at_random(self, a_year: float, name: str, do: Doing) -> None:
        """Enter what comes at random, so many times a year on average."""
        if a_year > 0:
            year = self.case.life.world.office.working_days(365)
            rare = Exponential(year / a_year)
            self._put_after(rare, Duty(name=name, do=do, every=rare))

    def expect_concerns(self, a_year: float) -> None:
        """Let significant harm be suspected so many times a year on average."""
        self.at_random(a_year, "concern", self._suspect)

    def _suspect(self) -> Process:
        yield from ()
        self.case.suspect()

    def _put_after(self, length: Duration, duty: Duty) -> None:
        drawn = self.case.life.length(length, f"until {duty.name}")
        self.put(self.case.life.env.now + drawn, duty)

    def stop(self) -> None:
        """End what is followed when the duty in hand is done."""
        self._ends = True

    def follow(self, until: float) -> Process:
        """Do each duty when its day comes, until a time or until something stops it."""
        while not self._ends and self._coming and self._coming[0][0] < until:
            at, _, duty = self._coming[0]
            if not (yield from self._quiet_until(at)):
                continue
            heappop(self._coming)
            yield from duty.do()
            if duty.every is not None:
                self._put_after(duty.every, duty)
        while not self._ends and not (yield from self._quiet_until(until)):
            pass

    def _quiet_until(self, time: float) -> Process:
        """Wait until a time; say whether no concern came up meanwhile."""
        env, case = self.case.life.env, self.case
        if time > env.now and not case.concern.triggered:
            yield env.timeout(time - env.now) | case.concern
        if not case.concern.triggered:
            return True
        held = yield from self.on_concern()
        case.concern = env.event()
        self.held = held or self.held
        self._ends = self._ends or (held is not None and held.plan)
        return False
