"""Corrections: what they take over from the event that they put right."""

import pytest

from casework import Journey, england
from casework.corrections import heard
from casework.events import (
    AssessmentCompleted,
    AssessmentStarted,
    Corrected,
    Event,
    ReferralReceived,
    StrategyDiscussionHeld,
)


def _corrected(of: str, replacement: Event) -> Event:
    journey = Journey.open(england, child="C-1", born="2015-02-03").record(
        ReferralReceived(at="2025-03-10", follows=None),
        AssessmentStarted(at="2025-03-12"),
        AssessmentCompleted(at="2025-05-12"),
        Corrected(at="2025-05-23", of=of, replacement=replacement),
    )
    events = heard(journey.chronology, england.zone).events
    [right] = [one for one in events if one.id == of]
    return right


def test_a_replacement_takes_the_episode_that_it_does_not_name() -> None:
    """Only the day was wrong, so only the day need be said."""
    right = _corrected("e3", AssessmentCompleted(at="2025-05-21"))
    assert ("e3", "assessment-1") == (right.id, right.episode)


def test_a_replacement_takes_what_it_follows() -> None:
    """That it followed from nothing stays as it was, unless it is said again."""
    assert None is _corrected("e1", ReferralReceived(at="2025-03-09")).follows
    said = ReferralReceived(at="2025-03-09", episode="a-2", follows="contact-1")
    right = _corrected("e1", said)
    assert ("a-2", "contact-1") == (right.episode, right.follows)


def test_a_replacement_of_another_stage_takes_no_episode() -> None:
    """An assessment's episode is not one of an enquiry."""
    right = _corrected("e3", StrategyDiscussionHeld(at="2025-05-12"))
    assert None is right.episode


@pytest.mark.parametrize("known", ["2025-05-22T12:00Z", "2025-05-23T23:30Z"])
def test_a_correction_in_its_place_meets_the_deadline(known: str) -> None:
    """Without its episode the assessment would be nobody's, and the duty unmet."""
    journey = Journey.open(england, child="C-1", born="2015-02-03").record(
        ReferralReceived(at="2025-03-10", follows=None),
        AssessmentStarted(at="2025-03-12"),
        AssessmentCompleted(at="2025-05-12"),
        Corrected(
            at="2025-05-23",
            of="e3",
            replacement=AssessmentCompleted(at="2025-05-13"),
        ),
    )
    rule = "england.assessment.conclude"
    one = journey.explain(rule, "2025-05-31", known_at=known).deadline
    assert ("met", 12 + (known > "2025-05-23")) == (one.status, one.met.day)
    assert () == journey.findings()
