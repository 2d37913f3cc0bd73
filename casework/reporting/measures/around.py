"""What else is reported: children missing, courts, secure homes and complaints."""

from collections.abc import Iterator
from typing import Final

from casework.dates import age_on
from casework.events import (
    BecameLookedAfter,
    ComplaintReceived,
    PlacementStarted,
    ProceedingsConcluded,
    ProceedingsIssued,
    SecureStarted,
    WentMissing,
)
from casework.reporting.bands import Bands
from casework.reporting.case import Case
from casework.reporting.measure import Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.placements import lived_in
from casework.reporting.measures.sources import (
    ASSEMBLY,
    FOI,
    HERE,
    INSPECTORATE_2011,
)
from casework.reporting.measures.telling import each, first

ADULT: Final = 18
GROWN: Final = "18 or over"
WEEK: Final = 7
WEEKS: Final = Bands(
    "weeks", (("26 or fewer", 26), ("27 to 52", 52), ("more than 52", None))
)


def _missing(case: Case) -> Iterator[Found]:
    born = case.evenings[-1].standing.fold.born
    for one in case.during(WentMissing):
        grown = born is not None and age_on(born, one.day) >= ADULT
        yield one.day, Counted(left_out=GROWN if grown else "")


def _missing_children(case: Case) -> Iterator[Found]:
    return (pair for pair in _missing(case) if not pair[1].left_out)


def _issued(case: Case) -> Iterator[Found]:
    return each(case.during(ProceedingsIssued))


def _concluded(case: Case) -> Iterator[Found]:
    for one in case.during(ProceedingsConcluded):
        issued = first(case.before(one), ProceedingsIssued)
        if issued is None:
            yield one.day, Counted(left_out="no issue on the record")
        else:
            weeks = (one.day - issued.day).days / WEEK
            yield one.day, Counted(size=weeks, part=WEEKS.of(weeks))


def _secured(case: Case) -> Iterator[Found]:
    return each(case.during(SecureStarted))


def _complaints(case: Case) -> Iterator[Found]:
    return each(case.during(ComplaintReceived))


def _residential_complaints(case: Case) -> Iterator[Found]:
    return each(
        one
        for one in case.during(ComplaintReceived)
        if lived_in(case, one.day) == "residential"
    )


MEASURES: Final = (
    Measure(
        id="missing.reports",
        title="Times that children went missing",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="times that somebody under 18 went missing in the period",
        left_out="young people of 18 and over",
        source=f"{FOI} (FOI 1724)",
        needs=(WentMissing,),
        during=_missing,
    ),
    Measure(
        id="missing.children",
        title="Children who went missing",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator="children under 18 who went missing in the period, each once",
        left_out="young people of 18 and over",
        source=f"{FOI} (FOI 1724)",
        needs=(WentMissing,),
        during=_missing_children,
        once=True,
    ),
    Measure(
        id="proceedings.issued",
        title="Care proceedings issued",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="care proceedings issued in the period, counted for each child",
        source=HERE,
        needs=(ProceedingsIssued,),
        during=_issued,
    ),
    Measure(
        id="proceedings.weeks",
        title="Weeks that care proceedings took",
        unit=Unit.AVERAGE,
        counts=Counts.EPISODES,
        numerator="weeks from the issue to the conclusion, added up",
        denominator="care proceedings concluded in the period, counted for each child",
        left_out="proceedings of which the record has no issue",
        source=ASSEMBLY,
        needs=(ProceedingsIssued, ProceedingsConcluded),
        during=_concluded,
        parts=WEEKS.labels,
        sizes="weeks",
    ),
    Measure(
        id="secure.started",
        title="Placements in secure accommodation",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="placements in secure accommodation that began in the period",
        source=HERE,
        needs=(SecureStarted,),
        during=_secured,
    ),
    Measure(
        id="complaints.count",
        title="Complaints",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="complaints received in the period",
        source=INSPECTORATE_2011,
        needs=(ComplaintReceived,),
        during=_complaints,
    ),
    Measure(
        id="complaints.residential",
        title="Complaints about children in residential care",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="complaints received in the period on a day on which the child lived "
        "in residential care",
        left_out="who complained, which is not on the record",
        source=INSPECTORATE_2011,
        needs=(ComplaintReceived, BecameLookedAfter, PlacementStarted),
        during=_residential_complaints,
    ),
)
