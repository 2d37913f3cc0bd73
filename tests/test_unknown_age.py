"""A length that depends on an age cannot be said where no date of birth is known."""

import pytest
from attrs import evolve

from casework import Journey, england
from casework.events import BecameLookedAfter, HealthAssessed
from casework.law.england.states_of_affairs import LOOKED_AFTER
from casework.law.interval import Interval
from casework.law.lengths import choose
from casework.law.times import Condition, all_of, any_of, not_, reached, under
from casework.periods import months

REVIEW = england.law.versions("england.health.review")[-1]
TOLD = (
    BecameLookedAfter(at="2025-03-03", basis="accommodated", follows=None),
    HealthAssessed(at="2025-03-10"),
)


def _due(condition: Condition, born: str | None) -> tuple[str, str]:
    within = choose((condition, months(6)), (None, months(12)))
    rule = evolve(REVIEW, within=within, then=Interval(within=within))
    place = england.with_law(england.law.with_rules([rule], "another length"))
    journey = Journey.open(place, child="C-1", born=born).record(*TOLD)
    found = journey.deadlines("2025-03-31")
    (one,) = (x for x in found if x.rule == "england.health.review")
    return str(one.due), one.status.value


@pytest.mark.parametrize(
    "condition",
    [
        under(5),
        not_(reached(5)),
        any_of(under(3), under(5)),
        all_of(LOOKED_AFTER, under(5)),
    ],
)
def test_a_length_waits_for_the_age_wherever_it_is_asked(condition: Condition) -> None:
    """Half a year at four, a year at seven, and no date where nobody knows."""
    assert ("2025-09-10", "open") == _due(condition, "2021-01-04")
    assert ("2026-03-10", "open") == _due(condition, "2018-01-04")
    assert ("None", "no_date") == _due(condition, None)


def test_a_length_that_asks_no_age_needs_no_birth() -> None:
    """What is known is enough."""
    assert ("2025-09-10", "open") == _due(LOOKED_AFTER, None)
