"""Private fostering: an arrangement is notified, visited, and ends."""

from typing import Final

from casework.events import (
    ArrangementEnded,
    ArrangementNotified,
    ContactDecided,
    PrivateFosteringVisitMade,
    ReferralReceived,
)
from casework.states.links import after, stands_alone, while_open
from casework.states.moves import leads, opens, stays
from casework.states.stage import Stage

NOTIFIED = "notified"
VISITED = "visited"
ENDED = "ended"

STAGE: Final = Stage(
    name="private_fostering",
    states=(NOTIFIED, VISITED, ENDED),
    final=(ENDED,),
    moves=(
        opens(ArrangementNotified, to=NOTIFIED),
        leads(
            PrivateFosteringVisitMade,
            NOTIFIED,
            to=VISITED,
            seen=("alone", "with_others", "refused_alone"),
        ),
        # Nobody was seen: the first visit is still to be made.
        stays(PrivateFosteringVisitMade, NOTIFIED, seen="not_seen"),
        stays(PrivateFosteringVisitMade, VISITED),
        leads(ArrangementEnded, NOTIFIED, VISITED, to=ENDED),
    ),
    links=(
        after(ContactDecided, because="the front door was told of the arrangement"),
        *while_open(
            ReferralReceived,
            because="the arrangement came to light in an assessment",
        ),
        stands_alone("carers and parents notify the authority themselves"),
    ),
)
