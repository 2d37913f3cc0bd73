"""Deadlines as a calendar feed, for the calendar that a worker already looks at.

The feed comes with the extra `[calendar]`.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from casework.caseload.tasks import Task, When
from casework.dates import end_of_day, is_moment
from casework.timescales import Deadline
from casework.version import VERSION
from casework.words import plural

if TYPE_CHECKING:
    from icalendar import Event


def calendar_feed(tasks: Iterable[Task], as_at: date) -> bytes:
    """Give a calendar (iCalendar, RFC 5545) with an entry for each dated deadline.

    An entry holds the child's opaque id, what is due, and the source; nothing else of
    the child. The same tasks give the same bytes, and an entry keeps its identity from
    one day's feed to the next, so that a calendar moves it and does not double it.

    Parameters
    ----------
    tasks
        The tasks; those without a due day have no entry.
    as_at
        The day as at which they stand, which each entry says.
    """
    from icalendar import Calendar

    feed = Calendar()
    feed.add("prodid", f"-//casework//{VERSION}//EN")
    feed.add("version", "2.0")
    for same in _by_deadline(tasks):
        feed.add_component(_entry(same[0], _workers(same), as_at))
    text: bytes = feed.to_ical()
    return text


def _by_deadline(tasks: Iterable[Task]) -> Iterable[list[Task]]:
    """Give each dated deadline once, with the tasks of all who have it."""
    kept: dict[str, list[Task]] = {}
    for one in tasks:
        if one.deadline.due:
            kept.setdefault(_identity(one), []).append(one)
    return kept.values()


def _workers(same: Iterable[Task]) -> str:
    return ", ".join(dict.fromkeys(one.worker for one in same if one.worker))


def _entry(task: Task, workers: str, as_at: date) -> "Event":
    from icalendar import Event

    one, entry = task.deadline, Event()
    entry.add("uid", f"{_identity(task)}@casework")
    entry.add("dtstamp", _stamp(one, as_at))
    for key, value in _span(one).items():
        entry.add(key, value)
    entry.add("summary", _summary(task))
    entry.add("description", "\n".join(_description(task, workers, as_at)))
    entry.add("categories", [task.when.value])
    # A deadline takes no time of anybody's day.
    entry.add("transp", "TRANSPARENT")
    return entry


def _identity(task: Task) -> str:
    return sha256(repr(task.identity).encode()).hexdigest()[:32]


def _stamp(one: Deadline, as_at: date) -> datetime:
    # The day that was asked, and not the clock: the same question, the same feed.
    return end_of_day(as_at, one.grounds.setting.zone).astimezone(UTC)


def _span(one: Deadline) -> dict[str, date | datetime]:
    if one.due is not None and is_moment(one.due):
        # RFC 5545 allows no end at the start: without one, it takes no time.
        return {"dtstart": one.due.astimezone(UTC)}
    if one.due is None:
        return {}
    return {"dtstart": one.due, "dtend": one.due + timedelta(days=1)}


def _summary(task: Task) -> str:
    one = task.deadline
    late = f" (overdue, {plural(one.days_late, 'day')} late)"
    return f"{one.child}: {one.title}{late if task.when is When.OVERDUE else ''}"


def _description(task: Task, workers: str, as_at: date) -> Iterable[str]:
    one = task.deadline
    yield f"Rule: {one.rule}"
    yield f"Source: {one.law.citation} ({one.authority}, {one.basis})"
    if one.note:
        yield one.note
    if workers:
        yield f"Worker: {workers}"
    yield f"As at {as_at.isoformat()}"
