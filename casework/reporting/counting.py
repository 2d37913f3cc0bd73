"""Counting: one pass over the children, each counted by every measure and let go."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from attrs import Factory, define, field, frozen

from casework.journey import Journey
from casework.law.pack import Law
from casework.records import Records
from casework.reporting.case import Case, case_of
from casework.reporting.choices import Choices
from casework.reporting.measure import Counted, Measure
from casework.reporting.span import Span
from casework.reporting.tally import Tally

Chosen: TypeAlias = Callable[[Law], Sequence[Measure]]
"""Which measures are counted under a law."""

InMonth: TypeAlias = tuple[int, Counted]
"""One thing that is counted, with the number of its month."""

NOT_COVERED: Final = "the source does not cover the day"


@frozen(kw_only=True)
class Plan:
    """What is counted of the children of one source.

    Parameters
    ----------
    of_every_place, of_rules
        The measures that are counted: of all children, and of those with a deadline of
        a rule.
    silent
        Those of which the source does not record enough.
    """

    of_every_place: tuple[Measure, ...]
    of_rules: Mapping[str, tuple[Measure, ...]]
    silent: tuple[Measure, ...]


def plan_of(measures: Iterable[Measure], records: Records) -> Plan:
    """Part measures by what a source records.

    Parameters
    ----------
    measures
        What is wanted.
    records
        What the source records.
    """
    counted: list[Measure] = []
    silent: list[Measure] = []
    of_rules: dict[str, tuple[Measure, ...]] = {}
    for one in measures:
        if one.rule:
            of_rules[one.rule] = (*of_rules.get(one.rule, ()), one)
        else:
            told = all(records.has(kind.name) for kind in one.needs)
            (counted if told else silent).append(one)
    return Plan(of_every_place=tuple(counted), of_rules=of_rules, silent=tuple(silent))


@define(kw_only=True)
class Counting:
    """The counts of a report in the making.

    Parameters
    ----------
    span, months
        The days of the report, and of each of its months; one month, which is the
        whole, where no months are asked for.
    choices
        How some things are counted.
    chosen
        Which measures are counted under the law of a child.
    listed
        Whether the children behind each figure are kept.
    tallies, measures
        The counts of each measure, and the measure, by its id.
    children, findings
        How many children, by place; how many findings on their records, by severity.
    covers
        From which day to which the source covers how many children.
    ids, twice
        Their ids, and how many stood there before.
    """

    span: Span
    months: Sequence[Span]
    choices: Choices
    chosen: Chosen
    listed: bool = False
    tallies: dict[str, Tally] = Factory(dict)
    measures: dict[str, Measure] = Factory(dict)
    children: Counter[str] = Factory(Counter)
    findings: Counter[str] = Factory(Counter)
    covers: Counter[tuple[date | None, date | None]] = Factory(Counter)
    ids: set[str] = Factory(set)
    twice: int = 0
    _numbers: dict[tuple[int, int], int] = field(init=False)
    _plans: dict[tuple[int, Records], tuple[Law, Plan]] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        """Number the months, so that a day finds its own."""
        by_month = len(self.months) > 1
        self._numbers = {
            (one.first.year, one.first.month): number * by_month
            for number, one in enumerate(self.span.months())
        }

    def add(self, journey: Journey) -> None:
        """Count one child, of whom nothing is kept but the counts and the id."""
        days = [month.last for month in self.months]
        case = case_of(journey, self.span, days, self.choices)
        records = journey.chronology.records
        self._note(case, records)
        plan = self._plan(case.ground.setting.law, records)
        for measure in plan.silent:
            months = range(len(self.months))
            self.tally(measure).silent.update([None, *months])
        for measure in plan.of_every_place:
            self.tally(measure).silent.update(self._not_covered(measure, records))
            self._count(measure, case)
        for rule in case.rules:
            for measure in plan.of_rules.get(rule, ()):
                self._count(measure, case)

    def _plan(self, law: Law, records: Records) -> Plan:
        # The law is the same object for all children of a place.
        known = self._plans.get((id(law), records))
        if known is None or known[0] is not law:
            known = law, plan_of(self.chosen(law), records)
            self._plans[id(law), records] = known
        return known[1]

    def _note(self, case: Case, records: Records) -> None:
        child = case.journey.child.id
        self.twice += child in self.ids
        self.ids.add(child)
        self.children[case.place] += 1
        self.covers[records.start, records.end] += 1
        self.findings.update(one.severity.value for one in case.findings)

    def tally(self, measure: Measure) -> Tally:
        """Give the counts of a measure, which begin at nothing."""
        if measure.id not in self.tallies:
            self.measures[measure.id] = measure
            self.tallies[measure.id] = Tally()
        return self.tallies[measure.id]

    def _not_covered(self, measure: Measure, records: Records) -> Iterator[int | None]:
        """Give the months of which a source that has bounds tells nothing."""
        if records.start is None and records.end is None:
            return
        silent = [
            number
            for number, month in enumerate(self.months)
            if not _covers(records, month if measure.during else _last(month))
        ]
        yield from silent
        whole = self.span if measure.during else _last(self.span)
        if not _covers(records, whole):
            yield None

    def _count(self, measure: Measure, case: Case) -> None:
        found = self._found(measure, case)
        for number, one in once(found) if measure.once else found:
            tally = self.tally(measure)
            tally.add(number, one)
            if self.listed and self._is_behind(measure, number):
                tally.note(case.journey.child.id, one)

    def _is_behind(self, measure: Measure, number: int | None) -> bool:
        """Say whether what counts in a month stands behind the figure of the report."""
        if measure.once:
            return number is None
        # How things stood at the end of earlier months is behind another figure.
        return measure.during is not None or number == len(self.months) - 1

    def _found(self, measure: Measure, case: Case) -> Iterator[InMonth]:
        if measure.during is not None:
            records = case.ground.records
            first, last = records.start or date.min, records.end or date.max
            for day, one in measure.during(case):
                covered = one if first <= day <= last else Counted(left_out=NOT_COVERED)
                yield self._numbers[day.year, day.month], covered
        elif measure.on_day is not None:
            for number, evening in case.telling:
                for one in measure.on_day(case, evening):
                    yield number, one


def once(found: Iterable[InMonth]) -> Iterable[tuple[int | None, Counted]]:
    """Count a child once in each month, and once in all the days (None).

    It is by what is in the numerator or, where nothing is, by the first that counts.
    """
    best: dict[int | None, Counted] = {}
    for number, one in found:
        for days in (None, number):
            known = best.get(days)
            if known is None or _says_less(known, one):
                best[days] = one
    return best.items()


def _says_less(one: Counted, other: Counted) -> bool:
    return (bool(one.left_out), not one.met) > (bool(other.left_out), not other.met)


def _last(span: Span) -> Span:
    return Span(span.last, span.last)


def _covers(records: Records, span: Span) -> bool:
    """Say whether a source covers any of the days."""
    begun = records.start is None or records.start <= span.last
    return begun and (records.end is None or records.end >= span.first)
