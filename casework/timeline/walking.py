"""The walk through a journey: the states of its episodes, and what happened."""

from collections.abc import Mapping

from attrs import define, evolve, field

from casework.checking import events_of, ground_of
from casework.chronology import Happening, in_order
from casework.dates import When
from casework.journey import Journey
from casework.standing import Ground, happened_by, last_seen
from casework.states.walk import (
    Episode,
    Position,
    Verdict,
    settle,
    start,
    step,
)
from casework.timeline.parts import EventMark, Span
from casework.timeline.saying import event_words


@define
class Walked:
    """What a walk has seen: each event, and each state of each episode, in order.

    Parameters
    ----------
    position
        Where the journey stands.
    spans, events
        The states and the events so far; an event's stage stands beside it.
    """

    position: Position = field(factory=start)
    spans: list[Span] = field(factory=list)
    events: list[tuple[str, EventMark]] = field(factory=list)
    _latest: dict[str, int] = field(factory=dict)

    def take(self, happening: Happening, ground: Ground, *, seen: bool) -> None:
        """Go one event further.

        Parameters
        ----------
        happening, ground
            The event, and against what it is judged.
        seen
            Whether the record reaches so far. After its last day nothing moves.
        """
        event = happening.event
        position, verdict = step(self.position, event, **ground.for_stages())
        for earlier in verdict.settled:
            self.judge(earlier)
        before, self.position = self.position.episodes, position
        moved = self._moved(before, happening.when) if seen else {}
        mark = EventMark(
            at=event.at,
            event=event.name,
            words=event_words(event),
            episode=event.episode,
            allowed=verdict.allowed,
            led_to=moved.get(event.episode or ""),
        )
        self.events.append((event.stage_name, mark))

    def judge(self, verdict: Verdict) -> None:
        """Put right what the end of a day made of one of its events."""
        stage, mark = self.events[verdict.number]
        self.events[verdict.number] = stage, evolve(mark, allowed=verdict.allowed)

    def _moved(self, before: Mapping[str, Episode], when: When) -> dict[str, str]:
        moved = {}
        for id_, episode in self.position.episodes.items():
            earlier = before.get(id_)
            if earlier is episode:
                continue
            if episode.left:
                self._leave(episode, when)
            elif earlier is None or earlier.left or earlier.state != episode.state:
                self._enter(episode, when)
                moved[id_] = episode.state
        return moved

    def _leave(self, episode: Episode, when: When) -> None:
        # Left before, it stays as it was; what happens in it later begins anew.
        place = self._latest.pop(episode.id, None)
        if place is not None:
            self.spans[place] = evolve(self.spans[place], ends=when)

    def _enter(self, episode: Episode, when: When) -> None:
        place = self._latest.get(episode.id)
        if place is not None:
            self.spans[place] = evolve(self.spans[place], ends=when)
        self._latest[episode.id] = len(self.spans)
        ends = when if episode.closed else None
        span = Span(episode=episode.id, state=episode.state, starts=when, ends=ends)
        self.spans.append(span)


def walked(journey: Journey, as_at: When) -> Walked:
    """Walk through a journey, up to a day or a moment."""
    zone, found = journey.jurisdiction.zone, Walked()
    ground = ground_of(journey.jurisdiction, journey.chronology)
    last = last_seen(as_at, journey.chronology.records, zone)
    for happening in in_order(events_of(journey.chronology, zone, as_at), zone):
        seen = happened_by(happening.when, last, zone)
        found.take(happening, ground, seen=seen)
    for verdict in settle(found.position, **ground.for_stages())[1]:
        found.judge(verdict)
    return found
