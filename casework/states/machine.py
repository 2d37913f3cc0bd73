"""transitions, with its empty lists of callbacks passed over.

A stage has states, moves and guards, and no callbacks. Of a move in transitions 0.9.3
most of the time goes into empty lists of them, and into lines for a log that nobody
reads. What is left out here does nothing for a machine of ours: the tests put the
stock classes in their place and find no difference.
"""

from collections.abc import Sequence
from typing import Any

from transitions import core


class QuickTransition(core.Transition):
    """A transition that asks its guards, then changes the state, and no more."""

    def execute(self, event_data: core.EventData) -> bool:
        """Make the move if every guard agrees, and say whether it was made."""
        given = event_data.args
        for condition in self.conditions:
            guard = condition.func
            if isinstance(guard, str) or guard(*given) != condition.target:
                return False
        if self.dest:
            model: Any = event_data.model
            model.state = self.dest
        return True


class QuickEvent(core.Event):
    """An event that tries its transitions at once, without a queue."""

    def trigger(self, model: object, *args: object, **kwargs: object) -> bool:
        """Try each transition from where the model stands; say whether one was made."""
        cursor: Any = model
        machine = self.machine
        moves = self.transitions.get(cursor.state)
        if moves is None:
            return self._is_valid_source(machine.get_state(cursor.state))
        data = core.EventData(None, self, machine, cursor, args, kwargs)
        made = False
        for move in moves:
            made = made or move.execute(data)
        return made


class QuickMachine(core.Machine):
    """A machine of named states and guarded moves, which never holds a case.

    Parameters
    ----------
    states
        Their names.
    transitions
        Each as the arguments of `add_transition`; no callbacks.
    """

    event_cls = QuickEvent
    transition_cls = QuickTransition

    def __init__(
        self, states: Sequence[str], transitions: Sequence[dict[str, Any]]
    ) -> None:
        """Build it without a model, a first state, or moves nobody declared."""
        super().__init__(
            model=None,
            states=list(states),
            initial=None,
            transitions=list(transitions),
            auto_transitions=False,
        )
