"""A figure with some of its numbers hidden."""

from collections.abc import Mapping
from typing import Final

from attrs import evolve

from casework.reporting.figure import Figure
from casework.reporting.told import Part

LIST: Final = "list"
"""What is hidden where the children behind a figure are."""


def masked(figure: Figure, hidden: frozenset[str], *, of_a_month: bool) -> Figure:
    """Give a figure without the numbers that are hidden, and all that tells of them.

    Parameters
    ----------
    figure
        With every number.
    hidden
        Which are hidden: `numerator`, `denominator`, `part: ...`, `left out: ...`,
        `list`.
    of_a_month
        Whether it is of one month among several: the parts of a month are not shown.
    """
    gone = bool(hidden - {LIST})
    return evolve(
        figure,
        numerator=None if {"numerator", "denominator"} & hidden else figure.numerator,
        denominator=None if "denominator" in hidden else figure.denominator,
        value=None if {"numerator", "denominator"} & hidden else figure.value,
        parts=() if of_a_month else tuple(_part(one, hidden) for one in figure.parts),
        median=None if gone else figure.median,
        # The longest is the length of one case.
        longest=None,
        left_out=_without(figure.left_out, hidden, "left out"),
        doubts=dict.fromkeys(figure.doubts) if gone else figure.doubts,
        basis=dict.fromkeys(figure.basis) if gone else figure.basis,
        children=() if hidden else figure.children,
        hidden=hidden,
    )


def _part(part: Part, hidden: frozenset[str]) -> Part:
    return Part(part.label, None if f"part: {part.label}" in hidden else part.count)


def _without(
    counts: Mapping[str, int | None], hidden: frozenset[str], name: str
) -> Mapping[str, int | None]:
    return {
        word: None if f"{name}: {word}" in hidden else number
        for word, number in counts.items()
    }
