"""The sentences of an explanation: each part of the sum, in words."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from casework.calendars import LeftOut
from casework.chronology import Happening, known_from
from casework.dates import day_of, is_moment
from casework.law.lengths import Within
from casework.law.source import Basis
from casework.periods import Period, Unit
from casework.timescales.clock import Clock, told
from casework.timescales.deadline import Deadline, Status
from casework.words import plural, spoken

_BASIS: Final = {
    Basis.VERIFIED: "read in the source, or in several that quote it alike",
    Basis.REPORTED: "somebody says that it is done so",
    Basis.ADOPTED: "another place's number",
    Basis.UNCONFIRMED: "not confirmed",
}


def start(deadline: Deadline, clock: Clock) -> Iterator[str]:
    """Say what started the clock."""
    when = spoken(deadline.starts, deadline.grounds.setting.zone)
    at = "at" if is_moment(deadline.starts) else "on"
    yield f"The clock started {at} {when}: {told(clock.start)}."
    if clock.start_unknown:
        yield "The source does not say that the episode began then."


def count(
    deadline: Deadline, clock: Clock, left_out: tuple[LeftOut, ...]
) -> Iterator[str]:
    """Say how long it runs, and which days were not counted."""
    within, length = clock.interval.within, clock.due.length
    if within is None:
        yield "The law gives no number: as soon as possible."
        return
    yield _given(within, length)
    yield from clock.due.steps
    if left_out:
        yield f"Left out: {_summary(left_out)}."
    if length is not None and length.unit is Unit.WORKING_DAYS:
        calendar = deadline.grounds.setting.calendar
        yield (
            f"Working days are those of the calendar {calendar.name} "
            f"({calendar.version}), known from {calendar.first} to {calendar.last}."
        )
        if calendar.assumption:
            yield calendar.assumption


def _given(within: Within, length: Period | None) -> str:
    if length is None:
        return f"The rule says: {within}."
    if within == length:
        return f"The rule gives {length}. {_how(length)}"
    return f"The rule gives {within}; here {length}. {_how(length)}"


def _how(within: Period) -> str:
    if within.is_hours:
        return "Hours are counted as they elapse, through clock changes."
    if within.inclusive:
        return "The starting day is day 1."
    if within.unit in (Unit.MONTHS, Unit.YEARS):
        return "It ends on the corresponding date, or the last day of that month."
    return "The starting day is day 0."


def left_out_of(deadline: Deadline) -> tuple[LeftOut, ...]:
    """Give the days that were not counted, and why."""
    clock, setting = deadline.grounds.clock, deadline.grounds.setting
    length, due = clock.due.length, clock.due.when
    if length is None or due is None or length.unit is not Unit.WORKING_DAYS:
        return ()
    starts = day_of(clock.starts, setting.zone)
    after = starts - timedelta(days=1) if length.inclusive else starts
    return setting.calendar.left_out(after, day_of(due, setting.zone))


def _summary(left_out: tuple[LeftOut, ...]) -> str:
    weekends = [one for one in left_out if _is_weekend(one)]
    said = [plural(len(weekends), "Saturday-Sunday run")] if weekends else []
    said += [
        f"{one.why} ({spoken(one.first, 'UTC')})"
        for one in left_out
        if not _is_weekend(one)
    ]
    return ", ".join(said)


def _is_weekend(one: LeftOut) -> bool:
    saturday = 5
    return one.first.weekday() >= saturday


def due(deadline: Deadline, clock: Clock) -> Iterator[str]:
    """Say when it is due, and what moved that."""
    for happening in clock.moved_by:
        yield f"{told(happening)} moved the due day.".capitalize()
    if clock.due.problem:
        yield f"The due day cannot be worked out: {clock.due.problem}"
    if deadline.due is not None:
        at = "at" if is_moment(deadline.due) else "on"
        yield f"Due {at} {spoken(deadline.due, deadline.grounds.setting.zone)}."
    if is_moment(deadline.due or deadline.starts) and deadline.precision == "day":
        yield "The start is known only by its day; it is judged so."
    if deadline.provisional:
        last = deadline.grounds.setting.calendar.last_proclaimed
        yield f"Provisional: the holidays after {last} are not yet proclaimed."


def outcome(deadline: Deadline) -> str:
    """Say what became of it."""
    zone, clock = deadline.grounds.setting.zone, deadline.grounds.clock
    late = f", {plural(deadline.days_late, 'day')} late" if deadline.days_late else ""
    as_at = spoken(deadline.grounds.as_at, zone)
    if deadline.met is not None and clock.met is not None:
        when = spoken(deadline.met, zone)
        return f"Status {deadline.status}: {told(clock.met)}, {when}{late}."
    if deadline.ended is not None and clock.ended is not None:
        by = f" ({clock.ended.by.event.id})" if clock.ended.by else ""
        how = "the duty fell away" if clock.ended.released else "the clock ended"
        when = spoken(deadline.ended, zone)
        return f"Status {deadline.status}: {how}, {clock.ended.why}{by}, {when}{late}."
    return f"Status {deadline.status} as at {as_at}{late}{_why(deadline)}."


def _why(deadline: Deadline) -> str:
    if deadline.status is not Status.NOT_RECORDED:
        return ""
    return ": the source does not record what would say whether it was done in time"


def known(deadline: Deadline, clock: Clock) -> Iterator[str]:
    """Say which of its facts were written down late."""
    zone = deadline.grounds.setting.zone
    shown = clock.met if deadline.met is not None else None
    for happening in (clock.start, shown):
        if isinstance(happening, Happening) and happening.event.recorded is not None:
            known = day_of(known_from(happening.event, zone), zone)
            days = (known - happening.day).days
            if days > 0:
                after = plural(days, "day")
                yield f"{told(happening)} was recorded {after} after it happened."


def source(deadline: Deadline, clock: Clock) -> Iterator[str]:
    """Say on what it rests."""
    interval, rule = clock.interval, clock.rule
    citation = interval.citation or rule.citation
    yield f"Words: {interval.words}."
    remark = f"; {citation.remark}" if citation.remark else ""
    yield (
        f"Source: {citation} ({deadline.authority.replace('_', ' ')}{remark}), "
        f"{citation.url or 'no link'}, read {citation.read}. "
        f"In force: {rule.in_force_words()}."
    )
    yield f"Basis: {deadline.basis}, {_BASIS[deadline.basis]}."
    if rule.adopted_from and deadline.basis is Basis.ADOPTED:
        strength = rule.adopted_from.authority.replace("_", " ")
        yield f"Adopted from {rule.adopted_from.rule} ({strength} there)."
    if deadline.note:
        yield f"Note: {deadline.note}."
