"""A scenario run to a file of chronologies, or to journeys in hand."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Final, NamedTuple

from casework.adapters.plain import journey_to_plain
from casework.adapters.streams import writing
from casework.journey import Journey
from casework.simulation.running import Progress, Steps, quietly, run
from casework.simulation.scenario import Scenario
from casework.simulation.writing import Writer

# Children that are written down together: so many that handing them over costs little,
# so few that the processes end together.
CHUNK: Final = 100


class Written(NamedTuple):
    """How much was written.

    Parameters
    ----------
    children, events
        How many of each.
    """

    children: int
    events: int


def journeys(
    scenario: Scenario,
    *,
    only: Collection[str] | None = None,
    everyone: bool = False,
    tell: Progress = quietly,
) -> Iterator[Journey]:
    """Run a scenario and give each child's journey, in order of id.

    Parameters
    ----------
    scenario, only, everyone, tell
        As in `run`.
    """
    writer = Writer.of(scenario)
    for told in run(scenario, only=only, everyone=everyone, tell=tell):
        yield writer.journey(told)


def simulate(
    scenario: Scenario,
    path: str | Path,
    *,
    processes: int = 1,
    everyone: bool = False,
    tell: Progress = quietly,
) -> Written:
    """Run a scenario and write the children's chronologies to a file, one a line.

    The same scenario gives the same bytes, whatever the number of processes.

    Parameters
    ----------
    scenario
        The scenario; its seed is the seed of all luck.
    path
        Where to write; `-` for standard output.
    processes
        How many write down what happened. The years themselves pass in one, for the
        children share their workers.
    everyone
        Whether the children to whom nothing happened have a line too.
    tell
        Is told how far it is.
    """
    told = run(scenario, everyone=everyone, tell=tell)
    done = 0
    with writing(path) as file, _lines(scenario, told, processes) as chunks:
        for chunk in chunks:
            file.write(chunk)
            done = min(done + CHUNK, len(told))
            tell("journeys are written", done / len(told))
    return Written(len(told), sum(len(one.steps) for one in told))


@contextmanager
def _lines(
    scenario: Scenario, told: Sequence[Steps], processes: int
) -> Iterator[Iterable[bytes]]:
    chunks = [told[first : first + CHUNK] for first in range(0, len(told), CHUNK)]
    if processes == 1:
        _begin(scenario)
        yield map(_written, chunks)
        return
    with ProcessPoolExecutor(
        max_workers=processes,
        # Each begins afresh, on every system: nothing of this process is in them.
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(scenario,),
    ) as pool:
        yield pool.map(_written, chunks)


# The writer of this process: made once in each, and not once for each chunk.
_WRITERS: Final = list[Writer]()


def _begin(scenario: Scenario) -> None:
    _WRITERS[:] = [Writer.of(scenario)]


def _written(told: Sequence[Steps]) -> bytes:
    [writer] = _WRITERS
    lines = (json.dumps(journey_to_plain(writer.journey(one))) for one in told)
    return "".join(f"{line}\n" for line in lines).encode()
