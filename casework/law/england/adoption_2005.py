"""Adoption Agencies Regulations 2005, SI 2005/389: reviews and visits once placed."""

from typing import Final

from casework.events import (
    LookedAfterReviewHeld,
    LookedAfterVisitMade,
    PlacementEnded,
    PlacementStarted,
)
from casework.law.conditions import Scope, on, while_
from casework.law.interval import Interval
from casework.law.rule import Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import months, weeks

TITLE: Final = "Adoption Agencies Regulations 2005 (SI 2005/389)"
URL: Final = "https://www.legislation.gov.uk/uksi/2005/389"

PLACED: Final = on(PlacementStarted, kind="adoptive")

# The review is held in the episode of care, from which the placement came.
NOT_YET_REVIEWED: Final = while_(
    "the placement for adoption has not been reviewed",
    opened_by=PLACED,
    closed_by=(
        on(LookedAfterReviewHeld, scope=Scope.LINE),
        on(PlacementEnded),
    ),
    scope=Scope.EPISODE,
)

REVIEW_PLACED: Final = Timescale(
    id="england.adoption.review_placed",
    title="Case of a child placed for adoption reviewed",
    citation=Citation(
        title=TITLE,
        provision="reg. 36(3)",
        url=URL,
        read="2026-11-21",
    ),
    words=(
        "within 4 weeks of the placement, then within 3 months, then at most 6 months "
        "apart"
    ),
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.REVIEWING_OFFICER,
    starts=PLACED,
    within=weeks(4),
    then=(Interval(within=months(3)), Interval(within=months(6))),
    met_by=on(LookedAfterReviewHeld),
    # The end of the placement before it, on the same day, does not end this one.
    ends=on(PlacementEnded, scope=Scope.EPISODE),
    scope=Scope.LINE,
    in_force=NOT_KNOWN,
)

VISIT_PLACED: Final = Timescale(
    id="england.adoption.visit_placed",
    title="Child placed for adoption visited",
    citation=Citation(
        title=TITLE,
        provision="reg. 36(4)",
        url=URL,
        read="2026-11-21",
    ),
    words="within a week of the placement, then every week until the first review",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.SOCIAL_WORKER,
    family="visit",
    when=NOT_YET_REVIEWED,
    starts=PLACED,
    within=weeks(1),
    then=Interval(within=weeks(1)),
    met_by=on(LookedAfterVisitMade).except_where(seen="not_seen"),
    ends=on(PlacementEnded),
    in_force=NOT_KNOWN,
)

RULES: Final = (REVIEW_PLACED, VISIT_PLACED)
