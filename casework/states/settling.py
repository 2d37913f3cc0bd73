"""Judging at the end of a day what could not be judged when it happened."""

from casework.evolving import evolve
from casework.findings import Finding
from casework.states import STAGES
from casework.states.linking import Fit, Opening, ancestors
from casework.states.links import NOTHING
from casework.states.moves import events_of
from casework.states.position import (
    Episode,
    Position,
    Setting,
    Verdict,
    Waiting,
    precedes,
)
from casework.states.saying import (
    link_inferred,
    link_not_allowed,
    link_unknown,
    nothing_open,
    second,
)


def settle_day(
    position: Position, setting: Setting
) -> tuple[Position, tuple[Verdict, ...]]:
    """Judge what waits for the end of the day, in order; give what became final."""
    if not position.waiting:
        return position, ()
    waiting, verdicts = position.waiting, []
    position = evolve(position, waiting=())
    for one in waiting:
        position, verdict = _settled(position, one, setting)
        verdicts.append(verdict)
    return position, tuple(verdicts)


def supersede(position: Position, one: Waiting) -> Position:
    """Move earlier episodes out of the way of a new one, where the stage says so."""
    event = one.verdict.event
    for rival in _rivals(position, one):
        superseded = STAGES[rival.stage].superseded
        if superseded and rival.state == superseded[0] and not rival.closed:
            gone = evolve(
                rival, state=superseded[1], closed=True, ended=(one.day, event)
            )
            position = position.put(gone)
    return position


def _settled(
    position: Position, one: Waiting, setting: Setting
) -> tuple[Position, Verdict]:
    verdict = one.verdict
    if verdict.event.stage_name not in STAGES:
        return position, _overseeing(position, one)
    position = supersede(position, one)
    position, verdict = _linked(position, one, setting)
    rule = STAGES[verdict.event.stage_name].at_most_one
    standing = [r for r in _rivals(position, one) if _still_there(r, one)]
    if not standing or rule is None:
        return position, verdict
    finding = second(verdict.event, rule.code, standing[0], rule.because)
    allowed = verdict.allowed and not rule.refuses
    return position, _with(verdict, finding, allowed=allowed)


def _linked(
    position: Position, one: Waiting, setting: Setting
) -> tuple[Position, Verdict]:
    verdict, event = one.verdict, one.verdict.event
    if one.episode is None or event.follows is None:
        return position, verdict
    opening = Opening(position, setting, one.day, event)
    if not isinstance(event.follows, str):
        return _inferred(opening, verdict)
    parent = position.episodes.get(event.follows)
    if parent is None:
        return position, _unknown(opening, verdict)
    return _followed(opening, parent, verdict)


def _unknown(opening: Opening, verdict: Verdict) -> Verdict:
    """Judge a link to an episode of which nothing is on the record."""
    if opening.setting.records.start is not None or _unrecorded(opening):
        return evolve(verdict, assumed=True)
    return _with(verdict, link_unknown(opening.event), allowed=False)


def _followed(
    opening: Opening, parent: Episode, verdict: Verdict
) -> tuple[Position, Verdict]:
    """Judge a link that the record states; what it states is kept in any case."""
    position = opening.position
    if opening.event.episode in (parent.id, *ancestors(position, parent.id)):
        return position, _broken(opening, verdict, parent)
    position, fit = _link(opening, parent), opening.fit(parent)
    if fit is Fit.NO:
        return position, _broken(opening, verdict, parent)
    assumed = verdict.assumed or fit is Fit.ASSUMED
    return position, evolve(verdict, assumed=assumed)


def _unrecorded(opening: Opening) -> bool:
    """Say whether the source records none of what could have opened the parent."""
    stages = {link.stage for link in opening.links} - {NOTHING}
    openers = [e for stage in stages for e in events_of(stage) if e.opens]
    records = opening.setting.records
    return bool(openers) and not any(records.has(one.name) for one in openers)


def _inferred(opening: Opening, verdict: Verdict) -> tuple[Position, Verdict]:
    candidates = opening.candidates()
    if len(candidates) != 1:
        return opening.position, verdict
    parent, fit = candidates[0]
    assumed = verdict.assumed or fit is Fit.ASSUMED
    verdict = evolve(verdict, assumed=assumed)
    finding = link_inferred(opening.event, parent)
    return _link(opening, parent), _with(verdict, finding, allowed=verdict.allowed)


def _link(opening: Opening, parent: Episode) -> Position:
    position, event = opening.position, opening.event
    child = position.episodes[str(event.episode)]
    parent = evolve(parent, led_to=parent.led_to | {event.stage_name})
    position = position.put(parent)
    return position.put(evolve(child, follows=parent.id))


def _broken(opening: Opening, verdict: Verdict, parent: Episode) -> Verdict:
    expected = tuple(str(link) for link in opening.links)
    finding = link_not_allowed(opening.event, parent, expected)
    return _with(verdict, finding, allowed=False)


def _overseeing(position: Position, one: Waiting) -> Verdict:
    if was_open(position, one):
        return one.verdict
    return _with(one.verdict, nothing_open(one.verdict.event), allowed=False)


def was_open(position: Position, one: Waiting) -> bool:
    """Say whether anything was open when an event happened, for all that is known."""
    dated = (one.day, one.verdict.event)
    near = (*position.open_episodes(), *(position.episodes[i] for i in position.today))
    return any(
        not precedes(dated, (e.opened, e.opener))
        and not (e.ended and precedes(e.ended, dated))
        for e in near
    )


def _rivals(position: Position, one: Waiting) -> tuple[Episode, ...]:
    return tuple(position.episodes[id_] for id_ in one.rivals)


def _still_there(rival: Episode, one: Waiting) -> bool:
    """Say whether a rival stood in the way, and had not ended that day."""
    gone = rival.ended
    return gone is None or precedes((one.day, one.verdict.event), gone)


def _with(verdict: Verdict, finding: Finding, *, allowed: bool) -> Verdict:
    return evolve(verdict, allowed=allowed, findings=(*verdict.findings, finding))
