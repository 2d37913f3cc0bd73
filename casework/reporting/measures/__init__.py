"""Every measure, in the order in which a report shows them, a module per subject."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import Final

from casework.alike import like
from casework.errors import NotFound
from casework.law.pack import Law
from casework.reporting.measure import Measure
from casework.reporting.measures import (
    around,
    assessments,
    care_leavers,
    caseload,
    child_in_need,
    conferences,
    contacts,
    conversions,
    enquiries,
    in_care,
    looked_after,
    oversight,
    placements,
    plans,
    referrals,
    reviews,
    timeliness,
)
from casework.reporting.measures.timeliness import of_rule, rules_with_a_date

ROOMS: Final = (
    contacts,
    referrals,
    assessments,
    enquiries,
    conferences,
    plans,
    child_in_need,
    looked_after,
    in_care,
    placements,
    reviews,
    care_leavers,
    around,
    conversions,
    caseload,
    oversight,
    timeliness,
)

FIXED: Final[tuple[Measure, ...]] = tuple(
    chain.from_iterable(room.MEASURES for room in ROOMS)
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
        self._under: dict[int, tuple[Law, tuple[Measure, ...]]] = {}
        for one in self.wanted or ():
            known = [measure.id for measure in self.fixed]
            if not (
                one.startswith("timeliness.") or any(_begins(k, one) for k in known)
            ):
                raise NotFound(not_a_measure(one, [each.id for each in FIXED]))

    def __call__(self, law: Law) -> tuple[Measure, ...]:
        """Give the measures that are wanted under a law."""
        # A law is not hashed for every child: it is the same one for all of a place.
        known, found = self._under.get(id(law), (None, ()))
        if known is not law:
            rules = (of_rule(*one) for one in rules_with_a_date(law))
            found = (*self.fixed, *self._of(tuple(chain.from_iterable(rules))))
            self._under[id(law)] = law, found
        return found

    def _of(self, every: Sequence[Measure]) -> tuple[Measure, ...]:
        return tuple(one for one in every if self._wants(one.id))

    def _wants(self, id_: str) -> bool:
        return self.wanted is None or any(_begins(id_, one) for one in self.wanted)


def _begins(id_: str, wanted: str) -> bool:
    return id_ == wanted or id_.startswith(f"{wanted}.")


def not_a_measure(id_: str, known: Collection[str]) -> str:
    """Say that there is no such measure, and which may be meant."""
    hint = like(id_, known, "docs/measures.md lists them")
    return f"there is no measure {id_!r} here{hint}"


def in_order(measures: Mapping[str, Measure]) -> dict[str, Measure]:
    """Put measures in the order of a report: those of every place, then the rules."""
    fixed = {one.id: number for number, one in enumerate(FIXED)}
    ids = sorted(measures, key=lambda id_: (fixed.get(id_, len(fixed)), id_))
    return {id_: measures[id_] for id_ in ids}
