"""Referral and assessment: from the referral until the episode it opened is closed."""

from typing import Final

from casework.events import (
    ArrangementNotified,
    AssessmentCompleted,
    AssessmentStarted,
    BecameLookedAfter,
    CaseAllocated,
    CaseHeldOnDuty,
    CaseTransferred,
    ChildSeen,
    CinPlanStarted,
    ConferencePlanned,
    ContactDecided,
    EarlyHelpClosed,
    ReferralClosed,
    ReferralDecided,
    ReferralReceived,
)
from casework.states.links import after, happened, stands_alone, while_open
from casework.states.moves import AtMostOne, leads, opens, stays
from casework.states.stage import Stage

REFERRED = "referred"
DECIDED = "decided"
AWAITING = "awaiting allocation"
ON_DUTY = "on duty"
ALLOCATED = "allocated"
ASSESSING = "assessing"
CONCLUDED = "concluded"
CLOSED = "closed"

BEFORE = (REFERRED, DECIDED, AWAITING, ON_DUTY, ALLOCATED)
OPEN = (*BEFORE, ASSESSING, CONCLUDED)

RESPOND = ("assessment", "strategy_discussion")
NO_ASSESSMENT = ("early_help", "no_further_action")

STAGE: Final = Stage(
    name="assessment",
    states=(*OPEN, CLOSED),
    final=(CLOSED,),
    moves=(
        opens(ReferralReceived, to=REFERRED),
        # A new assessment of a child whose case is open needs no new referral.
        opens(AssessmentStarted, to=ASSESSING),
        leads(
            ReferralDecided,
            *(REFERRED, DECIDED, AWAITING),
            to=DECIDED,
            decision=NO_ASSESSMENT,
        ),
        leads(
            ReferralDecided,
            *(REFERRED, DECIDED, AWAITING),
            to=AWAITING,
            decision=RESPOND,
        ),
        stays(ReferralDecided, ON_DUTY, ALLOCATED),
        leads(CaseAllocated, REFERRED, DECIDED, AWAITING, ON_DUTY, to=ALLOCATED),
        stays(CaseAllocated, ALLOCATED, ASSESSING, CONCLUDED),
        leads(CaseHeldOnDuty, REFERRED, DECIDED, AWAITING, ALLOCATED, to=ON_DUTY),
        stays(CaseHeldOnDuty, ON_DUTY, ASSESSING, CONCLUDED),
        # From concluded: the child is assessed again in the same episode.
        leads(AssessmentStarted, *BEFORE, CONCLUDED, to=ASSESSING),
        stays(ChildSeen, *OPEN),
        leads(AssessmentCompleted, ASSESSING, to=CONCLUDED),
        stays(CaseTransferred, *OPEN),
        leads(ReferralClosed, *OPEN, to=CLOSED),
    ),
    at_most_one=AtMostOne(
        states=OPEN,
        because="a worry about a child whose referral is open goes to its worker",
        code="referral_while_open",
        refuses=False,
        opener=(ReferralReceived,),
    ),
    links=(
        after(
            ContactDecided,
            decision="referral",
            because="the front door referred the child to social care",
        ),
        after(
            EarlyHelpClosed,
            outcome="stepped_up",
            because="step-up: early help was not enough",
        ),
        after(
            ContactDecided,
            decision="passed_to_allocated_worker",
            opener=(happened(AssessmentStarted),),
            because="what the worker was told calls for a new assessment",
        ),
        *while_open(
            CinPlanStarted,
            ConferencePlanned,
            BecameLookedAfter,
            ArrangementNotified,
            opener=(happened(AssessmentStarted),),
            because="a child whose case is open may be assessed again",
        ),
        stands_alone("a referral may come from a source that is not on the record"),
    ),
)
