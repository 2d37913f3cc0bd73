"""Small numbers are hidden, and so many others that no sum gives them back.

A number from 1 to 4 may tell of somebody. It is hidden with the percentage and the
list, and so is one more number wherever a sum would give it back: the rest up to a
total, another band, another month, the same thing counted by another measure.
"""

from attrs import evolve

from casework.reporting.report import Report
from casework.reporting.suppression.cells import cells_of
from casework.reporting.suppression.table import Cells
from casework.reporting.suppression.working_out import worked_out

BELOW = 5
"""Answers under Jersey's Freedom of Information Law hide numbers below five."""


def suppress(report: Report, below: int = BELOW) -> Report:
    """Give a report with its small numbers hidden.

    Parameters
    ----------
    report
        With every number.
    below
        Numbers from 1 up to and without this one are hidden; 0 is shown, for it tells
        of nobody.

    Examples
    --------
    >>> from casework import Journey, england
    >>> from casework.events import ReferralReceived
    >>> from casework.reporting import report
    >>> journeys = [Journey.open(england, child="C-1").record(
    ...     ReferralReceived(at="2025-01-06"))]
    >>> made = suppress(report(journeys, "2025-01-01", "2025-12-31"))
    >>> figure = made.figure("referrals.count")
    >>> figure.value, sorted(figure.hidden)
    (None, ['numerator'])
    """
    cells = cells_of(report, below)
    hidden = cells.small & cells.shown
    while known := worked_out(cells, hidden) & cells.small:
        more = {_one_more(cells, cell, hidden) for cell in known}
        if more == {None}:
            break
        hidden |= {cell for cell in more if cell is not None}
    names: dict[tuple[str, int | None], frozenset[str]] = {}
    for (measure, month, name), cell in cells.named.items():
        if cell in hidden:
            before = names.get((measure, month), frozenset())
            names[measure, month] = before | {name}
    return evolve(report, below=below, hidden=names)


def _one_more(cells: Cells, cell: int, hidden: set[int]) -> int | None:
    """Choose what to hide so that no sum gives a cell back.

    It is the smallest number in the shortest sum, for there it hides the most with the
    least; where that has none to hide, in a sum that is linked to it.
    """
    near, left = {cell}, sorted(cells.sums, key=len)
    while touching := [one for one in left if near & one.keys()]:
        for one in touching:
            shown = (one.keys() & cells.shown) - hidden
            found = [(cells.values[other], other) for other in shown]
            if usable := [pair for pair in found if pair[0]]:
                return min(usable)[1]
        near |= {other for one in touching for other in one}
        left = [one for one in left if one not in touching]
    return None
