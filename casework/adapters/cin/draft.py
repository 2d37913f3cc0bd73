"""A child's record in the making: events with their elements, and what did not fit."""

from collections import Counter
from datetime import date
from typing import Any, Final

from attrs import Factory, define

from casework.adapters.cin.element import Element
from casework.dates import as_date
from casework.errors import BadDate
from casework.events import Event, UnreadEvent
from casework.findings import Finding, Severity

SHOWN: Final = 40
"""Characters of a text that a finding quotes."""


def day_in(element: Element | None) -> date | None:
    """Read the day in an element, or None where there is none that can be read."""
    try:
        return as_date(element.text) if element else None
    except BadDate:
        return None


@define(kw_only=True)
class Draft:
    """What was made so far of one child's part of the census.

    Parameters
    ----------
    child
        The child's opaque id.
    file
        The file's name, for findings.
    events
        The events, in the order in which the mapping makes them.
    ids
        The id of the event that was made of an element.
    findings
        What did not fit.
    """

    child: str
    file: str | None
    events: list[Event | UnreadEvent] = Factory(list)
    ids: dict[Element, str] = Factory(dict)
    findings: list[Finding] = Factory(list)
    _episodes: Counter[str] = Factory(Counter)
    _opened: set[str] = Factory(set)

    def episode(self, stage: str) -> str:
        """Give the id of the stage's next episode, counted in file order."""
        self._episodes[stage] += 1
        return f"{stage}-{self._episodes[stage]}"

    def add(
        self,
        kind: type[Event],
        element: Element,
        /,
        *,
        episode: str | None = None,
        follows: str | None = None,
        **said: str | bool | None,
    ) -> None:
        """Make an event of an element that holds its day.

        A day that cannot be read makes an event that is kept as it came. Only the
        first opener of an episode says what the episode follows.
        """
        id_ = f"e{len(self.events) + 1}"
        self.ids.setdefault(element, id_)
        fields: dict[str, Any] = {"id": id_, "episode": episode, **said}
        if kind.opens and episode not in self._opened:
            fields["follows"] = follows
        try:
            event = kind(at=as_date(element.text), **fields)
        except BadDate as error:
            self._unread(kind, element, fields, str(error))
        else:
            self.events.append(event)
            if kind.opens and episode:
                self._opened.add(episode)

    def _unread(
        self,
        kind: type[Event],
        element: Element,
        fields: dict[str, Any],
        why: str,
    ) -> None:
        said = {k: v for k, v in fields.items() if v is not None or k == "follows"}
        # The name of the element is no field of an event, so what a census leaves in
        # doubt is left in doubt by whoever reads the journey again.
        raw = {"event": kind.name, "at": element.text, **said, "element": element.name}
        self.events.append(UnreadEvent(raw, why))
        self.unreadable(element, repr(element.text[:SHOWN]))

    def expect(self, part: Element, name: str) -> None:
        """Say that a part of the return lacks a day that it must have."""
        if not part.named(name):
            self.find(
                "date_missing",
                part,
                what=f"{part.name} has no {name}",
                expected=f"a {name}; nothing was made up in its place",
            )

    def unreadable(self, element: Element, shown: str) -> None:
        """Say that the day in an element cannot be read."""
        self.find(
            "unreadable_date",
            element,
            what=f"{element.name} holds {shown}",
            expected="a day that there is, written as 2025-03-31",
            severity=Severity.ERROR,
        )

    def find(
        self,
        code: str,
        element: Element,
        *,
        what: str,
        expected: str,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Say what does not fit about an element, and about the event made of it."""
        finding = Finding(
            code=code,
            severity=severity,
            what=what,
            expected=expected,
            child=self.child,
            event=self.ids.get(element),
            file=self.file,
            line=element.line,
        )
        self.findings.append(finding)
