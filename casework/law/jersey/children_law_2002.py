"""Children (Jersey) Law 2002: enquiries, police protection, orders to their own end.

Its articles were read as judgments, procedures and official answers restate them. No
source gave how long an emergency protection order or an interim order may last, so an
order's limit is the date that it states, and no other.
"""

from typing import Final

from casework.events import (
    EnquiryConcluded,
    OrderEnded,
    OrderExtended,
    OrderMade,
    PoliceProtectionEnded,
    PoliceProtectionStarted,
    StrategyDiscussionHeld,
)
from casework.law.conditions import on
from casework.law.lengths import Extension, until_field
from casework.law.rule import Again, Limit, Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import AS_SOON_AS_POSSIBLE, hours

TITLE: Final = "Children (Jersey) Law 2002"

ENQUIRY: Final = Timescale(
    id="jersey.enquiry.duty",
    title="Article 42 enquiry concluded",
    citation=Citation(
        title=TITLE,
        provision="Art. 42, as restated in the multi-agency procedures",
        url=(
            "https://jerseyscp.trixonline.co.uk/chapter/"
            "article-42-child-protection-enquiries-under-the-ministers-duty-to-investigate"
        ),
        read="2026-11-21",
        remark="no period was seen in any Jersey source",
    ),
    words="enquire, to decide whether to act for a child at risk of significant harm",
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    role=Role.MINISTER,
    starts=on(StrategyDiscussionHeld, outcome="enquiry"),
    within=AS_SOON_AS_POSSIBLE,
    met_by=on(EnquiryConcluded),
    in_force=NOT_KNOWN,
)

POLICE_PROTECTION: Final = Limit(
    id="jersey.police_protection.limit",
    title="Police protection ended, or an order made",
    citation=Citation(
        title=TITLE,
        provision="Art. 41, as stated in freedom of information answer 3849 of 2020",
        url=(
            "https://gov.je:443/Government/FreedomOfInformation/pages/"
            "foi.aspx?ReportID=3849"
        ),
        read="2026-11-21",
        remark="an official answer; the article itself was not read",
    ),
    words="a child may be kept in police protection for up to 72 hours",
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    role=Role.POLICE,
    starts=on(PoliceProtectionStarted),
    again=Again.NEW,
    within=hours(72),
    met_by=on(PoliceProtectionEnded, OrderMade),
    in_force=NOT_KNOWN,
)

ORDER_EXPIRY: Final = Limit(
    id="jersey.order.expiry",
    title="Order ended, or another made in its place",
    citation=Citation(
        title=TITLE,
        provision="Arts. 24 and 37, as restated in [2012] JRC 139A and [2025] JRC 019",
        url="https://beta.bailii.org/je/cases/UR/2012/2012_139A.html",
        read="2026-11-21",
        remark="the articles themselves were not read",
    ),
    words="an order lasts for the time that the court sets in it",
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    role=Role.MINISTER,
    starts=on(OrderMade).stating("until"),
    again=Again.NEW,
    within=until_field("until"),
    extended_by=Extension(by=on(OrderExtended).stating("until")),
    # Of the orders that follow it in the same line, the one made in its place.
    met_by=on(OrderEnded, OrderMade),
    released_at_18=False,
    in_force=NOT_KNOWN,
    note="the order's own end; no maximum was seen",
)

RULES: Final = (ENQUIRY, POLICE_PROTECTION, ORDER_EXPIRY)
