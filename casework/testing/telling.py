"""A lawful history while it is told: each event is taken only if it is allowed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from attrs import define, evolve, field

from casework.birth import ALLOWED, birth_of, refuse_before_birth
from casework.chronology import Child, Chronology, Happening, in_order, known_from
from casework.dates import day_of
from casework.errors import NotAllowed
from casework.events import CaseClosed, ChildBorn, Event
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction
from casework.records import Records
from casework.states import STAGES
from casework.states.linking import Fit, Opening
from casework.states.links import ANY, NOTHING, Link
from casework.states.position import Setting
from casework.states.walk import Episode, Position, Verdict, settle, start, step
from casework.testing.near import moment_on
from casework.testing.ways import Leg, Wanted, way_out

_NOON: Final = 12 * 60


@define
class Telling:
    """What has been told so far, and where it stands.

    Parameters
    ----------
    place
        Whose calendar and zone.
    child
        Of whom it is told.
    floor
        The first day on which the next thing may happen.
    ends_by
        The last day on which it may.
    knows
        Names of the events that may be told; None for all.
    events
        What has happened, in the order in which it was told.
    position
        Where the journey stands at the end of the last day.
    """

    place: Jurisdiction
    child: Child
    floor: date
    ends_by: date
    knows: Collection[str] | None = None
    events: list[Event] = field(factory=list)
    position: Position = field(factory=start)
    # The last day, where it stood before it, and what has happened on it.
    _day: date = date.min
    _before: Position = field(factory=start)
    _today: tuple[Event, ...] = ()

    def knows_all(self, *wanted: Wanted) -> bool:
        """Say whether all of some events may be told."""
        return self.knows is None or all(w.kind.name in self.knows for w in wanted)

    @property
    def birth(self) -> date | None:
        """The day of birth, or the day on which the child is expected."""
        return birth_of(self.child, self.events, self.place.zone)

    @property
    def journey(self) -> Journey:
        """The journey so far, in the order told."""
        told = Chronology(child=self.child, events=tuple(self.events))
        return Journey(jurisdiction=self.place, chronology=told)

    def take(self, event: Event) -> bool:
        """Take an event that is not before the last day; say whether it is allowed."""
        day = day_of(event.at, self.place.zone)
        later = day > self._day
        before = self.position if later else self._before
        today = (event,) if later else (*self._today, event)
        if not self._may_lie_here(Happening(event, day, 0)):
            return False
        position, verdicts = self._walked(before, today)
        if any(one.findings for one in verdicts):
            return False
        self.events.append(event)
        self.position, self._before, self._today = position, before, today
        self.floor = self._day = day
        return True

    def be_born(self) -> bool:
        """Let the child be born, if that lies ahead; say whether it does."""
        if not self.unborn:
            return False
        birth = self.birth
        if self.child.born is not None:
            self.floor = self.child.born
            return True
        at = max(self.floor, birth or self.floor)
        return self.take(ChildBorn(at=at))

    def due(self, kind: type[Event]) -> tuple[date, ...]:
        """Give the days on which what an event meets is due, or anything if nothing.

        Parameters
        ----------
        kind
            The kind of event that is told next.
        """
        zone = self.place.zone
        found = [one for one in self.journey.due(self.floor) if one.due is not None]
        met = [one for one in found if any(kind in on.events for on in one.law.met_by)]
        days = {day_of(one.due, zone) for one in met or found if one.due is not None}
        return tuple(sorted(day for day in days if day > self.floor)) or (self.floor,)

    def still_to_tell(self, legs: tuple[Leg, ...]) -> tuple[Leg, ...]:
        """Leave out the beginning of a way where what it leads to stands already."""
        for index in range(len(legs) - 1, 0, -1):
            leg = legs[index]
            kind = leg.events[0]
            opener = kind.kind(at=self.floor, episode=self.new_id(leg.stage))
            if self.parents(opener, leg.link):
                return legs[index:]
        return legs

    def take_soon(self, event: Event) -> bool:
        """Take an event, or the like of it on the next day; say if it was allowed.

        What may not follow on the day on which it was led up to may do so on the next.
        """
        return self.take(event) or self.take(_a_day_later(event))

    def open(self, event: Event, link: Link) -> bool:
        """Take an event that opens an episode by a link; say if it was allowed."""
        for one in (event, _a_day_later(event)):
            parents = self.parents(one, link)
            kept = one.follows in parents
            for parent in (one.follows,) if kept else parents[:1]:
                if self.take(evolve(one, follows=parent)):
                    return True
        return False

    def tell(self, leg: Leg) -> bool:
        """Tell one leg of a way plainly: at once, and saying no more than it must."""
        self.be_old_enough(leg.stage)
        first, *rest = leg.events
        episode = self.new_id(leg.stage)
        opening = evolve(self._plain(first, episode), follows=None)
        return self.open(opening, leg.link) and all(
            self.tell_plainly(wanted, episode) for wanted in rest
        )

    def tell_plainly(self, wanted: Wanted, episode: str) -> bool:
        """Tell an event at once, saying no more than it must; say if it was allowed."""
        return self.take_soon(self._plain(wanted, episode))

    def close(self, stage: str | None = None) -> None:
        """Bring every open episode, of one stage or of all, to its end, plainly."""
        for episode in self.position.open_episodes(stage):
            for wanted in way_out(episode.stage, episode.state):
                self.tell_plainly(wanted, episode.id)

    def finish(self, day: date) -> None:
        """Bring everything that is open to its end on a day, and close the case."""
        self.floor = max(self.floor, day)
        self.close()
        self.take(CaseClosed(at=self.floor))

    def _plain(self, wanted: Wanted, episode: str) -> Event:
        return wanted.kind(at=self.floor, episode=episode, **wanted.plainly)

    @property
    def over(self) -> bool:
        """Whether nothing more can happen: the child died, or will not be born."""
        return self.position.ended is not None

    @property
    def unborn(self) -> bool:
        """Whether the child is not yet born on the first day that is open."""
        return self.birth is None or self.floor < self.birth

    def be_old_enough(self, stage: str) -> None:
        """Let the child be born before a stage that is only for those who are."""
        if self.unborn and stage not in ALLOWED:
            self.be_born()

    def parents(self, event: Event, link: Link) -> tuple[str | None, ...]:
        """Name what an episode may come out of by a link, if it opened now.

        None among them: out of nothing that must be named.
        """
        day = day_of(event.at, self.place.zone)
        setting = Setting(zone=self.place.zone, born=self.birth)
        opening = Opening(self.position, setting, day, event)
        if link.stage == NOTHING:
            return (None,)
        fitting = tuple(
            one.id
            for one in self.position.episodes.values()
            if link.stage in (ANY, one.stage) and opening.fit(one) is Fit.YES
        )
        return (None, *fitting) if link.stage == ANY and fitting else fitting

    def new_id(self, stage: str) -> str:
        """Give an id for the next episode of a stage."""
        return f"{stage}-{len(self.position.episodes_of(stage)) + 1}"

    def living(self, stages: Iterable[str] | None) -> tuple[Episode, ...]:
        """Give the episodes in which something may still happen, the latest first."""
        among = self.position.by_stage if stages is None else stages
        found: list[Episode] = []
        for stage in among:
            latest = self.position.latest(stage)
            found += self.position.open_episodes(stage)
            if latest is not None and latest.closed and _goes_on(latest):
                found.append(latest)
        return tuple(reversed(found))

    def late(self, delays: Mapping[int, int]) -> None:
        """Let some events be written down late, by their place and in days.

        Only what happened alone on its day: on one day the order of entry decides what
        came first.
        """
        zone = self.place.zone
        days = [day_of(one.at, zone) for one in self.events]
        for place, delay in delays.items():
            if place < len(days) and days.count(days[place]) == 1:
                at = moment_on(days[place] + timedelta(days=delay), _NOON)
                self.events[place] = evolve(self.events[place], recorded=at)

    def recorded(self, records: Records) -> Journey:
        """Give the journey as it was written down, by what the source records."""
        zone = self.place.zone
        kept = [one for one in self.events if _covers(records, one, zone)]
        kept.sort(key=lambda one: known_from(one, zone))
        told = Chronology(child=self.child, events=tuple(kept), records=records)
        return Journey(jurisdiction=self.place, chronology=told)

    def _walked(
        self, position: Position, today: tuple[Event, ...]
    ) -> tuple[Position, list[Verdict]]:
        zone, born = self.place.zone, self.birth
        if len(today) > 1:
            today = tuple(self._ordered(today, position))
        found = []
        for event in today:
            position, verdict = step(position, event, zone=zone, born=born)
            found.append(verdict)
        position, settled = settle(position, zone=zone, born=born)
        return position, [*found, *settled]

    def _ordered(self, today: tuple[Event, ...], position: Position) -> Iterator[Event]:
        known = (position.episodes.get(one.episode or "") for one in today)
        opened = [one.opener for one in known if one is not None]
        ordered = in_order(today, self.place.zone, opened=opened)
        return (one.event for one in ordered)

    def _may_lie_here(self, happening: Happening) -> bool:
        if not self.floor <= happening.day <= self.ends_by:
            return False
        told, zone = (*self.events, happening.event), self.place.zone
        birth = birth_of(self.child, told, zone)
        # Once a birth is on the record, everything is judged by its day.
        judged = [happening]
        if isinstance(happening.event, ChildBorn):
            judged += [Happening(one, day_of(one.at, zone), 0) for one in self.events]
        try:
            for one in judged:
                refuse_before_birth(one, birth)
        except NotAllowed:
            return False
        return True


def _a_day_later(event: Event) -> Event:
    """Give the like of an event on the next day."""
    return evolve(event, at=event.at + timedelta(days=1))


def _goes_on(over: Episode) -> bool:
    return bool(STAGES[over.stage].leaving[over.state])


def _covers(records: Records, event: Event, zone: str) -> bool:
    day = day_of(event.at, zone)
    begun = records.start is None or records.start <= day
    over = records.end is not None and records.end < day
    return records.has(event.name) and begun and not over
