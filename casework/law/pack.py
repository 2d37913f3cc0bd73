"""A law pack: a jurisdiction's rules, version by version, and what touches them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property, partial
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from attrs import evolve, field, frozen

from casework.alike import like
from casework.errors import BadLaw, NotFound
from casework.events import Event
from casework.law.conditions import Nth, On, While
from casework.law.index import (
    ages_of,
    by_time,
    counted_from,
    events_of,
    tests_of,
    whiles_of,
    words_of,
)
from casework.law.rule import Allowance, Timescale
from casework.law.source import InForce
from casework.law.status import StatusTest

Versions: TypeAlias = tuple[Timescale, ...]


def _unchanging(rules: Mapping[str, Versions]) -> Mapping[str, Versions]:
    return MappingProxyType(dict(rules))


@frozen(kw_only=True, slots=False)
class Law:
    """The rules of one jurisdiction.

    Parameters
    ----------
    jurisdiction
        Its name: `jersey` or `england`.
    rules
        The versions of each rule by its id, the earliest first.
    tests
        The status tests: who qualifies for what.
    overlays
        The names of the local overlays that were laid over it.
    without_overlays
        The law as it is shipped, where overlays were laid over it.
    """

    jurisdiction: str
    rules: Mapping[str, Versions] = field(converter=_unchanging, hash=False)
    tests: tuple[StatusTest, ...] = ()
    overlays: tuple[str, ...] = ()
    without_overlays: "Law | None" = field(default=None, repr=False)

    def version(self, rule: str, day: date) -> Timescale | None:
        """Give the version of a rule in force on a day, or None if there is none."""
        found = None
        for version in self.versions(rule):
            if isinstance(version.in_force, InForce) or version.in_force <= day:
                found = version
        return found if found and not (found.until and day > found.until) else None

    def versions(self, rule: str) -> Versions:
        """Give every version of a rule.

        Raises
        ------
        NotFound
            When the law has no rule of that id.
        """
        if rule not in self.rules:
            none = f"the law of {self.jurisdiction} has no rule {rule!r}"
            raise NotFound(f"{none}{like(rule, self.rules)}")
        return self.rules[rule]

    def listed(self) -> tuple[Timescale, ...]:
        """Give every version of every rule, in order."""
        return tuple(one for versions in self.rules.values() for one in versions)

    def in_force_on(self, day: date) -> tuple[Timescale, ...]:
        """Give the version of each rule that is in force on a day."""
        found = (self.version(rule, day) for rule in self.rules)
        return tuple(version for version in found if version is not None)

    def with_rules(self, rules: Iterable[Timescale], overlay: str) -> "Law":
        """Give this law with some rules replaced or added by an overlay."""
        return evolve(
            self,
            rules={**self.rules, **by_id(rules)},
            overlays=(*self.overlays, overlay),
            without_overlays=self.without_overlays or self,
        )

    def shipped(self, rule: str) -> Versions:
        """Give every version of a rule as it was before any overlay changed it.

        A rule that an overlay added is given as it stands.
        """
        law = self.without_overlays
        return law.versions(rule) if law and rule in law.rules else self.versions(rule)

    def __reduce__(self) -> tuple["partial[Law]", tuple[()]]:
        """Pickle and copy the rules; their indexes are made again."""
        law = partial(
            Law,
            jurisdiction=self.jurisdiction,
            rules=dict(self.rules),
            tests=self.tests,
            overlays=self.overlays,
            without_overlays=self.without_overlays,
        )
        return law, ()

    @cached_property
    def touched(self) -> Mapping[type[Event], tuple[str, ...]]:
        """The ids of the rules that an event of each kind may touch."""
        pairs = ((event, one.id) for one in self.listed() for event in events_of(one))
        return _gathered(pairs)

    @cached_property
    def states_of_affairs(self) -> Mapping[type[Event], tuple[While, ...]]:
        """The states of affairs that an event of each kind opens or closes."""
        tests = (test.spells for test in self.tests)
        asked = (state for one in self.listed() for state in whiles_of(one))
        return _gathered(
            (event, state)
            for state in (*asked, *tests)
            for condition in state.touched_by
            for event in condition.events
        )

    @cached_property
    def words(self) -> Mapping[type[Event], tuple[tuple[str, str], ...]]:
        """The fields of each event without whose word a rule cannot begin, and it."""
        listed = self.listed()
        return _gathered(
            (event, (name, one.id)) for one in listed for event, name in words_of(one)
        )

    @cached_property
    def counts(self) -> Mapping[type[Event], tuple[Nth, ...]]:
        """The counted conditions that an event of each kind adds to."""
        starts = (start for one in self.listed() for start in one.starts)
        counted = [start for start in starts if isinstance(start, Nth)]
        return _gathered((event, nth) for nth in counted for event in nth.of.events)

    @cached_property
    def ages(self) -> tuple[int, ...]:
        """The ages at which something may start or end."""
        return tuple(sorted({age for one in self.listed() for age in ages_of(one)}))

    @cached_property
    def families(self) -> Mapping[str, tuple[str, ...]]:
        """The rules of each family, in the order in which they are asked."""
        return _gathered((one.family, one.id) for one in self.listed() if one.family)

    @cached_property
    def origins(self) -> tuple[On, ...]:
        """The earlier events from which a maximum may count."""
        named = (origin for one in self.listed() for origin in counted_from(one))
        return tuple(dict.fromkeys(named))

    @cached_property
    def allowances(self) -> tuple[Allowance, ...]:
        """The rules that allow so many hours in all."""
        return tuple(one for one in self.listed() if isinstance(one, Allowance))

    @cached_property
    def by_time(self) -> tuple[str, ...]:
        """The rules that a day alone may start or end."""
        return tuple(dict.fromkeys(one.id for one in self.listed() if by_time(one)))

    @cached_property
    def every_test(self) -> tuple[StatusTest, ...]:
        """The status tests, those that only rules name too."""
        named = (test for one in self.listed() for test in tests_of(one))
        return tuple(dict.fromkeys((*self.tests, *named)))

    @cached_property
    def watched(self) -> frozenset[While]:
        """The states of affairs whose days a status test counts."""
        return frozenset(test.spells for test in self.every_test)


K = TypeVar("K")
V = TypeVar("V")


def _gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, dict[V, None]] = {}
    for key, value in pairs:
        found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}


def by_id(rules: Iterable[Timescale]) -> dict[str, Versions]:
    """Gather rules into versions by id, the earliest first.

    Raises
    ------
    BadLaw
        When two versions of a rule begin on one day.
    """
    found: dict[str, Versions] = {}
    for rule in rules:
        versions = found.get(rule.id, ())
        if versions and not _later(rule, versions[-1]):
            raise BadLaw(f"rule {rule.id!r} has two versions that begin on one day")
        found[rule.id] = (*versions, rule)
    return found


def last_day_of(version: Timescale, versions: Versions) -> date | None:
    """Give the last day on which a version applies, or None if it still does."""
    later = versions[versions.index(version) + 1 :]
    if later and not isinstance(later[0].in_force, InForce):
        return later[0].in_force - timedelta(days=1)
    return version.until


def _later(rule: Timescale, than: Timescale) -> bool:
    if isinstance(rule.in_force, InForce):
        return False
    return isinstance(than.in_force, InForce) or rule.in_force > than.in_force
