"""Working Together to Safeguard Children: referral, assessment, child protection.

Statutory guidance. Its editions of 2013 to 2023 give these numbers, as independent
secondary sources quote them. The edition of 18 March 2026 was not read; no source says
that it alters a number, so its versions stand here as unconfirmed.
"""

from typing import Final

from attrs import evolve

from casework.events import (
    AssessmentCompleted,
    AssessmentStarted,
    ConcernRaised,
    ConferenceHeld,
    ConferenceStoodDown,
    CoreGroupMet,
    EnquiryConcluded,
    ProtectionPlanEnded,
    ProtectionPlanStarted,
    ReferralClosed,
    ReferralDecided,
    ReferralReceived,
    ReviewConferenceHeld,
    StrategyDiscussionHeld,
)
from casework.law.conditions import Scope, first, on, while_
from casework.law.interval import Interval
from casework.law.rule import Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import AS_SOON_AS_POSSIBLE, months, working_days

TITLE: Final = "Working Together to Safeguard Children"
QUOTED: Final = "quoted by secondary sources; working day is not defined in it"
EDITION_OF_2013: Final = "2013-04-15"
EDITION_OF_2026: Final = "2026-03-18"

PLAN_STARTS: Final = (
    on(ConferenceHeld, decision="plan"),
    on(ProtectionPlanStarted),
)
PLAN_ENDS: Final = (
    on(ProtectionPlanEnded),
    on(ReviewConferenceHeld, decision="end"),
)

REFERRAL_DECISION: Final = Timescale(
    id="england.referral.decision",
    title="Response to a referral decided",
    citation=Citation(
        title=TITLE,
        provision="ch. 1 (2013 to 2018), ch. 3 (2023)",
        url="https://teescpp.org.uk/working-together-2013",
        read="2026-11-21",
        remark=QUOTED,
    ),
    words="within one working day of a referral, decide the type of response",
    authority=Authority.STATUTORY_GUIDANCE,
    basis=Basis.VERIFIED,
    role=Role.MANAGER,
    starts=on(ReferralReceived),
    within=working_days(1),
    met_by=on(ReferralDecided),
    ends=on(ReferralClosed),
    in_force=EDITION_OF_2013,
)

ASSESSMENT: Final = Timescale(
    id="england.assessment.conclude",
    title="Assessment concluded",
    citation=Citation(
        title=TITLE,
        provision="ch. 1 (2013 to 2018), ch. 3 (2023)",
        url="https://proceduresonline.com/toolkit/glossary/a/cs-assessment",
        read="2026-11-21",
        remark=QUOTED,
    ),
    words="no longer than 45 working days from the point of referral",
    authority=Authority.STATUTORY_GUIDANCE,
    basis=Basis.VERIFIED,
    role=Role.SOCIAL_WORKER,
    starts=on(ReferralReceived),
    within=working_days(45),
    met_by=on(AssessmentCompleted),
    ends=on(ReferralClosed),
    released_by=on(ReferralDecided, decision=("early_help", "no_further_action")),
    in_force=EDITION_OF_2013,
)

# A child already known may be assessed again; no referral starts that clock. The
# published measure counts it from the start of the assessment.
ASSESSMENT_UPDATE: Final = Timescale(
    id="england.assessment.update",
    title="Assessment without a new referral concluded",
    citation=Citation(
        title="Children in need (Department for Education statistics)",
        provision="assessments by duration",
        url="https://explore-education-statistics.service.gov.uk",
        read="2026-11-21",
        remark="a published measure, followed in practice; not guidance",
    ),
    words="counted from the assessment's actual start; 45 working days in practice",
    authority=Authority.PRACTICE,
    basis=Basis.REPORTED,
    role=Role.SOCIAL_WORKER,
    starts=on(AssessmentStarted),
    unless=while_(
        "a referral in the episode awaits its assessment",
        opened_by=on(ReferralReceived),
        closed_by=on(AssessmentCompleted),
        scope=Scope.EPISODE,
    ),
    within=working_days(45),
    met_by=on(AssessmentCompleted),
    ends=on(ReferralClosed),
    in_force=NOT_KNOWN,
)

STRATEGY: Final = Timescale(
    id="england.strategy.hold",
    title="Strategy discussion held",
    citation=Citation(
        title=TITLE,
        provision="section on strategy discussions, under Children Act 1989 s. 47(1)",
        url="https://www.legislation.gov.uk/ukpga/1989/41/section/47",
        read="2026-11-21",
        remark="the duty was read; numbers such as 24 hours are local",
    ),
    words="whenever there is reasonable cause to suspect significant harm",
    authority=Authority.STATUTORY_GUIDANCE,
    basis=Basis.VERIFIED,
    role=Role.AUTHORITY,
    starts=(on(ReferralDecided, decision="strategy_discussion"), on(ConcernRaised)),
    within=AS_SOON_AS_POSSIBLE,
    met_by=on(StrategyDiscussionHeld),
    released_by=on(ReferralClosed),
    scope=Scope.CHILD,
    in_force=NOT_KNOWN,
)

CONFERENCE: Final = Timescale(
    id="england.conference.initial",
    title="Initial child protection conference held",
    citation=Citation(
        title=TITLE,
        provision="section on initial child protection conferences",
        url="https://bscb.procedures.org.uk/ykqhx",
        read="2026-11-21",
        remark=QUOTED,
    ),
    words=(
        "within 15 working days of the strategy discussion at which the enquiry "
        "was initiated"
    ),
    authority=Authority.STATUTORY_GUIDANCE,
    basis=Basis.VERIFIED,
    role=Role.CONFERENCE_CHAIR,
    starts=first(on(StrategyDiscussionHeld, outcome="enquiry")),
    unless=(
        on(StrategyDiscussionHeld, conference_not_required=True),
        while_("a protection plan is open", opened_by=PLAN_STARTS, closed_by=PLAN_ENDS),
    ),
    within=working_days(15),
    met_by=on(ConferenceHeld, kind=("initial", "pre_birth")),
    released_by=(
        on(
            EnquiryConcluded,
            outcome=(
                "not_substantiated",
                "substantiated_no_continuing_risk",
                "already_on_plan",
                "managed_in_care_plan",
            ),
        ),
        on(ConferenceStoodDown),
    ),
    in_force=NOT_KNOWN,
)

CORE_GROUP: Final = Timescale(
    id="england.core_group.first",
    title="First core group met",
    citation=Citation(
        title=TITLE,
        provision="section on the core group",
        url="https://erscb.org.uk",
        read="2026-11-21",
        remark=QUOTED,
    ),
    words="the core group meets within 10 working days of the initial conference",
    authority=Authority.STATUTORY_GUIDANCE,
    basis=Basis.VERIFIED,
    role=Role.LEAD_SOCIAL_WORKER,
    starts=first(*PLAN_STARTS),
    within=working_days(10),
    met_by=on(CoreGroupMet),
    ends=PLAN_ENDS,
    in_force=NOT_KNOWN,
)

REVIEW: Final = Timescale(
    id="england.conference.review",
    title="Review child protection conference held",
    citation=Citation(
        title=TITLE,
        provision="section on review conferences",
        url="https://safeguardingchildren.co.uk/managing-a-child-protection-plan",
        read="2026-11-21",
        remark=QUOTED,
    ),
    words="within 3 months of the initial conference, then at most 6 months apart",
    authority=Authority.STATUTORY_GUIDANCE,
    basis=Basis.VERIFIED,
    role=Role.CONFERENCE_CHAIR,
    starts=first(*PLAN_STARTS),
    within=months(3),
    then=Interval(within=months(6)),
    met_by=on(ReviewConferenceHeld),
    ends=PLAN_ENDS,
    in_force=NOT_KNOWN,
)


def not_read(rule: Timescale) -> Timescale:
    """Give a rule's version in the edition of 2026: same numbers, not confirmed."""
    return evolve(
        rule,
        citation=evolve(
            rule.citation,
            provision="edition of 18 March 2026",
            remark="this edition was not read; the link quotes an earlier one",
        ),
        basis=Basis.UNCONFIRMED,
        in_force=EDITION_OF_2026,
        note="this edition was not read",
    )


RULES: Final = (
    REFERRAL_DECISION,
    not_read(REFERRAL_DECISION),
    ASSESSMENT,
    not_read(ASSESSMENT),
    ASSESSMENT_UPDATE,
    STRATEGY,
    not_read(STRATEGY),
    CONFERENCE,
    not_read(CONFERENCE),
    CORE_GROUP,
    not_read(CORE_GROUP),
    REVIEW,
    not_read(REVIEW),
)
