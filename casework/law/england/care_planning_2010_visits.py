"""Care Planning Regulations 2010: visits, of which one rule applies on any day.

The rules are asked in this order: those of reg. 28(3) to (5) and (3A), which are about
particular placements, then those of short breaks and adoption, then reg. 28(2).
"""

from typing import Final

from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    LookedAfterVisitMade,
    OrderMade,
    PlacementEnded,
    PlacementStarted,
)
from casework.law.conditions import Scope, on
from casework.law.england.care_planning_2010 import (
    IN_FORCE,
    LONG_TERM_FOSTERING_IN_FORCE,
    cited,
)
from casework.law.england.states_of_affairs import (
    CARE_ORDER,
    CARER_APPROVED,
    IN_SHORT_BREAKS,
    INTENDED_TO_18,
    INTERIM_CARE_ORDER,
    LONG_TERM_AGREED,
    NOT_YET_REVIEWED,
    PLACED_FOR_ADOPTION,
    TEMPORARY_APPROVAL,
    WITH_PARENTS,
)
from casework.law.interval import Interval
from casework.law.lengths import choose
from casework.law.rule import Timescale
from casework.law.source import Authority, Basis, Role
from casework.law.times import all_of, any_of, in_first, not_
from casework.periods import months, weeks, years

FAMILY: Final = "visit"
VISIT: Final = on(LookedAfterVisitMade).except_where(seen="not_seen")
FIRST_YEAR: Final = in_first(years(1))

PARENTS_BEFORE_ASSESSMENT: Final = Timescale(
    id="england.visit.parents_before_assessment",
    title="Child visited with parents who are not yet assessed",
    citation=cited("reg. 28(3)"),
    words="every week until the first review, then at most 6 weeks apart",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.SOCIAL_WORKER,
    family=FAMILY,
    when=(WITH_PARENTS, not_(CARER_APPROVED)),
    starts=on(PlacementStarted, kind="parents"),
    within=weeks(1),
    then=Interval(within=choose((NOT_YET_REVIEWED, weeks(1)), (None, weeks(6)))),
    met_by=VISIT,
    ends=on(PlacementEnded),
    in_force=IN_FORCE,
)

WEEKLY_UNTIL_REVIEW: Final = Timescale(
    id="england.visit.weekly_until_review",
    title="Child visited under temporary approval or an interim care order",
    citation=cited("reg. 28(4)"),
    words="every week until the first review, then at most 4 weeks apart",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.SOCIAL_WORKER,
    family=FAMILY,
    when=any_of(
        TEMPORARY_APPROVAL,
        all_of(WITH_PARENTS, INTERIM_CARE_ORDER, not_(CARE_ORDER)),
    ),
    starts=on(PlacementStarted),
    within=weeks(1),
    then=Interval(within=choose((NOT_YET_REVIEWED, weeks(1)), (None, weeks(4)))),
    met_by=VISIT,
    ends=on(PlacementEnded),
    in_force=IN_FORCE,
)

PARENTS_CARE_ORDER: Final = Timescale(
    id="england.visit.parents_care_order",
    title="Child visited with parents under a care order",
    citation=cited("reg. 28(5)"),
    words="within a week of the order, then at most 6 weeks apart",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.SOCIAL_WORKER,
    family=FAMILY,
    when=(WITH_PARENTS, CARE_ORDER),
    starts=on(PlacementStarted, kind="parents"),
    anew_on=on(OrderMade, kind="care", scope=Scope.CHILD),
    within=weeks(1),
    then=Interval(within=weeks(6)),
    met_by=VISIT,
    ends=on(PlacementEnded),
    in_force=IN_FORCE,
)

# Over a year: no first interval is ever this rule's, so it never starts a series.
LONG_TERM_FOSTER: Final = Timescale(
    id="england.visit.long_term_foster",
    title="Child visited in a long-term foster placement",
    citation=cited("reg. 28(3A) (inserted by SI 2015/495)"),
    words=(
        "at most 6 months apart in a long-term foster placement of a year or more to "
        "which the child agrees"
    ),
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.SOCIAL_WORKER,
    family=FAMILY,
    when=(LONG_TERM_AGREED, not_(FIRST_YEAR)),
    starts=on(PlacementStarted),
    within=months(6),
    then=Interval(within=months(6)),
    met_by=VISIT,
    ends=on(PlacementEnded),
    in_force=LONG_TERM_FOSTERING_IN_FORCE,
)

SHORT_BREAK: Final = Timescale(
    id="england.short_break.visit",
    title="Child visited in short breaks",
    citation=cited("reg. 48"),
    words="within 3 months of the first placement, then at most 6 months apart",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.SOCIAL_WORKER,
    family=FAMILY,
    when=IN_SHORT_BREAKS,
    starts=on(BecameLookedAfter, basis="short_breaks"),
    within=months(3),
    then=Interval(within=months(6)),
    met_by=VISIT,
    ends=on(CeasedLookedAfter),
    scope=Scope.LINE,
    in_force=IN_FORCE,
)

PLACEMENT: Final = Timescale(
    id="england.visit.placement",
    title="Child visited in the placement",
    citation=cited("reg. 28(2)"),
    words=(
        "within a week of the start, then at most 6 weeks apart in the first year; "
        "after it at most 3 months apart where the placement is intended to last to "
        "18, otherwise 6 weeks"
    ),
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.SOCIAL_WORKER,
    family=FAMILY,
    when=(not_(PLACED_FOR_ADOPTION), not_(IN_SHORT_BREAKS)),
    starts=on(PlacementStarted).except_where(kind="adoptive"),
    within=weeks(1),
    then=Interval(
        within=choose(
            (FIRST_YEAR, weeks(6)),
            (INTENDED_TO_18, months(3)),
            (None, weeks(6)),
        )
    ),
    met_by=VISIT,
    ends=on(PlacementEnded),
    in_force=IN_FORCE,
)

PARTICULAR: Final = (
    PARENTS_BEFORE_ASSESSMENT,
    WEEKLY_UNTIL_REVIEW,
    PARENTS_CARE_ORDER,
    LONG_TERM_FOSTER,
    SHORT_BREAK,
)
OTHERWISE: Final = (PLACEMENT,)
