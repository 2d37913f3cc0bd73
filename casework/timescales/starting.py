"""What starts a clock, what keeps it from starting, and what had met it already."""

from casework.chronology import Happening
from casework.dates import is_moment
from casework.events import Event
from casework.evolving import evolve
from casework.law.conditions import First, Nth, On, While
from casework.law.index import starting_events
from casework.law.rule import Again, Timescale
from casework.law.times import After, EachTerm, Given, Start
from casework.periods import Period
from casework.timescales.clock import Cause, Clock
from casework.timescales.counting import Beginning
from casework.timescales.families import chosen
from casework.timescales.fold import Alarm, Fold, end_clock
from casework.timescales.holding import Asked, all_hold, holds, stands_in
from casework.timescales.limits import beyond_the_maximum
from casework.timescales.meeting import begun, can_be_met, ending, met, satisfies
from casework.timescales.noting import law_not_known
from casework.timescales.scope import in_scope
from casework.timescales.standing import number_of
from casework.timescales.terms import set_term_alarm
from casework.timescales.today import Today


def start(fold: Fold, rule: str, happening: Happening, today: Today) -> Fold:
    """Let an event start a clock of a rule, by the version in force on its day."""
    version = today.setting.law.version(rule, happening.day)
    if version is None:
        first = today.setting.law.versions(rule)[0]
        if not _is_a_start(fold, first, happening, today):
            return fold
        # It has come, and what comes when the law is known is the second.
        fold = _first_has_come(fold, first, happening)
        return law_not_known(fold, first, happening, today.setting)
    if not version.switched_on:
        return fold
    fold = _later(fold, version, happening, today)
    if not _is_a_start(fold, version, happening, today):
        return fold
    fold = _first_has_come(fold, version, happening)
    return start_from(fold, version, happening, happening.event.episode, today)


def start_from(
    fold: Fold, rule: Timescale, cause: Cause, episode: str | None, today: Today
) -> Fold:
    """Start a clock of a rule in an episode, unless one runs that will do."""
    if chosen(rule, today.asked(episode, cause.day), cause.day) is not rule:
        return fold
    if _kept_from_starting(fold, rule, cause, episode, today):
        return fold
    running = _running(fold, rule, cause, episode)
    if running and (rule.again is Again.IGNORE or rule.family):
        return fold
    if running and rule.again is Again.RESTART:
        fold = fold.replaced(running, None)
    beginning = Beginning(
        rule=rule, index=0, episode=episode, series=cause.day, cause=cause
    )
    return _started(fold, beginning, today)


def start_anew(fold: Fold, rule: str, happening: Happening, today: Today) -> Fold:
    """Let an order release what runs of a family, and start this rule's own."""
    version = today.setting.law.version(rule, happening.day)
    if version is None or not version.switched_on or not version.anew_on:
        return fold
    for clock in fold.clocks:
        if _gives_way(fold, clock, version, happening, today):
            fold = end_clock(fold, clock, ending(happening, released=True))
            beginning = Beginning(
                rule=version,
                index=0,
                episode=clock.episode,
                series=clock.series,
                cause=happening,
            )
            fold = _started(fold, beginning, today)
    return fold


def _gives_way(
    fold: Fold, clock: Clock, version: Timescale, happening: Happening, today: Today
) -> bool:
    same_day = clock.rule is version and clock.start.day == happening.day
    if clock.rule.family != version.family or not clock.running or same_day:
        return False
    event = happening.event
    near = any(
        one.matches(event)
        and in_scope(event, clock.episode, one.scope or version.scope, fold.lineage)
        for one in version.anew_on
    )
    return near and all_hold(version.when, today.asked(clock.episode, clock.series))


def _started(fold: Fold, beginning: Beginning, today: Today) -> Fold:
    rule, cause = beginning.rule, beginning.cause
    clock = begun(fold, beginning, today)
    if isinstance(cause, Happening):
        clock = evolve(clock, start_unknown=cause.event.start_unknown)
        fold = beyond_the_maximum(fold, beginning, cause, today)
    fold = fold.numbered(clock)
    over = fold.over or (fold.adult if rule.released_at_18 else None)
    if over is not None:
        fold = end_clock(fold, clock, over)
        clock = fold.clocks[-1]
    already = _met_already(fold, clock, today)
    if already is None:
        return fold
    return met(_taken(fold, rule.id, already), clock, already, today)


def _met_already(fold: Fold, clock: Clock, today: Today) -> Happening | None:
    # Where either is known only by its day, what came on the starting day comes after
    # the start, though it stands before it in the order of the day.
    if clock.ended is not None and clock.ended.day < clock.start.day:
        return None
    used = {one.met for one in fold.clocks if one.rule.id == clock.rule.id}
    near = [*_kept(fold, clock, today), *_same_day(clock, today)]
    for one in near:
        wanted = satisfies(one.event, clock.rule, clock.episode, fold.lineage)
        if wanted and one not in used:
            return one
    return None


def _same_day(clock: Clock, today: Today) -> list[Happening]:
    start, earlier = clock.start, today.so_far
    if isinstance(start, Happening):
        earlier = tuple(
            one
            for one in today.before(start)
            if not (is_moment(one.when) and is_moment(start.when))
        )
    return [one for one in earlier if can_be_met(clock, one)]


def _kept(fold: Fold, clock: Clock, today: Today) -> list[Happening]:
    before, kept = clock.rule.before, fold.kept.get(clock.rule.id, ())
    if isinstance(before, Period):
        calendar, day = today.setting.calendar, clock.start.day
        return [one for one in kept if before.due_day(one.day, calendar) >= day]
    return list(kept) if before is True else []


def _taken(fold: Fold, rule: str, happening: Happening) -> Fold:
    kept = tuple(one for one in fold.kept.get(rule, ()) if one is not happening)
    return evolve(fold, kept={**fold.kept, rule: kept})


def _is_a_start(
    fold: Fold, rule: Timescale, happening: Happening, today: Today
) -> bool:
    return any(_begins(fold, rule, one, happening, today) for one in rule.starts)


def _begins(
    fold: Fold, rule: Timescale, start: Start, happening: Happening, today: Today
) -> bool:
    event = happening.event
    match start:
        case On():
            return start.matches(event)
        case First():
            new = (rule.id, event.episode) not in fold.firsts
            return new and any(one.matches(event) for one in start.of)
        case Nth():
            number = number_of(fold, start, happening, today.setting)
            return start.of.matches(event) and number == start.n
        case Given():
            asked = today.asked(event.episode, happening.day)
            return start.of.matches(event) and all_hold(start.conditions, asked)
        case _:
            return False


def _later(fold: Fold, rule: Timescale, happening: Happening, today: Today) -> Fold:
    # What an event starts on a later day rings then.
    for one in rule.starts:
        if not any(on.matches(happening.event) for on in starting_events(one)):
            continue
        if isinstance(one, After):
            fold = fold.alarmed(_alarm(rule, one, happening, today))
        elif isinstance(one, EachTerm):
            # What stands already brings no second review of the term.
            day, episode = happening.day, happening.event.episode
            if not stands_in(one.during, episode, fold):
                setting = today.setting
                fold = set_term_alarm(fold, rule, episode or "", day, setting)
    return fold


def _alarm(rule: Timescale, start: After, happening: Happening, today: Today) -> Alarm:
    return Alarm(
        day=start.period.due_day(happening.day, today.setting.calendar),
        rule=rule.id,
        episode=happening.event.episode or "",
        why=f"{start.period} after {happening.event.name.replace('_', ' ')}",
    )


def _first_has_come(fold: Fold, rule: Timescale, happening: Happening) -> Fold:
    event = happening.event
    firsts = [start for start in rule.starts if isinstance(start, First)]
    if not any(one.matches(event) for start in firsts for one in start.of):
        return fold
    key = (rule.id, event.episode)
    return evolve(fold, firsts=fold.firsts | {key})


def _kept_from_starting(
    fold: Fold, rule: Timescale, cause: Cause, episode: str | None, today: Today
) -> bool:
    # Asked at the event's place in the order, and not at the end of its day: a plan
    # that starts after a discussion does not undo it.
    asked = Asked(
        fold=fold,
        setting=today.setting,
        day=cause.day,
        episode=episode,
        series=cause.day,
    )
    return any(
        holds(one, asked)
        if isinstance(one, While)
        else isinstance(cause, Happening) and one.matches(cause.event)
        for one in rule.unless
    )


def _running(
    fold: Fold, rule: Timescale, cause: Cause, episode: str | None
) -> Clock | None:
    event = cause.event if isinstance(cause, Happening) else None
    for clock in fold.clocks:
        family = rule.family is not None and clock.rule.family == rule.family
        same = clock.running and (clock.rule.id == rule.id or family)
        if same and (clock.episode == episode or _seen(event, clock, rule, fold)):
            return clock
    return None


def _seen(event: Event | None, clock: Clock, rule: Timescale, fold: Fold) -> bool:
    if event is None or rule.family is not None:
        return False
    return in_scope(event, clock.episode, rule.scope, fold.lineage)
