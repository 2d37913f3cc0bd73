"""Compares the engine with the plain one, over invented journeys.

`python -m tests.differential --deadlines 200000` prints how many deadlines it compared,
by place, rule and status, and the first that differ, as short as it can make them.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import partial
from itertools import count
from multiprocessing import Pool
from typing import Any, Final, TypeAlias

from attrs import evolve, frozen

from casework.adapters.plain import journey_to_plain
from casework.chronology import Chronology
from casework.journey import Journey
from casework.jurisdictions import england, jersey
from casework.records import EVERYTHING
from casework.timescales import Status
from casework.version import VERSION
from tests.inventing import invent
from tests.plain import rows

When: TypeAlias = date | datetime
Values: TypeAlias = tuple[Any, ...]
Key: TypeAlias = tuple[str, str | None, int]
Rows: TypeAlias = dict[Key, Values]
Counted: TypeAlias = Counter[tuple[str, str, str]]

COLUMNS: Final = (
    "starts",
    "due",
    "status",
    "met",
    "ended",
    "days_late",
    "precision",
    "provisional",
)
TOGETHER: Final = 25


@frozen
class Question:
    """A journey, the day or moment asked about, and what was known when."""

    journey: Journey
    as_at: When
    known_at: datetime | None = None

    def by_engine(self) -> Rows:
        """Ask the engine."""
        found = self.journey.deadlines(self.as_at, self.known_at)
        return {
            (one.rule, one.episode, one.occurrence): tuple(
                getattr(one, name) for name in COLUMNS
            )
            for one in found
        }

    def plainly(self) -> Rows:
        """Ask the plain engine."""
        found = rows(self.journey, self.as_at, self.known_at)
        return {
            (one["rule"], one["episode"], one["occurrence"]): tuple(
                one[name] for name in COLUMNS
            )
            for one in found
        }

    def answers(self) -> tuple[Rows, Rows]:
        """Ask both."""
        return self.by_engine(), self.plainly()

    def told(self) -> str:
        """Give what was asked, and the journey as a line of a file."""
        line = json.dumps(journey_to_plain(self.journey))
        return f"as at {self.as_at}, known at {self.known_at}\n{line}"


def differences(engine: Rows, plain: Rows) -> list[str]:
    """Say which rows are not the same, and in what."""
    return [
        f"{key}: {_unlike(engine.get(key), plain.get(key))}"
        for key in sorted({*engine, *plain}, key=str)
        if engine.get(key) != plain.get(key)
    ]


def _unlike(engine: Values | None, plain: Values | None) -> str:
    if engine is None:
        return f"only the plain engine has it: {_said(COLUMNS, plain or ())}"
    if plain is None:
        return f"only the engine has it: {_said(COLUMNS, engine)}"
    names = [n for n, a, b in zip(COLUMNS, engine, plain, strict=True) if a != b]
    mine = [value for n, value in zip(COLUMNS, engine, strict=True) if n in names]
    other = [value for n, value in zip(COLUMNS, plain, strict=True) if n in names]
    return f"engine {_said(names, mine)}; plain {_said(names, other)}"


def _said(names: Iterable[str], values: Iterable[Any]) -> str:
    return ", ".join(f"{n} {v}" for n, v in zip(names, values, strict=True))


@frozen
class Compared:
    """What came of comparing one invented journey."""

    counted: Counted
    differing: Question | None = None


def compare(seed: int, number: int) -> Compared:
    """Invent a journey, ask both engines about it, and count what agrees."""
    counted: Counted = Counter()
    for journey, as_at, known_at in invent(f"{seed}:{number}").questions():
        question = Question(journey, as_at, known_at)
        engine, plain = question.answers()
        if engine != plain:
            return Compared(counted, question)
        for (rule, _, _), row in engine.items():
            status = row[COLUMNS.index("status")]
            counted[journey.jurisdiction.name, rule, status.value] += 1
    return Compared(counted)


def shrink(question: Question) -> Question:
    """Leave out, one after another, the events and the rest that do not matter."""
    smaller = True
    while smaller:
        smaller = False
        for one in _simpler(question):
            if differences(*one.answers()):
                question, smaller = one, True
                break
    return question


def _simpler(question: Question) -> Iterator[Question]:
    journey = question.journey
    told = journey.chronology
    if question.known_at is not None:
        yield evolve(question, known_at=None)
    if told.records != EVERYTHING:
        yield _asked(question, evolve(told, records=EVERYTHING))
    for number in range(len(told.events)):
        events = (*told.events[:number], *told.events[number + 1 :])
        yield _asked(question, evolve(told, events=events))


def _asked(question: Question, chronology: Chronology) -> Question:
    place = question.journey.jurisdiction
    journey = Journey(jurisdiction=place, chronology=chronology)
    return evolve(question, journey=journey)


def run(
    deadlines: int, seed: int, *, processes: int = 1
) -> tuple[Counted, int, Question | None]:
    """Compare until so many deadlines agree, or one journey differs."""
    counted: Counted = Counter()
    for number, one in enumerate(_each(seed, processes), start=1):
        counted += one.counted
        if one.differing is not None:
            return counted, number, one.differing
        if counted.total() >= deadlines:
            return counted, number, None
    raise AssertionError("the journeys never end")


def _each(seed: int, processes: int) -> Iterator[Compared]:
    if processes == 1:
        yield from map(partial(compare, seed), count())
        return
    with Pool(processes) as pool:
        for first in count(0, TOGETHER * processes * 8):
            numbers = range(first, first + TOGETHER * processes * 8)
            yield from pool.imap(partial(compare, seed), numbers, chunksize=TOGETHER)


def never(counted: Mapping[tuple[str, str, str], int]) -> list[str]:
    """Name the rules and the statuses that did not occur."""
    there = {rule for _, rule, _ in counted}
    rules = [rule for place in (england, jersey) for rule in place.law.rules]
    seen = {status for _, _, status in counted}
    return [
        *(rule for rule in rules if rule not in there),
        *(status.value for status in Status if status.value not in seen),
    ]


def table(counted: Counted) -> Iterator[str]:
    """Give the count of each rule, by status."""
    statuses = [status.value for status in Status]
    head = "".join(f"{name:>13}" for name in statuses)
    yield f"{'':42}{head}"
    for rule in sorted({rule for _, rule, _ in counted}):
        numbers = (
            sum(n for (_, r, s), n in counted.items() if (r, s) == (rule, status))
            for status in statuses
        )
        yield f"{rule:42}" + "".join(f"{number:>13,}" for number in numbers)


def summary(counted: Counted) -> Iterator[str]:
    """Give the counts by place and by status."""
    for place in (1, 2):
        by = Counter[str]()
        for key, number in counted.items():
            by[key[0 if place == 1 else 2]] += number
        yield ", ".join(f"{name} {number:,}" for name, number in by.most_common())


def main(words: list[str]) -> int:
    """Compare, and print what came of it; 1 where anything differs."""
    options = argparse.ArgumentParser(prog="python -m tests.differential")
    options.add_argument("--deadlines", type=int, default=200_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--processes", type=int, default=2)
    chosen = options.parse_args(words)
    began = time.monotonic()
    counted, journeys, differing = run(
        chosen.deadlines, chosen.seed, processes=chosen.processes
    )
    print(*table(counted), sep="\n")
    print(*summary(counted), sep="\n")
    lost = never(counted)
    print("never seen:", ", ".join(lost) or "nothing")
    if differing is not None:
        smallest = shrink(differing)
        print("DIFFERENT", *differences(*smallest.answers()), sep="\n")
        print(smallest.told())
    print(
        f"casework {VERSION}, seed {chosen.seed}: {counted.total():,} deadlines of "
        f"{journeys:,} journeys, {'a' if differing else 'no'} difference, "
        f"{time.monotonic() - began:.0f} s"
    )
    return int(differing is not None or bool(lost))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
