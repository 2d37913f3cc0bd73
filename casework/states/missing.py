"""Missing: a child went missing, came back, and was offered an interview."""

from typing import Final

from casework.events import (
    BecameLookedAfter,
    Returned,
    ReturnInterviewDeclined,
    ReturnInterviewHeld,
    ReturnInterviewOffered,
    WentMissing,
)
from casework.states.links import stands_alone, while_open
from casework.states.moves import AtMostOne, leads, opens, stays
from casework.states.stage import Stage

MISSING = "missing"
RETURNED = "returned"
CLOSED = "closed"

STAGE: Final = Stage(
    name="missing",
    states=(MISSING, RETURNED, CLOSED),
    final=(CLOSED,),
    moves=(
        opens(WentMissing, to=MISSING),
        leads(Returned, MISSING, to=RETURNED),
        stays(ReturnInterviewOffered, RETURNED),
        leads(ReturnInterviewHeld, RETURNED, to=CLOSED),
        leads(ReturnInterviewDeclined, RETURNED, to=CLOSED),
        # The interview about one absence may come after the next one began, and a
        # child who declined it may think better of it.
        stays(ReturnInterviewOffered, CLOSED),
        stays(ReturnInterviewHeld, CLOSED),
        stays(ReturnInterviewDeclined, CLOSED),
    ),
    at_most_one=AtMostOne(
        states=(MISSING, RETURNED),
        because="a child who is missing has to come back before going missing again",
    ),
    superseded=(RETURNED, CLOSED),
    links=(
        *while_open(
            BecameLookedAfter,
            because="the child went missing from care",
        ),
        *while_open(because="any child may go missing"),
        stands_alone("any child may go missing"),
    ),
)
