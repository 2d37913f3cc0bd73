"""Complaints: received, acknowledged, answered, escalated, closed."""

from typing import ClassVar

from attrs import frozen

from casework.events.base import Event
from casework.events.fields import number


@frozen(kw_only=True)
class ComplaintEvent(Event):
    """Something that happened to a complaint."""

    stage_name: ClassVar[str] = "complaint"


@frozen(kw_only=True)
class ComplaintReceived(ComplaintEvent):
    """A complaint about the service was received."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class ComplaintAcknowledged(ComplaintEvent):
    """The complainant was told how long an answer will take."""


@frozen(kw_only=True)
class ComplaintExtended(ComplaintEvent):
    """The time for answering a complaint was extended, at a stage (1, 2 or 3)."""

    stage: int | None = number()


@frozen(kw_only=True)
class ComplaintAnswered(ComplaintEvent):
    """The complaint was answered, at a stage (1, 2 or 3)."""

    stage: int | None = number()


@frozen(kw_only=True)
class ComplaintEscalated(ComplaintEvent):
    """The complainant asked for the next stage (2 or 3)."""

    stage: int | None = number()


@frozen(kw_only=True)
class ComplaintClosed(ComplaintEvent):
    """The complaint was closed."""

    closes: ClassVar[bool] = True
