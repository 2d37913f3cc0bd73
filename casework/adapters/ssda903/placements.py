"""Placements within a spell of care, and stays elsewhere that leave them open."""

from datetime import date

from attrs import define

from casework.adapters.ssda903.codes import MOVES, PLACES, SAME_CARER, STAYS
from casework.adapters.ssda903.draft import Draft, Said
from casework.adapters.ssda903.parts import Part
from casework.events import (
    Event,
    PlacementEnded,
    PlacementStarted,
    PlacementStatusChanged,
    TemporaryStayEnded,
    TemporaryStayStarted,
)


@define
class Placements:
    """Where the child lives in one spell of care.

    Parameters
    ----------
    draft
        The child's record in the making.
    care
        The episode of care.
    placement
        The episode of the placement that is open.
    home
        What tells that placement from another.
    away
        Whether the child stays somewhere else for a while.
    """

    draft: Draft
    care: str
    placement: str = ""
    home: tuple[str, ...] = ()
    away: bool = False

    def start(self, part: Part, *, start_unknown: bool = False) -> None:
        """Begin a placement with a row."""
        self.placement = self.draft.episode("placement")
        self.home, self.away = part.home, False
        event = self._add(
            PlacementStarted,
            part,
            follows=self.care,
            kind=PLACES.get(part.place, "other") if part.place else None,
            code=part.place or None,
            start_unknown=start_unknown,
        )
        if part.place in STAYS:
            self.draft.find(
                "stay_without_placement",
                part.row,
                what=f"a temporary stay ({part.place}), and no placement is open",
                expected="the placement to which the child comes back; the stay "
                "counts as a placement of its own",
                event=event,
            )

    def begin(self, part: Part) -> None:
        """Begin with the first row of a spell."""
        self.start(part, start_unknown=part.change not in MOVES)

    def go_on(self, part: Part, before: Part) -> None:
        """Go on with the next row of a spell."""
        if part.change in SAME_CARER:
            self._change(part)
        elif part.change in MOVES or part.place != before.place:
            self._move(part, before)

    def end(self, day: date, last: Part) -> None:
        """End the placement that is open."""
        reason = last.row["REASON_PLACE_CHANGE"] or None
        self.draft.add(
            PlacementEnded,
            last.row,
            day,
            episode=self.placement,
            reason=reason,
            code=reason,
        )

    def _move(self, part: Part, before: Part) -> None:
        if part.place in STAYS:
            self._come_back(part)
            self._go_away(part)
        elif self.away and part.home == self.home:
            self._come_back(part)
        else:
            self.end(part.start, before)
            self.start(part)

    def _change(self, part: Part) -> None:
        self._add(PlacementStatusChanged, part, code=part.place or None)
        if part.place not in STAYS:
            self._come_back(part)
            self.home = part.home
        elif not self.away:
            self._go_away(part)

    def _go_away(self, part: Part) -> None:
        self._add(TemporaryStayStarted, part, code=part.place)
        self.away = True

    def _come_back(self, part: Part) -> None:
        if self.away:
            self._add(TemporaryStayEnded, part)
            self.away = False

    def _add(self, kind: type[Event], part: Part, /, **said: Said) -> str:
        return self.draft.add(
            kind, part.row, part.start, episode=self.placement, **said
        )
