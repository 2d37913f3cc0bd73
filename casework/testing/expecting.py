"""What a worked case expects of a deadline, and where a deadline says otherwise."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from attrs import frozen

from casework.timescales import Deadline

# TOML has no null, so a case says this of a row that has no such day.
_NONE: Final = "none"
_FINDS: Final = ("rule", "episode", "occurrence")
_ROW: Final = (
    *("child", "jurisdiction", *_FINDS, "title", "starts", "due", "status"),
    *("met", "ended", "days_late", "basis", "authority", "precision"),
    *("provisional", "note"),
)


@frozen
class Fault:
    """Where a case does not hold, and how the deadline was worked out.

    Parameters
    ----------
    what
        What must be, and what is.
    deadline
        The deadline it is about, if there is one.
    """

    what: str
    deadline: Deadline | None = None

    def __str__(self) -> str:
        """Say it, with the sum in words underneath."""
        if self.deadline is None:
            return f"  * {self.what}"
        lines = self.deadline.explain().text.splitlines()
        return "\n".join((f"  * {self.what}", *(f"      {one}" for one in lines)))


def must_say_something(row: Mapping[str, Any]) -> str:
    """Say what is wrong with an expectation at which nobody could look, if anything.

    Parameters
    ----------
    row
        What a case expects of one deadline.
    """
    unknown = sorted(row.keys() - {*_ROW, "absent"})
    says = row.keys() - set(_FINDS)
    if unknown:
        return f"no deadline has {', '.join(unknown)}"
    if "rule" not in row:
        return "an expectation names no rule"
    if not says:
        return f"nothing is expected of {row['rule']}"
    if "absent" in says and (row["absent"] is not True or says != {"absent"}):
        return "say `absent = true` and nothing else"
    return ""


def faults_of(
    expected: Mapping[str, Any], found: Sequence[Deadline]
) -> Iterable[Fault]:
    """Say where the deadlines that were found are not what one row expects.

    Parameters
    ----------
    expected
        What a case expects of one deadline, or that it is absent.
    found
        Every deadline of the case.
    """
    meant = [one for one in found if _is_named(one.as_row(), expected)]
    if expected.get("absent"):
        yield from (Fault(f"there must be no {_told(one)}", one) for one in meant)
    elif len(meant) != 1:
        which = " ".join(str(expected[key]) for key in _FINDS if key in expected)
        told = "; ".join(map(_told, meant or found)) or "none at all"
        yield Fault(f"there must be one deadline {which}, but there is {told}")
    else:
        yield from _unequal(expected, meant[0])


def beside(
    expected: Sequence[Mapping[str, Any]], found: Sequence[Deadline]
) -> Iterable[Fault]:
    """Say which deadlines there are beside those that a case names.

    Parameters
    ----------
    expected
        What a case expects of each deadline.
    found
        Every deadline of the case.
    """
    for one in found:
        if not any(_is_named(one.as_row(), row) for row in expected):
            what = f"there must be no other deadline, but there is {_told(one)}"
            yield Fault(what, one)


def _is_named(row: Mapping[str, object], expected: Mapping[str, Any]) -> bool:
    return all(row[key] == expected[key] for key in _FINDS if key in expected)


def _unequal(expected: Mapping[str, Any], found: Deadline) -> Iterable[Fault]:
    row = found.as_row()
    for key, value in expected.items():
        if not _equal(value, row[key]):
            what = f"{key} must be {value}, but is {row[key]}: {_told(found)}"
            yield Fault(what, found)


def _equal(expected: object, actual: object) -> bool:
    if expected == _NONE:
        return actual is None
    if isinstance(expected, datetime):
        # The same moment may be written with another offset.
        text = isinstance(actual, str) and "T" in actual
        return text and expected == datetime.fromisoformat(str(actual))
    if isinstance(expected, date):
        return expected.isoformat() == actual
    return type(expected) is type(actual) and expected == actual


def _told(deadline: Deadline) -> str:
    row = deadline.as_row()
    named = f"{row['rule']} {row['occurrence']} of {row['episode']}"
    said = (f"{key} {row[key]}" for key in ("starts", "due", "met", "ended"))
    return f"{named}: {row['status']}, {', '.join(said)}, {row['days_late']} days late"
