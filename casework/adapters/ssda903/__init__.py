"""The looked-after children return of England (SSDA903), read as journeys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from casework.adapters.reading import Read, Unread
from casework.adapters.ssda903.returned import Return
from casework.dates import as_date

__all__ = ["read_ssda903"]


def read_ssda903(
    folder: str | Path,
    *,
    start: date | str | None = None,
    end: date | str | None = None,
) -> Iterator[Read | Unread]:
    r"""Read a return, a child at a time, with a finding for all that does not fit.

    Every row of the episodes, the reviews and the missing file becomes events, also
    one that cannot be true; `uasc.csv` says who is unaccompanied. The other files are
    left alone: OC3 (care leavers) has no date but that of birth, and what the rest
    date (adoption, earlier permanence) is outside the journey that is told here.

    The rows of a child stand in many places of many files, so that the files are held
    in memory while their children are read; the journeys are made one by one.

    Parameters
    ----------
    folder
        Where `header.csv`, `episodes.csv` and, if they are there, `reviews.csv`,
        `missing.csv` and `uasc.csv` are; capitals in the names do not matter.
    start, end
        The first and the last day that the return covers, where they are not the
        collection years (1 April to 31 March) that its episodes tell of.

    Yields
    ------
    Read | Unread
        Each child's journey with its findings; or, kept as it came, a row that names
        no child or has too many values.

    Raises
    ------
    BadFile
        When the folder has no header or no episodes, or a file is not UTF-8, is no
        table, or lacks a column that is needed; with its line.
    BadDate
        When a day cannot be read, or the return would end before it starts.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> header = "CHILD,DOB\nC-0001,14/05/2010\n"
    >>> episodes = (
    ...     "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n"
    ...     "C-0001,03/06/2024,S,V2,U4,20/09/2024,E4A\n"
    ... )
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "header.csv").write_text(header)
    ...     _ = Path(folder, "episodes.csv").write_text(episodes)
    ...     [read] = read_ssda903(folder)
    >>> for event in read.journey.chronology.events:
    ...     print(event.at, event.name)
    2024-06-03 became_looked_after
    2024-06-03 placement_started
    2024-09-20 placement_ended
    2024-09-20 ceased_looked_after
    """
    first, last = (None if day is None else as_date(day) for day in (start, end))
    yield from Return.at(Path(folder), first, last).pieces()
