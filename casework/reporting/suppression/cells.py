"""The numbers of a report as cells, and the sums that a reader can do with them."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import Factory, define

from casework.reporting.figure import Figure
from casework.reporting.measure import Unit
from casework.reporting.report import Report
from casework.reporting.told import KEYED

Name: TypeAlias = tuple[str, int | None, str]
"""A measure, the number of the month or None for all of it, and what of its figure."""

Sum: TypeAlias = Mapping[int, int]
"""Cells, each with 1 or -1, that add up to nothing."""

SPREAD: Final = (Unit.AVERAGE, Unit.MEDIAN)
"""Figures whose denominator alone is a number of cases."""


@define
class Cells:
    """The numbers of a report, shown or only to be had by sums.

    Parameters
    ----------
    values
        How many, by the number of the cell.
    shown
        The cells that the report prints.
    small
        The cells whose number is too small to be known.
    sums
        What a reader knows to add up.
    named
        Which cell each number of a figure is: the same words are the same cell.
    """

    values: list[float] = Factory(list)
    shown: set[int] = Factory(set)
    small: set[int] = Factory(set)
    sums: list[Sum] = Factory(list)
    named: dict[Name, int] = Factory(dict)
    _known: dict[Hashable, int] = Factory(dict)

    def cell(self, key: Hashable, value: float, *, small: bool) -> int:
        """Give the cell of some words and days, which may be a new one."""
        whole = key, value
        if whole not in self._known:
            self._known[whole] = len(self.values)
            self.values.append(value)
        number = self._known[whole]
        if small:
            self.small.add(number)
        return number

    def add_up(self, parts: Iterable[int], whole: int) -> None:
        """Say that some cells add up to another."""
        found: dict[int, int] = {whole: -1}
        for part in parts:
            found[part] = found.get(part, 0) + 1
        self.sums.append({cell: sign for cell, sign in found.items() if sign})


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
    return cells


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

    def _part(self, name: str, value: float) -> int:
        """Enter a number that no other figure has."""
        id_ = self.figure.measure.id
        key = (id_, self.month, name)
        return self.cells.cell(key, value, small=self._small(value))

    def _rest(self, numerator: int, denominator: int) -> None:
        values = self.cells.values
        rest = self._part("the rest", values[denominator] - values[numerator])
        self.cells.add_up((numerator, rest), denominator)

    def _left_out(self, counted: int) -> None:
        """Say that what is counted and what is left out are together all there is."""
        left_out = []
        for reason, number in self.figure.left_out.items():
            cell = self._part(f"left out: {reason}", number or 0)
            self._show(f"left out: {reason}", cell)
            left_out.append(cell)
        total = sum(self.cells.values[cell] for cell in (counted, *left_out))
        key = ("all", self.figure.measure.subject, self.month)
        whole = self.cells.cell(key, total, small=False)
        self.cells.add_up((counted, *left_out), whole)

    def _parts(self, counted: int, numerator: int | None) -> None:
        measure, parts = self.figure.measure, []
        # The page shows no bands by month.
        if not measure.parts or self.month is not None:
            return
        for part in self.figure.parts:
            cell = self._part(f"part: {part.label}", part.count or 0)
            self._show(f"part: {part.label}", cell)
            parts.append(cell)
        self.cells.add_up(parts, counted)
        if measure.met_parts is not None and numerator is not None:
            self.cells.add_up(parts[: measure.met_parts], numerator)

    def _show(self, name: str, cell: int) -> None:
        self.cells.shown.add(cell)
        self.cells.named[self.figure.measure.id, self.month, name] = cell

    def _small(self, value: float) -> bool:
        return 0 < value < self.below
