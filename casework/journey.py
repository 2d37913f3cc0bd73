"""A journey: one child's record under one law, and everything that can be asked of it.

>>> from casework import Journey, england
>>> from casework.events import AssessmentStarted, ReferralReceived
>>> journey = Journey.open(england, child="C-0001", born="2015-02-03")
>>> journey = journey.record(ReferralReceived(at="2026-03-02", source="school"))
>>> [str(deadline.due) for deadline in journey.deadlines(as_at="2026-03-04")]
['2026-03-03', '2026-05-07']
"""

from datetime import date, datetime
from functools import partial

from attrs import frozen

from casework.asking import allowance_of, the_one
from casework.birth import born_first
from casework.checking import check
from casework.chronology import Child, Chronology
from casework.dates import When, as_moment, as_when, day_of
from casework.errors import NotFound
from casework.events import Event
from casework.evolving import evolve
from casework.findings import Finding
from casework.hindsight import Hindsight, look_back
from casework.jurisdictions import Jurisdiction
from casework.standing import fold_latest
from casework.states.walk import Episode, Possible, Verdict, possible
from casework.timescales import (
    Deadline,
    Explanation,
    Qualifying,
    Receipt,
    Used,
    deadlines,
    derive,
    unfinished,
    used_at,
)
from casework.timescales.explanation import explain
from casework.view import View
from casework.words import plural


@frozen(kw_only=True)
class Journey(View):
    """One child's journey under the law of one place; it is never changed.

    Parameters
    ----------
    jurisdiction
        Whose law, calendar and zone.
    chronology
        The child's record.

    Examples
    --------
    >>> from casework import jersey
    >>> Journey.open(jersey, child="C-0001", born="2010-05-14")
    Journey(jersey, 'C-0001', 0 events)
    """

    @classmethod
    def open(
        cls,
        jurisdiction: Jurisdiction,
        child: str,
        *,
        born: date | str | None = None,
        expected: date | str | None = None,
        family: str | None = None,
        disabled: bool | None = None,
        unaccompanied: bool | None = None,
    ) -> "Journey":
        """Open an empty record for a child.

        Parameters
        ----------
        jurisdiction
            Whose law applies, such as `casework.jersey`.
        child
            An opaque id.
        born, expected
            The date of birth; or, of an unborn child, the day it is expected.
        family, disabled, unaccompanied
            As in `Child`.
        """
        facts = Child(
            id=child,
            born=born,
            expected=expected,
            family=family,
            disabled=disabled,
            unaccompanied=unaccompanied,
        )
        return cls(jurisdiction=jurisdiction, chronology=Chronology(child=facts))

    @property
    def child(self) -> Child:
        """The child, as an opaque id and coded facts."""
        return self.chronology.child

    def record(self, *events: Event) -> "Journey":
        """Write events down, and give the journey with them.

        Parameters
        ----------
        events
            In the order in which they are written down. `episode` and `follows` may
            be left out where exactly one can be meant.

        Raises
        ------
        NotAllowed
            When the journey does not allow an event at its place in the order.
        Ambiguous
            When more than one episode can be meant.
        """
        journey = self
        for event in events:
            journey = journey._recorded(event)
        return journey

    def allowed(self) -> tuple[Possible, ...]:
        """Say what may happen next, and for what may not, why not."""
        position = self._now().after.position
        found = possible(position, **self._ground().for_stages())
        return tuple(born_first(found, position.day, self._birth()))

    def deadlines(
        self, as_at: When | str, known_at: datetime | str | None = None
    ) -> tuple[Deadline, ...]:
        """Give every deadline as it stands on a day.

        Parameters
        ----------
        as_at
            The day, up to its end; or a moment.
        known_at
            Leave out what was recorded after this moment.

        Raises
        ------
        BadDate
            When the day or the moment cannot be read.
        """
        ground, at = self._ground(), as_when(as_at)
        fold = self._known(known_at)._seen(at).after.fold
        moment = None if known_at is None else as_moment(known_at)
        setting = evolve(ground.setting, known_at=moment)
        return deadlines(fold, setting, ground.records, at)

    def due(self, as_at: When | str) -> tuple[Deadline, ...]:
        """Give the deadlines of which something must still come; fast."""
        ground, at = self._ground(), as_when(as_at)
        fold = self._seen(at).after.fold
        return unfinished(fold, ground.setting, ground.records, at)

    def explain(
        self,
        rule: str,
        as_at: When | str,
        *,
        episode: str | None = None,
        occurrence: int | None = None,
        known_at: datetime | str | None = None,
    ) -> Explanation:
        """Explain one deadline: the sum in words, its source, and a receipt.

        Raises
        ------
        NotFound
            When the law has no such rule, or it has no deadline on that day.
        Ambiguous
            When there are several; the message lists them.
        """
        self.jurisdiction.law.versions(rule)
        found = self.deadlines(as_at, known_at)
        one = the_one(found, rule, episode, occurrence)
        known = self._known(known_at).chronology
        then = look_back(self.jurisdiction, known, [one], as_when(as_at))
        return explain(one, *(told.words for told in then if told.differs))

    def hindsight(
        self, as_at: When | str, known_at: datetime | str | None = None
    ) -> tuple[Hindsight, ...]:
        """Say of each deadline whose due day is over what was known as it ended.

        Parameters
        ----------
        as_at, known_at
            As in `deadlines`: what is known now is what is known at `known_at`.
        """
        found = self.deadlines(as_at, known_at)
        known = self._known(known_at).chronology
        return look_back(self.jurisdiction, known, found, as_when(as_at))

    def recompute(self, receipt: Receipt) -> Deadline:
        """Compute the answer of a receipt again.

        Raises
        ------
        NotFound
            When the rule, the calendar or the record has changed since, so that the
            answer is not the same; the message says what differs.
        """
        deadline = self.explain(
            receipt.rule,
            receipt.as_at,
            episode=receipt.episode,
            occurrence=receipt.occurrence,
            known_at=receipt.known_at,
        ).deadline
        now = deadline.explain().receipt
        differs = receipt.differences(now)
        if differs:
            raise NotFound(f"{receipt.rule} is no longer what it was: {differs}")
        return deadline

    def statuses(self, as_at: When | str) -> tuple[Qualifying, ...]:
        """Say under which status tests the child qualifies, and from which day.

        Parameters
        ----------
        as_at
            The day, up to its end.
        """
        at = as_when(as_at)
        ground, fold = self._ground(), self._seen(at).after.fold
        day = day_of(at, ground.setting.zone)
        return tuple(derive(test, fold, day) for test in ground.setting.law.tests)

    def allowance(self, rule: str, at: datetime | str) -> Used:
        """Give the hours used and left of an allowance at a moment, and its end.

        Parameters
        ----------
        rule
            Such as `jersey.secure.unauthorised`.
        at
            The moment.

        Raises
        ------
        NotFound
            When the rule is not an allowance.
        """
        moment, ground = as_moment(at), self._ground()
        fold = self._seen(moment).after.fold
        allowance = allowance_of(ground.setting.law, rule)
        return used_at(allowance, fold, moment, ground.setting)

    def as_known(self, at: datetime | str) -> "Journey":
        """Give the journey as it was known at a moment."""
        known = self.chronology.as_known(as_moment(at), self.jurisdiction.zone)
        return Journey(jurisdiction=self.jurisdiction, chronology=known)

    def under(self, jurisdiction: Jurisdiction) -> "Journey":
        """Give the same events under another law and calendar."""
        return Journey(jurisdiction=jurisdiction, chronology=self.chronology)

    def episodes(self, as_at: When | str | None = None) -> tuple[Episode, ...]:
        """Give every episode of every stage, as it stands."""
        latest = self._now() if as_at is None else self._seen(as_when(as_at))
        return tuple(latest.after.position.episodes.values())

    def verdicts(self, as_at: When | str | None = None) -> tuple[Verdict, ...]:
        """Say of each event, in order, whether the journey allowed it."""
        return fold_latest(self._events(as_at), self._ground())[1]

    def findings(
        self,
        as_at: When | str | None = None,
        known_at: datetime | str | None = None,
    ) -> tuple[Finding, ...]:
        """Say what in the record does not fit, up to a day if one is given."""
        at = None if as_at is None else as_when(as_at)
        return check(self.jurisdiction, self._known(known_at).chronology, at)

    def __repr__(self) -> str:
        """Show the jurisdiction, the opaque id and the number of events; no more."""
        count = plural(len(self.chronology.events), "event")
        return f"Journey({self.jurisdiction.name}, {self.child.id!r}, {count})"

    def __reduce__(self) -> tuple["partial[Journey]", tuple[()]]:
        """Pickle and copy what is on record; the fold is worked out again."""
        place, told = self.jurisdiction, self.chronology
        return partial(Journey, jurisdiction=place, chronology=told), ()

    def _known(self, at: datetime | str | None) -> "Journey":
        return self if at is None else self.as_known(at)

    def _recorded(self, event: Event) -> "Journey":
        chronology, latest = self._entered(event)
        journey = Journey(jurisdiction=self.jurisdiction, chronology=chronology)
        object.__setattr__(journey, "_latest", latest)
        return journey
