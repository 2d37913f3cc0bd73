"""What meets, moves or ends a running clock, and the interval that comes next."""

from casework.chronology import Happening
from casework.dates import day_of, is_moment
from casework.events import Event
from casework.evolving import evolve
from casework.law.conditions import On
from casework.law.lengths import Extension
from casework.law.rule import Allowance, Timescale
from casework.timescales.allowances import allowance_due
from casework.timescales.clock import Clock, Due, Ending
from casework.timescales.counting import Beginning, counted, due, starting
from casework.timescales.families import chosen
from casework.timescales.fold import Fold, end_clock
from casework.timescales.limits import beyond_the_extension
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
        and can_be_met(clock, happening)
        and satisfies(event, clock.rule, clock.episode, fold.lineage)
    ]
    if not could:
        return _keep(fold, rule, happening, today)
    nearest = min(could, key=lambda one: distance(event, one.episode, fold.lineage))
    return met(fold, nearest, happening, today)


def met(fold: Fold, clock: Clock, happening: Happening, today: Today) -> Fold:
    """Give the fold with a clock met, and the next interval running."""
    fold = fold.replaced(clock, clock.meet(happening))
    return _next(fold, clock, happening, today) if clock.ended is None else fold


def end(fold: Fold, rule: str, happening: Happening) -> Fold:
    """Let an event end, or release, every clock of a rule that it is in scope of."""
    for clock in fold.clocks:
        if clock.rule.id == rule:
            released = _matches(clock.rule.released_by, happening, clock, fold)
            if released or _matches(clock.rule.ends, happening, clock, fold):
                fold = end_clock(fold, clock, ending(happening, released=released))
    return fold


def move(fold: Fold, rule: str, happening: Happening, today: Today) -> Fold:
    """Let an event move the due day of a running clock of a rule."""
    for clock in fold.clocks:
        if clock.rule.id == rule and clock.running and clock.start is not happening:
            for extension in clock.rule.extended_by:
                may = extension.first is None or clock.index < extension.first
                if may and _any((extension.by,), happening.event, clock, fold.lineage):
                    fold = _moved(fold, clock, extension, happening, today)
    return fold


def satisfies(
    event: Event, rule: Timescale, episode: str | None, lineage: Lineage
) -> bool:
    """Say whether an event would meet a clock of a rule that runs in an episode."""
    return any(
        one.matches(event)
        and in_scope(event, episode, one.scope or rule.scope, lineage)
        for one in rule.met_by
    )


def can_be_met(clock: Clock, happening: Happening) -> bool:
    """Say whether an event can still meet a clock that it fits."""
    # Where either is known only by its day, what comes on the day on which a clock of
    # days ended still counts; of two moments, the earlier came first.
    if clock.met is not None or clock.start is happening:
        return False
    if clock.ended is None:
        return True
    both = is_moment(clock.ended.when) and is_moment(happening.when)
    same_day = clock.ended.day == happening.day
    return same_day and not both and not clock.counts_hours


def ending(happening: Happening, *, released: bool) -> Ending:
    """Say what an event ended."""
    return Ending(
        when=happening.when,
        day=happening.day,
        released=released,
        why=happening.event.name.replace("_", " "),
        by=happening,
    )


def begun(fold: Fold, beginning: Beginning, today: Today) -> Clock:
    """Give a clock that begins to run."""
    rule, episode, cause = beginning.rule, beginning.episode, beginning.cause
    if isinstance(rule, Allowance):
        last = allowance_due(rule, cause, fold, today.setting)
    else:
        last = due(beginning, today)
    return Clock(
        rule=rule,
        index=beginning.index,
        episode=episode,
        occurrence=fold.next_number(rule.id, episode),
        series=beginning.series,
        start=cause,
        starts=starting(beginning),
        due=last,
    )


def _next(fold: Fold, last: Clock, happening: Happening, today: Today) -> Fold:
    # The next interval is governed by the version in force on the day it starts, and
    # in a family belongs to the first rule whose conditions hold that day.
    asked = today.asked(last.episode, last.series)
    version = chosen(last.rule, asked, happening.day)
    if version is None or not version.then:
        return fold
    same = version.id == last.rule.id
    beginning = Beginning(
        rule=version,
        index=last.index + 1 if same else 1,
        episode=last.episode,
        series=last.series,
        cause=happening,
    )
    return fold.numbered(begun(fold, beginning, today))


def _moved(
    fold: Fold, clock: Clock, extension: Extension, happening: Happening, today: Today
) -> Fold:
    fold = beyond_the_extension(fold, clock, extension, happening, today)
    if extension.once and clock.moved_by:
        return fold
    new = _new_due(clock, extension, happening.event, today)
    if new is None or new.when is None:
        return fold
    moved = evolve(clock, due=new, moved_by=(*clock.moved_by, happening))
    return fold.replaced(clock, moved)


def _new_due(
    clock: Clock, extension: Extension, event: Event, today: Today
) -> Due | None:
    setting, length = today.setting, clock.due.length
    if extension.to is not None:
        return evolve(counted(extension.to, clock.starts, setting), length=length)
    if extension.period is not None:
        if clock.due.when is None:
            return None
        new = counted(extension.period, clock.due.when, setting)
    else:
        new = Due(when=getattr(event, "until", None))
    return evolve(_capped(new, extension, clock, today), length=length)


def _capped(new: Due, extension: Extension, clock: Clock, today: Today) -> Due:
    if extension.up_to is None or new.when is None:
        return new
    setting = today.setting
    limit = counted(extension.up_to, clock.starts, setting).when
    if limit is None:
        return new
    later = day_of(new.when, setting.zone) > day_of(limit, setting.zone)
    return evolve(new, when=limit) if later else new


def _keep(fold: Fold, rule: str, happening: Happening, today: Today) -> Fold:
    # Where what came earlier counts, it is kept until a clock starts that it meets.
    versions = today.setting.law.versions(rule)
    wanted = (
        version.before is not False
        and any(one.matches(happening.event) for one in version.met_by)
        for version in versions
    )
    if not any(wanted):
        return fold
    kept = (*fold.kept.get(rule, ()), happening)
    return evolve(fold, kept={**fold.kept, rule: kept})


def _matches(
    conditions: tuple[object, ...], happening: Happening, clock: Clock, fold: Fold
) -> bool:
    events = tuple(one for one in conditions if isinstance(one, On))
    return _any(events, happening.event, clock, fold.lineage)


def _any(
    conditions: tuple[On, ...], event: Event, clock: Clock, lineage: Lineage
) -> bool:
    scope = clock.rule.scope
    return any(
        one.matches(event)
        and in_scope(event, clock.episode, one.scope or scope, lineage)
        for one in conditions
    )
