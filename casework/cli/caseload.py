"""`casework caseload`: who has to do what by when, and the cases that drift."""

from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from casework.adapters.streams import writing
from casework.adapters.tables import Column, Format, Row
from casework.caseload import (
    By,
    Load,
    Morning,
    Task,
    Thresholds,
    When,
    calendar_feed,
    watches,
)
from casework.caseload.tasks import WINDOW
from casework.caseload.watch import NOT_SEEN_WEEKS
from casework.caseload.watches import WATCHES
from casework.cli.deadlines import KEYS as DEADLINE
from casework.cli.options import AsAt, Files, Listing, Overlays
from casework.cli.output import Notes, column, say, say_folded, short, show, warn
from casework.cli.source import Source
from casework.dates import is_moment
from casework.words import plural

KEYS: Final = ("worker", "role", "team", "when", *DEADLINE)
LIST_KEYS: Final = (
    "list",
    "child",
    "jurisdiction",
    "episode",
    "stage",
    "since",
    "days",
    "what",
    "workers",
    "team",
)
_AHEAD: Final = (When.OVERDUE, When.SOON)


Whose = Annotated[By, typer.Option("--by", help="Whose load is told.")]
Only = Annotated[
    str | None,
    typer.Option("--only", metavar="ID", help="Of this worker or team alone."),
]
Within = Annotated[
    int, typer.Option(min=0, help="How many working days ahead to look.")
]
Everything = Annotated[
    bool, typer.Option("--all", help="Also what is due later or has no date.")
]
Lists = Annotated[
    list[str] | None,
    typer.Option("--list", metavar="LIST", help="A list instead; or all."),
]
NotSeen = Annotated[
    int, typer.Option(min=1, help="Weeks after which a child counts as not seen.")
]


def _calendar(out: Path | None) -> Path | None:
    if out is not None and out.suffix != ".ics":
        raise typer.BadParameter("write a calendar to an .ics file")
    return out


Feed = Annotated[
    Path | None,
    typer.Option(
        "-o",
        metavar="OUT.ics",
        help="Also write a calendar feed.",
        callback=_calendar,
    ),
]


def caseload(
    *,
    files: Files,
    as_at: AsAt,
    by: Whose = By.WORKER,
    only: Only = None,
    within: Within = WINDOW,
    everything: Everything = False,
    lists: Lists = None,
    not_seen_weeks: NotSeen = NOT_SEEN_WEEKS,
    overlay: Overlays = None,
    out: Feed = None,
    output: Listing = Format.TABLE,
) -> None:
    """List what each worker must do, in order of risk, and the cases that drift."""
    every = [one.id for one in WATCHES]
    asked = every if lists and "all" in lists else lists or ()
    wanted = [one.id for one in watches(asked)]
    source = Source(files, overlay)
    seen = Morning(
        day=_day(as_at),
        within=within,
        thresholds=Thresholds(not_seen_weeks=not_seen_weeks),
        only=None if only is None else (by, only),
    )
    for read in source.children():
        seen.add(read.journey)
    loads = [one for one in seen.loads(by) if only in (None, one.name)]
    if only and not loads:
        warn(f"no {by} {only!r} has an open case on {seen.day}")
    if lists:
        _show_lists(seen, wanted, output)
    elif output is Format.TABLE:
        _show_loads(seen, loads, by, everything=everything)
        _show_counts(seen)
    else:
        rows = (task.as_row() for load in loads for task in load.tasks)
        show(rows, output=output, keys=KEYS, columns=())
    if out is not None:
        _feed(loads, seen.day, out)
    source.leave()


def _day(as_at: date) -> date:
    if is_moment(as_at):
        message = "a caseload is told as at the end of a day, and not as at a moment"
        raise typer.BadParameter(message, param_hint="--as-at")
    return as_at


def _show_loads(seen: Morning, loads: list[Load], by: By, *, everything: bool) -> None:
    notes = Notes()
    for load in loads:
        say(_name(load, by))
        say_folded(_counts(load, seen.within))
        rows = [one.as_row() for one in load.tasks if everything or one.when in _AHEAD]
        if rows:
            show(rows, output=Format.TABLE, keys=KEYS, columns=_columns(notes))
        say("")
    notes.say()


def _name(load: Load, by: By) -> str:
    # A source that says nothing of workers does not say that there is none.
    nobody = f"No {by} on record"
    return f"{by.value.capitalize()} {load.name}" if load.name else nobody


def _counts(load: Load, within: int) -> str:
    cases = plural(len(load.children), "open case")
    parts = (
        f"{load.count(When.OVERDUE)} overdue",
        f"{load.count(When.SOON)} due within {plural(within, 'working day')}",
        f"{load.count(When.LATER)} later",
        f"{load.count(When.NO_DATE)} without a date",
    )
    return f"{cases}: {', '.join(parts)}"


def _columns(notes: Notes) -> list[Column]:
    return [
        column("CHILD", 12, "child"),
        column("RULE", 27, "rule"),
        Column(title="DUE", width=10, of=lambda row: short(row["due"])),
        Column(title="LATE", width=4, of=_late, right=True),
        Column(title="AUTHORITY", width=18, of=_authority),
        notes.column(),
    ]


def _late(row: Row) -> str:
    # By the hour something is overdue before it is a day late.
    return str(row["days_late"]) if row["when"] == When.OVERDUE else ""


def _authority(row: Row) -> str:
    return str(row["authority"]).replace("_", " ")


def _show_counts(seen: Morning) -> None:
    say(f"Lists, as at {seen.day.isoformat()}")
    rows = [
        {
            "list": one.id,
            "title": one.title,
            "cases": len(seen.on(one.id)),
            "untold": seen.untold[one.id] or None,
        }
        for one in seen.watches
    ]
    columns = [
        column("LIST", 23, "list"),
        column("", 36, "title"),
        column("CASES", 6, "cases", right=True),
        column("CANNOT BE TOLD", 9, "untold", right=True),
    ]
    show(rows, output=Format.TABLE, keys=(), columns=columns)
    say("", "Which cases: casework caseload FILE --as-at DATE --list LIST")
    if any(seen.untold.values()):
        say_folded(
            "Of some children a list cannot be told: the source does not record what "
            "it needs."
        )


def _show_lists(seen: Morning, ids: list[str], output: Format) -> None:
    rows = (one.as_row() for id_ in ids for one in seen.on(id_))
    show(rows, output=output, keys=LIST_KEYS, columns=_list_columns())
    for id_ in ids:
        untold = seen.untold[id_]
        if untold:
            children = "1 child" if untold == 1 else f"{untold} children"
            warn(f"{id_} cannot be told of {children}: the source does not record it")


def _list_columns() -> list[Column]:
    return [
        column("LIST", 23, "list"),
        column("CHILD", 12, "child"),
        column("DAYS", 5, "days", right=True),
        column("WHAT", 28, "what"),
        column("WORKERS", 8, "workers"),
    ]


def _feed(loads: list[Load], day: date, out: Path) -> None:
    tasks: list[Task] = [task for load in loads for task in load.tasks]
    feed = calendar_feed(tasks, day)
    with writing(out) as file:
        file.write(feed)
    entries = plural(feed.count(b"BEGIN:VEVENT"), "deadline")
    warn(f"{entries} in {out}")
