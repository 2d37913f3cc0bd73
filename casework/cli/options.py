"""The arguments and options that commands share, each read in one way."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, TypeVar

import typer

from casework.adapters.tables import Format
from casework.dates import as_date, as_moment, as_when
from casework.errors import BadDate
from casework.timescales import Status

Read = TypeVar("Read")


class Page(StrEnum):
    """How what is no listing is written."""

    TABLE = "table"
    JSON = "json"


def _reader(read: Callable[[object], Read]) -> Callable[[str], Read]:
    def parse(text: str) -> Read:
        try:
            return read(text)
        except BadDate as error:
            raise typer.BadParameter(str(error)) from error

    return parse


def statuses(said: str | None) -> frozenset[Status]:
    """Read the statuses that are wanted, separated by commas; all if none is said.

    Raises
    ------
    typer.BadParameter
        When one is none of them.
    """
    if said is None:
        return frozenset(Status)
    words = {word.strip() for word in said.split(",")}
    unknown = sorted(words - set(Status))
    if unknown:
        known = ", ".join(Status)
        message = f"{unknown[0]!r} is not a status; say some of {known}"
        raise typer.BadParameter(message, param_hint="--status")
    return frozenset(Status(word) for word in words)


_READ: Final = "Chronologies (.jsonl), a census (.xml) or an SSDA903 folder."

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE...", help=_READ),
]
File = Annotated[
    Path,
    typer.Argument(metavar="FILE", help=_READ),
]
# A moment is also a date to Python.
AsAt = Annotated[
    date,
    typer.Option(
        "--as-at",
        metavar="DATE",
        parser=_reader(as_when),
        help="The day on whose end things stand, as 2025-03-31.",
    ),
]
AsAtIfShown = Annotated[
    date | None,
    typer.Option(
        "--as-at",
        metavar="DATE",
        parser=_reader(as_when),
        help="The day on whose end things stand; needed with a FILE.",
    ),
]
KnownAt = Annotated[
    datetime | None,
    typer.Option(
        "--known-at",
        metavar="MOMENT",
        parser=_reader(as_moment),
        help="Leave out what was written down later, as 2025-03-31T17:00Z.",
    ),
]
On = Annotated[
    date | None,
    typer.Option(
        "--on",
        metavar="DATE",
        parser=_reader(as_date),
        help="Only what is in force on this day.",
    ),
]
Start = Annotated[
    date | None,
    typer.Option(
        "--from",
        metavar="DATE",
        parser=_reader(as_date),
        help="The first day that is covered.",
    ),
]
End = Annotated[
    date | None,
    typer.Option(
        "--to",
        metavar="DATE",
        parser=_reader(as_date),
        help="The last day that is covered.",
    ),
]
First = Annotated[
    date,
    typer.Option(
        "--from",
        metavar="DATE",
        parser=_reader(as_date),
        help="The first day that is counted, as 2024-04-01.",
    ),
]
Last = Annotated[
    date,
    typer.Option(
        "--to",
        metavar="DATE",
        parser=_reader(as_date),
        help="The last day, on whose end things stand.",
    ),
]
Out = Annotated[
    Path,
    typer.Option(
        "-o", "--output", metavar="OUT.jsonl", help="Where to write; - for here."
    ),
]
Child = Annotated[str, typer.Option("--child", metavar="ID", help="Which child.")]
Overlays = Annotated[
    list[Path] | None,
    typer.Option(
        "--overlay",
        metavar="FILE",
        help="Local standards laid over the law; may be given more than once.",
    ),
]
Listing = Annotated[
    Format, typer.Option("--format", help="How the listing is written.")
]
Written = Annotated[Page, typer.Option("--format", help="How it is written.")]
