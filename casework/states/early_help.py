"""Early help: offered, assessed, planned, and reviewed until it closes."""

from typing import Final

from casework.events import (
    AssessmentCompleted,
    CinPlanEnded,
    ConsentRecorded,
    ContactDecided,
    EarlyHelpAssessed,
    EarlyHelpClosed,
    EarlyHelpOffered,
    EarlyHelpPlanMade,
    EarlyHelpReviewed,
    ReferralDecided,
)
from casework.states.links import after, happened, stands_alone
from casework.states.moves import leads, opens, stays
from casework.states.stage import Stage

OFFERED = "offered"
ASSESSING = "assessing"
PLANNED = "planned"
CLOSED = "closed"

STAGE: Final = Stage(
    name="early_help",
    states=(OFFERED, ASSESSING, PLANNED, CLOSED),
    final=(CLOSED,),
    moves=(
        opens(EarlyHelpOffered, to=OFFERED),
        leads(EarlyHelpAssessed, OFFERED, to=ASSESSING),
        # An assessment is brought up to date under the plan that it led to.
        stays(EarlyHelpAssessed, ASSESSING, PLANNED),
        leads(EarlyHelpPlanMade, OFFERED, ASSESSING, to=PLANNED),
        stays(EarlyHelpPlanMade, PLANNED),
        stays(EarlyHelpReviewed, PLANNED),
        leads(EarlyHelpClosed, OFFERED, ASSESSING, PLANNED, to=CLOSED),
    ),
    links=(
        after(
            ContactDecided,
            decision="early_help",
            unless=happened(ConsentRecorded, consent="refused"),
            because="the front door decided on early help, which a family may refuse",
        ),
        after(
            ReferralDecided,
            decision="early_help",
            because="step-down: the referral needed early help and no assessment",
        ),
        after(
            AssessmentCompleted,
            outcome="early_help",
            because="step-down: the assessment found that early help is enough",
        ),
        after(
            CinPlanEnded,
            outcome="stepped_down",
            because="step-down: the family goes on with early help",
        ),
        stands_alone("any service may offer a family early help"),
    ),
)
