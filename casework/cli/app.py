"""The commands, gathered."""

import sys
from typing import Annotated

import typer

from casework.cli.caseload import caseload
from casework.cli.check import check
from casework.cli.deadlines import deadlines
from casework.cli.draw import draw
from casework.cli.explain import explain
from casework.cli.importing import import_cin, import_ssda903
from casework.cli.journey import journey
from casework.cli.report import report
from casework.cli.rules import rules
from casework.cli.simulate import compare, simulate
from casework.version import VERSION

app = typer.Typer(
    help="Statutory timescales of children's social care, worked out from records.",
    epilog="FILE is chronologies (.jsonl; - for standard input), a census (.xml) or "
    "the folder of an SSDA903 return.",
    no_args_is_help=True,
    add_completion=False,
    # Plain help and plain errors, which pipes and screen readers can use.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

_import = typer.Typer(
    help="Turn a file from elsewhere into chronologies.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"casework {VERSION}\n")
        raise typer.Exit


@app.callback()
def _casework(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say which."),
    ] = False,
) -> None:
    """Statutory timescales of children's social care, worked out from records."""


_COMMANDS = (
    *(deadlines, explain, check, journey, rules, draw, caseload, report),
    *(simulate, compare),
)
for _command in _COMMANDS:
    app.command()(_command)
_import.command("cin")(import_cin)
_import.command("ssda903")(import_ssda903)
app.add_typer(_import, name="import")
