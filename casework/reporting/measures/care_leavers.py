"""Care leavers: who they are, and what is in place for them."""

from collections.abc import Iterator
from typing import Final

from casework.events import (
    AccommodationEnded,
    AccommodationProvided,
    BecameLookedAfter,
    ContactLost,
    ContactReEstablished,
    LeavingCareBegan,
    PathwayPlanEnded,
    PathwayPlanMade,
    PersonalAdviserAppointed,
)
from casework.reporting.case import Case
from casework.reporting.evening import Evening
from casework.reporting.measure import Counted, Counts, Measure, Unit
from casework.reporting.measures.sources import DFE_CLA, HERE, INSPECTORATE_2011
from casework.reporting.measures.telling import last, yes_or_no

STATUSES: Final = (
    "england.status.relevant_child",
    "england.status.former_relevant_child",
    "jersey.status.care_leaver_2022_law",
)
"""Whom the law has the service support after care."""

CARE_LEAVERS: Final = "care leavers on the last day, under 25"
ADULT: Final = 18
FROM_22: Final = 22
TO: Final = 25
AGES: Final = ("16 and 17", "18 to 21", "22 to 24")


def is_care_leaver(evening: Evening) -> bool:
    """Say whether a young person has a status that the service must support."""
    age = evening.age
    if age is None or age >= TO or evening.over:
        return False
    looked_after = evening.open("looked_after", "looked after")
    return not looked_after and any(map(evening.has, STATUSES))


def _count(_case: Case, evening: Evening) -> Iterator[Counted]:
    if is_care_leaver(evening):
        age = evening.age or 0
        yield Counted(part=AGES[(age >= ADULT) + (age >= FROM_22)])


def _in_touch(_case: Case, evening: Evening) -> Iterator[Counted]:
    if is_care_leaver(evening):
        said = last(evening.happened, ContactLost, ContactReEstablished)
        lost = said is not None and isinstance(said.event, ContactLost)
        yield yes_or_no(bool(evening.open("leaving_care")) and not lost)


def _supported(_case: Case, evening: Evening) -> Iterator[Counted]:
    if is_care_leaver(evening):
        yield yes_or_no(bool(evening.open("leaving_care", "supported")))


def _planned(_case: Case, evening: Evening) -> Iterator[Counted]:
    if is_care_leaver(evening):
        said = last(evening.happened, PathwayPlanMade, PathwayPlanEnded)
        made = said is not None and isinstance(said.event, PathwayPlanMade)
        yield yes_or_no(made)


def _advised(_case: Case, evening: Evening) -> Iterator[Counted]:
    if is_care_leaver(evening):
        appointed = last(evening.happened, PersonalAdviserAppointed)
        yield yes_or_no(appointed is not None)


def _housed(_case: Case, evening: Evening) -> Iterator[Counted]:
    if is_care_leaver(evening):
        said = last(evening.happened, AccommodationProvided, AccommodationEnded)
        housed = said is not None and isinstance(said.event, AccommodationProvided)
        yield yes_or_no(housed)


MEASURES: Final = (
    Measure(
        id="care_leavers.count",
        title="Care leavers",
        unit=Unit.COUNT,
        counts=Counts.CHILDREN,
        numerator=CARE_LEAVERS,
        left_out="qualifying young people whom the service may, and need not, support",
        source=f"{DFE_CLA}. In England: relevant and former relevant children; in "
        "Jersey: care leavers under the Law of 2022",
        needs=(BecameLookedAfter,),
        on_day=_count,
        parts=AGES,
    ),
    Measure(
        id="care_leavers.in_touch",
        title="Care leavers with whom the service is in touch",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="care leavers on the last day with support open, of whom contact is "
        "not lost",
        denominator=CARE_LEAVERS,
        source=f"{DFE_CLA}, who ask around the birthday; here it is the last day",
        needs=(BecameLookedAfter, LeavingCareBegan, ContactLost),
        on_day=_in_touch,
    ),
    Measure(
        id="care_leavers.supported",
        title="Care leavers who take support",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="care leavers on the last day who take the support that is offered",
        denominator=CARE_LEAVERS,
        source=f"{DFE_CLA}: those aged 22 to 25 who are supported",
        needs=(BecameLookedAfter, LeavingCareBegan),
        on_day=_supported,
    ),
    Measure(
        id="care_leavers.with_pathway_plan",
        title="Care leavers with a pathway plan",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="care leavers on the last day whose pathway plan stands",
        denominator=CARE_LEAVERS,
        source=INSPECTORATE_2011,
        needs=(BecameLookedAfter, PathwayPlanMade),
        on_day=_planned,
    ),
    Measure(
        id="care_leavers.with_adviser",
        title="Care leavers with a personal adviser",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="care leavers on the last day who were given a personal adviser",
        denominator=CARE_LEAVERS,
        source=HERE,
        needs=(BecameLookedAfter, PersonalAdviserAppointed),
        on_day=_advised,
    ),
    Measure(
        id="care_leavers.accommodated",
        title="Care leavers in accommodation that the service provided",
        unit=Unit.PERCENT,
        counts=Counts.CHILDREN,
        numerator="care leavers on the last day in accommodation that was provided",
        denominator=CARE_LEAVERS,
        source=f"{HERE}; whether it is suitable, which the Department asks, is not on "
        "the record",
        needs=(BecameLookedAfter, AccommodationProvided),
        on_day=_housed,
    ),
)
