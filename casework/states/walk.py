"""The walk through a child's events: where the journey stands, and what does not fit.

>>> from casework.events import ContactDecided, ContactReceived
>>> told = (
...     ContactReceived(at="2026-11-23", episode="contact-1"),
...     ContactDecided(at="2026-11-24", episode="contact-1", decision="referral"),
... )
>>> walk(told, zone="Europe/Jersey").position.episodes["contact-1"].state
'decided'
"""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from casework.errors import NotAllowed
from casework.events import Event
from casework.findings import Finding, Severity
from casework.records import EVERYTHING, Records
from casework.states.fold import step, take
from casework.states.next_steps import Possible, possible, refusal
from casework.states.position import (
    Episode,
    Position,
    Setting,
    Verdict,
    lineage,
    start,
)
from casework.states.resolving import resolve
from casework.states.settling import settle_day

__all__ = [
    "Episode",
    "Position",
    "Possible",
    "Verdict",
    "Walk",
    "judge",
    "lineage",
    "possible",
    "resolve",
    "settle",
    "start",
    "step",
    "walk",
]


@frozen(kw_only=True)
class Walk:
    """A whole record read through: where it ends, and the verdict on each event.

    Parameters
    ----------
    position
        Where the journey stands at the end.
    verdicts
        One for each event, in order.
    """

    position: Position
    verdicts: tuple[Verdict, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What does not fit, in the order of the events."""
        return tuple(one for verdict in self.verdicts for one in verdict.findings)


def settle(
    position: Position,
    *,
    zone: str,
    records: Records = EVERYTHING,
    born: date | None = None,
) -> tuple[Position, tuple[Verdict, ...]]:
    """Judge what waits for the end of the last day, and give the final verdicts on it.

    Parameters
    ----------
    position
        Where the journey stands; it is left as it is.
    zone, records, born
        As in `step`.
    """
    return settle_day(position, Setting(zone=zone, records=records, born=born))


def walk(
    events: Iterable[Event],
    *,
    zone: str,
    records: Records = EVERYTHING,
    born: date | None = None,
) -> Walk:
    """Read a whole record through.

    Parameters
    ----------
    events
        Every event, in the order of a chronology.
    zone, records, born
        As in `step`.
    """
    setting = Setting(zone=zone, records=records, born=born)
    position, verdicts = start(), list[Verdict]()
    for event in events:
        position, verdict = take(position, event, setting)
        _replace(verdicts, verdict.settled)
        verdicts.append(verdict)
    position, last = settle_day(position, setting)
    _replace(verdicts, last)
    return Walk(position=position, verdicts=tuple(verdicts))


def judge(
    position: Position,
    event: Event,
    *,
    zone: str,
    records: Records = EVERYTHING,
    born: date | None = None,
    later: Iterable[Event] = (),
) -> None:
    """Refuse an event that the journey does not allow where it stands.

    Parameters
    ----------
    position
        Where the journey stands before the event.
    event
        The event, with its episode.
    zone, records, born
        As in `step`.
    later
        What is already on the record of the rest of its day, in order.

    Raises
    ------
    NotAllowed
        Saying what was tried, in which state, why not, and what may happen instead.
    """
    setting = Setting(zone=zone, records=records, born=born)
    after, verdict = take(position, event, setting)
    if verdict.allowed:
        for other in later:
            after, _ = take(after, other, setting)
        final = settle_day(after, setting)[1]
        verdict = next((v for v in final if v.event is event), verdict)
    if not verdict.allowed:
        raise _not_allowed(position, verdict, setting)


def _not_allowed(position: Position, verdict: Verdict, setting: Setting) -> NotAllowed:
    reasons = [f for f in verdict.findings if f.severity is not Severity.NOTE]
    why = "; ".join(f"{one.what} (expected {one.expected})" for one in reasons)
    return refusal(position, verdict.event, why, setting)


def _replace(verdicts: list[Verdict], final: Iterable[Verdict]) -> None:
    for one in final:
        verdicts[one.number] = one
