"""The offer to children in care and care leavers of February 2020.

A policy of the Government of Jersey, known from its announcement and its pages. One who
was looked after at 16 has the offer; the Law of 2022 asks something else, so that one
may be a care leaver under either and not under the other.
"""

from typing import Final

from casework.events import CeasedLookedAfter, PersonalAdviserAppointed
from casework.law.conditions import Scope, on
from casework.law.jersey.states_of_affairs import LOOKED_AFTER
from casework.law.rule import Timescale
from casework.law.source import Authority, Basis, Citation, Role
from casework.law.status import StatusTest
from casework.law.times import birthday
from casework.periods import AS_SOON_AS_POSSIBLE

TITLE: Final = "Offer to children in care and care leavers, Government of Jersey"
# The day on which it was announced.
IN_FORCE: Final = "2020-02-27"

ADVISER: Final = Timescale(
    id="jersey.personal_adviser.appoint",
    title="Personal adviser appointed",
    citation=Citation(
        title=TITLE,
        provision="personal advisers from 14 to 25",
        url="https://gov.je/news/2020/pages/CareLeaversSupport.aspx",
        read="2026-11-21",
        remark="restated on 3 February 2022; said in the press to be under review",
    ),
    words="a personal adviser before or shortly after the 14th birthday",
    authority=Authority.LOCAL,
    basis=Basis.REPORTED,
    role=Role.MINISTER,
    starts=birthday(14, LOOKED_AFTER),
    within=AS_SOON_AS_POSSIBLE,
    before=True,
    met_by=on(PersonalAdviserAppointed),
    released_by=on(CeasedLookedAfter),
    scope=Scope.CHILD,
    in_force=IN_FORCE,
    note="as reported in 2020",
)

CARE_LEAVER: Final = StatusTest(
    id="jersey.status.care_leaver_2020_offer",
    title="care leaver under the 2020 offer",
    citation=Citation(
        title=TITLE,
        provision="who is eligible",
        url=(
            "https://gov.je/caring/children/socialcareservice/"
            "childrensservicesimprovementplan/pages/youngpeopleleavingcare.aspx"
        ),
        read="2026-11-21",
    ),
    words="aged 16 to 25, and looked after at 16",
    authority=Authority.LOCAL,
    basis=Basis.REPORTED,
    in_force=IN_FORCE,
    spells=LOOKED_AFTER,
    from_age=16,
    before_age=25,
    between=(16, 17),
    note="as reported in 2020",
)

RULES: Final = (ADVISER,)
TESTS: Final = (CARE_LEAVER,)
