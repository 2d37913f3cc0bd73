"""Receipts: from what an answer was computed, so that it can be had again."""

import json

import pytest
from attrs import evolve

from casework import Journey, england
from casework.errors import NotFound
from casework.events import AssessmentCompleted, AssessmentStarted, ReferralReceived
from casework.timescales import Receipt

RULE = "england.assessment.conclude"
THEN = "2025-05-20T17:00+01:00"

JOURNEY = Journey.open(england, child="C-1", born="2015-02-03").record(
    ReferralReceived(at="2025-03-10"),
    AssessmentStarted(at="2025-03-12"),
    AssessmentCompleted(at="2025-04-30", recorded="2025-06-02T10:00Z"),
)


def test_an_answer_as_known_then_is_had_again_where_more_is_known() -> None:
    """The receipt says up to which moment the record was read."""
    receipt = JOURNEY.explain(RULE, "2025-05-20", known_at=THEN).receipt
    assert ("overdue", THEN) == (receipt.status, receipt.known_at[:16] + "+01:00")
    kept = Receipt(**json.loads(json.dumps(receipt.as_json())))
    assert receipt == kept
    assert "overdue" == JOURNEY.recompute(kept).status
    assert str(kept).endswith(f"events e1, as known at {kept.known_at}")
    listed = JOURNEY.deadlines("2025-05-20", known_at=THEN)
    assert {receipt.known_at} == {one.explain().receipt.known_at for one in listed}


def test_an_answer_from_all_that_is_known_names_no_moment() -> None:
    """Then whatever is recorded since makes a difference."""
    receipt = JOURNEY.explain(RULE, "2025-05-20").receipt
    assert ("met", None) == (receipt.status, receipt.known_at)
    with pytest.raises(NotFound, match="status was met, is overdue"):
        JOURNEY.as_known(THEN).recompute(receipt)


def test_receipts_differ_in_all_but_the_version_of_the_library() -> None:
    """Each difference is told, and what it was and is."""
    receipt = JOURNEY.explain(RULE, "2025-05-20").receipt
    newer = evolve(receipt, casework="newer")
    assert "" == receipt.differences(newer)
    other = evolve(newer, calendar="other", rule_hash="0")
    assert (
        f"rule_hash was {receipt.rule_hash}, is 0; "
        f"calendar was {receipt.calendar}, is other"
    ) == receipt.differences(other)


def test_a_receipt_from_before_is_still_read() -> None:
    """It has no such key, and was of all that was known."""
    kept = dict(JOURNEY.explain(RULE, "2025-05-20").receipt.as_json())
    del kept["known_at"]
    assert None is Receipt(**kept).known_at
    assert "met" == JOURNEY.recompute(Receipt(**kept)).status
