"""States of affairs: what stands open, since when, and what came meanwhile."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from casework.chronology import Happening
from casework.evolving import evolve
from casework.law.conditions import Nth, On, Scope, While
from casework.timescales.fold import Fold, Setting, Spell
from casework.timescales.holding import Asked, holds
from casework.timescales.scope import same_line

Key: TypeAlias = tuple[str | None, object]
Open: TypeAlias = Mapping[Key, Happening]


def stand(fold: Fold, happening: Happening, setting: Setting) -> Fold:
    """Open, close and count what an event opens, closes and adds to."""
    event = happening.event
    for state in setting.law.states_of_affairs.get(type(event), ()):
        fold = _changed(fold, state, happening, setting)
    for nth in setting.law.counts.get(type(event), ()):
        if nth.of.matches(event):
            fold = _add(fold, nth, number_of(fold, nth, happening, setting))
    return fold


def stand_all(fold: Fold, happenings: Iterable[Happening], setting: Setting) -> Fold:
    """Give how every state of affairs stands after some events."""
    for happening in happenings:
        fold = stand(fold, happening, setting)
    return fold


def number_of(fold: Fold, nth: Nth, happening: Happening, setting: Setting) -> int:
    """Give an event's number since the state of affairs began; 0 outside it."""
    day, episode = happening.day, happening.event.episode
    asked = Asked(fold=fold, setting=setting, day=day, episode=episode, series=day)
    return fold.counted.get(nth, 0) + 1 if holds(nth.within, asked) else 0


def _changed(fold: Fold, state: While, happening: Happening, setting: Setting) -> Fold:
    before = fold.standing.get(state, {})
    after = _after(before, state, happening, fold)
    if after is before:
        return fold
    fold = evolve(fold, standing={**fold.standing, state: after})
    if state in setting.law.watched:
        spells = _spells(fold.spells.get(state, ()), happening.day, opens=bool(after))
        fold = evolve(fold, spells={**fold.spells, state: spells})
    return fold if after else _counts_end(fold, state)


def _after(before: Open, state: While, happening: Happening, fold: Fold) -> Open:
    event, key = happening.event, state.key(happening.event)
    closing = [condition for condition in state.closed_by if condition.matches(event)]
    if closing:
        left = {
            one: since
            for one, since in before.items()
            if not any(_closes(by, one, key, fold) for by in closing)
        }
        # What closes nothing must not look like a change: it would start anew.
        return left if len(left) < len(before) else before
    if key in before and state.extended_by and state.extended_by.matches(event):
        stated = getattr(event, "until", None) is not None
        return {**before, key: happening} if stated else before
    before = _without_the_followed(before, state, happening, fold)
    if not any(condition.matches(event) for condition in state.opened_by):
        return before
    if key in before and not state.expires:
        return before
    return {**before, key: happening}


def _closes(by: On, one: Key, key: Key, fold: Fold) -> bool:
    if by.scope is Scope.CHILD or one == key:
        return True
    if by.scope is not Scope.LINE or one[1] != key[1]:
        return False
    return same_line(one[0], key[0], fold.lineage)


def _without_the_followed(
    before: Open, state: While, happening: Happening, fold: Fold
) -> Open:
    # An order that follows another takes its place, of whatever kind it is.
    place = fold.lineage.get(happening.event.episode or "")
    kinds = {kind for one in state.opened_by for kind in one.events}
    if not state.expires or place is None or type(happening.event) not in kinds:
        return before
    if all(key[0] != place.follows for key in before):
        return before
    return {key: since for key, since in before.items() if key[0] != place.follows}


def _spells(spells: tuple[Spell, ...], day: date, *, opens: bool) -> tuple[Spell, ...]:
    standing = bool(spells) and spells[-1].last is None
    if opens and not standing:
        return (*spells, Spell(first=day))
    if not opens and standing:
        return (*spells[:-1], evolve(spells[-1], last=day))
    return spells


def _counts_end(fold: Fold, state: While) -> Fold:
    if not fold.counted:
        return fold
    counted = {nth: n for nth, n in fold.counted.items() if nth.within != state}
    return evolve(fold, counted=counted)


def _add(fold: Fold, nth: Nth, number: int) -> Fold:
    return evolve(fold, counted={**fold.counted, nth: number})
