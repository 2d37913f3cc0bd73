"""What several of England's rules ask about: care, placements, orders, support."""

from typing import Final

from casework.events import (
    BecameLookedAfter,
    CarerApproved,
    CeasedLookedAfter,
    EducationProgrammeAgreed,
    LeavingCareEnded,
    LegalBasisChanged,
    LookedAfterReviewHeld,
    OrderEnded,
    OrderExtended,
    OrderMade,
    PlacementEnded,
    PlacementStarted,
    PlacementStatusChanged,
    SupportDeclined,
    SupportRequested,
)
from casework.law.conditions import Scope, While, on, while_

LOOKED_AFTER: Final[While] = while_(
    "looked after",
    opened_by=on(BecameLookedAfter),
    closed_by=on(CeasedLookedAfter),
)

# Short breaks have rules of their own (SI 2010/959 reg. 48).
IN_SHORT_BREAKS: Final[While] = while_(
    "in short breaks",
    opened_by=on(BecameLookedAfter, LegalBasisChanged, basis="short_breaks"),
    closed_by=(
        on(CeasedLookedAfter),
        on(LegalBasisChanged).except_where(basis="short_breaks"),
    ),
)
LOOKED_AFTER_IN_FULL: Final[While] = while_(
    "looked after, other than in short breaks",
    opened_by=on(BecameLookedAfter, LegalBasisChanged).except_where(
        basis="short_breaks"
    ),
    closed_by=(on(CeasedLookedAfter), on(LegalBasisChanged, basis="short_breaks")),
)

NOT_YET_REVIEWED: Final[While] = while_(
    "the child's case has not been reviewed since becoming looked after",
    opened_by=on(BecameLookedAfter),
    closed_by=on(LookedAfterReviewHeld, CeasedLookedAfter),
)

WITH_PARENTS: Final[While] = while_(
    "placed with parents",
    opened_by=on(PlacementStarted, kind="parents"),
    closed_by=on(PlacementEnded),
    scope=Scope.EPISODE,
)
CARER_APPROVED: Final[While] = while_(
    "the carer is assessed and approved",
    opened_by=on(CarerApproved),
    closed_by=on(PlacementEnded),
    scope=Scope.EPISODE,
)
TEMPORARY_APPROVAL: Final[While] = while_(
    "the carer has temporary approval",
    opened_by=on(PlacementStarted, PlacementStatusChanged, temporary_approval=True),
    closed_by=(
        on(PlacementStatusChanged, temporary_approval=False),
        on(CarerApproved, PlacementEnded),
    ),
    scope=Scope.EPISODE,
)
LONG_TERM_AGREED: Final[While] = while_(
    "the child agrees to a long-term placement",
    opened_by=on(PlacementStarted, PlacementStatusChanged, long_term_agreed=True),
    closed_by=(
        on(PlacementStatusChanged, long_term_agreed=False),
        on(PlacementEnded),
    ),
    scope=Scope.EPISODE,
)
INTENDED_TO_18: Final[While] = while_(
    "the placement is intended to last to 18",
    opened_by=on(PlacementStarted, PlacementStatusChanged, intended_to_18=True),
    closed_by=(
        on(PlacementStatusChanged, intended_to_18=False),
        on(PlacementEnded),
    ),
    scope=Scope.EPISODE,
)
PLACED_FOR_ADOPTION: Final[While] = while_(
    "placed for adoption",
    opened_by=on(PlacementStarted, kind="adoptive"),
    closed_by=on(PlacementEnded),
    scope=Scope.EPISODE,
)

CARE_ORDER: Final[While] = while_(
    "a care order is in force",
    opened_by=on(OrderMade, kind="care"),
    closed_by=on(OrderEnded),
    expires=True,
    extended_by=on(OrderExtended),
)
INTERIM_CARE_ORDER: Final[While] = while_(
    "an interim care order is in force",
    opened_by=on(OrderMade, kind="interim_care"),
    closed_by=on(OrderEnded),
    expires=True,
    extended_by=on(OrderExtended),
)

SUPPORT_ASKED_FOR: Final[While] = while_(
    "support that was asked for goes on",
    opened_by=on(SupportRequested),
    closed_by=on(SupportDeclined, LeavingCareEnded),
)
AGREED_PROGRAMME: Final[While] = while_(
    "an agreed programme of education or training runs",
    opened_by=on(EducationProgrammeAgreed),
    closed_by=on(LeavingCareEnded),
    expires=True,
)
