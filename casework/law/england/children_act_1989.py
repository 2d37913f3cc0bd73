"""Children Act 1989, Parts IV and V: orders, police protection, court proceedings."""

from typing import Final

from attrs import evolve

from casework.events import (
    OrderEnded,
    OrderExtended,
    OrderMade,
    PoliceProtectionEnded,
    PoliceProtectionStarted,
    ProceedingsConcluded,
    ProceedingsIssued,
    TimetableExtended,
)
from casework.law.conditions import on
from casework.law.lengths import Extension, Maximum, until_field
from casework.law.rule import Again, Limit
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import days, hours, weeks

TITLE: Final = "Children Act 1989"
SECTIONS: Final = "https://www.legislation.gov.uk/ukpga/1989/41/section/"

# The day from which proceedings have 26 weeks, and interim orders no maximum.
REFORM_OF_2014: Final = "2014-04-22"

INTERIM: Final = on(OrderMade, kind=("interim_care", "interim_supervision"))
EMERGENCY: Final = on(OrderMade, kind="emergency_protection")
FOR_THE_POLICE: Final = on(OrderMade, applicant="police")

# What ends an order: its end, or an order that follows it.
ENDED_OR_FOLLOWED: Final = on(OrderEnded, OrderMade)

POLICE_PROTECTION: Final = Limit(
    id="england.police_protection.limit",
    title="Police protection ended, or an order made",
    citation=Citation(
        title=TITLE,
        provision="s. 46(6)",
        url=f"{SECTIONS}46",
        read="2026-11-21",
    ),
    words="no child may be kept in police protection for more than 72 hours",
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    role=Role.POLICE,
    starts=on(PoliceProtectionStarted),
    again=Again.NEW,
    within=hours(72),
    met_by=on(PoliceProtectionEnded, OrderMade),
    in_force=NOT_KNOWN,
)

EMERGENCY_PROTECTION: Final = Limit(
    id="england.emergency_protection.limit",
    title="Emergency protection order ended, or another order made",
    citation=Citation(
        title=TITLE,
        provision="s. 45(1) to (6)",
        url=f"{SECTIONS}45",
        read="2026-11-21",
    ),
    words=(
        "at most 8 days, as the court says, and one extension of at most 7; where the "
        "police applied, from the first day of police protection"
    ),
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    role=Role.COURT,
    starts=EMERGENCY,
    again=Again.NEW,
    # S. 45(3) makes the first day of police protection the first of the 8.
    within=until_field(
        "until",
        Maximum(
            period=days(8).beginning_with(),
            when=FOR_THE_POLICE,
            counted_from=on(PoliceProtectionStarted),
        ),
        Maximum(period=days(8)),
    ),
    extended_by=Extension(by=on(OrderExtended), at_most=days(15), once=True),
    met_by=ENDED_OR_FOLLOWED,
    in_force=NOT_KNOWN,
    note=(
        "where the last day is a Sunday or a public holiday the court may say noon of "
        "the next other day (s. 45(2)); a day beyond 8 may rest on that"
    ),
)

CHILD_ASSESSMENT: Final = Limit(
    id="england.child_assessment_order.limit",
    title="Child assessment order ended",
    citation=Citation(
        title=TITLE,
        provision="s. 43(5)",
        url=f"{SECTIONS}43",
        read="2026-11-21",
    ),
    words="at most 7 days beginning with the date that the order gives",
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(OrderMade, kind="child_assessment"),
    again=Again.NEW,
    within=days(7).beginning_with(),
    met_by=on(OrderEnded),
    in_force=NOT_KNOWN,
)

ORDER_EXPIRY: Final = Limit(
    id="england.order.expiry",
    title="Order ended, or another made in its place",
    citation=Citation(
        title=TITLE,
        provision="s. 38(4) for interim orders; any other order by its own terms",
        url=f"{SECTIONS}38",
        read="2026-11-21",
    ),
    words="an order lasts until the day that the court states in it",
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=on(OrderMade).stating("until"),
    again=Again.NEW,
    within=until_field("until"),
    extended_by=Extension(by=on(OrderExtended)),
    met_by=ENDED_OR_FOLLOWED,
    released_at_18=False,
    in_force=REFORM_OF_2014,
)

# Renewals were of 4 weeks each.
ORDER_EXPIRY_BEFORE: Final = evolve(
    ORDER_EXPIRY,
    citation=evolve(
        ORDER_EXPIRY.citation,
        provision="s. 38(4) as it stood for interim orders before 22 April 2014",
        remark="the earlier text is quoted by secondary sources",
    ),
    words="an interim order lasted at most 8 weeks, and was renewed for 4 at a time",
    within=until_field(
        "until",
        Maximum(period=weeks(8), when=INTERIM, further=False),
        Maximum(period=weeks(4), when=INTERIM, further=True),
    ),
    in_force=NOT_KNOWN,
)

PROCEEDINGS: Final = Limit(
    id="england.proceedings.conclude",
    title="Care or supervision proceedings concluded",
    citation=Citation(
        title=TITLE,
        provision="s. 32(1)(a)(ii) and (5)",
        url=f"{SECTIONS}32",
        read="2026-11-21",
        remark="inserted by Children and Families Act 2014 s. 14",
    ),
    words=(
        "within 26 weeks beginning with the day on which the application was issued; "
        "the court may extend that where it must, to resolve the case justly"
    ),
    authority=Authority.STATUTE,
    basis=Basis.VERIFIED,
    role=Role.COURT,
    starts=on(ProceedingsIssued),
    again=Again.NEW,
    within=weeks(26).beginning_with(),
    extended_by=Extension(by=on(TimetableExtended)),
    met_by=on(ProceedingsConcluded),
    in_force=REFORM_OF_2014,
)

RULES: Final = (
    POLICE_PROTECTION,
    EMERGENCY_PROTECTION,
    CHILD_ASSESSMENT,
    ORDER_EXPIRY_BEFORE,
    ORDER_EXPIRY,
    PROCEEDINGS,
)
