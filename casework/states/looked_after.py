"""Looked after: from the plan to look after a child until the child ceases to be."""

from typing import Final

from casework.events import (
    AssessmentCompleted,
    BecameLookedAfter,
    CarePlanMade,
    CeasedLookedAfter,
    CeasingApproved,
    CinPlanStarted,
    ConcernRaised,
    ConferencePlanned,
    EducationPlanMade,
    EducationPlanReviewed,
    EnquiryConcluded,
    HealthAssessed,
    HealthAssessmentRefused,
    LegalBasisChanged,
    LegalPlanningMeetingHeld,
    LookedAfterReviewAdjourned,
    LookedAfterReviewHeld,
    OrderMade,
    ProceedingsConcluded,
    ProceedingsIssued,
    ReferralReceived,
    ReviewDecisionsIssued,
    ReviewingOfficerAppointed,
)
from casework.states.links import after, stands_alone, while_open
from casework.states.moves import AtMostOne, leads, opens, stays
from casework.states.stage import Stage

PLANNED = "planned"
LOOKED_AFTER = "looked after"
CEASED = "ceased"

OPEN = (PLANNED, LOOKED_AFTER)

STAGE: Final = Stage(
    name="looked_after",
    states=(*OPEN, CEASED),
    final=(CEASED,),
    moves=(
        # The care plan and the health assessment come before the child does, where
        # there is time.
        opens(CarePlanMade, to=PLANNED),
        opens(HealthAssessed, to=PLANNED),
        opens(BecameLookedAfter, to=LOOKED_AFTER),
        leads(BecameLookedAfter, PLANNED, to=LOOKED_AFTER),
        stays(CarePlanMade, *OPEN),
        stays(ReviewingOfficerAppointed, *OPEN),
        stays(HealthAssessed, *OPEN),
        stays(HealthAssessmentRefused, *OPEN),
        stays(EducationPlanMade, *OPEN),
        stays(LegalBasisChanged, LOOKED_AFTER),
        stays(EducationPlanReviewed, LOOKED_AFTER),
        stays(LookedAfterReviewHeld, LOOKED_AFTER),
        stays(LookedAfterReviewAdjourned, LOOKED_AFTER),
        # The decisions of a last review are sent out although the child has left.
        stays(ReviewDecisionsIssued, LOOKED_AFTER, CEASED),
        stays(CeasingApproved, LOOKED_AFTER),
        leads(CeasedLookedAfter, LOOKED_AFTER, to=CEASED),
    ),
    at_most_one=AtMostOne(
        states=OPEN,
        because="a child is looked after in one period of care at a time",
    ),
    links=(
        *while_open(
            *(ReferralReceived, CinPlanStarted, ConcernRaised, ConferencePlanned),
            *(LegalPlanningMeetingHeld, ProceedingsIssued, OrderMade),
            because="the child is looked after in work that is going on",
        ),
        after(
            AssessmentCompleted,
            outcome="looked_after",
            because="the assessment found that the child must be looked after",
        ),
        after(EnquiryConcluded, because="the child could not stay where the risk was"),
        after(ProceedingsConcluded, because="the court placed the child in care"),
        *while_open(
            because="a child may have to be looked after whatever else is open"
        ),
        stands_alone("a child may arrive alone, be remanded or be left"),
    ),
)
