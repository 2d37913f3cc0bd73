"""Care Planning Regulations 2010, Part 7: preparing an eligible child to leave care."""

from typing import Final

from casework.events import NeedsAssessed, PathwayPlanEnded, PathwayPlanMade
from casework.law.conditions import Scope, on
from casework.law.england.care_leavers_status import ELIGIBLE
from casework.law.england.care_planning_2010 import IN_FORCE, cited
from casework.law.rule import Timescale
from casework.law.source import Authority, Basis, Role
from casework.law.times import qualifies
from casework.periods import AS_SOON_AS_POSSIBLE, months

NEEDS: Final = Timescale(
    id="england.needs.assess",
    title="Needs of an eligible child assessed",
    citation=cited("reg. 42(1)"),
    words="within 3 months of the 16th birthday, or of becoming eligible if later",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=qualifies(ELIGIBLE),
    within=months(3),
    met_by=on(NeedsAssessed),
    scope=Scope.CHILD,
    released_at_18=False,
    in_force=IN_FORCE,
)

PATHWAY_PLAN: Final = Timescale(
    id="england.pathway_plan.make",
    title="Pathway plan made",
    citation=cited("reg. 43; and SI 2010/2571 reg. 6"),
    words="as soon as possible after the assessment of needs",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(NeedsAssessed),
    within=AS_SOON_AS_POSSIBLE,
    met_by=on(PathwayPlanMade),
    released_by=on(PathwayPlanEnded),
    scope=Scope.CHILD,
    released_at_18=False,
    in_force=IN_FORCE,
)

RULES: Final = (NEEDS, PATHWAY_PLAN)
