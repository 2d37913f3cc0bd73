"""The law of Jersey, one module for each instrument or source."""

from typing import Final

from casework.law.jersey import (
    adopted,
    advisers_report_2019,
    care_leavers_offer_2020,
    children_and_young_people_law_2022,
    children_law_2002,
    complaints,
    front_door,
    placement_regulations_2005,
    procedures,
    secure_accommodation_order_2005,
    written_answer_2009,
)
from casework.law.pack import Law, by_id

LAW: Final = Law(
    jurisdiction="jersey",
    rules=by_id(
        (
            *front_door.RULES,
            *children_law_2002.RULES,
            *procedures.RULES,
            *adopted.RULES,
            *secure_accommodation_order_2005.RULES,
            *placement_regulations_2005.RULES,
            *written_answer_2009.RULES,
            *care_leavers_offer_2020.RULES,
            *advisers_report_2019.RULES,
            *complaints.RULES,
        )
    ),
    tests=(
        *children_and_young_people_law_2022.TESTS,
        *care_leavers_offer_2020.TESTS,
    ),
)
