"""A scenario run again and again under other luck: figures with their intervals."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from math import sqrt
from multiprocessing import get_context
from statistics import fmean, stdev
from typing import Final, NamedTuple

from attrs import evolve, frozen

from casework.errors import NotFound
from casework.events import EnquiryStarted
from casework.law.pack import Law
from casework.reporting import report
from casework.reporting.measures import Chosen, not_a_measure
from casework.simulation.running import Progress, Steps, quietly, run
from casework.simulation.scenario import Scenario, Span
from casework.simulation.writing import Writer

# Student's t for an interval of 95 %, by one less than the number of runs; for more
# runs than these the last is a little too wide.
_T: Final = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201),
    *(2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074),
    *(2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
)


@frozen(kw_only=True)
class Interval:
    """A figure over several runs: its mean, and where the true mean lies.

    Parameters
    ----------
    mean
        The mean of the runs.
    lowest, highest
        The ends of the interval of 95 % (Student's t); None with fewer than two runs.
    runs
        How many runs have the figure.
    """

    mean: float
    lowest: float | None
    highest: float | None
    runs: int

    def __str__(self) -> str:
        """Say it as a table has it: `679.1 (660.2 to 698.0)`."""
        if self.lowest is None or self.highest is None:
            return f"{self.mean:,.1f}"
        return f"{self.mean:,.1f} ({self.lowest:,.1f} to {self.highest:,.1f})"


def interval(values: Sequence[float]) -> Interval | None:
    """Give the mean of some runs and its interval; None where no run has the figure.

    Examples
    --------
    >>> print(interval([1.0, 2.0, 3.0]))
    2.0 (-0.5 to 4.5)
    """
    if not values:
        return None
    mean, runs = fmean(values), len(values)
    if runs == 1:
        return Interval(mean=mean, lowest=None, highest=None, runs=1)
    half = _T[min(runs - 1, len(_T)) - 1] * stdev(values) / sqrt(runs)
    return Interval(mean=mean, lowest=mean - half, highest=mean + half, runs=runs)


@frozen(kw_only=True)
class Replications:
    """The figures of a scenario, run by run.

    Parameters
    ----------
    scenario
        The scenario.
    figures
        The value of each measure in each run, by its id; None where a run has none.
    titles
        What each measure is called.
    enquired
        Of each run, the day of the first enquiry about each child in the days of the
        figures.
    """

    scenario: Scenario
    figures: Mapping[str, tuple[float | None, ...]]
    titles: Mapping[str, str]
    enquired: tuple[Mapping[str, date], ...]

    def interval(self, measure: str) -> Interval | None:
        """Give the interval of one measure, over the runs that have a figure of it."""
        return interval([one for one in self.figures[measure] if one is not None])


def replicate(
    scenario: Scenario,
    runs: int,
    measures: Sequence[str],
    *,
    processes: int = 1,
    tell: Progress = quietly,
) -> Replications:
    """Run a scenario several times, and work out figures of each run.

    Run `n` has the seed of the scenario and `n - 1` more.

    Parameters
    ----------
    scenario
        The scenario; figures are of the days from `measured_from` to `last`.
    runs
        How many runs.
    measures
        The ids of the measures, such as `referrals.rate`.
    processes
        How many runs go on at once; it changes nothing in the figures.
    tell
        Is told how far it is.

    Raises
    ------
    NotFound
        When there is no such measure.
    """
    _refuse_unknown(measures, scenario.jurisdiction.law)
    seeded = [evolve(scenario, seed=scenario.seed + n) for n in range(runs)]
    found = list[_Run]()
    figures = partial(_figures, measures=tuple(measures))
    if processes == 1:
        for one in map(figures, seeded):
            found.append(one)
            tell("runs", len(found) / runs)
    else:
        with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
            for one in pool.map(figures, seeded):
                found.append(one)
                tell("runs", len(found) / runs)
    return Replications(
        scenario=scenario,
        figures={id_: tuple(one.figures[id_] for one in found) for id_ in measures},
        titles=found[0].titles,
        enquired=tuple(one.enquired for one in found),
    )


def _refuse_unknown(measures: Sequence[str], law: Law) -> None:
    # The years take minutes: what is misspelt is said before them.
    known = [one.id for one in Chosen(None)(law)]
    for id_ in measures:
        if id_ not in known:
            raise NotFound(not_a_measure(id_, known))


class _Run(NamedTuple):
    figures: Mapping[str, float | None]
    titles: Mapping[str, str]
    enquired: Mapping[str, date]


def _figures(scenario: Scenario, measures: tuple[str, ...]) -> _Run:
    writer, span, told = Writer.of(scenario), scenario.span, run(scenario)
    made = report(
        map(writer.record, told),
        span.measured_from,
        span.last,
        population=scenario.population.children,
        measures=measures,
    )
    figures = [made.figure(id_) for id_ in measures]
    enquired = ((one.person.id, _first_enquiry(one, span)) for one in told)
    return _Run(
        figures={one.measure.id: one.value for one in figures},
        titles={one.measure.id: one.measure.title for one in figures},
        enquired={child: day for child, day in enquired if day is not None},
    )


def _first_enquiry(told: Steps, span: Span) -> date | None:
    days = (one.at for one in told.steps if one.kind is EnquiryStarted)
    return min(
        (day for day in days if span.measured_from <= day <= span.last), default=None
    )
