"""Referral and assessment: from the referral to its closure."""

from typing import ClassVar, Literal

from attrs import frozen

from casework.events.base import Event
from casework.events.fields import choice, text

Decision = Literal[
    "assessment", "strategy_discussion", "early_help", "no_further_action"
]
Outcome = Literal[
    "no_further_action", "early_help", "child_in_need", "enquiry", "looked_after"
]
Seen = Literal["alone", "with_others", "refused_alone", "not_seen"]


@frozen(kw_only=True)
class AssessmentEvent(Event):
    """Something that happened to a referral or its assessment."""

    stage_name: ClassVar[str] = "assessment"


@frozen(kw_only=True)
class ReferralReceived(AssessmentEvent):
    """A child was referred to children's social care."""

    opens: ClassVar[int] = 1
    source: str | None = text()


@frozen(kw_only=True)
class ReferralDecided(AssessmentEvent):
    """A manager decided the type of response to a referral."""

    decision: Decision | None = choice(Decision)


@frozen(kw_only=True)
class CaseAllocated(AssessmentEvent):
    """The case was given to a worker of a team."""

    team: str | None = text()


@frozen(kw_only=True)
class CaseHeldOnDuty(AssessmentEvent):
    """The case is managed by the duty desk until a worker can be found."""


@frozen(kw_only=True)
class AssessmentStarted(AssessmentEvent):
    """A social worker began the assessment."""

    opens: ClassVar[int] = 2


@frozen(kw_only=True)
class ChildSeen(AssessmentEvent):
    """The child was seen for the assessment, or an attempt was made."""

    seen: Seen | None = choice(Seen)


@frozen(kw_only=True)
class AssessmentCompleted(AssessmentEvent):
    """The assessment was concluded with a decision on next steps."""

    outcome: Outcome | None = choice(Outcome)


@frozen(kw_only=True)
class CaseTransferred(AssessmentEvent):
    """The case was handed from one team to another."""

    team: str | None = text()


@frozen(kw_only=True)
class ReferralClosed(AssessmentEvent):
    """The episode that the referral opened was closed."""

    closes: ClassVar[bool] = True
    reason: str | None = text()
