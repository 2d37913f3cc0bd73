"""What an event means that leaves out its episode, or the one it came out of."""

from datetime import date

from attrs import evolve

from casework.dates import day_of
from casework.errors import Ambiguous, NotAllowed
from casework.events import NOT_SAID, Event
from casework.records import EVERYTHING, Records
from casework.states import STAGES
from casework.states.linking import Opening
from casework.states.links import spaced
from casework.states.moving import Step
from casework.states.next_steps import fits, refusal, ways
from casework.states.position import Episode, Position, Setting
from casework.states.saying import named


def resolve(
    position: Position,
    event: Event,
    *,
    zone: str,
    records: Records = EVERYTHING,
    born: date | None = None,
    whole_day: Position | None = None,
) -> Event:
    """Fill in the episode of an event, and the one it follows, where only one can be.

    Parameters
    ----------
    position
        Where the journey stands before the event.
    event
        The event, as a script says it.
    zone, records, born
        As in `step`.
    whole_day
        Where the journey stands at the end of the event's day, if more of that day
        is on the record: links are judged there.

    Raises
    ------
    Ambiguous
        When two episodes could be meant, naming them.
    NotAllowed
        When there is none, and the event opens none.
    """
    if event.stage_name not in STAGES:
        return event
    setting = Setting(zone=zone, records=records, born=born)
    at = Step(position, setting, day_of(event.at, zone), event)
    if event.episode is None:
        event = evolve(event, episode=_meant(at))
    opens = event.opens > 0 and event.episode not in position.episodes
    if not opens or event.follows is not NOT_SAID:
        return event
    opening = Opening(whole_day or position, setting, at.day, event)
    return evolve(event, follows=_followed(opening))


def _meant(at: Step) -> str:
    """Give the only episode that an event can mean, or the id of a new one."""
    stage, position = at.event.stage_name, at.position
    latest, still_open = position.latest(stage), position.open_episodes(stage)
    fitting = [one for one in still_open if fits(at, one)]
    if not fitting and latest and fits(at, latest):
        fitting = [latest]
    if len(fitting) > 1:
        raise _ambiguous(at.event, fitting, "episode")
    if fitting:
        return fitting[0].id
    if at.event.opens:
        return _new_id(position, stage)
    if len(still_open) == 1:
        return still_open[0].id
    raise _no_episode(at)


def _new_id(position: Position, stage: str) -> str:
    number = len(position.by_stage.get(stage, ())) + 1
    while f"{stage}-{number}" in position.episodes:
        number += 1
    return f"{stage}-{number}"


def _followed(opening: Opening) -> str | None:
    candidates = [one for one, _ in opening.candidates()]
    if len(candidates) > 1:
        raise _ambiguous(opening.event, candidates, "follows")
    if candidates:
        return candidates[0].id
    if opening.needs_no_link:
        return None
    why = f"it comes only {ways(opening)}; say follows=None where no record has that"
    raise refusal(opening.position, opening.event, why, opening.setting)


def _ambiguous(event: Event, episodes: list[Episode], field: str) -> Ambiguous:
    names = " or ".join(map(named, episodes))
    return Ambiguous(
        f"{event.name} could mean {names}: say which with {field}={episodes[0].id!r}."
    )


def _no_episode(at: Step) -> NotAllowed:
    stage = spaced(at.event.stage_name)
    why = f"no episode of {stage} is open that it could belong to"
    return refusal(at.position, at.event, why, at.setting)
