"""The figures of a report entered as cells, with what adds up in and between them."""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import define

from casework.reporting.figure import Figure
from casework.reporting.measure import Unit
from casework.reporting.report import Report
from casework.reporting.suppression.across import across
from casework.reporting.suppression.table import Cells
from casework.reporting.told import KEYED, NO_PART

SPREAD: Final = (Unit.AVERAGE, Unit.MEDIAN)
"""Figures whose denominator alone is a number of cases."""


def cells_of(report: Report, below: int) -> Cells:
    """Give the cells of a report, and what a reader can add up.

    Parameters
    ----------
    report
        With every number.
    below
        Numbers from 1 up to and without this one are small.
    """
    cells = Cells()
    for measure in report.measures.values():
        month_cells = [
            _Figure(cells, figure, number, below).enter()
            for number, figure in enumerate(report.series(measure.id))
        ]
        whole = _Figure(cells, report.figure(measure.id), None, below)
        entered = whole.enter()
        # Shared meetings and families are in several months, and days are not summed.
        if measure.during and measure.counts not in KEYED and month_cells:
            _months_add_up(cells, month_cells, entered)
    across(cells, report.measures)
    return cells.merged()


def _months_add_up(
    cells: Cells, months: Sequence[Mapping[str, int]], whole: Mapping[str, int]
) -> None:
    for name, cell in whole.items():
        cells.add_up((month[name] for month in months if name in month), cell)


@define
class _Figure:
    """One figure, entered among the cells."""

    cells: Cells
    figure: Figure
    month: int | None
    below: int

    def enter(self) -> Mapping[str, int]:
        """Enter its numbers and their sums; give those that months add up to."""
        figure, measure = self.figure, self.figure.measure
        if figure.numerator is None:
            return {}
        entered = {}
        if measure.unit not in SPREAD or measure.counts in KEYED:
            entered["numerator"] = self._shown(
                "numerator", measure.numerator, figure.numerator
            )
        if measure.unit not in (Unit.COUNT, Unit.RATE, Unit.DAILY):
            entered["denominator"] = self._shown(
                "denominator", measure.denominator, figure.denominator or 0
            )
        if measure.unit is Unit.PERCENT:
            self._rest(entered["numerator"], entered["denominator"])
        counted = entered.get("denominator", entered.get("numerator"))
        if counted is not None and measure.counts not in KEYED:
            self._left_out(counted)
            self._parts(counted, entered.get("numerator"))
        return entered

    def _shown(self, name: str, words: str, value: float) -> int:
        small = self._small(value)
        if self.figure.measure.unit is Unit.DAILY:
            small = self._small(self.figure.value or 0)
        cell = self.cells.cell((words, self.month), value, small=small)
        self.cells.shown.add(cell)
        self.cells.named[self.figure.measure.id, self.month, name] = cell
        return cell

    def _part(self, name: str, value: float, *, of_record: bool = False) -> int:
        """Enter a number that no other figure has.

        What the record lacks, and not what happened to a child, may be known.
        """
        key = (self.figure.measure.id, self.month, name)
        small = self._small(value) and not of_record
        return self.cells.cell(key, value, small=small)

    def _rest(self, numerator: int, denominator: int) -> None:
        value = self._value(denominator) - self._value(numerator)
        rest = self._part("the rest", value)
        self.cells.add_up((numerator, rest), denominator)

    def _left_out(self, counted: int) -> None:
        """Say that what is counted and what is left out are together all there is."""
        left_out = []
        for reason, number in self.figure.left_out.items():
            cell = self._part(f"left out: {reason}", number or 0, of_record=True)
            self._show(f"left out: {reason}", cell)
            left_out.append(cell)
        total = sum(map(self._value, (counted, *left_out)))
        key = ("all", self.figure.measure.subject, self.month)
        whole = self.cells.cell(key, total, small=False)
        if left_out:
            self.cells.add_up((counted, *left_out), whole)
        else:
            self.cells.same(counted, whole)

    def _parts(self, counted: int, numerator: int | None) -> None:
        measure, parts = self.figure.measure, []
        # The page shows no bands by month.
        if not measure.parts or self.month is not None:
            return
        for part in self.figure.parts:
            outside = part.label == NO_PART
            name, count = f"part: {part.label}", part.count or 0
            cell = self._part(name, count, of_record=outside)
            self._show(name, cell)
            parts.append(cell)
        self.cells.add_up(parts, counted)
        if measure.met_parts is not None and numerator is not None:
            rest = self._part("the rest", self._value(counted) - self._value(numerator))
            self.cells.add_up(parts[: measure.met_parts], numerator)
            self.cells.add_up(parts[measure.met_parts :], rest)

    def _show(self, name: str, cell: int) -> None:
        self.cells.shown.add(cell)
        self.cells.named[self.figure.measure.id, self.month, name] = cell

    def _value(self, cell: int) -> float:
        return self.cells.values[cell]

    def _small(self, value: float) -> bool:
        return 0 < value < self.below
