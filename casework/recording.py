"""How late things were written down: from the day they happened to the day of entry.

>>> from casework import Journey, england
>>> from casework.events import ReferralReceived
>>> journey = Journey.open(england, child="C-1").record(
...     ReferralReceived(at="2025-03-07", recorded="2025-03-10T09:00Z"))
>>> [(one.name, one.days, one.working_days) for one in delays(journey)]
[('referral_received', 3, 1)]
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import field, frozen

from casework.calendars import Calendar
from casework.corrections import heard
from casework.dates import day_of
from casework.errors import CalendarNotKnown
from casework.events import Event, UnreadEvent
from casework.events.corrections import CorrectionEvent
from casework.journey import Journey


@frozen(kw_only=True)
class Delay:
    """How long after it happened an event was written down.

    Parameters
    ----------
    child, event, name
        Whose event, its id, and its name in the vocabulary.
    happened, recorded
        The day on which it happened, as it was first written down, and the day on
        which that was; None where the record does not say.
    days
        Calendar days between the two, 0 on the same day; below 0 for what was written
        down before it happened; None where `recorded` is.
    working_days
        The working days after the first, up to the second; None where `days` is None
        or below 0, or the calendar does not know a day.
    """

    child: str
    event: str | None
    name: str
    happened: date
    recorded: date | None
    days: int | None
    working_days: int | None


@frozen(kw_only=True)
class Delays:
    """The delays of one kind of event, or of all, counted together.

    Parameters
    ----------
    count
        Of how many events the delay is known. The figures below are of these.
    median, ninetieth
        In how many calendar days at least half of them, and at least 90 in 100, were
        written down; None where `count` is 0.
    longest
        The longest delay, in calendar days; None where `count` is 0.
    same_day
        How many were written down on the day on which they happened.
    within_a_working_day
        How many by the end of the first working day after it.
    not_said
        Of how many the record does not say when they were written down; left out.
    ahead
        How many were written down before they happened; left out.
    """

    count: int
    median: int | None
    ninetieth: int | None
    longest: int | None
    same_day: int
    within_a_working_day: int
    not_said: int
    ahead: int


@frozen
class Tally:
    """Delays counted as they come, in little room however many there are.

    Examples
    --------
    >>> from casework import Journey, england
    >>> from casework.events import ReferralReceived
    >>> journey = Journey.open(england, child="C-1").record(
    ...     ReferralReceived(at="2025-03-07", recorded="2025-03-10T09:00Z"))
    >>> tally = Tally()
    >>> tally.add(delays(journey))
    >>> [(name, one.median) for name, one in tally.by_name().items()]
    [('referral_received', 3)]
    """

    counts: Counter[tuple[str, int | None, int | None]] = field(factory=Counter)

    def add(self, found: Iterable[Delay]) -> None:
        """Count some more delays, as of another child."""
        self.counts.update((one.name, one.days, one.working_days) for one in found)

    def by_name(self) -> dict[str, Delays]:
        """Give the delays of each kind of event, by its name."""
        names = sorted({name for name, _, _ in self.counts})
        return {name: _summed(self._of(name)) for name in names}

    def all(self) -> Delays:
        """Give the delays of all events together."""
        return _summed(self._of(None))

    def _of(self, name: str | None) -> Counter[tuple[int | None, int | None]]:
        found = Counter[tuple[int | None, int | None]]()
        for (one, days, working_days), number in self.counts.items():
            if name in (None, one):
                found[days, working_days] += number
        return found


def delays(journey: Journey) -> tuple[Delay, ...]:
    """Say of each event how long after it happened it was written down.

    An event counts as it was first written down: a later correction does not make it
    late. What was withdrawn never happened and is left out, and so are corrections
    and withdrawals themselves.

    Parameters
    ----------
    journey
        Whose events; `journey.as_known(moment)` for those known at a moment.
    """
    place = journey.jurisdiction
    return tuple(
        _delay(journey.child.id, event, place.zone, place.calendar)
        for event in _first_entries(journey)
    )


def _first_entries(journey: Journey) -> Iterator[Event]:
    chronology = journey.chronology
    standing = {one.id for one in heard(chronology, journey.jurisdiction.zone).events}
    for one in chronology.events:
        if isinstance(one, UnreadEvent | CorrectionEvent):
            continue
        if one.id in standing:
            yield one


def _delay(child: str, event: Event, zone: str, calendar: Calendar) -> Delay:
    happened = day_of(event.at, zone)
    recorded = None if event.recorded is None else day_of(event.recorded, zone)
    return Delay(
        child=child,
        event=event.id,
        name=event.name,
        happened=happened,
        recorded=recorded,
        days=None if recorded is None else (recorded - happened).days,
        working_days=_working_days(happened, recorded, calendar),
    )


def _working_days(
    happened: date, recorded: date | None, calendar: Calendar
) -> int | None:
    if recorded is None or recorded < happened:
        return None
    try:
        return calendar.count(happened, recorded)
    except CalendarNotKnown:
        return None


def _summed(counts: Counter[tuple[int | None, int | None]]) -> Delays:
    known = Counter[int]()
    prompt = 0
    for (days, working_days), number in counts.items():
        if days is not None and days >= 0:
            known[days] += number
            prompt += number if working_days in (0, 1) else 0
    ahead = sum(n for (days, _), n in counts.items() if days is not None and days < 0)
    return Delays(
        count=known.total(),
        median=_within(known, 50),
        ninetieth=_within(known, 90),
        longest=max(known, default=None),
        same_day=known[0],
        within_a_working_day=prompt,
        not_said=sum(n for (days, _), n in counts.items() if days is None),
        ahead=ahead,
    )


def _within(known: Counter[int], percent: int) -> int | None:
    """Give in how many days so many in a hundred were written down."""
    seen = 0
    for days in sorted(known):
        seen += known[days]
        if seen * 100 >= known.total() * percent:
            return days
    return None
