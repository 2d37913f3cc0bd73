"""Child protection: conferences, plans, core groups, visits and reviews."""

from datetime import date
from typing import ClassVar, Literal

from attrs import frozen

from casework.events.assessment import Seen
from casework.events.base import Event
from casework.events.fields import choice, day

Kind = Literal["initial", "transfer_in", "pre_birth"]
Decision = Literal["plan", "no_plan"]
Category = Literal["neglect", "physical", "sexual", "emotional", "multiple"]
Adjournment = Literal["inquorate", "reports_missing", "other"]
StoodDown = Literal["looked_after", "moved", "new_information", "died"]
Review = Literal["continue", "end"]
Ending = Literal["review_conference", "transferred", "reached_18", "died", "left_area"]


@frozen(kw_only=True)
class ConferenceEvent(Event):
    """Something that happened around a child protection conference or plan."""

    stage_name: ClassVar[str] = "conference"


@frozen(kw_only=True)
class ConferencePlanned(ConferenceEvent):
    """A conference was called, for a day."""

    opens: ClassVar[int] = 1
    on: date | None = day()


@frozen(kw_only=True)
class PlanTransferNotified(ConferenceEvent):
    """Another area told us that a child on its protection plan has moved here."""

    opens: ClassVar[int] = 1


@frozen(kw_only=True)
class ConferenceHeld(ConferenceEvent):
    """The conference met and decided whether the child needs a protection plan."""

    opens: ClassVar[int] = 2
    kind: Kind | None = choice(Kind)
    decision: Decision | None = choice(Decision)
    category: Category | None = choice(Category)


@frozen(kw_only=True)
class ConferenceAdjourned(ConferenceEvent):
    """The conference met but could not decide."""

    reason: Adjournment | None = choice(Adjournment)


@frozen(kw_only=True)
class ConferenceStoodDown(ConferenceEvent):
    """The conference was called off before it was held."""

    closes: ClassVar[bool] = True
    reason: StoodDown | None = choice(StoodDown)


@frozen(kw_only=True)
class ProtectionPlanStarted(ConferenceEvent):
    """The child became the subject of a protection plan."""

    opens: ClassVar[int] = 3
    category: Category | None = choice(Category)


@frozen(kw_only=True)
class CategoryChanged(ConferenceEvent):
    """The category of harm of a protection plan was changed."""

    category: Category | None = choice(Category)


@frozen(kw_only=True)
class CoreGroupMet(ConferenceEvent):
    """The core group met to work on the protection plan."""


@frozen(kw_only=True)
class ProtectionVisitMade(ConferenceEvent):
    """A social worker visited a child who is on a protection plan."""

    seen: Seen | None = choice(Seen)


@frozen(kw_only=True)
class ReviewConferenceHeld(ConferenceEvent):
    """A review conference decided whether the protection plan goes on."""

    decision: Review | None = choice(Review)


@frozen(kw_only=True)
class ProtectionPlanEnded(ConferenceEvent):
    """The protection plan ended."""

    closes: ClassVar[bool] = True
    reason: Ending | None = choice(Ending)
