"""Builds children in need censuses for the tests, and counts the dates in them."""

import re
from io import BytesIO
from typing import Final

from hypothesis import strategies as st

from casework.adapters.cin import read_cin
from casework.adapters.reading import Read
from casework.events import Event
from tests.source import ROOT

DATA: Final = ROOT / "examples" / "data"
SAMPLES: Final = tuple(
    DATA / f"{name}.xml"
    for name in ("CIN_Census_2024", "cin_2025_whole", "fake_CIN_data")
)

_DATED: Final = re.compile(
    "<(PersonDeathDate|CINreferralDate|CINclosureDate|DateOfInitialCPC|"
    "AssessmentActualStartDate|AssessmentAuthorisationDate|CINPlanStartDate|"
    "CINPlanEndDate|S47ActualStartDate|CPPstartDate|CPPendDate|CPPreviewDate)>([^<]+)<"
)
_ENQUIRY: Final = re.compile("<Section47>.*?</Section47>", re.DOTALL)
_REFERRAL: Final = re.compile("<CINdetails>.*?</CINdetails>", re.DOTALL)
_CONFERENCE: Final = re.compile("<DateOfInitialCPC>([^<]+)<")


def tag(name: str, *inside: str) -> str:
    """Write an element, each thing in it on a line of its own."""
    between = "\n" if any(one.startswith("<") for one in inside) else ""
    return f"<{name}>{between}{between.join(inside)}{between}</{name}>"


def tags(**said: str) -> str:
    """Write elements that hold text, such as dates and codes."""
    return "\n".join(tag(name, text) for name, text in said.items())


def child(*details: str, id_: str = "C-0001", identifiers: str = "") -> str:
    """Write a child with its referrals."""
    named = tag("ChildIdentifiers", tag("LAchildID", id_), identifiers)
    return tag("Child", named, *(tag("CINdetails", one) for one in details))


def census(*children: str, header: str | None = None) -> bytes:
    """Write a census for the year to 31 March 2025."""
    if header is None:
        header = tag("CollectionDetails", tag("ReferenceDate", "2025-03-31"))
    return tag("Message", tag("Header", header), tag("Children", *children)).encode()


def read(*children: str, header: str | None = None) -> list[Read]:
    """Read a census in which nothing is left unread."""
    pieces = list(read_cin(BytesIO(census(*children, header=header))))
    assert all(isinstance(piece, Read) for piece in pieces)
    return [piece for piece in pieces if isinstance(piece, Read)]


def one(*details: str, identifiers: str = "") -> Read:
    """Read the only child of a census."""
    [only] = read(child(*details, identifiers=identifiers))
    return only


def codes(piece: Read) -> list[str]:
    """Give the short names of what a reader found."""
    return [finding.code for finding in piece.findings]


def told(piece: Read) -> list[dict[str, object]]:
    """Give a child's events as short as they can be told: what was said of each."""
    return [_said(event) for event in piece.journey.chronology.events]


def _said(event: object) -> dict[str, object]:
    if not isinstance(event, Event):
        return dict(event.raw)
    names = [field.name for field in event.__attrs_attrs__]
    said = {name: getattr(event, name) for name in names}
    shown = {
        name: value
        for name, value in said.items()
        if name not in {"id", "at", "follows"} and value not in {None, False}
    }
    link = {"follows": event.follows} if isinstance(event.follows, str | None) else {}
    return {"event": event.name, "at": event.at.isoformat(), **shown, **link}


def lines_of_children(data: bytes) -> list[int]:
    """Give the lines on which the children of a census begin."""
    lines = data.decode().splitlines()
    return [number for number, line in enumerate(lines, 1) if line == "<Child>"]


def dates_in(text: str) -> int:
    """Count the dates of a census, a conference that it tells twice counted once."""
    twice = 0
    for referral in _REFERRAL.findall(text):
        within = {day for part in _ENQUIRY.findall(referral) for day in _met(part)}
        twice += sum(day in within for day in _met(_ENQUIRY.sub("", referral)))
    return len(_DATED.findall(text)) - twice


def _met(text: str) -> list[str]:
    return _CONFERENCE.findall(text)


_DAYS: Final = st.sampled_from(
    [f"2024-0{month}-{day}" for month in (1, 2) for day in ("01", "15", "29", "30")]
    + ["", "1999-12-31", "2205-01-01", "0001-01-01", "01/02/2024", "2024-02-01T09:00"]
)
_CODES: Final = st.sampled_from(["NEG", "PHY", "EMO", "XXX", ""])
_FLAGS: Final = st.sampled_from(["0", "1", "true", "False", "maybe", ""])


def _leaf(name: str, values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return values.map(lambda value: tag(name, value))


def _element(name: str, *inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Any of its parts, in any order, any of them more than once."""
    some = st.lists(st.one_of(*inside), max_size=5)
    return some.map(lambda parts: tag(name, *parts))


def _days(*names: str) -> list[st.SearchStrategy[str]]:
    return [_leaf(name, _DAYS) for name in names]


_PLAN: Final = _element(
    "ChildProtectionPlans",
    *_days("CPPstartDate", "CPPendDate"),
    _leaf("InitialCategoryOfAbuse", _CODES),
    _leaf("LatestCategoryOfAbuse", _CODES),
    _element("Reviews", *_days("CPPreviewDate")),
)
_DETAILS: Final = _element(
    "CINdetails",
    *_days("CINreferralDate", "CINclosureDate", "DateOfInitialCPC"),
    _leaf("ReferralNFA", _FLAGS),
    _element(
        "Assessments",
        *_days("AssessmentActualStartDate", "AssessmentAuthorisationDate"),
    ),
    _element(
        "Section47",
        *_days("S47ActualStartDate", "DateOfInitialCPC"),
        _leaf("ICPCnotRequired", _FLAGS),
    ),
    _element("CINPlanDates", *_days("CINPlanStartDate", "CINPlanEndDate")),
    _PLAN,
)
_IDENTIFIED: Final = tag("ChildIdentifiers", tag("LAchildID", "C-0001"))

children: Final = _element(
    "Child",
    _DETAILS,
    _element(
        "ChildIdentifiers",
        *_days("PersonBirthDate", "ExpectedPersonBirthDate", "PersonDeathDate"),
    ),
).map(lambda one: one.replace("<Child>", f"<Child>{_IDENTIFIED}", 1))
"""A child of whom the census tells anything, in any order."""
