"""Care Leavers (England) Regulations 2010, SI 2010/2571, and the offer of s. 23CZB."""

from typing import Final

from casework.events import (
    AccommodationEnded,
    AccommodationProvided,
    AdviserVisitMade,
    NeedsAssessed,
    PathwayPlanEnded,
    PathwayPlanMade,
    PathwayPlanReviewed,
    SupportDeclined,
    SupportOffered,
    SupportRequested,
)
from casework.law.conditions import Scope, on, while_
from casework.law.england.care_leavers_status import FORMER_RELEVANT, RELEVANT
from casework.law.england.states_of_affairs import AGREED_PROGRAMME, SUPPORT_ASKED_FOR
from casework.law.interval import Interval
from casework.law.lengths import by
from casework.law.rule import Again, Timescale
from casework.law.source import Authority, Basis, Citation, Role
from casework.law.times import birthday, not_, qualifies
from casework.periods import AS_SOON_AS_POSSIBLE, days, months

TITLE: Final = "Care Leavers (England) Regulations 2010 (SI 2010/2571)"
URL: Final = "https://www.legislation.gov.uk/uksi/2010/2571"
IN_FORCE: Final = "2011-04-01"


def cited(provision: str) -> Citation:
    """Cite a provision of the regulations.

    Examples
    --------
    >>> print(cited("reg. 8(2)").provision)
    reg. 8(2)
    """
    return Citation(title=TITLE, provision=provision, url=URL, read="2026-11-21")


NEEDS_OF_A_RELEVANT_CHILD: Final = Timescale(
    id="england.needs.assess_relevant",
    title="Needs of a relevant child assessed",
    citation=cited("reg. 5(2)"),
    words="within 3 months of becoming a relevant child",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=qualifies(RELEVANT),
    unless=while_(
        "needs have been assessed",
        opened_by=on(NeedsAssessed),
        closed_by=on(PathwayPlanEnded),
    ),
    within=months(3),
    met_by=on(NeedsAssessed),
    scope=Scope.CHILD,
    released_at_18=False,
    in_force=IN_FORCE,
)

# After 21 the duty goes on only for somebody who asked for support or is in an agreed
# programme (Children Act 1989 ss. 23C(7) and 23CZB), and never after 25.
PATHWAY_PLAN_REVIEW: Final = Timescale(
    id="england.pathway_plan.review",
    title="Pathway plan reviewed",
    citation=cited("reg. 7(2)(c)"),
    words="at most 6 months apart",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.PERSONAL_ADVISER,
    starts=on(PathwayPlanMade, SupportRequested),
    within=months(6),
    then=Interval(within=months(6)),
    met_by=on(PathwayPlanReviewed),
    released_by=(
        on(PathwayPlanEnded, SupportDeclined),
        birthday(21, not_(SUPPORT_ASKED_FOR), not_(AGREED_PROGRAMME)),
        birthday(25),
    ),
    scope=Scope.CHILD,
    released_at_18=False,
    in_force=IN_FORCE,
)

ACCOMMODATION_REVIEW: Final = Timescale(
    id="england.leaving_care.review_accommodation",
    title="Accommodation of a care leaver reviewed",
    citation=cited("reg. 7(3)"),
    words=(
        "as soon as possible after 28 days beginning with the day on which it was "
        "first provided, then at most 3 months apart"
    ),
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.PERSONAL_ADVISER,
    starts=on(AccommodationProvided),
    again=Again.NEW,
    within=AS_SOON_AS_POSSIBLE,
    then=Interval(within=months(3)),
    met_by=on(PathwayPlanReviewed),
    released_by=(on(AccommodationEnded), birthday(21)),
    scope=Scope.CHILD,
    released_at_18=False,
    in_force=IN_FORCE,
    note="a review within the 28 days is not told apart from one after them",
)

ADVISER_VISIT: Final = Timescale(
    id="england.leaving_care.adviser_visit",
    title="Care leaver visited by the personal adviser",
    citation=cited("reg. 8(2)"),
    words=(
        "within 7 days of the accommodation being provided, then before its first "
        "review, then at most 2 months apart"
    ),
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.PERSONAL_ADVISER,
    starts=on(AccommodationProvided),
    again=Again.NEW,
    within=days(7),
    then=(
        Interval(within=by("england.leaving_care.review_accommodation", 1)),
        Interval(within=months(2)),
    ),
    met_by=on(AdviserVisitMade).except_where(seen="not_seen"),
    released_by=(on(AccommodationEnded), birthday(21)),
    scope=Scope.CHILD,
    released_at_18=False,
    in_force=IN_FORCE,
)

OFFER: Final = Timescale(
    id="england.leaving_care.offer",
    title="Support offered to a former relevant child",
    citation=Citation(
        title="Children Act 1989",
        provision="s. 23CZB(7)",
        url="https://www.legislation.gov.uk/ukpga/1989/41/section/23CZB",
        read="2026-11-21",
        remark="the day from which it is in force was seen second-hand only",
    ),
    words="as soon as possible after 21, then at least once every 12 months to 25",
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=birthday(21, qualifies(FORMER_RELEVANT), not_(SUPPORT_ASKED_FOR)),
    within=AS_SOON_AS_POSSIBLE,
    then=Interval(within=months(12)),
    met_by=on(SupportOffered),
    released_by=(on(SupportRequested), birthday(25)),
    scope=Scope.CHILD,
    released_at_18=False,
    in_force="2018-04-01",
)

RULES: Final = (
    NEEDS_OF_A_RELEVANT_CHILD,
    PATHWAY_PLAN_REVIEW,
    ACCOMMODATION_REVIEW,
    ADVISER_VISIT,
    OFFER,
)
