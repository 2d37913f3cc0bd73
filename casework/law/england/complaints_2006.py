"""Children Act 1989 Representations Procedure (England) Regulations 2006, SI 2006/1738.

Its working days leave out Boxing Day by name, which differs from other instruments only
where 26 December is a weekday and no bank holiday.
"""

from typing import Final

from casework.events import (
    ComplaintAnswered,
    ComplaintClosed,
    ComplaintEscalated,
    ComplaintExtended,
    ComplaintReceived,
)
from casework.law.conditions import on
from casework.law.lengths import Extension
from casework.law.rule import Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import working_days

TITLE: Final = (
    "Children Act 1989 Representations Procedure (England) Regulations 2006 "
    "(SI 2006/1738)"
)
URL: Final = "https://www.legislation.gov.uk/uksi/2006/1738"
WORKING_DAYS: Final = "its working days leave out Boxing Day by name"

STAGE_1: Final = Timescale(
    id="england.complaint.stage_1",
    title="Complaint answered at stage 1",
    citation=Citation(
        title=TITLE,
        provision="reg. 14",
        url=URL,
        read="2026-11-21",
        remark=WORKING_DAYS,
    ),
    words="within 10 working days of the start; 10 more where the matter is complex",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(ComplaintReceived),
    within=working_days(10),
    extended_by=Extension(by=on(ComplaintExtended, stage=1), to=working_days(20)),
    met_by=on(ComplaintAnswered, stage=1),
    released_by=on(ComplaintClosed),
    released_at_18=False,
    in_force=NOT_KNOWN,
)

STAGE_2: Final = Timescale(
    id="england.complaint.stage_2",
    title="Complaint answered at stage 2",
    citation=Citation(
        title=TITLE,
        provision="reg. 17",
        url=URL,
        read="2026-11-21",
        remark=WORKING_DAYS,
    ),
    words="within 25 working days; up to 65 with written notice",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(ComplaintEscalated, stage=2),
    within=working_days(25),
    extended_by=Extension(by=on(ComplaintExtended, stage=2), to=working_days(65)),
    met_by=on(ComplaintAnswered, stage=2),
    released_by=on(ComplaintClosed),
    released_at_18=False,
    in_force=NOT_KNOWN,
)

RULES: Final = (STAGE_1, STAGE_2)
