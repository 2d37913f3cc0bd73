"""Independent adviser's report of November 2019: a pathway plan from 16.

What the adviser wrote of contacts stands in the front door's module.
"""

from typing import Final

from casework.events import CeasedLookedAfter, PathwayPlanMade
from casework.law.conditions import Scope, on
from casework.law.jersey.states_of_affairs import LOOKED_AFTER
from casework.law.rule import Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.law.times import birthday
from casework.periods import AS_SOON_AS_POSSIBLE

PATHWAY_PLAN: Final = Timescale(
    id="jersey.pathway_plan.make",
    title="Pathway plan made",
    citation=Citation(
        title="Independent adviser's report on children's services, Jersey",
        provision="November 2019",
        url=None,
        read="2026-11-21",
        remark="said to be needed; not shown to be a written rule",
    ),
    words="a young person in care needs a pathway plan from 16",
    authority=Authority.PRACTICE,
    basis=Basis.REPORTED,
    role=Role.SOCIAL_WORKER,
    starts=birthday(16, LOOKED_AFTER),
    within=AS_SOON_AS_POSSIBLE,
    met_by=on(PathwayPlanMade),
    released_by=on(CeasedLookedAfter),
    scope=Scope.CHILD,
    released_at_18=False,
    in_force=NOT_KNOWN,
    note="as recommended in 2019",
)

RULES: Final = (PATHWAY_PLAN,)
