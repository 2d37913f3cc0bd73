"""Names that are like one that nobody knows: a slip of the hand is told as one."""

from collections.abc import Iterable
from difflib import get_close_matches


def like(said: object, known: Iterable[str]) -> str:
    """Say what may have been meant by a name that is not known, if anything is like it.

    Parameters
    ----------
    said
        The name; of a rule it may be the end of the id, without the place.
    known
        The names that there are.

    Examples
    --------
    >>> like("referal_received", ["referral_received", "case_closed"])
    '; did you mean referral_received?'
    >>> like("conference.initial", ["england.conference.initial"])
    '; did you mean england.conference.initial?'
    """
    known, said = list(known), str(said)
    whole = [one for one in known if one.endswith(f".{said}")]
    near = whole or get_close_matches(said, known, n=1)
    return f"; did you mean {' or '.join(near)}?" if near else ""
