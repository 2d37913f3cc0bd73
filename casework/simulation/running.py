"""Running a scenario: what happens to every child, as time passes."""

from collections.abc import Callable, Collection, Iterator
from typing import Final, NamedTuple, TypeAlias

from simpy import Environment

from casework.simulation.arrivals import Arrivals
from casework.simulation.life import Life, Step, World
from casework.simulation.office import Office
from casework.simulation.pathway.front_door import contact
from casework.simulation.population import Person, people
from casework.simulation.scenario import Scenario
from casework.simulation.service import Workforce

Progress: TypeAlias = Callable[[str, float], None]
"""Is told what is going on, and how much of it, from 0 to 1, is done."""

_PARTS: Final = 100


class Steps(NamedTuple):
    """What happened to one child in a run.

    Parameters
    ----------
    person
        The child.
    steps
        What happened.
    """

    person: Person
    steps: list[Step]


def quietly(_: str, __: float) -> None:
    """Tell nobody how far a run is."""


def office_of(scenario: Scenario) -> Office:
    """Give the clock of the office over a scenario's years."""
    place, span = scenario.jurisdiction, scenario.span
    return Office(
        calendar=place.calendar, zone=place.zone, first=span.first, last=span.last
    )


def run(
    scenario: Scenario,
    *,
    only: Collection[str] | None = None,
    everyone: bool = False,
    tell: Progress = quietly,
) -> list[Steps]:
    """Run a scenario, and give the children in order of id.

    Parameters
    ----------
    scenario
        The scenario.
    only
        The ids of the children who are there; all, if left out. Where the service is
        unlimited, what happens to a child does not depend on it.
    everyone
        Whether to give the children to whom nothing happened too.
    tell
        Is told how far the run is.
    """
    world = _world(scenario)
    there = (one for one in people(scenario) if only is None or one.id in only)
    lives = [Life(world=world, person=person) for person in there]
    lives = list(_contacted(world, lives, everyone=everyone))
    end = world.office.end
    for part in range(1, _PARTS + 1):
        world.env.run(until=end * part / _PARTS)
        tell("the years pass", part / _PARTS)
    found = (Steps(life.person, life.steps) for life in lives)
    return [one for one in found if one.steps or everyone]


def _world(scenario: Scenario) -> World:
    env, office = Environment(), office_of(scenario)
    workforce = Workforce(
        env=env, office=office, service=scenario.service, seed=scenario.seed
    )
    return World(env=env, office=office, scenario=scenario, workforce=workforce)


def _contacted(world: World, lives: list[Life], *, everyone: bool) -> Iterator[Life]:
    """Begin the contacts of each child; give the children who will have any."""
    arrivals = Arrivals(scenario=world.scenario)
    for life in lives:
        contacts = tuple(arrivals.of(life.person))
        for at, source in contacts:
            world.env.process(contact(life, at, source))
        if contacts or everyone:
            yield life
