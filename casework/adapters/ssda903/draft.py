"""A child's record in the making: events with their rows, and what did not fit."""

import re
from collections import Counter
from datetime import date
from typing import Any, Final, TypeAlias

from attrs import Factory, define

from casework.adapters.ssda903.tables import Row
from casework.events import Event, UnreadEvent
from casework.findings import Finding, Severity

Said: TypeAlias = str | bool | None
"""What a field of an event holds here; None where the row does not say."""

SHOWN: Final = 40
"""Characters of a text that a finding quotes."""

_DAY: Final = re.compile(r"(\d\d)/(\d\d)/(\d{4})", re.ASCII)


def day_in(text: str) -> date | None:
    """Read a day as the return writes it, or None where there is none to be read.

    >>> day_in("31/03/2018")
    datetime.date(2018, 3, 31)
    """
    found = _DAY.fullmatch(text)
    try:
        return date(*map(int, reversed(found.groups()))) if found else None
    except ValueError:
        return None


@define(kw_only=True)
class Draft:
    """What was made so far of one child's rows.

    Parameters
    ----------
    child
        The child's opaque id.
    events
        The events, in the order in which the mapping makes them.
    rows
        The row of which an event was made, by the event's id.
    findings
        What did not fit.
    """

    child: str
    events: list[Event | UnreadEvent] = Factory(list)
    rows: dict[str, Row] = Factory(dict)
    findings: list[Finding] = Factory(list)
    _episodes: Counter[str] = Factory(Counter)

    def episode(self, stage: str) -> str:
        """Give the id of the stage's next episode, counted in order of date."""
        self._episodes[stage] += 1
        return f"{stage}-{self._episodes[stage]}"

    def add(self, kind: type[Event], row: Row, at: date, /, **said: Said) -> str:
        """Make an event of a row, and give its id."""
        id_ = self._next(row)
        fields: dict[str, Any] = {"at": at, "id": id_, **said}
        self.events.append(kind(**fields))
        return id_

    def keep(self, kind: type[Event], row: Row, column: str, /, **said: Said) -> None:
        """Keep a row as it came, of whose day no event can be made."""
        id_, text = self._next(row), row[column]
        # A postcode says where a child lives: it stays in the return.
        hidden = {"CHILD", "PL_POST"}
        came = {k: v for k, v in row.said.items() if v and k not in hidden}
        known = {k: v for k, v in said.items() if v is not None}
        why = f"{column} holds {text[:SHOWN]!r}" if text else f"{column} is empty"
        raw = {"event": kind.name, "at": text, "id": id_, **known, "row": came}
        self.events.append(UnreadEvent(raw, why))
        self.unreadable(row, column, why, event=id_)

    def _next(self, row: Row) -> str:
        id_ = f"e{len(self.events) + 1}"
        self.rows[id_] = row
        return id_

    def unreadable(
        self, row: Row, column: str, what: str, *, event: str | None = None
    ) -> None:
        """Say that a day cannot be read, or is not there."""
        self.find(
            "unreadable_date" if row[column] else "date_missing",
            row,
            what=what,
            expected="a day that there is, written as 31/03/2025",
            severity=Severity.ERROR,
            event=event,
        )

    def find(
        self,
        code: str,
        row: Row,
        *,
        what: str,
        expected: str,
        severity: Severity = Severity.WARNING,
        event: str | None = None,
    ) -> None:
        """Say what does not fit about a row, and about the event made of it."""
        finding = Finding(
            code=code,
            severity=severity,
            what=what,
            expected=expected,
            child=self.child,
            event=event,
            file=row.file,
            line=row.line,
        )
        self.findings.append(finding)
