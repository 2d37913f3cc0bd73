"""A strategy discussion, the enquiry after it, and the conference that it may need."""

from typing import Any, Final

from simpy import Interrupt

from casework.events import (
    AssessmentCompleted,
    AssessmentStarted,
    ConcernRaised,
    ConferenceHeld,
    ConferencePlanned,
    ConferenceStoodDown,
    EnquiryConcluded,
    EnquiryStarted,
    InterimSafetyPlanMade,
    StrategyDiscussionHeld,
)
from casework.simulation.agenda import Enquiring, Held
from casework.simulation.case import Case
from casework.simulation.service import URGENT, Process

AGENCIES: Final = ("social_care", "police", "health", "education")

# What an enquiry says of a child for whom there is a plan that can keep it safe.
_PLANNED_FOR: Final = {
    "conference": "already_on_plan",
    "looked_after": "managed_in_care_plan",
}


def concern(case: Case) -> Enquiring:
    """Look into a concern that came up while the case was open."""
    episode = case.life.new("article_42")
    case.note(ConcernRaised, episode, source="worker", follows=case.referral)
    held: Held | None = yield from enquiry(case, episode)
    return held


def enquiry(case: Case, raised: str | None = None) -> Enquiring:
    """Discuss strategy, and enquire where that is decided on.

    Gives the conference, if one was held.

    Parameters
    ----------
    case
        The case.
    raised
        The episode that a concern opened; left out, the discussion opens it.
    """
    life, practice = case.life, case.life.scenario.enquiry
    opens: dict[str, Any] = {} if raised else {"follows": case.referral}
    episode = raised or life.new("article_42")
    try:
        yield from life.waits(practice.days_to_discuss, "strategy discussion")
    except Interrupt:
        case.note(StrategyDiscussionHeld, episode, outcome="no_enquiry", **opens)
        raise
    outcome = life.choice(practice.discussion, "discussion")
    case.note(
        StrategyDiscussionHeld, episode, outcome=outcome, agencies=AGENCIES, **opens
    )
    if outcome == "no_enquiry":
        return None
    discussed = life.env.now
    found = yield from _enquire(case, episode)
    if found != "conference":
        return None
    held: Held = yield from _conference(case, episode, discussed)
    return held


def _enquire(case: Case, episode: str) -> Process:
    life, practice = case.life, case.life.scenario.enquiry
    case.note(InterimSafetyPlanMade, episode)
    kind = life.choice(practice.kind, "enquiry kind")
    case.note(EnquiryStarted, episode, kind=kind)
    if case.assessed is None:
        # The enquiry is part of the assessment, which goes on beside it.
        case.note(AssessmentStarted)
        case.assessed = False
    try:
        yield from life.waits(practice.length, "enquiry length")
        yield from case.work(practice.hours, "enquiry work", URGENT)
        yield from life.next_day()
    except Interrupt:
        case.note(EnquiryConcluded, episode, outcome=None)
        raise
    found = life.choice(practice.outcome, "enquiry outcome")
    if found == "conference":
        found = _PLANNED_FOR.get(case.stage, found)
    case.note(EnquiryConcluded, episode, outcome=found)
    return found


def _conference(case: Case, enquiry_: str, discussed: float) -> Process:
    life, practice = case.life, case.life.scenario.conference
    episode = life.new("conference")
    wait = life.length(practice.days_from_discussion, "conference day")
    planned = max(discussed + wait, life.env.now + 1)
    on = life.world.office.day(planned)
    case.note(ConferencePlanned, episode, on=on, follows=enquiry_)
    try:
        planned = yield from _report(case, episode, planned)
        yield from life.waits_until(planned)
    except Interrupt:
        case.note(ConferenceStoodDown, episode, reason="new_information")
        raise
    decision = life.choice(practice.decision, "conference decision")
    case.note(
        ConferenceHeld,
        episode,
        kind="initial",
        decision=decision,
        meeting=f"{life.person.id}-{episode}",
    )
    return Held(episode, decision == "plan")


def _report(case: Case, episode: str, planned: float) -> Process:
    """Write the report; give the day of the conference, put off until there is one."""
    life, practice = case.life, case.life.scenario.conference
    yield from case.work(practice.report_hours, "conference report")
    if case.assessed is False:
        case.note(AssessmentCompleted, outcome="enquiry")
        case.assessed = True
    while planned < life.env.now:
        put_off = planned
        planned += max(1.0, life.length(practice.put_off_by, "put off"))
        office = life.world.office
        day, on = office.day(put_off), office.day(planned)
        case.note(ConferencePlanned, episode, at=day, on=on)
    return planned
