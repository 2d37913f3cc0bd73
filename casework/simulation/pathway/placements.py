"""Where a looked-after child lives: placements, their arrangements and the visits."""

from functools import partial

from attrs import define

from casework.events import (
    LookedAfterVisitMade,
    PlacementEnded,
    PlacementPlanMade,
    PlacementStarted,
)
from casework.simulation.agenda import Agenda
from casework.simulation.case import Case
from casework.simulation.service import Process


@define(eq=False, kw_only=True)
class Placements:
    """The placements of one period of care.

    Parameters
    ----------
    case, care
        The case, and the episode of care.
    agenda
        What is done for the child.
    now
        The placement in which the child lives.
    """

    case: Case
    care: str
    agenda: Agenda
    now: str | None = None

    def begin(self) -> None:
        """Place the child, and enter the visits of the whole period."""
        self._place()
        practice = self.case.life.scenario.care
        self.agenda.recur(
            practice.visit_every, practice.visit_every, "placement visit", self._visit
        )

    def end(self, reason: str) -> None:
        """End the placement in which the child lives."""
        self.case.note(PlacementEnded, self.now, reason=reason)

    def _place(self) -> None:
        life, practice = self.case.life, self.case.life.scenario.care
        self.now = life.new("placement")
        self.case.note(
            PlacementStarted,
            self.now,
            kind=life.choice(practice.placement, "placement kind"),
            out_of_area=life.happens(practice.out_of_area, "out of area"),
            follows=self.care,
        )
        arrange = partial(self._if_still, self.now, PlacementPlanMade)
        self.agenda.once(practice.days_to_arrange, "arrangements", arrange)
        visit = partial(self._if_still, self.now, LookedAfterVisitMade)
        self.agenda.once(practice.first_visit, "first visit", visit)
        self.agenda.once(practice.placement_length, "move", self._move)

    def _if_still(self, placement: str, kind: type) -> Process:
        """Do what a placement needs at its beginning, if the child is still there."""
        if placement != self.now:
            return
        if kind is LookedAfterVisitMade:
            yield from self._visit()
        else:
            yield from self.case.do(PlacementPlanMade, placement)

    def _visit(self) -> Process:
        hours = self.case.life.scenario.care.visit_hours
        yield from self.case.visit(LookedAfterVisitMade, self.now, hours=hours)

    def _move(self) -> Process:
        yield from self.case.life.next_day()
        self.end("moved")
        self._place()
