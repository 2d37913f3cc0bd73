"""Children (Jersey) Law 2002: the duty to enquire under Article 42."""

from typing import Final

from casework.events import EnquiryConcluded, StrategyDiscussionHeld
from casework.law.conditions import on
from casework.law.rule import Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import AS_SOON_AS_POSSIBLE

ENQUIRY: Final = Timescale(
    id="jersey.enquiry.duty",
    title="Article 42 enquiry concluded",
    citation=Citation(
        title="Children (Jersey) Law 2002",
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

RULES: Final = (ENQUIRY,)
