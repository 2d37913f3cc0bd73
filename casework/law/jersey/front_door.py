"""The front door in Jersey: the hub's contacts, as advisers and inspectors reported."""

from typing import Final

from casework.events import (
    CaseAllocated,
    CaseTransferred,
    ContactDecided,
    ContactReceived,
    ReferralClosed,
)
from casework.law.conditions import on
from casework.law.rule import Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import hours, months

CONTACT_DECISION: Final = Timescale(
    id="jersey.contact.decision",
    title="Contact decided",
    citation=Citation(
        title="Independent adviser's report on children's services, Jersey",
        provision="November 2019",
        url=None,
        read="2026-11-21",
        remark="observed performance; not shown to be a written rule",
    ),
    words="contacts were turned into referrals, where needed, within 24 hours",
    authority=Authority.PRACTICE,
    basis=Basis.REPORTED,
    role=Role.FRONT_DOOR,
    starts=on(ContactReceived),
    within=hours(24),
    met_by=on(ContactDecided),
    in_force=NOT_KNOWN,
    note="as reported in 2019",
)

# Local policy as inspectors reported it in 2011; the teams have changed since, so it
# stands by until a deployer says that it is still the policy.
TRANSFER: Final = Timescale(
    id="jersey.assessment.transfer",
    title="Case transferred to the long-term team",
    citation=Citation(
        title="Care Inspectorate: services for looked after children in Jersey",
        provision="fieldwork 2011",
        url=None,
        read="2026-11-21",
        remark="policy of 2011; the teams have changed since",
    ),
    words="cases pass from referral and assessment to the long-term team in 3 months",
    authority=Authority.LOCAL,
    basis=Basis.REPORTED,
    role=Role.MANAGER,
    starts=on(CaseAllocated, team="referral_and_assessment"),
    within=months(3),
    met_by=on(CaseTransferred),
    ends=on(ReferralClosed),
    in_force=NOT_KNOWN,
    note="as reported in 2011",
    switched_on=False,
)

RULES: Final = (CONTACT_DECISION, TRANSFER)
