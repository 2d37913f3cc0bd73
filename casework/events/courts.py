"""Courts: pre-proceedings, proceedings, orders and police protection."""

from typing import ClassVar, Literal

from attrs import frozen

from casework.dates import When
from casework.events.base import Event
from casework.events.fields import choice, text, when

PreProceedingsOutcome = Literal["proceedings", "support", "closed"]
OrderKind = Literal[
    "emergency_protection",
    "child_assessment",
    "interim_care",
    "interim_supervision",
    "care",
    "supervision",
    "placement",
    "adoption",
    "special_guardianship",
    "residence",
    "recovery",
]
Applicant = Literal["authority", "police", "other"]
OrderEnding = Literal["expired", "discharged", "replaced", "other"]


@frozen(kw_only=True)
class PreProceedingsEvent(Event):
    """Something that happened before care proceedings."""

    stage_name: ClassVar[str] = "pre_proceedings"


@frozen(kw_only=True)
class LegalPlanningMeetingHeld(PreProceedingsEvent):
    """Social workers and lawyers met to consider care proceedings."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class LetterBeforeProceedingsSent(PreProceedingsEvent):
    """The parents were told in a letter that proceedings are considered."""

    opens: ClassVar[int] = 2


@frozen(kw_only=True)
class FamilyGroupMeetingOffered(PreProceedingsEvent):
    """The family was offered a family group decision-making meeting."""

    opens: ClassVar[int] = 3


@frozen(kw_only=True)
class FamilyGroupMeetingHeld(PreProceedingsEvent):
    """The family group met to decide how the child can be kept safe."""


@frozen(kw_only=True)
class PreProceedingsEnded(PreProceedingsEvent):
    """Pre-proceedings ended: in proceedings, in support, or closed."""

    closes: ClassVar[bool] = True
    outcome: PreProceedingsOutcome | None = choice(PreProceedingsOutcome)


@frozen(kw_only=True)
class ProceedingsEvent(Event):
    """Something that happened in care or supervision proceedings."""

    stage_name: ClassVar[str] = "proceedings"


@frozen(kw_only=True)
class ProceedingsIssued(ProceedingsEvent):
    """The court issued an application for a care or supervision order."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class TimetableExtended(ProceedingsEvent):
    """The court extended the timetable of the proceedings, to a day."""

    until: When | None = when()


@frozen(kw_only=True)
class ProceedingsConcluded(ProceedingsEvent):
    """The court disposed of the application."""

    closes: ClassVar[bool] = True
    outcome: str | None = text()


@frozen(kw_only=True)
class OrderEvent(Event):
    """Something that happened to an order or to police protection."""

    stage_name: ClassVar[str] = "order"


@frozen(kw_only=True)
class OrderMade(OrderEvent):
    """A court made an order about a child, until a day where it says so."""

    opens: ClassVar[int] = 1
    kind: OrderKind | None = choice(OrderKind)
    until: When | None = when()
    applicant: Applicant | None = choice(Applicant)


@frozen(kw_only=True)
class OrderExtended(OrderEvent):
    """A court extended an order, to a later day."""

    until: When | None = when()


@frozen(kw_only=True)
class OrderEnded(OrderEvent):
    """An order ended: it expired, was discharged, or was replaced."""

    closes: ClassVar[bool] = True
    reason: OrderEnding | None = choice(OrderEnding)


@frozen(kw_only=True)
class PoliceProtectionStarted(OrderEvent):
    """The police took a child into police protection."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class PoliceProtectionEnded(OrderEvent):
    """A child was released from police protection."""

    closes: ClassVar[bool] = True
    reason: str | None = text()
