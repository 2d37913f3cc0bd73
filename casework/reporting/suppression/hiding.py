"""Choosing what to hide, so that what is small cannot be worked out."""

from casework.reporting.suppression.table import Cells
from casework.reporting.suppression.working_out import worked_out


def hide(cells: Cells) -> set[int]:
    """Give the cells to hide: the small ones, and those from which they can be had.

    Parameters
    ----------
    cells
        The numbers of a report, and what adds up.
    """
    hidden = cells.small & cells.shown
    for part in cells.apart():
        _hide_in(part, hidden)
    return hidden


def _hide_in(cells: Cells, hidden: set[int]) -> None:
    while known := worked_out(cells, hidden) & cells.small:
        more = {_one_more(cells, cell, hidden) for cell in known} - {None}
        if not more:
            break
        hidden.update(cell for cell in more if cell is not None)


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
