"""What a simulated service records. On everything else its chronologies are silent.

Courts, complaints, private fostering and secure accommodation are not modelled; nor are
the reviews of education plans, which go by the terms of each school.
"""

from typing import Final

from casework.events import (
    AdviserVisitMade,
    AssessmentCompleted,
    AssessmentStarted,
    BecameLookedAfter,
    CarePlanMade,
    CaseAllocated,
    CaseAudited,
    CaseHeldOnDuty,
    CaseTransferred,
    CeasedLookedAfter,
    ChecksCompleted,
    ChecksStarted,
    ChildSeen,
    CinPlanEnded,
    CinPlanStarted,
    CinReviewHeld,
    CinVisitMade,
    ConcernRaised,
    ConferenceHeld,
    ConferencePlanned,
    ConferenceStoodDown,
    ConsentRecorded,
    ContactDecided,
    ContactReceived,
    CoreGroupMet,
    EarlyHelpAssessed,
    EarlyHelpClosed,
    EarlyHelpOffered,
    EarlyHelpPlanMade,
    EarlyHelpReviewed,
    EducationPlanMade,
    EnquiryConcluded,
    EnquiryStarted,
    HealthAssessed,
    InterimSafetyPlanMade,
    LeavingCareBegan,
    LeavingCareEnded,
    LookedAfterReviewHeld,
    LookedAfterVisitMade,
    NeedsAssessed,
    PathwayPlanEnded,
    PathwayPlanMade,
    PathwayPlanReviewed,
    PersonalAdviserAppointed,
    PlacementEnded,
    PlacementPlanMade,
    PlacementStarted,
    ProtectionPlanEnded,
    ProtectionPlanStarted,
    ProtectionVisitMade,
    RagRated,
    ReferralClosed,
    ReferralDecided,
    ReferralReceived,
    Returned,
    ReturnInterviewHeld,
    ReviewConferenceHeld,
    ReviewingOfficerAppointed,
    StrategyDiscussionHeld,
    SupervisionHeld,
    WentMissing,
    WorkerAllocated,
    WorkerUnallocated,
)
from casework.records import Records
from casework.simulation.scenario import Scenario

MODELLED: Final = (
    *(ContactReceived, ConsentRecorded, ChecksStarted, ChecksCompleted, ContactDecided),
    *(EarlyHelpOffered, EarlyHelpAssessed, EarlyHelpPlanMade, EarlyHelpReviewed),
    *(
        EarlyHelpClosed,
        ReferralReceived,
        ReferralDecided,
        CaseAllocated,
        CaseHeldOnDuty,
    ),
    *(AssessmentStarted, ChildSeen, AssessmentCompleted, CaseTransferred),
    *(ReferralClosed, CinPlanStarted, CinVisitMade, CinReviewHeld, CinPlanEnded),
    *(ConcernRaised, StrategyDiscussionHeld, InterimSafetyPlanMade, EnquiryStarted),
    *(EnquiryConcluded, ConferencePlanned, ConferenceHeld, ConferenceStoodDown),
    *(ProtectionPlanStarted, CoreGroupMet, ProtectionVisitMade, ProtectionPlanEnded),
    *(ReviewConferenceHeld,),
    *(BecameLookedAfter, CarePlanMade, ReviewingOfficerAppointed, HealthAssessed),
    *(EducationPlanMade, LookedAfterReviewHeld, CeasedLookedAfter, PlacementStarted),
    *(PlacementPlanMade, LookedAfterVisitMade, PlacementEnded, WentMissing, Returned),
    *(ReturnInterviewHeld, NeedsAssessed, PathwayPlanMade, PathwayPlanReviewed),
    *(PathwayPlanEnded, LeavingCareBegan, AdviserVisitMade, LeavingCareEnded),
    *(WorkerAllocated, WorkerUnallocated, SupervisionHeld, CaseAudited, RagRated),
)


def records_of(scenario: Scenario) -> Records:
    """Say what the service of a scenario records."""
    advisers = scenario.leaving_care.is_offered(scenario.span.last)
    more = (PersonalAdviserAppointed,) if advisers else ()
    return Records(events=[kind.name for kind in (*MODELLED, *more)])
