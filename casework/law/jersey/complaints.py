"""Complaints about Children's Services, by the procedure that it published."""

from typing import Final

from casework.events import ComplaintAcknowledged, ComplaintClosed, ComplaintReceived
from casework.law.conditions import on
from casework.law.rule import Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import working_days

ACKNOWLEDGE: Final = Timescale(
    id="jersey.complaint.acknowledge",
    title="Complainant told how long an answer will take",
    citation=Citation(
        title="Reporting concerns about children, Government of Jersey",
        provision="complaints about Children's Services",
        url=(
            "https://www9.gov.je/Health/SocialServices/Pages/"
            "ReportingConcernsAboutChildren.aspx"
        ),
        read="2026-11-21",
        remark=(
            "an older page; the periods in the government's feedback policies since "
            "2019 were not seen"
        ),
    ),
    words="within 5 working days, tell the complainant how long it will take",
    authority=Authority.PROCEDURE,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(ComplaintReceived),
    within=working_days(5),
    met_by=on(ComplaintAcknowledged),
    released_by=on(ComplaintClosed),
    released_at_18=False,
    in_force=NOT_KNOWN,
)

RULES: Final = (ACKNOWLEDGE,)
