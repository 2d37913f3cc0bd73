"""What is drawn of a journey: plain values, without a place on any paper."""

from datetime import date

from attrs import frozen

from casework.dates import When
from casework.timescales import Status


@frozen(kw_only=True)
class Span:
    """A time during which an episode stood in one state.

    Parameters
    ----------
    episode, state
        Which episode, and its state in words.
    starts, ends
        From and to when; `ends` is None where it stands so on the day asked. The
        state in which an episode is over starts and ends at once.
    """

    episode: str
    state: str
    starts: When
    ends: When | None = None


@frozen(kw_only=True)
class EventMark:
    """Something that happened, at its place in time.

    Parameters
    ----------
    at
        When.
    event, words
        Its name in the vocabulary, and what a reader is told.
    episode
        The episode that it belongs to, if it belongs to one.
    allowed
        Whether the journey allowed it.
    led_to
        The state to which it moved its episode, if it did.
    """

    at: When
    event: str
    words: str
    episode: str | None = None
    allowed: bool = True
    led_to: str | None = None


@frozen(kw_only=True)
class DeadlineMark:
    """A deadline, at its place in time.

    Parameters
    ----------
    at
        Where it stands: when it is due; without a due day, when it was met or ended,
        or the day asked; where the source does not record that, when it started.
    episode, rule, occurrence, title
        As in `Deadline`.
    starts, due, done
        When its clock started, when it is due, and when it was met or ended.
    status, days_late
        How it stands on the day asked.
    words
        All of it in a sentence.
    note
        What must be said wherever it shows.
    """

    at: When
    episode: str | None
    rule: str
    occurrence: int
    title: str
    starts: When
    due: When | None
    done: When | None
    status: Status
    days_late: int
    words: str
    note: str = ""


@frozen(kw_only=True)
class Lane:
    """One stage of the journey: where its episodes stood, and what was due.

    Parameters
    ----------
    stage, title
        Its name, and what the place called it on the day it opened.
    spans, events, deadlines
        In order of time.
    """

    stage: str
    title: str
    spans: tuple[Span, ...] = ()
    events: tuple[EventMark, ...] = ()
    deadlines: tuple[DeadlineMark, ...] = ()


@frozen(kw_only=True)
class Timeline:
    """What is drawn of one child's journey.

    Parameters
    ----------
    child, place, zone
        The opaque id, the jurisdiction's title, and the zone of its days.
    as_at
        The day, up to its end, or the moment on which everything stands so.
    first, last
        The days that a picture shows; what is due later stands at its edge.
    lanes
        The stages, in the order in which they opened.
    rest
        Runs of days that are no working days, where a picture has room for days.
    notes
        What must be said of the deadlines, each once; [1] marks the first of these.

    Examples
    --------
    >>> from casework import Journey, jersey
    >>> from casework.timeline import timeline_of
    >>> timeline_of(Journey.open(jersey, child="C-1"), "2026-03-02").lanes
    ()
    """

    child: str
    place: str
    zone: str
    as_at: When
    first: date
    last: date
    lanes: tuple[Lane, ...] = ()
    rest: tuple[tuple[date, date], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def deadlines(self) -> tuple[DeadlineMark, ...]:
        """Every deadline, lane by lane."""
        return tuple(one for lane in self.lanes for one in lane.deadlines)
