"""The clock of a story: it stands still until the script moves it, and never goes back.

It shows a day, or a moment where the script says the hour. What a script says without
an offset from UTC is told by the clocks of the place.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from attrs import define

from casework.dates import (
    When,
    as_date,
    as_moment,
    as_when,
    day_of,
    is_moment,
    local_moment,
)
from casework.errors import BadDate, BadPeriod
from casework.jurisdictions import Jurisdiction
from casework.periods import Period, Unit
from casework.words import spoken

_HOUR: Final = re.compile(r"\d\d:\d\d", re.ASCII)
_OFFSET: Final = re.compile(r"(Z|[+-]\d\d:\d\d)$", re.ASCII)


@define
class Clock:
    """What time it is in a story.

    Parameters
    ----------
    place
        Whose zone and whose working days.
    """

    place: Jurisdiction
    _now: When | None = None

    @property
    def now(self) -> When:
        """The day, or the moment where the hour was said.

        Raises
        ------
        BadDate
            When the story has not said its first day.
        """
        if self._now is None:
            raise BadDate('the story has no day yet: begin with story.on("2026-03-02")')
        return self._now

    @property
    def started(self) -> bool:
        """Whether the story has said its first day."""
        return self._now is not None

    @property
    def today(self) -> date:
        """The day."""
        return day_of(self.now, self.place.zone)

    def on(self, day: date | str) -> None:
        """Go to a day, of which the hour is not known."""
        self.to(as_date(day))

    def at(self, time: datetime | str) -> None:
        """Go to a moment, or to an hour of the day on which the clock stands."""
        if isinstance(time, str) and _HOUR.fullmatch(time):
            time = f"{self.today}T{time}"
        self.to(as_moment(self.read(time)))

    def after(self, period: Period) -> None:
        """Go on by a period."""
        self.to(self.later(self.now, period))

    def to(self, when: When) -> None:
        """Go to a day or a moment.

        Raises
        ------
        BadDate
            When it lies behind.
        """
        zone = self.place.zone
        if self._now is not None and _before(when, self._now, zone):
            raise BadDate(
                f"the clock of the story stands on {spoken(self._now, zone)} and does "
                f"not go back to {spoken(when, zone)}; what was written down late "
                "says so, as in recorded=days(17)"
            )
        self._now = when

    def read(self, told: object) -> object:
        """Read a time without an offset by the clocks of the place.

        A `datetime` without one is left as it is, to be refused.
        """
        if isinstance(told, str) and ":" in told and not _OFFSET.search(told):
            return local_moment(told, self.place.zone)
        return told

    def when(self, told: object) -> When:
        """Read a day or a moment."""
        return as_when(self.read(told))

    def later(self, start: When, period: Period) -> When:
        """Give the day a period after a day; for hours, the moment after a moment.

        Raises
        ------
        BadPeriod
            When hours are to be counted from a day.
        """
        if period.is_hours and not is_moment(start):
            raise BadPeriod(
                f"{period} after {spoken(start, self.place.zone)} is no moment: say "
                'the hour first, as in story.at("09:40")'
            )
        return period.due(start, self.place.calendar, self.place.zone)


def period_of(counts: Mapping[str, int | None]) -> Period:
    """Give the one period that was said, such as `working_days=3`.

    Raises
    ------
    BadPeriod
        When none was said, or more than one, or one that does not go on.

    Examples
    --------
    >>> str(period_of({"days": None, "working_days": 3}))
    '3 working days'
    """
    said = {unit: count for unit, count in counts.items() if count is not None}
    if len(said) != 1:
        raise BadPeriod(
            f"say one of {', '.join(f'{unit}=' for unit in counts)}, not {len(said)}; "
            "for one after another, go on twice"
        )
    [(unit, count)] = said.items()
    if count < 1:
        raise BadPeriod(f"a story only goes on: {unit}={count} is not from 1")
    return Period(count, Unit(unit.replace("_", " ")))


def _before(when: When, now: When, zone: str) -> bool:
    if is_moment(when) and is_moment(now):
        return when < now
    return day_of(when, zone) < day_of(now, zone)
