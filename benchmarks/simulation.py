"""Five years of Jersey: how long, in how much memory, and twice the island.

Each size is simulated in an interpreter of its own, with two processes writing. A
larger island has as many more workers, so that nobody waits longer in it.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final, NamedTuple

from attrs import evolve

from benchmarks.census import most_memory
from benchmarks.measure import Row, at_most, duration, size
from casework.adapters.jsonlines import read_jsonl
from casework.reporting import report
from casework.simulation import Scenario, over, read_scenario, simulate

ROOT: Final = Path(__file__).resolve().parents[1]
ISLAND: Final = ROOT / "examples" / "scenarios" / "jersey-2019.toml"
PROCESSES: Final = 2
# Of the island, and in years.
WHOLE: Final = ((1.0, 2.0), 5)
TINY: Final = ((0.01, 0.02), 1)


class Cost(NamedTuple):
    """What one run cost, by the clock, and the most bytes of all its processes."""

    children: int
    events: int
    seconds: float
    report_seconds: float
    memory: int


def rows(*, tiny: bool = False) -> Iterator[Row]:
    """Measure the island, and the island twice over."""
    (shares, years), processes = TINY if tiny else WHOLE, 1 if tiny else PROCESSES
    once, twice = (_in_its_own_process(one, years, processes) for one in shares)
    what = f"{years} years of Jersey, {once.children:,} children with events"
    yield Row(
        what=f"{what}, seconds",
        ours=duration(once.seconds),
        peer=f"{duration(once.seconds / once.events)} an event of {once.events:,}",
        ratio=once.seconds,
        target=at_most(120),
    )
    yield Row(
        what="the same, megabytes of all processes together",
        ours=size(once.memory),
        peer=f"{processes} of them write",
        ratio=once.memory / 1e6,
        target=at_most(500),
    )
    yield Row(
        what="the report on its output, seconds",
        ours=duration(once.report_seconds),
        peer="in one process",
        ratio=once.report_seconds,
    )
    yield Row(
        what="twice as many children and workers, time",
        ours=duration(twice.seconds),
        peer=f"{duration(once.seconds)} once",
        ratio=twice.seconds / once.seconds,
        target=at_most(2.4),
    )


def sized(share: float, years: int) -> Scenario:
    """Give the island with a share of its children and, if it can be, its workers."""
    island = over(read_scenario(ISLAND), years=years)
    [team] = island.service.teams
    workers = max(1, round(team.workers * share))
    people = island.population
    return evolve(
        island,
        population=evolve(
            people,
            children=round(people.children * share),
            births=people.births * share,
        ),
        service=evolve(island.service, teams=(evolve(team, workers=workers),)),
    )


def measure(share: float, years: int, processes: int, folder: Path) -> Cost:
    """Simulate one size of island, and report on what was written."""
    scenario, path = sized(share, years), folder / "island.jsonl"
    begun = perf_counter()
    written = simulate(scenario, path, processes=processes)
    simulated = perf_counter()
    # What the report holds is not the simulation's.
    memory = most_memory() + processes * _most_of_a_child()
    span = scenario.span
    population = scenario.population.children
    report(read_jsonl(path), span.measured_from, span.last, population=population)
    reported = perf_counter()
    return Cost(*written, simulated - begun, reported - simulated, memory)


def _most_of_a_child() -> int:
    from resource import RUSAGE_CHILDREN, getrusage

    most = getrusage(RUSAGE_CHILDREN).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _in_its_own_process(share: float, years: int, processes: int) -> Cost:
    with TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "benchmarks.simulation"]
        done = subprocess.run(
            [*words, *map(str, (share, years, processes)), folder],
            cwd=ROOT,
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
    children, events, seconds, reported, memory = done.stdout.split()
    return Cost(
        int(children), int(events), float(seconds), float(reported), int(memory)
    )


if __name__ == "__main__":
    _, _share, _years, _processes, _folder = sys.argv
    print(*measure(float(_share), int(_years), int(_processes), Path(_folder)))
