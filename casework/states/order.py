"""Orders and police protection: each an episode of its own."""

from typing import Final

from casework.events import (
    ConcernRaised,
    OrderEnded,
    OrderExtended,
    OrderMade,
    PoliceProtectionEnded,
    PoliceProtectionStarted,
    ProceedingsConcluded,
    ProceedingsIssued,
)
from casework.states.links import after, stands_alone, while_open
from casework.states.moves import leads, opens, stays
from casework.states.stage import Stage

IN_FORCE = "in force"
EXPIRED = "expired"
DISCHARGED = "discharged"

STAGE: Final = Stage(
    name="order",
    states=(IN_FORCE, EXPIRED, DISCHARGED),
    final=(EXPIRED, DISCHARGED),
    moves=(
        opens(OrderMade, to=IN_FORCE),
        opens(PoliceProtectionStarted, to=IN_FORCE),
        stays(OrderExtended, IN_FORCE),
        # An order that ended otherwise than by its own terms was brought to an end.
        leads(
            OrderEnded,
            IN_FORCE,
            to=DISCHARGED,
            reason=("discharged", "replaced", "other"),
        ),
        leads(OrderEnded, IN_FORCE, to=EXPIRED, reason="expired"),
        leads(PoliceProtectionEnded, IN_FORCE, to=DISCHARGED),
    ),
    links=(
        *while_open(
            *(ProceedingsIssued, OrderMade, ConcernRaised),
            because="orders are made in proceedings, in place of one another, "
            "or to make an enquiry possible",
        ),
        after(
            ProceedingsConcluded,
            because="the court disposed of the application by an order",
        ),
        after(OrderEnded, because="one order replaces another"),
        after(
            PoliceProtectionEnded,
            because="the court protects the child after the police did",
        ),
        *while_open(because="an order may be made whatever else is open"),
        stands_alone("an emergency comes before everything else"),
    ),
)
