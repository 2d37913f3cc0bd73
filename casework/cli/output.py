"""Listings on standard output: the columns, marks, notes and colours of commands."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, Final

import typer
from attrs import evolve, field, frozen

from casework.adapters.tables import (
    Column,
    Format,
    Row,
    plainly,
    printable,
    write_csv,
    write_json,
    write_table,
)

WIDTH: Final = 80

_COLOURS: Final = {
    "met": "green",
    "met_late": "yellow",
    "missed": "red",
    "overdue": "red",
    "error": "red",
    "warning": "yellow",
}


def show(
    rows: Iterable[Row],
    *,
    output: Format,
    keys: Sequence[str],
    columns: Sequence[Column],
) -> None:
    """Write a listing to standard output, row by row."""
    if output is Format.JSON:
        write_json(rows, sys.stdout)
    elif output is Format.CSV:
        write_csv(rows, keys, sys.stdout)
    else:
        write_table(rows, columns, sys.stdout)


def write_object(told: Mapping[str, Any]) -> None:
    """Write one object of JSON to standard output."""
    sys.stdout.write(json.dumps(told, indent=2) + "\n")


def say(*lines: str) -> None:
    """Write lines to standard output."""
    sys.stdout.writelines(f"{printable(line)}\n" for line in lines)


def warn(words: str) -> None:
    """Write a line to standard error, after what was written to standard output."""
    # A pipe holds back what is written to it: without this the warning comes first.
    sys.stdout.flush()
    sys.stderr.write(f"casework: {words}\n")


def say_folded(text: str) -> None:
    """Write a text to standard output so that its lines fit a screen."""
    for line in text.splitlines():
        indent = " " * (len(line) - len(line.lstrip()) + 3)
        # A link that is broken in two cannot be followed.
        folded = wrap(
            line,
            WIDTH,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        say(*folded)


def column(title: str, width: int, key: str, *, right: bool = False) -> Column:
    """Make a column of one key of a row, empty where it is null."""
    return Column(title=title, width=width, of=_teller(key), right=right)


def coloured(plain: Column) -> Column:
    """Colour a column's words, on a screen that shows colours and may."""
    wanted = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return evolve(plain, paint=_painted if wanted else plainly)


@frozen
class Notes:
    """The notes of a listing, each told once below it and marked where it applies."""

    numbers: dict[str, int] = field(factory=dict)

    def column(self, title: str = "", *keys: str) -> Column:
        """Make a column of the marks of some keys of a row; of its note by default."""

        def marks(row: Row) -> str:
            told = (self._mark(row[key]) for key in keys or ("note",))
            return " ".join(mark for mark in told if mark)

        return Column(title=title, width=max(4, len(title)), of=marks)

    def say(self) -> None:
        """Write the notes below the listing."""
        for note, number in self.numbers.items():
            mark = f"[{number}] ".rjust(5)
            say(*wrap(mark + note, WIDTH, subsequent_indent="     "))

    def _mark(self, note: str | None) -> str:
        if not note:
            return ""
        return f"[{self.numbers.setdefault(note, len(self.numbers) + 1)}]"


def counted(rows: Iterable[Row], count: Callable[[Row], None]) -> Iterator[Row]:
    """Give rows as they come, and count each on the way."""
    for row in rows:
        count(row)
        yield row


def short(when: str | None) -> str:
    """Give a day, or a moment to the minute, as a table has it.

    Examples
    --------
    >>> short("2026-11-23T09:40:00+00:00")
    '2026-11-23 09:40'
    """
    return (when or "")[:16].replace("T", " ")


def _teller(key: str) -> Callable[[Row], str]:
    def tell(row: Row) -> str:
        value = row[key]
        return "" if value is None else str(value)

    return tell


def _painted(text: str) -> str:
    colour = _COLOURS.get(text.strip())
    return typer.style(text, fg=colour) if colour else text
