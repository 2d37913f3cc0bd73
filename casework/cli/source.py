"""The files that a command was given: read child by child, and what could not be."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from pathlib import Path
from typing import TypeAlias

from attrs import Factory, define, evolve, field
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn
from typer import Exit

from casework.adapters.cin import read_cin
from casework.adapters.jsonlines import read_jsonl
from casework.adapters.reading import Read, Unread
from casework.adapters.ssda903 import read_ssda903
from casework.adapters.streams import STANDARD_STREAM
from casework.adapters.tables import printable
from casework.cli.output import warn
from casework.corrections import heard
from casework.covering import not_covered
from casework.errors import Ambiguous, BadFile, NotFound
from casework.jurisdictions import JURISDICTIONS, Jurisdiction, jurisdiction
from casework.law.overlay import load_overlay
from casework.words import plural

Reader: TypeAlias = Callable[[Path], Iterable[Read | Unread]]
"""How a file is read, a child at a time."""


def places(overlays: Sequence[Path] | None) -> dict[str, Jurisdiction]:
    """Give each jurisdiction by its name, with the overlays of it laid over its law.

    Raises
    ------
    NotFound
        When an overlay is for a jurisdiction that there is not.
    """
    loaded = [load_overlay(path) for path in overlays or ()]
    for overlay in loaded:
        jurisdiction(overlay.jurisdiction)
    found = {}
    for name, one in JURISDICTIONS.items():
        over = [overlay for overlay in loaded if overlay.jurisdiction == name]
        law = reduce(lambda law, overlay: overlay.over(law), over, one.law)
        found[name] = one.with_law(law)
    return found


@define
class Source:
    """The files of a command, with what could not be read and what did not fit.

    Parameters
    ----------
    files
        Where to read; `-` for standard input.
    overlays
        Files of local standards.
    read
        How to read one of them; by default, as its name tells.
    listed
        Whether what is read is listed on standard output as it comes.
    """

    files: Sequence[Path]
    overlays: Sequence[Path] | None = None
    read: Reader = Factory(lambda: _read)
    listed: bool = True
    unread: int = 0
    findings: int = 0
    _places: dict[str, Jurisdiction] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Read the overlays first: without them, nothing else is worth reading."""
        self._places = places(self.overlays) if self.overlays else {}

    def lines(self) -> Iterator[Read | Unread]:
        """Give what each file holds, in order; a file that breaks off ends unread."""
        for path in self.files:
            for line in self._watched(path):
                if isinstance(line, Unread):
                    self.unread += 1
                    yield line
                else:
                    yield self._placed(line)

    def children(self) -> Iterator[Read]:
        """Give each child that could be read, and say on the way what could not."""
        for line in self.lines():
            if isinstance(line, Unread):
                warn(said(line))
                continue
            self.findings += _found(line)
            yield line

    def child(self, id_: str) -> Read:
        """Give the one child of this id.

        Raises
        ------
        NotFound
            When there is none.
        Ambiguous
            When there are several.
        """
        found = [one for one in self.children() if one.journey.child.id == id_]
        files = ", ".join(map(str, self.files))
        if not found:
            raise NotFound(f"there is no child {id_!r} in {files}")
        if len(found) > 1:
            where = ", ".join(f"line {one.line}" for one in found)
            raise Ambiguous(f"child {id_!r} stands more than once in {files}: {where}")
        return found[0]

    def leave(self, *, otherwise: bool = False) -> None:
        """Leave with 1 where something could not be read, or for another reason.

        Raises
        ------
        typer.Exit
            Always.
        """
        if self.findings:
            found = plural(self.findings, "finding")
            files = " ".join(map(str, self.files))
            warn(f"{found} on reading; see `casework check {files} --as-at DATE`")
        raise Exit(1 if self.unread or otherwise else 0)

    def _watched(self, path: Path) -> Iterator[Read | Unread]:
        """Count on the screen, unless a listing already shows there what was read."""
        shown = self.listed and sys.stdout.isatty()
        if shown or not sys.stderr.isatty():
            yield from self._whole(path)
            return
        columns = SpinnerColumn(), TextColumn("{task.completed:.0f} children read")
        console = Console(stderr=True)
        with Progress(*columns, console=console, transient=True) as progress:
            task = progress.add_task("", total=None)
            for line in self._whole(path):
                yield line
                progress.advance(task)

    def _whole(self, path: Path) -> Iterator[Read | Unread]:
        try:
            yield from self.read(path)
        except BadFile as error:
            yield Unread(text="", file=str(path), line=error.line, why=error.why)

    def _placed(self, line: Read) -> Read:
        if not self._places:
            return line
        place = self._places[line.journey.jurisdiction.name]
        return evolve(line, journey=line.journey.under(place))


def _found(line: Read) -> int:
    """Count what a source leaves in doubt by itself, whatever the law says."""
    chronology, zone = line.journey.chronology, line.journey.jurisdiction.zone
    events = heard(chronology, zone).events
    # Of a return, its reader has said already what lies after its last day.
    told = {one.event for one in line.findings} - {None}
    beyond = [o for o in not_covered(chronology, events, zone) if o.event not in told]
    return len(line.findings) + len(chronology.unread()) + len(beyond)


def said(line: Unread) -> str:
    """Say where something could not be read, and why."""
    if line.line is None:
        return printable(line.why)
    return printable(f"{line.file}, line {line.line}: {line.why}")


def _read(path: Path) -> Iterable[Read | Unread]:
    if path.is_dir():
        return read_ssda903(path)
    if path.suffix.lower() == ".xml":
        return read_cin(path)
    if path.suffix.lower() == ".jsonl" or str(path) == STANDARD_STREAM:
        return read_jsonl(path).lines()
    raise BadFile(
        f"{path} is neither chronologies (.jsonl) nor a census (.xml), and no folder "
        "of an SSDA903 return"
    )
