"""Pictures, for which the library svg.py is loaded when the first of them is drawn."""

from importlib import import_module
from types import ModuleType

from casework.errors import NotFound
from casework.states.stage import Stage
from casework.timeline.parts import Timeline


def as_svg(timeline: Timeline, *, width: float = 1200) -> str:
    """Draw a timeline as SVG: a lane for each stage, time to the right, today a line.

    Above a stage's bars stand the names of its events, below them its deadlines, a row
    for each rule. The mark of a deadline stands on its due day; its shape and its
    colour say how it stands, and so do words where there is room for them.

    Parameters
    ----------
    timeline
        What is drawn.
    width
        In pixels; the height follows.

    Raises
    ------
    NotFound
        When svg.py is not installed; it comes with the extra `[draw]`.

    Examples
    --------
    >>> from casework import Journey, jersey
    >>> from casework.timeline import timeline_of
    >>> drawn = as_svg(timeline_of(Journey.open(jersey, child="C-1"), "2026-03-02"))
    >>> drawn.startswith("<svg")
    True
    """
    drawn: str = _drawing("drawing").draw(timeline, width)
    return drawn


def stage_svg(stage: Stage) -> str:
    """Draw as SVG what may happen in a stage: a column a state, a row an event.

    Parameters
    ----------
    stage
        One of `casework.states.STAGES`.

    Raises
    ------
    NotFound
        As in `as_svg`.

    Examples
    --------
    >>> from casework.states import STAGES
    >>> "strategy discussed" in stage_svg(STAGES["article_42"])
    True
    """
    drawn: str = _drawing("stages").draw(stage)
    return drawn


def _drawing(module: str) -> ModuleType:
    try:
        return import_module(f"casework.timeline.{module}")
    except ModuleNotFoundError as error:
        if error.name != "svg":
            raise
        raise NotFound(
            "a picture needs svg.py: pip install 'casework[draw]'"
        ) from error
