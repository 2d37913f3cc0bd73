"""Figures as plain rows, ready for a table, JSON or CSV."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from attrs import asdict

from casework.reporting.figure import Figure
from casework.reporting.measure import Unit
from casework.reporting.report import Report

KEYS: Final = (
    "measure",
    "title",
    "unit",
    "counts",
    "from",
    "to",
    "numerator",
    "denominator",
    "value",
    "words",
    "median",
    "longest",
    "parts",
    "left_out",
    "doubts",
    "basis",
    "not_told",
    "hidden",
    "hidden_below",
)
NO_FIGURE: Final = "no figure"
HIDDEN: Final = "hidden"
_TENTH: Final = Decimal("0.1")


def rounded(value: float) -> str:
    """Give a value to one decimal, half up, as the Department for Education does.

    Examples
    --------
    >>> rounded(84.45), rounded(3)
    ('84.5', '3.0')
    """
    return str(Decimal(repr(float(value))).quantize(_TENTH, ROUND_HALF_UP))


def said_number(value: float | None, *, hidden: bool = False) -> str:
    """Give a number as a reader sees it: whole where it is, else to one decimal.

    Examples
    --------
    >>> said_number(21519.0), said_number(1793.25), said_number(None, hidden=True)
    ('21,519', '1,793.3', 'hidden')
    """
    if value is None:
        return HIDDEN if hidden else ""
    if float(value).is_integer():
        return f"{int(value):,}"
    whole, _, tenth = rounded(value).partition(".")
    return f"{int(whole):,}.{tenth}"


def said(figure: Figure) -> str:
    """Give the figure itself as a reader sees it.

    Examples
    --------
    >>> from casework.reporting import report
    >>> said(report([], "2025-01-01", "2025-12-31").figure("referrals.again"))
    'no figure'
    """
    if figure.value is None:
        return HIDDEN if figure.is_hidden else NO_FIGURE
    if figure.measure.unit is Unit.COUNT:
        return said_number(figure.value)
    if figure.measure.unit is Unit.PERCENT:
        return f"{rounded(figure.value)} %"
    return rounded(figure.value)


def rows(report: Report, *, listed: bool = False) -> Iterator[Mapping[str, object]]:
    """Give a row for each measure and, where months were asked for, for each month.

    Parameters
    ----------
    report
        The figures.
    listed
        Whether the children behind each figure stand in its row.
    """
    for figure in report.figures():
        yield row_of(figure, report, listed=listed)
        for month in report.series(figure.measure.id):
            yield row_of(month, report)


def row_of(
    figure: Figure, report: Report, *, listed: bool = False
) -> Mapping[str, object]:
    """Give one figure as plain values."""
    measure = figure.measure
    row: dict[str, object] = {
        "measure": measure.id,
        "title": measure.title,
        "unit": measure.unit.value,
        "counts": measure.counts.value,
        "from": figure.span.first.isoformat(),
        "to": figure.span.last.isoformat(),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": figure.value,
        "words": figure.words or None,
        "median": figure.median,
        "longest": figure.longest,
        "parts": {part.label: part.count for part in figure.parts},
        "left_out": figure.left_out,
        "doubts": figure.doubts,
        "basis": figure.basis,
        "not_told": figure.silent,
        "hidden": sorted(figure.hidden),
        "hidden_below": report.below,
    }
    if listed:
        row["children"] = [asdict(one) for one in figure.children]
    return row
