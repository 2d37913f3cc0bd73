"""Deadlines: the engine that folds a child's events under a law and a calendar."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from casework.chronology import Happening
from casework.dates import When, day_of, end_of_day, is_moment
from casework.findings import Finding, Severity
from casework.records import Records
from casework.timescales.allowances import Used, used_at
from casework.timescales.clock import (
    BIRTH_NOT_KNOWN,
    CALENDAR_NOT_KNOWN,
    NOT_STATED,
    TERMS_NOT_KNOWN,
    Clock,
    Ending,
    event_id,
)
from casework.timescales.day import fold_day
from casework.timescales.deadline import Deadline, Status
from casework.timescales.explanation import Explanation
from casework.timescales.fold import Fold, Setting, begin, births
from casework.timescales.judging import judge
from casework.timescales.noting import is_silent
from casework.timescales.qualifying import Qualifying, derive
from casework.timescales.receipt import Receipt
from casework.timescales.ringing import advance
from casework.timescales.scope import Lineage, Place

__all__ = [
    "Clock",
    "Deadline",
    "Ending",
    "Explanation",
    "Fold",
    "Lineage",
    "Place",
    "Qualifying",
    "Receipt",
    "Setting",
    "Status",
    "Used",
    "advanced",
    "as_it_ended",
    "begin",
    "births",
    "by_day",
    "deadlines",
    "derive",
    "fold_day",
    "fold_days",
    "unfinished",
    "used_at",
    "without_a_date",
]


def by_day(happenings: Iterable[Happening]) -> Iterator[tuple[Happening, ...]]:
    """Gather happenings, which are in order, into days."""
    for _, today in groupby(happenings, key=lambda one: one.day):
        yield tuple(today)


def fold_days(
    fold: Fold, happenings: Iterable[Happening], lineage: Lineage, setting: Setting
) -> Fold:
    """Fold happenings, which are in order, a day at a time."""
    for today in by_day(happenings):
        fold = fold_day(fold, today, lineage, setting)
    return fold


def advanced(fold: Fold, setting: Setting, records: Records, as_at: When) -> Fold:
    """Let time pass up to a day or a moment: the source's last day at most."""
    day = day_of(as_at, setting.zone)
    last = day if records.end is None else min(day, records.end)
    return advance(fold, last, setting)


def deadlines(
    fold: Fold, setting: Setting, records: Records, as_at: When
) -> tuple[Deadline, ...]:
    """Give every deadline as it stands at a day or a moment, by due day."""
    fold = advanced(fold, setting, records, as_at)
    found = (judge(one, fold, setting, records, as_at) for one in fold.all_clocks())
    return tuple(sorted(found, key=lambda one: _by_due(one, setting.zone)))


def as_it_ended(
    fold: Fold, setting: Setting, records: Records, day: date
) -> tuple[Deadline, ...]:
    """Give every deadline as it stood when a day was over: overdue, if due that day."""
    fold = advanced(fold, setting, records, day)
    over = end_of_day(day, setting.zone)
    return tuple(judge(one, fold, setting, records, over) for one in fold.all_clocks())


def unfinished(
    fold: Fold, setting: Setting, records: Records, as_at: When
) -> tuple[Deadline, ...]:
    """Give the deadlines of which something must still come, by due day."""
    fold = advanced(fold, setting, records, as_at)
    judged = (judge(one, fold, setting, records, as_at) for one in fold.clocks)
    found = (one for one in judged if not one.status.finished)
    return tuple(sorted(found, key=lambda one: _by_due(one, setting.zone)))


def without_a_date(found: Iterable[Deadline]) -> Iterator[Finding]:
    """Say which due days cannot be worked out, and why."""
    for deadline in found:
        clock = deadline.grounds.clock
        silent = is_silent(deadline.grounds.setting.records, clock.rule)
        if clock.due.code and not silent:
            yield Finding(
                code=clock.due.code,
                severity=Severity.WARNING,
                what=f"{deadline.rule}: {clock.due.problem}",
                expected=_EXPECTED[clock.due.code],
                child=deadline.child,
                event=event_id(clock.start),
            )


_EXPECTED = {
    BIRTH_NOT_KNOWN: "the date of birth, on which the length depends",
    CALENDAR_NOT_KNOWN: "a day within the calendar's range",
    TERMS_NOT_KNOWN: "school terms, which the host supplies",
    NOT_STATED: "the day until which it runs",
}


def _by_due(deadline: Deadline, zone: str) -> tuple[object, ...]:
    # A day is due at its end, after any moment of it; what has no due day comes last.
    due = deadline.due
    named = (deadline.rule, deadline.episode or "", deadline.occurrence)
    if due is None:
        return (True, *named)
    last = due if is_moment(due) else end_of_day(due, zone)
    return (False, day_of(due, zone), last, *named)
