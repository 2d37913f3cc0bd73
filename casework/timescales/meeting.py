"""What meets a running clock, what ends it, and the interval that comes next."""

from casework.chronology import Happening
from casework.events import Event
from casework.law.conditions import On, Scope
from casework.timescales.clock import Clock, Ending
from casework.timescales.counting import due, starting
from casework.timescales.fold import Fold, Setting, end_clock
from casework.timescales.scope import Lineage, distance, in_scope
from casework.timescales.today import Today


def meet(fold: Fold, rule: str, happening: Happening, today: Today) -> Fold:
    """Let an event meet a clock of a rule.

    One event meets one occurrence: that of its own episode, else of the nearest
    ancestor, else the one that started first.
    """
    event = happening.event
    could = [
        clock
        for clock in fold.clocks
        if clock.rule.id == rule
        and _can_be_met(clock, happening)
        and satisfies(event, clock, today.lineage)
    ]
    if not could:
        return fold
    nearest = min(could, key=lambda one: distance(event, one.episode, today.lineage))
    return met(fold, nearest, happening, today.setting)


def end(fold: Fold, rule: str, happening: Happening, today: Today) -> Fold:
    """Let an event end, or release, every clock of a rule that it is in scope of."""
    for clock in fold.clocks:
        if clock.rule.id == rule:
            released = _matches(clock.rule.released_by, happening, clock, today)
            if released or _matches(clock.rule.ends, happening, clock, today):
                fold = end_clock(fold, clock, _ending(happening, released=released))
    return fold


def satisfies(event: Event, clock: Clock, lineage: Lineage) -> bool:
    """Say whether an event is one that meets the clock's rule, and in its scope."""
    rule = clock.rule
    return _any(rule.met_by, event, clock.episode, rule.scope, lineage)


def met(fold: Fold, clock: Clock, happening: Happening, setting: Setting) -> Fold:
    """Give the fold with a clock met, and the next interval running."""
    fold = fold.replaced(clock, clock.meet(happening))
    goes_on = clock.rule.then and clock.ended is None
    return _next(fold, clock, happening, setting) if goes_on else fold


def _next(fold: Fold, last: Clock, happening: Happening, setting: Setting) -> Fold:
    # The next interval is governed by the version in force on the day it starts.
    version = setting.law.version(last.rule.id, happening.day)
    if version is None or not version.then:
        return fold
    index = last.index + 1
    starts = starting(version, index, happening)
    return fold.numbered(
        Clock(
            rule=version,
            index=index,
            episode=last.episode,
            occurrence=fold.next_number(version.id, last.episode),
            start=happening,
            starts=starts,
            due=due(version, index, starts, setting),
        )
    )


def _can_be_met(clock: Clock, happening: Happening) -> bool:
    # Days are counted whole: what comes later on the day the clock ended still counts.
    if clock.met is not None or clock.start is happening:
        return False
    if clock.ended is None:
        return True
    return not clock.counts_hours and clock.ended.day == happening.day


def _ending(happening: Happening, *, released: bool) -> Ending:
    return Ending(
        when=happening.when,
        day=happening.day,
        released=released,
        why=happening.event.name.replace("_", " "),
        by=happening,
    )


def _matches(
    conditions: tuple[On, ...], happening: Happening, clock: Clock, today: Today
) -> bool:
    event, scope = happening.event, clock.rule.scope
    return _any(conditions, event, clock.episode, scope, today.lineage)


def _any(
    conditions: tuple[On, ...],
    event: Event,
    episode: str | None,
    scope: Scope,
    lineage: Lineage,
) -> bool:
    return any(
        condition.matches(event)
        and in_scope(event, episode, condition.scope or scope, lineage)
        for condition in conditions
    )
