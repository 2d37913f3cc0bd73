"""Private fostering: notified, visited, ended."""

from typing import ClassVar

from attrs import frozen

from casework.events.assessment import Seen
from casework.events.base import Event
from casework.events.fields import choice


@frozen(kw_only=True)
class PrivateFosteringEvent(Event):
    """Something that happened to a private fostering arrangement."""

    stage_name: ClassVar[str] = "private_fostering"


@frozen(kw_only=True)
class ArrangementNotified(PrivateFosteringEvent):
    """The authority was told of a private fostering arrangement."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class PrivateFosteringVisitMade(PrivateFosteringEvent):
    """An officer visited a privately fostered child."""

    seen: Seen | None = choice(Seen)


@frozen(kw_only=True)
class ArrangementEnded(PrivateFosteringEvent):
    """The private fostering arrangement ended."""

    closes: ClassVar[bool] = True
