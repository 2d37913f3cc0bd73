"""Child in need (in Jersey: health or development need): the plan and its end."""

from typing import Final

from casework.events import (
    AssessmentCompleted,
    CeasedLookedAfter,
    CinPlanEnded,
    CinPlanStarted,
    CinReviewHeld,
    CinVisitMade,
    ConferenceHeld,
    PlanTransferNotified,
    ProtectionPlanEnded,
    ReviewConferenceHeld,
)
from casework.states.links import after
from casework.states.moves import AtMostOne, leads, opens, stays
from casework.states.stage import Stage

PLANNED = "planned"
ENDED = "ended"

STAGE: Final = Stage(
    name="child_in_need",
    states=(PLANNED, ENDED),
    final=(ENDED,),
    moves=(
        opens(CinPlanStarted, to=PLANNED),
        stays(CinVisitMade, PLANNED),
        stays(CinReviewHeld, PLANNED),
        leads(CinPlanEnded, PLANNED, to=ENDED),
    ),
    at_most_one=AtMostOne(
        states=(PLANNED,),
        because="a child has one child in need plan, which is reviewed and changed",
    ),
    links=(
        after(
            AssessmentCompleted,
            because="the plan answers the needs that an assessment found",
        ),
        after(
            ConferenceHeld,
            decision="no_plan",
            because="the conference found need, and no continuing risk",
        ),
        after(
            ReviewConferenceHeld,
            decision="end",
            because="support goes on when a protection plan ends",
        ),
        after(
            ProtectionPlanEnded,
            because="support goes on when a protection plan ends",
        ),
        after(
            CeasedLookedAfter,
            because="support goes on when a child stops being looked after",
        ),
        after(
            PlanTransferNotified,
            because="the plan came with the child from another area",
        ),
    ),
)
