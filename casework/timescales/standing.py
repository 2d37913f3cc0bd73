"""States of affairs: what stands open, and how often something came meanwhile."""

from collections.abc import Mapping

from casework.chronology import Happening
from casework.events import Event
from casework.evolving import evolve
from casework.law.conditions import Nth, Scope, While
from casework.timescales.fold import Fold, Setting


def stand(fold: Fold, happening: Happening, setting: Setting) -> Fold:
    """Open, close and count what an event opens, closes and adds to."""
    event = happening.event
    for state in setting.law.states_of_affairs.get(type(event), ()):
        fold = _changed(fold, state, happening)
    for nth in setting.law.counts.get(type(event), ()):
        if nth.of.matches(event):
            fold = _add(fold, nth, number_of(fold, nth, event))
    return fold


def stands(fold: Fold, state: While, event: Event) -> bool:
    """Say whether a state of affairs stands open just before an event."""
    open_ones = fold.standing.get(state, {})
    if state.scope is Scope.EPISODE:
        return any(episode == event.episode for episode, _ in open_ones)
    return bool(open_ones)


def number_of(fold: Fold, nth: Nth, event: Event) -> int:
    """Give an event's number since the state of affairs began; 0 outside it."""
    if not stands(fold, nth.within, event):
        return 0
    return fold.counted.get(nth, 0) + 1


def _changed(fold: Fold, state: While, happening: Happening) -> Fold:
    before = fold.standing.get(state, {})
    after = _after(before, state, happening)
    if after is before:
        return fold
    fold = evolve(fold, standing={**fold.standing, state: after})
    return fold if after else _counts_end(fold, state)


def _after(
    before: Mapping[tuple[object, object], Happening],
    state: While,
    happening: Happening,
) -> Mapping[tuple[object, object], Happening]:
    event, key = happening.event, state.key(happening.event)
    if any(condition.matches(event) for condition in state.closed_by):
        return {one: since for one, since in before.items() if one != key}
    if any(condition.matches(event) for condition in state.opened_by):
        return before if key in before else {**before, key: happening}
    return before


def _counts_end(fold: Fold, state: While) -> Fold:
    counted = {nth: n for nth, n in fold.counted.items() if nth.within != state}
    return evolve(fold, counted=counted)


def _add(fold: Fold, nth: Nth, number: int) -> Fold:
    return evolve(fold, counted={**fold.counted, nth: number})
