"""Care Planning Regulations 2010: health assessments and their reviews."""

from typing import Final

from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    HealthAssessed,
    HealthAssessmentRefused,
)
from casework.law.conditions import Scope, on
from casework.law.england.care_planning_2010 import IN_FORCE, cited
from casework.law.england.states_of_affairs import LOOKED_AFTER
from casework.law.interval import Interval
from casework.law.lengths import by, choose
from casework.law.rule import Timescale
from casework.law.source import Authority, Basis, Role
from casework.law.times import given, under
from casework.periods import months

BY_AGE: Final = choose((under(5), months(6)), (None, months(12)))

FIRST_ASSESSMENT: Final = Timescale(
    id="england.health.first_assessment",
    title="Health first assessed",
    citation=cited("reg. 7(1), (2) and (4)"),
    words=(
        "before the first placement or, failing that, before the first review; not "
        "where health was assessed in the 3 months before, or the child refuses"
    ),
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(BecameLookedAfter),
    within=by("england.review.looked_after", 1),
    before=months(3),
    met_by=on(HealthAssessed),
    ends=on(CeasedLookedAfter),
    released_by=on(HealthAssessmentRefused),
    scope=Scope.CHILD,
    in_force=IN_FORCE,
)

REVIEW: Final = Timescale(
    id="england.health.review",
    title="Health assessed again",
    citation=cited("reg. 7(3)"),
    words="at least every 6 months before the 5th birthday, every 12 months after it",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=given(on(HealthAssessed), LOOKED_AFTER),
    within=BY_AGE,
    then=Interval(within=BY_AGE),
    met_by=on(HealthAssessed),
    ends=on(CeasedLookedAfter),
    scope=Scope.CHILD,
    in_force=IN_FORCE,
)

RULES: Final = (FIRST_ASSESSMENT, REVIEW)
