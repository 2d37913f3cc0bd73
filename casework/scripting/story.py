"""A story: one child's journey in plain lines, with a clock that the script moves."""

from collections.abc import Mapping
from datetime import date, datetime
from html import escape
from typing import Any, Self, Unpack

import attrs

from casework.alike import like
from casework.dates import When, end_of_day, is_moment
from casework.errors import BadEvent, NotFound
from casework.events import Event
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction
from casework.periods import Period
from casework.scripting.clock import Clock, period_of
from casework.scripting.expecting import Expect
from casework.scripting.meaning import Which, rule_id, the_deadline
from casework.scripting.telling import Line, StoryError
from casework.scripting.verb import Also
from casework.scripting.verbs import Verbs
from casework.timeline import (
    Timeline,
    as_mermaid,
    as_svg,
    as_text,
    table,
    timeline_of,
)
from casework.words import plural, spoken


class Story(Verbs):
    """One child's journey, told line by line as a case note tells it.

    Every event is a verb, which records it now: `story.referral_received()`. What now
    is, only the script moves, and only forward. What goes wrong says in which line.

    Parameters
    ----------
    place
        Whose law, calendar and zone, such as `casework.england`.
    child
        An opaque id.
    born, expected, family, disabled, unaccompanied
        As in `Journey.open`.

    Raises
    ------
    StoryError
        When the child cannot be opened so; with its line, as every error of a story.

    Examples
    --------
    >>> from casework import england
    >>> from casework.scripting import Story, days
    >>> story = Story(england, child="C-0001", born="2015-02-03")
    >>> story.on("2026-03-02").referral_received(source="school")
    Story(england, 'C-0001', 1 event, Monday 2 March 2026)
    >>> story.after(working_days=3).assessment_started()
    Story(england, 'C-0001', 2 events, Thursday 5 March 2026)
    >>> story.wait_until_due("assessment.conclude", plus=days(1))
    Story(england, 'C-0001', 2 events, Friday 8 May 2026)
    >>> story.expect.overdue("assessment.conclude")
    """

    def __init__(
        self,
        place: Jurisdiction,
        *,
        child: str = "C-0001",
        born: date | str | None = None,
        expected: date | str | None = None,
        family: str | None = None,
        disabled: bool | None = None,
        unaccompanied: bool | None = None,
    ) -> None:
        """Open the record of a child of whom nothing is told yet."""
        with Line():
            self._journey = Journey.open(
                place,
                child,
                born=born,
                expected=expected,
                family=family,
                disabled=disabled,
                unaccompanied=unaccompanied,
            )
        self._clock = Clock(place)

    @property
    def clock(self) -> Clock:
        """What time it is in the story."""
        return self._clock

    @property
    def journey(self) -> Journey:
        """The whole journey, what is written down later too."""
        return self._journey

    @property
    def known(self) -> Journey:
        """The journey as it is known at the end of the story's day."""
        with Line():
            end = end_of_day(self._clock.today, self._clock.place.zone)
            return self._journey.as_known(end)

    @property
    def now(self) -> When:
        """The day on which the story stands, or the moment where the hour was said."""
        with Line():
            return self._clock.now

    @property
    def expect(self) -> Expect:
        """What must be true now, as `story.expect.met("assessment.conclude")`."""
        return Expect(self)

    def on(self, day: date | str) -> Self:
        """Go to a day, of which the hour is not known."""
        with Line():
            self._clock.on(day)
        return self

    def at(self, time: datetime | str) -> Self:
        """Go to a moment, told by the clocks of the place where it has no offset.

        Parameters
        ----------
        time
            An hour of the story's day (`"09:40"`), a day with an hour
            (`"2026-03-02T09:40"`), or a moment with its offset from UTC. A time that
            the clocks told twice, in October, needs its offset.
        """
        with Line():
            self._clock.at(time)
        return self

    def after(
        self,
        *,
        hours: int | None = None,
        days: int | None = None,
        working_days: int | None = None,
        weeks: int | None = None,
        months: int | None = None,
    ) -> Self:
        """Go on by one length of time, counted as a rule counts it.

        Hours go from a moment to a moment; all others to a day, of which the hour is
        not known.
        """
        counts = {
            "hours": hours,
            "days": days,
            "working_days": working_days,
            "weeks": weeks,
            "months": months,
        }
        with Line():
            self._clock.after(period_of(counts))
        return self

    def wait_until_due(
        self, rule: str, *, plus: Period | None = None, **which: Unpack[Which]
    ) -> Self:
        """Go to the day or the moment on which something unfinished is due.

        Parameters
        ----------
        rule
            Its id; the place may be left out.
        plus
            How much longer to wait, such as `days(1)`.
        which
            `episode` and `occurrence`, where the rule has several.
        """
        with Line():
            now, clock = self._clock.now, self._clock
            whole = rule_id(rule, clock.place)
            deadline = the_deadline(self.known.due(now), whole, which, finished=False)
            if deadline.due is None:
                raise NotFound(f"{whole} has no due day to wait for")
            due = deadline.due
            clock.to(due if plus is None else clock.later(due, plus))
        return self

    @property
    def timeline(self) -> Timeline:
        """What is drawn of the story, as it stands and is known now."""
        with Line():
            return timeline_of(self.known, self._clock.now)

    def table(self) -> str:
        """Give the deadlines as a table: when due, what, which rule, how it stands."""
        return table(self.timeline)

    def text(self) -> str:
        """Give the story as text: a line each for what happened and what was due."""
        return as_text(self.timeline)

    def mermaid(self) -> str:
        """Give the story as a Mermaid `timeline`."""
        return as_mermaid(self.timeline)

    def svg(self, *, width: float = 1200) -> str:
        """Give the story as a picture, an SVG so many pixels wide; extra `[draw]`."""
        with Line():
            return as_svg(self.timeline, width=width)

    def __str__(self) -> str:
        """Give the story as text."""
        return self.text()

    def __repr__(self) -> str:
        """Show the place, the opaque id, how much was told, and the day; no birth."""
        place, child = self._clock.place, self._journey.child.id
        count = plural(len(self._journey.chronology.events), "event")
        day = (
            spoken(self._clock.now, place.zone) if self._clock.started else "no day yet"
        )
        return f"Story({place.name}, {child!r}, {count}, {day})"

    def _repr_html_(self) -> str:
        """Show the picture in a notebook, with the text for who cannot see it."""
        told = f"<pre>{escape(self.text())}</pre>"
        try:
            return f"{self.svg()}<details><summary>Text</summary>{told}</details>"
        except StoryError:
            return told

    def _record(self, event: type[Event], also: Also, /, **fields: object) -> Self:
        with Line():
            now = self._clock.now
            _refuse_unknown(event, also)
            said: dict[str, Any] = {**also, **self._read(event, fields)}
            if "recorded" in also:
                said["recorded"] = self._recorded(now, also["recorded"])
            self._journey = self._journey.record(event(at=now, **said))
        return self

    def _read(
        self, event: type[Event], fields: Mapping[str, object]
    ) -> dict[str, object]:
        """Read the moments among the fields by the clocks of the place."""
        timed = {one.name for one in attrs.fields(event) if one.type == When | None}
        read = self._clock.read
        return {name: read(v) if name in timed else v for name, v in fields.items()}

    def _recorded(self, now: When, told: datetime | str | Period) -> object:
        if not isinstance(told, Period):
            return self._clock.read(told)
        later = self._clock.later(now, told)
        # A day is known from its end, so what is recorded on a day is too.
        return later if is_moment(later) else end_of_day(later, self._clock.place.zone)


def _refuse_unknown(event: type[Event], also: Also) -> None:
    # `at` is unknown too: when it happened, the clock of the story says.
    for name in also.keys() - Also.__annotations__.keys():
        known = {one.name for one in attrs.fields(event)} - {"at"}
        raise BadEvent(f"{event.name} takes no {name!r} in a story{like(name, known)}")
