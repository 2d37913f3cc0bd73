"""Comparing a host's deadlines with ours, and saying in words where they differ."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final, TypeAlias

from attrs import frozen

from casework.alike import like
from casework.dates import as_moment
from casework.errors import NotFound
from casework.timescales import Deadline

Row: TypeAlias = Mapping[str, Any]

KEY: Final = ("rule", "episode", "occurrence")
"""What says which deadline a row is."""

COLUMNS: Final = ("starts", "due", "status", "met", "ended", "days_late")
"""What is compared of each deadline, unless a host says otherwise."""


@frozen
class Difference:
    """One deadline on which two answers differ, told for a reader.

    Parameters
    ----------
    about
        Which deadline: its rule, episode and occurrence.
    what
        What differs.
    explanation
        The sum of the expected deadline in words; empty where there is none.
    """

    about: str
    what: str
    explanation: str = ""

    def __str__(self) -> str:
        """Say it, with the explanation underneath."""
        told = f"{self.about}: {self.what}"
        lines = (f"      {line}" for line in self.explanation.splitlines())
        return "\n".join((f"  {told}", *lines))


def assert_same_deadlines(
    expected: Iterable[object],
    actual: Iterable[object],
    *,
    columns: Sequence[str] = COLUMNS,
    key: Sequence[str] = KEY,
) -> None:
    """Say in words where a host's deadlines are not the expected ones.

    Parameters
    ----------
    expected
        The deadlines of a journey; or rows.
    actual
        What the host gives: deadlines, rows as in the JSON of `casework deadlines`, or
        objects with attributes of those names. Days may be dates or ISO text.
    columns
        What is compared of each deadline.
    key
        What says which deadline a row is; a host without episodes leaves that out.

    Raises
    ------
    NotFound
        When no expected deadline has a column of that name.
    AssertionError
        When a deadline is missing, is one too many, or differs in a column. The message
        has the rule, the column, both values, and the explanation of ours.

    Examples
    --------
    >>> from casework import Journey, england
    >>> from casework.events import ReferralReceived
    >>> journey = Journey.open(england, child="C-1", born="2015-02-03")
    >>> journey = journey.record(ReferralReceived(at="2026-03-02", episode="r"))
    >>> ours = journey.deadlines(as_at="2026-03-02")[:1]
    >>> theirs = [{"rule": "england.referral.decision", "due": "2026-03-04"}]
    >>> assert_same_deadlines(ours, theirs, columns=["due"], key=["rule"])
    Traceback (most recent call last):
    ...
    AssertionError: 1 deadline differs:
      england.referral.decision: due expected 2026-03-03, but is 2026-03-04
      ...
    """
    found = differences(expected, actual, columns=columns, key=key)
    if found:
        count = "1 deadline differs" if len(found) == 1 else f"{len(found)} differ"
        raise AssertionError("\n".join((f"{count}:", *map(str, found))))


def differences(
    expected: Iterable[object],
    actual: Iterable[object],
    *,
    columns: Sequence[str] = COLUMNS,
    key: Sequence[str] = KEY,
) -> tuple[Difference, ...]:
    """Give the deadlines on which two answers differ, as `assert_same_deadlines` does.

    Parameters
    ----------
    expected, actual, columns, key
        As there.
    """
    expected = tuple(expected)
    _refuse_other_columns(expected, (*key, *columns))
    ours = _by_key(expected, key)
    theirs = _by_key(actual, key)
    found = []
    for one in dict.fromkeys((*ours, *theirs)):
        pairs = _paired(ours.get(one, []), theirs.get(one, []))
        found += [_difference(one, *pair, columns) for pair in pairs]
    return tuple(one for one in found if one is not None)


def _refuse_other_columns(rows: Sequence[object], names: Iterable[str]) -> None:
    # A misspelt column would be none on either side, and the same.
    for name in names:
        if rows and not any(_has(row, name) for row in rows):
            raise NotFound(f"no deadline has {name!r}{like(name, COLUMNS)}")


def _has(row: object, name: str) -> bool:
    return name in row if isinstance(row, Mapping) else hasattr(row, name)


def _by_key(
    told: Iterable[object], key: Sequence[str]
) -> dict[tuple[object, ...], list[object]]:
    found: dict[tuple[object, ...], list[object]] = {}
    for one in told:
        found.setdefault(tuple(_value(one, name) for name in key), []).append(one)
    return found


def _paired(
    ours: Sequence[object], theirs: Sequence[object]
) -> Iterable[tuple[object, object]]:
    for index in range(max(len(ours), len(theirs))):
        yield _at(ours, index), _at(theirs, index)


def _at(rows: Sequence[object], index: int) -> object:
    return rows[index] if index < len(rows) else None


def _difference(
    key: tuple[object, ...], ours: object, theirs: object, columns: Sequence[str]
) -> Difference | None:
    about = " ".join(str(part) for part in key if part is not None)
    if theirs is None:
        told = _told(ours, columns)
        return Difference(about, f"expected, and missing ({told})", _explained(ours))
    if ours is None:
        return Difference(about, f"not expected ({_told(theirs, columns)})")
    unlike = [_unlike(ours, theirs, name) for name in columns]
    what = "; ".join(one for one in unlike if one)
    return Difference(about, what, _explained(ours)) if what else None


def _unlike(ours: object, theirs: object, column: str) -> str:
    expected, actual = _value(ours, column), _value(theirs, column)
    if expected == actual:
        return ""
    if not _has(theirs, column):
        return f"{column} expected {_said(expected)}, but the host gives no {column}"
    return f"{column} expected {_said(expected)}, but is {_said(actual)}"


def _told(row: object, columns: Sequence[str]) -> str:
    return ", ".join(f"{name} {_said(_value(row, name))}" for name in columns)


def _value(row: object, name: str) -> object:
    if isinstance(row, Mapping):
        return _plain(row.get(name))
    return _plain(getattr(row, name, None))


def _plain(value: object) -> object:
    """Read days and moments in whatever way they are written, so that they compare."""
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, str):
        return _read(value)
    return value


def _read(text: str) -> object:
    kind = datetime if "T" in text or " " in text else date
    try:
        when = kind.fromisoformat(text)
    except ValueError:
        return str(text)
    return _moment(when) if isinstance(when, datetime) else when


def _moment(when: datetime) -> datetime | str:
    # It may have been any of several moments, so it is the same as none.
    known = when.utcoffset() is not None
    return as_moment(when) if known else f"{when} without its offset from UTC"


def _said(value: object) -> str:
    return "none" if value is None else str(value)


def _explained(row: object) -> str:
    return row.explain().text if isinstance(row, Deadline) else ""
