"""The append-only record: what happened, when it was recorded, what was put right."""

from collections import Counter
from collections.abc import Container, Iterable
from datetime import date, datetime
from typing import TypeAlias

from attrs import Attribute, evolve, field, frozen

from casework.dates import (
    When,
    as_date,
    as_moment,
    day_of,
    end_of_day,
    is_moment,
)
from casework.errors import BadChronology
from casework.events import Event, UnreadEvent
from casework.findings import Finding, Severity
from casework.records import EVERYTHING, Records

Recorded: TypeAlias = Event | UnreadEvent


def _day(value: object) -> date | None:
    return None if value is None else as_date(value)


def _opaque(_child: object, _id: "Attribute[str]", value: object) -> None:
    if not isinstance(value, str) or not value:
        raise BadChronology(f"a child needs an opaque id, not {value!r}")


@frozen(kw_only=True)
class Child:
    """A child as an opaque id, a date of birth and coded facts; never a name.

    Parameters
    ----------
    id
        Opaque and unique among the children of the host system.
    born, expected
        The date of birth; or, of an unborn child, the day it is expected.
    family
        An opaque id that siblings share.
    disabled, unaccompanied
        Coded facts; None where the source does not say.

    Raises
    ------
    BadChronology
        When there is no id.
    BadDate
        When a day cannot be read.

    Examples
    --------
    >>> Child(id="C-0001", born="2010-05-14")
    Child(id='C-0001')
    """

    id: str = field(validator=_opaque)
    born: date | None = field(default=None, converter=_day, repr=False)
    expected: date | None = field(default=None, converter=_day, repr=False)
    family: str | None = field(default=None, repr=False)
    disabled: bool | None = field(default=None, repr=False)
    unaccompanied: bool | None = field(default=None, repr=False)


@frozen(kw_only=True)
class Chronology:
    """One child's record: every event in the order in which it was written down.

    Parameters
    ----------
    child
        Whose record it is.
    events
        Every event, corrections and unread ones too, in the order recorded. An
        event without an id is given one made from its position.
    records
        What the source records; by default everything.
    """

    child: Child
    events: tuple[Recorded, ...] = ()
    records: Records = EVERYTHING
    own_ids: bool = field(init=False, default=True, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Give every event an id, so that a receipt can name it."""
        if any(isinstance(one, Event) and one.id is None for one in self.events):
            object.__setattr__(self, "events", _with_ids(self.events))
        numbered = enumerate(self.events, start=1)
        own = all(one.id == f"e{number}" for number, one in numbered)
        object.__setattr__(self, "own_ids", own)

    def add(self, event: Event) -> "Chronology":
        """Give the record with one more event written down after the others."""
        event = self.named(event)
        added = Chronology(child=self.child, records=self.records)
        object.__setattr__(added, "events", (*self.events, event))
        own = self.own_ids and event.id == f"e{len(added.events)}"
        object.__setattr__(added, "own_ids", own)
        return added

    def named(self, event: Event) -> Event:
        """Give an event the id that it will have as the next of this record."""
        if event.id is not None:
            return event
        # Where every id was made here, no search is needed: the next one is free.
        taken = () if self.own_ids else {one.id for one in self.events}
        return evolve(event, id=_made_id(len(self.events) + 1, taken))

    def as_known(self, moment: datetime | str, zone: str) -> "Chronology":
        """Give the record as it stood at a moment, without what was recorded later."""
        at = as_moment(moment)
        known = tuple(one for one in self.events if known_from(one, zone) <= at)
        return evolve(self, events=known)

    def unread(self) -> tuple[UnreadEvent, ...]:
        """Give the events that could not be read."""
        return tuple(one for one in self.events if isinstance(one, UnreadEvent))

    def findings(self) -> tuple[Finding, ...]:
        """Say which events could not be read, and which share an id."""
        ids = Counter(one.id for one in self.events if one.id is not None)
        twice = (_twice(self.child, id_) for id_, count in ids.items() if count > 1)
        return (*(_not_read(self.child, one) for one in self.unread()), *twice)


_LONG_AGO = as_moment("0001-01-02T00:00:00+00:00")


def known_from(one: Recorded, zone: str) -> datetime:
    """Give the moment from which an event was known.

    That is when it was recorded. Where the record does not say, a moment is known
    from itself and a day from its end.
    """
    if isinstance(one, UnreadEvent):
        return _LONG_AGO
    if one.recorded is not None:
        return one.recorded
    if is_moment(one.at):
        return one.at
    return end_of_day(one.at, zone)


@frozen(slots=True, eq=False)
class Happening:
    """An event in its place: its day in the jurisdiction, and its order of entry."""

    event: Event
    day: date
    position: int

    @property
    def when(self) -> When:
        """The day or the moment of the event."""
        return self.event.at

    def before(self, other: "Happening") -> bool:
        """Say whether this moment lies before that one; both must be moments."""
        mine, other_one = self.event.at, other.event.at
        return is_moment(mine) and is_moment(other_one) and mine < other_one


def in_order(
    events: Iterable[Event], zone: str, *, opened: Iterable[Event] = ()
) -> tuple[Happening, ...]:
    """Put events in the order in which they happened.

    By day; on one day moments by time, then events known only by their day (those
    that open an episode, then others, then those that close one), then the order
    recorded, then position. A day's opener stands before the timed events of its own
    episode that day.

    Parameters
    ----------
    events
        In the order in which they were recorded.
    zone
        In which days begin and end.
    opened
        What opened episodes before these events, so that they do not open them again.
    """
    happenings = [
        Happening(event, day_of(event.at, zone), position)
        for position, event in enumerate(events)
    ]
    firsts = _openers((*opened, *(one.event for one in happenings)))
    happenings.sort(key=lambda one: _key(one, firsts, zone))
    return tuple(_openers_first(happenings, firsts))


def _openers(events: Iterable[Event]) -> dict[tuple[str, str | None], int]:
    # An assessment may open an episode, but where a referral does, it does not.
    firsts: dict[tuple[str, str | None], int] = {}
    for event in events:
        if event.opens:
            key = (event.stage_name, event.episode)
            firsts[key] = min(firsts.get(key, event.opens), event.opens)
    return firsts


def _opens(one: Happening, firsts: dict[tuple[str, str | None], int]) -> bool:
    event = one.event
    return event.opens > 0 and event.opens == firsts[event.stage_name, event.episode]


def _key(
    one: Happening, firsts: dict[tuple[str, str | None], int], zone: str
) -> tuple[object, ...]:
    known = known_from(one.event, zone)
    if is_moment(one.event.at):
        return (one.day, 0, one.event.at, known, one.position)
    rank = 0 if _opens(one, firsts) else 2 if one.event.closes else 1
    return (one.day, 1, rank, known, one.position)


def _openers_first(
    happenings: list[Happening], firsts: dict[tuple[str, str | None], int]
) -> list[Happening]:
    ordered: list[Happening] = []
    for one in happenings:
        place = len(ordered)
        if not is_moment(one.event.at) and _opens(one, firsts):
            place = _before_its_timed(ordered, one)
        ordered.insert(place, one)
    return ordered


def _before_its_timed(ordered: list[Happening], opener: Happening) -> int:
    place = len(ordered)
    for index in range(len(ordered) - 1, -1, -1):
        other = ordered[index]
        if other.day != opener.day:
            break
        same = other.event.episode == opener.event.episode
        if same and is_moment(other.event.at):
            place = index
    return place


def _with_ids(events: tuple[Recorded, ...]) -> tuple[Recorded, ...]:
    taken = {one.id for one in events}
    return tuple(
        evolve(one, id=_made_id(position, taken))
        if isinstance(one, Event) and one.id is None
        else one
        for position, one in enumerate(events, start=1)
    )


def _made_id(position: int, taken: Container[str | None]) -> str:
    made = f"e{position}"
    while made in taken:
        made += "+"
    return made


def _twice(child: Child, id_: str) -> Finding:
    return Finding(
        code="duplicate_id",
        severity=Severity.WARNING,
        what=f"two events have the id {id_!r}; both count",
        expected="an id that no other event of the child has",
        child=child.id,
        event=id_,
    )


def _not_read(child: Child, one: UnreadEvent) -> Finding:
    return Finding(
        code="event_not_read",
        severity=Severity.ERROR,
        what=f"{one.why.rstrip('.')}; the event is kept as it came and takes no part",
        expected="an event of the vocabulary, with fields that it has",
        child=child.id,
        event=one.id,
    )
