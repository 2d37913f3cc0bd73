"""What touches a rule: the events, ages and states of affairs that it looks at."""

from collections.abc import Iterable, Iterator

from casework.events import Event
from casework.law.conditions import First, Nth, On, While
from casework.law.lengths import Choose, UntilField
from casework.law.rule import Allowance, Timescale
from casework.law.status import StatusTest
from casework.law.times import (
    After,
    AllOf,
    AnyOf,
    Birthday,
    Condition,
    EachTerm,
    Given,
    Not,
    Qualifies,
    Reached,
    Start,
)


def events_of(rule: Timescale) -> set[type[Event]]:
    """Give the kinds of event that may start, meet, move or end a clock of a rule."""
    return {event for condition in happenings_of(rule) for event in condition.events}


def happenings_of(rule: Timescale) -> tuple[On, ...]:
    """Give what may start, meet, move or end a clock of a rule, with its words."""
    found = [*rule.met_by, *rule.anew_on, *(one.by for one in rule.extended_by)]
    found += [one for one in (*rule.ends, *rule.released_by) if isinstance(one, On)]
    for start in rule.starts:
        found += starting_events(start)
    if isinstance(rule, Allowance):
        found += rule.forgotten_after
    return tuple(found)


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


def words_of(rule: Timescale) -> Iterator[tuple[type[Event], str]]:
    """Give the fields that must say a word before a rule can begin by an event."""
    for start in rule.starts:
        for one in (*starting_events(start), *_openers(start)):
            for name, words in one.where:
                # A flag that is not said is not set.
                if True not in words:
                    yield from ((event, name) for event in one.events)


def _openers(start: Start) -> Iterator[On]:
    conditions = start.conditions if isinstance(start, Given) else ()
    for condition in conditions:
        if isinstance(condition, While):
            yield from condition.opened_by


def whiles_of(rule: Timescale) -> Iterator[While]:
    """Give the states of affairs that a rule asks about."""
    yield from (one for one in rule.unless if isinstance(one, While))
    for start in rule.starts:
        if isinstance(start, Nth):
            yield start.within
        elif isinstance(start, EachTerm):
            yield start.during
    for condition in conditions_of(rule):
        if isinstance(condition, While):
            yield condition
        elif isinstance(condition, Qualifies):
            yield condition.test.spells


def conditions_of(rule: Timescale) -> Iterator[Condition]:
    """Give every condition that a rule asks, wherever it asks it."""
    yield from _inner(rule.when)
    for one in (*rule.starts, *rule.ends, *rule.released_by):
        if isinstance(one, Qualifies):
            yield one
        elif isinstance(one, Given | Birthday | EachTerm):
            yield from _inner(one.conditions)
    for interval in rule.intervals:
        if isinstance(interval.within, Choose):
            options = interval.within.options
            yield from _inner(one for one, _ in options if one is not None)


def tests_of(rule: Timescale) -> Iterator[StatusTest]:
    """Give the status tests that a rule asks about."""
    for condition in conditions_of(rule):
        if isinstance(condition, Qualifies):
            yield condition.test


def ages_of(rule: Timescale) -> Iterator[int]:
    """Give the ages at which a clock of a rule may start or end."""
    for one in (*rule.starts, *rule.ends, *rule.released_by):
        if isinstance(one, Birthday):
            yield one.age
        elif isinstance(one, EachTerm):
            yield from (x.age for x in one.conditions if isinstance(x, Reached))


def by_time(rule: Timescale) -> bool:
    """Say whether a day alone, without an event, may start or end a clock of a rule."""
    timed = (Birthday, EachTerm, After, Qualifies)
    return any(
        isinstance(one, timed) for one in (*rule.starts, *rule.ends, *rule.released_by)
    )


def counted_from(rule: Timescale) -> Iterator[On]:
    """Give the earlier events from which a maximum of a rule may count."""
    for interval in rule.intervals:
        if isinstance(interval.within, UntilField):
            maxima = interval.within.at_most
            yield from (one.counted_from for one in maxima if one.counted_from)


def _inner(conditions: Iterable[Condition]) -> Iterator[Condition]:
    for condition in conditions:
        yield condition
        if isinstance(condition, Not):
            yield from _inner((condition.of,))
        elif isinstance(condition, AnyOf | AllOf):
            yield from _inner(condition.of)
