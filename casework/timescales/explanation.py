"""The sum in words: from the start of a clock to what became of it, and its source."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Final

from attrs import frozen

from casework.calendars import LeftOut
from casework.chronology import Happening, known_from
from casework.dates import day_of, is_moment, iso
from casework.law.source import Basis
from casework.periods import Period, Unit
from casework.timescales.clock import Clock
from casework.timescales.deadline import Deadline, Status
from casework.timescales.receipt import Receipt, receipt
from casework.words import plural, spoken

_BASIS: Final = {
    Basis.VERIFIED: "the source was read",
    Basis.REPORTED: "somebody says that it is done so",
    Basis.ADOPTED: "another place's number",
    Basis.UNCONFIRMED: "not confirmed",
}


@frozen(kw_only=True)
class Explanation:
    """Why a deadline is what it is.

    Parameters
    ----------
    deadline
        The deadline that is explained.
    steps
        The sum, a sentence a step.
    left_out
        The days that were not counted, and why.
    receipt
        From what the same answer can be computed again.
    """

    deadline: Deadline
    steps: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    receipt: Receipt

    @property
    def text(self) -> str:
        """The whole for people, with the title, a line a step, and the receipt."""
        head = f"{self.deadline.title} ({self.deadline.rule})"
        steps = [f"  {number}. {step}" for number, step in enumerate(self.steps, 1)]
        return "\n".join([head, *steps, f"  Receipt: {self.receipt}"])

    def as_json(self) -> Mapping[str, object]:
        """Give it as plain values, ready for JSON."""
        return {
            "deadline": self.deadline.as_row(),
            "steps": list(self.steps),
            "left_out": [
                {"from": iso(one.first), "to": iso(one.last), "why": one.why}
                for one in self.left_out
            ],
            "receipt": self.receipt.as_json(),
        }


def explain(deadline: Deadline) -> Explanation:
    """Explain a deadline: its start, its count, its end, and its source."""
    clock = deadline.grounds.clock
    left_out = _left_out(deadline)
    steps = (
        *_start(deadline, clock),
        *_count(deadline, clock, left_out),
        *_due(deadline, clock),
        _outcome(deadline),
        *_known(deadline, clock),
        *_source(deadline, clock),
    )
    return Explanation(
        deadline=deadline, steps=steps, left_out=left_out, receipt=receipt(deadline)
    )


def _event(happening: Happening) -> str:
    return f"{happening.event.name.replace('_', ' ')} ({happening.event.id})"


def _start(deadline: Deadline, clock: Clock) -> Iterator[str]:
    when = spoken(deadline.starts, deadline.grounds.setting.zone)
    at = "at" if is_moment(deadline.starts) else "on"
    yield f"The clock started {at} {when}: {_event(clock.start)}."
    if clock.start_unknown:
        yield "The source does not say that the episode began then."


def _count(
    deadline: Deadline, clock: Clock, left_out: tuple[LeftOut, ...]
) -> Iterator[str]:
    within = clock.interval.within
    if within is None:
        yield "The law gives no number: as soon as possible."
        return
    yield f"The rule gives {within}. {_how(within)}"
    if left_out:
        yield f"Left out: {_summary(left_out)}."
    if within.unit is Unit.WORKING_DAYS:
        calendar = deadline.grounds.setting.calendar
        yield (
            f"Working days are those of the calendar {calendar.name} "
            f"({calendar.version}), known from {calendar.first} to {calendar.last}."
        )


def _how(within: Period) -> str:
    if within.is_hours:
        return "Hours are counted as they elapse, through clock changes."
    if within.inclusive:
        return "The starting day is day 1."
    if within.unit in (Unit.MONTHS, Unit.YEARS):
        return "It ends on the corresponding date, or the last day of that month."
    return "The starting day is day 0."


def _left_out(deadline: Deadline) -> tuple[LeftOut, ...]:
    clock, setting = deadline.grounds.clock, deadline.grounds.setting
    within, due = clock.interval.within, clock.due.when
    if within is None or due is None or within.unit is not Unit.WORKING_DAYS:
        return ()
    starts = day_of(clock.starts, setting.zone)
    after = starts - timedelta(days=1) if within.inclusive else starts
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


def _due(deadline: Deadline, clock: Clock) -> Iterator[str]:
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


def _outcome(deadline: Deadline) -> str:
    zone, clock = deadline.grounds.setting.zone, deadline.grounds.clock
    late = f", {plural(deadline.days_late, 'day')} late" if deadline.days_late else ""
    as_at = spoken(deadline.grounds.as_at, zone)
    if deadline.met is not None and clock.met is not None:
        when = spoken(deadline.met, zone)
        return f"Status {deadline.status}: {_event(clock.met)}, {when}{late}."
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


def _known(deadline: Deadline, clock: Clock) -> Iterator[str]:
    zone = deadline.grounds.setting.zone
    shown = clock.met if deadline.met is not None else None
    for happening in (clock.start, shown):
        if happening is not None and happening.event.recorded is not None:
            known = day_of(known_from(happening.event, zone), zone)
            days = (known - happening.day).days
            if days > 0:
                after = plural(days, "day")
                yield f"{_event(happening)} was recorded {after} after it happened."


def _source(deadline: Deadline, clock: Clock) -> Iterator[str]:
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
