"""Whether things were done in time: three figures for every rule with a due day.

*Published* looks at what was done in the period, and how much of it in time, as the
Department for Education does. *Compliance* looks at what fell due in the period, done
or not. *In date* looks at the children on the last day: who has nothing overdue?
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final, TypeAlias

from attrs import frozen

from casework.dates import day_of
from casework.law.pack import Law
from casework.reporting.case import Case
from casework.reporting.evening import Evening
from casework.reporting.measure import (
    IN,
    OUT,
    Counted,
    Counts,
    Found,
    Measure,
    Unit,
)
from casework.reporting.measures.sources import DFE_CIN, HERE
from casework.reporting.measures.telling import spaced
from casework.timescales import Deadline, Status

PROVISIONAL: Final = "counted with holidays that are not yet proclaimed"
LATE: Final = (Status.MET_LATE, Status.OVERDUE, Status.MISSED)
DONE: Final = (Status.MET, Status.MET_LATE)
CEASED: Final = spaced(Status.CEASED)
STILL_OPEN: Final = spaced(Status.OPEN)
LEFT_OUT: Final = (
    "what ceased, is open still, or is not recorded by the source; what has no due day"
)

ToCase: TypeAlias = Callable[[Case], Iterable[Deadline]]
ToEvening: TypeAlias = Callable[[Evening], Iterable[Deadline]]


def published(case: Case, rows: ToCase) -> Iterator[Found]:
    """Count what was done in the days of the report, and what of it in time."""
    for one in rows(case):
        if one.status in DONE and one.met is not None and one.due is not None:
            day = day_of(one.met, case.zone)
            if day in case.span:
                yield day, judged(one)


def compliance(case: Case, rows: ToCase) -> Iterator[Found]:
    """Count what fell due in the days of the report, and what of it was met."""
    for one in rows(case):
        day = None if one.due is None else day_of(one.due, case.zone)
        if day is not None and day in case.span:
            yield day, judged(one)


def judged(deadline: Deadline) -> Counted:
    """Count a deadline: met or not, late by how many days, or left out."""
    status = deadline.status
    if status not in (Status.MET, *LATE):
        return Counted(left_out=spaced(status.value))
    return Counted(
        met=status is Status.MET,
        size=deadline.days_late if status in LATE else None,
        doubt=PROVISIONAL if deadline.provisional else "",
        basis=deadline.basis.value,
    )


def in_date(_case: Case, evening: Evening, rows: ToEvening) -> Iterator[Counted]:
    """Count the children for whom a dated duty runs, and those with none overdue."""
    running = [one for one in rows(evening) if one.due is not None]
    if running:
        yield OUT if any(one.status is Status.OVERDUE for one in running) else IN


def rules_with_a_date(law: Law) -> Iterator[tuple[str, str]]:
    """Give the id and the title of each rule that gives a number."""
    for id_, versions in law.rules.items():
        intervals = (one for version in versions for one in version.intervals)
        if any(one.within is not None for one in intervals):
            yield id_, versions[-1].title


def of_rule(id_: str, title: str) -> tuple[Measure, Measure, Measure]:
    """Give the three figures of a rule."""
    return _three(
        _Deadlines(
            id=f"timeliness.{id_}",
            title=f"{title} ({id_})",
            words=f"deadlines of {id_}",
            of_case=lambda case: case.deadlines_of(id_),
            of_evening=lambda evening: evening.unfinished_of(id_),
            rule=id_,
        )
    )


@frozen(kw_only=True)
class _Deadlines:
    """Deadlines that are counted in three ways: where they come from, and in words."""

    id: str
    title: str
    words: str
    of_case: ToCase
    of_evening: ToEvening
    rule: str = ""


def _three(of: _Deadlines) -> tuple[Measure, Measure, Measure]:
    return _published(of), _compliance(of), _in_date(of)


def _published(of: _Deadlines) -> Measure:
    return Measure(
        id=f"{of.id}.published",
        title=f"{of.title}: published",
        unit=Unit.PERCENT,
        counts=Counts.DEADLINES,
        numerator=f"{of.words} met in the period, in time",
        denominator=f"{of.words} met in the period, in time or late",
        left_out="what was not done",
        source=f"{DFE_CIN}: completed only",
        needs=(),
        during=partial(published, rows=of.of_case),
        sizes="days late, of the late ones",
        rule=of.rule,
    )


def _compliance(of: _Deadlines) -> Measure:
    return Measure(
        id=f"{of.id}.compliance",
        title=f"{of.title}: compliance",
        unit=Unit.PERCENT,
        counts=Counts.DEADLINES,
        numerator=f"{of.words} that fell due in the period and were met in time",
        denominator=f"{of.words} that fell due in the period: met, met late, overdue "
        "or missed",
        left_out=LEFT_OUT,
        source=HERE,
        needs=(),
        during=partial(compliance, rows=of.of_case),
        sizes="days late, of the late ones",
        rule=of.rule,
    )


def _in_date(of: _Deadlines) -> Measure:
    return Measure(
        id=f"{of.id}.in_date",
        title=f"{of.title}: in date",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator=f"children of whom no {of.words.replace('deadlines', 'deadline')} "
        "is overdue on the last day",
        denominator=f"children for whom {of.words} run on the last day",
        left_out="children for whom none with a due day runs",
        source=HERE,
        needs=(),
        on_day=partial(in_date, rows=of.of_evening),
        rule=of.rule,
    )


def _every(case: Case) -> Iterable[Deadline]:
    return case.deadlines


def _all_running(evening: Evening) -> Iterable[Deadline]:
    return evening.unfinished


MEASURES: Final = _three(
    _Deadlines(
        id="timeliness.all",
        title="All rules",
        words="deadlines of all rules",
        of_case=_every,
        of_evening=_all_running,
    )
)
