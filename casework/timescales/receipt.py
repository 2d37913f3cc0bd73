"""A receipt: from what a deadline was computed, so that it can be computed again."""

from collections.abc import Iterable, Mapping

from attrs import asdict, field, frozen

from casework.dates import iso
from casework.law.listing import fingerprint
from casework.timescales.clock import event_id
from casework.timescales.deadline import Deadline
from casework.version import VERSION


def _ids(value: Iterable[str]) -> tuple[str, ...]:
    # From JSON they come as a list.
    return tuple(value)


@frozen(kw_only=True)
class Receipt:
    """What an answer rested on.

    Parameters
    ----------
    casework
        The version of the library.
    child, jurisdiction, rule, episode, occurrence
        Which deadline.
    rule_hash
        A hash of the rule as declared; another one means another rule.
    calendar
        The name and version of the calendar.
    as_at
        The day as at which it was judged.
    events
        The ids of the events used.
    due, status
        The answer.
    known_at
        The moment after which nothing that was recorded was looked at; None where all
        of it was.

    Examples
    --------
    >>> from casework import Journey, england
    >>> from casework.events import ReferralReceived
    >>> journey = Journey.open(england, child="C-1", born="2015-02-03")
    >>> journey = journey.record(ReferralReceived(at="2026-03-02"))
    >>> kept = journey.due(as_at="2026-03-03")[0].explain().receipt.as_json()
    >>> journey.recompute(Receipt(**kept)).status.value
    'open'
    """

    casework: str
    child: str
    jurisdiction: str
    rule: str
    episode: str | None
    occurrence: int
    rule_hash: str
    calendar: str
    as_at: str
    events: tuple[str, ...] = field(converter=_ids)
    due: str | None
    status: str
    known_at: str | None = None

    def differences(self, other: "Receipt") -> str:
        """Say in what another receipt differs from this one; empty if in nothing."""
        mine, theirs = asdict(self), asdict(other)
        return "; ".join(
            f"{name} was {mine[name]}, is {theirs[name]}"
            for name in mine
            if name != "casework" and mine[name] != theirs[name]
        )

    def as_json(self) -> Mapping[str, object]:
        """Give it as plain values, ready for JSON."""
        return {**asdict(self), "events": list(self.events)}

    def __str__(self) -> str:
        """Say it in a line."""
        known = "" if self.known_at is None else f", as known at {self.known_at}"
        return (
            f"casework {self.casework}, rule {self.rule_hash}, "
            f"calendar {self.calendar}, events {', '.join(self.events)}{known}"
        )


def receipt(deadline: Deadline) -> Receipt:
    """Give the receipt of a deadline."""
    grounds = deadline.grounds
    calendar, known_at = grounds.setting.calendar, grounds.setting.known_at
    return Receipt(
        casework=VERSION,
        child=deadline.child,
        jurisdiction=deadline.jurisdiction,
        rule=deadline.rule,
        episode=deadline.episode,
        occurrence=deadline.occurrence,
        rule_hash=fingerprint(deadline.law),
        calendar=f"{calendar.name} ({calendar.version})",
        as_at=iso(grounds.asked),
        events=events_used(deadline),
        due=iso(deadline.due) if deadline.due else None,
        status=deadline.status.value,
        known_at=None if known_at is None else iso(known_at),
    )


def events_used(deadline: Deadline) -> tuple[str, ...]:
    """Give the ids of the events on which a deadline rests."""
    clock = deadline.grounds.clock
    ended_by = clock.ended.by if clock.ended else None
    used = (clock.start, *clock.moved_by, clock.met, ended_by)
    ids = (event_id(one) for one in used if one is not None)
    named = (*clock.due.used, *(one for one in ids if one is not None))
    return tuple(dict.fromkeys(named))
