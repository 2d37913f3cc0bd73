"""The children in need census of England, read as a stream of journeys."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from casework.adapters.cin.census import Census
from casework.adapters.cin.xml import parts
from casework.adapters.reading import Read, Unread

__all__ = ["read_cin"]


def read_cin(source: str | Path | BinaryIO) -> Iterator[Read | Unread]:
    """Read a census, a child at a time, with a finding for all that does not fit.

    Every date becomes an event, also one that cannot be true. Only one child is held
    in memory, whatever the size of the file.

    Parameters
    ----------
    source
        The path of the XML file, or the file opened for bytes.

    Yields
    ------
    Read | Unread
        Each child's journey with its findings; or, kept as it came, a child without
        an id, or what stands beside the children and is not of the return.

    Raises
    ------
    BadFile
        When the file cannot be opened, is no census, is cut off or not well-formed,
        or holds what no census has; with its line, and after the children before it.

    Examples
    --------
    >>> from io import BytesIO
    >>> census = b'''<Message><Children><Child>
    ...   <ChildIdentifiers><LAchildID>C-0001</LAchildID></ChildIdentifiers>
    ...   <CINdetails><CINreferralDate>2025-01-06</CINreferralDate></CINdetails>
    ... </Child></Children></Message>'''
    >>> [read] = read_cin(BytesIO(census))
    >>> [event.name for event in read.journey.chronology.events]
    ['referral_received']
    """
    file = _name(source)
    census = Census(file=file)
    for part in parts(source, file):
        yield from census.take(part)


def _name(source: str | Path | BinaryIO) -> str | None:
    named = source if isinstance(source, str | Path) else getattr(source, "name", None)
    return str(named) if isinstance(named, str | Path) else None
