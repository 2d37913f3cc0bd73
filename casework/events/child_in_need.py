"""Child in need (in Jersey: health or development need): plan, visits, reviews."""

from typing import ClassVar, Literal

from attrs import frozen

from casework.events.assessment import Seen
from casework.events.base import Event
from casework.events.fields import choice

Outcome = Literal["needs_met", "stepped_down", "stepped_up", "moved", "reached_18"]


@frozen(kw_only=True)
class ChildInNeedEvent(Event):
    """Something that happened under a child in need plan."""

    stage_name: ClassVar[str] = "child_in_need"


@frozen(kw_only=True)
class CinPlanStarted(ChildInNeedEvent):
    """A child in need plan began."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class CinVisitMade(ChildInNeedEvent):
    """A worker visited a child who has a child in need plan."""

    seen: Seen | None = choice(Seen)


@frozen(kw_only=True)
class CinReviewHeld(ChildInNeedEvent):
    """The child in need plan was reviewed."""


@frozen(kw_only=True)
class CinPlanEnded(ChildInNeedEvent):
    """The child in need plan ended."""

    closes: ClassVar[bool] = True
    outcome: Outcome | None = choice(Outcome)
