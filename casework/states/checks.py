"""The checks that every stage passes when it is declared, which transitions omits."""

from itertools import combinations
from typing import TYPE_CHECKING

from casework.errors import BadLaw
from casework.states.moves import NOT_OPEN, Move, events_of

if TYPE_CHECKING:
    from casework.states.stage import Stage


def check(stage: "Stage") -> None:
    """Refuse a stage that could not work.

    Raises
    ------
    BadLaw
        Naming the state or the event that is wrong.
    """
    _states_exist(stage)
    _states_are_reached(stage)
    _states_are_left(stage)
    _moves_are_told_apart(stage)
    _events_are_used(stage)


def _bad(stage: "Stage", what: str) -> BadLaw:
    return BadLaw(f"Stage {stage.name!r}: {what}.")


def _states_exist(stage: "Stage") -> None:
    if len(set(stage.states)) < len(stage.states):
        raise _bad(stage, "a state is declared twice")
    named = [state for move in stage.moves for state in (*move.source, move.to)]
    counted = stage.at_most_one.states if stage.at_most_one else ()
    for state in (*named, *stage.final, *counted, *(stage.superseded or ())):
        if state not in (*stage.states, NOT_OPEN, None):
            raise _bad(stage, f"{state!r} is not one of its states")


def _states_are_reached(stage: "Stage") -> None:
    reached, before = {NOT_OPEN}, -1
    while len(reached) > before:
        before = len(reached)
        reached |= {m.to for m in stage.moves if m.to and reached & set(m.source)}
    if lost := [state for state in stage.states if state not in reached]:
        raise _bad(stage, f"nothing leads to {lost[0]!r}")


def _states_are_left(stage: "Stage") -> None:
    left = {s for m in stage.moves for s in m.source if m.to not in (None, s)}
    open_states = [state for state in stage.states if state not in stage.final]
    if stuck := [state for state in open_states if state not in left]:
        raise _bad(stage, f"nothing leads out of {stuck[0]!r}, which is not final")


def _moves_are_told_apart(stage: "Stage") -> None:
    for one, other in combinations(stage.moves, 2):
        both = set(one.source) & set(other.source)
        if one.event is other.event and both and not _differ(one, other):
            raise _bad(
                stage,
                f"two moves for {one.event.name} from {min(both)!r} "
                "have no guards that tell them apart",
            )


def _differ(one: Move, other: Move) -> bool:
    return any(
        mine.field == theirs.field and not set(mine.words) & set(theirs.words)
        for mine in one.guards
        for theirs in other.guards
    )


def _events_are_used(stage: "Stage") -> None:
    if strange := [m for m in stage.moves if m.event.stage_name != stage.name]:
        raise _bad(stage, f"{strange[0].event.name} is an event of another stage")
    used = {move.event for move in stage.moves}
    opening = {move.event for move in stage.moves if NOT_OPEN in move.source}
    for event in events_of(stage.name):
        if event not in used:
            raise _bad(stage, f"{event.name} may never happen")
        if (event.opens > 0) != (event in opening):
            raise _bad(stage, f"{event.name} opens an episode in one place only")
