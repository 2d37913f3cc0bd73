"""The looked-after return: every row is read, and told, or kept as it came."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from casework.adapters.reading import Read, Unread
from casework.adapters.ssda903 import read_ssda903
from casework.adapters.ssda903.codes import BASES, CHANGES, ENDS, PLACES
from casework.adapters.ssda903.draft import day_in
from casework.dates import iso
from casework.errors import BadFile
from casework.events import UnreadEvent
from tests.fuzz.target import Target, codes, judged, kind_of, round_trip
from tests.returns import COLUMNS

# One file of the fuzzer is a folder: its files, each under a line with its name.
_NAME: Final = re.compile(rb"^=== (\w{1,12}\.(?:csv|CSV))\n", re.MULTILINE)
_DATED: Final = {
    "episodes": ("DECOM", "DEC"),
    "reviews": ("REVIEW",),
    "missing": ("MIS_START", "MIS_END"),
}


def check(data: bytes) -> set[str]:
    """Read a return; see that no row, no child and no day of it is lost."""
    files = _files(data)
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
        try:
            pieces = list(read_ssda903(folder))
        except BadFile as fault:
            assert fault.line or fault.file is None
            return {f"fault {kind_of(fault.why)}"}
    for name, content in files.items():
        if Path(name).stem.lower() in COLUMNS:
            _kept(name, content, pieces)
    return set().union(*map(_seen, pieces))


def _files(data: bytes) -> dict[str, bytes]:
    parts = _NAME.split(data)
    return {
        name.decode(): text for name, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def _seen(piece: Read | Unread) -> set[str]:
    assert piece.line
    assert piece.file
    if isinstance(piece, Unread):
        return {f"unread {kind_of(piece.why)}"}
    assert all(one.line and one.file for one in piece.findings)
    round_trip(piece.journey)
    return codes(piece.findings) | judged(piece.journey)


def _kept(name: str, content: bytes, pieces: list[Read | Unread]) -> None:
    text = content.removeprefix(b"\xef\xbb\xbf").decode()
    unread = [p for p in pieces if isinstance(p, Unread) and p.file.endswith(name)]
    told = {p.journey.child.id: p for p in pieces if isinstance(p, Read)}
    assert all(piece.text in text for piece in unread)
    rows, left = _rows(text)
    assert left == len(unread)
    table, events = Path(name).stem.lower(), Counter[str]()
    for line, row in rows:
        read = told[row["CHILD"]]
        events[row["CHILD"]] += 1
        for column in _DATED.get(table, ()):
            _day_kept(row[column], line, name, read)
    for child, number in events.items():
        assert number == _counted(table, told[child]) or table not in _COUNTED


_COUNTED: Final = {"reviews": "looked_after_review_held", "missing": "went_missing"}


def _counted(table: str, read: Read) -> int:
    names = [
        event.raw["event"] if isinstance(event, UnreadEvent) else event.name
        for event in read.journey.chronology.events
    ]
    return names.count(_COUNTED.get(table))


def _day_kept(said: str, line: int, name: str, read: Read) -> None:
    """See that a day became an event, or that something is said of its row."""
    day = day_in(said)
    wanted = said if day is None else day.isoformat()
    days = {
        event.raw["at"] if isinstance(event, UnreadEvent) else iso(event.at)
        for event in read.journey.chronology.events
    }
    found = any(
        (one.line == line and str(one.file).endswith(name)) or wanted in one.what
        for one in read.findings
    )
    assert not said or wanted in days or found, (name, line, said)


def _rows(text: str) -> tuple[list[tuple[int, dict[str, str]]], int]:
    """Give the rows that name a child, with their lines, and count the others."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns, rows, left, line = None, [], 0, 1
    for values in reader:
        start, line = line, reader.line_num + 1
        if not any(map(str.strip, values)):
            continue
        if columns is None:
            columns = [name.strip().upper() for name in values]
            continue
        # Of a short row what is not there says nothing.
        filled = [*map(str.strip, values), *[""] * len(columns)]
        row = dict(zip(columns, filled, strict=False))
        if row["CHILD"] and not any(map(str.strip, values[len(columns) :])):
            rows.append((start, row))
        else:
            left += 1
    return rows, left


def _words() -> Iterator[str]:
    yield from (*BASES, *CHANGES, *ENDS, *PLACES, "PN1", "PN4", "M", "A", "Z9")
    yield from (",".join(COLUMNS).split(","))
    yield from (f"=== {name}.csv\n{columns}\n" for name, columns in COLUMNS.items())
    yield from ("03/06/2024", "20/09/2024", '"', '""', ",", "\n", "C-0001,", "C-0002,")
    yield from ("=== HEADER.csv\n", "=== ad1.csv\n", "\nC-0001,01/01/2024,S,V2,U4,,")


_SEED: Final = """\
=== header.csv
CHILD,DOB
C-0001,14/05/2010
C-0002,29/02/2008
=== episodes.csv
CHILD,DECOM,RNE,LS,PLACE,DEC,REC,URN,REASON_PLACE_CHANGE
C-0001,03/06/2023,S,V2,U4,20/09/2023,X1,,
C-0001,20/09/2023,L,E1,U4,01/10/2023,X1,,
C-0001,01/10/2023,P,E1,K2,05/01/2024,E4A,SC01,CARPL
C-0002,12/12/2023,S,V2,U6,15/12/2023,X1,,
C-0002,15/12/2023,P,V2,T0,20/12/2023,X1,,
C-0002,20/12/2023,P,V2,U6,,,,
=== reviews.csv
CHILD,REVIEW,REVIEW_CODE
C-0001,28/06/2023,PN1
C-0001,20/09/2023,PN4
=== missing.csv
CHILD,MISSING,MIS_START,MIS_END
C-0002,M,01/02/2024,03/02/2024
=== uasc.csv
CHILD,DUC
C-0002,28/02/2026
"""

TARGET: Final = Target(
    name="ssda903",
    seeds=(_SEED.encode(), _SEED.partition("=== reviews")[0].encode()),
    words=tuple(word.encode() for word in _words()),
    check=check,
)
