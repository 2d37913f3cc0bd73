"""Small charts that say in words what they show, and can be read without colour."""

from collections.abc import Sequence
from typing import Final

import svg

from casework.reporting.figure import Figure
from casework.reporting.measure import Unit
from casework.reporting.rows import said, said_number
from casework.timeline.paper import FAINT, INK, box, line, picture, write

BAR: Final = "#1f4e79"
PALE: Final = "#d9d9d9"

WIDTH, HEIGHT = 230, 58
TOP, BOTTOM = 12, 44
BAR_WIDTH, BAR_HEIGHT = 160, 12
SMALL: Final = 9


def share_bar(label: str, count: float, total: float) -> str:
    """Draw how much of a whole one part is.

    Parameters
    ----------
    label
        What the part is.
    count, total
        How many, out of how many.
    """
    share = count / total if total else 0
    words = f"{said_number(count)} of {said_number(total)}"
    bars = (
        box(0, 0, BAR_WIDTH, BAR_HEIGHT, PALE),
        box(0, 0, BAR_WIDTH * share, BAR_HEIGHT, BAR),
    )
    return picture(label, words, (BAR_WIDTH, BAR_HEIGHT), bars)


def trend(months: Sequence[Figure]) -> str:
    """Draw a measure month by month, as columns over a line.

    A month without a figure has no column; one that is hidden has an x.
    """
    values = [one.value for one in months if one.value is not None]
    most = max(values, default=0)
    step = WIDTH / max(len(months), 1)
    columns = [
        part
        for number, one in enumerate(months)
        for part in _column(one, number * step, step, most)
    ]
    last = f"{months[-1].span.first:%b %Y}"
    frame: list[svg.Element] = [
        line((0, BOTTOM), (WIDTH, BOTTOM), FAINT),
        write(_short(months, most), 0, SMALL, size=SMALL, colour=INK),
        write(f"{months[0].span.first:%b %Y}", 0, HEIGHT - 2, size=SMALL),
        write(last, WIDTH, HEIGHT - 2, size=SMALL, anchor="end"),
    ]
    title = f"{months[0].measure.title}, month by month"
    return picture(title, described(months), (WIDTH, HEIGHT), [*columns, *frame])


def _short(months: Sequence[Figure], most: float) -> str:
    percent = " %" if months[0].measure.unit is Unit.PERCENT else ""
    return f"highest {said_number(most)}{percent}"


def _column(
    one: Figure, place: float, step: float, most: float
) -> Sequence[svg.Element]:
    room, middle = BOTTOM - TOP, place + step / 2
    if one.value is None:
        cross = write("x", middle, BOTTOM - 3, size=SMALL, anchor="middle")
        return [cross] if one.is_hidden else []
    height = room * one.value / most if most else 0
    return [box(place + step * 0.1, BOTTOM - height, step * 0.8, height, BAR)]


def described(months: Sequence[Figure]) -> str:
    """Say in words what a trend shows.

    Parameters
    ----------
    months
        The figures, in order.
    """
    known = [one for one in months if one.value is not None]
    if not known:
        return "No month has a figure that is shown."
    low = min(known, key=lambda one: one.value or 0)
    high = max(known, key=lambda one: one.value or 0)
    parts = [f"{_said(known[0])}, {_said(known[-1])}"]
    parts.append(f"lowest {_said(low)}, highest {_said(high)}")
    hidden = sum(one.is_hidden for one in months if one.value is None)
    if hidden:
        parts.append(f"hidden in {hidden} of {len(months)} months")
    return f"From {'; '.join(parts)}."


def _said(one: Figure) -> str:
    return f"{said(one)} in {one.span.first:%B %Y}"
