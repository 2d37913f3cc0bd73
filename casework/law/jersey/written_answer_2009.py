"""What the States Assembly was told on 28 April 2009 of visits and reviews.

Visits to looked-after children at least six-weekly, and reviews six-monthly. When the
first visit and the first two reviews come was not said: those are England's numbers.
"""

from typing import Final

from attrs import evolve

from casework.events import PlacementStarted
from casework.law.adopting import adopted
from casework.law.conditions import on
from casework.law.england import care_planning_2010_reviews, care_planning_2010_visits
from casework.law.interval import Interval
from casework.law.jersey.placement_regulations_2005 import NOT_READ
from casework.law.source import Authority, Basis, Citation
from casework.periods import months, weeks

ANSWER: Final = Citation(
    title="States Assembly, written answer 1240/5(4444)",
    provision="28 April 2009",
    url=None,
    read="2026-11-21",
    remark="what was said to be done in 2009; not shown to be a written rule",
)

# Six weeks throughout: none of England's longer intervals, and any kind of placement.
VISIT: Final = evolve(
    adopted(care_planning_2010_visits.PLACEMENT, "jersey.visit.placement"),
    words="within a week of the start of the placement",
    family=None,
    when=(),
    starts=on(PlacementStarted),
    then=Interval(
        within=weeks(6),
        words="at least every six weeks",
        basis=Basis.REPORTED,
        authority=Authority.PRACTICE,
        citation=ANSWER,
    ),
    note=f"six-weekly visits as reported in 2009; {NOT_READ}",
)

# An adjournment would move a reported interval by a number of England's, so it moves
# none.
REVIEW: Final = evolve(
    adopted(care_planning_2010_reviews.LOOKED_AFTER, "jersey.review.looked_after"),
    words="within 20 working days of becoming looked after, then within 3 months",
    extended_by=(),
    then=(
        Interval(within=months(3)),
        Interval(
            within=months(6),
            words="every six months",
            basis=Basis.REPORTED,
            authority=Authority.PRACTICE,
            citation=ANSWER,
        ),
    ),
    note=f"six-monthly reviews as reported in 2009; {NOT_READ}",
)

RULES: Final = (VISIT, REVIEW)
