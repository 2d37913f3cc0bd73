"""Children who run away or go missing: statutory guidance of January 2014."""

from typing import Final

from casework.events import (
    Returned,
    ReturnInterviewDeclined,
    ReturnInterviewHeld,
    WentMissing,
)
from casework.law.conditions import Scope, on, while_
from casework.law.rule import Timescale
from casework.law.source import Authority, Basis, Citation, Role
from casework.law.times import given
from casework.periods import hours

# An episode is of one kind from its beginning to its end.
MISSING: Final = while_(
    "missing, and not merely away without permission",
    opened_by=on(WentMissing, kind="missing"),
    closed_by=on(WentMissing, kind="unauthorised_absence"),
    scope=Scope.EPISODE,
)

# The guidance is dated by its month.
RETURN_INTERVIEW: Final = Timescale(
    id="england.missing.return_interview",
    title="Return interview held",
    citation=Citation(
        title="Statutory guidance on children who run away or go missing (2014)",
        provision="section on return home interviews",
        url=None,
        read="2026-11-21",
        remark="quoted by secondary sources; the source gives the month, not the day",
    ),
    words=(
        "an interview with somebody independent is offered and held within 72 hours "
        "of the child's return"
    ),
    authority=Authority.STATUTORY_GUIDANCE,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=given(on(Returned), MISSING),
    within=hours(72),
    met_by=on(ReturnInterviewHeld),
    released_by=(
        on(ReturnInterviewDeclined),
        on(WentMissing, scope=Scope.CHILD),
    ),
    in_force="2014-01-01",
)

RULES: Final = (RETURN_INTERVIEW,)
