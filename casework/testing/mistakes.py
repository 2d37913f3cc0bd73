"""Unlawful mutations: a lawful history with one event that must be refused, and why.

A host that takes an event which its stages do not allow has a hole. Each mutation is
made from a lawful history and the declarations of the stages, and says what is wrong.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from attrs import evolve, frozen
from hypothesis import strategies as st

from casework.chronology import Chronology, Happening, in_order
from casework.events import (
    ArrangementNotified,
    ChildDied,
    ContactReceived,
    Event,
    PregnancyEnded,
    SupervisionHeld,
)
from casework.journey import Journey
from casework.states import STAGES
from casework.states.links import ANY, words_of
from casework.states.moves import NOT_OPEN, events_of
from casework.states.walk import Episode
from casework.testing.near import FIRST_DAY
from casework.testing.reading import events_in, line
from casework.testing.ways import Wanted

_NOWHERE: Final = "no-such-episode"
_END: Final = (ChildDied, PregnancyEnded)


@frozen(repr=False)
class Unlawful:
    """A lawful history, and an event that must not be added to it.

    Parameters
    ----------
    journey
        The lawful history.
    event
        The event that is refused.
    wrong
        What is wrong with it, in words.
    code
        The code of the finding, where the event is on the record all the same.
    """

    journey: Journey
    event: Event
    wrong: str
    code: str

    def __repr__(self) -> str:
        """Write the event as one line, and what is wrong."""
        return f"{line(self.event)} ({self.wrong})"

    @property
    def on_record(self) -> Journey:
        """The journey as a file may hold it: with the event on the record."""
        return _with_events(self.journey, *events_in(self.journey), self.event)


def unlawful(journey: Journey) -> st.SearchStrategy[Unlawful]:
    """Events that must be refused after a lawful history, with what is wrong.

    Parameters
    ----------
    journey
        A lawful history, of a source that records everything.

    Examples
    --------
    >>> from hypothesis import find
    >>> from casework import Journey, jersey
    >>> empty = Journey.open(jersey, child="C-0001", born="2010-05-14")
    >>> find(unlawful(empty), lambda one: True).wrong
    'consent recorded in an episode that nothing opened'
    """
    return st.sampled_from(tuple(mistakes(journey)))


def mistakes(journey: Journey) -> Iterator[Unlawful]:
    """Give every mistake that can be made after a lawful history.

    Parameters
    ----------
    journey
        As in `unlawful`.
    """
    told = in_order(events_in(journey), journey.jurisdiction.zone)
    day = told[-1].day + timedelta(days=1) if told else FIRST_DAY
    if any(isinstance(one, _END) for one in events_in(journey)):
        yield _after_the_end(journey, day)
        return
    yield from _never_opened(journey, day)
    for episode in journey.episodes():
        yield from _out_of_state(journey, episode, day)
        yield from _in_another_stage(journey, episode, day)
        yield from _broken_links(journey, episode, day)
    yield from _out_of_nowhere(journey, day)
    yield from _two_at_once(journey, day)
    yield from _beside_nothing(journey, day)
    yield from _before_birth(journey)
    yield from _without_its_opener(journey, told)


def _never_opened(journey: Journey, day: date) -> Iterator[Unlawful]:
    for stage in STAGES:
        kind = next(one for one in events_of(stage) if not one.opens)
        wrong = f"{words_of(kind)} in an episode that nothing opened"
        event = kind(at=day, episode=_NOWHERE)
        yield Unlawful(journey, event, wrong, "episode_not_open")


def _out_of_state(journey: Journey, episode: Episode, day: date) -> Iterator[Unlawful]:
    allowed = STAGES[episode.stage].allowed(episode.state)
    for kind in events_of(episode.stage):
        if kind.name not in allowed:
            wrong = f"{words_of(kind)} where {episode.id} is {episode.state!r}"
            event = kind(at=day, episode=episode.id)
            yield Unlawful(journey, event, wrong, "not_allowed")


def _in_another_stage(
    journey: Journey, episode: Episode, day: date
) -> Iterator[Unlawful]:
    stage = next(stage for stage in STAGES if stage != episode.stage)
    kind = events_of(stage)[0]
    wrong = f"{words_of(kind)} in {episode.id}, an episode of {episode.stage}"
    event = kind(at=day, episode=episode.id, follows=None)
    yield Unlawful(journey, event, wrong, "episode_of_two_stages")


def _broken_links(journey: Journey, episode: Episode, day: date) -> Iterator[Unlawful]:
    for declared in STAGES.values():
        reached = {link.stage for link in declared.links}
        if reached.isdisjoint({episode.stage, ANY}):
            kind = declared.leaving[NOT_OPEN][0].event
            wrong = f"{words_of(kind)} out of {episode.id}, which does not lead there"
            event = kind(at=day, episode=_NOWHERE, follows=episode.id)
            yield Unlawful(journey, event, wrong, "link_not_allowed")


def _out_of_nowhere(journey: Journey, day: date) -> Iterator[Unlawful]:
    for declared in STAGES.values():
        kind = declared.leaving[NOT_OPEN][0].event
        wrong = f"{words_of(kind)} out of an episode that is not on the record"
        event = kind(at=day, episode=f"{_NOWHERE}-2", follows=_NOWHERE)
        yield Unlawful(journey, event, wrong, "link_unknown")


def _two_at_once(journey: Journey, day: date) -> Iterator[Unlawful]:
    for episode in journey.episodes():
        declared = STAGES[episode.stage]
        rule, passing = declared.at_most_one, (declared.superseded or ("",))[0]
        if rule is None or not rule.refuses or episode.state == passing:
            continue
        for move in declared.leaving[NOT_OPEN]:
            if episode.state in rule.states and move.to in rule.states:
                plain = Wanted(move.event, move.guards).plainly
                event = move.event(at=day, episode=_NOWHERE, follows=None, **plain)
                wrong = f"{words_of(event)} beside {episode.id}: {rule.because}"
                yield Unlawful(journey, event, wrong, rule.code)


def _beside_nothing(journey: Journey, day: date) -> Iterator[Unlawful]:
    if all(episode.closed for episode in journey.episodes()):
        event = SupervisionHeld(at=day)
        wrong = f"{words_of(event)} while nothing is open"
        yield Unlawful(journey, event, wrong, "nothing_open")


def _before_birth(journey: Journey) -> Iterator[Unlawful]:
    born = journey.child.born
    if born is not None:
        at = born - timedelta(days=1)
        event = ArrangementNotified(at=at, episode=_NOWHERE, follows=None)
        wrong = f"{words_of(event)} before the child was born"
        yield Unlawful(journey, event, wrong, "before_birth")


def _without_its_opener(
    journey: Journey, told: tuple[Happening, ...]
) -> Iterator[Unlawful]:
    for episode in journey.episodes():
        second = next(iter(episode.events[1:]), None)
        if second is not None and not second.opens:
            earlier = [one.event for one in told if one.day < episode.opened]
            before = _with_events(journey, *earlier)
            wrong = f"{words_of(second)} in {episode.id}, whose opening was left out"
            event = evolve(second, id=None)
            yield Unlawful(before, event, wrong, "episode_not_open")


def _after_the_end(journey: Journey, day: date) -> Unlawful:
    event = ContactReceived(at=day, episode=_NOWHERE, follows=None)
    wrong = f"{words_of(event)} after the child died or the pregnancy ended"
    return Unlawful(journey, event, wrong, "after_the_end")


def _with_events(journey: Journey, *events: Event) -> Journey:
    told = Chronology(child=journey.child, events=events)
    return Journey(jurisdiction=journey.jurisdiction, chronology=told)
