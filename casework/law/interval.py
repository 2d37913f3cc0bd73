"""One interval of a duty, and how a declaration may be written down in brief."""

from datetime import date

from attrs import frozen

from casework.dates import as_date
from casework.law.conditions import On
from casework.law.lengths import Extension, Within
from casework.law.source import Authority, Basis, Citation
from casework.law.times import Condition, Ending, Start, Unless


@frozen(kw_only=True)
class Interval:
    """One stretch of a recurring duty, with what differs in its source."""

    within: Within
    words: str = ""
    basis: Basis | None = None
    authority: Authority | None = None
    citation: Citation | None = None


def conditions(value: On | tuple[On, ...]) -> tuple[On, ...]:
    """Take one event, or several, as a tuple."""
    return value if isinstance(value, tuple) else (value,)


def starts(value: Start | tuple[Start, ...]) -> tuple[Start, ...]:
    """Take one start, or several, as a tuple."""
    return value if isinstance(value, tuple) else (value,)


def exceptions(value: Unless | tuple[Unless, ...]) -> tuple[Unless, ...]:
    """Take one exception, or several, as a tuple."""
    return value if isinstance(value, tuple) else (value,)


def endings(value: Ending | tuple[Ending, ...]) -> tuple[Ending, ...]:
    """Take one ending, or several, as a tuple."""
    return value if isinstance(value, tuple) else (value,)


def intervals(value: Interval | tuple[Interval, ...]) -> tuple[Interval, ...]:
    """Take one interval, or several, as a tuple."""
    return value if isinstance(value, tuple) else (value,)


def extensions(value: Extension | tuple[Extension, ...]) -> tuple[Extension, ...]:
    """Take one extension, or several, as a tuple."""
    return value if isinstance(value, tuple) else (value,)


def facts(value: Condition | tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Take one condition, or several that must all hold, as a tuple."""
    return value if isinstance(value, tuple) else (value,)


def day_or_none(value: object) -> date | None:
    """Read a day, where there is one."""
    return None if value is None else as_date(value)
