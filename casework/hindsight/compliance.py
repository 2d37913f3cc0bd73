"""Compliance as it was known on each due day, beside compliance as it is known now."""

from collections.abc import Iterable
from typing import Final

from attrs import asdict, frozen

from casework.hindsight.looking import Hindsight
from casework.timescales import Status

_MEASURED: Final = (Status.MET, Status.MET_LATE, Status.OVERDUE, Status.MISSED)


@frozen(kw_only=True)
class Compliance:
    """How many deadlines were met, as known on their due days and as known now.

    Both are of the same deadlines: those whose due day is over.

    Parameters
    ----------
    met_then, measured_then
        How many were known to be met when the due day ended, and of how many this can
        be said.
    met_now, measured_now
        How many are known now to have been met in time, and of how many.
    not_known
        Of how many it was not known that there was a duty.
    differ
        Of how many more is known now than was then.

    Examples
    --------
    >>> known = Compliance(met_then=3, measured_then=5, met_now=4, measured_now=5)
    >>> (known + known).met_now
    8
    """

    met_then: int = 0
    measured_then: int = 0
    met_now: int = 0
    measured_now: int = 0
    not_known: int = 0
    differ: int = 0

    def __add__(self, other: "Compliance") -> "Compliance":
        """Count those of other children too."""
        ours = asdict(self).items()
        return Compliance(**{name: n + getattr(other, name) for name, n in ours})


def compliance(found: Iterable[Hindsight]) -> Compliance:
    """Count what was known on the due days, and what is known now.

    Parameters
    ----------
    found
        Of one child or of many, as `journey.hindsight(as_at)` gives them.
    """
    rows = tuple(found)
    then = [one.status_then for one in rows]
    now = [one.deadline.status for one in rows]
    return Compliance(
        met_then=then.count(Status.MET),
        measured_then=sum(one in _MEASURED for one in then),
        met_now=now.count(Status.MET),
        measured_now=sum(one in _MEASURED for one in now),
        not_known=then.count(None),
        differ=sum(one.differs for one in rows),
    )
