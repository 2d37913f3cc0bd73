"""Early help: offered, assessed, planned, reviewed and closed."""

from typing import ClassVar, Literal

from attrs import frozen

from casework.events.base import Event
from casework.events.fields import choice

Outcome = Literal["needs_met", "stepped_up", "declined", "moved"]


@frozen(kw_only=True)
class EarlyHelpEvent(Event):
    """Something that happened in early help."""

    stage_name: ClassVar[str] = "early_help"


@frozen(kw_only=True)
class EarlyHelpOffered(EarlyHelpEvent):
    """A family was offered early help."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class EarlyHelpAssessed(EarlyHelpEvent):
    """The early help assessment was made with the family."""


@frozen(kw_only=True)
class EarlyHelpPlanMade(EarlyHelpEvent):
    """The early help plan was agreed with the family."""


@frozen(kw_only=True)
class EarlyHelpReviewed(EarlyHelpEvent):
    """The team around the child reviewed the early help plan."""


@frozen(kw_only=True)
class EarlyHelpClosed(EarlyHelpEvent):
    """Early help ended: needs met, stepped up, declined, or the family moved."""

    closes: ClassVar[bool] = True
    outcome: Outcome | None = choice(Outcome)
