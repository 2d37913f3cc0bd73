"""Child protection plans: how many, how long, how often, and reviewed in time."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from casework.chronology import Happening
from casework.dates import days_after, months_after
from casework.events import (
    CategoryChanged,
    ConferenceHeld,
    ProtectionPlanEnded,
    ProtectionPlanStarted,
    ReviewConferenceHeld,
    WorkerAllocated,
)
from casework.reporting.case import Case
from casework.reporting.evening import Evening, Story
from casework.reporting.measure import IN, Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.sources import (
    ADVISER_2019,
    AREA,
    DFE_CIN,
    FOI,
    HERE,
    INSPECTORATE_2011,
)
from casework.reporting.measures.telling import NOT_SAID, each, yes_or_no
from casework.states.conference import ON_A_PLAN
from casework.states.walk import Episode

OPEN: Final = "children on a protection plan on the last day"
STARTED: Final = "protection plans that started in the period"
EARLIER: Final = "the source does not cover the years before"
EARLIER_REVIEWS: Final = "the plan began before the source does"

DURATIONS: Final = (
    "3 months or less",
    "more than 3 to 6 months",
    "more than 6 months, under 1 year",
    "1 year to under 2 years",
    "2 years or more",
)
DAYS: Final = {3: 91, 6: 183}


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
    # Of two at a time, which a finding tells of, it is the later: a child counts once.
    return evening.open("conference", ON_A_PLAN)[-1:]


def _open(_case: Case, evening: Evening) -> Iterator[Counted]:
    return (IN for _ in on_a_plan(evening))


def _with_worker(_case: Case, evening: Evening) -> Iterator[Counted]:
    return (yes_or_no(bool(evening.workers)) for _ in on_a_plan(evening))


def _families(case: Case, evening: Evening) -> Iterator[Counted]:
    family = case.journey.child.family or ""
    return (Counted(key=family) for _ in on_a_plan(evening))


def _categories(case: Case, evening: Evening) -> Iterator[Counted]:
    for episode in on_a_plan(evening):
        said = [_category(one) for one in case.so_far(episode, evening.day)]
        known = [one for one in said if one]
        yield Counted(part=known[-1]) if known else Counted(left_out=NOT_SAID)


def _category(one: Happening) -> str | None:
    telling = ConferenceHeld | ProtectionPlanStarted | CategoryChanged
    return one.event.category if isinstance(one.event, telling) else None


def _starts_in_period(case: Case) -> Iterator[tuple[Happening, bool]]:
    """Give what started each plan of the period, and whether there was one before."""
    starts = sorted(
        (one for story in case.each("conference") if (one := started(story))),
        key=lambda one: one.day,
    )
    for number, one in enumerate(starts):
        if one.day in case.span:
            yield one, number > 0


def _started(case: Case) -> Iterator[Found]:
    return each(one for one, _ in _starts_in_period(case))


def _second(case: Case) -> Iterator[Found]:
    begins = case.ground.records.start
    for one, again in _starts_in_period(case):
        doubt = "" if again or begins is None else EARLIER
        yield one.day, Counted(met=again, doubt=doubt)


def _ended(case: Case) -> Iterator[Found]:
    for story in case.each("conference"):
        start, end = started(story), ended(story)
        if end is not None and end.day in case.span:
            yield end.day, _duration(start, end.day)


def ended(story: Story) -> Happening | None:
    """Give what took the child off the plan: a review's decision, or the end itself."""
    # An end that is written down after the decision does not end the plan once more.
    return next((one for one in story if _ends(one)), None)


def _ends(one: Happening) -> bool:
    event = one.event
    if isinstance(event, ReviewConferenceHeld):
        return event.decision == "end"
    return isinstance(event, ProtectionPlanEnded)


def _lasted(case: Case, evening: Evening) -> Iterator[Counted]:
    for episode in on_a_plan(evening):
        start = started(case.so_far(episode, evening.day))
        yield _duration(start, evening.day)


def _duration(start: Happening | None, day: date) -> Counted:
    if start is None or start.event.start_unknown or start.day > day:
        return Counted(left_out="no start on the record")
    return Counted(size=(day - start.day).days, part=lasting(start.day, day))


def lasting(start: date, day: date) -> str:
    """Give the band of a plan's duration, in calendar months (DfE, tables D5, D7)."""
    if day <= months_after(start, 6):
        return DURATIONS[day > months_after(start, 3)]
    return DURATIONS[2 + sum(day >= months_after(start, n) for n in (12, 24))]


def _reviewed(case: Case, evening: Evening) -> Iterator[Counted]:
    for episode in on_a_plan(evening):
        story = case.so_far(episode, evening.day)
        start = started(story)
        if start is None or start.event.start_unknown:
            yield Counted(left_out="no start on the record")
        elif _after(case, start.day, 3) <= evening.day:
            yield _in_time(case, story, start.day, evening.day)


def _in_time(case: Case, story: Story, start: date, day: date) -> Counted:
    reviews = [one.day for one in story if isinstance(one.event, ReviewConferenceHeld)]
    limits = (3, *(6 for _ in reviews))
    pairs = zip((start, *reviews), (*reviews, day), limits, strict=True)
    good = all(after <= _after(case, before, n) for before, after, n in pairs)
    begins = case.ground.records.start
    unseen = begins is not None and start < begins and not good
    basis = case.basis_of("conference.review", start)
    return Counted(met=good, doubt=EARLIER_REVIEWS if unseen else "", basis=basis)


def _after(case: Case, day: date, months: int) -> date:
    if case.choices.months == "days":
        return days_after(day, DAYS[months])
    return months_after(day, months)


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
        denominator=AREA,
        source=f"{ADVISER_2019}; {DFE_CIN}",
        needs=(ProtectionPlanStarted,),
        on_day=_open,
    ),
    Measure(
        id="plans.families",
        title="Families with a child on a protection plan",
        unit=Unit.COUNT,
        counts=Counts.FAMILIES,
        numerator="families with a child on a protection plan on the last day; a child "
        "whose family is not said is one of its own",
        source=HERE,
        needs=(ProtectionPlanStarted,),
        on_day=_families,
    ),
    Measure(
        id="plans.categories",
        title="Protection plans by category",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator=f"{OPEN}, by the latest category",
        left_out="plans of which the record says no category",
        source=DFE_CIN,
        needs=(ProtectionPlanStarted,),
        on_day=_categories,
        parts=("neglect", "physical", "sexual", "emotional", "multiple"),
    ),
    Measure(
        id="plans.started",
        title="Protection plans started",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator=STARTED,
        source=f"{DFE_CIN}, table D3",
        needs=(ProtectionPlanStarted,),
        during=_started,
    ),
    Measure(
        id="plans.second",
        title="Second or subsequent protection plans",
        unit=Unit.PERCENT,
        counts=Counts.EPISODES,
        numerator="protection plans that started in the period, of a child who had one "
        "before, however long ago",
        denominator=STARTED,
        source=f"{DFE_CIN}, table D3",
        needs=(ProtectionPlanStarted,),
        during=_second,
    ),
    Measure(
        id="plans.duration_open",
        title="How long the open protection plans have lasted",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator=f"{OPEN}, whose start is known",
        left_out="plans without a start on the record",
        source=f"{DFE_CIN}, table D5",
        needs=(ProtectionPlanStarted,),
        on_day=_lasted,
        parts=DURATIONS,
        sizes="days",
    ),
    Measure(
        id="plans.duration_ended",
        title="How long protection plans had lasted when they ended",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="protection plans that ended in the period, whose start is known",
        left_out="plans without a start on the record",
        source=f"{DFE_CIN}, table D7",
        needs=(ProtectionPlanEnded,),
        during=_ended,
        parts=DURATIONS,
        sizes="days",
    ),
    Measure(
        id="plans.reviewed_in_time.published",
        title="Protection plans reviewed in time",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="protection plans open for at least 3 months on the last day, whose "
        "reviews were all in time: the first within 3 months, the next within 6",
        denominator="protection plans open for at least 3 months on the last day",
        left_out="plans without a start on the record",
        source=f"{DFE_CIN}, table D6; calendar months or, by choice, 91 and 183 days",
        needs=(ProtectionPlanStarted, ReviewConferenceHeld),
        on_day=_reviewed,
        rests_on="conference.review",
    ),
    Measure(
        id="plans.with_worker",
        title="Children on a protection plan with an allocated worker",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children on a protection plan with a worker on the last day",
        denominator=OPEN,
        source=INSPECTORATE_2011,
        needs=(ProtectionPlanStarted, WorkerAllocated),
        on_day=_with_worker,
    ),
)
