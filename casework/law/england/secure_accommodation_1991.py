"""Children (Secure Accommodation) Regulations 1991, SI 1991/1505."""

from typing import Final

from casework.events import (
    SecureAuthorised,
    SecureEnded,
    SecureReviewHeld,
    SecureStarted,
)
from casework.law.conditions import Scope, on, while_
from casework.law.interval import Interval
from casework.law.lengths import Maximum, until_field
from casework.law.rule import Again, Allowance, Limit, Timescale
from casework.law.source import Authority, Basis, Citation, Role
from casework.periods import days, hours, months

TITLE: Final = "Children (Secure Accommodation) Regulations 1991 (SI 1991/1505)"
URL: Final = "https://www.legislation.gov.uk/uksi/1991/1505"
IN_FORCE: Final = "1991-10-14"

NOT_ON_REMAND: Final = on(SecureAuthorised).except_where(remand=True)

AUTHORITY_RUNS: Final = while_(
    "a court's authority runs",
    opened_by=on(SecureAuthorised).stating("until"),
    closed_by=(),
    expires=True,
)

# What moves the end to midday, and what an authority does to the time before it, follow
# the Jersey Order of 2005, which has the same shape and was read in full.
UNAUTHORISED: Final = Allowance(
    id="england.secure.unauthorised",
    title="Secure accommodation without a court's authority ended, or authorised",
    citation=Citation(
        title=TITLE,
        provision="reg. 10(1) and (3)",
        url=URL,
        read="2026-11-21",
        remark=(
            "the exact conditions of reg. 10(3), and that time before an authority is "
            "disregarded, rest on the like words of Jersey's Order of 2005, art. 2"
        ),
    ),
    words=(
        "without a court's authority at most 72 hours in all, consecutive or not, in "
        "any 28 consecutive days; an end beside a Sunday or a public holiday may move "
        "to midday of the next other day"
    ),
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(SecureStarted),
    unless=AUTHORITY_RUNS,
    again=Again.NEW,
    within=hours(72),
    window=28,
    forgotten_after=on(SecureAuthorised),
    rolls_over=hours(48),
    met_by=on(SecureEnded, SecureAuthorised),
    scope=Scope.CHILD,
    in_force=IN_FORCE,
)

AUTHORISED: Final = Limit(
    id="england.secure.authorised",
    title="Authorised secure accommodation ended, or authorised again",
    citation=Citation(
        title=TITLE,
        provision="regs. 11 to 13",
        url=URL,
        read="2026-11-21",
    ),
    words=(
        "a court authorises at most 3 months first, then at most 6 at a time; for a "
        "remanded child at most 28 days at a time"
    ),
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(SecureAuthorised),
    again=Again.NEW,
    within=until_field(
        "until",
        Maximum(period=days(28), when=on(SecureAuthorised, remand=True)),
        Maximum(period=months(3), when=NOT_ON_REMAND, further=False),
        Maximum(period=months(6), when=NOT_ON_REMAND, further=True),
    ),
    met_by=on(SecureEnded, SecureAuthorised),
    in_force=IN_FORCE,
)

REVIEW: Final = Timescale(
    id="england.secure.review",
    title="Secure accommodation reviewed",
    citation=Citation(
        title=TITLE,
        provision="reg. 15",
        url=URL,
        read="2026-11-21",
    ),
    words="three people review it within a month of its beginning, then every 3 months",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(SecureStarted),
    within=months(1),
    then=Interval(within=months(3)),
    met_by=on(SecureReviewHeld),
    ends=on(SecureEnded),
    in_force=IN_FORCE,
)

RULES: Final = (UNAUTHORISED, AUTHORISED, REVIEW)
