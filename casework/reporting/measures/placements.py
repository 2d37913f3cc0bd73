"""Placements: with whom children live, how often they move, and who stays."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from casework.dates import months_after, years_after
from casework.events import BecameLookedAfter, PlacementEnded, PlacementStarted
from casework.reporting.case import Case
from casework.reporting.evening import Evening, Story
from casework.reporting.measure import IN, Counted, Counts, Found, Measure, Unit
from casework.reporting.measures.looked_after import NO_SHORT_BREAKS, began, care
from casework.reporting.measures.looked_after import OPEN as LOOKED_AFTER
from casework.reporting.measures.sources import (
    ADVISER_2019,
    DFE_CLA,
    HERE,
    INSPECTORATE_2011,
)
from casework.reporting.measures.telling import NOT_SAID, first, spaced, yes_or_no
from casework.states.placement import CURRENT

FAMILY: Final = ("foster", "kinship", "adoptive", "parents")
"""What counts as living in a family: the inspectors do not say what they count."""

PLACED: Final = "placements of children looked after on the last day"
YOUNG, LONG_IN_CARE = 16, 30
"""Under this age, and in care for at least so many months (DfE)."""


def current(case: Case, evening: Evening) -> Story | None:
    """Give the placement where a looked-after child lives at the end of a day."""
    if care(case, evening) is None:
        return None
    placed = evening.open("placement", CURRENT)
    return case.so_far(placed[-1], evening.day) if placed else None


def _kind(story: Story) -> str | None:
    start = first(story, PlacementStarted)
    event = None if start is None else start.event
    return event.kind if isinstance(event, PlacementStarted) else None


def lived_in(case: Case, day: date) -> str | None:
    """Give the kind of placement in which a child lived on a day, if it is known."""
    found = None
    for story in case.each("placement"):
        start = first(story, PlacementStarted)
        if start is not None and start.day <= day and not _ended_by(story, day):
            found = _kind(story)
    return found


def _kinds(case: Case, evening: Evening) -> Iterator[Counted]:
    story = current(case, evening)
    if story is not None:
        kind = _kind(story)
        yield Counted(part=spaced(kind)) if kind else Counted(left_out=NOT_SAID)


def _residential(case: Case, evening: Evening) -> Iterator[Counted]:
    story = current(case, evening)
    if story is not None and _kind(story) == "residential":
        yield IN


def _family(case: Case, evening: Evening) -> Iterator[Counted]:
    story = current(case, evening)
    if story is not None:
        kind = _kind(story)
        yield yes_or_no(None if kind is None else kind in FAMILY)


def _out_of_area(case: Case, evening: Evening) -> Iterator[Counted]:
    story = current(case, evening)
    start = None if story is None else first(story, PlacementStarted)
    if start is not None and isinstance(start.event, PlacementStarted):
        yield yes_or_no(start.event.out_of_area)


def _many(case: Case, evening: Evening) -> Iterator[Counted]:
    if care(case, evening) is not None:
        since = years_after(evening.day, -case.choices.placements_within)
        number = sum(
            1
            for story in case.each("placement")
            if (start := first(story, PlacementStarted)) is not None
            and start.day <= evening.day
            and not _ended_by(story, since)
        )
        yield yes_or_no(number >= case.choices.placements_at_least)


def _ended_by(story: Story, day: date) -> bool:
    end = first(story, PlacementEnded)
    return end is not None and end.day <= day


def _stayed(case: Case, evening: Evening) -> Iterator[Counted]:
    story, age = care(case, evening), evening.age
    start = None if story is None else began(story)
    long = months_after(evening.day, -LONG_IN_CARE)
    if start is not None and start.day <= long and age is not None and age < YOUNG:
        home = current(case, evening)
        since = None if home is None else first(home, PlacementStarted)
        two_years = years_after(evening.day, -2)
        yield yes_or_no(since is not None and since.day <= two_years)


def _for_adoption(case: Case) -> Iterator[Found]:
    for one in case.during(PlacementStarted):
        if isinstance(one.event, PlacementStarted) and one.event.kind == "adoptive":
            yield one.day, IN


MEASURES: Final = (
    Measure(
        id="placements.kinds",
        title="With whom children looked after live",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator=f"{PLACED}, whose kind is known",
        left_out=f"{NO_SHORT_BREAKS}; placements of which the kind is not said",
        source=HERE,
        needs=(PlacementStarted,),
        on_day=_kinds,
        parts=(
            "foster",
            "kinship",
            "residential",
            "parents",
            "secure",
            "supported",
            "youth detention",
            "adoptive",
            "other",
        ),
    ),
    Measure(
        id="placements.residential",
        title="Children in children's homes",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator="children looked after who live in a children's home on the last day",
        left_out=NO_SHORT_BREAKS,
        source=ADVISER_2019,
        needs=(PlacementStarted,),
        on_day=_residential,
    ),
    Measure(
        id="placements.family",
        title="Children looked after who live in a family",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children looked after who live with foster carers, relatives or "
        "friends, adopters or their parents on the last day",
        denominator=f"{PLACED}, whose kind is known",
        left_out=f"{NO_SHORT_BREAKS}; placements of which the kind is not said",
        source=f"{INSPECTORATE_2011}. Adoption lowers it, for who is adopted is no "
        "longer looked after: see looked_after.ceased",
        needs=(PlacementStarted,),
        on_day=_family,
    ),
    Measure(
        id="placements.many",
        title="Children looked after with 3 or more placements",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children looked after on the last day with 3 or more placements in "
        "the 2 years before it",
        denominator=LOOKED_AFTER,
        left_out=NO_SHORT_BREAKS,
        source=f"{DFE_CLA}, whose rule on who was looked after for long enough was not "
        f"read; {INSPECTORATE_2011}. How many, and in how many years, is a choice",
        needs=(BecameLookedAfter, PlacementStarted, PlacementEnded),
        on_day=_many,
    ),
    Measure(
        id="placements.same_two_years",
        title="Children who have stayed with the same carer for 2 years",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children under 16 on the last day, looked after for at least 2 and "
        "a half years, in the same placement for at least 2",
        denominator="children under 16 on the last day, looked after for at least 2 "
        "and a half years",
        left_out=NO_SHORT_BREAKS,
        source=DFE_CLA,
        needs=(BecameLookedAfter, PlacementStarted),
        on_day=_stayed,
    ),
    Measure(
        id="placements.out_of_area",
        title="Children placed out of the area",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="children looked after who live out of the area on the last day",
        denominator=f"{PLACED}, of which the record says where",
        left_out=f"{NO_SHORT_BREAKS}; placements of which it is not said where",
        source=HERE,
        needs=(PlacementStarted,),
        on_day=_out_of_area,
    ),
    Measure(
        id="placements.for_adoption",
        title="Children placed for adoption",
        unit=Unit.COUNT,
        counts=Counts.EPISODES,
        numerator="placements for adoption that began in the period",
        source=INSPECTORATE_2011,
        needs=(PlacementStarted,),
        during=_for_adoption,
    ),
)
