"""In care: the worker, the plans and the health of children looked after."""

from collections.abc import Iterator
from typing import Final

from casework.dates import months_after
from casework.events import (
    BecameLookedAfter,
    CarePlanMade,
    EducationPlanMade,
    Event,
    HealthAssessed,
    PathwayPlanMade,
    SchoolExcluded,
    WorkerAllocated,
)
from casework.reporting.case import Case
from casework.reporting.evening import Evening, Story
from casework.reporting.measure import IN, Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.looked_after import (
    NO_SHORT_BREAKS,
    OPEN,
    began,
    care,
    spells,
)
from casework.reporting.measures.sources import (
    ADVISER_2019,
    DFE_CLA,
    INSPECTORATE_2011,
)
from casework.reporting.measures.telling import first, yes_or_no

# England's rule asks for an education plan from 3; a pathway plan is asked for at 16.
PLANS_FROM: Final = 3
PATHWAY_FROM: Final = 16
ADULT: Final = 18


def _had(story: Story, *kinds: type[Event]) -> bool:
    """Say whether an event of some kinds is among those of a period of care."""
    return first(story, *kinds) is not None


def _with_worker(case: Case, evening: Evening) -> Iterator[Counted]:
    if care(case, evening) is not None:
        yield yes_or_no(bool(evening.workers))


def _care_plan(case: Case, evening: Evening) -> Iterator[Counted]:
    story = care(case, evening)
    if story is not None:
        yield yes_or_no(_had(story, CarePlanMade))


def _education_plan(case: Case, evening: Evening) -> Iterator[Counted]:
    story, age = care(case, evening), evening.age
    if story is not None and age is not None and PLANS_FROM <= age < ADULT:
        rests_on = case.basis_of("education_plan.make", evening.day)
        yield Counted(met=_had(story, EducationPlanMade), basis=rests_on)


def _pathway_plan(case: Case, evening: Evening) -> Iterator[Counted]:
    story, age = care(case, evening), evening.age
    if story is not None and age is not None and PATHWAY_FROM <= age < ADULT:
        made = (one.day <= evening.day for one in case.events(PathwayPlanMade))
        yield yes_or_no(any(made))


def _health(case: Case, evening: Evening) -> Iterator[Counted]:
    story = care(case, evening)
    start = None if story is None else began(story)
    if start is not None and start.day <= months_after(evening.day, -12):
        year = months_after(evening.day, -12)
        seen = (year < one.day <= evening.day for one in case.events(HealthAssessed))
        yield yes_or_no(any(seen))


def _excluded(case: Case) -> Iterator[Found]:
    inside = tuple(spells(case))
    for one in case.during(SchoolExcluded):
        if any(start <= one.day <= end for start, end in inside):
            yield one.day, IN


MEASURES: Final = (
    Measure(
        id="looked_after.with_worker",
        title="Children looked after with an allocated worker",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children looked after with a worker on the last day",
        denominator=OPEN,
        left_out=NO_SHORT_BREAKS,
        source=INSPECTORATE_2011,
        needs=(BecameLookedAfter, WorkerAllocated),
        on_day=_with_worker,
    ),
    Measure(
        id="looked_after.with_care_plan",
        title="Children looked after with a care plan",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children looked after on the last day, whose care plan was made",
        denominator=OPEN,
        left_out=NO_SHORT_BREAKS,
        source=INSPECTORATE_2011,
        needs=(BecameLookedAfter, CarePlanMade),
        on_day=_care_plan,
    ),
    Measure(
        id="looked_after.with_education_plan",
        title="Children looked after with a personal education plan",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children looked after on the last day, aged 3 to 17, whose personal "
        "education plan was made",
        denominator="children looked after on the last day, aged 3 to 17",
        left_out=NO_SHORT_BREAKS,
        source=ADVISER_2019,
        needs=(BecameLookedAfter, EducationPlanMade),
        on_day=_education_plan,
        rests_on="education_plan.make",
    ),
    Measure(
        id="looked_after.excluded",
        title="School exclusions of children looked after",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator="exclusions from school in the period, while looked after",
        left_out="exclusions while in short breaks only",
        source=ADVISER_2019,
        needs=(BecameLookedAfter, SchoolExcluded),
        during=_excluded,
    ),
    Measure(
        id="looked_after.health_assessed",
        title="Children looked after for a year with a health assessment in it",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children looked after for at least 12 months on the last day, whose "
        "health was assessed in the last 12",
        denominator="children looked after for at least 12 months on the last day",
        left_out=NO_SHORT_BREAKS,
        source=DFE_CLA,
        needs=(BecameLookedAfter, HealthAssessed),
        on_day=_health,
    ),
    Measure(
        id="looked_after.with_pathway_plan",
        title="Children looked after from 16 with a pathway plan",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children looked after on the last day, aged 16 or 17, with a "
        "pathway plan",
        denominator="children looked after on the last day, aged 16 or 17",
        left_out=NO_SHORT_BREAKS,
        source=ADVISER_2019,
        needs=(BecameLookedAfter, PathwayPlanMade),
        on_day=_pathway_plan,
    ),
)
