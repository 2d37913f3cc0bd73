"""Promoting the education of looked-after children: statutory guidance of 2018."""

from typing import Final

from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    EducationPlanMade,
    EducationPlanReviewed,
)
from casework.law.conditions import Scope, on
from casework.law.england.states_of_affairs import LOOKED_AFTER
from casework.law.lengths import EndOfTerm
from casework.law.rule import Again, Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.law.times import birthday, each_term, given, reached
from casework.periods import working_days

# The ages to which education plans belong, from 3 to 18; 18 releases every rule.
YOUNGEST: Final = 3

GUIDANCE: Final = Citation(
    title="Promoting the education of looked-after children (February 2018)",
    provision="section on personal education plans",
    url=None,
    read="2026-11-21",
    remark="quoted by secondary sources; working day is not defined in it",
)

MAKE: Final = Timescale(
    id="england.education_plan.make",
    title="Personal education plan made",
    citation=GUIDANCE,
    words="begun within 10 working days of becoming looked after",
    authority=Authority.STATUTORY_GUIDANCE,
    basis=Basis.VERIFIED,
    role=Role.SOCIAL_WORKER,
    starts=(
        given(on(BecameLookedAfter), reached(YOUNGEST)),
        birthday(YOUNGEST, LOOKED_AFTER),
    ),
    within=working_days(10),
    met_by=on(EducationPlanMade),
    ends=on(CeasedLookedAfter),
    in_force=NOT_KNOWN,
)

REVIEW: Final = Timescale(
    id="england.education_plan.review",
    title="Personal education plan reviewed",
    citation=GUIDANCE,
    words="reviewed in each school term",
    authority=Authority.STATUTORY_GUIDANCE,
    basis=Basis.VERIFIED,
    role=Role.SOCIAL_WORKER,
    # Each term asks for a review of its own, whether the last was held or not.
    starts=each_term(LOOKED_AFTER, reached(YOUNGEST)),
    again=Again.NEW,
    within=EndOfTerm(),
    met_by=on(EducationPlanReviewed),
    ends=on(CeasedLookedAfter),
    scope=Scope.LINE,
    in_force=NOT_KNOWN,
)

RULES: Final = (MAKE, REVIEW)
