"""The children of a place: an opaque id and a day of birth, each by their own luck."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from attrs import field, frozen

from casework.dates import age_on, birthday
from casework.simulation.draws import Draws
from casework.simulation.inputs import Shares, band_of
from casework.simulation.place import Population
from casework.simulation.scenario import Scenario, Span

DAYS_IN_A_YEAR: Final = 365.25


@frozen(kw_only=True)
class Person:
    """One child of the place.

    Parameters
    ----------
    id
        Opaque: a number of the run, and nothing of the child.
    born
        The day of birth.
    luck
        The child's own draws.
    """

    id: str
    born: date = field(repr=False)
    luck: Draws = field(repr=False)

    def reaches(self, age: int) -> date:
        """Give the birthday on which the child reaches an age."""
        return birthday(self.born, age)

    def age(self, day: date) -> int:
        """Give the child's age in whole years on a day."""
        return age_on(self.born, day)


def people(scenario: Scenario) -> Iterator[Person]:
    """Give every child who lives in the place at some time of the run, in order of id.

    How many there are changes nothing for any one of them.
    """
    span, population = scenario.span, scenario.population
    ages = Shares({str(age): part for age, part in ages_of(population).items()})
    for number in range(1, population.children + 1):
        yield _resident(f"C-{number:05}", ages, span, scenario.seed)
    years = ((span.last - span.first).days + 1) / DAYS_IN_A_YEAR
    for number in range(1, round(population.births * years) + 1):
        yield _newborn(f"B-{number:05}", span, scenario.seed)


def each_age(bands: Mapping[str, float]) -> Iterator[tuple[int, int, float]]:
    """Go through a table of bands of ages: each age, the width and weight of its band.

    Examples
    --------
    >>> list(each_age({"0-1": 3.0}))
    [(0, 2, 3.0), (1, 2, 3.0)]
    """
    for words, weight in bands.items():
        first, last = band_of(words)
        yield from ((age, last - first + 1, weight) for age in range(first, last + 1))


def ages_of(population: Population) -> Mapping[int, float]:
    """Give how much of the population is of each age."""
    together = sum(population.ages.values())
    return {
        age: weight / width / together
        for age, width, weight in each_age(population.ages)
    }


def _resident(id_: str, ages: Shares, span: Span, seed: int) -> Person:
    luck = Draws(seed, id_)
    age = int(ages.at(luck.of("age"))) + luck.of("months")
    born = span.first - timedelta(days=1 + int(age * DAYS_IN_A_YEAR))
    return Person(id=id_, born=born, luck=luck)


def _newborn(id_: str, span: Span, seed: int) -> Person:
    luck = Draws(seed, id_)
    days = (span.last - span.first).days + 1
    born = span.first + timedelta(days=int(luck.of("birth") * days))
    return Person(id=id_, born=born, luck=luck)
