"""A manager's morning over many children: each worker's load, and the lists.

>>> from casework import Journey, england
>>> from casework.events import ReferralReceived, WorkerAllocated
>>> journey = Journey.open(england, child="C-0001", born="2015-02-03").record(
...     ReferralReceived(at="2026-03-02"),
...     WorkerAllocated(at="2026-03-03", worker="w-7", team="north"),
... )
>>> seen = morning([journey], "2026-03-04")
>>> for load in seen.loads():
...     print(load.name, len(load.children), [str(one.when) for one in load.tasks])
w-7 1 ['overdue', 'later']
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from attrs import define, field, frozen

from casework.caseload.child import ChildToday, today
from casework.caseload.tasks import WINDOW, Task, When, tasks, urgency
from casework.caseload.watch import Listed, Thresholds, Watch
from casework.caseload.watches import WATCHES
from casework.dates import as_date
from casework.journey import Journey


class By(StrEnum):
    """By whom a caseload is told."""

    WORKER = "worker"
    TEAM = "team"


@frozen(kw_only=True)
class Load:
    """What one worker, or one team, has.

    Parameters
    ----------
    name
        The worker's or the team's id; None for the cases that nobody has.
    children
        The ids of the children with an open case, in order.
    tasks
        What must be done for them, in order of risk.
    """

    name: str | None
    children: tuple[str, ...]
    tasks: tuple[Task, ...]

    def count(self, when: When) -> int:
        """Count the tasks that are overdue, due soon, later or without a date."""
        return sum(task.when is when for task in self.tasks)


@define(kw_only=True)
class Morning:
    """What is open, due and overdue on a day, and the lists, child by child.

    Parameters
    ----------
    day
        The day, at its end.
    within
        How many working days count as soon.
    watches
        Which lists are kept.
    thresholds
        From when on a case is listed.
    only
        The one worker or team whose children are taken in; all, if it is None.
    """

    day: date
    within: int = WINDOW
    watches: tuple[Watch, ...] = WATCHES
    thresholds: Thresholds = field(factory=Thresholds)
    only: tuple[By, str] | None = None
    tasks: list[Task] = field(factory=list, init=False)
    listed: list[Listed] = field(factory=list, init=False)
    # Of how many children the source does not say enough for a list.
    untold: Counter[str] = field(factory=Counter, init=False)
    # How many records there are under a child's id: each is taken for a child.
    _records: Counter[str] = field(factory=Counter, init=False)
    _has: dict[By, dict[str | None, list[str]]] = field(
        factory=lambda: {by: {} for by in By}, init=False
    )

    def add(self, journey: Journey) -> None:
        """Take a child in."""
        id_ = journey.child.id
        child = today(journey, self.day, record=self._records[id_])
        self._records[id_] += 1
        if not child.open and not child.due:
            return
        has = _who_has(child)
        if self.only and self.only[1] not in has[self.only[0]]:
            return
        self.tasks += tasks(child, within=self.within)
        for by, names in has.items():
            for name in names:
                self._has[by].setdefault(name, []).append(id_)
        for watch in self.watches:
            if watch.told(child):
                self.listed += watch.listed(child, self.thresholds)
            else:
                self.untold[watch.id] += 1

    def loads(self, by: By = By.WORKER) -> tuple[Load, ...]:
        """Give the load of each worker or team; that of nobody comes last."""
        names = sorted(self._has[by], key=lambda name: (name is None, name or ""))
        return tuple(self._load(by, name) for name in names)

    def on(self, watch: str) -> tuple[Listed, ...]:
        """Give the cases on a list, the longest first."""
        found = (one for one in self.listed if one.watch == watch)
        return tuple(sorted(found, key=lambda one: (-(one.days or 0), one.child)))

    def _load(self, by: By, name: str | None) -> Load:
        mine = (one for one in self.tasks if _of(one, by) == name)
        # A team has each deadline once, though several of its workers have it.
        once = {one.identity: one for one in mine}
        return Load(
            name=name,
            children=tuple(sorted(self._has[by][name])),
            tasks=tuple(sorted(once.values(), key=urgency)),
        )


def morning(
    journeys: Iterable[Journey],
    as_at: date | str,
    *,
    within: int = WINDOW,
    thresholds: Thresholds | None = None,
) -> Morning:
    """See many children at the end of a day.

    Parameters
    ----------
    journeys
        The children.
    as_at
        The day.
    within
        How many working days of each child's place count as soon.
    thresholds
        From when on a case is listed.

    Raises
    ------
    BadDate
        When the day cannot be read.
    """
    seen = Morning(
        day=as_date(as_at), within=within, thresholds=thresholds or Thresholds()
    )
    for journey in journeys:
        seen.add(journey)
    return seen


def _who_has(child: ChildToday) -> dict[By, set[str | None]]:
    workers = {one.worker for one in child.workers} or {None}
    teams = {one.team or child.team for one in child.workers} or {child.team}
    return {By.WORKER: workers, By.TEAM: teams}


def _of(task: Task, by: By) -> str | None:
    return task.worker if by is By.WORKER else task.team
