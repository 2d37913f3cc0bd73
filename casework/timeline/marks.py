"""The shape and the colour of each status; the shape alone tells it.

The colours are those of Okabe and Ito, chosen so that colour-blind readers tell them
apart (Color Universal Design, 2008, https://jfly.uni-koeln.de/color/).
"""

from collections.abc import Mapping
from typing import Final, TypeAlias

import svg

from casework.timeline.paper import INK, WHITE, polygon, to_tenths, write
from casework.timescales import Status

Corners: TypeAlias = tuple[tuple[float, float], ...]

COLOURS: Final[Mapping[Status, str]] = {
    Status.MET: "#009e73",
    Status.MET_LATE: "#e69f00",
    Status.OPEN: "#0072b2",
    Status.OVERDUE: "#d55e00",
    Status.MISSED: "#d55e00",
    Status.CEASED: "#6b6b6b",
    Status.NO_DATE: "#a3477f",
    Status.NOT_RECORDED: "#6b6b6b",
}
_FILLED: Final = (Status.MET, Status.MET_LATE, Status.OVERDUE, Status.MISSED)

_DIAMOND: Final = ((0.0, -6.0), (6.0, 0.0), (0.0, 6.0), (-6.0, 0.0))
_TRIANGLE: Final = ((0.0, -6.0), (6.0, 5.0), (-6.0, 5.0))
_SQUARE: Final = ((-4.2, -4.2), (4.2, -4.2), (4.2, 4.2), (-4.2, 4.2))
_CROSS: Final = (
    *((-5.5, -3.5), (-3.5, -5.5), (0.0, -2.0), (3.5, -5.5), (5.5, -3.5), (2.0, 0.0)),
    *((5.5, 3.5), (3.5, 5.5), (0.0, 2.0), (-3.5, 5.5), (-5.5, 3.5), (-2.0, 0.0)),
)
_CORNERS: Final[Mapping[Status, Corners]] = {
    Status.MET_LATE: _DIAMOND,
    Status.OVERDUE: _TRIANGLE,
    Status.MISSED: _CROSS,
    Status.CEASED: _SQUARE,
    Status.NO_DATE: _DIAMOND,
}
_RADIUS: Final = 4.6


def shape(status: Status, x: float, y: float) -> svg.Element:
    """Draw the mark of a status around a point."""
    if status is Status.NOT_RECORDED:
        return write("?", x, y + 4.5, size=13, bold=True, anchor="middle")
    colour, filled = COLOURS[status], status in _FILLED
    fill, stroke, width = (colour, INK, 0.7) if filled else (WHITE, colour, 2)
    corners = _CORNERS.get(status)
    if corners is not None:
        return polygon(((x + a, y + b) for a, b in corners), fill, stroke, width=width)
    return svg.Circle(
        cx=to_tenths(x),
        cy=to_tenths(y),
        r=_RADIUS,
        fill=fill,
        stroke=stroke,
        stroke_width=width,
    )
