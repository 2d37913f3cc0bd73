"""Pathway plan and leaving care: from 14 or 16 to 25."""

from typing import ClassVar, Literal

from attrs import frozen

from casework.dates import When
from casework.events.assessment import Seen
from casework.events.base import Event
from casework.events.fields import choice, text, when

Ending = Literal["reached_25", "declined", "moved", "died"]


@frozen(kw_only=True)
class PathwayPlanEvent(Event):
    """Something that happened around a young person's pathway plan."""

    stage_name: ClassVar[str] = "pathway_plan"


@frozen(kw_only=True)
class NeedsAssessed(PathwayPlanEvent):
    """What a young person needs to leave care was assessed."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class PersonalAdviserAppointed(PathwayPlanEvent):
    """A personal adviser was appointed for a young person."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class PathwayPlanMade(PathwayPlanEvent):
    """The pathway plan was made with the young person."""

    opens: ClassVar[int] = 2


@frozen(kw_only=True)
class PathwayPlanReviewed(PathwayPlanEvent):
    """The pathway plan was reviewed with the young person."""


@frozen(kw_only=True)
class PathwayPlanEnded(PathwayPlanEvent):
    """The pathway plan ended."""

    closes: ClassVar[bool] = True
    reason: str | None = text()


@frozen(kw_only=True)
class LeavingCareEvent(Event):
    """Something that happened while a care leaver was supported."""

    stage_name: ClassVar[str] = "leaving_care"


@frozen(kw_only=True)
class LeavingCareBegan(LeavingCareEvent):
    """A young person began to be supported as a care leaver."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class AccommodationProvided(LeavingCareEvent):
    """A care leaver was provided with accommodation."""


@frozen(kw_only=True)
class AccommodationEnded(LeavingCareEvent):
    """A care leaver left the accommodation that was provided."""


@frozen(kw_only=True)
class AdviserVisitMade(LeavingCareEvent):
    """The personal adviser visited a care leaver."""

    seen: Seen | None = choice(Seen)


@frozen(kw_only=True)
class SupportOffered(LeavingCareEvent):
    """A care leaver was offered support."""


@frozen(kw_only=True)
class SupportRequested(LeavingCareEvent):
    """A care leaver asked for support."""


@frozen(kw_only=True)
class SupportDeclined(LeavingCareEvent):
    """A care leaver did not want support."""


@frozen(kw_only=True)
class EducationProgrammeAgreed(LeavingCareEvent):
    """A programme of education or training was agreed, until a day."""

    until: When | None = when()


@frozen(kw_only=True)
class ContactLost(LeavingCareEvent):
    """The service lost touch with a care leaver."""


@frozen(kw_only=True)
class ContactReEstablished(LeavingCareEvent):
    """The service is in touch with a care leaver again."""


@frozen(kw_only=True)
class LeavingCareEnded(LeavingCareEvent):
    """Support to a care leaver ended."""

    closes: ClassVar[bool] = True
    reason: Ending | None = choice(Ending)
