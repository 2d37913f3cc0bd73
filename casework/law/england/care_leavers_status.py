"""Children Act 1989, Part III: who is eligible, relevant, former relevant, qualifying.

The status tests on which the rules for leaving care rest.
"""

from typing import Final

from casework.law.england.states_of_affairs import LOOKED_AFTER, LOOKED_AFTER_IN_FULL
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation
from casework.law.status import Counted, Now, StatusTest

TITLE: Final = "Children Act 1989"
ACT: Final = "https://www.legislation.gov.uk/ukpga/1989/41"

# 13 weeks are 91 days.
ELIGIBLE: Final = StatusTest(
    id="england.status.eligible_child",
    title="eligible child",
    citation=Citation(
        title=TITLE,
        provision="Sch. 2 para. 19B; SI 2010/959 reg. 40",
        url=f"{ACT}/schedule/2",
        read="2026-11-21",
    ),
    words=(
        "aged 16 or 17, looked after, and looked after for 13 weeks in all that began "
        "after 14 and ended after 16; time in short breaks does not count"
    ),
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    in_force=NOT_KNOWN,
    spells=LOOKED_AFTER_IN_FULL,
    from_age=16,
    before_age=18,
    counted=Counted(days=91, from_age=14, before_age=18),
    now=Now.LOOKED_AFTER,
)

RELEVANT: Final = StatusTest(
    id="england.status.relevant_child",
    title="relevant child",
    citation=Citation(
        title=TITLE,
        provision="s. 23A(2)",
        url=f"{ACT}/section/23A",
        read="2026-11-21",
    ),
    words="aged 16 or 17, no longer looked after, and an eligible child before that",
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    in_force=NOT_KNOWN,
    spells=LOOKED_AFTER_IN_FULL,
    from_age=16,
    before_age=18,
    now=Now.NOT_LOOKED_AFTER,
    once=ELIGIBLE,
    note="those whom SI 2010/2571 reg. 3 adds or leaves out are not told apart",
)

# Whoever was eligible and is 18 was either eligible to the last, or left care before
# and so was a relevant child: the two limbs of s. 23C(1) are one.
FORMER_RELEVANT: Final = StatusTest(
    id="england.status.former_relevant_child",
    title="former relevant child",
    citation=Citation(
        title=TITLE,
        provision="s. 23C(1), (6) and (7)",
        url=f"{ACT}/section/23C",
        read="2026-11-21",
    ),
    words=(
        "aged 18 or over, and was a relevant child, or was an eligible child until 18; "
        "duties run to 21 or the end of agreed education, and on request to 25"
    ),
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    in_force=NOT_KNOWN,
    spells=LOOKED_AFTER_IN_FULL,
    from_age=18,
    before_age=25,
    once=ELIGIBLE,
)

QUALIFYING: Final = StatusTest(
    id="england.status.qualifying",
    title="qualifying",
    citation=Citation(
        title=TITLE,
        provision="s. 24",
        url=f"{ACT}/section/24",
        read="2026-11-21",
    ),
    words=(
        "aged 16 to 20, no longer looked after, and looked after at any time between "
        "16 and 18"
    ),
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    in_force=NOT_KNOWN,
    spells=LOOKED_AFTER,
    from_age=16,
    before_age=21,
    between=(16, 18),
    now=Now.NOT_LOOKED_AFTER,
    note=(
        "special guardianship after being looked after, and stays in hospitals and "
        "schools, qualify too and are not told apart here"
    ),
)

TESTS: Final = (ELIGIBLE, RELEVANT, FORMER_RELEVANT, QUALIFYING)
