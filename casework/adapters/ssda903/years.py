"""What a return records, and in which collection years."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from casework.adapters.ssda903.draft import day_in
from casework.adapters.ssda903.tables import Row
from casework.errors import BadDate
from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    Event,
    LegalBasisChanged,
    LookedAfterReviewHeld,
    OrderEnded,
    OrderMade,
    PlacementEnded,
    PlacementStarted,
    PlacementStatusChanged,
    PoliceProtectionEnded,
    PoliceProtectionStarted,
    Returned,
    TemporaryStayEnded,
    TemporaryStayStarted,
    WentMissing,
)
from casework.records import Records

TELLS: Final[Mapping[str, tuple[type[Event], ...]]] = {
    "episodes": (
        BecameLookedAfter,
        CeasedLookedAfter,
        LegalBasisChanged,
        OrderEnded,
        OrderMade,
        PlacementEnded,
        PlacementStarted,
        PlacementStatusChanged,
        PoliceProtectionEnded,
        PoliceProtectionStarted,
        TemporaryStayEnded,
        TemporaryStayStarted,
    ),
    "reviews": (LookedAfterReviewHeld,),
    "missing": (Returned, WentMissing),
}
"""The events that each file records; on all others the return is silent."""

_APRIL: Final = 4


def records_of(
    files: Iterable[str], episodes: list[Row], start: date | None, end: date | None
) -> Records:
    """Say what a return records, and from which day to which.

    A return holds the episodes that were open in its year. They may have begun before,
    and so their ends say which year is the first; of the last year is what starts or
    ends last. Reviews and absences are not asked: one slip of the pen there would have
    the return cover years of which it tells nothing.

    Parameters
    ----------
    files
        The files that the folder has; on what another would tell, it is silent.
    episodes
        The rows of the episodes.
    start, end
        The first and the last day, where they are given.

    Raises
    ------
    BadDate
        When the last day lies before the first.
    """
    starts, ends = _days(episodes)
    if end is None and starts:
        end = _last_of_year(max([*starts, *ends]))
    if start is None and end is not None and starts:
        start = _first_of_year(min(end, *ends or [max(starts)]))
    if start and end and end < start:
        raise BadDate(f"The return cannot end on {end}, before it starts on {start}.")
    kinds = (kind for name in files for kind in TELLS.get(name, ()))
    return Records(events=[kind.name for kind in kinds], start=start, end=end)


def _days(episodes: list[Row]) -> tuple[list[date], list[date]]:
    starts, ends = [], []
    for row in episodes:
        start, end = day_in(row["DECOM"]), day_in(row["DEC"])
        if start is not None:
            starts.append(start)
            # An end that cannot be true says nothing of the year.
            ends.extend([end] if end is not None and end > start else [])
    return starts, ends


def _first_of_year(day: date) -> date:
    """Give the 1 April with which the collection year of a day begins."""
    year = day.year if day.month >= _APRIL else day.year - 1
    return date(year, _APRIL, 1) if year else date.min


def _last_of_year(day: date) -> date:
    """Give the 31 March with which the collection year of a day ends."""
    year = day.year + 1 if day.month >= _APRIL else day.year
    return date(year, _APRIL - 1, 31) if year <= date.max.year else date.max
