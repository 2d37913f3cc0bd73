"""Names that are like one that nobody knows: a slip of the hand is told as one."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

# Nobody means another name than one that is as like as this.
_A_SLIP: Final = 0.85


def like(said: object, known: Iterable[str], otherwise: str = "") -> str:
    """Say what may have been meant by a name that is not known, if anything is like it.

    Parameters
    ----------
    said
        The name; of a rule it may be the end of the id, without the place.
    known
        The names that there are.
    otherwise
        What to say where none is like it.

    Examples
    --------
    >>> like("referal_received", ["referral_received", "case_closed"])
    '; did you mean referral_received?'
    >>> like("conference.initial", ["england.conference.initial"])
    '; did you mean england.conference.initial?'
    >>> like("plan", ["case_closed"], "events are listed in the vocabulary")
    '; events are listed in the vocabulary'
    """
    known, said = list(known), str(said)
    whole = [one for one in known if one.endswith(f".{said}")]
    slip = get_close_matches(said, known, n=1, cutoff=_A_SLIP)
    near = whole or slip or get_close_matches(said, known)
    if near:
        return f"; did you mean {' or '.join(near)}?"
    return f"; {otherwise}" if otherwise else ""
