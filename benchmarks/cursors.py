"""A hundred thousand cursors of a stage, beside models that transitions holds.

`add_model` looks through all the models that it holds already, so that adding many
takes time by their square: it is measured with as many as it can do in a moment, and
compared by what one of them costs.
"""

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from timeit import timeit
from typing import Final

from attrs import fields, has
from transitions import Machine

from benchmarks.measure import Row, at_least, at_most, duration, in_turn, row, size
from casework import Journey, jersey
from casework.states import STAGES
from casework.states.moves import NOT_OPEN
from casework.states.stage import Cursor

CURSORS: Final = 100_000
MODELS: Final = 2_000
STAGE: Final = STAGES["assessment"]
OPENED: Final = STAGE.states[0]


class Model:
    """A case as transitions would hold it."""


def rows(*, tiny: bool = False) -> Iterator[Row]:
    """Measure what it takes to make them and to keep them."""
    cursors, models, pairs = (200, 20, 1) if tiny else (CURSORS, MODELS, 5)
    here = _kept(lambda: _cursors(cursors)) / cursors
    there = _kept(lambda: _models(models)) / models
    yield Row(
        what=f"memory of one of {cursors:,} stage cursors",
        ours=size(here),
        peer=f"{size(there)} add_model (of {models:,})",
        ratio=there / here,
        target=at_least(100),
    )
    costs = in_turn(lambda: _cursors(models), lambda: _models(models), pairs=pairs)
    yield row(f"making {models:,} cursors", costs, "add_model", at_least(100))
    took = timeit(lambda: _cursors(cursors), number=1)
    yield Row(
        what=f"making {cursors:,} cursors, in seconds",
        ours=duration(took),
        peer="",
        ratio=took,
        target=at_most(1),
    )
    own = _own(_journey("C-0001"), _journey("C-0002"))
    yield Row(
        what="a Journey without events, in bytes",
        ours=size(own),
        peer="",
        ratio=own,
        target=at_most(500),
    )


def _cursors(count: int) -> list[Cursor]:
    return [Cursor(OPENED) for _ in range(count)]


def _models(count: int) -> tuple[Machine, list[Model]]:
    machine = Machine(
        model=None,
        states=[NOT_OPEN, *STAGE.states],
        initial=None,
        transitions=list(STAGE.transitions()),
        auto_transitions=False,
    )
    models = [Model() for _ in range(count)]
    for model in models:
        machine.add_model(model, initial=OPENED)
    return machine, models


def _kept(make: Callable[[], object]) -> int:
    """Count the bytes that stay allocated by what a call makes."""
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    made = make()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del made
    return after - before


def _journey(child: str) -> Journey:
    return Journey.open(jersey, child=child, born=f"2010-05-{child[-2:]}")


def _own(one: Journey, other: Journey) -> int:
    """Count the bytes of a journey that another journey does not share."""
    shared = {id(part) for part in _parts(other)}
    return sum(sys.getsizeof(part) for part in _parts(one) if id(part) not in shared)


def _parts(value: object) -> Iterator[object]:
    yield value
    kind = type(value)
    if has(kind):
        for one in fields(kind):
            yield from _parts(getattr(value, one.name))
