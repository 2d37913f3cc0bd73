"""Article 42 enquiry (in England: section 47): concern, strategy, enquiry, outcome."""

from typing import Final

from casework.events import (
    ArrangementNotified,
    BecameLookedAfter,
    ChildProtectionNotificationReceived,
    CinPlanStarted,
    ConcernRaised,
    ConferencePlanned,
    ContactDecided,
    ContactReceived,
    EarlyHelpOffered,
    EnquiryConcluded,
    EnquiryStarted,
    InterimSafetyPlanMade,
    ReferralReceived,
    StrategyDiscussionHeld,
)
from casework.states.links import after, happened, stands_alone, while_open
from casework.states.moves import leads, opens, stays
from casework.states.stage import Stage

CONCERN = "concern raised"
DISCUSSED = "strategy discussed"
ENQUIRING = "enquiring"
CONCLUDED = "concluded"
NO_ENQUIRY = "no enquiry"

OPEN = (CONCERN, DISCUSSED, ENQUIRING)

STAGE: Final = Stage(
    name="article_42",
    states=(*OPEN, CONCLUDED, NO_ENQUIRY),
    final=(CONCLUDED, NO_ENQUIRY),
    moves=(
        opens(ConcernRaised, to=CONCERN),
        opens(ChildProtectionNotificationReceived, to=CONCERN),
        opens(StrategyDiscussionHeld, to=DISCUSSED, outcome="enquiry"),
        opens(StrategyDiscussionHeld, to=NO_ENQUIRY, outcome="no_enquiry"),
        # More may come to light while the first concern is looked into.
        stays(ConcernRaised, *OPEN),
        stays(ChildProtectionNotificationReceived, *OPEN),
        leads(StrategyDiscussionHeld, CONCERN, to=DISCUSSED, outcome="enquiry"),
        leads(StrategyDiscussionHeld, CONCERN, to=NO_ENQUIRY, outcome="no_enquiry"),
        # Further discussions follow up an enquiry that was decided on; what ends it
        # is its conclusion.
        stays(StrategyDiscussionHeld, DISCUSSED, ENQUIRING),
        stays(InterimSafetyPlanMade, DISCUSSED, ENQUIRING),
        leads(EnquiryStarted, DISCUSSED, to=ENQUIRING),
        leads(EnquiryConcluded, DISCUSSED, ENQUIRING, to=CONCLUDED),
    ),
    links=(
        *while_open(
            *(ContactReceived, EarlyHelpOffered, ReferralReceived, CinPlanStarted),
            *(ConferencePlanned, BecameLookedAfter, ArrangementNotified),
            because="the concern is about a child with whom somebody works already",
        ),
        *while_open(because="a strategy discussion may happen while anything is open"),
        after(
            ContactDecided,
            decision=("referral", "passed_to_allocated_worker"),
            because="the contact itself gave cause to suspect significant harm",
        ),
        stands_alone(
            "a concern may be the first that is heard of a child",
            opener=(
                happened(ConcernRaised),
                happened(ChildProtectionNotificationReceived),
            ),
        ),
    ),
)
