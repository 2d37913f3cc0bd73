"""Secure accommodation: in, out, what the court authorised, and reviews."""

from typing import ClassVar

from attrs import frozen

from casework.dates import When
from casework.events.base import Event
from casework.events.fields import flag, when


@frozen(kw_only=True)
class SecureEvent(Event):
    """Something that happened in secure accommodation."""

    stage_name: ClassVar[str] = "secure"


@frozen(kw_only=True)
class SecureStarted(SecureEvent):
    """A child was placed in secure accommodation."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class SecureEnded(SecureEvent):
    """A child left secure accommodation."""

    closes: ClassVar[bool] = True


@frozen(kw_only=True)
class SecureAuthorised(SecureEvent):
    """A court authorised secure accommodation, until a day."""

    until: When | None = when()
    remand: bool | None = flag()


@frozen(kw_only=True)
class SecureReviewHeld(SecureEvent):
    """Three reviewers considered whether secure accommodation is still needed."""
