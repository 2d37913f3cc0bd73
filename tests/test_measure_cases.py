"""Measures against cases that were counted by hand."""

from typing import Any

import pytest

from casework.reporting.measures import FIXED
from tests.measure_cases import FOLDER, BadCase, Case, load

FILES = sorted(FOLDER.glob("*.toml"))
CASES = [
    pytest.param(case, id=f"{path.stem}: {case.name}")
    for path in FILES
    for case in load(path)
]

WHOLE: dict[str, Any] = {
    "name": "One referral",
    "jurisdiction": "england",
    "first": "2025-01-01",
    "last": "2025-12-31",
    "children": [
        {
            "id": "C-1",
            "events": [
                {"event": "referral_received", "at": "2025-01-06", "episode": "r1"}
            ],
        }
    ],
    "expect": [{"measure": "referrals.count", "numerator": 1}],
}


@pytest.mark.parametrize("case", CASES)
def test_the_figures_are_as_counted_by_hand(case: Case) -> None:
    """Every figure of a case is what whoever wrote it counted."""
    assert [] == case.faults()


def test_every_measure_was_counted_by_hand() -> None:
    """There is a case for every measure of the library."""
    cases = [case for path in FILES for case in load(path)]
    counted = {row["measure"] for case in cases for row in case.expect}
    assert [] == [one.id for one in FIXED if one.id not in counted]


# The cases themselves must be able to fail.


def test_a_case_may_hold() -> None:
    """What is as expected has no fault."""
    assert [] == Case(**WHOLE).faults()


@pytest.mark.parametrize(
    "expected",
    [{"numerator": 2}, {"value": "none"}, {"left_out": {"x": 1}}, {"months": [1]}],
)
def test_a_case_may_fail(expected: dict[str, Any]) -> None:
    """What is not as expected is said."""
    row = {"measure": "referrals.count", **expected}
    assert 1 == len(Case(**{**WHOLE, "expect": [row]}).faults())


@pytest.mark.parametrize(
    "row", [{"measure": "referrals.count"}, {"measure": "x", "n": 1}]
)
def test_a_case_that_cannot_be_looked_at_is_refused(row: dict[str, Any]) -> None:
    """An expectation that says nothing, or that no figure has, is an error."""
    with pytest.raises(BadCase):
        Case(**{**WHOLE, "expect": [row]}).faults()
