"""Pathway plan: what a young person needs to leave care, and the plan for it."""

from typing import Final

from casework.events import (
    BecameLookedAfter,
    LeavingCareBegan,
    NeedsAssessed,
    PathwayPlanEnded,
    PathwayPlanMade,
    PathwayPlanReviewed,
    PersonalAdviserAppointed,
)
from casework.states.links import after, while_open
from casework.states.moves import AtMostOne, leads, opens, stays
from casework.states.stage import Stage

ASSESSING = "assessing needs"
PLANNED = "planned"
ENDED = "ended"

OPEN = (ASSESSING, PLANNED)

STAGE: Final = Stage(
    name="pathway_plan",
    states=(*OPEN, ENDED),
    final=(ENDED,),
    moves=(
        opens(NeedsAssessed, to=ASSESSING),
        opens(PersonalAdviserAppointed, to=ASSESSING),
        opens(PathwayPlanMade, to=PLANNED),
        stays(NeedsAssessed, *OPEN),
        stays(PersonalAdviserAppointed, *OPEN),
        leads(PathwayPlanMade, ASSESSING, to=PLANNED),
        # A new plan takes the place of the old one.
        stays(PathwayPlanMade, PLANNED),
        stays(PathwayPlanReviewed, PLANNED),
        leads(PathwayPlanEnded, *OPEN, to=ENDED),
    ),
    at_most_one=AtMostOne(
        states=OPEN,
        because="a young person has one pathway plan, which is reviewed and renewed",
    ),
    links=(
        after(
            BecameLookedAfter, because="the plan is for somebody who is or was in care"
        ),
        *while_open(
            LeavingCareBegan, because="the plan is for somebody who has left care"
        ),
    ),
)
