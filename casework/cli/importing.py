"""`casework import`: a file from elsewhere as chronologies."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from casework.adapters.cin import read_cin
from casework.adapters.jsonlines import write_jsonl
from casework.adapters.reading import Read
from casework.adapters.ssda903 import read_ssda903
from casework.adapters.streams import STANDARD_STREAM
from casework.cli.options import End, Out, Start
from casework.cli.output import warn
from casework.cli.source import Reader, Source
from casework.words import plural


def import_cin(
    *,
    file: Annotated[Path, typer.Argument(metavar="FILE.xml", help="The census.")],
    out: Out,
) -> None:
    """Turn a children in need census of England into chronologies."""
    _import(file, read_cin, out)


def import_ssda903(
    *,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder of its CSV files.")
    ],
    out: Out,
    start: Start = None,
    end: End = None,
) -> None:
    """Turn a looked-after children return (SSDA903) of England into chronologies.

    It covers the collection years of its episodes, unless --from and --to say others.
    """
    _import(folder, partial(read_ssda903, start=start, end=end), out)


def _import(path: Path, read: Reader, out: Path) -> None:
    source = Source([path], read=read, listed=str(out) == STANDARD_STREAM)
    totals = Counter[str]()
    write_jsonl(_counted(source, totals), out)
    warn(f"{_summary(totals)} in {out}")
    source.leave()


def _counted(source: Source, totals: Counter[str]) -> Iterator[Read]:
    for read in source.children():
        totals["child"] += 1
        totals["event"] += len(read.journey.chronology.events)
        yield read


def _summary(totals: Counter[str]) -> str:
    children = "1 child" if totals["child"] == 1 else f"{totals['child']} children"
    return f"{children}, {plural(totals['event'], 'event')}"
