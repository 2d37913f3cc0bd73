"""The sheet on which a timeline is drawn: labels, time, and room after the last day."""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from casework.dates import is_moment
from casework.timeline.parts import DeadlineMark, Timeline
from casework.timeline.rows import width_of
from casework.timeline.saying import number_of
from casework.timeline.scale import Scale

TEXT: Final = 11.0
"""The height of what is written beside a mark."""

INDENT: Final = 10.0
"""How far the label of a rule stands under that of its stage."""

_MARGIN: Final = 12.0
_BESIDE_THE_LAST_DAY: Final = 130.0
_LABELS: Final = (120.0, 290.0)


@frozen(kw_only=True)
class Sheet:
    """The columns of a picture, and what is the same in every lane of it.

    Parameters
    ----------
    scale
        Where each day stands.
    today
        Where the day asked ends, or where its moment stands.
    notes
        What must be said of the deadlines, by number.
    """

    scale: Scale
    today: float
    notes: tuple[str, ...]

    @property
    def left(self) -> float:
        """Where labels begin."""
        return _MARGIN

    @property
    def labels(self) -> float:
        """How wide a label may be."""
        return self.scale.left - 2 * _MARGIN

    @property
    def right(self) -> float:
        """Where the paper ends."""
        return self.scale.right + _BESIDE_THE_LAST_DAY + _MARGIN


def sheet_for(timeline: Timeline, width: float) -> Sheet:
    """Divide the width of a picture among labels, time, and what stands beside it."""
    least, most = _LABELS
    labels = min(max((least, *_label_widths(timeline))), most, width / 3)
    left = labels + 2 * _MARGIN
    scale = Scale(
        first=timeline.first,
        last=timeline.last,
        left=left,
        width=width - left - _BESIDE_THE_LAST_DAY - _MARGIN,
        zone=timeline.zone,
    )
    # A moment stands where it stands; a day is asked at its end.
    past = 0 if is_moment(timeline.as_at) else scale.a_day / 2
    return Sheet(
        scale=scale, today=scale.x(timeline.as_at) + past, notes=timeline.notes
    )


def label_of(marks: Iterable[DeadlineMark], notes: tuple[str, ...]) -> str:
    """Give the title of a rule, with the numbers of the notes on its deadlines."""
    told = list(marks)
    numbers = dict.fromkeys(number_of(one.note, notes) for one in told)
    return " ".join(filter(None, (told[0].title, *numbers)))


def by_rule(marks: Iterable[DeadlineMark]) -> Iterator[list[DeadlineMark]]:
    """Give the deadlines of each rule together, in the order of the first of each."""
    rules: dict[str, list[DeadlineMark]] = {}
    for mark in marks:
        rules.setdefault(mark.rule, []).append(mark)
    yield from rules.values()


def _label_widths(timeline: Timeline) -> Iterator[float]:
    for lane in timeline.lanes:
        yield width_of(lane.title, TEXT + 2)
        for marks in by_rule(lane.deadlines):
            yield width_of(label_of(marks, timeline.notes), TEXT) + INDENT
