"""Care Planning Regulations 2010: reviews of the case, by the reviewing officer."""

from typing import Final

from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    LookedAfterReviewAdjourned,
    LookedAfterReviewHeld,
    PlacementStarted,
)
from casework.law.conditions import Scope, on
from casework.law.england.care_planning_2010 import IN_FORCE, WORKING_DAYS, cited
from casework.law.interval import Interval
from casework.law.lengths import Extension
from casework.law.rule import Timescale
from casework.law.source import Authority, Basis, Role
from casework.periods import months, working_days

LOOKED_AFTER: Final = Timescale(
    id="england.review.looked_after",
    title="Looked-after child's case reviewed",
    citation=cited("regs. 33(1) and (2) and 36(2)", WORKING_DAYS),
    words=(
        "within 20 working days of becoming looked after, then within 3 months, then "
        "at most 6 months apart; adjourned once, by at most 20 working days"
    ),
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.REVIEWING_OFFICER,
    starts=on(BecameLookedAfter).except_where(basis="short_breaks"),
    within=working_days(20),
    then=(Interval(within=months(3)), Interval(within=months(6))),
    extended_by=Extension(
        by=on(LookedAfterReviewAdjourned), period=working_days(20), once=True
    ),
    met_by=on(LookedAfterReviewHeld),
    ends=on(CeasedLookedAfter),
    released_by=on(PlacementStarted, kind="adoptive"),
    in_force=IN_FORCE,
)

SHORT_BREAK: Final = Timescale(
    id="england.short_break.review",
    title="Case of a child in short breaks reviewed",
    citation=cited("reg. 48"),
    words="within 3 months of the first placement, then at most 6 months apart",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.REVIEWING_OFFICER,
    starts=on(BecameLookedAfter, basis="short_breaks"),
    within=months(3),
    then=Interval(within=months(6)),
    met_by=on(LookedAfterReviewHeld),
    ends=on(CeasedLookedAfter),
    scope=Scope.LINE,
    in_force=IN_FORCE,
)

RULES: Final = (LOOKED_AFTER, SHORT_BREAK)
