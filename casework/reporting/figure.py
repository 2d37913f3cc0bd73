"""A figure: one measure worked out for some days, with all that it rests on."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from attrs import field, frozen

from casework.reporting.bands import words_for
from casework.reporting.choices import Choices
from casework.reporting.measure import Counted, Measure, Unit
from casework.reporting.span import Span
from casework.reporting.tally import Behind
from casework.reporting.told import KEYED, Part, Told

HUNDRED: Final = 100
TEN_THOUSAND: Final = 10_000


@frozen(kw_only=True)
class Figure:
    """One measure worked out for some days.

    Parameters
    ----------
    measure
        What is counted.
    span
        The days; a figure of how things stood is of the last one.
    numerator, denominator
        How many, and out of how many; None where there is none, or it is not shown.
    value
        The figure; None where the denominator is 0, or it is not shown.
    parts
        Its bands or kinds.
    median, longest
        Of the sizes; None where there are none, or they are not shown.
    left_out, doubts, basis
        How many were left out, and why; how many may be wrong because of what the
        record lacks; how many rest on a rule of each basis. A number is None where it
        is not shown.
    silent
        On how many children the source does not tell of it.
    children
        The children behind it, where lists were asked for.
    hidden
        What is not shown, because a small number could be read from it; `list` where
        it is the children behind it.
    """

    measure: Measure
    span: Span
    numerator: float | None
    denominator: float | None
    value: float | None
    parts: tuple[Part, ...] = ()
    median: float | None = None
    longest: float | None = None
    left_out: Mapping[str, int | None] = field(factory=dict)
    doubts: Mapping[str, int | None] = field(factory=dict)
    basis: Mapping[str, int | None] = field(factory=dict)
    silent: int = 0
    children: tuple[Behind, ...] = field(default=(), repr=False)
    hidden: frozenset[str] = frozenset()

    @property
    def day(self) -> date:
        """The last day: as at its end, where the figure is of how things stood."""
        return self.span.last

    @property
    def is_hidden(self) -> bool:
        """Whether the figure itself is not shown, and not only a part of it."""
        return bool({"numerator", "denominator"} & self.hidden)

    @property
    def words(self) -> str:
        """The percentage in an inspector's words; none or all where it is just that."""
        if self.measure.unit is not Unit.PERCENT or self.value is None:
            return ""
        if self.numerator in (0, self.denominator):
            return "all" if self.numerator else "none"
        return words_for(self.value)


def figure_of(
    measure: Measure,
    span: Span,
    counted: Iterable[tuple[Counted, int]],
    choices: Choices,
    *,
    silent: int = 0,
    nothing_told: bool = False,
    children: tuple[Behind, ...] = (),
) -> Figure:
    """Work a figure out from its counts.

    Parameters
    ----------
    measure, span, choices
        What, for which days, and how.
    counted
        Each kind of thing, and how many there are.
    silent, children
        As in `Figure`.
    nothing_told
        Whether the source tells of it for no child at all: then there is no figure,
        and not a figure of 0.
    """
    told = Told(measure, tuple(counted))
    # Where all was left out there is no figure, and not a figure of 0.
    if nothing_told or (told.left_out and not told.items):
        return Figure(
            measure=measure,
            span=span,
            numerator=None,
            denominator=None,
            value=None,
            left_out=told.left_out,
            silent=silent,
            children=children,
        )
    numerator = told.numerator
    denominator = _denominator(measure, span, told, choices)
    return Figure(
        measure=measure,
        span=span,
        numerator=numerator,
        denominator=denominator,
        value=_value(measure, numerator, denominator, told),
        parts=told.parts,
        median=told.median,
        longest=None if told.median is None else max(told.sizes),
        left_out=told.left_out,
        doubts=told.with_word("doubt"),
        basis=told.with_word("basis"),
        silent=silent,
        children=children,
    )


def _denominator(
    measure: Measure, span: Span, told: Told, choices: Choices
) -> float | None:
    if measure.unit is Unit.RATE:
        years = span.years if measure.during else 1
        return None if choices.population is None else choices.population * years
    if measure.unit is Unit.DAILY:
        return span.days
    if measure.unit is Unit.PER_100:
        return told.items - told.numerator
    if measure.unit is Unit.AVERAGE and measure.counts in KEYED:
        return told.distinct
    return None if measure.unit is Unit.COUNT else told.items


def _value(
    measure: Measure, numerator: float, denominator: float | None, told: Told
) -> float | None:
    if measure.unit is Unit.COUNT:
        return numerator
    if not denominator:
        return None
    if measure.unit is Unit.MEDIAN:
        return told.median
    return numerator * _TIMES.get(measure.unit, 1) / denominator


_TIMES: Final = {
    Unit.PERCENT: HUNDRED,
    Unit.PER_100: HUNDRED,
    Unit.RATE: TEN_THOUSAND,
}
