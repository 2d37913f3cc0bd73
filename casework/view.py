"""A child's record seen under one law: folded when it is first asked, and kept."""

from datetime import date

from attrs import Attribute, field, frozen

from casework.birth import refuse_before_birth
from casework.checking import events_of, ground_of
from casework.chronology import Chronology, Happening
from casework.dates import When, as_when, day_of, is_moment
from casework.events import ChildBorn, Corrected, Event, Withdrawn
from casework.events.corrections import CorrectionEvent
from casework.jurisdictions import Jurisdiction
from casework.standing import (
    Ground,
    Latest,
    add_to,
    fold_latest,
    happened_by,
    last_seen,
    put_in_place,
)
from casework.states.walk import resolve


def _refuse_another(given: object, kind: type, wanted: str) -> None:
    # What was given is not repeated: it may say who the child is.
    if not isinstance(given, kind):
        raise TypeError(f"a {type(given).__name__} is no {wanted}")


def _a_place(_: object, __: "Attribute[Jurisdiction]", given: Jurisdiction) -> None:
    _refuse_another(given, Jurisdiction, "jurisdiction: give a place, as jersey")


@frozen(kw_only=True)
class View:
    """A child's record, and what it is read against.

    Parameters
    ----------
    jurisdiction
        Whose law, calendar and zone.
    chronology
        The child's record.
    """

    jurisdiction: Jurisdiction = field(validator=_a_place)
    chronology: Chronology
    _latest: Latest | None = field(default=None, init=False, eq=False, repr=False)

    def _ground(self) -> Ground:
        return ground_of(self.jurisdiction, self.chronology)

    def _events(self, as_at: When | str | None = None) -> tuple[Event, ...]:
        at = None if as_at is None else as_when(as_at)
        return events_of(self.chronology, self.jurisdiction.zone, at)

    def _now(self) -> Latest:
        if self._latest is None:
            latest = fold_latest(self._events(), self._ground())[0]
            object.__setattr__(self, "_latest", latest)
            return latest
        return self._latest

    def _seen(self, as_at: When) -> Latest:
        now, zone = self._now(), self.jurisdiction.zone
        last = last_seen(as_at, self.chronology.records, zone)
        if happened_by(now.day, last, zone) and not is_moment(last):
            return now
        return fold_latest(self._events(last), self._ground())[0]

    def _birth(self) -> date | None:
        # A child may be born, and that be on the record, before the day expected.
        return self._now().after.fold.born or self.chronology.child.expected

    def _entered(self, event: Event) -> tuple[Chronology, Latest | None]:
        """Give the record with one more event, and where it stands if that is known.

        Raises
        ------
        NotAllowed
            When the journey does not allow the event at its place in the order.
        TypeError
            When it is no event.
        """
        _refuse_another(event, Event, "event: give events, one after another")
        if isinstance(event, CorrectionEvent):
            return self.chronology.add(event), None
        ground = self._ground()
        day = day_of(event.at, ground.setting.zone)
        now = self._seen(day)
        event = resolve(now.after.position, event, **ground.for_stages())
        event = self.chronology.named(event)
        chronology = self.chronology.add(event)
        happening = Happening(event, day, len(chronology.events))
        refuse_before_birth(happening, self._birth())
        if now is self._latest and not isinstance(event, ChildBorn):
            latest = add_to(now, happening, ground)
        else:
            latest = put_in_place(self._events(), happening, ground)
        return chronology, None if self._changed(event) else latest

    def _changed(self, event: Event) -> bool:
        """Say whether a correction or withdrawal names an event that comes only now."""
        changes = (Corrected, Withdrawn)
        told = (one for one in self.chronology.events if isinstance(one, changes))
        return any(one.of == event.id for one in told)
