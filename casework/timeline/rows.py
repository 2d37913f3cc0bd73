"""What goes into which row, so that nothing is written over something else."""

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from casework.timeline.parts import DeadlineMark, EventMark, Span
from casework.timeline.saying import beside, name_of
from casework.timeline.scale import Scale

# About how wide a letter is, of its height; of a long name rather more than it is.
_LETTER: Final = 0.5
# The most rows of names over the bars of a stage.
_FLAGS: Final = 5
# The paper that a mark takes to each side, and that stays free around a text.
MARK: Final = 6.5
_GAP: Final = 4.0


def width_of(text: str, size: float) -> float:
    """Say about how wide a text is."""
    return len(text) * size * _LETTER


def cut(text: str, width: float, size: float) -> str:
    """Give as much of a text as fits a width.

    Examples
    --------
    >>> cut("Assessment concluded", 66, 11)
    'Assessment …'
    """
    room = int(width / size / _LETTER)
    return text if len(text) <= room else f"{text[: room - 1].rstrip()} …"


@frozen(kw_only=True)
class Flag:
    """What happened, with its name in a row over the bar; None where there is no room.

    Parameters
    ----------
    x, row, mark
        Where, in which row from the bar upwards, and what.
    """

    x: float
    row: int | None
    mark: EventMark


def flags(marks: Sequence[EventMark], scale: Scale, size: float) -> tuple[Flag, ...]:
    """Give each event of a stage a row for its name, from right to left.

    The staff of a flag goes down through the rows below, so each name ends before the
    staff of the next. Where all cannot be named, what moved no episode stays unnamed.
    """
    placed = _placed(marks, scale, size)
    if all(flag.row is not None for flag in placed):
        return placed
    telling = [one for one in marks if one.led_to or not one.allowed]
    others = (
        Flag(x=scale.x(o.at), row=None, mark=o) for o in marks if o not in telling
    )
    return (*_placed(telling, scale, size), *others)


def _placed(marks: Iterable[EventMark], scale: Scale, size: float) -> tuple[Flag, ...]:
    free = [float("inf")] * _FLAGS
    found: list[Flag] = []
    for mark in reversed(list(marks)):
        x = scale.x(mark.at)
        ends = x + width_of(name_of(mark), size) + 2 * _GAP
        row = next((r for r in range(_FLAGS) if ends <= free[r]), None)
        if row is not None:
            free[: row + 1] = [x] * (row + 1)
        found.append(Flag(x=x, row=row, mark=mark))
    return tuple(reversed(found))


@frozen(kw_only=True)
class Run:
    """A clock on paper: from its start to its mark, and how late it became.

    Parameters
    ----------
    start, x, end
        Where it starts, where its mark stands, and where it was done or is now.
    beside
        What is written beside it.
    mark
        The deadline.
    """

    start: float
    x: float
    end: float
    beside: str
    mark: DeadlineMark

    @property
    def right(self) -> float:
        """Where its mark, or its lateness, ends."""
        return max(self.x + MARK, self.end if self.mark.days_late else 0)


def run_of(mark: DeadlineMark, scale: Scale, today: float) -> Run:
    """Give the clock of a deadline its place on paper."""
    return Run(
        start=scale.x(mark.starts),
        x=scale.x(mark.at),
        end=scale.x(mark.done) if mark.done else today,
        beside=beside(mark, scale.zone) + (" →" if scale.beyond(mark.at) else ""),
        mark=mark,
    )


def rows_of_runs(runs: Iterable[Run]) -> list[list[Run]]:
    """Put the clocks of one rule into as few rows as keep their marks apart.

    Clocks of one episode follow each other in a row; those of another episode only
    where they do not run at the same time.
    """
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: one.x):
        row = next((row for row in rows if _follows(run, row)), None)
        if row is None:
            rows.append(row := [])
        row.append(run)
    return rows


def _follows(run: Run, row: Sequence[Run]) -> bool:
    ends = max(one.right for one in row)
    apart = ends + _GAP / 2 <= run.x - MARK
    others = {one.mark.episode for one in row} != {run.mark.episode}
    return apart and (not others or ends <= run.start)


def rows_of_spans(
    spans: Iterable[Span], scale: Scale, today: float
) -> list[list[Span]]:
    """Put the episodes of a stage into as few rows as keep them apart."""
    episodes: dict[str, list[Span]] = {}
    for span in spans:
        episodes.setdefault(span.episode, []).append(span)
    rows: list[list[Span]] = []
    ends: list[float] = []
    for told in episodes.values():
        starts = scale.x(told[0].starts)
        free = (n for n, end in enumerate(ends) if end <= starts)
        number = next(free, len(rows))
        if number == len(rows):
            rows.append([])
            ends.append(0)
        rows[number] += told
        ends[number] = end_of(told[-1], scale, today)
    return rows


def end_of(span: Span, scale: Scale, today: float) -> float:
    """Give where a state ends on paper: today, where it still stands."""
    return today if span.ends is None else scale.x(span.ends)
