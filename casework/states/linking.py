"""Judging links: which episode another may have come out of."""

from collections.abc import Iterator
from datetime import date
from enum import IntEnum

from attrs import frozen

from casework.events import Event
from casework.records import Records
from casework.states import STAGES
from casework.states.links import ANY, NOTHING, Link
from casework.states.position import Dated, Episode, Position, Setting, precedes

LANDMARKS = tuple(
    {event for one in STAGES.values() for link in one.links for event in link.landmarks}
)
"""The events that links look at."""

_OUT_OF = {
    stage: [
        (to, a) for to, one in STAGES.items() for a in one.links if a.stage == stage
    ]
    for stage in STAGES
}


class Fit(IntEnum):
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
    def needs_no_link(self) -> bool:
        """Whether the episode may open without naming what it came out of."""
        stages = {link.stage for link in self.links}
        return NOTHING in stages or (ANY in stages and self._anything_open)

    def fit(self, parent: Episode) -> Fit:
        """Say whether the episode may have come out of another."""
        return self._best(self.links, parent)

    def candidates(self) -> tuple[tuple[Episode, Fit], ...]:
        """Give the episodes that it may have come out of, the nearest of each line.

        An episode that is over and has led to one of this stage already is spent:
        a contact leads to one referral. What may merely happen while anything is
        open has no candidates. What is recorded goes before what is assumed.
        """
        links = tuple(link for link in self.links if link.stage not in (ANY, NOTHING))
        fits = {one.id: (one, self._best(links, one)) for one in self._at_hand(links)}
        best = max((fit for _, fit in fits.values()), default=Fit.NO)
        found = {id_: pair for id_, pair in fits.items() if pair[1] is best}
        if best is Fit.NO:
            return ()
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

    @property
    def _anything_open(self) -> bool:
        near = (self.position.episodes[one] for one in self.position.today)
        return any(
            not self._later(one.opened, one.opener)
            and not (one.ended and precedes(one.ended, self.dated))
            for one in (*self.position.open_episodes(), *near)
            if one.id != self.event.episode
        )

    def _at_hand(self, links: tuple[Link, ...]) -> Iterator[Episode]:
        begun = self.event.episode in self.position.episodes
        for stage in dict.fromkeys(link.stage for link in links):
            for one in self.position.episodes_of(stage):
                if one.closed and self._leads_no_further(one):
                    continue
                line = (one.id, *ancestors(self.position, one.id)) if begun else ()
                if self.event.episode not in line:
                    yield one

    def _leads_no_further(self, over: Episode) -> bool:
        stage, ways = self.event.stage_name, over.ways_on
        before = over.ended is not None and over.ended[0] < self.day
        lost = before and ways is not None and stage not in ways
        return lost or stage in over.led_to

    def _best(self, links: tuple[Link, ...], parent: Episode) -> Fit:
        here = (link for link in links if link.stage in (ANY, parent.stage))
        return max((self._fit(link, parent) for link in here), default=Fit.NO)

    def _fit(self, link: Link, parent: Episode) -> Fit:
        if not self._open(link, parent):
            return Fit.NO
        seen = [mark for day, mark in parent.landmarks if not self._later(day, mark)]
        if link.unless is not None:
            of_kind = [m for m in seen if isinstance(m, link.unless.event)]
            if of_kind and link.unless.says(of_kind[-1]):
                return Fit.NO
        if link.after is None or any(link.after.fits(mark) for mark in seen):
            return Fit.YES
        unseen = _unrecorded(link.after.event.name, parent, self.setting.records)
        return Fit.ASSUMED if unseen else Fit.NO

    def _open(self, link: Link, parent: Episode) -> bool:
        if self._later(parent.opened, parent.opener):
            return False
        over = link.while_open and parent.ended is not None
        return not (over and parent.ended and precedes(parent.ended, self.dated))

    def _later(self, day: date, event: Event) -> bool:
        return precedes(self.dated, (day, event))


def ways_on(episode: Episode, records: Records) -> frozenset[str]:
    """Name the stages of which an episode may still come out of one that is over.

    A child may have had hundreds of contacts: those that led nowhere are passed over
    when the next referral looks for what it came out of.
    """
    out = _OUT_OF[episode.stage]
    return frozenset(to for to, link in out if _may_lead(link, episode, records))


def _may_lead(link: Link, episode: Episode, records: Records) -> bool:
    if link.after is None:
        return not link.while_open
    seen = any(link.after.fits(mark) for _, mark in episode.landmarks)
    return seen or _unrecorded(link.after.event.name, episode, records)


def _unrecorded(event: str, parent: Episode, records: Records) -> bool:
    early = records.start is not None and parent.opened < records.start
    return not records.has(event) or early


def ancestors(position: Position, episode: str) -> Iterator[str]:
    """Give the episodes that one came out of, the nearest first."""
    here = position.episodes[episode].follows
    while here is not None and here in position.episodes:
        yield here
        here = position.episodes[here].follows
