"""What stands below a timeline: what its marks mean, and what must be said of them."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, TypeAlias

import svg

from casework.timeline.clocks import LINE_COLOUR
from casework.timeline.marks import COLOURS, shape
from casework.timeline.paper import INK, box, line, write
from casework.timeline.parts import Timeline
from casework.timeline.rows import width_of
from casework.timeline.saying import STATUS_WORDS, number_of
from casework.timeline.sheet import TEXT, Sheet
from casework.timescales import Status
from casework.words import plural

SHADE: Final = "#f0f0f0"
"""The colour of days that are no working days."""

_ROW: Final = 18.0
_SAMPLE: Final = 22.0
_GAP: Final = 20.0

Sample: TypeAlias = Callable[[float, float], svg.Element]


def below(
    timeline: Timeline, sheet: Sheet, top: float, unnamed: int
) -> tuple[list[svg.Element], float]:
    """Draw the legend and the notes, and give how far down they go."""
    drawn, x, y = list[svg.Element](), sheet.left, top + _ROW
    for sample, words in _samples(timeline):
        width = _SAMPLE + width_of(words, TEXT)
        if x + width > sheet.right:
            x, y = sheet.left, y + _ROW
        drawn += [sample(x + 8, y), write(words, x + _SAMPLE, y + 4)]
        x += width + _GAP
    for told in _notes(timeline, unnamed):
        y += _ROW
        drawn.append(write(told, sheet.left, y + 4))
    return drawn, y + _ROW


def _samples(timeline: Timeline) -> Iterator[tuple[Sample, str]]:
    shown = {one.status for one in timeline.deadlines}
    for status, words in STATUS_WORDS.items():
        if status in shown:
            yield partial(shape, status), words
    if shown:
        yield _clock, "clock running, from its start"
    if any(one.done for one in timeline.deadlines):
        yield _done, "done, or ended"
    if any(one.days_late for one in timeline.deadlines):
        yield _late, "how late"
    if timeline.rest:
        yield _shaded, "no working day"


def _clock(x: float, y: float) -> svg.Element:
    start = line((x - 8, y - 3), (x - 8, y + 3), LINE_COLOUR)
    return svg.G(elements=[start, line((x - 8, y), (x + 8, y), LINE_COLOUR)])


def _done(x: float, y: float) -> svg.Element:
    return line((x, y - 6), (x, y + 6), INK, width=1.5)


def _late(x: float, y: float) -> svg.Element:
    return line((x - 8, y), (x + 8, y), COLOURS[Status.OVERDUE], width=4)


def _shaded(x: float, y: float) -> svg.Element:
    return box(x - 8, y - 6, 16, 12, SHADE)


def _notes(timeline: Timeline, unnamed: int) -> Iterator[str]:
    for note in timeline.notes:
        yield f"{number_of(note, timeline.notes)} {note}"
    if unnamed:
        count = plural(unnamed, "event")
        yield f"{count} without room for a name: point at the mark, or read the text."
