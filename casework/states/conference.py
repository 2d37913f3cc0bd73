"""Child protection: the conference, and the plan that it may decide on."""

from typing import Final

from casework.events import (
    CategoryChanged,
    ConferenceAdjourned,
    ConferenceHeld,
    ConferencePlanned,
    ConferenceStoodDown,
    ContactDecided,
    CoreGroupMet,
    EnquiryConcluded,
    PlanTransferNotified,
    ProtectionPlanEnded,
    ProtectionPlanStarted,
    ProtectionVisitMade,
    ReviewConferenceHeld,
)
from casework.states.links import (
    ANY,
    Link,
    after,
    happened,
    stands_alone,
    while_open,
)
from casework.states.moves import AtMostOne, leads, opens, stays
from casework.states.stage import Stage

PLANNED = "planned"
STOOD_DOWN = "stood down"
HELD = "held"
NO_PLAN = "held without a plan"
ON_A_PLAN = "on a plan"
PLAN_ENDED = "plan ended"

PROCEDURE = "Safeguarding procedures, Jersey (April 2024): child protection conferences"

MOVED_IN = happened(PlanTransferNotified), happened(ConferenceHeld, kind="transfer_in")
PRE_BIRTH = happened(ConferenceHeld, kind="pre_birth")

STAGE: Final = Stage(
    name="conference",
    states=(PLANNED, STOOD_DOWN, HELD, NO_PLAN, ON_A_PLAN, PLAN_ENDED),
    final=(STOOD_DOWN, HELD, NO_PLAN, PLAN_ENDED),
    moves=(
        opens(ConferencePlanned, to=PLANNED),
        opens(PlanTransferNotified, to=PLANNED),
        opens(ProtectionPlanStarted, to=ON_A_PLAN),
        # Where the source does not say what a conference decided, it was held and is
        # over, unless a plan then starts.
        opens(ConferenceHeld, to=HELD, decision=None),
        opens(ConferenceHeld, to=NO_PLAN, decision="no_plan"),
        opens(ConferenceHeld, to=ON_A_PLAN, decision="plan"),
        leads(ConferenceHeld, PLANNED, to=HELD, decision=None),
        leads(ConferenceHeld, PLANNED, to=NO_PLAN, decision="no_plan"),
        leads(ConferenceHeld, PLANNED, to=ON_A_PLAN, decision="plan"),
        stays(ConferencePlanned, PLANNED),
        stays(PlanTransferNotified, PLANNED),
        stays(ConferenceAdjourned, PLANNED),
        leads(ConferenceStoodDown, PLANNED, to=STOOD_DOWN),
        leads(ProtectionPlanStarted, PLANNED, HELD, to=ON_A_PLAN),
        # The conference's decision already put the child on the plan.
        stays(ProtectionPlanStarted, ON_A_PLAN),
        stays(ConferenceHeld, ON_A_PLAN, decision="plan"),
        stays(CategoryChanged, ON_A_PLAN),
        stays(CoreGroupMet, ON_A_PLAN),
        stays(ProtectionVisitMade, ON_A_PLAN),
        # A review conference, too, may be inquorate.
        stays(ConferenceAdjourned, ON_A_PLAN),
        stays(ReviewConferenceHeld, ON_A_PLAN, decision="continue"),
        leads(ReviewConferenceHeld, ON_A_PLAN, to=PLAN_ENDED, decision="end"),
        leads(ProtectionPlanEnded, ON_A_PLAN, to=PLAN_ENDED),
        stays(ProtectionPlanEnded, PLAN_ENDED),
    ),
    at_most_one=AtMostOne(
        states=(ON_A_PLAN,),
        because="a child is the subject of one protection plan at a time",
    ),
    links=(
        after(
            EnquiryConcluded,
            outcome="conference",
            because="the enquiry found that the child may be at continuing risk",
            citation=PROCEDURE,
        ),
        *while_open(
            EnquiryConcluded,
            because="a conference may be called before the enquiry is concluded",
        ),
        *while_open(
            opener=(*MOVED_IN, PRE_BIRTH),
            because="a move of area or an unborn child may call for a conference",
        ),
        after(
            ContactDecided,
            opener=(*MOVED_IN, PRE_BIRTH),
            because="the contact told of the move, or of the unborn child",
        ),
        Link(
            stage=ANY,
            while_open=True,
            unborn=True,
            because="a conference is considered before birth",
            citation=PROCEDURE,
        ),
        stands_alone(
            "a child on another area's plan has moved here, or is not yet born",
            opener=(*MOVED_IN, PRE_BIRTH),
        ),
        stands_alone("a conference is considered before birth", unborn=True),
    ),
)
