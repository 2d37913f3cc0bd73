"""Listings as JSON, as CSV, and as tables that fit a screen, written row by row."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import zip_longest
from textwrap import wrap
from typing import Any, TextIO, TypeAlias

from attrs import frozen

Row: TypeAlias = Mapping[str, Any]


class Format(StrEnum):
    """How a listing is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def plainly(text: str) -> str:
    """Give the text as it is, without colour."""
    return text


@frozen(kw_only=True)
class Column:
    """A column of a table.

    Parameters
    ----------
    title
        What stands above it.
    width
        How many characters a line of it has; what is longer takes more lines.
    of
        What it says of a row.
    right
        Whether it is set to the right, as numbers are.
    paint
        What colours a cell that is already set to its width.
    """

    title: str
    width: int
    of: Callable[[Row], str]
    right: bool = False
    paint: Callable[[str], str] = plainly


def write_json(rows: Iterable[Row], out: TextIO) -> None:
    """Write rows as one array, a row a line.

    Examples
    --------
    >>> import sys
    >>> write_json([{"rule": "england.referral.decision"}], sys.stdout)
    [
    {"rule": "england.referral.decision"}
    ]
    """
    before = "[\n"
    for row in rows:
        out.write(before + json.dumps(row))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def write_csv(rows: Iterable[Row], keys: Sequence[str], out: TextIO) -> None:
    r"""Write rows under their keys; what is null is left empty.

    Examples
    --------
    >>> import sys
    >>> write_csv([{"rule": "england.referral.decision", "due": None}],
    ...           ["rule", "due"], sys.stdout)
    rule,due
    england.referral.decision,
    """
    writer = csv.DictWriter(out, keys, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _cell(row[key]) for key in keys})


def write_table(rows: Iterable[Row], columns: Sequence[Column], out: TextIO) -> None:
    """Write rows as a table, each as it comes, so that any number of them fits.

    Examples
    --------
    >>> import sys
    >>> rule = Column(title="RULE", width=10, of=lambda row: row["rule"])
    >>> write_table([{"rule": "core_group.first"}], [rule], sys.stdout)
    RULE
    ----------
    core_group
    .first
    """
    heads = [wrap(column.title, column.width) for column in columns]
    out.writelines(_lines(heads, columns))
    out.write(" ".join("-" * column.width for column in columns) + "\n")
    for row in rows:
        cells = [_folded(printable(column.of(row)), column.width) for column in columns]
        out.writelines(_lines(cells, columns))


def printable(text: str) -> str:
    r"""Give text that cannot move the cursor or colour the screen.

    Examples
    --------
    >>> printable("C-1\x1b[2J")
    'C-1\\x1b[2J'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _cell(value: object) -> object:
    # As JSON has it, and not as Python has it.
    return json.dumps(value) if isinstance(value, bool) else value


def _folded(text: str, width: int) -> list[str]:
    if len(text) <= width:
        return [text]
    return wrap(text, width, break_on_hyphens=False)


def _lines(cells: Iterable[list[str]], columns: Sequence[Column]) -> Iterator[str]:
    for parts in zip_longest(*cells, fillvalue=""):
        pairs = zip(parts, columns, strict=True)
        yield " ".join(_set(part, column) for part, column in pairs).rstrip() + "\n"


def _set(part: str, column: Column) -> str:
    width = column.width
    return column.paint(part.rjust(width) if column.right else part.ljust(width))
