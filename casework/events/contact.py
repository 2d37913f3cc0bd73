"""The front door: a contact, the consent and checks around it, and its decision."""

from typing import ClassVar, Literal

from attrs import frozen

from casework.events.base import Event
from casework.events.fields import choice, text

Consent = Literal["given", "refused", "not_sought"]
Decision = Literal[
    "no_further_action",
    "advice",
    "early_help",
    "referral",
    "passed_to_allocated_worker",
]
Rag = Literal["red", "amber", "green"]


@frozen(kw_only=True)
class ContactEvent(Event):
    """Something that happened to a contact."""

    stage_name: ClassVar[str] = "contact"


@frozen(kw_only=True)
class ContactReceived(ContactEvent):
    """Somebody told the front door of a worry about a child."""

    opens: ClassVar[int] = 1
    source: str | None = text()


@frozen(kw_only=True)
class ConsentRecorded(ContactEvent):
    """The family's consent was given, refused, or not sought for a reason."""

    consent: Consent | None = choice(Consent)
    reason: str | None = text()


@frozen(kw_only=True)
class ChecksStarted(ContactEvent):
    """Agencies were asked what they know of the child."""


@frozen(kw_only=True)
class ChecksCompleted(ContactEvent):
    """Agencies had answered what they know of the child."""


@frozen(kw_only=True)
class ContactDecided(ContactEvent):
    """A manager decided what comes of a contact, and how pressing it is."""

    closes: ClassVar[bool] = True
    decision: Decision | None = choice(Decision)
    rag: Rag | None = choice(Rag)
