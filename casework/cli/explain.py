"""`casework explain`: one deadline, the sum in words."""

from typing import Annotated

import typer

from casework.cli.options import AsAt, Child, File, KnownAt, Overlays, Page, Written
from casework.cli.output import say_folded, write_object
from casework.cli.source import Source
from casework.journey import Journey
from casework.jurisdictions import JURISDICTIONS


def explain(
    *,
    file: File,
    child: Child,
    rule: Annotated[
        str, typer.Option("--rule", help="Which rule, as england.core_group.first.")
    ],
    as_at: AsAt,
    episode: Annotated[
        str | None, typer.Option("--episode", help="In which episode it started.")
    ] = None,
    occurrence: Annotated[
        int | None, typer.Option("--occurrence", min=1, help="Which, from 1.")
    ] = None,
    known_at: KnownAt = None,
    overlay: Overlays = None,
    output: Written = Page.TABLE,
) -> None:
    """Explain one deadline: its start, the days counted, what met it, its source."""
    source = Source([file], overlay)
    journey = source.child(child).journey
    explanation = journey.explain(
        _whole(rule, journey),
        as_at,
        episode=episode,
        occurrence=occurrence,
        known_at=known_at,
    )
    if output is Page.JSON:
        write_object(explanation.as_json())
    else:
        say_folded(explanation.text)
    source.leave()


def _whole(rule: str, journey: Journey) -> str:
    # `core_group.first` is enough: the child's jurisdiction is known.
    short = rule.partition(".")[0] not in JURISDICTIONS
    return f"{journey.jurisdiction.name}.{rule}" if short else rule
