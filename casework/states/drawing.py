"""Pictures of stages, as Mermaid text that a page or an editor draws."""

from casework.states.links import words_of
from casework.states.moves import NOT_OPEN, Move
from casework.states.stage import Stage


def draw(stage: Stage) -> str:
    """Draw the states of a stage and what moves an episode between them.

    What may happen without moving it is left out; `Stage.allowed` lists it.

    Returns
    -------
    str
        A Mermaid `stateDiagram-v2`, ending in a line break.

    Examples
    --------
    >>> from casework.states import STAGES
    >>> print(draw(STAGES["secure"]), end="")
    stateDiagram-v2
        state "in secure accommodation" as in_secure_accommodation
        state "out" as out
        [*] --> in_secure_accommodation : secure started
        in_secure_accommodation --> out : secure ended
        out --> [*]
    """
    named = (f'state "{state}" as {_key(state)}' for state in stage.states)
    moved = dict.fromkeys(line for move in stage.moves for line in _lines(move))
    over = (f"{_key(state)} --> [*]" for state in stage.final)
    lines = ("stateDiagram-v2", *(f"    {x}" for x in (*named, *moved, *over)))
    return "\n".join(lines) + "\n"


def _lines(move: Move) -> tuple[str, ...]:
    if move.to is None:
        return ()
    asked = f" ({', '.join(map(str, move.guards))})" if move.guards else ""
    # Mermaid would read the colon of a guard as its own.
    label = f"{words_of(move.event)}{asked.replace(': ', ' is ')}"
    return tuple(
        f"{_key(source)} --> {_key(move.to)} : {label}" for source in move.source
    )


def _key(state: str) -> str:
    return "[*]" if state == NOT_OPEN else state.replace(" ", "_")
