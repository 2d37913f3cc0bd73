"""Children (Secure Accommodation) (Jersey) Order 2005: without a court, and with one.

Article 3(3), on children who are remanded, was cut off in the text that was read, so a
remanded child's authority has no maximum here but the date that it states.
"""

from typing import Final

from casework.events import SecureAuthorised, SecureEnded, SecureStarted
from casework.law.conditions import Scope, on, while_
from casework.law.lengths import Maximum, until_field
from casework.law.rule import Again, Allowance, Limit
from casework.law.source import Authority, Basis, Citation, Role
from casework.periods import hours, months

TITLE: Final = "Children (Secure Accommodation) (Jersey) Order 2005"
URL: Final = "http://jerseylaw.je/laws/current/Pages/12.200.80.aspx"
IN_FORCE: Final = "2005-08-01"

NOT_ON_REMAND: Final = on(SecureAuthorised).except_where(remand=True)

AUTHORITY_RUNS: Final = while_(
    "a court's authority runs",
    opened_by=on(SecureAuthorised).stating("until"),
    closed_by=(),
    expires=True,
)

# A "holiday" is not defined in the part that was read; a public holiday counts here,
# on a Saturday too.
UNAUTHORISED: Final = Allowance(
    id="jersey.secure.unauthorised",
    title="Secure accommodation without a court's authority ended, or authorised",
    citation=Citation(
        title=TITLE,
        provision="art. 2",
        url=URL,
        read="2026-11-21",
        remark="holiday is not defined in the part that was read",
    ),
    words=(
        "without a court's authority at most 72 hours in all, consecutive or not, in "
        "any 28 consecutive days; time before an authority is disregarded; an end "
        "beside a Sunday or a holiday moves to midday after more than 48 hours before"
    ),
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.MINISTER,
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
    id="jersey.secure.authorised",
    title="Authorised secure accommodation ended, or authorised again",
    citation=Citation(
        title=TITLE,
        provision="art. 3",
        url=URL,
        read="2026-11-21",
        remark="art. 3(3), on remand, was not seen in full: no number is given for it",
    ),
    words="a court authorises at most 3 months first, and at most 6 each further time",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.MINISTER,
    starts=on(SecureAuthorised),
    again=Again.NEW,
    within=until_field(
        "until",
        Maximum(period=months(3), when=NOT_ON_REMAND, further=False),
        Maximum(period=months(6), when=NOT_ON_REMAND, further=True),
    ),
    met_by=on(SecureEnded, SecureAuthorised),
    in_force=IN_FORCE,
)

RULES: Final = (UNAUTHORISED, AUTHORISED)
