"""What was found in the sources and is not a rule here, each row with the reason.

The rows bear the numbers of the review of the sources of 21 November 2026, so that a
reader can check that nothing which was found has been lost.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from attrs import frozen


class Reason(StrEnum):
    """Why a row of the sources is not a rule."""

    AT_ONCE = "no number in the law: a duty at once"
    NO_NUMBER = "no number in any source that was read"
    NOT_A_DUTY = "a definition, a right or a condition, not a duty with a date"
    LOCAL_PRACTICE = (
        "local practice: the number differs by authority; see the example overlay"
    )
    NOT_CONFIRMED = "not confirmed by a source that was read"
    SUPERSEDED = "reported for another time, superseded"
    NO_EVENT = "no event of the vocabulary records what would start or meet it"
    AGENCY = "about the carer or the agency, not the child's timescale"
    ARITHMETIC = "arithmetic of days: built into the counting, not a rule"
    LATER = "its stage comes with a later version of this library"


# A row so marked is taken away when its rule arrives; a test says which.
LATER: Final = Reason.LATER


@frozen(kw_only=True)
class NotModelled:
    """One thing that the sources say and that is not a rule here.

    Parameters
    ----------
    jurisdiction
        `jersey` or `england`.
    row
        Its number in the review of the sources.
    what
        What the source says, in a sentence.
    reason
        Why it is not a rule.
    """

    jurisdiction: str
    row: str
    what: str
    reason: Reason


def for_one_reason(
    jurisdiction: str, reason: Reason, rows: Mapping[str, str]
) -> tuple[NotModelled, ...]:
    """Give the rows, sentence by number, that are left out for one reason.

    Examples
    --------
    >>> for_one_reason("jersey", Reason.AGENCY, {"LAC-5": "In writing."})[0].row
    'LAC-5'
    """
    return tuple(
        NotModelled(jurisdiction=jurisdiction, row=row, what=what, reason=reason)
        for row, what in rows.items()
    )
