"""Who works with a child on a day: the workers allocated, and their team."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from casework.chronology import Happening
from casework.events import (
    CaseAllocated,
    CaseClosed,
    CaseTransferred,
    ChildDied,
    Event,
    PregnancyEnded,
    ResponsibilityTransferred,
    WorkerAllocated,
    WorkerUnallocated,
)

# After one of these the case is nobody's.
_OVER = (CaseClosed, ChildDied, PregnancyEnded, ResponsibilityTransferred)


@frozen(kw_only=True)
class Allocation:
    """A worker who has a child's case.

    Parameters
    ----------
    worker, role, team
        Opaque ids or words of the source; None where it does not say.
    since
        The day from which.
    """

    worker: str | None
    role: str | None
    team: str | None
    since: date


def allocated(
    happenings: Iterable[Happening], *, since: date = date.min
) -> tuple[Allocation, ...]:
    """Give who has a child's case after some events, the first allocated first.

    An allocation lasts until the worker is unallocated or the case is closed. A worker
    who is allocated again keeps the case, in the new role and team.

    Parameters
    ----------
    happenings
        In order.
    since
        Leave out who was allocated earlier: the day from which something of the
        child's has been open without a break.
    """
    found: tuple[Allocation, ...] = ()
    for one in happenings:
        found = tuple(_after(found, one.event, one.day))
    return tuple(one for one in found if one.since >= since)


def team_of(happenings: Iterable[Happening], *, since: date = date.min) -> str | None:
    """Give the team to which a case was last allocated or transferred, if any."""
    team = None
    for one in happenings:
        if isinstance(one.event, CaseAllocated | CaseTransferred) and one.day >= since:
            team = one.event.team or team
    return team


def _after(
    before: tuple[Allocation, ...], event: Event, day: date
) -> Iterator[Allocation]:
    if isinstance(event, _OVER):
        return
    if isinstance(event, WorkerUnallocated):
        yield from (one for one in before if not _left(one, event))
    elif isinstance(event, WorkerAllocated):
        yield from (one for one in before if not _again(one, event))
        yield Allocation(
            worker=event.worker, role=event.role, team=event.team, since=day
        )
    else:
        yield from before


def _again(one: Allocation, event: WorkerAllocated) -> bool:
    return event.worker is not None and one.worker == event.worker


def _left(one: Allocation, event: WorkerUnallocated) -> bool:
    # What the source does not say of who left, it does not tell apart.
    return event.worker in (None, one.worker) and event.role in (None, one.role)
