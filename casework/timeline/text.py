"""A timeline as text: time from top to bottom, today as a line."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from casework.timeline.order import Entry, in_order_of_time
from casework.timeline.parts import DeadlineMark, Timeline
from casework.timeline.saying import (
    as_at_words,
    heading,
    number_of,
    outcome_words,
    short,
    standing,
    what_words,
)

Row: TypeAlias = tuple[str, ...]

_LINE = "-" * 10


def as_text(timeline: Timeline) -> str:
    """Give what happened and what was due, a line each, in order of time.

    What is due stands on its due day, with how it stands; what has no due day where it
    was done, or on the day asked.
    """
    rows = [_row(entry, timeline) for entry in in_order_of_time(timeline)]
    return "\n".join((heading(timeline), "", *in_columns(rows), *_notes(timeline)))


def table(timeline: Timeline) -> str:
    """Give the deadlines as a table: when due, what, by which rule, how it stands."""
    entries = in_order_of_time(timeline)
    due = [one.mark for one in entries if isinstance(one.mark, DeadlineMark)]
    rows: list[Row] = [("DUE", "WHAT", "RULE", "", "HOW IT STANDS")]
    rows += [_deadline_row(mark, timeline) for mark in due]
    return "\n".join((heading(timeline), "", *in_columns(rows), *_notes(timeline)))


def in_columns(rows: Iterable[Row]) -> Iterator[str]:
    """Give rows as lines, each column as wide as its widest word; an empty one is left.

    Examples
    --------
    >>> print(*in_columns([("a", "", "b"), ("long", "", "c")]), sep=", ")
    a     b, long  c
    """
    told = list(rows)
    widths = [max(map(len, column)) for column in zip(*told, strict=True)]
    for row in told:
        cells = zip(row, widths, strict=True)
        yield "  ".join(cell.ljust(width) for cell, width in cells if width).rstrip()


def _row(entry: Entry, timeline: Timeline) -> Row:
    zone, lane, mark = timeline.zone, entry.lane, entry.mark
    if lane is None or mark is None:
        return _LINE, _LINE, as_at_words(timeline), "", ""
    number = ""
    if isinstance(mark, DeadlineMark):
        number = number_of(mark.note, timeline.notes)
    how = outcome_words(mark, zone)
    return short(entry.when, zone), lane.title, what_words(mark), number, how


def _deadline_row(mark: DeadlineMark, timeline: Timeline) -> Row:
    due = short(mark.due, timeline.zone) if mark.due else "no day"
    rule = f"{mark.rule} {mark.occurrence}"
    number = number_of(mark.note, timeline.notes)
    return due, mark.title, rule, number, standing(mark, timeline.zone)


def _notes(timeline: Timeline) -> Iterator[str]:
    if timeline.notes:
        yield ""
    for note in timeline.notes:
        yield f"{number_of(note, timeline.notes)} {note}"
