"""`casework import`: a file from elsewhere as chronologies."""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from casework.adapters.jsonlines import write_jsonl
from casework.adapters.reading import Read
from casework.cli.source import Source
from casework.words import plural


def import_cin(
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE.xml", help="The census.")],
    out: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="OUT.jsonl", help="Where to write; - for here."
        ),
    ],
) -> None:
    """Turn a children in need census of England into chronologies."""
    source, totals = Source([file]), Counter[str]()
    write_jsonl(_counted(source, totals), out)
    sys.stderr.write(f"casework: {_summary(totals)} in {out}\n")
    source.leave()


def _counted(source: Source, totals: Counter[str]) -> Iterator[Read]:
    for read in source.children():
        totals["child"] += 1
        totals["event"] += len(read.journey.chronology.events)
        yield read


def _summary(totals: Counter[str]) -> str:
    children = "1 child" if totals["child"] == 1 else f"{totals['child']} children"
    return f"{children}, {plural(totals['event'], 'event')}"
