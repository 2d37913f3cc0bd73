"""What each worker has to do: overdue, due soon, or open, in order of risk."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from attrs import evolve, frozen

from casework.caseload.child import ChildToday
from casework.dates import When as Moment
from casework.dates import day_of, iso
from casework.law.source import Authority
from casework.timescales import Deadline, Status

# How many working days ahead a manager looks.
WINDOW = 10

_STRENGTH = {authority: place for place, authority in enumerate(Authority)}


class When(StrEnum):
    """When something has to be done, seen from a morning."""

    OVERDUE = "overdue"
    SOON = "due_soon"
    LATER = "later"
    NO_DATE = "no_date"


@frozen(kw_only=True)
class Task:
    """A deadline that somebody has to meet.

    Parameters
    ----------
    worker, role, team
        Who has it, as the source says; None where nobody has the case.
    when
        Overdue, due soon, later, or without a date.
    deadline
        The deadline, which explains itself.
    record
        Which it is of several records under the child's id, counted from 0.
    """

    worker: str | None
    role: str | None
    team: str | None
    when: When
    deadline: Deadline
    record: int = 0

    @property
    def identity(self) -> tuple[object, ...]:
        """Which deadline it is, whoever has it: the same from one day to the next."""
        one = self.deadline
        parts = (one.jurisdiction, one.child, one.episode, one.rule, one.occurrence)
        return (*parts, self.record) if self.record else parts

    def as_row(self) -> dict[str, object]:
        """Give it as plain values, ready for JSON or a table."""
        whose = {"worker": self.worker, "role": self.role, "team": self.team}
        return {**whose, "when": self.when.value, **self.deadline.as_row()}


def tasks(child: ChildToday, *, within: int = WINDOW) -> Iterator[Task]:
    """Give what must be done for a child, for each worker who has to do it.

    A deadline is for the workers whose role the rule names. Where none of the child's
    workers has that role, it is for all of them; where there are none, for nobody, and
    it is given all the same.

    Parameters
    ----------
    child
        The child on a day.
    within
        How many working days of the place count as soon.
    """
    calendar = child.journey.jurisdiction.calendar
    soon = calendar.add(child.day, within)
    for deadline in child.due:
        when = _when(deadline, soon, child.journey.jurisdiction.zone)
        for task in _for_each(child, deadline):
            yield evolve(task, when=when, record=child.record)


def urgency(task: Task) -> tuple[object, ...]:
    """Give the place of a task in the order of risk.

    What is overdue comes first, then what is due soon; within each what binds most
    strongly, then what is most days late, then what is due first.
    """
    one = task.deadline
    return (
        list(When).index(task.when),
        _STRENGTH[one.authority],
        -one.days_late,
        iso(one.due) if one.due else "9999",
        one.child,
        one.rule,
        one.episode or "",
        one.occurrence,
    )


def _for_each(child: ChildToday, deadline: Deadline) -> Iterator[Task]:
    role = _plain(deadline.law.role)
    suited = [one for one in child.workers if _plain(one.role) == role]
    for one in suited or child.workers:
        yield Task(
            worker=one.worker,
            role=one.role,
            team=one.team or child.team,
            when=When.LATER,
            deadline=deadline,
        )
    if not child.workers:
        yield Task(
            worker=None, role=None, team=child.team, when=When.LATER, deadline=deadline
        )


def _plain(role: str | None) -> str | None:
    return role and role.replace("_", " ").lower()


def _when(deadline: Deadline, soon: date, zone: str) -> When:
    if deadline.status is Status.OVERDUE:
        return When.OVERDUE
    due: Moment | None = deadline.due
    if due is None:
        return When.NO_DATE
    return When.SOON if day_of(due, zone) <= soon else When.LATER
