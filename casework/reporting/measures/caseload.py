"""Caseloads: who has how many children, and who waits for a worker."""

from collections.abc import Iterator
from typing import Final

from casework.dates import months_after
from casework.events import (
    CaseAllocated,
    CaseHeldOnDuty,
    CaseTransferred,
    ReferralDecided,
    ReferralReceived,
    WorkerAllocated,
)
from casework.reporting.case import Case
from casework.reporting.evening import Evening
from casework.reporting.measure import IN, Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.sources import (
    ADVISER_2019,
    FOI,
    INSPECTORATE_2011,
)
from casework.reporting.measures.telling import first, yes_or_no
from casework.states.assessment import AWAITING, ON_DUTY

# What systems call the role; one that says no role has the case.
SOCIAL_WORKER: Final = (None, "social_worker", "social worker", "Social worker")

STAGES: Final = (
    "assessment",
    "child_in_need",
    "article_42",
    "conference",
    "pre_proceedings",
    "proceedings",
    "secure",
    "looked_after",
    "pathway_plan",
    "leaving_care",
    "private_fostering",
)
"""Stages in which children's social care has a case."""

OPEN: Final = "children with an open case on the last day"


def is_open(evening: Evening) -> bool:
    """Say whether children's social care has an open case of the child."""
    return any(map(evening.open, STAGES))


def _open(_case: Case, evening: Evening) -> Iterator[Counted]:
    if is_open(evening):
        yield IN


def _held(_case: Case, evening: Evening) -> Iterator[Counted]:
    for one in evening.workers:
        if one.role in SOCIAL_WORKER:
            key = one.worker or ""
            yield Counted(key=key, left_out="" if key else "the worker is not named")


def _allocated(_case: Case, evening: Evening) -> Iterator[Counted]:
    if is_open(evening):
        yield yes_or_no(bool(evening.workers))


def _awaiting(_case: Case, evening: Evening) -> Iterator[Counted]:
    yield from [IN for _ in evening.open("assessment", AWAITING)][:1]


def _on_duty(_case: Case, evening: Evening) -> Iterator[Counted]:
    yield from [IN for _ in evening.open("assessment", ON_DUTY)][:1]


def _transferred(case: Case) -> Iterator[Found]:
    for one in case.during(CaseTransferred):
        given = first(case.before(one), CaseAllocated)
        if given is None:
            yield one.day, Counted(left_out="no allocation on the record")
        else:
            by = months_after(given.day, case.choices.transferred_within)
            days = (one.day - given.day).days
            yield one.day, Counted(met=one.day <= by, size=days)


MEASURES: Final = (
    Measure(
        id="caseload.children",
        title="Children with an open case",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator=OPEN,
        left_out="contacts, early help and complaints",
        source=f"{FOI} (FOI 4101 counts those supported by children's social care)",
        needs=(ReferralReceived,),
        on_day=_open,
    ),
    Measure(
        id="caseload.average",
        title="Children for each social worker",
        unit=Unit.AVERAGE,
        counts=Counts.WORKERS,
        numerator="children allocated to a social worker on the last day, counted for "
        "each of their social workers",
        denominator="social workers with at least one child",
        left_out="workers in another role; allocations that name no worker",
        source=ADVISER_2019,
        needs=(WorkerAllocated,),
        on_day=_held,
    ),
    Measure(
        id="caseload.with_worker",
        title="Open cases with an allocated worker",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children with an open case and a worker on the last day",
        denominator=OPEN,
        source=INSPECTORATE_2011,
        needs=(ReferralReceived, WorkerAllocated),
        on_day=_allocated,
    ),
    Measure(
        id="allocation.awaiting",
        title="Children who wait for a worker",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator="children whose referral awaits allocation on the last day",
        source=INSPECTORATE_2011,
        needs=(ReferralDecided, CaseAllocated),
        on_day=_awaiting,
    ),
    Measure(
        id="allocation.on_duty",
        title="Children whose case is held on duty",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator="children whose referral is held on duty on the last day",
        source=INSPECTORATE_2011,
        needs=(CaseHeldOnDuty,),
        on_day=_on_duty,
    ),
    Measure(
        id="allocation.transferred_in_time",
        title="Cases handed to another team within 3 months",
        unit=Unit.PERCENT,
        counts=Counts.EVENTS,
        numerator="cases handed from one team to another in the period, within 3 "
        "months of the first allocation",
        denominator="cases handed from one team to another in the period",
        left_out="cases of which the record has no allocation",
        source=f"{INSPECTORATE_2011}: a policy of the time; the months are a choice",
        needs=(CaseAllocated, CaseTransferred),
        during=_transferred,
        sizes="days",
    ),
)
