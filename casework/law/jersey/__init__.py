"""The law of Jersey, one module for each instrument or source."""

from typing import Final

from casework.law.jersey import adopted, children_law_2002, front_door, procedures
from casework.law.pack import Law, by_id

LAW: Final = Law(
    jurisdiction="jersey",
    rules=by_id(
        (
            *front_door.RULES,
            *children_law_2002.RULES,
            *procedures.RULES,
            *adopted.RULES,
        )
    ),
)
