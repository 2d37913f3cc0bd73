"""`casework draw`: a stage, or one child's journey, as a Mermaid diagram."""

from pathlib import Path
from typing import Annotated, Final

import typer

from casework.adapters.diagrams import draw_journey
from casework.adapters.streams import writing
from casework.cli.options import AsAtIfShown, KnownAt
from casework.cli.output import say
from casework.cli.source import Source
from casework.states import STAGES
from casework.states.drawing import draw as draw_stage

_TEXT: Final = (".mmd", ".md", ".txt")


def draw(
    *,
    what: Annotated[
        str, typer.Argument(metavar="STAGE|FILE", help="A stage, or a file.")
    ],
    child: Annotated[
        str | None, typer.Option("--child", metavar="ID", help="Which child of FILE.")
    ] = None,
    as_at: AsAtIfShown = None,
    known_at: KnownAt = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="X.mmd", help="Where to write."),
    ] = None,
) -> None:
    """Draw what may happen in a stage, or what happened to a child, in Mermaid."""
    if out is not None and out.suffix not in _TEXT:
        raise typer.BadParameter(
            f"pictures are not drawn yet: write Mermaid to a {_TEXT[0]} file, which "
            "GitHub shows as a picture, and https://mermaid.live turns into one",
            param_hint="-o",
        )
    if what in STAGES:
        _write(draw_stage(STAGES[what]), out)
        return
    if child is None or as_at is None:
        stages = ", ".join(STAGES)
        raise typer.BadParameter(
            f"give a stage ({stages}), or a file with --child and --as-at",
            param_hint="STAGE|FILE",
        )
    source = Source([Path(what)])
    journey = source.child(child).journey
    known = journey if known_at is None else journey.as_known(known_at)
    _write(draw_journey(known, as_at), out)
    source.leave()


def _write(text: str, out: Path | None) -> None:
    if out is None:
        say(*text.splitlines())
        return
    with writing(out) as file:
        file.write(f"{text.rstrip()}\n".encode())
