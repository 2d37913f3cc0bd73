"""Looked after: from becoming looked after to ceasing, with health and education."""

from typing import ClassVar, Literal

from attrs import frozen

from casework.events.base import Event
from casework.events.fields import choice, text

LegalBasis = Literal[
    "accommodated",
    "care_order",
    "interim_care_order",
    "placement_order",
    "police_protection",
    "emergency_protection",
    "child_assessment_order",
    "remand_accommodation",
    "remand_detention",
    "short_breaks",
]
Ceasing = Literal[
    "returned_home",
    "reached_18",
    "adopted",
    "special_guardianship",
    "residence_order",
    "independent_living",
    "custody",
    "transferred",
    "adult_services",
    "remand_ended",
    "age_assessed_adult",
    "moved_abroad",
    "died",
    "other",
]


@frozen(kw_only=True)
class LookedAfterEvent(Event):
    """Something that happened to a child while looked after."""

    stage_name: ClassVar[str] = "looked_after"


@frozen(kw_only=True)
class BecameLookedAfter(LookedAfterEvent):
    """A child became looked after, on a legal basis."""

    opens: ClassVar[int] = 1
    basis: LegalBasis | None = choice(LegalBasis)


@frozen(kw_only=True)
class LegalBasisChanged(LookedAfterEvent):
    """The legal basis on which a child is looked after changed."""

    basis: LegalBasis | None = choice(LegalBasis)


@frozen(kw_only=True)
class CarePlanMade(LookedAfterEvent):
    """The care plan was prepared."""

    opens: ClassVar[int] = 2


@frozen(kw_only=True)
class ReviewingOfficerAppointed(LookedAfterEvent):
    """An independent reviewing officer was appointed for the child."""


@frozen(kw_only=True)
class HealthAssessed(LookedAfterEvent):
    """The child's health was assessed."""

    opens: ClassVar[int] = 2


@frozen(kw_only=True)
class HealthAssessmentRefused(LookedAfterEvent):
    """A child of sufficient understanding refused the health assessment."""


@frozen(kw_only=True)
class EducationPlanMade(LookedAfterEvent):
    """The personal education plan was made."""


@frozen(kw_only=True)
class EducationPlanReviewed(LookedAfterEvent):
    """The personal education plan was reviewed."""


@frozen(kw_only=True)
class LookedAfterReviewHeld(LookedAfterEvent):
    """The reviewing officer held a review of the child's case."""

    participation: str | None = text()


@frozen(kw_only=True)
class LookedAfterReviewAdjourned(LookedAfterEvent):
    """The reviewing officer adjourned a review."""


@frozen(kw_only=True)
class ReviewDecisionsIssued(LookedAfterEvent):
    """The decisions of a review were sent out."""


@frozen(kw_only=True)
class CeasingApproved(LookedAfterEvent):
    """A nominated officer approved that the child stops being looked after."""

    approved_by: str | None = text()


@frozen(kw_only=True)
class CeasedLookedAfter(LookedAfterEvent):
    """A child stopped being looked after."""

    closes: ClassVar[bool] = True
    reason: Ceasing | None = choice(Ceasing)
