"""Oversight: who works with the child, and how managers look after the work."""

from typing import ClassVar, Literal

from attrs import frozen

from casework.events.base import Event
from casework.events.contact import Rag
from casework.events.fields import choice, number, text

Panel = Literal["placement_and_resource", "permanence"]


@frozen(kw_only=True)
class OversightEvent(Event):
    """Something that managers did to oversee the work with a child."""

    stage_name: ClassVar[str] = "oversight"


@frozen(kw_only=True)
class WorkerAllocated(OversightEvent):
    """A worker was given the child's case."""

    worker: str | None = text()
    role: str | None = text()
    team: str | None = text()


@frozen(kw_only=True)
class WorkerUnallocated(OversightEvent):
    """A worker no longer has the child's case."""

    worker: str | None = text()
    role: str | None = text()
    reason: str | None = text()


@frozen(kw_only=True)
class LeadWorkerAppointed(OversightEvent):
    """A lead worker was appointed for the child."""


@frozen(kw_only=True)
class SupervisionHeld(OversightEvent):
    """The work with the child was discussed in supervision."""


@frozen(kw_only=True)
class CaseAudited(OversightEvent):
    """Somebody independent read the file and graded it."""

    grade: str | None = text()


@frozen(kw_only=True)
class RagRated(OversightEvent):
    """The case was rated red, amber or green."""

    rag: Rag | None = choice(Rag)


@frozen(kw_only=True)
class RiskAssessed(OversightEvent):
    """The risks to the child were assessed."""


@frozen(kw_only=True)
class AdvocacyOffered(OversightEvent):
    """The child was offered an advocate."""


@frozen(kw_only=True)
class SchoolExcluded(OversightEvent):
    """A school excluded the child, for a number of days."""

    kind: str | None = text()
    days: int | None = number()


@frozen(kw_only=True)
class PanelDecided(OversightEvent):
    """A panel decided on a placement, its cost, or its permanence."""

    panel: Panel | None = choice(Panel)
    decision: str | None = text()
