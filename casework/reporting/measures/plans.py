"""Child protection plans: how many, how long, how often, and reviewed in time."""

from collections.abc import Iterator
from typing import Final

from casework.chronology import Happening
from casework.events import (
    ConferenceHeld,
    ProtectionPlanStarted,
)
from casework.reporting.case import Case
from casework.reporting.evening import Evening, Story
from casework.reporting.measure import IN, Counted, Counts, Measure, Unit
from casework.reporting.measures.sources import ADVISER_2019, DFE_CIN, FOI
from casework.states.conference import ON_A_PLAN
from casework.states.walk import Episode

OPEN: Final = "children on a protection plan on the last day"
STARTED: Final = "protection plans that started in the period"
ENDED: Final = "protection plans that ended in the period"


def started(story: Story) -> Happening | None:
    """Give what put the child on the plan: the conference's decision, or the start."""
    return next((one for one in story if _starts(one)), None)


def _starts(one: Happening) -> bool:
    event = one.event
    if isinstance(event, ConferenceHeld):
        return event.decision == "plan"
    return isinstance(event, ProtectionPlanStarted)


def on_a_plan(evening: Evening) -> tuple[Episode, ...]:
    """Give the protection plan that is open at the end of a day, if there is one."""
    return evening.open("conference", ON_A_PLAN)


def _open(_case: Case, evening: Evening) -> Iterator[Counted]:
    return (IN for _ in on_a_plan(evening))


MEASURES: Final = (
    Measure(
        id="plans.count",
        title="Children on a protection plan",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator=OPEN,
        source=f"{DFE_CIN}, table D5; {FOI} (FOI 4652)",
        needs=(ProtectionPlanStarted,),
        on_day=_open,
    ),
    Measure(
        id="plans.rate",
        title="Children on a protection plan, per 10,000",
        unit=Unit.RATE,
        counts=Counts.CHILDREN,
        numerator=OPEN,
        denominator="children in the area",
        source=f"{ADVISER_2019}; {DFE_CIN}",
        needs=(ProtectionPlanStarted,),
        on_day=_open,
    ),
)
