"""Care Planning Regulations 2010: care plans, placement plans, temporary approval."""

from typing import Final

from attrs import evolve

from casework.events import (
    BecameLookedAfter,
    CarePlanMade,
    CarerApproved,
    CeasedLookedAfter,
    PlacementEnded,
    PlacementPlanMade,
    PlacementStarted,
    TemporaryApprovalExtended,
)
from casework.law.conditions import Scope, on, while_
from casework.law.england.care_planning_2010 import (
    IN_FORCE,
    REMAND_IN_FORCE,
    WORKING_DAYS,
    cited,
)
from casework.law.lengths import Extension
from casework.law.rule import Again, Limit, Timescale
from casework.law.source import Authority, Basis, Role
from casework.periods import weeks, working_days

# The first placement of a period of care.
EARLIER_PLACEMENT: Final = while_(
    "an earlier placement of this period of care has begun",
    opened_by=on(PlacementStarted),
    closed_by=on(CeasedLookedAfter, scope=Scope.LINE),
    scope=Scope.LINE,
)

CARE_PLAN: Final = Timescale(
    id="england.care_plan.make",
    title="Care plan made",
    citation=cited("reg. 4(2) and (5)", WORKING_DAYS),
    words="before the first placement or, failing that, within 10 working days of it",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.SOCIAL_WORKER,
    starts=on(PlacementStarted),
    unless=EARLIER_PLACEMENT,
    within=working_days(10),
    before=True,
    met_by=on(CarePlanMade),
    ends=on(CeasedLookedAfter),
    scope=Scope.LINE,
    in_force=IN_FORCE,
)

PLACEMENT_PLAN: Final = Timescale(
    id="england.placement_plan.make",
    title="Placement plan made",
    citation=cited("reg. 9(1) and (2)", WORKING_DAYS),
    words="before the placement or, failing that, within 5 working days of its start",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.SOCIAL_WORKER,
    starts=on(PlacementStarted),
    within=working_days(5),
    before=True,
    met_by=on(PlacementPlanMade),
    ends=on(PlacementEnded),
    in_force=IN_FORCE,
)

REMAND_CARE_PLAN: Final = Timescale(
    id="england.remand.care_plan",
    title="Care plan of a remanded child made",
    citation=cited("regs. 47A to 47F (as amended by SI 2013/706)", WORKING_DAYS),
    words="within 5 working days of remand to the authority's accommodation",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(BecameLookedAfter, basis="remand_accommodation"),
    within=working_days(5),
    met_by=on(CarePlanMade),
    ends=on(CeasedLookedAfter),
    scope=Scope.LINE,
    in_force=REMAND_IN_FORCE,
)

REMAND_PLACEMENT_PLAN: Final = evolve(
    REMAND_CARE_PLAN,
    id="england.remand.placement_plan",
    title="Placement plan of a remanded child made",
    met_by=on(PlacementPlanMade),
)

REMAND_DETENTION_PLAN: Final = evolve(
    REMAND_CARE_PLAN,
    id="england.remand.detention_plan",
    title="Detention placement plan of a remanded child made",
    words="within 10 working days of remand to youth detention accommodation",
    starts=on(BecameLookedAfter, basis="remand_detention"),
    within=working_days(10),
    met_by=on(PlacementPlanMade),
)

# The end of another placement does not end this carer's approval.
TEMPORARY_APPROVAL: Final = Limit(
    id="england.temporary_approval.limit",
    title="Carer approved, or the placement with temporary approval ended",
    citation=cited("regs. 24 and 25"),
    words="at most 16 weeks, extended once by at most 8",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(PlacementStarted, temporary_approval=True),
    again=Again.NEW,
    within=weeks(16),
    extended_by=Extension(
        by=on(TemporaryApprovalExtended, scope=Scope.EPISODE),
        up_to=weeks(24),
        once=True,
    ),
    met_by=(on(PlacementEnded, scope=Scope.EPISODE), on(CarerApproved)),
    scope=Scope.LINE,
    in_force=IN_FORCE,
)

RULES: Final = (
    CARE_PLAN,
    PLACEMENT_PLAN,
    REMAND_CARE_PLAN,
    REMAND_PLACEMENT_PLAN,
    REMAND_DETENTION_PLAN,
    TEMPORARY_APPROVAL,
)
