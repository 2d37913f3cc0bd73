"""Looked after: how many, on what basis, and what is in place for them."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from casework.chronology import Happening
from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    LegalBasisChanged,
)
from casework.reporting.case import Case
from casework.reporting.evening import Evening, Story
from casework.reporting.measure import IN, Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.sources import (
    AREA,
    DFE_CLA,
    FOI,
    HERE,
    INSPECTORATE_2011,
)
from casework.reporting.measures.telling import (
    NOT_SAID,
    by_word,
    first,
    spaced,
)
from casework.states.looked_after import LOOKED_AFTER

OPEN: Final = "children looked after on the last day"
NO_SHORT_BREAKS: Final = "children who are looked after in short breaks only"
IN_SHORT_BREAKS: Final = "in short breaks"
BEGAN: Final = "children who became looked after in the period"
SHORT: Final = "short_breaks"
"""A series of short breaks: legal status V3 or V4."""

ONE_DAY: Final = timedelta(days=1)


def care(case: Case, evening: Evening) -> Story | None:
    """Give the period of care in which a child is looked after at the end of a day.

    None where the child is not looked after, or in a series of short breaks only.
    """
    for episode in evening.open("looked_after", LOOKED_AFTER):
        story = tuple(one for one in case.of(episode) if one.day <= evening.day)
        return None if basis(story) == SHORT else story
    return None


def basis(story: Story) -> str | None:
    """Give the latest legal basis of a period of care."""
    said = [
        one.event.basis
        for one in story
        if isinstance(one.event, BecameLookedAfter | LegalBasisChanged)
    ]
    return said[-1] if said else None


def began(story: Story) -> Happening | None:
    """Give the event with which a period of care began."""
    return first(story, BecameLookedAfter)


def _open(case: Case, evening: Evening) -> Iterator[Counted]:
    if care(case, evening) is not None:
        yield IN


def _families(case: Case, evening: Evening) -> Iterator[Counted]:
    if care(case, evening) is not None:
        yield Counted(key=case.journey.child.family or "")


def _bases(case: Case, evening: Evening) -> Iterator[Counted]:
    story = care(case, evening)
    if story is not None:
        said = basis(story)
        yield Counted(part=spaced(said)) if said else Counted(left_out=NOT_SAID)


def _began(case: Case) -> Iterator[Found]:
    for one in case.during(BecameLookedAfter):
        short = one.event.basis == SHORT  # type: ignore[attr-defined]
        yield one.day, Counted(left_out=IN_SHORT_BREAKS if short else "")


def _ceased(case: Case) -> Iterator[Found]:
    return by_word(case.during(CeasedLookedAfter), "reason")


def spells(case: Case) -> Iterator[tuple[date, date]]:
    """Give the first and the last day of each time in care, as far as the report's.

    The night counts: the day on which a child leaves care is not a day in it. Days on
    which only a series of short breaks was in force are left out.
    """
    for story in case.each("looked_after"):
        start, end = began(story), first(story, CeasedLookedAfter)
        over = end.day if end else case.left_on(story)
        if start is not None:
            last = over - ONE_DAY if over else case.span.last
            yield from _outside_short_breaks(story, start.day, last)


def _outside_short_breaks(
    story: Story, start: date, last: date
) -> Iterator[tuple[date, date]]:
    """Give the days of a period of care, each time by the basis then in force."""
    telling = BecameLookedAfter | LegalBasisChanged
    changes = [one.day for one in story if isinstance(one.event, telling)]
    days = sorted({start, *(day for day in changes if start < day <= last)})
    for day, following in pairwise([*days, last + ONE_DAY]):
        if basis(tuple(one for one in story if one.day <= day)) != SHORT:
            yield day, following - ONE_DAY


def _days(case: Case) -> Iterator[Found]:
    days = {day for spell in spells(case) for day in _from(case.span.first, *spell)}
    return ((day, Counted(size=1)) for day in sorted(days))


def _from(first: date, start: date, last: date) -> Iterator[date]:
    day = max(first, start)
    while day <= last:
        yield day
        day += ONE_DAY


MEASURES: Final = (
    Measure(
        id="looked_after.count",
        title="Children looked after",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator=OPEN,
        left_out=NO_SHORT_BREAKS,
        source=f"{DFE_CLA}; {FOI}",
        needs=(BecameLookedAfter,),
        on_day=_open,
    ),
    Measure(
        id="looked_after.rate",
        title="Children looked after, per 10,000",
        unit=Unit.RATE,
        counts=Counts.CHILDREN,
        numerator=OPEN,
        denominator=AREA,
        left_out=NO_SHORT_BREAKS,
        source=DFE_CLA,
        needs=(BecameLookedAfter,),
        on_day=_open,
    ),
    Measure(
        id="looked_after.average",
        title="Children looked after on an average day",
        unit=Unit.DAILY,
        counts=Counts.CHILDREN,
        numerator="days on which a child was looked after in the period, the last not "
        "counted",
        denominator="days of the period",
        left_out=NO_SHORT_BREAKS,
        source=f"{INSPECTORATE_2011}: the yearly average",
        needs=(BecameLookedAfter, CeasedLookedAfter),
        during=_days,
        sizes="days",
    ),
    Measure(
        id="looked_after.families",
        title="Families with a child looked after",
        unit=Unit.COUNT,
        counts=Counts.FAMILIES,
        numerator="families with a child looked after on the last day; a child whose "
        "family is not said is one of its own",
        left_out=NO_SHORT_BREAKS,
        source=HERE,
        needs=(BecameLookedAfter,),
        on_day=_families,
    ),
    Measure(
        id="looked_after.bases",
        title="On what basis children are looked after",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator=f"{OPEN}, whose legal basis is known",
        left_out=NO_SHORT_BREAKS,
        source=HERE,
        needs=(BecameLookedAfter,),
        on_day=_bases,
        parts=(
            "accommodated",
            "care order",
            "interim care order",
            "placement order",
            "police protection",
            "emergency protection",
            "child assessment order",
            "remand accommodation",
            "remand detention",
        ),
    ),
    Measure(
        id="looked_after.began",
        title="Children who became looked after",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator=BEGAN,
        left_out="series of short breaks",
        source=f"{FOI} (FOI 5223 counts those brought into care)",
        needs=(BecameLookedAfter,),
        during=_began,
    ),
    Measure(
        id="looked_after.ceased",
        title="Why children ceased to be looked after",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="children who ceased to be looked after in the period, by the reason",
        left_out="those of whom the record says no reason",
        source=HERE,
        needs=(CeasedLookedAfter,),
        during=_ceased,
        parts=(
            "returned home",
            "reached 18",
            "adopted",
            "special guardianship",
            "residence order",
            "independent living",
            "custody",
            "transferred",
            "adult services",
            "remand ended",
            "age assessed adult",
            "moved abroad",
            "died",
            "other",
        ),
    ),
)
