"""The law of England, one module for each instrument."""

from typing import Final

from casework.law.england import partnership, working_together
from casework.law.pack import Law, by_id

LAW: Final = Law(
    jurisdiction="england",
    rules=by_id((*working_together.RULES, *partnership.RULES)),
)
