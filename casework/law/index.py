"""What touches a rule: the events, ages and states of affairs that it looks at."""

from collections.abc import Iterable, Iterator

from casework.events import Event
from casework.law.conditions import First, Nth, On, While
from casework.law.lengths import Choose, UntilField
from casework.law.rule import Allowance, Timescale
from casework.law.status import StatusTest
from casework.law.times import (
    After,
    Birthday,
    Condition,
    EachTerm,
    Given,
    Not,
    Qualifies,
    Start,
)


def events_of(rule: Timescale) -> set[type[Event]]:
    """Give the kinds of event that may start, meet, move or end a clock of a rule."""
    found = [*rule.met_by, *rule.anew_on, *(one.by for one in rule.extended_by)]
    found += [one for one in (*rule.ends, *rule.released_by) if isinstance(one, On)]
    for start in rule.starts:
        found += starting_events(start)
    if isinstance(rule, Allowance):
        found += rule.forgotten_after
    return {event for condition in found for event in condition.events}


def starting_events(start: Start) -> tuple[On, ...]:
    """Give the events that a starting condition looks for."""
    match start:
        case On():
            return (start,)
        case First():
            return start.of
        case Nth() | Given() | After():
            return (start.of,)
        case EachTerm():
            return start.during.opened_by
        case _:
            return ()


def whiles_of(rule: Timescale) -> Iterator[While]:
    """Give the states of affairs that a rule asks about."""
    yield from (one for one in rule.unless if isinstance(one, While))
    for start in rule.starts:
        yield from _whiles_of_start(start)
    yield from _whiles(rule.when)
    for ending in (*rule.ends, *rule.released_by):
        if isinstance(ending, Birthday):
            yield from _whiles(ending.conditions)
    for index in range(len(rule.then) + 1):
        within = rule.interval(index).within
        if isinstance(within, Choose):
            yield from _whiles(one for one, _ in within.options if one is not None)


def tests_of(rule: Timescale) -> Iterator[StatusTest]:
    """Give the status tests that start a clock of a rule."""
    for start in rule.starts:
        if isinstance(start, Qualifies):
            yield start.test


def ages_of(rule: Timescale) -> Iterator[int]:
    """Give the ages at which a clock of a rule may start or end."""
    for one in (*rule.starts, *rule.ends, *rule.released_by):
        if isinstance(one, Birthday):
            yield one.age


def by_time(rule: Timescale) -> bool:
    """Say whether a day alone, without an event, may start or end a clock of a rule."""
    timed = (Birthday, EachTerm, After, Qualifies)
    return any(
        isinstance(one, timed) for one in (*rule.starts, *rule.ends, *rule.released_by)
    )


def counted_from(rule: Timescale) -> Iterator[On]:
    """Give the earlier events from which a maximum of a rule may count."""
    for index in range(len(rule.then) + 1):
        within = rule.interval(index).within
        if isinstance(within, UntilField):
            yield from (one.counted_from for one in within.at_most if one.counted_from)


def _whiles_of_start(start: Start) -> Iterator[While]:
    match start:
        case Nth():
            yield start.within
        case Given() | Birthday():
            yield from _whiles(start.conditions)
        case EachTerm():
            yield start.during
            yield from _whiles(start.conditions)
        case Qualifies():
            yield start.test.spells


def _whiles(conditions: Iterable[Condition]) -> Iterator[While]:
    for condition in conditions:
        if isinstance(condition, While):
            yield condition
        elif isinstance(condition, Not):
            yield from _whiles((condition.of,))
