"""What may happen next, in each open episode and beside them, and why not."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from attrs import evolve, frozen

from casework.dates import days_after
from casework.errors import NotAllowed
from casework.events import (
    CaseClosed,
    ChildBorn,
    Event,
    PregnancyEnded,
)
from casework.records import EVERYTHING, Records
from casework.states import STAGES
from casework.states.fold import unborn
from casework.states.linking import Opening
from casework.states.links import words_of
from casework.states.moves import NOT_OPEN, events_of
from casework.states.moving import Step
from casework.states.position import Episode, Position, Setting
from casework.states.saying import named
from casework.states.settling import settle_day


@frozen(kw_only=True)
class Possible:
    """Something that may happen next, or may not, and why.

    Parameters
    ----------
    episode
        The episode it would happen in; None for one that it would open, and for
        oversight and the child.
    stage, event
        The names of the stage and of the event.
    allowed
        Whether it may happen.
    why
        Why not; or what to know before it does.
    """

    episode: str | None
    stage: str
    event: str
    allowed: bool
    why: str = ""


def possible(
    position: Position,
    *,
    zone: str,
    records: Records = EVERYTHING,
    born: date | None = None,
) -> tuple[Possible, ...]:
    """Say what may happen next, on a later day, in each open episode and beside them.

    Parameters
    ----------
    position
        Where the journey stands.
    zone, records, born
        As in `step`.
    """
    setting = Setting(zone=zone, records=records, born=born)
    position, _ = settle_day(position, setting)
    found = (
        *_in_episodes(position, setting),
        *_new(position, setting),
        *_beside(position, setting),
    )
    if position.ended:
        why = f"{words_of(position.ended[1])}: only the case may be closed"
        return tuple(
            evolve(one, allowed=one.event == CaseClosed.name, why=why) for one in found
        )
    if position.closed is None:
        return found
    why = f"{words_of(position.closed)}: the episode was left open"
    return tuple(
        evolve(one, why=why) if one.allowed and one.episode else one for one in found
    )


def refusal(position: Position, event: Event, why: str, setting: Setting) -> NotAllowed:
    """Say that an event is not allowed, where its stage stands, and what is."""
    episode = position.episodes.get(event.episode or "")
    episode = episode or position.latest(event.stage_name)
    told = _told(position, setting)
    instead = (o for o in told if o.allowed and o.stage == event.stage_name)
    if event.episode in position.episodes:
        instead = (one for one in instead if one.episode == event.episode)
    names = tuple(dict.fromkeys(one.event for one in instead))
    return NotAllowed(event.name, episode.state if episode else NOT_OPEN, why, names)


def _told(position: Position, setting: Setting) -> tuple[Possible, ...]:
    return possible(
        position, zone=setting.zone, records=setting.records, born=setting.born
    )


def _in_episodes(position: Position, setting: Setting) -> Iterator[Possible]:
    for episode in position.open_episodes():
        yield from _in_episode(position, setting, episode)
    for stage in position.by_stage:
        last = position.latest(stage)
        if last and last.closed:
            each = _in_episode(position, setting, last)
            yield from (one for one in each if one.allowed)


def _in_episode(
    position: Position, setting: Setting, episode: Episode
) -> Iterator[Possible]:
    stage = STAGES[episode.stage]
    for kind in events_of(episode.stage):
        if set(stage.sources(kind.name)) == {NOT_OPEN}:
            continue
        event = _supposed(kind, position)
        at = Step(position, setting, _next_day(position), event)
        states = " or ".join(
            repr(one) for one in stage.sources(kind.name) if one != NOT_OPEN
        )
        why = f"only where it is {states}, and {named(episode)} is {episode.state!r}"
        if fits(at, episode):
            why = _beside_another(position, event, episode.state, episode.id)
        yield Possible(
            episode=episode.id,
            stage=episode.stage,
            event=kind.name,
            allowed=not why,
            why=why,
        )


def _new(position: Position, setting: Setting) -> Iterator[Possible]:
    for stage in STAGES:
        for kind in events_of(stage):
            if kind.opens:
                event = _supposed(kind, position)
                opening = Opening(position, setting, _next_day(position), event)
                why = _why_not(opening)
                yield Possible(
                    episode=None,
                    stage=stage,
                    event=kind.name,
                    allowed=not why,
                    why=why,
                )


def _beside(position: Position, setting: Setting) -> Iterator[Possible]:
    for kind in events_of("oversight"):
        allowed = bool(position.open_episodes())
        yield _about(kind, "" if allowed else "nothing is open")
    for kind in events_of("child"):
        at = Step(position, setting, _next_day(position), _supposed(kind, position))
        only_before = issubclass(kind, ChildBorn | PregnancyEnded)
        late = only_before and not unborn(at)
        yield _about(kind, "the child was born before" if late else "")


def _about(kind: type[Event], why: str) -> Possible:
    return Possible(
        episode=None,
        stage=kind.stage_name,
        event=kind.name,
        allowed=not why,
        why=why,
    )


def _why_not(opening: Opening) -> str:
    why = _beside_another(opening.position, opening.event, NOT_OPEN)
    if why or opening.needs_no_link or opening.candidates():
        return why
    return f"only {ways(opening)}"


def _beside_another(
    position: Position, event: Event, before: str, own: str | None = None
) -> str:
    """Say which episode must end first, where an event would make a second of two."""
    stage = STAGES[event.stage_name]
    rule, after = stage.at_most_one, stage.next(before, event)
    if rule is None or not rule.refuses or before in rule.states:
        return ""
    passing = (stage.superseded or ("",))[0]
    for one in position.open_episodes(stage.name):
        counted = {after, one.state} <= {*rule.states} and one.state != passing
        if counted and one.id != own:
            return f"{named(one)} is open: {rule.because}"
    return ""


def ways(opening: Opening) -> str:
    """Say what an episode may come out of."""
    return " or ".join(dict.fromkeys(str(link) for link in opening.links))


def _supposed(kind: type[Event], position: Position) -> Event:
    """Suppose an event on the next day, saying nothing that it need not say."""
    return kind(at=_next_day(position))


def _next_day(position: Position) -> date:
    """Give a day on which nothing is on the record yet, so that its order is known."""
    if position.day is None or position.day == date.max:
        return date.max
    return days_after(position.day, 1)


def fits(at: Step, episode: Episode) -> bool:
    """Say whether an event may happen in an episode as it stands."""
    stage = STAGES[episode.stage]
    unseen = partial(at.unrecorded, episode=episode)
    return stage.next_unseen(episode.state, at.event, unseen) is not None
