"""A child's record seen under one law: folded when it is first asked, and kept."""

from attrs import field, frozen

from casework.checking import events_of, ground_of
from casework.chronology import Chronology
from casework.dates import When, as_when, is_moment
from casework.events import Event
from casework.jurisdictions import Jurisdiction
from casework.standing import Ground, Latest, fold_latest, happened_by, last_seen


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

    jurisdiction: Jurisdiction
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
