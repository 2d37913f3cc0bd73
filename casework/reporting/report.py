"""A report: every measure worked out over many children, a child at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve, field, frozen

from casework.errors import BadReport, NotFound
from casework.journey import Journey
from casework.reporting.choices import Choices
from casework.reporting.counting import Counting
from casework.reporting.figure import Figure, figure_of
from casework.reporting.masking import masked
from casework.reporting.measure import Counted, Measure
from casework.reporting.measures import Chosen, in_order, not_a_measure
from casework.reporting.span import Span
from casework.reporting.tally import Tally


@frozen(kw_only=True)
class Report:
    """Figures over many children, with what each of them rests on.

    Two reports of the same days, on files with no child in common, add up: `a + b`.

    Parameters
    ----------
    span, months
        The days covered, and its months where the figures of each were asked for.
    choices
        How some things were counted.
    measures
        What was counted, by id.
    children, findings
        How many children, by place; how many findings on their records, by severity.
    covers
        From which day to which the source covers how many children; None: no bound.
    twice
        How many children stood in the files more than once, and count each time.
    tallies
        The counts of each measure, by id.
    below, hidden
        Below which number numbers are hidden, and what is hidden of which figure;
        `casework.reporting.suppress` says so.
    """

    span: Span
    months: tuple[Span, ...]
    choices: Choices
    measures: Mapping[str, Measure] = field(repr=False)
    children: Counter[str]
    findings: Counter[str]
    covers: Counter[tuple[date | None, date | None]] = field(repr=False)
    twice: int = 0
    tallies: Mapping[str, Tally] = field(repr=False)
    below: int | None = None
    hidden: Mapping[tuple[str, int | None], frozenset[str]] = field(
        factory=dict, repr=False
    )

    def figure(self, id_: str) -> Figure:
        """Give the figure of one measure.

        Parameters
        ----------
        id_
            Such as `plans.rate`.

        Raises
        ------
        NotFound
            When the report has no such measure.
        """
        return self._figure(self._named(id_), None)

    def figures(self) -> tuple[Figure, ...]:
        """Give the figure of every measure, in the order of the page."""
        return tuple(self._figure(one, None) for one in self.measures.values())

    def series(self, id_: str) -> tuple[Figure, ...]:
        """Give one measure month by month, where the report was asked for by month."""
        measure = self._named(id_)
        numbers = range(len(self.months))
        return tuple(self._figure(measure, number) for number in numbers)

    def __add__(self, other: "Report") -> "Report":
        """Give the report on both files.

        Raises
        ------
        BadReport
            When the two do not answer the same question.
        """
        if not isinstance(other, Report):
            return NotImplemented
        if self._asked != other._asked:
            raise BadReport(
                "two reports add up only if their days, months and choices are the same"
            )
        if self.below is not None or other.below is not None:
            raise BadReport("add the reports up first, and hide small numbers then")
        measures = in_order({**self.measures, **other.measures})
        tallies = {
            id_: self.tallies.get(id_, Tally()) + other.tallies.get(id_, Tally())
            for id_ in measures
        }
        return evolve(
            self,
            measures=measures,
            children=self.children + other.children,
            findings=self.findings + other.findings,
            covers=self.covers + other.covers,
            twice=self.twice + other.twice,
            tallies=tallies,
        )

    @property
    def _asked(self) -> tuple[object, ...]:
        return self.span, self.months, self.choices

    def _named(self, id_: str) -> Measure:
        if id_ not in self.measures:
            raise NotFound(not_a_measure(id_, self.measures))
        return self.measures[id_]

    def _figure(self, measure: Measure, number: int | None) -> Figure:
        tally = self.tallies[measure.id]
        span = self.span if number is None else self.months[number]
        counted = self._counted(measure, number)
        silent = tally.silent[number]
        figure = figure_of(
            measure,
            span,
            counted,
            self.choices,
            silent=silent,
            nothing_told=0 < self.children.total() == silent,
            children=tally.behind() if number is None else (),
        )
        if self.below is None:
            return figure
        hidden = self.hidden.get((measure.id, number), frozenset())
        return masked(figure, hidden, of_a_month=number is not None)

    def _counted(
        self, measure: Measure, number: int | None
    ) -> Iterator[tuple[Counted, int]]:
        tally = self.tallies[measure.id]
        if number is None and measure.on_day is not None:
            # As things stood at the end of the last day.
            return tally.of(max(len(self.months) - 1, 0))
        if number is None and not measure.once:
            return tally.of_all_months()
        return tally.of(number)


def report(
    journeys: Iterable[Journey],
    first: date | str,
    last: date | str,
    *,
    population: float | None = None,
    measures: Sequence[str] | None = None,
    by_month: bool = False,
    listed: bool = False,
    choices: Choices | None = None,
) -> Report:
    """Work out the figures over many children; each is read once and let go.

    Parameters
    ----------
    journeys
        The children, in any order.
    first, last
        The first and the last day. What happened is counted in these days; how things
        stood, at the end of the last one.
    population
        How many children live in the area; without it there are no rates.
    measures
        The ids of some measures; by default all. `timeliness` stands for all whose
        id begins with it.
    by_month
        Whether the figures of each month are worked out too.
    listed
        Whether the children behind each figure are kept.
    choices
        How some things are counted.

    Raises
    ------
    BadDate, BadPeriod
        When the days cannot be read, or the last is before the first.
    NotFound
        When there is no such measure.

    Examples
    --------
    >>> from casework import england
    >>> from casework.events import ReferralReceived
    >>> journeys = [
    ...     Journey.open(england, child=f"C-{n}").record(ReferralReceived(at=day))
    ...     for n, day in enumerate(["2025-01-06", "2025-02-03", "2024-12-30"])
    ... ]
    >>> made = report(journeys, "2025-01-01", "2025-12-31", population=1000)
    >>> figure = made.figure("referrals.rate")
    >>> figure.numerator, figure.denominator, figure.value
    (2, 1000.0, 20.0)
    """
    span = Span(first, last)
    choices = choices or Choices()
    if population is not None:
        choices = evolve(choices, population=population)
    months = span.months() if by_month else (span,)
    chosen = Chosen(measures)
    counting = Counting(
        span=span,
        months=months,
        choices=choices,
        chosen=chosen,
        listed=listed,
    )
    for measure in chosen.fixed:
        counting.tally(measure)
    for journey in journeys:
        counting.add(journey)
    return made(counting, by_month=by_month)


def made(counting: Counting, *, by_month: bool) -> Report:
    """Give the report of what was counted."""
    return Report(
        span=counting.span,
        months=tuple(counting.months) if by_month else (),
        choices=counting.choices,
        measures=in_order(counting.measures),
        children=counting.children,
        findings=counting.findings,
        covers=counting.covers,
        twice=counting.twice,
        tallies=counting.tallies,
    )
