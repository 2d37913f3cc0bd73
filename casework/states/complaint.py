"""Complaints: received, answered at up to three stages, closed."""

from typing import Final

from casework.events import (
    ComplaintAcknowledged,
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintEscalated,
    ComplaintExtended,
    ComplaintReceived,
)
from casework.states.links import stands_alone
from casework.states.moves import leads, opens, stays
from casework.states.stage import Stage

RECEIVED = "received"
STAGE_1 = "at stage 1"
STAGE_2 = "at stage 2"
STAGE_3 = "at stage 3"
CLOSED = "closed"

STAGES_1_TO_3 = (STAGE_1, STAGE_2, STAGE_3)
OPEN = (RECEIVED, *STAGES_1_TO_3)

STAGE: Final = Stage(
    name="complaint",
    states=(*OPEN, CLOSED),
    final=(CLOSED,),
    moves=(
        opens(ComplaintReceived, to=RECEIVED),
        leads(ComplaintAcknowledged, RECEIVED, to=STAGE_1),
        stays(ComplaintAcknowledged, *STAGES_1_TO_3),
        stays(ComplaintExtended, *OPEN),
        leads(ComplaintAnswered, RECEIVED, to=STAGE_1),
        stays(ComplaintAnswered, *STAGES_1_TO_3),
        leads(ComplaintEscalated, RECEIVED, STAGE_1, to=STAGE_2, stage=2),
        leads(ComplaintEscalated, RECEIVED, STAGE_1, to=STAGE_3, stage=3),
        leads(ComplaintEscalated, STAGE_2, to=STAGE_3, stage=3),
        leads(ComplaintClosed, *OPEN, to=CLOSED),
    ),
    links=(stands_alone("a complaint is about the service, whatever is open"),),
)
