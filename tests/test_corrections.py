"""Corrections: what they take over from the event that they put right."""

import pytest

from casework import Journey, Status, england
from casework.corrections import heard
from casework.events import (
    AssessmentCompleted,
    AssessmentStarted,
    Corrected,
    Event,
    ReferralDecided,
    ReferralReceived,
    StrategyDiscussionHeld,
    Withdrawn,
)

RIGHT = Corrected(
    at="2025-05-14", of="e9", replacement=AssessmentCompleted(at="2025-05-21")
)
GONE = Withdrawn(at="2025-05-14", of="e9")


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


# Who names a change knew of it


def _told(*changes: Event) -> Journey:
    return Journey.open(england, child="C-1", born="2015-02-03").record(
        ReferralReceived(at="2025-03-03", episode="r", follows=None),
        ReferralDecided(at="2025-03-04", decision="assessment"),
        *changes,
    )


def _in_vain(journey: Journey) -> list[tuple[str, str | None]]:
    found = journey.findings("2025-10-31")
    return [(one.code, one.event) for one in found if "correction" in one.code]


@pytest.mark.parametrize("at", ["2025-03-10", "2025-03-10T10:00Z", "2025-03-11"])
def test_a_withdrawal_is_taken_back_at_whatever_hour(at: str) -> None:
    """What it names is told only by its day, and came before it all the same."""
    told = _told(Withdrawn(at="2025-03-10", of="e2"), Withdrawn(at=at, of="e3"))
    [decision] = [
        one
        for one in told.deadlines("2025-10-31")
        if one.rule == "england.referral.decision"
    ]
    assert Status.MET is decision.status
    assert [] == _in_vain(told)


@pytest.mark.parametrize("at", ["2025-03-10", "2025-03-10T10:00Z"])
def test_a_correction_of_a_correction_is_the_last_word(at: str) -> None:
    """The second was made of the first, at whatever hour."""
    first = ReferralDecided(at="2025-03-07", decision="assessment")
    second = ReferralDecided(at="2025-03-05", decision="assessment")
    told = _told(
        Corrected(at="2025-03-10", of="e2", replacement=first),
        Corrected(at=at, of="e3", replacement=second),
    )
    events = heard(told.chronology, england.zone).events
    assert ["2025-03-03", "2025-03-05"] == [str(one.at) for one in events]
    assert [] == _in_vain(told)


WORD = ReferralDecided(at="2025-03-05", decision="assessment")
DAY = "2025-03-10"


@pytest.mark.parametrize(
    ("changes", "event"),
    [
        ((Corrected(at=DAY, of="e3", replacement=WORD),), "e3"),
        ((Withdrawn(at=DAY, of="e3"),), "e3"),
        (
            (
                Corrected(at=DAY, of="e4", replacement=WORD),
                Withdrawn(at=DAY, of="e3"),
            ),
            "e3",
        ),
        (
            (
                Withdrawn(at=DAY, of="e2"),
                Corrected(at="2025-03-11", of="e3", replacement=WORD),
            ),
            "e4",
        ),
        (
            (
                Withdrawn(at=DAY, of="e2"),
                Corrected(at="2025-03-11", of="e2", replacement=WORD),
            ),
            "e4",
        ),
    ],
)
def test_a_change_that_changes_nothing_is_found(
    changes: tuple[Event, ...], event: str
) -> None:
    """Of itself, of a withdrawal, of what was withdrawn: it was meant, and is lost."""
    assert ("correction_in_vain", event) in _in_vain(_told(*changes))


def test_what_is_corrected_and_then_withdrawn_is_as_it_was_meant() -> None:
    """A correction of what was withdrawn and put back counts."""
    put = Corrected(at=DAY, of="e2", replacement=WORD)
    assert [] == _in_vain(_told(put, Withdrawn(at="2025-03-11", of="e2")))
    gone, back = Withdrawn(at=DAY, of="e2"), Withdrawn(at=DAY, of="e3")
    later = Corrected(at="2025-03-11", of="e2", replacement=WORD)
    told = _told(gone, back, later)
    assert [] == _in_vain(told)
    events = heard(told.chronology, england.zone).events
    assert ["2025-03-03", "2025-03-05"] == [str(one.at) for one in events]


@pytest.mark.parametrize(("change", "status"), [(RIGHT, "met_late"), (GONE, "overdue")])
def test_a_change_may_be_written_down_before_what_it_changes(
    change: Event, status: str
) -> None:
    """What comes only then stands as it was put right, or does not stand."""
    journey = Journey.open(england, child="C-1", born="2015-02-03").record(
        ReferralReceived(at="2025-03-10", follows=None),
        AssessmentStarted(at="2025-03-12"),
    )
    assert journey.deadlines("2025-05-30")
    later = journey.record(change).record(AssessmentCompleted(at="2025-05-14", id="e9"))
    found = {one.rule: one.status for one in later.deadlines("2025-05-30")}
    assert status == found["england.assessment.conclude"]
