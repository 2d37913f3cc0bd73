"""One event in a stage: the episode it opens, moves, or leaves as it is."""

from datetime import date
from functools import partial
from typing import TypeAlias

from attrs import frozen

from casework.dates import is_moment
from casework.events import Event
from casework.evolving import evolve
from casework.findings import Finding
from casework.states import STAGES, saying
from casework.states.linking import LANDMARKS, ways_on
from casework.states.moves import NOT_OPEN
from casework.states.position import (
    Dated,
    Episode,
    Position,
    Setting,
    Verdict,
    Waiting,
)
from casework.states.settling import supersede

Outcome: TypeAlias = tuple[Position, Verdict]


@frozen
class Step:
    """One event at its place in a journey."""

    position: Position
    setting: Setting
    day: date
    event: Event

    @property
    def dated(self) -> Dated:
        """The event with its day."""
        return self.day, self.event

    def unrecorded(self, event: str, episode: Episode | None) -> bool:
        """Say whether an event of an episode may have happened and not be in the file.

        That is so where the source does not record such events, where the episode
        began before the source did, and where its beginning was not seen.
        """
        records = self.setting.records
        if not records.has(event):
            return True
        if episode is None:
            return records.start is not None
        early = records.start is not None and episode.opened < records.start
        return early or not episode.beginning_seen

    def verdict(self, *findings: Finding, assumed: bool = False) -> Verdict:
        """Give the verdict on the event: allowed, where nothing speaks against it."""
        return Verdict(
            event=self.event,
            number=self.position.count,
            allowed=not findings,
            assumed=assumed,
            findings=findings,
        )

    def refused(self, finding: Finding) -> Outcome:
        """Leave everything as it stands, and say why."""
        return self.position, self.verdict(finding)


def in_a_stage(at: Step) -> Outcome:
    """Take an event of a stage, and say whether its episode allows it."""
    position, event = at.position, at.event
    if event.episode is None:
        return at.refused(saying.no_episode(event))
    episode = position.episodes.get(event.episode)
    if episode is None:
        return _begun(at)
    if episode.stage != event.stage_name:
        return at.refused(saying.two_stages(event, episode))
    return _moved(at, episode)


def _begun(at: Step) -> Outcome:
    """Open the episode that an event belongs to."""
    event, stage = at.event, STAGES[at.event.stage_name]
    state, verdict = stage.next(NOT_OPEN, event), at.verdict()
    if state is None:
        unseen = partial(at.unrecorded, episode=None)
        state = stage.next_unseen(NOT_OPEN, event, unseen)
        verdict = at.verdict(assumed=True)
    if state is None:
        state = stage.next_from_anywhere(event)
        openers = stage.allowed(NOT_OPEN)
        verdict = at.verdict(saying.episode_not_open(event, openers))
    if state is None:
        return at.position, verdict
    episode = _new(at, state, verdict)
    position = evolve(at.position, closed=None) if at.position.closed else at.position
    position = position.put(episode, count=position.count + 1)
    return _entered(at, position, episode, verdict)


def _new(at: Step, state: str, verdict: Verdict) -> Episode:
    event, follows = at.event, at.event.follows
    known = isinstance(follows, str) and follows in at.position.episodes
    over = state in STAGES[event.stage_name].final
    return Episode(
        id=str(event.episode),
        stage=event.stage_name,
        state=state,
        follows=str(follows) if known else None,
        opener=event,
        opened=at.day,
        closed=over,
        ended=at.dated if over else None,
        assumed=verdict.assumed,
        beginning_seen=verdict.allowed and not verdict.assumed,
        landmarks=_landmarks((), at),
        trail=(event, None),
    )


def _moved(at: Step, episode: Episode) -> Outcome:
    """Move an episode that is known to where the event leads."""
    event, stage = at.event, STAGES[episode.stage]
    state, verdict = stage.next(episode.state, event), at.verdict()
    if state is None and _allowed_earlier_today(at, episode):
        state = episode.state
    if state is None:
        unseen = partial(at.unrecorded, episode=episode)
        state = stage.next_unseen(episode.state, event, unseen)
        verdict = at.verdict(assumed=True)
    if state is None:
        sources = stage.sources(event.name)
        return at.refused(saying.not_allowed(event, episode, sources))
    moved = evolve(
        episode,
        assumed=episode.assumed or verdict.assumed,
        landmarks=_landmarks(episode.landmarks, at),
        trail=(event, episode.trail),
        left=None,
    )
    if state != episode.state:
        moved = _elsewhere(at, moved, state)
    if moved.closed:
        moved = evolve(moved, ways_on=ways_on(moved, at.setting.records))
    position = at.position.put(moved, count=at.position.count + 1)
    if state == episode.state:
        return position, verdict
    return _entered(at, position, moved, verdict, before=episode.state)


def _elsewhere(at: Step, episode: Episode, state: str) -> Episode:
    over = state in STAGES[episode.stage].final
    return evolve(
        episode,
        state=state,
        closed=over,
        ended=(episode.ended or at.dated) if over else None,
        passed=(at.day, (*_passed(at, episode), (episode.state, at.event))),
    )


def _allowed_earlier_today(at: Step, episode: Episode) -> bool:
    """Say whether the event fits a state that the episode left on the same day.

    Where an event is known only by its day, nobody knows what came first on that day.
    The episode must have gone that way, and not by another event of the same kind.
    """
    stage, passed = STAGES[episode.stage], _passed(at, episode)
    way = {episode.state, *(state for state, _ in passed)}
    return any(
        stage.next(state, at.event) in way
        for state, mover in passed
        if type(mover) is not type(at.event)
        and not (is_moment(mover.at) and is_moment(at.event.at))
    )


def _passed(at: Step, episode: Episode) -> tuple[tuple[str, Event], ...]:
    """Give the states that the episode left on this day, and what moved it."""
    here = episode.passed
    return here[1] if here is not None and here[0] == at.day else ()


def _landmarks(before: tuple[Dated, ...], at: Step) -> tuple[Dated, ...]:
    return (*before, at.dated) if isinstance(at.event, LANDMARKS) else before


def _entered(
    at: Step,
    position: Position,
    episode: Episode,
    verdict: Verdict,
    before: str = NOT_OPEN,
) -> Outcome:
    """Leave for the end of the day what can be judged only then."""
    opening = before == NOT_OPEN and at.event.opens > 0
    linked = opening and verdict.allowed and at.event.follows is not None
    rivals = _rivals(at, episode, before) if verdict.allowed else ()
    if not linked and not rivals:
        return position, verdict
    waiting = Waiting(
        verdict=verdict,
        day=at.day,
        episode=episode.id if linked else None,
        rivals=rivals,
    )
    return waits(supersede(position, waiting), waiting)


def _rivals(at: Step, episode: Episode, before: str) -> tuple[str, ...]:
    rule = STAGES[episode.stage].at_most_one
    if rule is None or episode.state not in rule.states or before in rule.states:
        return ()
    if rule.opener and not isinstance(at.event, rule.opener):
        return ()
    return tuple(
        one.id
        for one in at.position.open_episodes(episode.stage)
        if one.state in rule.states and one.id != episode.id
    )


def waits(position: Position, waiting: Waiting) -> Outcome:
    """Leave an event to be judged when its day is over."""
    return evolve(position, waiting=(*position.waiting, waiting)), waiting.verdict
