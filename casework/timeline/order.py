"""What stands on a timeline, in order of time, today among it."""

from collections.abc import Iterator
from typing import TypeAlias

from attrs import frozen

from casework.dates import When, day_of, end_of_day, is_moment
from casework.timeline.parts import DeadlineMark, EventMark, Lane, Timeline

Place: TypeAlias = tuple[object, ...]
"""Where something stands in the order."""


@frozen(kw_only=True)
class Entry:
    """Something that happened, or is due; or today, which is in no lane.

    Parameters
    ----------
    when
        Its day or moment.
    lane, mark
        The stage, and what stands there; None for today.
    """

    when: When
    lane: Lane | None = None
    mark: EventMark | DeadlineMark | None = None


def in_order_of_time(timeline: Timeline) -> list[Entry]:
    """Give everything that stands on a timeline, by day and then by moment.

    On one day come moments, what happened that day, what was due that day, and today.
    """
    return sorted(_entries(timeline), key=lambda one: _place(one, timeline.zone))


def _entries(timeline: Timeline) -> Iterator[Entry]:
    for lane in timeline.lanes:
        for event in lane.events:
            yield Entry(when=event.at, lane=lane, mark=event)
        for due in lane.deadlines:
            yield Entry(when=due.at, lane=lane, mark=due)
    yield Entry(when=timeline.as_at)


def _place(entry: Entry, zone: str) -> Place:
    when, mark = entry.when, entry.mark
    rank = 0 if isinstance(mark, EventMark) else 1 if mark else 2
    moment = when if is_moment(when) else end_of_day(when, zone)
    return day_of(when, zone), not is_moment(when), moment, rank
