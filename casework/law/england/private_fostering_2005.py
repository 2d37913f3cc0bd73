"""Children (Private Arrangements for Fostering) Regulations 2005, SI 2005/1533."""

from typing import Final

from casework.events import (
    ArrangementEnded,
    ArrangementNotified,
    PrivateFosteringVisitMade,
)
from casework.law.conditions import Scope, first, on, while_
from casework.law.interval import Interval
from casework.law.lengths import choose
from casework.law.rule import Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import weeks, working_days, years

TITLE: Final = (
    "Children (Private Arrangements for Fostering) Regulations 2005 (SI 2005/1533)"
)
URL: Final = "https://www.legislation.gov.uk/uksi/2005/1533"

VISIT: Final = on(PrivateFosteringVisitMade).except_where(seen="not_seen")

# The year counts from the day on which the authority became aware (reg. 8(6)).
FIRST_YEAR: Final = while_(
    "in the first year from notification",
    opened_by=on(ArrangementNotified),
    closed_by=on(ArrangementEnded),
    scope=Scope.EPISODE,
    lasts=years(1),
)
BY_YEAR: Final = choose((FIRST_YEAR, weeks(6)), (None, weeks(12)))

FIRST_VISIT: Final = Timescale(
    id="england.private_fostering.first_visit",
    title="Privately fostered child first visited",
    citation=Citation(
        title=TITLE,
        provision="regs. 4 and 7",
        url=URL,
        read="2026-11-21",
        remark="its working days leave out bank holidays within the Act of 1971",
    ),
    words="within 7 working days of being notified",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(ArrangementNotified),
    within=working_days(7),
    met_by=VISIT,
    ends=on(ArrangementEnded),
    in_force=NOT_KNOWN,
)

LATER_VISITS: Final = Timescale(
    id="england.private_fostering.visit",
    title="Privately fostered child visited again",
    citation=Citation(
        title=TITLE,
        provision="reg. 8",
        url=URL,
        read="2026-11-21",
    ),
    words=(
        "at most 6 weeks apart in the first year since the authority became aware, "
        "then at most 12 weeks apart"
    ),
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=first(VISIT),
    within=BY_YEAR,
    then=Interval(within=BY_YEAR),
    met_by=VISIT,
    ends=on(ArrangementEnded),
    in_force=NOT_KNOWN,
)

RULES: Final = (FIRST_VISIT, LATER_VISITS)
