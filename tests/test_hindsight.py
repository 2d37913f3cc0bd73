"""How each deadline stood when its due day ended, and why more is known now."""

from datetime import date

import pytest

from casework import Journey, Status, england, jersey
from casework.events import (
    AssessmentCompleted,
    AssessmentStarted,
    BecameLookedAfter,
    CarePlanMade,
    CaseAllocated,
    ChildBorn,
    ConferenceHeld,
    ContactDecided,
    ContactReceived,
    Corrected,
    Event,
    HealthAssessed,
    LookedAfterReviewAdjourned,
    LookedAfterReviewHeld,
    PlacementStarted,
    ReferralClosed,
    ReferralReceived,
    ReviewConferenceHeld,
    StrategyDiscussionHeld,
    Withdrawn,
)
from casework.hindsight import Compliance, Hindsight, How, compliance, looking
from casework.standing import Ground, fold_latest

CONFERENCE = "england.conference.initial"
ASSESSMENT = "england.assessment.conclude"
LATER = "2025-12-31"

REFERRED = ReferralReceived(at="2025-09-01", recorded="2025-09-01T11:00+01:00")
STRATEGY = StrategyDiscussionHeld(
    at="2025-09-03", outcome="enquiry", recorded="2025-09-03T15:00+01:00"
)
# Due on Wednesday 24 September, held on Monday the 22nd.
HELD = ConferenceHeld(
    at="2025-09-22",
    kind="initial",
    decision="no_plan",
    recorded="2025-10-09T09:30+01:00",
)


def _journey(*events: Event) -> Journey:
    return Journey.open(england, child="C-1", born="2016-11-02").record(*events)


def _then(journey: Journey, rule: str, occurrence: int = 1) -> Hindsight:
    [one] = [
        one
        for one in journey.hindsight(LATER)
        if (one.deadline.rule, one.deadline.occurrence) == (rule, occurrence)
    ]
    return one


def test_held_in_time_and_recorded_a_fortnight_late() -> None:
    """On the due day overdue, now met; and the reason in words."""
    one = _then(_journey(REFERRED, STRATEGY, HELD), CONFERENCE)
    assert Status.MET is one.deadline.status
    assert (Status.OVERDUE, Status.MET) == (one.status_then, one.status_on_the_day)
    [why] = one.reasons
    assert (How.RECORDED_LATE, "e3", "e3") == (why.how, why.event, why.by)
    assert date(2025, 9, 22) == why.happened
    assert one.words == (
        "How it stood when Wednesday 24 September 2025 ended: as known then, overdue; "
        "as known now, met. Why: conference held (e3), of Monday 22 September 2025, "
        "was recorded on Thursday 9 October 2025, 17 days after it happened."
    )


def test_a_birth_that_was_told_later() -> None:
    """On the due day nobody could know the age on which it depends."""
    one = _then(
        Journey.open(england, child="C-1").record(
            BecameLookedAfter(at="2025-01-06", basis="accommodated", follows=None),
            HealthAssessed(at="2025-01-10"),
            ChildBorn(at="2025-11-10", on="2023-11-01"),
        ),
        "england.health.review",
    )
    assert date(2025, 7, 10) == one.deadline.due
    assert (Status.NO_DATE, None) == (one.status_then, one.due_then)
    assert one.words == (
        "How it stood when Thursday 10 July 2025 ended: as known then, no_date; as "
        "known now, overdue. Why: child born (e3) was told on Monday 10 November 2025."
    )


def test_recorded_by_the_end_of_the_due_day_is_known() -> None:
    """At midnight it is too late."""
    for moment, differs in (("T23:59+01:00", False), ("T24:00+01:00", True)):
        at = f"2025-09-24{moment}".replace("24T24:00", "25T00:01")
        held = ConferenceHeld(at="2025-09-22", kind="initial", recorded=at)
        one = _then(_journey(REFERRED, STRATEGY, held), CONFERENCE)
        assert differs == one.differs


def test_a_correction_turns_a_met_deadline_into_a_late_one() -> None:
    """Met when the due day ended; now known to have been late."""
    journey = _journey(
        ReferralReceived(at="2025-03-10"),
        AssessmentStarted(at="2025-03-12"),
        AssessmentCompleted(at="2025-05-12"),
        Corrected(
            at="2025-05-23",
            of="e3",
            replacement=AssessmentCompleted(at="2025-05-21", episode="assessment-1"),
        ),
    )
    one = _then(journey, ASSESSMENT)
    assert Status.MET_LATE is one.deadline.status
    assert (Status.MET, Status.OVERDUE) == (one.status_then, one.status_on_the_day)
    assert [How.CORRECTED] == [why.how for why in one.reasons]
    assert one.why == (
        "assessment completed (e3) was corrected on Friday 23 May 2025 (e4): it "
        "happened on Wednesday 21 May 2025, and not Monday 12 May 2025"
    )


def test_a_withdrawal_takes_a_met_deadline_away() -> None:
    """What was written of another child never met it."""
    journey = _journey(
        ReferralReceived(at="2025-03-10"),
        AssessmentStarted(at="2025-03-12"),
        AssessmentCompleted(at="2025-05-12"),
        Withdrawn(at="2025-06-02T10:00+01:00", of="e3"),
    )
    one = _then(journey, ASSESSMENT)
    assert (Status.MET, Status.OVERDUE) == (one.status_then, one.status_on_the_day)
    assert one.why == (
        "assessment completed (e3) was withdrawn on Monday 2 June 2025 (e4)"
    )


def test_a_correction_taken_back_is_said_so() -> None:
    """As known then the correction stood; now what was first written does."""
    journey = _journey(
        ReferralReceived(at="2025-03-10"),
        AssessmentStarted(at="2025-03-12"),
        AssessmentCompleted(at="2025-05-12"),
        Corrected(
            at="2025-05-13",
            of="e3",
            replacement=AssessmentCompleted(at="2025-05-19", episode="assessment-1"),
        ),
        Withdrawn(at="2025-06-02T10:00+01:00", of="e4"),
    )
    one = _then(journey, ASSESSMENT)
    assert (Status.OVERDUE, Status.MET) == (one.status_then, one.status_on_the_day)
    assert one.why == (
        "what e4 said of assessment completed (e3) was withdrawn on "
        "Monday 2 June 2025 (e5)"
    )


def test_a_correction_of_a_correction_says_what_was_believed_till_then() -> None:
    """And not what the first entry said, though it comes back to that day."""

    def concluded(day: str) -> AssessmentCompleted:
        return AssessmentCompleted(at=day)

    journey = _journey(
        ReferralReceived(at="2025-03-10"),
        AssessmentStarted(at="2025-03-12"),
        AssessmentCompleted(at="2025-05-12", id="done"),
        Corrected(
            at="2025-06-02", of="done", id="c1", replacement=concluded("2025-05-21")
        ),
        Corrected(
            at="2025-06-03", of="c1", id="c2", replacement=concluded("2025-05-12")
        ),
        Corrected(
            at="2025-06-04", of="c2", id="c3", replacement=concluded("2025-05-20")
        ),
    )
    told = [one.words for one in _then(journey, ASSESSMENT).reasons]
    assert [
        "Wednesday 21 May 2025, and not Monday 12 May 2025",
        "Monday 12 May 2025, and not Wednesday 21 May 2025",
        "Tuesday 20 May 2025, and not Monday 12 May 2025",
    ] == [words.split(" happened on ")[1] for words in told]


def test_a_start_recorded_late_was_no_duty_to_anybody() -> None:
    """The clock itself was not known when the day on which it fell due ended."""
    late = ReferralReceived(at="2025-09-01", recorded="2025-11-20T11:00Z")
    one = _then(_journey(late), ASSESSMENT)
    assert (None, None) == (one.status_then, one.due_then)
    assert Status.OVERDUE is one.status_on_the_day
    assert "as known then, no such duty; as known now, overdue." in one.words
    assert ["e1"] == [why.event for why in one.reasons]
    assert "not_known" == one.as_row()["then_status"]


def test_an_earlier_start_moves_the_due_day_of_the_same_duty() -> None:
    """Somebody knew of the second referral only, and looked at a later due day."""
    journey = _journey(
        ReferralReceived(at="2025-09-08", episode="assessment-1", follows=None),
        ReferralReceived(
            at="2025-09-01", episode="assessment-1", recorded="2025-12-01T11:00Z"
        ),
    )
    one = _then(journey, ASSESSMENT)
    assert (date(2025, 11, 3), date(2025, 11, 10)) == (one.deadline.due, one.due_then)
    assert (Status.OPEN, Status.OVERDUE) == (one.status_then, one.status_on_the_day)
    assert "open, due Monday 10 November 2025" in one.words


def test_an_extension_recorded_late_moves_the_due_day() -> None:
    """The adjournment was not known: the review was thought to be due earlier."""
    journey = _journey(
        BecameLookedAfter(at="2025-03-03", basis="accommodated", follows=None),
        LookedAfterReviewAdjourned(at="2025-03-27", recorded="2025-05-12T09:00+01:00"),
    )
    one = _then(journey, "england.review.looked_after")
    assert date(2025, 4, 30) == one.deadline.due
    assert date(2025, 3, 31) == one.due_then
    assert ["e2"] == [why.event for why in one.reasons]


def test_the_next_interval_is_known_by_what_it_starts_from() -> None:
    """A review recorded late met one interval and started another, not then known."""
    journey = _journey(
        REFERRED,
        STRATEGY,
        ConferenceHeld(at="2025-09-22", kind="initial", decision="plan"),
        ReviewConferenceHeld(
            at="2025-12-01", decision="continue", recorded="2026-07-01T09:00+01:00"
        ),
    )
    first, second = (
        one
        for one in journey.hindsight("2026-12-31")
        if one.deadline.rule == "england.conference.review"
    )
    assert (Status.OVERDUE, Status.MET) == (first.status_then, first.deadline.status)
    assert (None, Status.OVERDUE) == (second.status_then, second.deadline.status)


def test_what_bears_on_it_in_a_roundabout_way_is_said_too() -> None:
    """The health assessment falls due with the review, which was recorded late."""
    journey = _journey(
        CarePlanMade(at="2025-02-27", follows=None),
        BecameLookedAfter(at="2025-03-03", basis="accommodated"),
        PlacementStarted(at="2025-03-03", kind="foster"),
        LookedAfterReviewHeld(at="2025-03-19", recorded="2025-04-14T09:00+01:00"),
    )
    one = _then(journey, "england.health.first_assessment")
    assert (date(2025, 3, 19), date(2025, 3, 31)) == (one.deadline.due, one.due_then)
    assert (Status.OPEN, Status.OVERDUE) == (one.status_then, one.status_on_the_day)
    assert ["e4"] == [why.event for why in one.reasons]


def test_what_ended_the_duty_is_a_reason() -> None:
    """A closure that nobody had written down when the due day ended."""
    journey = _journey(
        ReferralReceived(at="2025-09-01"),
        ReferralClosed(at="2025-09-05", recorded="2025-12-01T09:00Z"),
    )
    one = _then(journey, ASSESSMENT)
    assert Status.CEASED is one.deadline.status
    assert (Status.OVERDUE, ["e2"]) == (
        one.status_then,
        [why.event for why in one.reasons],
    )


def test_what_is_late_and_changes_nothing_is_no_reason() -> None:
    """Only what makes a difference is told, and only where it makes one."""
    allocated = CaseAllocated(at="2025-09-02", recorded="2025-12-01T09:00Z")
    journey = _journey(REFERRED, allocated)
    found = journey.hindsight(LATER)
    assert found
    assert [] == [one for one in found if one.differs or one.words or one.why]


def test_hours_are_looked_at_when_their_day_ends() -> None:
    """Decided the next morning, and written down that afternoon: known in time."""
    for hour, status in (("15:00", Status.MET), ("23:59", Status.MET)):
        journey = Journey.open(jersey, child="C-1", born="2016-11-02").record(
            ContactReceived(at="2025-09-01T09:40+01:00"),
            ContactDecided(
                at="2025-09-02T09:00+01:00", recorded=f"2025-09-02T{hour}+01:00"
            ),
        )
        assert status is _then(journey, "jersey.contact.decision").status_then


def test_a_day_is_folded_once_and_only_for_what_was_learnt_since(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two duties of one day take one fold; where all was known at once, none."""
    folded = []

    def fold(events: tuple[Event, ...], ground: Ground) -> object:
        folded.append(events)
        return fold_latest(events, ground)

    monkeypatch.setattr(looking, "fold_latest", fold)
    assert _journey(ReferralReceived(at="2025-09-01")).hindsight(LATER)
    assert [] == folded
    twice = (
        ReferralReceived(at="2025-09-01", episode=f"assessment-{number}", follows=None)
        for number in (1, 2)
    )
    late = CaseAllocated(
        at="2025-09-01", episode="assessment-1", recorded="2025-09-10T09:00+01:00"
    )
    days = [one.day for one in _journey(*twice, late).hindsight(LATER)]
    assert [date(2025, 9, 2)] * 2 + [date(2025, 11, 3)] * 2 == days
    assert 1 == len(folded)


def test_a_due_day_that_is_not_over_is_not_looked_back_at() -> None:
    """On the due day itself nobody looks back."""
    journey = _journey(REFERRED)
    assert () == journey.hindsight("2025-09-02")
    [one] = journey.hindsight("2025-09-03")
    assert "england.referral.decision" == one.deadline.rule


def test_now_is_what_is_known_at_a_moment() -> None:
    """With `known_at`, what was recorded after it is no hindsight yet."""
    journey = _journey(REFERRED, STRATEGY, HELD)
    found = journey.hindsight("2025-10-08", known_at="2025-10-08T12:00+01:00")
    assert [] == [one for one in found if one.differs]
    text = journey.explain(CONFERENCE, LATER, known_at="2025-10-08T12:00+01:00").text
    assert "How it stood" not in text


def test_an_explanation_says_where_it_differs() -> None:
    """A step of its own, before the source."""
    told = _journey(REFERRED, STRATEGY, HELD).explain(CONFERENCE, LATER)
    steps = [step.partition(" ")[0] for step in told.steps]
    assert steps.index("How") < steps.index("Source:")
    assert "How it stood" not in told.deadline.explain().text


def test_compliance_then_and_now() -> None:
    """One of two was known to be met when its day ended; both were."""
    journey = _journey(
        REFERRED,
        STRATEGY,
        HELD,
        AssessmentStarted(at="2025-09-02", episode="assessment-1"),
        AssessmentCompleted(at="2025-10-01", episode="assessment-1"),
    )
    found = [
        one
        for one in journey.hindsight(LATER)
        if one.deadline.rule in (CONFERENCE, ASSESSMENT)
    ]
    expected = Compliance(
        met_then=1, measured_then=2, met_now=2, measured_now=2, differ=1
    )
    assert expected == compliance(found)
    assert expected == compliance(found[:1]) + compliance(found[1:])
