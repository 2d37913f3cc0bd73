"""A stage as a picture: a column for each state, a row for each event that moves it."""

from collections.abc import Iterator
from typing import Final, TypeAlias

import svg

from casework.states.links import words_of
from casework.states.moves import NOT_OPEN, Move
from casework.states.stage import Stage
from casework.timeline.paper import (
    FAINT,
    INK,
    WHITE,
    box,
    line,
    picture,
    polygon,
    told,
    write,
)
from casework.timeline.rows import width_of
from casework.timeline.sheet import TEXT

Columns: TypeAlias = dict[str, float]
"""Where each state has its column."""

_MARGIN: Final = 12.0
_TOP: Final = 82.0
_ROW: Final = 24.0
_STATE: Final = 24.0
_COLUMN: Final = 96.0
_TINT: Final = "#d6e4f2"
_LIFE: Final = "#c4c4c4"


def draw(stage: Stage) -> str:
    """Draw what may happen in a stage, as SVG text.

    What may happen without moving an episode is left out; `Stage.allowed` lists it.
    """
    moves = [move for move in stage.moves if move.to is not None]
    labels = max(width_of(_label(move), TEXT) for move in moves)
    columns = _columns(stage, _MARGIN + labels)
    bottom = _TOP + len(moves) * _ROW
    last = stage.states[-1]
    width = columns[last] + width_of(last, TEXT) / 2 + 2 * _MARGIN
    title = f"What may happen in the stage {stage.name.replace('_', ' ')}"
    rows = [_row(move, columns, _TOP + n * _ROW) for n, move in enumerate(moves)]
    elements = [
        write(title, _MARGIN, 24, size=TEXT + 3, bold=True),
        *_heads(stage, columns, bottom),
        *rows,
        write(_KEY, _MARGIN, bottom + 22, colour=FAINT),
    ]
    width = max(width, width_of(_KEY, TEXT) + 2 * _MARGIN)
    return picture(title, _summary(stage, moves), (width, bottom + 34), elements)


_KEY: Final = (
    "Each row is an event: from where it may happen (a dot) to where it leads "
    "(an arrow). In a dark box an episode is over."
)


def _columns(stage: Stage, left: float) -> Columns:
    # Far enough apart for the name of each state over its column.
    columns = {NOT_OPEN: left + 2 * _MARGIN + width_of(NOT_OPEN, TEXT) / 2}
    before = NOT_OPEN
    for state in stage.states:
        room = (width_of(before, TEXT) + width_of(state, TEXT)) / 2 + 3 * _MARGIN
        columns[state] = columns[before] + max(room, _COLUMN)
        before = state
    return columns


def _heads(stage: Stage, columns: Columns, bottom: float) -> Iterator[svg.Element]:
    for state, x in columns.items():
        half, over = width_of(state, TEXT) / 2 + 9, state in stage.final
        yield line((x, _TOP - 26), (x, bottom), _LIFE)
        head = WHITE if state == NOT_OPEN else INK if over else _TINT
        yield box(x - half, _TOP - 26 - _STATE, 2 * half, _STATE, head)
        ink = WHITE if over else FAINT if state == NOT_OPEN else INK
        y = _TOP - 26 - _STATE / 2 + 4
        yield write(state, x, y, colour=ink, anchor="middle", edge=head)


def _row(move: Move, columns: Columns, y: float) -> svg.Element:
    to = columns[move.to or NOT_OPEN]
    sources = sorted(columns[source] for source in move.source)
    farthest = {min((*sources, to)), max((*sources, to))} - {to}
    drawn = [line((end, y), (to, y), INK, width=1.3) for end in sorted(farthest)]
    dots = [svg.Circle(cx=round(x, 1), cy=y, r=3.5, fill=INK) for x in sources]
    heads = [_arrow(to, y, 1 if end < to else -1) for end in sorted(farthest)]
    words = write(_label(move), _MARGIN, y + 4)
    return told("move", _sentence(move), words, *drawn, *dots, *heads)


def _arrow(x: float, y: float, way: int) -> svg.Element:
    back = x - 9 * way
    return polygon(((x, y), (back, y - 4.5), (back, y + 4.5)), INK)


def _label(move: Move) -> str:
    asked = f" ({', '.join(map(str, move.guards))})" if move.guards else ""
    return f"{words_of(move.event)}{asked}".replace("_", " ")


def _sentence(move: Move) -> str:
    return f"{_label(move)}: from {' or '.join(move.source)} to {move.to}"


def _summary(stage: Stage, moves: list[Move]) -> str:
    over = ", ".join(stage.final)
    return f"{'. '.join(map(_sentence, moves))}. An episode is over where it is {over}."
