"""The law of England, one module for each instrument."""

from typing import Final

from casework.law.england import (
    adoption_2005,
    care_leavers_2010,
    care_leavers_status,
    care_planning_2010_health,
    care_planning_2010_pathway,
    care_planning_2010_plans,
    care_planning_2010_reviews,
    care_planning_2010_visits,
    children_act_1989,
    complaints_2006,
    education,
    missing,
    partnership,
    private_fostering_2005,
    secure_accommodation_1991,
    working_together,
)
from casework.law.pack import Law, by_id

# The order of the rules of a family is the order in which they are asked.
LAW: Final = Law(
    jurisdiction="england",
    rules=by_id(
        (
            *working_together.RULES,
            *partnership.RULES,
            *missing.RULES,
            *children_act_1989.RULES,
            *secure_accommodation_1991.RULES,
            *care_planning_2010_plans.RULES,
            *care_planning_2010_health.RULES,
            *care_planning_2010_visits.PARTICULAR,
            *adoption_2005.RULES,
            *care_planning_2010_visits.OTHERWISE,
            *care_planning_2010_reviews.RULES,
            *education.RULES,
            *care_planning_2010_pathway.RULES,
            *care_leavers_2010.RULES,
            *private_fostering_2005.RULES,
            *complaints_2006.RULES,
        )
    ),
    tests=care_leavers_status.TESTS,
)
