"""Missing: a child went missing, returned, and was offered an interview."""

from typing import ClassVar, Literal

from attrs import frozen

from casework.events.base import Event
from casework.events.fields import choice

Kind = Literal["missing", "unauthorised_absence"]


@frozen(kw_only=True)
class MissingEvent(Event):
    """Something that happened while a child was missing or had returned."""

    stage_name: ClassVar[str] = "missing"


@frozen(kw_only=True)
class WentMissing(MissingEvent):
    """A child went missing, or was away without permission."""

    opens: ClassVar[int] = 1
    kind: Kind | None = choice(Kind)


@frozen(kw_only=True)
class Returned(MissingEvent):
    """The child came back."""


@frozen(kw_only=True)
class ReturnInterviewOffered(MissingEvent):
    """The child was offered an interview with somebody independent."""


@frozen(kw_only=True)
class ReturnInterviewHeld(MissingEvent):
    """The return interview was held."""

    closes: ClassVar[bool] = True


@frozen(kw_only=True)
class ReturnInterviewDeclined(MissingEvent):
    """The child did not want a return interview."""

    closes: ClassVar[bool] = True
