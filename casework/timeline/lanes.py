"""A lane of a timeline: the bars of a stage, the names over them, the clocks below."""

from collections.abc import Iterator, Sequence
from typing import Final

import svg
from attrs import frozen

from casework.states import STAGES
from casework.timeline.clocks import CLOCK_ROW, draw_run
from casework.timeline.paper import FAINT, INK, box, line, told, write
from casework.timeline.parts import Lane, Span
from casework.timeline.rows import (
    MARK,
    Flag,
    Run,
    cut,
    end_of,
    flags,
    rows_of_runs,
    rows_of_spans,
    run_of,
    width_of,
)
from casework.timeline.saying import event_line, name_of, span_line
from casework.timeline.sheet import INDENT, TEXT, Sheet, by_rule, label_of

_NAME_ROW: Final = 13.0
_BAR_ROW: Final = 21.0
_BAR: Final = 17.0
_PAD: Final = 7.0
_NAME: Final = TEXT - 1
_TINTS: Final = ("#d6e4f2", "#b3cfe8")


@frozen(kw_only=True)
class DrawnLane:
    """A stage with everything in its row, ready to be drawn at any height.

    Parameters
    ----------
    lane, sheet
        What is drawn, and on which sheet.
    bars, names, clocks
        The episodes, the events and the deadlines, in rows.
    """

    lane: Lane
    sheet: Sheet
    bars: list[list[Span]]
    names: tuple[Flag, ...]
    clocks: list[list[list[Run]]]

    @property
    def unnamed(self) -> int:
        """How many events have a mark and no room for a name."""
        return sum(flag.row is None for flag in self.names)

    @property
    def height(self) -> float:
        """How much paper the lane takes."""
        clocks = sum(map(len, self.clocks)) * CLOCK_ROW
        return self._below_bars + clocks + _PAD

    @property
    def _over_bars(self) -> float:
        rows = max(
            (1 + flag.row for flag in self.names if flag.row is not None), default=0
        )
        return _PAD + rows * _NAME_ROW

    @property
    def _below_bars(self) -> float:
        return self._over_bars + max(len(self.bars), 1) * _BAR_ROW

    def draw(self, top: float) -> Iterator[svg.Element]:
        """Draw the lane at a height: its label, bars, names and clocks."""
        sheet = self.sheet
        yield line((sheet.left, top), (sheet.right, top), "#cccccc")
        middle = top + self._over_bars + _BAR / 2
        yield write(self.lane.title, sheet.left, middle + 4, size=TEXT + 1, bold=True)
        rows = [self._at(span, top) for row in self.bars for span in row]
        yield from (self._draw_span(span, y) for span, y in rows)
        yield from (self._draw_flag(flag, top) for flag in self.names)
        yield from self._name_states(rows)
        yield from self._draw_clocks(top + self._below_bars)

    def _at(self, span: Span, top: float) -> tuple[Span, float]:
        return span, top + self._over_bars + self._row_of(span.episode) * _BAR_ROW

    def _draw_span(self, span: Span, y: float) -> svg.Element:
        scale = self.sheet.scale
        x, end = scale.x(span.starts), end_of(span, scale, self.sheet.today)
        bar = box(x, y, end - x, _BAR, self._tint(span))
        edge = line((x, y), (x, y + _BAR), INK)
        return told("state", span_line(span, scale.zone), bar, edge)

    def _name_states(self, rows: Sequence[tuple[Span, float]]) -> Iterator[svg.Element]:
        # Over the marks of the events, which would else go through the words.
        scale, today = self.sheet.scale, self.sheet.today
        for span, y in rows:
            x = scale.x(span.starts) + 5
            if x + width_of(span.state, _NAME) + 3 <= end_of(span, scale, today):
                edge = self._tint(span)
                yield write(span.state, x, y + 12.5, size=_NAME, edge=edge)

    def _tint(self, span: Span) -> str:
        states = STAGES[self.lane.stage].states
        return _TINTS[states.index(span.state) % len(_TINTS)]

    def _draw_flag(self, flag: Flag, top: float) -> svg.Element:
        foot = top + self._over_bars + self._row_of(flag.mark.episode) * _BAR_ROW + _BAR
        words = event_line(flag.mark, self.sheet.scale.zone)
        if flag.row is None:
            tick = line((flag.x, foot - _BAR - 3), (flag.x, foot), INK, width=1.2)
            return told("event", words, tick)
        base = top + self._over_bars - flag.row * _NAME_ROW - 4
        staff = line((flag.x, base - 8), (flag.x, foot), INK, width=1.2)
        name = write(name_of(flag.mark), flag.x + 3, base, size=_NAME)
        return told("event", words, staff, name)

    def _row_of(self, episode: str | None) -> int:
        for number, row in enumerate(self.bars):
            if any(span.episode == episode for span in row):
                return number
        return 0

    def _draw_clocks(self, top: float) -> Iterator[svg.Element]:
        sheet, y = self.sheet, top + CLOCK_ROW / 2
        for rows in self.clocks:
            marks = [run.mark for row in rows for run in row]
            label = label_of(marks, sheet.notes)
            fitting = cut(label, sheet.labels - INDENT, TEXT)
            written = write(fitting, sheet.left + INDENT, y + 4, colour=FAINT)
            yield told("rule", marks[0].rule, written)
            for row in rows:
                yield from _draw_row(row, y, sheet.right)
                y += CLOCK_ROW


def drawn_lane(lane: Lane, sheet: Sheet) -> DrawnLane:
    """Put everything in a stage into rows."""
    scale, today = sheet.scale, sheet.today
    rules = by_rule(lane.deadlines)
    return DrawnLane(
        lane=lane,
        sheet=sheet,
        bars=rows_of_spans(lane.spans, scale, today),
        names=flags(lane.events, scale, _NAME),
        clocks=[
            rows_of_runs(run_of(one, scale, today) for one in marks) for marks in rules
        ],
    )


def _draw_row(row: Sequence[Run], y: float, right: float) -> Iterator[svg.Element]:
    ends = [*(run.x - MARK for run in row[1:]), right]
    # From the right, so that a line that begins before a mark is drawn under it.
    for run, end in reversed(list(zip(row, ends, strict=True))):
        yield draw_run(run, y, end)
