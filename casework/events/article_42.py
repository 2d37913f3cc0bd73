"""Article 42 enquiry (in England: section 47): concern, strategy, enquiry."""

from typing import ClassVar, Literal

from attrs import frozen

from casework.events.base import Event
from casework.events.fields import choice, flag, names, text

Discussion = Literal["enquiry", "no_enquiry"]
Kind = Literal["single", "joint"]
Outcome = Literal[
    "not_substantiated",
    "substantiated_no_continuing_risk",
    "conference",
    "already_on_plan",
    "managed_in_care_plan",
]


@frozen(kw_only=True)
class Article42Event(Event):
    """Something that happened around an enquiry into significant harm."""

    stage_name: ClassVar[str] = "article_42"


@frozen(kw_only=True)
class ConcernRaised(Article42Event):
    """Somebody had reasonable cause to suspect significant harm."""

    opens: ClassVar[int] = 1
    source: str | None = text()


@frozen(kw_only=True)
class ChildProtectionNotificationReceived(Article42Event):
    """The police notified a concern for a child."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class StrategyDiscussionHeld(Article42Event):
    """Social care, police, health and others decided whether to enquire."""

    opens: ClassVar[int] = 2
    outcome: Discussion | None = choice(Discussion)
    agencies: tuple[str, ...] | None = names()
    conference_not_required: bool | None = flag()


@frozen(kw_only=True)
class InterimSafetyPlanMade(Article42Event):
    """A plan was made to keep the child safe until the conference."""


@frozen(kw_only=True)
class EnquiryStarted(Article42Event):
    """The enquiry began, by social care alone or jointly with the police."""

    kind: Kind | None = choice(Kind)


@frozen(kw_only=True)
class EnquiryConcluded(Article42Event):
    """The enquiry ended with a finding on significant harm."""

    closes: ClassVar[bool] = True
    outcome: Outcome | None = choice(Outcome)
