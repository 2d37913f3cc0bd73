"""What several of Jersey's rules ask about: being looked after."""

from typing import Final

from casework.events import BecameLookedAfter, CeasedLookedAfter
from casework.law.conditions import While, on, while_

# No source that was read leaves short breaks out, as England's rules do.
LOOKED_AFTER: Final[While] = while_(
    "looked after",
    opened_by=on(BecameLookedAfter),
    closed_by=on(CeasedLookedAfter),
)
