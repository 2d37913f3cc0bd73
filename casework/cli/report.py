"""`casework report`: the figures that managers and inspectors ask for."""

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from attrs import fields

from casework.adapters.streams import writing
from casework.adapters.tables import Format
from casework.cli.options import Files, First, Last, Listing, Overlays
from casework.cli.output import show, warn
from casework.cli.report_table import show_table
from casework.cli.source import Source
from casework.errors import BadReport
from casework.reporting import Choices, Report, suppress
from casework.reporting import report as work_out
from casework.reporting.rows import KEYS, rows


class By(StrEnum):
    """Into what the days are parted."""

    MONTH = "month"


Population = Annotated[
    int | None,
    typer.Option(min=1, help="How many children live in the area; for rates."),
]
Wanted = Annotated[
    list[str] | None,
    typer.Option(
        "--measure",
        metavar="ID",
        help="Only this one, or all that begin so, as plans; may be given again.",
    ),
]
Chosen = Annotated[
    list[str] | None,
    typer.Option(
        "--choose",
        metavar="NAME=VALUE",
        help="Count something in another way, as placements_at_least=5.",
    ),
]
ByMonth = Annotated[
    By | None, typer.Option("--by", help="The figures of each month, too.")
]
Listed = Annotated[
    bool, typer.Option("--list", help="The children behind each figure, too.")
]
Suppression = Annotated[
    bool,
    typer.Option(
        "--suppression/--no-suppression",
        help="Hide numbers from 1 to 4, and what would give them back.",
    ),
]
Page = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="X.html", help="Write a page instead."),
]


def report(
    *,
    files: Files,
    first: First,
    last: Last,
    population: Population = None,
    measures: Wanted = None,
    by: ByMonth = None,
    listed: Listed = False,
    suppression: Suppression = True,
    choose: Chosen = None,
    overlay: Overlays = None,
    out: Page = None,
    output: Listing = Format.TABLE,
) -> None:
    """Work out measures over the children of the files, each with what it rests on.

    What happened is counted in the days --from to --to, how things stood at the end of
    the last one. docs/measures.md has every measure in words.
    """
    if out is not None and out.suffix.lower() != ".html":
        raise typer.BadParameter("a page is a .html file", param_hint="-o")
    source = Source(files, overlay, listed=False)
    made = work_out(
        (read.journey for read in source.children()),
        first,
        last,
        population=population,
        measures=measures,
        by_month=by is By.MONTH or out is not None,
        listed=listed,
        choices=_choices(choose or ()),
    )
    told = suppress(made) if suppression else made
    if out is None:
        _list(told, output, listed=listed)
    else:
        _write_page(told, out)
    source.leave()


def _choices(chosen: Sequence[str]) -> Choices:
    said: dict[str, object] = {}
    known = {one.name: one for one in fields(Choices)}
    for one in chosen:
        name, _, value = one.partition("=")
        if name not in known or not value:
            names = ", ".join(known)
            message = f"{one!r} is not a choice; write NAME=VALUE, of {names}"
            raise BadReport(message)
        said[name] = int(value) if value.isdigit() else value
    try:
        return Choices(**said)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise BadReport(f"{', '.join(chosen)}: {error.args[0]}") from error


def _list(told: Report, output: Format, *, listed: bool) -> None:
    every = rows(told, listed=listed)
    if output is Format.CSV:
        keys = (*KEYS, "children") if listed else KEYS
        every = ({key: _flat(row.get(key)) for key in keys} for row in every)
        show(every, output=output, keys=keys, columns=())
    elif output is Format.JSON:
        show(every, output=output, keys=KEYS, columns=())
    else:
        show_table(told, listed=listed)


def _flat(value: object) -> object:
    """Give a list or a table within a row as JSON, for a cell of CSV."""
    return json.dumps(value) if isinstance(value, dict | list) else value


def _write_page(told: Report, out: Path) -> None:
    from casework.reporting.page import page

    with writing(out) as file:
        file.write(page(told).encode())
    warn(f"the report stands in {out}")
