"""A deadline: what must be done by when, how it stands, and on what it rests."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from casework.dates import When, in_zone, is_moment, iso
from casework.law.rule import Timescale
from casework.law.source import Authority, Basis
from casework.timescales.clock import Clock
from casework.timescales.fold import Setting

if TYPE_CHECKING:
    from casework.timescales.explanation import Explanation


class Status(StrEnum):
    """How a deadline stands."""

    MET = "met"
    MET_LATE = "met_late"
    NOT_RECORDED = "not_recorded"
    CEASED = "ceased"
    MISSED = "missed"
    NO_DATE = "no_date"
    OPEN = "open"
    OVERDUE = "overdue"

    @property
    def finished(self) -> bool:
        """Whether nothing more can come of it."""
        return self not in (Status.OPEN, Status.OVERDUE, Status.NO_DATE)


@frozen(kw_only=True, eq=False)
class Grounds:
    """What a deadline was worked out from, kept so that it can explain itself.

    Parameters
    ----------
    clock
        The interval.
    setting
        Law, calendar and zone.
    asked
        The day or moment that was asked.
    as_at, end
        The day as at which it was judged, and the moment up to which: those of the
        source's last day, where what was asked lies beyond it.
    """

    clock: Clock
    setting: Setting
    asked: When
    as_at: date
    end: datetime


@frozen(kw_only=True)
class Deadline:
    """What must be done for a child by when, and how that stands.

    Parameters
    ----------
    child, jurisdiction
        Whose deadline, under whose law.
    episode, rule, occurrence
        The episode in which it started, the rule's id, and the number there.
    title
        What must have happened.
    starts, due, met, ended
        Days; moments where hours are counted.
    status
        How it stands on the day that was asked.
    days_late
        Whole calendar days after the due day.
    basis, authority
        How we know the rule, and how strongly its source binds.
    precision
        `day`, or `moment` where it is judged by the clock.
    provisional
        Whether it rests on holidays of a year that are not yet proclaimed.
    note
        What must be said wherever it shows.
    """

    child: str
    jurisdiction: str
    episode: str | None
    rule: str
    occurrence: int
    title: str
    starts: When
    due: When | None
    status: Status
    met: When | None
    ended: When | None
    days_late: int
    basis: Basis
    authority: Authority
    precision: str
    provisional: bool
    note: str = ""
    grounds: Grounds = field(eq=False, repr=False)

    @property
    def law(self) -> Timescale:
        """The version of the rule that governs it."""
        return self.grounds.clock.rule

    def explain(self) -> "Explanation":
        """Give the sum in words, with its source and a receipt.

        Examples
        --------
        >>> from casework import Journey, england
        >>> from casework.events import ReferralReceived
        >>> journey = Journey.open(england, child="C-1", born="2015-02-03")
        >>> journey = journey.record(ReferralReceived(at="2026-03-02"))
        >>> deadline = journey.deadlines(as_at="2026-03-03")[0]
        >>> print(deadline.explain().steps[0])
        The clock started on Monday 2 March 2026: referral received (e1).
        """
        from casework.timescales.explanation import explain

        return explain(self)

    def as_row(self) -> Mapping[str, object]:
        """Give it as plain values, ready for JSON or a table."""
        return {
            "child": self.child,
            "jurisdiction": self.jurisdiction,
            "episode": self.episode,
            "rule": self.rule,
            "occurrence": self.occurrence,
            "title": self.title,
            "starts": self._said(self.starts),
            "due": self._said(self.due),
            "status": self.status.value,
            "met": self._said(self.met),
            "ended": self._said(self.ended),
            "days_late": self.days_late,
            "basis": self.basis.value,
            "authority": self.authority.value,
            "precision": self.precision,
            "provisional": self.provisional,
            "note": self.note or None,
        }

    def _said(self, when: When | None) -> str | None:
        return written(when, self.grounds.setting.zone)


def written(when: When | None, zone: str) -> str | None:
    """Write a day, or a moment by the clocks of a place, as ISO text."""
    if when is None:
        return None
    return iso(in_zone(when, zone) if is_moment(when) else when)
