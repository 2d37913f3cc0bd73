"""The return as a whole: its files, what they record, and each of its children."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from attrs import frozen

from casework.adapters.reading import Read, Unread
from casework.adapters.ssda903.around import tell_absences, tell_reviews
from casework.adapters.ssda903.draft import SHOWN, Draft, day_in
from casework.adapters.ssda903.layouts import (
    EPISODES,
    HEADER,
    MISSING,
    REVIEWS,
    UNACCOMPANIED,
    Layout,
)
from casework.adapters.ssda903.parts import parts_of
from casework.adapters.ssda903.spells import tell_spells
from casework.adapters.ssda903.tables import Row, Table, read_table
from casework.adapters.ssda903.years import records_of
from casework.chronology import Child, Chronology
from casework.errors import BadFile
from casework.events import Event
from casework.findings import Finding, Severity
from casework.journey import Journey
from casework.jurisdictions import england
from casework.records import Records

_NEEDED = HEADER, EPISODES
_READ = (*_NEEDED, REVIEWS, MISSING, UNACCOMPANIED)


@frozen(kw_only=True)
class Return:
    """A return that was read whole, because its files tell of a child in many places.

    Parameters
    ----------
    tables
        Its files, by name.
    rows
        The rows of each child, by the name of the file and then by the child.
    records
        What the return records.
    """

    tables: dict[str, Table]
    rows: dict[str, dict[str, list[Row]]]
    records: Records

    @classmethod
    def at(cls, folder: Path, start: date | None, end: date | None) -> "Return":
        """Read the files of a folder.

        Raises
        ------
        BadFile
            When a file that is needed is not there, or one cannot be read.
        BadDate
            When the return would end before it starts.
        """
        found = {layout.name: read_table(folder, layout) for layout in _READ}
        tables = {name: table for name, table in found.items() if table is not None}
        _complete(folder, tables)
        rows = {
            name: table.by_child() if table else {} for name, table in found.items()
        }
        episodes = tables[EPISODES.name].rows
        records = records_of(tables, episodes, start, end)
        return cls(tables=tables, rows=rows, records=records)

    def pieces(self) -> Iterator[Read | Unread]:
        """Give the rows that could not be read, then each child."""
        for table in self.tables.values():
            yield from table.unread
        waiting = tuple(self._unknown_columns())
        for child in self._children():
            draft = Draft(child=child)
            journey = self._journey(draft)
            first = self._first_row(child)
            yield Read(
                journey=journey,
                findings=(*waiting, *draft.findings),
                file=first.file,
                line=first.line,
            )
            waiting = ()

    def _children(self) -> list[str]:
        """Name the children: those of the header first, in its order."""
        return list(dict.fromkeys(child for by in self.rows.values() for child in by))

    def _first_row(self, child: str) -> Row:
        return next(by[child][0] for by in self.rows.values() if child in by)

    def _of(self, layout: Layout, child: str) -> list[Row]:
        return self.rows[layout.name].get(child, [])

    def _journey(self, draft: Draft) -> Journey:
        child = self._child(draft)
        parts = parts_of(self._of(EPISODES, draft.child), draft)
        spells = tell_spells(parts, draft)
        tell_reviews(self._of(REVIEWS, draft.child), spells, draft)
        tell_absences(self._of(MISSING, draft.child), spells, draft)
        _judge_end(draft, self.records.end)
        chronology = Chronology(
            child=child, events=tuple(draft.events), records=self.records
        )
        return Journey(jurisdiction=england, chronology=chronology)

    def _child(self, draft: Draft) -> Child:
        rows = self._of(HEADER, draft.child)
        if not rows:
            _not_in_header(self._first_row(draft.child), draft)
        for row in rows[1:]:
            _again(row, draft)
        born = day_in(rows[0]["DOB"]) if rows else None
        if rows and born is None:
            # The text is not repeated: it may be a date of birth.
            draft.unreadable(rows[0], "DOB", "DOB holds no day that can be read")
        listed = bool(self._of(UNACCOMPANIED, draft.child))
        return Child(id=draft.child, born=born, unaccompanied=listed or None)

    def _unknown_columns(self) -> Iterator[Finding]:
        for table in self.tables.values():
            for name in table.unknown:
                yield Finding(
                    code="unknown_column",
                    severity=Severity.NOTE,
                    what=f"the column {name[:SHOWN]!r} is not of the return",
                    expected="the columns of the return; this one was not read",
                    file=table.file,
                    line=1,
                )


def _complete(folder: Path, tables: dict[str, Table]) -> None:
    lacking = [f"{one.name}.csv" for one in _NEEDED if one.name not in tables]
    if lacking:
        raise BadFile(
            f"{folder} has no {' and no '.join(lacking)}: an SSDA903 return is a "
            "folder of CSV files, of which these are needed."
        )


def _not_in_header(row: Row, draft: Draft) -> None:
    draft.find(
        "not_in_header",
        row,
        what="the child is not in the header",
        expected="a row there, with the date of birth; without one, no age is known",
    )


def _again(row: Row, draft: Draft) -> None:
    draft.find(
        "repeated_child",
        row,
        what="the child stands in the header once more",
        expected="one row for each child; the first was read",
    )


def _judge_end(draft: Draft, end: date | None) -> None:
    """Find the days that lie after the collection years."""
    for event in draft.events:
        if end and isinstance(event, Event) and event.id and event.at > end:
            draft.find(
                "after_return",
                draft.rows[event.id],
                what=f"{event.name} on {event.at} lies after the return of {end}",
                expected="nothing that happened after the collection years",
                event=event.id,
            )
