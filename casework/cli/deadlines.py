"""`casework deadlines`: what is due for every child, and how it stands."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Final

import typer
from attrs import field, frozen

from casework.adapters.tables import Column, Format, Row
from casework.cli.options import (
    AsAt,
    Files,
    KnownAt,
    Listing,
    Overlays,
    statuses,
)
from casework.cli.output import (
    WIDTH,
    Notes,
    coloured,
    column,
    counted,
    say,
    short,
    show,
)
from casework.cli.source import Source
from casework.cli.then import KEYS as THEN_KEYS
from casework.cli.then import Then
from casework.timescales import Status

KEYS: Final = (
    "child",
    "jurisdiction",
    "episode",
    "rule",
    "occurrence",
    "title",
    "starts",
    "due",
    "status",
    "met",
    "ended",
    "days_late",
    "basis",
    "authority",
    "precision",
    "provisional",
    "note",
)


def deadlines(
    *,
    files: Files,
    as_at: AsAt,
    known_at: KnownAt = None,
    status: Annotated[
        str | None,
        typer.Option(help="Only these, as overdue,met_late.", metavar="STATUS,..."),
    ] = None,
    as_then_known: Annotated[
        bool,
        typer.Option(
            "--as-then-known",
            help="Show too how each stood when its due day ended, as known then.",
        ),
    ] = False,
    overlay: Overlays = None,
    fail_on_overdue: Annotated[
        bool, typer.Option("--fail-on-overdue", help="Leave with 1 if any is overdue.")
    ] = False,
    output: Listing = Format.TABLE,
) -> None:
    """List what must be done by when for each child, and how it stands."""
    source = Source(files, overlay)
    wanted, tally, notes = statuses(status), Tally(), Notes()
    then = Then() if as_then_known else None
    every = counted(_rows(source, as_at, known_at, then), tally.see)
    rows = counted((row for row in every if row["status"] in wanted), tally.count)
    keys = (*KEYS, *THEN_KEYS) if then else KEYS
    columns = then.columns(notes) if then else deadline_columns(notes)
    show(rows, output=output, keys=keys, columns=columns)
    if output is Format.TABLE:
        notes.say()
        tally.say(as_at)
        if then:
            then.say()
    source.leave(otherwise=fail_on_overdue and tally.overdue)


def deadline_columns(notes: Notes, *, first: str = "child") -> list[Column]:
    """Give the columns of a table of deadlines: whose, which, when, how it stands."""
    return [
        column(first.upper(), 15, first),
        column("RULE", 30, "rule"),
        Column(title="DUE", width=10, of=_due),
        coloured(column("STATUS", 12, "status")),
        Column(title="LATE", width=4, of=_late, right=True),
        notes.column(),
    ]


@frozen
class Tally:
    """How many deadlines of each rule have each status."""

    counts: Counter[tuple[str, str]] = field(factory=Counter)
    seen: Counter[str] = field(factory=Counter)

    def see(self, row: Row) -> None:
        """Note a deadline, whether it is listed or not."""
        self.seen[row["status"]] += 1

    def count(self, row: Row) -> None:
        """Count a deadline that is listed."""
        self.counts[row["rule"], row["status"]] += 1

    @property
    def overdue(self) -> bool:
        """Whether any deadline is overdue, listed or not."""
        return bool(self.seen[Status.OVERDUE])

    def say(self, as_at: date) -> None:
        """Write the totals by rule and status."""
        if not self.counts:
            say("", f"No deadlines to list as at {as_at.isoformat()}")
            return
        shown = [one for one in Status if any(s == one for _, s in self.counts)]
        say("", f"Totals by rule and status, as at {as_at.isoformat()}")
        show(self._rows(), output=Format.TABLE, keys=(), columns=_totals(shown))
        say("", "Why: casework explain FILE --child ID --rule RULE --as-at DATE")

    def _rows(self) -> Iterator[Row]:
        for rule in sorted({rule for rule, _ in self.counts}):
            row = {one.value: self.counts[rule, one.value] for one in Status}
            yield {"rule": rule, **row}
        every = {one.value: 0 for one in Status}
        for (_, status), number in self.counts.items():
            every[status] += number
        yield {"rule": f"all {self.counts.total()}", **every}


def _rows(
    source: Source, as_at: date, known_at: datetime | None, then: Then | None
) -> Iterator[Row]:
    for read in source.children():
        if then is not None:
            yield from then.rows(read.journey, as_at, known_at)
            continue
        for deadline in read.journey.deadlines(as_at=as_at, known_at=known_at):
            yield deadline.as_row()


def _due(row: Row) -> str:
    return short(row["due"])


def _late(row: Row) -> str:
    return str(row["days_late"] or "")


def _totals(shown: list[Status]) -> list[Column]:
    counts = [_count(status) for status in shown]
    room = WIDTH - sum(one.width + 1 for one in counts)
    return [column("RULE", min(room, 42), "rule"), *counts]


def _count(status: Status) -> Column:
    words = status.value.replace("_", " ")
    width = max(5, *map(len, words.split()))
    return column(words, width, status.value, right=True)
