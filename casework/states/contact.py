"""Contact: the front door, from the first word to the decision."""

from typing import Final

from casework.events import (
    ChecksCompleted,
    ChecksStarted,
    ConsentRecorded,
    ContactDecided,
    ContactReceived,
)
from casework.states.links import stands_alone
from casework.states.moves import leads, opens, stays
from casework.states.stage import Stage

RECEIVED = "received"
CHECKS = "checks under way"
DECIDED = "decided"

STAGE: Final = Stage(
    name="contact",
    states=(RECEIVED, CHECKS, DECIDED),
    final=(DECIDED,),
    moves=(
        opens(ContactReceived, to=RECEIVED),
        # Checks may go on where consent was refused, or not sought because asking
        # would put the child at risk.
        stays(ConsentRecorded, RECEIVED, CHECKS),
        leads(ChecksStarted, RECEIVED, to=CHECKS),
        # Further agencies may be asked while the first ones answer.
        stays(ChecksStarted, CHECKS),
        stays(ChecksCompleted, CHECKS),
        leads(ContactDecided, RECEIVED, CHECKS, to=DECIDED),
    ),
    links=(stands_alone("anyone may bring a worry about a child to the front door"),),
)
