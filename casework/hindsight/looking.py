"""Looking back at each due day: how a deadline stood then, as it was known then."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from attrs import define, evolve, field, frozen

from casework.checking import events_of, ground_of
from casework.chronology import Chronology
from casework.dates import When, day_of, end_of_day
from casework.hindsight.learnt import Entries, Learnt
from casework.jurisdictions import Jurisdiction
from casework.law.rule import Again
from casework.standing import fold_latest, last_seen
from casework.timescales import Deadline, Status, as_it_ended
from casework.timescales.clock import event_id, told
from casework.timescales.deadline import written
from casework.timescales.receipt import events_used
from casework.words import spoken

# That there was a duty at all.
_NOT_KNOWN: Final = "not_known"


@frozen(kw_only=True)
class Hindsight:
    """How a deadline stood when its due day ended, as it was known then.

    What was not done by then is overdue: the day is over.

    Parameters
    ----------
    deadline
        The deadline as it is known now.
    day
        Its due day, at the end of which somebody looks.
    status_then, due_then
        How it stood and when it was due, as known then; None where it was not known
        that there was a duty.
    status_on_the_day
        How it stood at that same end of the day, as known now.
    reasons
        What has been recorded since and bears on it, where what was known then
        differs from what is known now.

    Examples
    --------
    >>> from casework import Journey, england
    >>> from casework.events import ReferralDecided, ReferralReceived
    >>> journey = Journey.open(england, child="C-1").record(
    ...     ReferralReceived(at="2025-06-02"),
    ...     ReferralDecided(at="2025-06-03", recorded="2025-06-10T09:00+01:00"))
    >>> [then] = journey.hindsight(as_at="2025-06-30")
    >>> print(then.day, then.status_then, then.status_on_the_day, then.deadline.status)
    2025-06-03 overdue met met
    """

    deadline: Deadline
    day: date
    status_then: Status | None
    due_then: When | None
    status_on_the_day: Status
    reasons: tuple[Learnt, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether more is known now of how it stood that day than was known then."""
        then, now = self.status_then, self.status_on_the_day
        return then != now or self.due_then != self.deadline.due

    @property
    def why(self) -> str:
        """Why what was known then differs, in words; empty where it does not."""
        return "; ".join(one.words for one in self.reasons)

    @property
    def words(self) -> str:
        """The whole in words; empty where nothing differs."""
        if not self.differs:
            return ""
        zone = self.deadline.grounds.setting.zone
        return (
            f"How it stood when {spoken(self.day, zone)} ended: as known then, "
            f"{self._then(zone)}; as known now, {self.status_on_the_day}. "
            f"Why: {self.why}."
        )

    def as_row(self) -> Mapping[str, object]:
        """Give what was known then as plain values, ready for JSON or a table."""
        then, zone = self.status_then, self.deadline.grounds.setting.zone
        return {
            "then_status": _NOT_KNOWN if then is None else then.value,
            "then_due": written(self.due_then, zone),
            "then_differs": self.differs,
            "then_why": self.why or None,
        }

    def _then(self, zone: str) -> str:
        if self.status_then is None:
            return "no such duty"
        if self.due_then is None or self.due_then == self.deadline.due:
            return self.status_then
        return f"{self.status_then}, due {spoken(self.due_then, zone)}"


def look_back(
    place: Jurisdiction, chronology: Chronology, found: Iterable[Deadline], as_at: When
) -> tuple[Hindsight, ...]:
    """Say of each deadline whose due day is over how it stood when that ended.

    Parameters
    ----------
    place, chronology
        Whose law, and the child's record as it is known now.
    found
        Deadlines of the child.
    as_at
        The day or the moment as at which they were asked for.
    """
    past = _Past(place=place, chronology=chronology)
    today = day_of(as_at, place.zone)
    return tuple(past.of(one, day) for one, day in _over(found, today, place.zone))


def _over(
    found: Iterable[Deadline], today: date, zone: str
) -> Iterator[tuple[Deadline, date]]:
    for one in found:
        if one.due is not None and day_of(one.due, zone) < today:
            yield one, day_of(one.due, zone)


@define(kw_only=True)
class _Past:
    """A child's record as it was known at the end of one day or another.

    A day is folded once, however many deadlines fell due on it, and only if what was
    known at its end is not what is known now.
    """

    place: Jurisdiction
    chronology: Chronology
    entries: Entries = field(init=False)
    known: dict[date, tuple[Deadline, ...]] = field(factory=dict)

    @entries.default
    def _entries(self) -> Entries:
        return Entries(self.chronology, self.place.zone)

    def of(self, deadline: Deadline, day: date) -> Hindsight:
        """Give how a deadline stood at the end of its due day."""
        now = _on_the_day(deadline, day)
        told = Hindsight(
            deadline=deadline,
            day=day,
            status_then=now,
            due_then=deadline.due,
            status_on_the_day=now,
        )
        return self._as_known(told) if any(self.entries.after(day)) else told

    def _as_known(self, told: Hindsight) -> Hindsight:
        deadline, day = told.deadline, told.day
        known = _the_same(deadline, self._known(day))
        then = evolve(
            told,
            status_then=known.status if known else None,
            due_then=known.due if known else None,
        )
        if not then.differs:
            return then
        learnt = self.entries.learnt_after(day)
        return evolve(then, reasons=_bearing_on(learnt, deadline, known))

    def _known(self, day: date) -> tuple[Deadline, ...]:
        if day not in self.known:
            self.known[day] = self._folded(day)
        return self.known[day]

    def _folded(self, day: date) -> tuple[Deadline, ...]:
        zone = self.place.zone
        known = self.chronology.as_known(end_of_day(day, zone), zone)
        ground = ground_of(self.place, known)
        events = events_of(known, zone, last_seen(day, known.records, zone))
        fold = fold_latest(events, ground)[0].after.fold
        return as_it_ended(fold, ground.setting, ground.records, day)


def _on_the_day(deadline: Deadline, day: date) -> Status:
    zone, status = deadline.grounds.setting.zone, deadline.status
    came = deadline.met or deadline.ended
    if status is Status.NOT_RECORDED or (came and day_of(came, zone) <= day):
        return status
    return Status.OVERDUE


def _the_same(deadline: Deadline, known: Iterable[Deadline]) -> Deadline | None:
    """Find a deadline among those known then: the one with the same start.

    Where a first interval started from another event then, because an earlier one was
    not known, it is the one of the same number.
    """
    of_rule = [one for one in known if one.rule == deadline.rule]
    same = [one for one in of_rule if _start(one) == _start(deadline)]
    clock = deadline.grounds.clock
    if not same and clock.index == 0 and clock.rule.again is not Again.NEW:
        same = [one for one in of_rule if _place(one) == _place(deadline)]
    return min(same, key=lambda one: _place(one) != _place(deadline), default=None)


def _start(deadline: Deadline) -> str:
    start = deadline.grounds.clock.start
    return event_id(start) or told(start)


def _place(deadline: Deadline) -> tuple[str | None, int]:
    return deadline.episode, deadline.occurrence


def _bearing_on(
    learnt: tuple[Learnt, ...], deadline: Deadline, known: Deadline | None
) -> tuple[Learnt, ...]:
    """Give what was learnt of the events that a deadline rests on, now or then.

    Where none of these is among it, what was learnt bears on it in a roundabout way, as
    by closing an episode: then all of it is given.
    """
    rests_on = set(events_used(deadline))
    if known is not None:
        rests_on.update(events_used(known))
    return tuple(one for one in learnt if one.event in rests_on) or learnt
