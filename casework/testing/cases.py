"""Worked cases in TOML: given these events, as at this day, these deadlines.

A case is written by whoever knows the rule, and is a test: the pytest plugin reads it.
Whatever a case says that nobody would look at, a misspelt key or a rule that does not
exist, is an error: a case that checks nothing must not pass.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from attrs import field, fields, frozen

from casework.adapters.plain import journey_from_plain
from casework.errors import CaseworkError
from casework.journey import Journey
from casework.law.overlay import load_overlay
from casework.testing.expecting import Fault, beside, faults_of, must_say_something
from casework.testing.written import not_events, what_is_wrong

# TOML has no null, so a case says this of a row that has no such day.
_NONE: Final = "none"
_FILE: Final = ("about", "case")


class BadCase(CaseworkError, ValueError):
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
        The name of a file in the folder `overlays` beside the file of cases.
    findings
        Codes of the findings that there must be.
    only
        True where there must be no deadline but those that `expect` names.
    folder
        Where the file of cases lies.

    Raises
    ------
    BadCase
        When nothing is expected, or something that nobody would look at.
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
    folder: Path = Path()

    def __attrs_post_init__(self) -> None:
        """Refuse what nobody would look at."""
        if not (self.expect or self.findings):
            raise BadCase(f"{self.name!r} expects nothing")
        for row in self.expect:
            problem = must_say_something(row)
            if problem:
                raise BadCase(f"{self.name!r}: {problem}")

    @cached_property
    def journey(self) -> Journey:
        """The child's journey, under the law of the case."""
        try:
            journey = journey_from_plain(self._line())
        except CaseworkError as problem:
            raise BadCase(f"{self.name!r}: {problem}") from problem
        for unread in journey.chronology.unread():
            raise BadCase(f"{self.name!r}: {unread.why}")
        others = not_events(journey.chronology.records.events)
        if others:
            raise BadCase(f"{self.name!r}: records names {others}, which is no event")
        if self.overlay is None:
            return journey
        place = journey.jurisdiction
        overlay = load_overlay(self.folder / "overlays" / self.overlay)
        return journey.under(place.with_law(overlay.over(place.law)))

    def faults(self) -> Sequence[Fault]:
        """Say where the deadlines and findings are not what the case expects.

        Raises
        ------
        BadCase
            When it names a rule that is not there, or cannot be read.
        """
        found = self.journey.deadlines(self.as_at, known_at=self.known_at)
        unknown = {row["rule"] for row in self.expect} - set(self._law())
        if unknown:
            named = ", ".join(sorted(unknown))
            raise BadCase(f"{self.name!r}: there is no rule {named}")
        faults = [one for row in self.expect for one in faults_of(row, found)]
        others = beside(self.expect, found) if self.only else ()
        return [*faults, *others, *self._not_found()]

    def report(self) -> str:
        """Say for a policy officer where the case does not hold; nothing if it does."""
        faults = self.faults()
        if not faults:
            return ""
        asked = f"as at {self.as_at} in {self.journey.jurisdiction.title}"
        return "\n".join(
            (f"{self.name}: this does not hold, {asked}.", *map(str, faults))
        )

    def _law(self) -> Iterable[str]:
        return self.journey.jurisdiction.law.rules

    def _line(self) -> dict[str, Any]:
        child = {"id": "C-0001", "born": self.born, "expected": self.expected}
        return {
            "format": "casework/1",
            "jurisdiction": self.jurisdiction,
            "child": child,
            "records": self.records,
            "events": [_event(one) for one in self.events],
        }

    def _not_found(self) -> Iterable[Fault]:
        as_at = self.as_at
        day = as_at.date() if isinstance(as_at, datetime) else as_at
        found = self.journey.findings(day, known_at=self.known_at)
        codes = sorted({one.code for one in found})
        for code in self.findings:
            if code not in codes:
                told = ", ".join(codes) or "none"
                yield Fault(f"there must be a finding {code}, but there is {told}")


def load_cases(path: Path | str) -> list[Case]:
    """Read the worked cases of one TOML file.

    Parameters
    ----------
    path
        A file with a sentence `about` it, and one `[[case]]` or more.

    Raises
    ------
    BadCase
        When the file cannot be read, or a case in it cannot be looked at.
    """
    path = Path(path)
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise BadCase(f"{path.name}: {problem}") from problem
    unknown = sorted(raw.keys() - set(_FILE))
    if unknown:
        raise BadCase(f"{path.name}: a file has `about` and [[case]]s, not {unknown}")
    missing = [key for key in _FILE if not raw.get(key)]
    if missing:
        raise BadCase(
            f'{path.name}: a file begins with `about` = "a sentence", then '
            f"[[case]]s; it has no {' and no '.join(missing)}"
        )
    cases = [_case(one, path) for one in raw["case"]]
    names = Counter(case.name for case in cases)
    twice = [name for name, times in names.items() if times > 1]
    if twice:
        raise BadCase(f"{path.name}: two cases have the name {twice[0]!r}")
    return cases


def _event(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: None if (key, value) == ("follows", _NONE) else value
        for key, value in raw.items()
    }


def _case(raw: dict[str, Any], path: Path) -> Case:
    known = {one.name for one in fields(Case)} - {"folder"}
    wrong = what_is_wrong(raw, known)
    if wrong:
        which = repr(raw["name"]) if "name" in raw else "a case without a name"
        raise BadCase(f"{path.name}: {which}: {wrong}")
    return Case(**raw, folder=path.parent)
