"""Judging links: which episode another may have come out of."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from attrs import frozen

from casework.events import Event
from casework.states import STAGES
from casework.states.links import ANY, NOTHING, Link
from casework.states.position import Dated, Episode, Position, Setting, precedes

LANDMARKS = tuple(
    {event for one in STAGES.values() for link in one.links for event in link.landmarks}
)
"""The events that links look at."""


class Fit(Enum):
    """Whether an episode may have come out of another."""

    NO = 0
    ASSUMED = 1
    YES = 2


@frozen
class Opening:
    """An opening event at its place, looking for what it came out of."""

    position: Position
    setting: Setting
    day: date
    event: Event

    @property
    def dated(self) -> Dated:
        """The event with its day."""
        return self.day, self.event

    @property
    def links(self) -> tuple[Link, ...]:
        """The ways in which such an event may open an episode."""
        links = STAGES[self.event.stage_name].links
        return tuple(one for one in links if self._opens(one))

    @property
    def may_stand_alone(self) -> bool:
        """Whether the episode may come out of nothing that is on the record."""
        return any(link.stage == NOTHING for link in self.links)

    def fit(self, parent: Episode) -> Fit:
        """Say whether the episode may have come out of another."""
        fits = (self._fit(link, parent) for link in self.links)
        return max(fits, key=lambda fit: fit.value, default=Fit.NO)

    def candidates(self) -> tuple[tuple[Episode, Fit], ...]:
        """Give the episodes that it may have come out of, the nearest of each line.

        An episode that is over and has led to one of this stage already is spent:
        a contact leads to one referral.
        """
        found = {
            one.id: (one, fit)
            for one in self._at_hand()
            if (fit := self.fit(one)) is not Fit.NO
        }
        further = {back for one in found for back in ancestors(self.position, one)}
        return tuple(pair for id_, pair in found.items() if id_ not in further)

    def _opens(self, link: Link) -> bool:
        return link.may_be_opened_by(self.event) and (not link.unborn or self._unborn)

    @property
    def _unborn(self) -> bool:
        born = self.setting.born
        if self.position.born is not None:
            return not precedes(self.position.born, self.dated)
        return born is None or self.day < born

    def _at_hand(self) -> Iterator[Episode]:
        stages = {link.stage for link in self.links}
        if ANY in stages:
            stages.update(self.position.by_stage)
        for stage in stages - {ANY, NOTHING}:
            for one in self.position.episodes_of(stage):
                spent = one.closed and self.event.stage_name in one.led_to
                if one.id != self.event.episode and not spent:
                    yield one

    def _fit(self, link: Link, parent: Episode) -> Fit:
        if link.stage not in (ANY, parent.stage) or not self._open(link, parent):
            return Fit.NO
        seen = [mark for day, mark in parent.landmarks if not self._later(day, mark)]
        if any(one.fits(mark) for one in link.until for mark in seen):
            return Fit.NO
        if link.unless is not None:
            of_kind = [m for m in seen if isinstance(m, link.unless.event)]
            if of_kind and link.unless.says(of_kind[-1]):
                return Fit.NO
        if link.after is None or any(link.after.fits(mark) for mark in seen):
            return Fit.YES
        unseen = self._unrecorded(link.after.event.name, parent)
        return Fit.ASSUMED if unseen else Fit.NO

    def _open(self, link: Link, parent: Episode) -> bool:
        if self._later(parent.opened, parent.opener):
            return False
        over = link.while_open and parent.ended is not None
        return not (over and parent.ended and precedes(parent.ended, self.dated))

    def _later(self, day: date, event: Event) -> bool:
        return precedes(self.dated, (day, event))

    def _unrecorded(self, event: str, parent: Episode) -> bool:
        records = self.setting.records
        early = records.start is not None and parent.opened < records.start
        return not records.has(event) or early


def ancestors(position: Position, episode: str) -> Iterator[str]:
    """Give the episodes that one came out of, the nearest first."""
    here = position.episodes[episode].follows
    while here is not None and here in position.episodes:
        yield here
        here = position.episodes[here].follows
