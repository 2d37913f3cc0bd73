"""Conditions in full: a state of affairs with what opens it and what closes it."""

from collections.abc import Iterable, Iterator

from casework.law.conditions import Nth, While
from casework.law.times import AllOf, AnyOf, Birthday, EachTerm, Given, Not, Qualifies


def any_of_them(conditions: Iterable[object]) -> str:
    """Say several conditions of which one is enough."""
    return ", or ".join(map(in_full, conditions))


def all_of_them(conditions: Iterable[object]) -> str:
    """Say several conditions that must all hold."""
    return ", and ".join(map(in_full, conditions))


def in_full(condition: object) -> str:
    """Say a condition, and what the states of affairs that it names rest on.

    A state of affairs goes by a name; a reviewer asks what it is.

    Examples
    --------
    >>> from casework.law.jersey.states_of_affairs import LOOKED_AFTER
    >>> print(in_full(LOOKED_AFTER))
    while looked after (opened by became_looked_after; closed by ceased_looked_after)
    """
    states = tuple(dict.fromkeys(_states(condition)))
    if not states:
        return str(condition)
    if len(states) == 1:
        return f"{condition} ({_rests_on(states[0])})"
    each = "; ".join(f"{state.words}: {_rests_on(state)}" for state in states)
    return f"{condition} ({each})"


def _rests_on(state: While) -> str:
    closed = [any_of_them(state.closed_by)] if state.closed_by else []
    closed += ["the day that it states"] if state.expires else []
    closed += [f"{state.lasts} after that"] if state.lasts is not None else []
    opened = any_of_them(state.opened_by)
    extended = f"; extended by {state.extended_by}" if state.extended_by else ""
    return f"opened by {opened}; closed by {', or '.join(closed)}{extended}"


def _states(condition: object) -> Iterator[While]:
    match condition:
        case While():
            yield condition
        case Nth():
            yield condition.within
        case Not():
            yield from _states(condition.of)
        case AnyOf() | AllOf():
            yield from _each(condition.of)
        case Given() | Birthday():
            yield from _each(condition.conditions)
        case EachTerm():
            yield from _each((condition.during, *condition.conditions))
        case Qualifies():
            yield condition.test.spells
        case _:
            return


def _each(conditions: Iterable[object]) -> Iterator[While]:
    for one in conditions:
        yield from _states(one)
