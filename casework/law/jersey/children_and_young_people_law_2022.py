"""Children and Young People (Jersey) Law 2022: who is a care leaver."""

from typing import Final

from casework.law.jersey.states_of_affairs import LOOKED_AFTER
from casework.law.source import Authority, Basis, Citation
from casework.law.status import Counted, StatusTest

# 13 weeks are 91 days.
CARE_LEAVER: Final = StatusTest(
    id="jersey.status.care_leaver_2022_law",
    title="care leaver under the 2022 Law",
    citation=Citation(
        title="Children and Young People (Jersey) Law 2022",
        provision="Art. 1(1)",
        url="https://www.jerseylaw.je/laws/enacted/Pages/L-14-2022.aspx",
        read="2026-11-21",
        remark="subject to paragraph (2), which was not seen",
    ),
    words=(
        "aged 16 up to but not including 25, and looked after by the Minister for at "
        "least 13 weeks, in aggregate or consecutively, from 14 and before 18"
    ),
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    in_force="2024-03-26",
    spells=LOOKED_AFTER,
    from_age=16,
    before_age=25,
    counted=Counted(days=91, from_age=14, before_age=18),
    note="the Minister may by Order add others who were looked after before 18",
)

TESTS: Final = (CARE_LEAVER,)
