"""What a source records: which events, and between which days."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from attrs import field, frozen

from casework.dates import as_date


def _names(value: Iterable[str] | None) -> frozenset[str] | None:
    return None if value is None else frozenset(value)


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

    Examples
    --------
    >>> census = Records(events=["referral_received"], end="2025-03-31")
    >>> census.has("case_allocated")
    False
    """

    events: frozenset[str] | None = field(default=None, converter=_names)
    start: date | None = field(default=None, converter=_day)
    end: date | None = field(default=None, converter=_day)

    def has(self, event: str) -> bool:
        """Say whether an event of this name would be in the source."""
        return self.events is None or event in self.events


EVERYTHING: Final = Records()
