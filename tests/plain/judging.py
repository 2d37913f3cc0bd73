"""How each clock stands."""

from typing import Any, TypeAlias

from attrs import define

from casework.law.lengths import UntilField
from casework.law.rule import Limit
from casework.records import Records
from tests.plain.clock import Clock
from tests.plain.counting import ONE_DAY, When, is_moment
from tests.plain.due import due, in_order, stated
from tests.plain.life import Life

Row: TypeAlias = dict[str, Any]


@define
class Judge:
    """What says how each clock of a life stands, as at a day or a moment."""

    life: Life
    records: Records
    as_at: When

    def rows(self) -> list[Row]:
        """Give a row for each clock."""
        counted: dict[tuple[str, str | None], int] = {}
        rows = []
        for clock in in_order(self.life):
            key = (clock.rule.id, clock.episode)
            counted[key] = counted.get(key, 0) + 1
            rows.append({"occurrence": counted[key], **self._row(clock)})
        return rows

    def _row(self, clock: Clock) -> Row:
        last = due(self.life, clock)
        status = self._status(clock, last.when)
        shown = status != "not_recorded"
        moments = clock.counts_hours or is_moment(last.when)
        starts = self._starts(clock)
        return {
            "rule": clock.rule.id,
            "episode": clock.episode,
            "starts": starts,
            "due": last.when,
            "status": status,
            "met": self._when(clock.met.at, moments)
            if shown and clock.met is not None
            else None,
            "ended": self._ended(clock, moments) if shown else None,
            "days_late": self._days_late(clock, last.when, status),
            "precision": "moment" if moments and is_moment(starts) else "day",
            "provisional": last.provisional,
        }

    def _starts(self, clock: Clock) -> When:
        # As it began, whatever moved its due day since.
        within = clock.rule.interval(clock.index).within
        moments = clock.counts_hours
        if isinstance(within, UntilField):
            moments = is_moment(stated(within, clock))
        return self._when(clock.at, moments)

    def _ended(self, clock: Clock, moments: object) -> When | None:
        by = clock.ended_by
        return clock.ended if by is None else self._when(by.at, moments)

    def _when(self, when: When, moments: object) -> When:
        # A moment where hours are counted, and the day otherwise.
        return when if moments else self.life.place.day(when)

    # What is late, and what has passed.

    def _beyond(self) -> bool:
        end = self.records.end
        return end is not None and self.life.place.day(self.as_at) > end

    def _judged(self) -> When:
        # Beyond the last day of the source, as at the end of that day.
        end = self.records.end
        return end if end is not None and self._beyond() else self.as_at

    def _by_days(self, clock: Clock, last: When) -> bool:
        known_by_day = not is_moment(self._starts(clock))
        duty = not isinstance(clock.rule, Limit)
        return not is_moment(last) or (known_by_day and duty)

    def _late(self, clock: Clock, last: When, when: When) -> bool:
        place = self.life.place
        if self._by_days(clock, last) or not is_moment(when):
            return place.day(when) > place.day(last)
        return when > last

    def _passed(self, clock: Clock, last: When, as_at: When) -> bool:
        place = self.life.place
        if self._by_days(clock, last):
            return place.day(as_at) > place.day(last)
        end = as_at if is_moment(as_at) else place.begins(as_at + ONE_DAY)
        return end > last

    # The statuses, in the order in which they are decided.

    def _status(self, clock: Clock, last: When | None) -> str:
        if self._unknown(clock):
            return "not_recorded"
        if clock.met is not None:
            return self._met(clock, last, clock.met.at)
        if self._before_the_source(clock) or not self._would_show(clock):
            return "not_recorded"
        if clock.ended is not None:
            return self._over(clock, last, clock.ended)
        return self._waiting(clock, last)

    def _unknown(self, clock: Clock) -> bool:
        first = clock.index == 0 and clock.start is not None
        return clock.no_terms or (first and clock.start.event.start_unknown)

    def _before_the_source(self, clock: Clock) -> bool:
        return self.records.start is not None and clock.day < self.records.start

    def _would_show(self, clock: Clock) -> bool:
        return self.records.events is None or any(
            event.name in self.records.events
            for one in clock.rule.met_by
            for event in one.events
        )

    def _met(self, clock: Clock, last: When | None, at: When) -> str:
        cut = self._before_the_source(clock)
        if last is None:
            has_a_number = clock.rule.interval(clock.index).within is not None
            return "not_recorded" if cut and has_a_number else "met"
        if not self._late(clock, last, at):
            return "met"
        return "not_recorded" if cut else "met_late"

    def _over(self, clock: Clock, last: When | None, ended: When) -> str:
        when = clock.ended_by.at if clock.ended_by else ended
        late = last is not None and self._late(clock, last, when)
        return "missed" if late and not clock.released else "ceased"

    def _waiting(self, clock: Clock, last: When | None) -> str:
        if last is None:
            has_a_number = clock.rule.interval(clock.index).within is not None
            return "no_date" if has_a_number else "open"
        if self._passed(clock, last, self._judged()):
            return "overdue"
        if self._beyond() and self._passed(clock, last, self.as_at):
            return "not_recorded"
        return "open"

    def _days_late(self, clock: Clock, last: When | None, status: str) -> int:
        if last is None or status in ("ceased", "not_recorded"):
            return 0
        place = self.life.place
        until = place.day(self._judged())
        if clock.met is not None:
            until = clock.met.day
        elif clock.ended is not None:
            until = clock.ended
        return max(0, (until - place.day(last)).days)
