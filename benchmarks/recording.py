"""Recording one more event and asking what is due, after short and long histories.

What is recorded costs what it touches: the thousandth event no more than the tenth.
"""

from collections.abc import Iterator
from time import perf_counter
from typing import Final

from benchmarks.histories import LENGTHS, history, what_comes_next
from benchmarks.measure import Costs, Row, at_most, row
from casework import Journey
from casework.events import Event

FLAT: Final = at_most(1.5)
WITH_DUE: Final = at_most(3)


def rows(*, tiny: bool = False) -> Iterator[Row]:
    """Measure what comes next after each history, in turn."""
    lengths, rounds = (LENGTHS[:2], 1) if tiny else (LENGTHS, 40)
    told = {length: (history(length), what_comes_next(length)) for length in lengths}
    record: dict[int, list[float]] = {length: [] for length in lengths}
    both: dict[int, list[float]] = {length: [] for length in lengths}
    for _ in range(rounds):
        for length, (journey, events) in told.items():
            alone, due = _costs(journey, events)
            record[length].append(alone)
            both[length].append(alone + due)
    short = lengths[0]
    for length in lengths[1:]:
        costs = Costs(ours=both[length], peer=both[short])
        what = f"record one event and ask due, after {length:,}"
        yield row(what, costs, f"after {short}", FLAT)
    for length in lengths:
        costs = Costs(ours=both[length], peer=record[length])
        what = f"record and due, after {length:,}"
        yield row(what, costs, "record alone", WITH_DUE)


def _costs(journey: Journey, events: tuple[Event, ...]) -> tuple[float, float]:
    """Give the seconds that an event takes to be recorded, and what is due after it."""
    record = due = 0.0
    for event in events:
        begun = perf_counter()
        journey = journey.record(event)
        recorded = perf_counter()
        journey.due(event.at)
        asked = perf_counter()
        record, due = record + recorded - begun, due + asked - recorded
    return record / len(events), due / len(events)
