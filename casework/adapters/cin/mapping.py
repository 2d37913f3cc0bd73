"""What each part of a child's census means, told as events.

Each `CINdetails` is an assessment episode; its enquiries, conferences and plans are
episodes of their own that follow it. Nothing is dropped: of every date one event is
made, except a `DateOfInitialCPC` that the return gives twice.
"""

from typing import Final

from casework.adapters.cin.conferences import tell_conferences
from casework.adapters.cin.draft import Draft
from casework.adapters.cin.element import Element
from casework.events import (
    AssessmentCompleted,
    AssessmentStarted,
    CategoryChanged,
    ChildDied,
    CinPlanEnded,
    CinPlanStarted,
    ConferenceHeld,
    ProtectionPlanEnded,
    ProtectionPlanStarted,
    ReferralClosed,
    ReferralReceived,
    ReviewConferenceHeld,
    StrategyDiscussionHeld,
)

EVENTS: Final = frozenset(
    kind.name
    for kind in (
        AssessmentCompleted,
        AssessmentStarted,
        CategoryChanged,
        ChildDied,
        CinPlanEnded,
        CinPlanStarted,
        ConferenceHeld,
        ProtectionPlanEnded,
        ProtectionPlanStarted,
        ReferralClosed,
        ReferralReceived,
        ReviewConferenceHeld,
        StrategyDiscussionHeld,
    )
)
"""The events that a census records; on all others it is silent."""

# The schema asks for 1 and 0; some systems write words.
_YES_OR_NO: Final = {"1": True, "true": True, "0": False, "false": False}


def tell(child: Element, draft: Draft) -> None:
    """Make the events of one child's part of the census."""
    for details in child.named("CINdetails"):
        _referral(details, draft)
    for identifiers in child.named("ChildIdentifiers"):
        for died in identifiers.named("PersonDeathDate"):
            draft.add(ChildDied, died)


def _referral(details: Element, draft: Draft) -> None:
    case = draft.episode("assessment")
    source = details.value("ReferralSource")
    draft.expect(details, "CINreferralDate")
    for day in details.named("CINreferralDate"):
        draft.add(ReferralReceived, day, episode=case, source=source)
    for assessment in details.named("Assessments"):
        _assessment(assessment, case, draft)
    enquiries = {one: draft.episode("article_42") for one in details.named("Section47")}
    for enquiry, episode in enquiries.items():
        _enquiry(enquiry, episode, case, draft)
    tell_conferences(details, enquiries, case, draft)
    for plan in details.named("CINPlanDates"):
        _plan(plan, case, draft)
    _closure(details, case, draft)


def _assessment(assessment: Element, case: str, draft: Draft) -> None:
    draft.expect(assessment, "AssessmentActualStartDate")
    for day in assessment.named("AssessmentActualStartDate"):
        draft.add(AssessmentStarted, day, episode=case)
    for day in assessment.named("AssessmentAuthorisationDate"):
        draft.add(AssessmentCompleted, day, episode=case)


def _enquiry(enquiry: Element, episode: str, case: str, draft: Draft) -> None:
    draft.expect(enquiry, "S47ActualStartDate")
    for day in enquiry.named("S47ActualStartDate"):
        draft.add(
            StrategyDiscussionHeld,
            day,
            episode=episode,
            follows=case,
            outcome="enquiry",
            conference_not_required=_yes_or_no(enquiry, "ICPCnotRequired", draft),
        )


def _plan(plan: Element, case: str, draft: Draft) -> None:
    episode = draft.episode("child_in_need")
    draft.expect(plan, "CINPlanStartDate")
    for day in plan.named("CINPlanStartDate"):
        draft.add(CinPlanStarted, day, episode=episode, follows=case)
    for day in plan.named("CINPlanEndDate"):
        draft.add(CinPlanEnded, day, episode=episode)


def _closure(details: Element, case: str, draft: Draft) -> None:
    code = details.value("ReasonForClosure")
    no_further_action = _yes_or_no(details, "ReferralNFA", draft)
    reason = "no_further_action" if no_further_action else code
    closed = details.named("CINclosureDate")
    for day in closed:
        draft.add(ReferralClosed, day, episode=case, reason=reason, code=code)
    if reason and not closed:
        draft.find(
            "closure_without_date",
            details,
            what=f"the referral has the reason {reason[:40]!r} for closing and no date",
            expected="a CINclosureDate; without one the referral counts as open",
        )


def _yes_or_no(element: Element, name: str, draft: Draft) -> bool | None:
    said = element.value(name)
    answer = _YES_OR_NO.get((said or "").lower())
    if said is not None and answer is None:
        draft.find(
            "unknown_code",
            element,
            what=f"{name} is {said[:40]!r}",
            expected="1 or 0, true or false; it counts as not said",
        )
    return answer
