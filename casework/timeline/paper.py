"""Writing and drawing on a picture, so that any text is safe in it."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final, Literal

import svg

INK: Final = "#1a1a1a"
FAINT: Final = "#595959"
WHITE: Final = "#ffffff"
FONT: Final = "Helvetica, Arial, 'Liberation Sans', sans-serif"

# What XML cannot hold, escaped or not.
_NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Anchor = Literal["start", "middle", "end"]


def safe(text: str) -> str:
    """Give a text as XML may hold it, a character that it may not hold replaced.

    Examples
    --------
    >>> safe('<b> & "x"')
    '&lt;b&gt; &amp; &quot;x&quot;'
    """
    return escape(_NO_XML.sub("\ufffd", text))


def to_tenths(place: float) -> float:
    """Round a place to what an eye can see, so that pictures are small and the same."""
    return round(place, 1)


def write(
    text: str,
    x: float,
    y: float,
    *,
    size: float = 11,
    bold: bool = False,
    colour: str = INK,
    anchor: Anchor = "start",
    edge: str = WHITE,
) -> svg.Text:
    """Write a line of text, with an edge so that it can be read over what is drawn."""
    return svg.Text(
        text=safe(text),
        x=to_tenths(x),
        y=to_tenths(y),
        font_size=size,
        font_weight="bold" if bold else None,
        fill=colour,
        stroke=edge,
        stroke_width=3,
        paint_order="stroke",
        text_anchor=None if anchor == "start" else anchor,
    )


def line(
    start: tuple[float, float],
    end: tuple[float, float],
    colour: str,
    *,
    width: float = 1,
    dashes: Sequence[float] | None = None,
) -> svg.Line:
    """Draw a straight line."""
    return svg.Line(
        x1=to_tenths(start[0]),
        y1=to_tenths(start[1]),
        x2=to_tenths(end[0]),
        y2=to_tenths(end[1]),
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=list(dashes) if dashes else None,
    )


def box(x: float, y: float, width: float, height: float, colour: str) -> svg.Rect:
    """Draw a filled box."""
    return svg.Rect(
        x=to_tenths(x),
        y=to_tenths(y),
        width=to_tenths(max(width, 0)),
        height=to_tenths(height),
        fill=colour,
    )


def polygon(
    corners: Iterable[tuple[float, float]],
    fill: str,
    stroke: str | None = None,
    *,
    width: float | None = None,
) -> svg.Polygon:
    """Draw a shape by its corners."""
    return svg.Polygon(
        points=[svg.Point(to_tenths(x), to_tenths(y)) for x, y in corners],
        fill=fill,
        stroke=stroke,
        stroke_width=width,
    )


def told(kind: str, words: str, *elements: svg.Element) -> svg.G:
    """Put things together that say in words what they are when they are pointed at."""
    return svg.G(class_=[kind], elements=[svg.Title(text=safe(words)), *elements])


def picture(
    title: str,
    description: str,
    size: tuple[float, float],
    elements: Sequence[svg.Element],
) -> str:
    """Give a whole picture as the text of an SVG file.

    Parameters
    ----------
    title, description
        What it is, and what it shows, for whoever cannot see it.
    size
        Its width and height in pixels; it shrinks to the page that shows it.
    elements
        What is drawn.
    """
    width, height = round(size[0]), round(size[1])
    told: list[svg.Element] = [
        svg.Title(text=safe(title)),
        svg.Desc(text=safe(description)),
    ]
    drawn = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, width, height),
        width=width,
        height=height,
        style=f"font-family:{FONT};max-width:100%;height:auto",
        extra={"role": "img"},
        elements=[*told, box(0, 0, width, height, WHITE), *elements],
    )
    return drawn.as_str() + "\n"
