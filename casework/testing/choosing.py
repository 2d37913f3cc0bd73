"""Choosing one of several, in such a way that a history shrinks well."""

from collections.abc import Sequence
from typing import Final, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")

# One range for every choice, whatever there is to choose from: when Hypothesis cuts a
# part out of a history, what is left can still be read.
_numbers: Final = st.integers(0, 251)


def one_of(draw: st.DrawFn, among: Sequence[T]) -> T:
    """Choose one of several; the first is the simplest."""
    return among[draw(_numbers) % len(among)] if len(among) > 1 else among[0]
