"""Figures of scenarios beside what was published, and beside each other."""

from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median
from typing import Final

from attrs import evolve, frozen

from casework.simulation.replicating import (
    Interval,
    Replications,
    interval,
    replicate,
)
from casework.simulation.running import Progress, quietly
from casework.simulation.scenario import Expected, Scenario

# What a manager asks first of a change: how much comes in, what is made of it, how
# much each worker holds, who waits, and what is late.
COMPARED: Final = (
    *("contacts.rate", "referrals.rate", "referrals.again", "article_42.rate"),
    *("conversion.enquiry_to_conference", "plans.rate", "child_in_need.rate"),
    *("looked_after.rate", "caseload.average", "allocation.awaiting"),
    *("allocation.on_duty", "assessments.in_time.published"),
    *("conferences.in_time.published", "plans.reviewed_in_time.published"),
    "timeliness.all.compliance",
)


@frozen(kw_only=True)
class Reproduced:
    """A published figure, and what the simulation makes of it.

    Parameters
    ----------
    expected
        The published figure, and what is near enough.
    found
        The simulated one; None where no run has it.
    """

    expected: Expected
    found: Interval | None

    @property
    def near(self) -> bool:
        """Whether the mean lies where the scenario says that is near enough."""
        wanted, found = self.expected, self.found
        return found is not None and wanted.lowest <= found.mean <= wanted.highest


@frozen(kw_only=True)
class Difference:
    """One measure under two scenarios.

    Parameters
    ----------
    measure, title
        Its id, and what it is called.
    a, b
        Its figures; None where no run has one.
    change
        By how much the second is more, run by run: each run of the two has the same
        seed, so that the same children are born and the same worries reach the door.
    """

    measure: str
    title: str
    a: Interval | None
    b: Interval | None
    change: Interval | None


@frozen(kw_only=True)
class Waited:
    """The children into whose lives there was an enquiry under the first scenario.

    Each child is the same in both: born on the same day, with the same contacts.

    Parameters
    ----------
    sooner
        How many had one under the second as early, or earlier.
    later
        How many had one under the second on a later day.
    never
        How many had none under the second in the days of the figures.
    days
        How many days later it came, as the median of those for whom it did.
    """

    sooner: Interval | None
    later: Interval | None
    never: Interval | None
    days: Interval | None


@frozen(kw_only=True)
class Comparison:
    """Two scenarios side by side.

    Parameters
    ----------
    differences
        Each measure under both.
    waited
        What became of the children of the first's enquiries.
    """

    differences: tuple[Difference, ...]
    waited: Waited


def reproduce(
    scenario: Scenario,
    runs: int,
    *,
    processes: int = 1,
    tell: Progress = quietly,
) -> tuple[Reproduced, ...]:
    """Run a scenario several times and put its figures beside the published ones.

    Parameters
    ----------
    scenario, runs, processes, tell
        As in `replicate`.
    """
    measures = [one.measure for one in scenario.expected]
    made = replicate(scenario, runs, measures, processes=processes, tell=tell)
    return tuple(
        Reproduced(expected=one, found=made.interval(one.measure))
        for one in scenario.expected
    )


def compare(
    a: Scenario,
    b: Scenario,
    runs: int,
    measures: Sequence[str] = COMPARED,
    *,
    processes: int = 1,
    tell: Progress = quietly,
) -> Comparison:
    """Run two scenarios several times, each under the same seeds, and compare them.

    Parameters
    ----------
    a, b
        The scenarios.
    runs, measures, processes, tell
        As in `replicate`. The runs of the second have the seeds of the first.

    Raises
    ------
    NotFound
        When there is no such measure.
    """
    seeded = evolve(b, seed=a.seed)
    first = replicate(a, runs, measures, processes=processes, tell=_half(tell, 0))
    second = replicate(seeded, runs, measures, processes=processes, tell=_half(tell, 1))
    return Comparison(
        differences=tuple(_difference(one, first, second) for one in measures),
        waited=_waited(first, second),
    )


def _half(tell: Progress, number: int) -> Progress:
    def told(what: str, part: float) -> None:
        tell(what, (number + part) / 2)

    return told


def _difference(measure: str, a: Replications, b: Replications) -> Difference:
    pairs = zip(a.figures[measure], b.figures[measure], strict=True)
    changes = [two - one for one, two in pairs if one is not None and two is not None]
    return Difference(
        measure=measure,
        title=a.titles[measure],
        a=a.interval(measure),
        b=b.interval(measure),
        change=interval(changes),
    )


def _waited(a: Replications, b: Replications) -> Waited:
    runs = [_by_run(*pair) for pair in zip(a.enquired, b.enquired, strict=True)]
    late = [[float(days) for days in run if days] for run in runs]
    return Waited(
        sooner=interval([run.count(0) for run in runs]),
        later=interval([len(days) for days in late]),
        never=interval([run.count(None) for run in runs]),
        days=interval([median(days) for days in late if days]),
    )


def _by_run(a: Mapping[str, date], b: Mapping[str, date]) -> list[int | None]:
    """Give by how many days each child of the first waited; None: for good."""
    return [
        max(0, (b[child] - day).days) if child in b else None
        for child, day in a.items()
    ]
