"""The census as a whole: until when it records, and each of its children."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import define

from casework.adapters.cin.draft import Draft, day_in
from casework.adapters.cin.element import Element
from casework.adapters.cin.mapping import EVENTS, tell
from casework.adapters.cin.order import judge_end, judge_order
from casework.adapters.cin.returned import odd_parts
from casework.adapters.reading import Read, Unread
from casework.chronology import Child, Chronology
from casework.dates import days_after, months_after
from casework.errors import BadDate
from casework.findings import Finding
from casework.journey import Journey
from casework.jurisdictions import england
from casework.records import Records

_NO_DISABILITY: Final = "NONE"
_SILENT_ON_DAYS: Final = Records(events=EVENTS)


@define(kw_only=True)
class Census:
    """What is known of the file so far, and what waits for a child to be told with.

    Parameters
    ----------
    file
        Its name, for findings.
    records
        What it records; without days until its header was read.
    waiting
        Findings on the file itself, which go with its first child.
    begun
        Whether a child was read.
    """

    file: str | None
    records: Records = _SILENT_ON_DAYS
    waiting: tuple[Finding, ...] = ()
    begun: bool = False

    def take(self, part: Element) -> Iterator[Read | Unread]:
        """Read the next part of the file."""
        if part.name == "Header":
            self._header(part)
        elif part.name == "Child":
            yield self._child(part)
        elif part.name not in {"Children", "Message"}:
            yield self._unread(part, f"{part.name[:40]!r} is not of the return")
        elif part.children:
            # The children of the return itself were taken out as they were read.
            yield self._unread(part, f"{part.name!r} stands within the return again")
        elif part.text:
            yield self._unread(part, "This text stands loose beside the children")

    def _header(self, header: Element) -> None:
        draft = Draft(child="", file=self.file)
        _find_odd(header, draft)
        self.waiting = tuple(draft.findings)
        for element in header.below():
            end = day_in(element) if element.name == "ReferenceDate" else None
            if end:
                self.records = _year_to(end)

    def _child(self, child: Element) -> Read | Unread:
        id_ = _first(child, "LAchildID")
        if id_ is None or not id_.text.strip():
            return self._unread(
                child, "The child has no LAchildID: give it one, and read it again"
            )
        draft = Draft(child=id_.text, file=self.file)
        journey = self._journey(child, draft)
        found, self.waiting = (*self.waiting, *self._found(child, draft)), ()
        self.begun = True
        return Read(journey=journey, findings=found, file=self.file, line=child.line)

    def _journey(self, child: Element, draft: Draft) -> Journey:
        tell(child, draft)
        who = Child(
            id=draft.child,
            born=_birth(child, "PersonBirthDate", draft),
            expected=_birth(child, "ExpectedPersonBirthDate", draft),
            disabled=_disabled(child),
        )
        chronology = Chronology(
            child=who, events=tuple(draft.events), records=self.records
        )
        return Journey(jurisdiction=england, chronology=chronology)

    def _found(self, child: Element, draft: Draft) -> list[Finding]:
        _find_odd(child, draft)
        judge_order(child, draft)
        if self.records.end:
            judge_end(child, self.records.end, draft)
        elif not self.begun:
            _no_end(child, draft)
        return sorted(draft.findings, key=lambda one: one.line or 0)

    def _unread(self, part: Element, why: str) -> Unread:
        return Unread(text=part.as_xml(), file=self.file, line=part.line, why=f"{why}.")


def _year_to(end: date) -> Records:
    try:
        start = days_after(months_after(end, -12), 1)
    except BadDate:  # the first year of the calendar has no year before it
        start = None
    return Records(events=EVENTS, start=start, end=end)


def _find_odd(element: Element, draft: Draft) -> None:
    for odd in odd_parts(element):
        draft.find(
            odd.code,
            odd.element,
            what=odd.what,
            expected=odd.expected,
            severity=odd.severity,
        )


def _no_end(child: Element, draft: Draft) -> None:
    draft.find(
        "reference_date_missing",
        child,
        what="the census has no ReferenceDate that can be read, before its children",
        expected="a ReferenceDate; without one, silence after the census counts",
    )


def _first(child: Element, name: str) -> Element | None:
    """Give the first of the child's identifiers of a name."""
    parts = child.named("ChildIdentifiers")
    return next((one for part in parts for one in part.named(name)), None)


def _birth(child: Element, name: str, draft: Draft) -> date | None:
    element = _first(child, name)
    day = day_in(element)
    if element and day is None:
        draft.unreadable(element, "no day that can be read")
    return day


def _disabled(child: Element) -> bool | None:
    codes = {
        code.text
        for part in child.named("ChildCharacteristics")
        for disabilities in part.named("Disabilities")
        for code in disabilities.named("Disability")
    }
    return codes != {_NO_DISABILITY} if codes else None
