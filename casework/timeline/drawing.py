"""A timeline as a picture: a lane for each stage, time to the right, today a line."""

from collections.abc import Iterator
from typing import Final

import svg

from casework.timeline.lanes import DrawnLane, drawn_lane
from casework.timeline.legend import SHADE, below
from casework.timeline.paper import FAINT, box, line, picture, write
from casework.timeline.parts import Timeline
from casework.timeline.saying import heading, summary, today_words
from casework.timeline.sheet import TEXT, Sheet, sheet_for

_HEADING: Final = 24.0
_AXIS: Final = 58.0
_TOP: Final = 66.0
_GRID: Final = "#dddddd"
_TODAY: Final = "#000000"


def draw(timeline: Timeline, width: float) -> str:
    """Draw a timeline as SVG text, so many pixels wide."""
    sheet = sheet_for(timeline, width)
    lanes = [drawn_lane(lane, sheet) for lane in timeline.lanes]
    bottom = _TOP + sum(lane.height for lane in lanes)
    unnamed = sum(lane.unnamed for lane in lanes)
    footer, end = below(timeline, sheet, bottom, unnamed)
    elements = [
        *_shades(timeline, sheet, bottom),
        *_axis(sheet, bottom),
        *_today(timeline, sheet, bottom),
        *_lanes(lanes),
        write(heading(timeline), sheet.left, _HEADING, size=TEXT + 3, bold=True),
        *footer,
    ]
    return picture(heading(timeline), summary(timeline), (width, end), elements)


def _shades(timeline: Timeline, sheet: Sheet, bottom: float) -> Iterator[svg.Element]:
    scale = sheet.scale
    for first, last in timeline.rest:
        x, days = scale.start(first), (last - first).days + 1
        yield box(x, _AXIS, days * scale.a_day, bottom - _AXIS, SHADE)


def _axis(sheet: Sheet, bottom: float) -> Iterator[svg.Element]:
    for tick in sheet.scale.ticks():
        yield line((tick.x, _AXIS - 6), (tick.x, bottom), _GRID)
        yield write(tick.words, tick.x + 2, _AXIS - 2, size=TEXT - 1, colour=FAINT)


def _lanes(lanes: list[DrawnLane]) -> Iterator[svg.Element]:
    top = _TOP
    for lane in lanes:
        yield svg.G(class_=["lane"], elements=list(lane.draw(top)))
        top += lane.height


def _today(timeline: Timeline, sheet: Sheet, bottom: float) -> Iterator[svg.Element]:
    x = sheet.today
    yield line((x, _AXIS - 16), (x, bottom), _TODAY, width=1.5, dashes=(6, 3))
    yield write(
        today_words(timeline), x, _AXIS - 19, size=TEXT, bold=True, anchor="middle"
    )
