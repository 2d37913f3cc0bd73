"""When worries about a child reach the front door: by age, source and season."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import count
from math import exp, log1p, sqrt
from typing import Final

from attrs import field, frozen

from casework.dates import local_moment
from casework.simulation.distributions import Exponential, Lognormal
from casework.simulation.draws import Draws
from casework.simulation.inputs import ADULT
from casework.simulation.place import Contacts, Source
from casework.simulation.population import (
    DAYS_IN_A_YEAR,
    Person,
    ages_of,
    each_age,
)
from casework.simulation.scenario import Scenario

# Nobody rings at night in the model; what is said at night is said in the morning.
FIRST_HOUR: Final = 8
LAST_HOUR: Final = 20


@frozen(kw_only=True)
class Arrivals:
    """How often contacts come, worked out once for a run.

    Parameters
    ----------
    scenario
        The place.
    """

    scenario: Scenario = field(repr=False)
    _by_age: Mapping[int, float] = field(init=False, repr=False)
    _in_term: Mapping[str, float] = field(init=False, repr=False)
    _busiest: float = field(init=False, repr=False)

    @_by_age.default
    def _of_age(self) -> Mapping[int, float]:
        return _around_1(self.scenario)

    @_in_term.default
    def _of_source(self) -> Mapping[str, float]:
        contacts = self.scenario.contacts
        part = _part_in_holidays(contacts)
        return {one.name: _in_term(one, part) for one in contacts.sources}

    def of(self, person: Person) -> Iterator[tuple[datetime, str]]:
        """Give the moment and the source of each contact about a child.

        Contacts are thinned out of those of the busiest day at the busiest age, so
        that a child's luck does not depend on anything but the child.
        """
        luck, zone = person.luck, self.scenario.jurisdiction.zone
        start = self.scenario.span.first
        grown_up = person.reaches(ADULT)
        last = min(self.scenario.span.last, grown_up - timedelta(days=1))
        days = (last - start).days + 1
        often = self._busiest * _own(self.scenario.contacts, luck)
        if often == 0:
            return
        rare = Exponential(1 / often)
        passed = 0.0
        for number in count():
            passed += rare.at(luck.of(f"contact {number}"))
            if passed >= days:
                return
            day = start + timedelta(days=int(passed))
            source = self._source(luck.of(f"source {number}"), day, person)
            if source is not None:
                yield local_moment(_clock(day, passed % 1), zone), source

    @_busiest.default
    def _on_the_busiest_day(self) -> float:
        most = max(self._by_age.values())
        in_term = sum(self._in_term.values())
        in_holidays = sum(
            self._in_term[one.name] * one.in_holidays
            for one in self.scenario.contacts.sources
        )
        a_year = self.scenario.contacts.per_1000 / 1000
        return a_year / DAYS_IN_A_YEAR * most * max(in_term, in_holidays)

    def _source(self, drawn: float, day: date, person: Person) -> str | None:
        """Give the source that a drawn number falls to on a day, if it does to one."""
        contacts = self.scenario.contacts
        if day < person.born:
            return None
        weight = self._by_age[person.age(day)]
        if weight == 0:
            return None
        a_day = contacts.per_1000 / 1000 / DAYS_IN_A_YEAR
        left = drawn * self._busiest / (a_day * weight)
        holiday = any(one.covers(day) for one in contacts.holidays)
        for source in contacts.sources:
            left -= self._in_term[source.name] * (source.in_holidays if holiday else 1)
            if left < 0:
                return source.name
        return None


def _clock(day: date, part: float) -> datetime:
    minutes = int(part * (LAST_HOUR - FIRST_HOUR) * 60)
    opened = datetime.combine(day, datetime.min.time())
    return opened + timedelta(hours=FIRST_HOUR, minutes=minutes)


def _own(contacts: Contacts, luck: Draws) -> float:
    """Draw how much more, or less, often a child's name comes up than another's."""
    spread = sqrt(log1p(contacts.unevenness))
    # A lognormal with mean 1 and the variance that was asked for.
    return Lognormal(median=exp(-(spread**2) / 2), spread=exp(spread)).at(
        luck.of("own rate")
    )


def _around_1(scenario: Scenario) -> Mapping[int, float]:
    """Give the weights of the ages, such that a child of the place has 1 on average."""
    weights = {age: weight for age, _, weight in each_age(scenario.contacts.by_age)}
    parts = ages_of(scenario.population)
    mean = sum(part * weights[age] for age, part in parts.items())
    return {age: weight / mean for age, weight in weights.items()}


def _part_in_holidays(contacts: Contacts) -> float:
    days = [date(2023, 1, 1) + timedelta(n) for n in range(365)]
    return sum(any(one.covers(day) for one in contacts.holidays) for day in days) / 365


def _in_term(source: Source, part: float) -> float:
    """Give a source's weight in term, such that over a year it has its share."""
    return source.share / (1 - part + part * source.in_holidays)
