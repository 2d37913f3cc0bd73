"""Placements: each its own episode, following the episode of care."""

from typing import ClassVar, Literal

from attrs import frozen

from casework.dates import When
from casework.events.assessment import Seen
from casework.events.base import Event
from casework.events.fields import choice, flag, text, when

Kind = Literal[
    "foster",
    "kinship",
    "residential",
    "parents",
    "secure",
    "supported",
    "youth_detention",
    "adoptive",
    "other",
]


@frozen(kw_only=True)
class PlacementEvent(Event):
    """Something that happened in a placement."""

    stage_name: ClassVar[str] = "placement"


@frozen(kw_only=True)
class PlacementPlanMade(PlacementEvent):
    """The placement plan, or the arrangements for the placement, were made."""

    opens: ClassVar[int] = 2


@frozen(kw_only=True)
class PlacementStarted(PlacementEvent):
    """A child was placed with a carer or in a home."""

    opens: ClassVar[int] = 1
    kind: Kind | None = choice(Kind)
    intended_to_18: bool | None = flag()
    long_term_agreed: bool | None = flag()
    temporary_approval: bool | None = flag()
    out_of_area: bool | None = flag()


@frozen(kw_only=True)
class PlacementStatusChanged(PlacementEvent):
    """What the placement is meant to be changed, with the same carer."""

    intended_to_18: bool | None = flag()
    long_term_agreed: bool | None = flag()
    temporary_approval: bool | None = flag()


@frozen(kw_only=True)
class TemporaryApprovalExtended(PlacementEvent):
    """A carer's temporary approval was extended, to a day."""

    until: When | None = when()


@frozen(kw_only=True)
class CarerApproved(PlacementEvent):
    """The carer was fully assessed and approved."""


@frozen(kw_only=True)
class LookedAfterVisitMade(PlacementEvent):
    """A social worker visited a looked-after child in the placement."""

    seen: Seen | None = choice(Seen)
    remote: bool | None = flag()


@frozen(kw_only=True)
class TemporaryStayStarted(PlacementEvent):
    """The child stays somewhere else for a while; the placement stays open."""


@frozen(kw_only=True)
class TemporaryStayEnded(PlacementEvent):
    """The child came back to the placement from a temporary stay."""


@frozen(kw_only=True)
class PlacementEnded(PlacementEvent):
    """The placement ended."""

    closes: ClassVar[bool] = True
    reason: str | None = text()
