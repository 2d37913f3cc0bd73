"""The tables of a return: which files are there, and their rows."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from attrs import Factory, define, field, frozen

from casework.adapters.reading import Unread
from casework.adapters.ssda903.layouts import Layout
from casework.errors import BadFile

_MARK: Final = b"\xef\xbb\xbf"
"""What some programs write before the first character of UTF-8."""


@frozen(eq=False)
class Row:
    """A row of a table, and where it stands.

    Parameters
    ----------
    file, line
        Where it stands.
    said
        What it says, by the name of the column.
    """

    file: str
    line: int
    said: Mapping[str, str] = field(repr=False)

    def __getitem__(self, column: str) -> str:
        """Give what it says in a column; empty where it says nothing."""
        return self.said.get(column, "")


@define(kw_only=True)
class Table:
    """One file of the return.

    Parameters
    ----------
    file
        Its path, for findings.
    rows
        Its rows, in file order.
    unknown
        The columns that the return does not have.
    unread
        The rows that could not be read.
    """

    file: str
    rows: list[Row] = Factory(list)
    unknown: tuple[str, ...] = ()
    unread: list[Unread] = Factory(list)

    def by_child(self) -> dict[str, list[Row]]:
        """Give the rows of each child, in the order in which children first stand."""
        rows: dict[str, list[Row]] = {}
        for row in self.rows:
            rows.setdefault(row["CHILD"], []).append(row)
        return rows


def read_table(folder: Path, layout: Layout) -> Table | None:
    """Read a file of the return; None where the folder does not have it.

    Raises
    ------
    BadFile
        When it cannot be opened, is not UTF-8, is no table, or lacks a column that
        is needed; with its line.
    """
    path = _find(folder, f"{layout.name}.csv")
    if path is None:
        return None
    try:
        with path.open("rb") as stream:
            return _table(stream, str(path), layout)
    except OSError as error:
        raise BadFile(f"{path} cannot be read: {error.strerror}.") from error


def _find(folder: Path, name: str) -> Path | None:
    try:
        found = sorted(path for path in folder.iterdir() if path.name.lower() == name)
    except OSError as error:
        raise BadFile(f"{folder} is no folder: {error.strerror}.") from error
    if len(found) > 1:
        names = " and ".join(path.name for path in found)
        raise BadFile(f"{folder} holds both {names}: leave one of them there.")
    return next(iter(found), None)


def _table(stream: BinaryIO, file: str, layout: Layout) -> Table:
    rows = _rows(stream, file)
    _, _, first = next(rows, (1, "", []))
    columns = [name.strip().upper() for name in first]
    _check(columns, file, layout)
    known = {*layout.needed, *layout.wanted, *layout.others}
    unknown = tuple(name for name in columns if name and name not in known)
    table = Table(file=file, unknown=unknown)
    read = {*layout.needed, *layout.wanted}
    for line, text, values in rows:
        pairs = zip(columns, values, strict=False)
        said = {name: value.strip() for name, value in pairs if name in read}
        why = _unreadable(said, values[len(columns) :])
        if why:
            table.unread.append(Unread(text=text, file=file, line=line, why=why))
        else:
            table.rows.append(Row(file, line, said))
    return table


def _check(columns: list[str], file: str, layout: Layout) -> None:
    if lacking := [name for name in layout.needed if name not in columns]:
        why = (
            f"no column {', '.join(lacking)}. The first line must name the columns, "
            f"separated by commas: {', '.join(layout.needed)}."
        )
        raise BadFile(why, file, 1)
    if twice := [name for name in columns if name and columns.count(name) > 1]:
        raise BadFile(f"two columns {twice[0][:40]}; leave one.", file, 1)


def _unreadable(said: Mapping[str, str], beyond: list[str]) -> str:
    """Say why a row cannot be read, if it cannot."""
    if any(value.strip() for value in beyond):
        return "The row has more values than there are columns: is a comma not quoted?"
    # Of a row that is too short, the last columns say nothing.
    if not said.get("CHILD"):
        return "The row names no CHILD: give it one, and read it again."
    return ""


def _rows(stream: BinaryIO, file: str) -> Iterator[tuple[int, str, list[str]]]:
    """Give each row that says anything, with its first line and as it came."""
    came: list[str] = []
    reader = csv.reader(_lines(stream, file, came), strict=True)
    try:
        for values in reader:
            if any(value.strip() for value in values):
                yield reader.line_num - len(came) + 1, "".join(came), values
            came.clear()
    except csv.Error as error:
        raise BadFile(f"{error}.", file, reader.line_num) from error


def _lines(stream: Iterable[bytes], file: str, came: list[str]) -> Iterator[str]:
    for number, raw in enumerate(stream, start=1):
        try:
            text = (raw.removeprefix(_MARK) if number == 1 else raw).decode()
        except UnicodeDecodeError as error:
            why = "not every byte is UTF-8. Save the file again as UTF-8."
            raise BadFile(why, file, number) from error
        came.append(text)
        yield text
