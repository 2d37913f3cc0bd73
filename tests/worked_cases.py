"""Read worked cases: given these events, as at this day, these deadlines.

A case is written in TOML, by whoever knows the rule; `cases/README.md` says how.
Whatever a case says that nobody would look at, a misspelt key or a rule that does not
exist, is an error: a case that checks nothing must not pass.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from attrs import field, fields, frozen

from casework.adapters.plain import journey_from_plain
from casework.errors import CaseworkError
from casework.journey import Journey
from casework.law.overlay import load_overlay

FOLDER: Final = Path(__file__).parent / "cases"

# TOML has no null, so a case says this of a row that has no such day.
NONE: Final = "none"

_ROW: Final = (
    "child",
    "jurisdiction",
    "episode",
    "rule",
    "occurrence",
    "title",
    "starts",
    "due",
    "status",
    "met",
    "ended",
    "days_late",
    "basis",
    "authority",
    "precision",
    "provisional",
    "note",
)
_FINDS: Final = ("rule", "episode", "occurrence")
_FILE: Final = ("about", "case")


class BadCase(Exception):
    """A worked case says something that cannot be looked at."""


@frozen(kw_only=True, slots=False)
class Case:
    """One worked case.

    Parameters
    ----------
    name
        The sentence it proves.
    jurisdiction
        Whose law.
    as_at
        The day, at its end, or the moment as at which the deadlines are asked for.
    events
        What happened, as in a file of chronologies.
    expect
        What each deadline must say; `absent = true` where there must be none.
    born, expected
        Of the child; left out where it makes no difference.
    known_at
        Leave out what was recorded after this moment.
    records
        What the source records.
    overlay
        The name of a file in `cases/overlays`.
    findings
        Codes of the findings that there must be.
    only
        True where there must be no deadline but those that `expect` names.
    """

    name: str
    jurisdiction: str
    as_at: date | datetime
    events: tuple[Mapping[str, Any], ...] = field(converter=tuple)
    expect: tuple[Mapping[str, Any], ...] = field(converter=tuple, default=())
    born: date | None = None
    expected: date | None = None
    known_at: datetime | None = None
    records: Any = None
    overlay: str | None = None
    findings: tuple[str, ...] = field(converter=tuple, default=())
    only: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what nobody would look at."""
        if not (self.expect or self.findings):
            raise BadCase(f"{self.name!r} expects nothing")
        for row in self.expect:
            self._must_say_something(row)

    @cached_property
    def journey(self) -> Journey:
        """The child's journey, under the law of the case."""
        try:
            journey = journey_from_plain(self._line())
        except CaseworkError as problem:
            raise BadCase(f"{self.name!r}: {problem}") from problem
        for unread in journey.chronology.unread():
            raise BadCase(f"{self.name!r}: {unread.why}")
        if self.overlay is None:
            return journey
        place = journey.jurisdiction
        overlay = load_overlay(FOLDER / "overlays" / self.overlay)
        return journey.under(place.with_law(overlay.over(place.law)))

    def rows(self) -> list[dict[str, Any]]:
        """Give the deadlines of the case as rows."""
        deadlines = self.journey.deadlines(self.as_at, known_at=self.known_at)
        return [one.as_row() for one in deadlines]

    def faults(self) -> list[str]:
        """Say where the deadlines and findings are not what the case expects."""
        rows = self.rows()
        known = self.journey.jurisdiction.law.rules
        unknown = sorted({row["rule"] for row in self.expect} - set(known))
        if unknown:
            raise BadCase(f"{self.name!r}: there is no rule {', '.join(unknown)}")
        faults = [one for row in self.expect for one in _differences(row, rows)]
        return [*faults, *self._others(rows), *self._not_found()]

    def _line(self) -> dict[str, Any]:
        child = {"id": "C-0001", "born": self.born, "expected": self.expected}
        return {
            "format": "casework/1",
            "jurisdiction": self.jurisdiction,
            "child": child,
            "records": self.records,
            "events": [_event(one) for one in self.events],
        }

    def _must_say_something(self, row: Mapping[str, Any]) -> None:
        unknown = sorted(row.keys() - {*_ROW, "absent"})
        if unknown:
            raise BadCase(f"{self.name!r}: no deadline has {', '.join(unknown)}")
        if "rule" not in row:
            raise BadCase(f"{self.name!r}: an expectation names no rule")
        says = row.keys() - set(_FINDS)
        if not says:
            raise BadCase(f"{self.name!r}: nothing is expected of {row['rule']}")
        if "absent" in says and (row["absent"] is not True or says != {"absent"}):
            raise BadCase(f"{self.name!r}: say `absent = true` and nothing else")

    def _others(self, rows: list[dict[str, Any]]) -> Iterable[str]:
        if not self.only:
            return
        for row in rows:
            if not any(_is_named(row, expected) for expected in self.expect):
                yield f"there must be no other deadline, but there is {_told(row)}"

    def _not_found(self) -> Iterable[str]:
        as_at = self.as_at
        day = as_at.date() if isinstance(as_at, datetime) else as_at
        found = self.journey.findings(day, known_at=self.known_at)
        codes = sorted({one.code for one in found})
        for code in self.findings:
            if code not in codes:
                yield f"there must be a finding {code}, but there is {codes or 'none'}"


def load(path: Path) -> list[Case]:
    """Read the cases of one file."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    unknown = sorted(raw.keys() - set(_FILE))
    if unknown or not raw.get("about") or not raw.get("case"):
        raise BadCase(f"{path.name}: a file has `about` and [[case]]s, not {unknown}")
    cases = [_case(one, path) for one in raw["case"]]
    names = Counter(case.name for case in cases)
    twice = [name for name, times in names.items() if times > 1]
    if twice:
        raise BadCase(f"{path.name}: two cases have the name {twice[0]!r}")
    return cases


def _event(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: None if (key, value) == ("follows", NONE) else value
        for key, value in raw.items()
    }


def _case(raw: dict[str, Any], path: Path) -> Case:
    unknown = sorted(raw.keys() - {one.name for one in fields(Case)})
    if unknown:
        where = f"{path.name}: {raw.get('name')!r}"
        raise BadCase(f"{where}: a case has no {', '.join(unknown)}")
    try:
        return Case(**raw)
    except TypeError as problem:
        raise BadCase(f"{path.name}: {raw.get('name')!r}: {problem}") from problem


def _differences(
    expected: Mapping[str, Any], rows: list[dict[str, Any]]
) -> Iterable[str]:
    found = [row for row in rows if _is_named(row, expected)]
    if expected.get("absent"):
        yield from (f"there must be no {_told(row)}" for row in found)
    elif len(found) != 1:
        which = {key: expected[key] for key in _FINDS if key in expected}
        told = "; ".join(_told(row) for row in found or rows) or "none at all"
        yield f"there must be one deadline {which}, but there is {told}"
    else:
        yield from _unequal(expected, found[0])


def _is_named(row: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    return all(row[key] == expected[key] for key in _FINDS if key in expected)


def _unequal(expected: Mapping[str, Any], row: Mapping[str, Any]) -> Iterable[str]:
    for key, value in expected.items():
        if not _equal(value, row[key]):
            yield f"{key} must be {value}, but is {row[key]}: {_told(row)}"


def _equal(expected: object, actual: object) -> bool:
    if expected == NONE:
        return actual is None
    if isinstance(expected, datetime):
        # The same moment may be written with another offset.
        text = isinstance(actual, str) and "T" in actual
        return text and expected == datetime.fromisoformat(str(actual))
    if isinstance(expected, date):
        return expected.isoformat() == actual
    return type(expected) is type(actual) and expected == actual


def _told(row: Mapping[str, Any]) -> str:
    named = f"{row['rule']} {row['occurrence']} of {row['episode']}"
    said = (f"{key} {row[key]}" for key in ("starts", "due", "met", "ended"))
    return f"{named}: {row['status']}, {', '.join(said)}, {row['days_late']} days late"
