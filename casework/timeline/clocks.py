"""A clock of a timeline: its line, its mark, how late it became, and its words."""

from collections.abc import Iterator
from typing import Final

import svg

from casework.timeline.marks import COLOURS, shape
from casework.timeline.paper import FAINT, INK, line, told, write
from casework.timeline.rows import Run, width_of
from casework.timeline.sheet import TEXT

CLOCK_ROW: Final = 18.0
"""The height of a row of clocks."""

LINE_COLOUR: Final = "#8c8c8c"
"""The colour of a running clock."""

_DOTS: Final = (2.0, 3.0)
_DONE: Final = 6.0


def draw_run(run: Run, y: float, room: float) -> svg.Element:
    """Draw a clock in its row.

    Parameters
    ----------
    run, y
        The clock, and the middle of its row.
    room
        Where the next thing in the row begins: up to there it may be written on.
    """
    elements = [
        *_line_of(run, y),
        shape(run.mark.status, run.x, y),
        *_words(run, y, room),
    ]
    return told(f"deadline {run.mark.status}", run.mark.words, *elements)


def _line_of(run: Run, y: float) -> Iterator[svg.Element]:
    # A duty without a number runs, and no day is drawn to which it runs.
    dashes = None if run.mark.due else _DOTS
    yield line((run.start, y), (run.x, y), LINE_COLOUR, dashes=dashes)
    yield line((run.start, y - 3), (run.start, y + 3), LINE_COLOUR)
    if run.mark.days_late:
        yield line((run.x, y), (run.end, y), COLOURS[run.mark.status], width=4)
    if run.mark.done:
        yield line((run.end, y - _DONE), (run.end, y + _DONE), INK, width=1.5)


def _words(run: Run, y: float, room: float) -> Iterator[svg.Element]:
    width = width_of(run.beside, TEXT - 1)
    x = run.right + 3
    # Where the tick of being done would go through the words, they stand after it.
    if run.mark.done and run.x < run.end < x + width:
        x = max(x, run.end + 5)
    if x + width <= room:
        yield write(run.beside, x, y + 4, size=TEXT - 1, colour=FAINT)
