"""Proceedings: an application for a care or supervision order, until it is decided."""

from typing import Final

from casework.events import (
    BecameLookedAfter,
    CinPlanStarted,
    ConcernRaised,
    ConferencePlanned,
    LegalPlanningMeetingHeld,
    OrderMade,
    PreProceedingsEnded,
    ProceedingsConcluded,
    ProceedingsIssued,
    ReferralReceived,
    TimetableExtended,
)
from casework.states.links import after, stands_alone, while_open
from casework.states.moves import leads, opens, stays
from casework.states.stage import Stage

ISSUED = "issued"
CONCLUDED = "concluded"

STAGE: Final = Stage(
    name="proceedings",
    states=(ISSUED, CONCLUDED),
    final=(CONCLUDED,),
    moves=(
        opens(ProceedingsIssued, to=ISSUED),
        stays(TimetableExtended, ISSUED),
        leads(ProceedingsConcluded, ISSUED, to=CONCLUDED),
    ),
    links=(
        after(
            PreProceedingsEnded,
            outcome="proceedings",
            because="the family was warned, and the child is still not safe",
        ),
        *while_open(
            *(ReferralReceived, CinPlanStarted, ConcernRaised, ConferencePlanned),
            *(LegalPlanningMeetingHeld, OrderMade, BecameLookedAfter),
            because="an application is made in work with a family that is going on",
        ),
        stands_alone("an urgent application may come before anything else"),
    ),
)
