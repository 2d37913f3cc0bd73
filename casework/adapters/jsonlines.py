"""Chronologies in JSON Lines: one child a line, read and written without loss."""

import json
from collections.abc import Iterable, Iterator
from math import isfinite
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import frozen

from casework.adapters.plain import journey_from_plain, journey_to_plain
from casework.adapters.reading import Read, Unread
from casework.adapters.streams import reading, writing
from casework.birth import before_birth
from casework.corrections import heard
from casework.errors import BadChronology, BadEvent
from casework.journey import Journey

# Bytes that are no UTF-8 pass through Python's text and come out as they were.
_KEPT: Final = "surrogateescape"
_MARK: Final = b"\xef\xbb\xbf"

Line: TypeAlias = Journey | Read | Unread


@frozen
class JourneyFile:
    """A file of children's journeys, read one child at a time.

    Going through it gives the journeys. `lines()` also gives the lines that could
    not be read, so that they can be counted, reported and written back.

    Parameters
    ----------
    path
        The file; `-` for standard input.
    strict
        Whether to stop at the first line or event that cannot be read or be true.
    """

    path: str | Path
    strict: bool = False

    def __iter__(self) -> Iterator[Journey]:
        """Give each journey that could be read, in the order of the file."""
        return (line.journey for line in self.lines() if isinstance(line, Read))

    def lines(self) -> Iterator[Read | Unread]:
        """Give each line in the order of the file: read, or unread with the reason.

        Raises
        ------
        BadFile
            When the file cannot be opened.
        BadChronology, BadEvent
            If strict, at the first line or event that cannot be read, and at the
            first event before the birth that it cannot come before.
        """
        with reading(self.path) as file:
            for number, raw in enumerate(file, start=1):
                if raw.strip():
                    yield self._line(raw, number)

    def _line(self, raw: bytes, number: int) -> Read | Unread:
        try:
            journey = journey_from_plain(_loaded(raw))
        except BadChronology as error:
            if self.strict:
                raise BadChronology(f"{self.path}, line {number}: {error}") from error
            text = raw.removesuffix(b"\n").decode("utf-8", _KEPT)
            return Unread(text=text, file=str(self.path), line=number, why=str(error))
        if self.strict:
            self._refuse(journey, number)
        return Read(
            journey=journey,
            file=str(self.path),
            line=number,
        )

    def _refuse(self, journey: Journey, number: int) -> None:
        where = f"{self.path}, line {number}, child {journey.child.id}"
        for event in journey.chronology.unread():
            raise BadEvent(f"{where}, {event.why}")
        zone = journey.jurisdiction.zone
        events = heard(journey.chronology, zone).events
        for finding in before_birth(journey.child, events, zone):
            raise BadEvent(
                f"{where}, event {finding.event}: {finding.what} "
                f"(expected {finding.expected})"
            )


def read_jsonl(path: str | Path, *, strict: bool = False) -> JourneyFile:
    """Read the children's journeys of a file, one at a time.

    Parameters
    ----------
    path
        A file of JSON Lines in the format `casework/1`; `-` for standard input.
    strict
        True to stop at the first line or event that cannot be read, or that lies
        before birth and cannot. Otherwise such a line is given by `lines()` word for
        word, such an event is kept as it came and takes no part, and what lies before
        birth is a finding.

    Examples
    --------
    >>> from casework import Journey, jersey
    >>> write_jsonl([Journey.open(jersey, child="C-0001")], "children.jsonl")
    >>> [journey.child.id for journey in read_jsonl("children.jsonl")]
    ['C-0001']
    """
    return JourneyFile(path, strict)


def write_jsonl(journeys: Iterable[Line] | JourneyFile, path: str | Path) -> None:
    """Write children's journeys to a file, one a line.

    Unread lines and events are written back word for word. The file takes its name
    only when all of it is written, so a file may be read and written at once.

    Parameters
    ----------
    journeys
        Journeys, or the lines of a file, or a file.
    path
        Where to write; `-` for standard output.
    """
    lines = journeys.lines() if isinstance(journeys, JourneyFile) else journeys
    with writing(path) as file:
        for line in lines:
            file.write(_text(line).encode("utf-8", _KEPT) + b"\n")


def _text(line: Line) -> str:
    if isinstance(line, Unread):
        return line.text
    journey = line.journey if isinstance(line, Read) else line
    return json.dumps(journey_to_plain(journey), allow_nan=False)


def _loaded(raw: bytes) -> object:
    try:
        # Some programs put a mark before UTF-8; files put together have it anywhere.
        text = raw.removeprefix(_MARK).decode("utf-8")
        # The end of the line is no part of a text that was cut off in the middle.
        return _DECODER.decode(text.rstrip("\r\n"))
    except UnicodeDecodeError as error:
        where = f"byte {error.start + 1} of the line"
        raise BadChronology(f"not UTF-8 at {where}; save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise BadChronology(
            f"not JSON at character {error.colno} of {len(text.rstrip())}: {error.msg}"
        ) from error
    except RecursionError as error:
        raise BadChronology("not a chronology: objects within objects") from error
    except ValueError as error:
        raise BadChronology(f"not JSON that can be kept: {error}") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Of a key that stands twice Python would keep the last, and lose the other.
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _number(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError(f"the number {text} is too large")
    return number


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is not a number in JSON")


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_once, parse_float=_number, parse_constant=_no_number
)
