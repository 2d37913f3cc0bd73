"""What was learnt of a record after a day: entered late, corrected or withdrawn."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum

from attrs import field, frozen

from casework.chronology import Chronology, known_from
from casework.dates import day_of, end_of_day
from casework.events import ChildBorn, Corrected, Event, UnreadEvent, Withdrawn
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

        A correction may bear on any day, and so may a birth, by the child's age.
        """
        end = end_of_day(day, self.zone)
        for one in self.chronology.events:
            if not isinstance(one, UnreadEvent) and known_from(one, self.zone) > end:
                any_day = isinstance(one, Corrected | Withdrawn | ChildBorn)
                if any_day or day_of(one.at, self.zone) <= day:
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
        return Learnt(
            how=_how(entry),
            event=about.id,
            happened=day_of(about.at, self.zone),
            by=entry.id,
            recorded=known_from(entry, self.zone),
            words=self._words(entry, about),
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

    def _words(self, entry: Event, about: Event) -> str:
        what = f"{about.name.replace('_', ' ')} ({about.id})"
        told_on, before = self._told_on(entry), day_of(about.at, self.zone)
        on = self._spoken(told_on)
        if isinstance(entry, Corrected):
            right = self._other_day(entry, self._believed(entry, before))
            return f"{what} was corrected on {on} ({entry.id}){right}"
        if isinstance(entry, Withdrawn):
            whole = what if entry.of == about.id else f"what {entry.of} said of {what}"
            return f"{whole} was withdrawn on {on} ({entry.id})"
        if isinstance(about, ChildBorn):
            return f"{what} was told on {on}"
        after = plural((told_on - before).days, "day")
        happened = self._spoken(before)
        return f"{what}, of {happened}, was recorded on {on}, {after} after it happened"

    def _other_day(self, correction: Corrected, before: date) -> str:
        happened = day_of(correction.replacement.at, self.zone)
        if happened == before:
            return ""
        said = f"{self._spoken(happened)}, and not {self._spoken(before)}"
        return f": it happened on {said}"

    def _believed(self, correction: Corrected, first: date) -> date:
        # A correction of a correction puts right what that one said.
        of = self.events.get(correction.of)
        if not isinstance(of, Corrected):
            return first
        return day_of(of.replacement.at, self.zone)

    def _told_on(self, entry: Event) -> date:
        # A day that does not say when it was written down was, as far as is known,
        # written down on that day.
        return day_of(entry.recorded or entry.at, self.zone)

    def _spoken(self, day: date) -> str:
        return spoken(day, self.zone)


def _how(entry: Event) -> How:
    if isinstance(entry, Corrected):
        return How.CORRECTED
    return How.WITHDRAWN if isinstance(entry, Withdrawn) else How.RECORDED_LATE
