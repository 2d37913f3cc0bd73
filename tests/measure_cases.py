"""Read hand-counted cases of measures: given these children, these figures.

A case is written in TOML; `cases/measures/README.md` says how. A key that nobody would
look at is an error: a case that checks nothing must not pass.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from attrs import field, fields, frozen

from casework.adapters.plain import journey_from_plain
from casework.errors import CaseworkError
from casework.journey import Journey
from casework.reporting import Choices, Figure, Report, report

FOLDER: Final = Path(__file__).parent / "cases" / "measures"

# TOML has no null: a case says this where there is no figure.
NONE: Final = "none"
NUMBERS: Final = ("numerator", "denominator", "value", "median", "longest")
TABLES: Final = ("parts", "left_out", "doubts", "basis")
# Of each month, which number of its figure.
MONTHS: Final = {"months": "numerator", "months_out_of": "denominator"}


class BadCase(Exception):
    """A case of measures says something that cannot be looked at."""


@frozen(kw_only=True, slots=False)
class Case:
    """One hand-counted case.

    Parameters
    ----------
    name
        What it shows.
    jurisdiction
        Whose law.
    first, last
        The days of the report.
    children
        Each with its `id`, facts and `events`, as in a file of chronologies.
    expect
        For each measure the numbers that it must have.
    population, choose
        How many live in the area, and what is counted in another way.
    """

    name: str
    jurisdiction: str
    first: date
    last: date
    children: tuple[Mapping[str, Any], ...] = field(converter=tuple)
    expect: tuple[Mapping[str, Any], ...] = field(converter=tuple)
    population: int | None = None
    choose: Mapping[str, Any] = field(factory=dict)

    def journeys(self) -> list[Journey]:
        """Give the children's journeys."""
        return [self._journey(dict(child)) for child in self.children]

    def report(self) -> Report:
        """Give the report."""
        choices = Choices(population=self.population, **self.choose)
        by_month = any(key in row for row in self.expect for key in MONTHS)
        return report(
            self.journeys(), self.first, self.last, choices=choices, by_month=by_month
        )

    def faults(self) -> list[str]:
        """Say where the figures are not what the case expects."""
        made = self.report()
        return [fault for row in self.expect for fault in _faults(row, made)]

    def _journey(self, child: dict[str, Any]) -> Journey:
        line = {
            "format": "casework/1",
            "jurisdiction": self.jurisdiction,
            "records": child.pop("records", None),
            "events": [_event(one) for one in child.pop("events")],
            "child": child,
        }
        try:
            journey = journey_from_plain(line)
        except CaseworkError as problem:
            raise BadCase(f"{self.name!r}: {problem}") from problem
        for unread in journey.chronology.unread():
            raise BadCase(f"{self.name!r}: {unread.why}")
        return journey


def load(path: Path) -> list[Case]:
    """Read the cases of one file."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    known = {"first": "from", "last": "to"}
    names = {known.get(one.name, one.name) for one in fields(Case)}
    cases = []
    for one in raw["case"]:
        unknown = sorted(one.keys() - names)
        if unknown:
            raise BadCase(f"{path.name}: {one.get('name')!r} has {unknown}")
        said = {key: value for key, value in one.items() if key not in ("from", "to")}
        cases.append(Case(first=one["from"], last=one["to"], **said))
    return cases


def _event(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: None if (key, value) == ("follows", NONE) else value
        for key, value in raw.items()
    }


def _faults(row: Mapping[str, Any], made: Report) -> Iterable[str]:
    unknown = sorted(row.keys() - {"measure", *NUMBERS, *TABLES, *MONTHS})
    if unknown or len(row) == 1:
        raise BadCase(f"an expectation of {row.get('measure')} says {unknown}")
    figure = made.figure(row["measure"])
    for key in row.keys() - {"measure"}:
        actual = _by_month(made, row, key) if key in MONTHS else _actual(figure, key)
        if not _equal(row[key], actual):
            yield f"{row['measure']}: {key} must be {row[key]}, but is {actual}"


def _actual(figure: Figure, key: str) -> object:
    if key == "parts":
        return {part.label: part.count for part in figure.parts if part.count}
    return getattr(figure, key)


def _by_month(made: Report, row: Mapping[str, Any], key: str) -> list[object]:
    months = made.series(row["measure"])
    found = (getattr(month, MONTHS[key]) for month in months)
    return [NONE if number is None else number for number in found]


def _equal(expected: object, actual: object) -> bool:
    if expected == NONE:
        return actual is None
    if isinstance(actual, float) and isinstance(expected, int | float):
        return abs(expected - actual) < 0.05
    return expected == actual
