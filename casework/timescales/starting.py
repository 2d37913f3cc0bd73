"""What starts a clock, what keeps it from starting, and what had met it already."""

from casework.chronology import Happening
from casework.dates import is_moment
from casework.evolving import evolve
from casework.findings import Finding, Severity
from casework.law.conditions import First, Nth, On, Start, While
from casework.law.rule import Again, Timescale
from casework.law.source import InForce
from casework.timescales.clock import Clock
from casework.timescales.counting import due, starting
from casework.timescales.fold import Fold, Setting, end_clock
from casework.timescales.meeting import met, satisfies
from casework.timescales.scope import Lineage, in_scope
from casework.timescales.standing import number_of, stands
from casework.timescales.today import Today


def start(fold: Fold, rule: str, happening: Happening, today: Today) -> Fold:
    """Let an event start a clock of a rule, by the version in force on its day."""
    version = today.setting.law.version(rule, happening.day)
    if version is None:
        return _no_law_yet(fold, rule, happening, today.setting)
    if not version.switched_on or not _is_a_start(fold, version, happening):
        return fold
    fold = _first_has_come(fold, version, happening)
    if _kept_from_starting(fold, version, happening):
        return fold
    running = _running(fold, version, happening, today.lineage)
    if running and version.again is Again.IGNORE:
        return fold
    if running and version.again is Again.RESTART:
        fold = fold.replaced(running, None)
    return _started(fold, version, happening, today)


def _started(fold: Fold, rule: Timescale, happening: Happening, today: Today) -> Fold:
    clock = _new_clock(fold, rule, happening, today.setting)
    fold = fold.numbered(clock)
    over = fold.over or (fold.adult if rule.released_at_18 else None)
    if over is not None:
        fold = end_clock(fold, clock, over)
        clock = fold.clocks[-1]
    already = _met_already(fold, clock, happening, today)
    return met(fold, clock, already, today.setting) if already else fold


def _new_clock(
    fold: Fold, rule: Timescale, happening: Happening, setting: Setting
) -> Clock:
    event = happening.event
    starts = starting(rule, 0, happening)
    return Clock(
        rule=rule,
        index=0,
        episode=event.episode,
        occurrence=fold.next_number(rule.id, event.episode),
        start=happening,
        starts=starts,
        due=due(rule, 0, starts, setting),
        start_unknown=event.start_unknown,
    )


def _met_already(
    fold: Fold, clock: Clock, happening: Happening, today: Today
) -> Happening | None:
    # Where either is known only by its day, what came on the starting day comes after
    # the start, though it stands before it in the order of the day.
    if clock.ended is not None and clock.ended.day < happening.day:
        return None
    used = {one.met for one in fold.clocks if one.rule.id == clock.rule.id}
    for one in today.before(happening):
        timed = is_moment(one.when) and is_moment(happening.when)
        if not timed and one not in used and satisfies(one.event, clock, today.lineage):
            return one
    return None


def _is_a_start(fold: Fold, rule: Timescale, happening: Happening) -> bool:
    return any(_begins(fold, rule, start, happening) for start in rule.starts)


def _begins(fold: Fold, rule: Timescale, start: Start, happening: Happening) -> bool:
    event = happening.event
    if isinstance(start, On):
        return start.matches(event)
    if isinstance(start, Nth):
        return start.of.matches(event) and number_of(fold, start, event) == start.n
    new = (rule.id, event.episode) not in fold.firsts
    return new and any(condition.matches(event) for condition in start.of)


def _first_has_come(fold: Fold, rule: Timescale, happening: Happening) -> Fold:
    if not any(isinstance(start, First) for start in rule.starts):
        return fold
    key = (rule.id, happening.event.episode)
    return evolve(fold, firsts=fold.firsts | {key})


def _kept_from_starting(fold: Fold, rule: Timescale, happening: Happening) -> bool:
    event = happening.event
    return any(
        stands(fold, condition, event)
        if isinstance(condition, While)
        else condition.matches(event)
        for condition in rule.unless
    )


def _running(
    fold: Fold, rule: Timescale, happening: Happening, lineage: Lineage
) -> Clock | None:
    for clock in fold.clocks:
        same = clock.rule.id == rule.id and clock.running
        if same and in_scope(happening.event, clock.episode, rule.scope, lineage):
            return clock
    return None


def _no_law_yet(fold: Fold, rule: str, happening: Happening, setting: Setting) -> Fold:
    version = setting.law.versions(rule)[0]
    event = happening.event
    if isinstance(version.in_force, InForce) or happening.day >= version.in_force:
        return fold
    if not version.switched_on or not _is_a_start(fold, version, happening):
        return fold
    finding = Finding(
        code="law_not_known",
        severity=Severity.NOTE,
        what=(
            f"{event.name} on {happening.day} would start {rule}, "
            f"of which no version before {version.in_force} is known"
        ),
        expected=f"a day from {version.in_force} on, or an overlay with earlier law",
        child=setting.child,
        event=event.id,
    )
    return evolve(fold, findings=(*fold.findings, finding))
