"""Placements: each its own episode, out of the episode of care."""

from typing import Final

from casework.events import (
    BecameLookedAfter,
    CarerApproved,
    LookedAfterVisitMade,
    PlacementEnded,
    PlacementPlanMade,
    PlacementStarted,
    PlacementStatusChanged,
    TemporaryApprovalExtended,
    TemporaryStayEnded,
    TemporaryStayStarted,
)
from casework.states.links import after, happened, while_open
from casework.states.moves import leads, opens, stays
from casework.states.stage import Stage

PLANNED = "planned"
CURRENT = "current"
ENDED = "ended"

OPEN = (PLANNED, CURRENT)

STAGE: Final = Stage(
    name="placement",
    states=(*OPEN, ENDED),
    final=(ENDED,),
    moves=(
        opens(PlacementPlanMade, to=PLANNED),
        opens(PlacementStarted, to=CURRENT),
        leads(PlacementStarted, PLANNED, to=CURRENT),
        stays(PlacementPlanMade, *OPEN),
        stays(CarerApproved, *OPEN),
        stays(PlacementStatusChanged, CURRENT),
        stays(TemporaryApprovalExtended, CURRENT),
        stays(LookedAfterVisitMade, CURRENT),
        stays(TemporaryStayStarted, CURRENT),
        stays(TemporaryStayEnded, CURRENT),
        # From planned: the plan came to nothing.
        leads(PlacementEnded, *OPEN, to=ENDED),
    ),
    links=(
        after(
            BecameLookedAfter,
            still_open=True,
            because="a placement is where a looked-after child lives",
        ),
        *while_open(
            BecameLookedAfter,
            opener=(happened(PlacementPlanMade),),
            because="a placement is planned before the child goes there",
        ),
    ),
)
