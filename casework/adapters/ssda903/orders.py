"""Orders and police protection within a spell of care, as the legal status has them."""

from datetime import date

from attrs import define

from casework.adapters.ssda903.codes import LEGAL_CHANGES, ORDERS, POLICE
from casework.adapters.ssda903.draft import Draft, Said
from casework.adapters.ssda903.parts import Part
from casework.events import (
    OrderEnded,
    OrderMade,
    PoliceProtectionEnded,
    PoliceProtectionStarted,
)


@define
class Orders:
    """What order is in force in one spell of care; the return tells one at a time.

    Parameters
    ----------
    draft
        The child's record in the making.
    care
        The episode of care.
    order
        The episode of the order, or of the police protection, that is in force.
    """

    draft: Draft
    care: str
    order: str = ""

    def begin(self, part: Part) -> None:
        """Begin with the first row of a spell."""
        since = part.started or part.change in LEGAL_CHANGES
        self._make(part, self.care, start_unknown=not since)

    def go_on(self, part: Part, before: Part) -> None:
        """Go on with the next row; an order lasts while the status stays the same."""
        if part.legal != before.legal:
            replaced = self.end(part.start, before)
            self._make(part, replaced or self.care)

    def end(self, day: date, last: Part) -> str:
        """End what was in force with a row, and give its episode."""
        ended, self.order = self.order, ""
        if ended:
            kind = PoliceProtectionEnded if last.legal == POLICE else OrderEnded
            self.draft.add(kind, last.row, day, episode=ended)
        return ended

    def _make(self, part: Part, follows: str, *, start_unknown: bool = False) -> None:
        made = ORDERS.get(part.legal)
        if made is None and part.legal != POLICE:
            return
        self.order = self.draft.episode("order")
        said: dict[str, Said] = {
            "episode": self.order,
            "follows": follows,
            "code": part.legal,
            "start_unknown": start_unknown,
        }
        if made is None:
            self.draft.add(PoliceProtectionStarted, part.row, part.start, **said)
        else:
            self.draft.add(OrderMade, part.row, part.start, kind=made, **said)
