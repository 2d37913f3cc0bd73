"""The figures of a report entered as cells, with what adds up in and between them."""

from collections.abc import Mapping, Sequence
from typing import Final

from attrs import define

from casework.reporting.figure import Figure
from casework.reporting.measure import Measure, Unit
from casework.reporting.measures.around import GROWN
from casework.reporting.measures.contacts import NOT_YET
from casework.reporting.measures.conversions import GOING_ON
from casework.reporting.measures.looked_after import IN_SHORT_BREAKS
from casework.reporting.measures.reviews import NONE_DUE
from casework.reporting.measures.timeliness import CEASED, STILL_OPEN
from casework.reporting.report import Report
from casework.reporting.suppression.across import across
from casework.reporting.suppression.table import Cells
from casework.reporting.told import KEYED, NO_PART

SPREAD: Final = (Unit.AVERAGE, Unit.MEDIAN)
"""Figures whose denominator alone is a number of cases."""

OF_A_CHILD: Final = frozenset(
    {CEASED, GOING_ON, GROWN, IN_SHORT_BREAKS, NONE_DUE, NOT_YET, STILL_OPEN}
)
"""Reasons that tell what happened to a child, and not what the record lacks."""


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
        whole = _Figure(cells, report.figure(measure.id), None, below).enter()
        if month_cells:
            _of_months(cells, measure, month_cells, whole)
    across(cells, report.measures)
    return cells.merged()


def _of_months(
    cells: Cells,
    measure: Measure,
    months: Sequence[Mapping[str, int]],
    whole: Mapping[str, int],
) -> None:
    for name, cell in whole.items():
        if measure.on_day:
            # As things stood at the end of the last month.
            cells.same(months[-1][name], cell)
            continue
        added = [month[name] for month in months if name in month]
        # A family, or a child that counts once in the days, may be in several months:
        # then they do not add up. Where they do, a reader may well add them up.
        if sum(cells.values[one] for one in added) == cells.values[cell]:
            cells.add_up(added, cell)


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
            return self._left_out(())
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
            rest = self._rest(entered["numerator"], entered["denominator"])
            entered |= self._doubts(rest)
        counted = entered.get("denominator", entered.get("numerator"))
        if counted is not None and measure.counts not in KEYED:
            self._parts(counted, entered.get("numerator"))
            entered |= self._left_out((counted,))
        return entered

    def _shown(self, name: str, words: str, value: float) -> int:
        small = self._small(value)
        if self.figure.measure.unit is Unit.DAILY:
            small = self._small(self.figure.value or 0)
        # What is no count, such as weeks added up, is entered nowhere.
        cell = self.cells.cell((words, self.month), int(value), small=small)
        self.cells.shown.add(cell)
        self.cells.named[self.figure.measure.id, self.month, name] = cell
        return cell

    def _part(self, name: str, value: int, *, of_record: bool = False) -> int:
        """Enter a number that no other figure has.

        What the record lacks, and not what happened to a child, may be known.
        """
        key = (self.figure.measure.id, self.month, name)
        small = self._small(value) and not of_record
        return self.cells.cell(key, value, small=small)

    def _rest(self, numerator: int, denominator: int) -> int:
        value = self._value(denominator) - self._value(numerator)
        rest = self._part("the rest", value)
        self.cells.add_up((numerator, rest), denominator)
        return rest

    def _doubts(self, rest: int) -> Mapping[str, int]:
        """Say that what goes on is among the rest, and how much of it is over."""
        entered = self._reasons("doubt", self.figure.doubts)
        going_on = entered.get(f"doubt: {GOING_ON}")
        if going_on is not None:
            over = self._part("over", self._value(rest) - self._value(going_on))
            self.cells.add_up((going_on, over), rest)
        return entered

    def _left_out(self, counted: Sequence[int]) -> Mapping[str, int]:
        """Say that what is counted and what is left out are together all there is."""
        entered = self._reasons("left out", self.figure.left_out)
        parts = (*counted, *entered.values())
        key = ("all", self.figure.measure.subject, self.month)
        whole = self.cells.cell(key, sum(map(self._value, parts)), small=False)
        if len(parts) == 1:
            self.cells.same(parts[0], whole)
        elif parts:
            self.cells.add_up(parts, whole)
        return entered

    def _reasons(
        self, kind: str, counts: Mapping[str, int | None]
    ) -> Mapping[str, int]:
        entered = {}
        for reason, number in counts.items():
            name, of_record = f"{kind}: {reason}", reason not in OF_A_CHILD
            entered[name] = self._part(name, number or 0, of_record=of_record)
            self._show(name, entered[name])
        return entered

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

    def _value(self, cell: int) -> int:
        return self.cells.values[cell]

    def _small(self, value: float) -> bool:
        return 0 < value < self.below
