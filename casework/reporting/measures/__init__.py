"""Every measure, in the order in which a report shows them, a module per subject."""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from itertools import chain
from typing import Final

from casework.errors import NotFound
from casework.law.pack import Law
from casework.reporting.measure import Measure
from casework.reporting.measures import (
    caseload,
    contacts,
    conversions,
    enquiries,
    plans,
    referrals,
)

FIXED: Final[tuple[Measure, ...]] = tuple(
    chain.from_iterable(
        room.MEASURES
        for room in (contacts, referrals, enquiries, plans, conversions, caseload)
    )
)
"""The measures that every place has."""


class Chosen:
    """Some of the measures, or all, under whatever law a child is.

    Parameters
    ----------
    wanted
        Their ids, or the words with which some ids begin, as `plans`; None for all.

    Raises
    ------
    NotFound
        When there is none of that id.
    """

    def __init__(self, wanted: Sequence[str] | None) -> None:
        """Check that there are such measures."""
        self.wanted = None if wanted is None else tuple(wanted)
        self.fixed = self._of(FIXED)
        for one in self.wanted or ():
            if not any(_begins(measure.id, one) for measure in self.fixed):
                raise NotFound(not_a_measure(one, [each.id for each in FIXED]))

    def __call__(self, _law: Law) -> tuple[Measure, ...]:
        """Give the measures that are wanted under a law."""
        return self.fixed

    def _of(self, every: Sequence[Measure]) -> tuple[Measure, ...]:
        return tuple(one for one in every if self._wants(one.id))

    def _wants(self, id_: str) -> bool:
        return self.wanted is None or any(_begins(id_, one) for one in self.wanted)


def _begins(id_: str, wanted: str) -> bool:
    return id_ == wanted or id_.startswith(f"{wanted}.")


def not_a_measure(id_: str, known: Collection[str]) -> str:
    """Say that there is no such measure, and which may be meant."""
    near = ", ".join(get_close_matches(id_, known, n=3)) or "see docs/measures.md"
    return f"there is no measure {id_!r} here; is it one of these: {near}?"
