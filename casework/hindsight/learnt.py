"""What was learnt of a record after a day: entered late, corrected or withdrawn."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum

from attrs import field, frozen

from casework.chronology import Chronology, known_from
from casework.dates import day_of, end_of_day
from casework.events import Corrected, Event, UnreadEvent, Withdrawn
from casework.words import plural, spoken


class How(StrEnum):
    """How something came to be known only later."""

    RECORDED_LATE = "recorded_late"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@frozen(kw_only=True)
class Learnt:
    """One thing that was not known when a day ended, and has been recorded since.

    Parameters
    ----------
    how
        How it came to be known.
    event, happened
        The id of the event that it is about, and the day on which that happened, as
        it was first written down.
    by, recorded
        The id of what told it, which is the event itself if it was recorded late, and
        the moment when that was recorded.
    words
        All of it, in words.
    """

    how: How
    event: str | None
    happened: date
    by: str | None
    recorded: datetime
    words: str


@frozen
class Entries:
    """A record as a list of entries, each known from a moment on.

    Parameters
    ----------
    chronology, zone
        The record, and where its days begin and end.
    """

    chronology: Chronology
    zone: str
    events: Mapping[str | None, Event] = field(init=False)

    @events.default
    def _by_id(self) -> dict[str | None, Event]:
        read = [e for e in self.chronology.events if not isinstance(e, UnreadEvent)]
        # Of two events with one id, the first was there to be corrected.
        return {one.id: one for one in reversed(read)}

    def after(self, day: date) -> Iterator[Event]:
        """Give the entries that bear on days up to this one, and came after its end.

        A correction may bear on any day.
        """
        end = end_of_day(day, self.zone)
        for one in self.chronology.events:
            if not isinstance(one, UnreadEvent) and known_from(one, self.zone) > end:
                change = isinstance(one, Corrected | Withdrawn)
                if change or day_of(one.at, self.zone) <= day:
                    yield one

    def learnt_after(self, day: date) -> tuple[Learnt, ...]:
        """Say what these entries told, in the order in which they were recorded."""
        entries = sorted(self.after(day), key=lambda one: known_from(one, self.zone))
        told = (self._learnt(one) for one in entries)
        return tuple(one for one in told if one is not None)

    def _learnt(self, entry: Event) -> Learnt | None:
        about = self._about(entry)
        if about is None:
            return None
        how, words = self._told(entry, about)
        recorded = known_from(entry, self.zone)
        return Learnt(
            how=how,
            event=about.id,
            happened=day_of(about.at, self.zone),
            by=entry.id,
            recorded=recorded,
            words=f"{words} on {self._spoken(day_of(recorded, self.zone))}"
            f"{self._more(entry, about)}",
        )

    def _about(self, entry: Event) -> Event | None:
        # A correction of a correction is about the event at the bottom of it.
        seen: set[str] = set()
        about: Event | None = entry
        while isinstance(about, Corrected | Withdrawn):
            about = None if about.of in seen else self.events.get(about.of)
            if isinstance(about, Corrected | Withdrawn):
                seen.add(about.id or "")
        return about

    def _told(self, entry: Event, about: Event) -> tuple[How, str]:
        said = f"{about.name.replace('_', ' ')} ({about.id})"
        if isinstance(entry, Corrected):
            return How.CORRECTED, f"{said} was corrected"
        if not isinstance(entry, Withdrawn):
            happened = self._spoken(day_of(about.at, self.zone))
            return How.RECORDED_LATE, f"{said}, of {happened}, was recorded"
        if entry.of != about.id:
            said = f"a correction ({entry.of}) of {said}"
        return How.WITHDRAWN, f"{said} was withdrawn"

    def _more(self, entry: Event, about: Event) -> str:
        before = day_of(about.at, self.zone)
        if entry is about:
            recorded = day_of(known_from(entry, self.zone), self.zone)
            return f", {plural((recorded - before).days, 'day')} after it happened"
        if not isinstance(entry, Corrected):
            return f" ({entry.id})"
        happened = day_of(entry.replacement.at, self.zone)
        if happened == before:
            return f" ({entry.id})"
        days = f"{self._spoken(happened)}, and not {self._spoken(before)}"
        return f" ({entry.id}): it happened on {days}"

    def _spoken(self, day: date) -> str:
        return spoken(day, self.zone)
