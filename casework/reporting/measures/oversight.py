"""Oversight: how managers look after the work, and how soon it is written down."""

from collections.abc import Iterator
from typing import Final

from casework.dates import months_after
from casework.events import (
    CaseAudited,
    Event,
    RagRated,
    ReferralReceived,
    RiskAssessed,
    SupervisionHeld,
)
from casework.reporting.case import Case
from casework.reporting.evening import Evening
from casework.reporting.measure import Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.caseload import OPEN, is_open
from casework.reporting.measures.sources import (
    ADVISER_2020,
    HERE,
    INSPECTORATE_2011,
)
from casework.reporting.measures.telling import each, last, yes_or_no

RECORDED: Final = "events of the period, of which the record says when it was made"
NOT_SAID: Final = "events of which the record does not say when it was made"
PROMPT: Final = 1


def _rag(evening: Evening) -> str | None:
    said = last(evening.happened, RagRated)
    event = None if said is None else said.event
    return event.rag if isinstance(event, RagRated) else None


def _rated(_case: Case, evening: Evening) -> Iterator[Counted]:
    if is_open(evening):
        yield yes_or_no(_rag(evening) is not None)


def _ratings(_case: Case, evening: Evening) -> Iterator[Counted]:
    if is_open(evening):
        rag = _rag(evening)
        yield Counted(part=rag) if rag else Counted(left_out="not rated")


def _recent(evening: Evening, kind: type[Event], months: int) -> Iterator[Counted]:
    if is_open(evening):
        said = last(evening.happened, kind)
        since = months_after(evening.day, -months)
        yield yes_or_no(said is not None and said.day > since)


def _supervised(case: Case, evening: Evening) -> Iterator[Counted]:
    return _recent(evening, SupervisionHeld, case.choices.supervised_within)


def _audited(case: Case, evening: Evening) -> Iterator[Counted]:
    return _recent(evening, CaseAudited, case.choices.audited_within)


def _assessed(_case: Case, evening: Evening) -> Iterator[Counted]:
    if is_open(evening):
        yield yes_or_no(last(evening.happened, RiskAssessed) is not None)


def _audits(case: Case) -> Iterator[Found]:
    return each(case.during(CaseAudited))


def _delays(case: Case) -> Iterator[Found]:
    for one in case.delays:
        if one.happened not in case.span:
            continue
        if one.days is None or one.days < 0:
            why = "not said" if one.days is None else "written down before it happened"
            yield one.happened, Counted(left_out=why)
        else:
            prompt = one.working_days is not None and one.working_days <= PROMPT
            yield one.happened, Counted(met=prompt, size=one.days)


MEASURES: Final = (
    Measure(
        id="oversight.rag_rated",
        title="Open cases that are rated",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children with an open case on the last day that is rated",
        denominator=OPEN,
        source=ADVISER_2020,
        needs=(ReferralReceived, RagRated),
        on_day=_rated,
    ),
    Measure(
        id="oversight.ratings",
        title="Open cases by their rating",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator="children with an open case on the last day, by the latest rating",
        left_out="cases that are not rated",
        source=ADVISER_2020,
        needs=(ReferralReceived, RagRated),
        on_day=_ratings,
        parts=("red", "amber", "green"),
    ),
    Measure(
        id="oversight.supervised",
        title="Open cases discussed in supervision in the last month",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children with an open case on the last day, discussed in "
        "supervision in the month before",
        denominator=OPEN,
        source=f"{HERE}; in how many months is a choice",
        needs=(ReferralReceived, SupervisionHeld),
        on_day=_supervised,
    ),
    Measure(
        id="oversight.audited",
        title="Open cases audited in the last 12 months",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children with an open case on the last day, whose file was read in "
        "the 12 months before",
        denominator=OPEN,
        source=f"{HERE}; in how many months is a choice",
        needs=(ReferralReceived, CaseAudited),
        on_day=_audited,
    ),
    Measure(
        id="oversight.audits",
        title="Files read",
        unit=Unit.COUNT,
        counts=Counts.EVENTS,
        numerator="files read by somebody independent in the period",
        source=INSPECTORATE_2011,
        needs=(CaseAudited,),
        during=_audits,
    ),
    Measure(
        id="oversight.risk_assessed",
        title="Open cases with a risk assessment",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children with an open case on the last day, and a risk assessment",
        denominator=OPEN,
        source=INSPECTORATE_2011,
        needs=(ReferralReceived, RiskAssessed),
        on_day=_assessed,
    ),
    Measure(
        id="recording.delay",
        title="Days until an event is written down",
        unit=Unit.MEDIAN,
        counts=Counts.EVENTS,
        numerator=RECORDED,
        denominator=RECORDED,
        left_out=f"{NOT_SAID}, or that it was made before the event",
        source=HERE,
        needs=(),
        during=_delays,
        sizes="days",
    ),
    Measure(
        id="recording.within_a_working_day",
        title="Events written down within a working day",
        unit=Unit.PERCENT,
        counts=Counts.EVENTS,
        numerator="events of the period written down within a working day",
        denominator=RECORDED,
        left_out=f"{NOT_SAID}, or that it was made before the event",
        source=HERE,
        needs=(),
        during=_delays,
        sizes="days",
    ),
)
