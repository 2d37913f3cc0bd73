"""`casework rules`: the law that is in the package, version by version."""

from typing import Annotated

import typer

from casework.adapters.tables import Column, Format
from casework.cli.options import Listing, On, Overlays
from casework.cli.output import Notes, column, show
from casework.cli.source import places
from casework.jurisdictions import jurisdiction as named
from casework.law.listing import rows as rows_of
from casework.law.source import Basis


def rules(
    *,
    jurisdiction: Annotated[
        str | None, typer.Option("--jurisdiction", help="Only jersey, or only england.")
    ] = None,
    on: On = None,
    basis: Annotated[
        Basis | None, typer.Option("--basis", help="Only what rests on this.")
    ] = None,
    overlay: Overlays = None,
    output: Listing = Format.TABLE,
) -> None:
    """List the rules: words, period, authority, basis, source and dates in force."""
    laid = places(overlay)
    chosen = [laid[named(jurisdiction).name]] if jurisdiction else list(laid.values())
    notes = Notes()
    show(
        (row for one in chosen for row in rows_of(one.law, on=on, basis=basis)),
        output=output,
        keys=tuple(next(iter(rows_of(chosen[0].law)))),
        columns=_columns(notes),
    )
    if output is Format.TABLE:
        notes.say()


def _columns(notes: Notes) -> list[Column]:
    return [
        column("RULE", 30, "id"),
        column("PERIOD", 14, "period"),
        column("BASIS", 11, "basis"),
        column("FROM", 10, "from"),
        notes.column("SOURCE", "provision"),
        notes.column("NOTE"),
    ]
