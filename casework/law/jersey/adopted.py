"""England's numbers, used in Jersey until a Jersey one is confirmed.

None of these was seen in a Jersey source. Wherever one shows it says so. A deployer
confirms or replaces them in an overlay. Visits and reviews of looked-after children, of
which a Jersey source gives a part, stand in the module of that source.
"""

from typing import Final

from attrs import evolve

from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    PathwayPlanEnded,
    SupportDeclined,
)
from casework.law.adopting import adopted
from casework.law.conditions import on
from casework.law.england import (
    care_leavers_2010,
    care_planning_2010_health,
    care_planning_2010_pathway,
    care_planning_2010_plans,
    education,
    missing,
    partnership,
    working_together,
)
from casework.law.england.states_of_affairs import AGREED_PROGRAMME, SUPPORT_ASKED_FOR
from casework.law.jersey.children_and_young_people_law_2022 import CARE_LEAVER
from casework.law.jersey.placement_regulations_2005 import NOT_READ
from casework.law.jersey.states_of_affairs import LOOKED_AFTER
from casework.law.lengths import by
from casework.law.rule import Timescale
from casework.law.times import birthday, given, not_, qualifies, reached


def until_read(rule: Timescale, id: str) -> Timescale:
    """Adopt a rule for which Jersey has an instrument that was not read, and say so.

    Parameters
    ----------
    rule
        England's rule.
    id
        The local id.
    """
    return evolve(adopted(rule, id), note=NOT_READ)


CARE_PLAN: Final = until_read(
    care_planning_2010_plans.CARE_PLAN, "jersey.care_plan.make"
)

HEALTH: Final = evolve(
    until_read(
        care_planning_2010_health.FIRST_ASSESSMENT, "jersey.health.first_assessment"
    ),
    within=by("jersey.review.looked_after", 1),
)
HEALTH_REVIEW: Final = until_read(
    care_planning_2010_health.REVIEW, "jersey.health.review"
)

EDUCATION_PLAN: Final = until_read(education.MAKE, "jersey.education_plan.make")
EDUCATION_REVIEW: Final = until_read(education.REVIEW, "jersey.education_plan.review")

# Jersey has no "eligible child": the clock starts at 16, or with care after that.
NEEDS: Final = evolve(
    adopted(care_planning_2010_pathway.NEEDS, "jersey.needs.assess"),
    title="Needs of a young person in care assessed",
    words="within 3 months of the 16th birthday, or of becoming looked after if later",
    starts=(
        birthday(16, LOOKED_AFTER),
        given(on(BecameLookedAfter), reached(16)),
    ),
    released_by=on(CeasedLookedAfter),
)

# As in England, but to 25 for a care leaver (Children and Young People (Jersey) Law
# 2022 Art. 1).
PATHWAY_REVIEW: Final = evolve(
    adopted(care_leavers_2010.PATHWAY_PLAN_REVIEW, "jersey.pathway_plan.review"),
    words="at most 6 months apart; to 25 for a care leaver",
    released_by=(
        on(PathwayPlanEnded, SupportDeclined),
        birthday(
            21,
            not_(SUPPORT_ASKED_FOR),
            not_(AGREED_PROGRAMME),
            not_(qualifies(CARE_LEAVER)),
        ),
        birthday(25),
    ),
)

RULES: Final = (
    adopted(working_together.REFERRAL_DECISION, "jersey.referral.decision"),
    adopted(working_together.ASSESSMENT, "jersey.assessment.conclude"),
    adopted(working_together.ASSESSMENT_UPDATE, "jersey.assessment.update"),
    adopted(working_together.STRATEGY, "jersey.strategy.hold"),
    adopted(working_together.CONFERENCE, "jersey.conference.initial"),
    adopted(working_together.CORE_GROUP, "jersey.core_group.first"),
    adopted(working_together.REVIEW, "jersey.conference.review"),
    adopted(partnership.TRANSFER_IN, "jersey.conference.transfer_in"),
    CARE_PLAN,
    HEALTH,
    HEALTH_REVIEW,
    EDUCATION_PLAN,
    EDUCATION_REVIEW,
    NEEDS,
    PATHWAY_REVIEW,
    adopted(missing.RETURN_INTERVIEW, "jersey.missing.return_interview"),
)
