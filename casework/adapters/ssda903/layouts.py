"""The files of the return that are read, and their columns."""

from typing import Final

from attrs import frozen


@frozen(kw_only=True)
class Layout:
    """A file of the return, and its columns.

    Parameters
    ----------
    name
        The name of the file, without `.csv` and in small letters.
    needed
        The columns without which it cannot be read.
    wanted
        The columns that are read where they are there.
    others
        The columns that the return has, and of which no event is made.
    """

    name: str
    needed: tuple[str, ...]
    wanted: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


HEADER: Final = Layout(
    name="header",
    needed=("CHILD", "DOB"),
    others=("SEX", "ETHNIC", "UPN", "MOTHER", "MC_DOB"),
)
EPISODES: Final = Layout(
    name="episodes",
    needed=("CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC", "REC"),
    wanted=("PLACE_PROVIDER", "REASON_PLACE_CHANGE", "PL_POST", "URN"),
    others=("CIN", "HOME_POST"),
)
REVIEWS: Final = Layout(
    name="reviews",
    needed=("CHILD", "REVIEW"),
    wanted=("REVIEW_CODE",),
    others=("DOB",),
)
MISSING: Final = Layout(
    name="missing",
    needed=("CHILD", "MISSING", "MIS_START", "MIS_END"),
    others=("DOB",),
)
UNACCOMPANIED: Final = Layout(
    name="uasc", needed=("CHILD",), others=("SEX", "DOB", "DUC")
)
