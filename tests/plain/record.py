"""What stands on the record, in the order in which it happened."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import evolve, frozen

from casework.chronology import Chronology
from casework.events import NOT_SAID, Corrected, Event, UnreadEvent, Withdrawn
from casework.journey import Journey
from casework.states.position import Episode
from tests.plain.counting import ONE_DAY, Place, When, is_moment


@frozen(eq=False)
class Told:
    """An event that stands, with its day."""

    event: Event
    day: date

    @property
    def at(self) -> When:
        """Its day or moment."""
        return self.event.at

    @property
    def episode(self) -> str | None:
        """Its episode."""
        return self.event.episode


def known_from(event: Event, place: Place) -> datetime:
    """Give the moment from which an event was known."""
    if event.recorded is not None:
        return event.recorded
    if is_moment(event.at):
        return event.at
    return place.begins(event.at + ONE_DAY)


def standing(
    chronology: Chronology, place: Place, known_at: datetime | None
) -> list[Event]:
    """Give the events that stand once corrections and withdrawals are heard."""
    known = [
        one
        for one in chronology.events
        if not isinstance(one, UnreadEvent)
        and (known_at is None or known_from(one, place) <= known_at)
    ]
    changes = [one for one in known if isinstance(one, Corrected | Withdrawn)]
    changes = sorted(changes, key=lambda one: _spoken(one, changes, place))
    facts = [one for one in known if not isinstance(one, Corrected | Withdrawn)]
    gone = _withdrawn(changes)
    found = (_corrected(one, changes, gone) for one in facts)
    return [one for one in found if one.id not in gone]


def _spoken(
    change: Corrected | Withdrawn, changes: list[Any], place: Place
) -> tuple[datetime, int]:
    # Whoever names a change knew of it, whatever was written of the hour.
    below = [change]
    while True:
        named = [one for one in changes if one.id == below[-1].of]
        if not named or any(one is named[-1] for one in below):
            return max(known_from(one, place) for one in below), len(below)
        below.append(named[-1])


def _withdrawn(changes: list[Any]) -> set[str]:
    gone: set[str] = set()
    for change in reversed(changes):
        if isinstance(change, Withdrawn) and change.id not in gone:
            gone.add(change.of)
    return gone


def _corrected(fact: Event, changes: list[Any], gone: set[str]) -> Event:
    # What corrects a correction corrects the event at the bottom of it.
    names, stands = {fact.id}, fact
    corrections = [one for one in changes if isinstance(one, Corrected)]
    for _ in corrections:
        names |= {one.id for one in corrections if one.of in names}
    for one in corrections:
        if one.of in names and one.id not in gone:
            stands = _in_its_place(one, fact)
    return stands


def _in_its_place(correction: Corrected, fact: Event) -> Event:
    right = correction.replacement
    recorded = right.recorded or correction.recorded
    stands = evolve(right, id=fact.id, recorded=recorded)
    if right.stage_name != fact.stage_name:
        return stands
    follows = fact.follows if right.follows is NOT_SAID else right.follows
    return evolve(stands, episode=right.episode or fact.episode, follows=follows)


def happened_by(event: Event, as_at: When, place: Place) -> bool:
    """Say whether an event had happened by the end of a day, or by a moment."""
    if is_moment(event.at) and is_moment(as_at):
        return event.at <= as_at
    return place.day(event.at) <= place.day(as_at)


def in_order(events: list[Event], place: Place) -> list[Told]:
    """Put events in order: by day, and on one day as design has it."""
    told = [Told(one, place.day(one.at)) for one in events]
    ordered: list[Told] = []
    for day in sorted({one.day for one in told}):
        ordered += _one_day([one for one in told if one.day == day], events, place)
    return ordered


def _one_day(today: list[Told], events: list[Event], place: Place) -> list[Told]:
    by_entry = sorted(today, key=lambda one: known_from(one.event, place))
    timed = sorted((one for one in by_entry if is_moment(one.at)), key=lambda x: x.at)
    untimed = [one for one in by_entry if not is_moment(one.at)]
    openers = [one for one in untimed if _opens(one.event, events)]
    closers = [one for one in untimed if one not in openers and one.event.closes]
    others = [one for one in untimed if one not in openers and one not in closers]
    ordered = list(timed)
    for opener in openers:
        of_it = [
            i
            for i, x in enumerate(ordered)
            if x in timed and x.episode == opener.episode
        ]
        ordered.insert(of_it[0] if of_it else len(ordered), opener)
    return ordered + others + closers


def _opens(event: Event, events: list[Event]) -> bool:
    # An assessment may open an episode, but where a referral does, it does not.
    ranks = [
        one.opens
        for one in events
        if one.opens
        and (one.stage_name, one.episode) == (event.stage_name, event.episode)
    ]
    return bool(event.opens) and event.opens == min(ranks)


@frozen
class Lines:
    """How episodes hang together."""

    episodes: Mapping[str, Episode]

    @classmethod
    def of(cls, journey: Journey, as_at: When, known_at: datetime | None) -> "Lines":
        """Take the links that the stages accepted."""
        known = journey if known_at is None else journey.as_known(known_at)
        return cls({one.id: one for one in known.episodes(as_at)})

    def ancestors(self, episode: str | None) -> list[str]:
        """Give an episode and those that it came out of, the nearest first."""
        found: list[str] = []
        while episode is not None and episode not in found:
            found.append(episode)
            known = self.episodes.get(episode)
            episode = known.follows if known else None
        return found

    def follows(self, start: str | None, event: Event) -> bool:
        """Say whether an event is in an episode, or one that follows from it.

        Of a following episode of the same stage only the event that opens it is,
        and nothing beyond.
        """
        line = self.ancestors(event.episode)
        if start not in line:
            return start is None and event.episode is None
        after = line[: line.index(start)]
        stage = self.stage(start)
        again = [one for one in after if self.stage(one) == stage]
        if not again:
            return True
        return again == [event.episode] and self.episodes[again[0]].opener == event

    def one_line(self, one: str | None, other: str | None) -> bool:
        """Say whether two episodes came out of one."""
        if one is None or other is None:
            return one is other
        return self.ancestors(one)[-1] == self.ancestors(other)[-1]

    def stage(self, episode: str | None) -> str | None:
        """Give the stage of an episode."""
        known = self.episodes.get(episode or "")
        return known.stage if known else None
