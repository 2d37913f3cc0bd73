"""A timeline in Mermaid, which many editors and pages draw."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from casework.dates import day_of
from casework.timeline.order import Entry, in_order_of_time
from casework.timeline.parts import DeadlineMark, Timeline
from casework.timeline.saying import (
    as_at_words,
    heading,
    number_of,
    outcome_words,
    short,
    what_words,
)
from casework.words import spoken

# Over more days than these, a section is a year and not a month.
_MONTHS_SHOWN: Final = 2 * 366
# What may mean something to Mermaid, besides colons and semicolons.
_MEANT: Final = str.maketrans(dict.fromkeys('#{}<>%"`', " "))


def as_mermaid(timeline: Timeline) -> str:
    """Give a Mermaid `timeline`: a section for each month, or year, in order of time.

    Mermaid keeps no scale: two days stand side by side, however far apart they are.
    """
    lines = ["timeline", f"    title {_plain(heading(timeline))}"]
    entries = in_order_of_time(timeline)
    for title, section in groupby(entries, lambda one: _section(one, timeline)):
        lines.append(f"    section {title}")
        lines += _section_lines(section, timeline)
    return "\n".join((*lines, *_notes(timeline)))


def _section(entry: Entry, timeline: Timeline) -> str:
    month = spoken(day_of(entry.when, timeline.zone), timeline.zone).split()[2:]
    span = (timeline.last - timeline.first).days
    return month[1] if span > _MONTHS_SHOWN else " ".join(month)


def _section_lines(section: Iterator[Entry], timeline: Timeline) -> Iterator[str]:
    for when, entries in groupby(section, lambda one: short(one.when, timeline.zone)):
        told = " : ".join(_told(entry, timeline) for entry in entries)
        yield f"        {_plain(when)} : {told}"


def _told(entry: Entry, timeline: Timeline) -> str:
    mark = entry.mark
    if mark is None or entry.lane is None:
        return _plain(as_at_words(timeline))
    how = outcome_words(mark, timeline.zone)
    said = ", ".join(filter(None, (entry.lane.title, what_words(mark), how)))
    if isinstance(mark, DeadlineMark) and mark.note:
        said += f" {number_of(mark.note, timeline.notes)}"
    return _plain(said)


def _notes(timeline: Timeline) -> Iterator[str]:
    if timeline.notes:
        yield "    section Notes"
    for note in timeline.notes:
        yield f"        {number_of(note, timeline.notes)} : {_plain(note)}"


def _plain(text: str) -> str:
    """Write text without what Mermaid would read as its own; a time as 09.40."""
    told = text.replace(": ", " - ").replace(":", ".").replace(";", ",")
    told = "".join(c if c.isprintable() else " " for c in told.translate(_MEANT))
    return " ".join(told.split())
