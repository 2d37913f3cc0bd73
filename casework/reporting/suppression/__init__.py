"""Small numbers are hidden, and so many others that no sum gives them back.

A number from 1 to 4 may tell of somebody. It is hidden with the percentage and the
list, and so is one more number wherever a sum would give it back: the rest up to a
total, another band, another month, the same thing counted by another measure. Lists of
children are shown only where no number is hidden and no line of them tells of few.
"""

from attrs import evolve

from casework.reporting.masking import LIST
from casework.reporting.report import Report
from casework.reporting.suppression.cells import cells_of
from casework.reporting.suppression.hiding import hide
from casework.reporting.suppression.lists import hidden_lists

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
    hidden = hide(cells)
    names: dict[tuple[str, int | None], frozenset[str]] = {}
    for (measure, month, name), cell in cells.named.items():
        if cell in hidden:
            before = names.get((measure, month), frozenset())
            names[measure, month] = before | {name}
    for measure in hidden_lists(report, below, names):
        names[measure, None] = names.get((measure, None), frozenset()) | {LIST}
    return evolve(report, below=below, hidden=names)
