"""What a source records: which events, and between which days."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from attrs import field, frozen

from casework.dates import as_date
from casework.errors import BadChronology


def _names(value: object) -> frozenset[str] | None:
    if value is None:
        return None
    # A text is a row of letters, none of which is the name of an event.
    if isinstance(value, Iterable) and not isinstance(value, str | Mapping):
        names = tuple(value)
        if all(isinstance(one, str) for one in names):
            return frozenset(names)
    raise BadChronology("records must list the names of events")


def _day(value: object) -> date | None:
    return None if value is None else as_date(value)


@frozen(kw_only=True)
class Records:
    """What a source records; silence on anything else means nothing.

    Parameters
    ----------
    events
        The names of the events it records; None for all.
    start, end
        The first and the last day that it covers; None where it has no bound.

    Raises
    ------
    BadChronology
        When `events` is no list of names, or the last day is before the first.

    Examples
    --------
    >>> census = Records(events=["referral_received"], end="2025-03-31")
    >>> census.has("case_allocated")
    False
    """

    events: frozenset[str] | None = field(default=None, converter=_names)
    start: date | None = field(default=None, converter=_day)
    end: date | None = field(default=None, converter=_day)

    def __attrs_post_init__(self) -> None:
        """Refuse days of which there is none."""
        if self.start and self.end and self.end < self.start:
            raise BadChronology(f"records end ({self.end}) before {self.start}")

    def has(self, event: str) -> bool:
        """Say whether an event of this name would be in the source."""
        return self.events is None or event in self.events


EVERYTHING: Final = Records()
