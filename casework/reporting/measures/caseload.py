"""Caseloads: who has how many children, and who waits for a worker."""

from collections.abc import Iterator
from typing import Final

from casework.events import WorkerAllocated
from casework.reporting.case import Case
from casework.reporting.evening import Evening
from casework.reporting.measure import Counted, Counts, Measure, Unit
from casework.reporting.measures.sources import ADVISER_2019

# What systems call the role; one that says no role has the case.
SOCIAL_WORKER: Final = (None, "social_worker", "social worker", "Social worker")


def _held(_case: Case, evening: Evening) -> Iterator[Counted]:
    for one in evening.workers:
        if one.role in SOCIAL_WORKER:
            key = one.worker or ""
            yield Counted(key=key, left_out="" if key else "the worker is not named")


MEASURES: Final = (
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
)
