"""How a clock stands on a day: the statuses, in the order in which they are decided."""

from datetime import date

from casework.chronology import Happening
from casework.dates import When, day_of, end_of_day, is_moment
from casework.evolving import evolve
from casework.law.lengths import By
from casework.records import Records
from casework.timescales.clock import TERMS_NOT_KNOWN, Clock
from casework.timescales.counting import in_time, overdue, waits_for
from casework.timescales.deadline import Deadline, Grounds, Status
from casework.timescales.fold import Fold, Setting
from casework.timescales.noting import is_silent
from casework.timescales.scope import same_line


def judge(
    clock: Clock, fold: Fold, setting: Setting, records: Records, as_at: When
) -> Deadline:
    """Say how a clock stands, as at a day (its end) or a moment."""
    by = clock.due.by
    if by is not None:
        others = _others(by, clock, fold)
        clock = evolve(clock, due=waits_for(by, others, setting.zone))
    grounds = _grounds(clock, setting, records, as_at)
    status = _status(grounds, records)
    shown = status is not Status.NOT_RECORDED
    met = clock.met if shown else None
    ended = clock.ended if shown and met is None else None
    interval = clock.interval
    return Deadline(
        child=setting.child,
        jurisdiction=setting.law.jurisdiction,
        episode=clock.episode,
        rule=clock.rule.id,
        occurrence=clock.occurrence,
        title=clock.rule.title,
        starts=clock.starts,
        due=clock.due.when,
        status=status,
        met=_shown(clock, met.when, met.day) if met else None,
        ended=_shown(clock, ended.when, ended.day) if ended else None,
        days_late=_days_late(grounds, status),
        basis=interval.basis or clock.rule.basis,
        authority=interval.authority or clock.rule.authority,
        precision="moment" if _to_the_moment(clock) else "day",
        provisional=clock.due.provisional,
        note=clock.rule.note_on(interval.basis or clock.rule.basis),
        grounds=grounds,
    )


def _others(by: By, clock: Clock, fold: Fold) -> tuple[Clock, ...]:
    # On whose interval it waits: by its number on the same line, and there on the one
    # of its own series, else of its own episode, else on the one that started first.
    near = [
        other
        for other in fold.all_clocks()
        if other.rule.id == by.rule
        and same_line(other.episode, clock.episode, fold.lineage)
    ]
    own = [one for one in near if _same_series(one, clock)]
    series = [one for one in own if one.index + 1 == by.occurrence]
    numbered = [one for one in near if one.occurrence == by.occurrence]
    return tuple(
        sorted(series, key=lambda one: one.occurrence)
        or sorted(
            numbered, key=lambda one: (not _same_place(one, clock), one.start.day)
        )
    )


def _same_series(one: Clock, other: Clock) -> bool:
    return _same_place(one, other) and one.series == other.series


def _same_place(one: Clock, other: Clock) -> bool:
    return one.episode == other.episode


def _grounds(clock: Clock, setting: Setting, records: Records, as_at: When) -> Grounds:
    # Beyond the last day that a source covers, a row is judged as at the end of it.
    zone, until = setting.zone, as_at
    if records.end is not None and day_of(as_at, zone) > records.end:
        until = records.end
    day = day_of(until, zone)
    end = until if is_moment(until) else end_of_day(day, zone)
    return Grounds(clock=clock, setting=setting, asked=as_at, as_at=day, end=end)


def _status(grounds: Grounds, records: Records) -> Status:
    clock, zone = grounds.clock, grounds.setting.zone
    silent = _before_the_source(clock, records, zone) or clock.start_unknown
    unknown = clock.due.code == TERMS_NOT_KNOWN
    if clock.met is not None and not unknown:
        return _met(clock, clock.met, zone, silent=silent)
    silent = silent or unknown
    if silent or is_silent(records, clock.rule):
        return Status.NOT_RECORDED
    if clock.ended is not None:
        return _ended(clock, zone)
    if clock.due.problem:
        return Status.NO_DATE
    if overdue(clock, grounds.as_at, grounds.end, zone):
        return Status.OVERDUE
    return _open(grounds)


def _met(clock: Clock, met: Happening, zone: str, *, silent: bool) -> Status:
    good = in_time(clock, met.when, met.day, zone)
    if clock.due.problem:
        good = not silent
    if clock.start_unknown or (silent and not good):
        return Status.NOT_RECORDED
    return Status.MET if good else Status.MET_LATE


def _ended(clock: Clock, zone: str) -> Status:
    ending = clock.ended
    if ending is None or ending.released:
        return Status.CEASED
    good = in_time(clock, ending.when, ending.day, zone)
    return Status.CEASED if good else Status.MISSED


def _open(grounds: Grounds) -> Status:
    # What fell due after the source's last day, and before what is asked, may have
    # been met since.
    zone, asked = grounds.setting.zone, grounds.asked
    day = day_of(asked, zone)
    end = asked if is_moment(asked) else end_of_day(day, zone)
    passed = overdue(grounds.clock, day, end, zone)
    return Status.NOT_RECORDED if passed else Status.OPEN


def _before_the_source(clock: Clock, records: Records, zone: str) -> bool:
    return records.start is not None and day_of(clock.starts, zone) < records.start


def _days_late(grounds: Grounds, status: Status) -> int:
    due, clock = grounds.clock.due.when, grounds.clock
    if due is None or status in (Status.CEASED, Status.NOT_RECORDED):
        return 0
    last = grounds.as_at
    if clock.met is not None:
        last = clock.met.day
    elif clock.ended is not None:
        last = clock.ended.day
    return max(0, (last - day_of(due, grounds.setting.zone)).days)


def _shown(clock: Clock, when: When, day: date) -> When:
    return when if clock.counts_hours else day


def _to_the_moment(clock: Clock) -> bool:
    return clock.counts_hours and is_moment(clock.starts)
