"""A journey and what it answers can be handed to another process."""

import copy
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from casework import Journey, england, load_overlay
from casework.events import AssessmentStarted, ReferralReceived
from tests.source import ROOT

OVERLAY = ROOT / "examples" / "09_overlay.toml"


def pickled(value: object) -> object:
    """Give a value as another process would have it."""
    return pickle.loads(pickle.dumps(value))


def journey(overlay: Path | None) -> Journey:
    """Give a journey that has already been asked for its deadlines."""
    law = load_overlay(overlay).over(england.law) if overlay else None
    place = england.with_law(law) if law else england
    told = Journey.open(place, child="C-0001", born="2015-02-03").record(
        ReferralReceived(at="2025-03-10"), AssessmentStarted(at="2025-03-12")
    )
    assert told.due(as_at="2025-03-12")
    return told


@pytest.mark.parametrize("overlay", [None, OVERLAY], ids=["as shipped", "overlaid"])
@pytest.mark.parametrize("copied", [pickled, copy.copy, copy.deepcopy])
def test_a_copy_of_a_journey_answers_the_same(
    copied: Callable[[object], Journey], overlay: Path | None
) -> None:
    """Pickled or copied, under the shipped law or an overlay, nothing is lost."""
    told = journey(overlay)
    assert told == copied(told)
    expected = told.deadlines(as_at="2025-06-30")
    assert expected == copied(told).deadlines(as_at="2025-06-30")


def test_deadlines_come_back_from_another_process() -> None:
    """A deadline explains itself wherever it was worked out."""
    expected = journey(OVERLAY).deadlines(as_at="2025-06-30")
    found = pickled(expected)
    assert expected == found
    assert [one.explain().text for one in expected] == [
        one.explain().text for one in found
    ]
