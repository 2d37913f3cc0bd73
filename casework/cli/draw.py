"""`casework draw`: a stage, or one child's journey, in Mermaid or as a picture."""

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
from casework.timeline import as_svg, stage_svg, timeline_of

_PICTURE: Final = ".svg"
_TEXT: Final = (".mmd", ".md", ".txt")

_Out = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="X.svg|X.mmd",
        help="Where to write: a picture to .svg, Mermaid to .mmd.",
    ),
]


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
    out: _Out = None,
) -> None:
    """Draw what may happen in a stage, or what happened to a child and what is due.

    Without -o, or to a .mmd file, it is Mermaid: of a child, which episode came out of
    which. To an .svg file it is a picture: of a child, a timeline.
    """
    if out is not None and out.suffix not in (_PICTURE, *_TEXT):
        raise typer.BadParameter(
            f"write a picture to an {_PICTURE} file, or Mermaid to a {_TEXT[0]} file",
            param_hint="-o",
        )
    picture = out is not None and out.suffix == _PICTURE
    if what in STAGES:
        stage = STAGES[what]
        _write(stage_svg(stage) if picture else draw_stage(stage), out)
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
    drawn = as_svg(timeline_of(known, as_at)) if picture else draw_journey(known, as_at)
    _write(drawn, out)
    source.leave()


def _write(text: str, out: Path | None) -> None:
    if out is None:
        say(*text.splitlines())
        return
    with writing(out) as file:
        file.write(f"{text.rstrip()}\n".encode())
