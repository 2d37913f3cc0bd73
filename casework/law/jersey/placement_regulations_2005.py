"""Children (Placement) (Jersey) Regulations 2005: arrangements for a placement.

Regulations 1 and 2 were read. What the others say of visits, reviews and health was not
seen: England's numbers stand in, and say so.
"""

from typing import Final

from casework.events import PlacementEnded, PlacementPlanMade, PlacementStarted
from casework.law.conditions import on
from casework.law.rule import Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import AS_SOON_AS_POSSIBLE

TITLE: Final = "Children (Placement) (Jersey) Regulations 2005"
NOT_READ: Final = (
    "a Jersey instrument exists (Placement Regulations 2005) and was not read past "
    "regulation 2"
)

# Made on 21 July 2005; the regulation that brings them into force was not seen.
ARRANGEMENTS: Final = Timescale(
    id="jersey.placement.arrangements",
    title="Arrangements for the placement made",
    citation=Citation(
        title=TITLE,
        provision="reg. 2(1) and (2)",
        url="http://jerseylaw.je/laws/current/Pages/12.200.50.aspx",
        read="2026-11-21",
    ),
    words=(
        "immediate and long-term arrangements before the child is placed, or as soon "
        "after as is reasonably practicable"
    ),
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.MINISTER,
    starts=on(PlacementStarted),
    within=AS_SOON_AS_POSSIBLE,
    before=True,
    met_by=on(PlacementPlanMade),
    ends=on(PlacementEnded),
    in_force=NOT_KNOWN,
)

RULES: Final = (ARRANGEMENTS,)
