"""Which lists of children are hidden, because a small number can be read from them."""

from collections import Counter
from collections.abc import Collection, Iterable

from casework.reporting.report import Report
from casework.reporting.tally import Behind


def hidden_lists(report: Report, below: int, hidden: Collection[object]) -> set[str]:
    """Give the measures whose list of children is hidden.

    Who is on two lists, or is twice on one, is another number of the report: of how
    many children went missing, of how many were referred again. So there are lists
    only where the report hides nothing.

    Parameters
    ----------
    report
        With every number.
    below
        Fewer children of whom a list says the same than this are few.
    hidden
        The numbers of the report that are hidden.
    """
    listed = {id_: tally.behind() for id_, tally in report.tallies.items()}
    return {
        id_
        for id_, children in listed.items()
        if children and (hidden or _tells_of_few(children, below))
    }


def _tells_of_few(children: Iterable[Behind], below: int) -> bool:
    alike = Counter((one.how, one.part, one.times) for one in children)
    return any(number < below for number in alike.values())
