"""Care Planning, Placement and Case Review (England) Regulations 2010: the citation.

SI 2010/959, in force 1 April 2011. Its rules stand in the modules that begin with this
one's name: plans, health, visits, reviews, pathway. A working day is any day but
Saturday, Sunday, Christmas Day, Good Friday and a bank holiday in England and Wales
(reg. 2).
"""

from typing import Final

from casework.law.source import Citation

IN_FORCE: Final = "2011-04-01"
REMAND_IN_FORCE: Final = "2013-04-19"
LONG_TERM_FOSTERING_IN_FORCE: Final = "2015-04-01"

TITLE: Final = (
    "Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)"
)
URL: Final = "https://www.legislation.gov.uk/uksi/2010/959"
WORKING_DAYS: Final = "working days as reg. 2 defines them"


def cited(provision: str, remark: str = "") -> Citation:
    """Cite a provision of the regulations.

    Examples
    --------
    >>> print(cited("reg. 33(1)").provision)
    reg. 33(1)
    """
    return Citation(
        title=TITLE, provision=provision, url=URL, read="2026-11-21", remark=remark
    )
