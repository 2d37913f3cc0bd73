"""The words on a timeline: days, statuses, what happened, what is due."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs

from casework.dates import When, day_of, in_zone, is_moment
from casework.events import Event
from casework.states.links import words_of
from casework.timeline.parts import DeadlineMark, EventMark, Span, Timeline
from casework.timescales import Deadline, Status
from casework.words import plural, spoken

STATUS_WORDS: Final = {
    Status.MET: "met",
    Status.MET_LATE: "met late",
    Status.OPEN: "open",
    Status.OVERDUE: "overdue",
    Status.MISSED: "missed",
    Status.CEASED: "ceased",
    Status.NO_DATE: "no date",
    Status.NOT_RECORDED: "not recorded",
}
"""Every status, in the words and the order of a legend."""

_PROVISIONAL: Final = "provisional: its holidays are not yet proclaimed"


def short(when: When, zone: str) -> str:
    """Give a day, or a moment to the minute by the clocks of a zone.

    Examples
    --------
    >>> from casework.dates import as_moment
    >>> short(as_moment("2026-06-01T09:40Z"), "Europe/Jersey")
    '2026-06-01 10:40'
    """
    if is_moment(when):
        return f"{in_zone(when, zone):%Y-%m-%d %H:%M}"
    return f"{when:%Y-%m-%d}"


def as_at_words(timeline: Timeline) -> str:
    """Say on which day, or at which moment, everything stands so."""
    said = spoken(timeline.as_at, timeline.zone)
    return f"as at {said}" if is_moment(timeline.as_at) else f"as at the end of {said}"


def heading(timeline: Timeline) -> str:
    """Say whose journey it is, under which law, and as at when."""
    return f"Child {timeline.child}, {timeline.place}, {as_at_words(timeline)}"


def event_words(event: Event) -> str:
    """Say what happened, with what was decided; nothing that is free text.

    Examples
    --------
    >>> from casework.events import ContactDecided
    >>> event_words(ContactDecided(at="2026-03-02", decision="early_help"))
    'contact decided: early help'
    """
    coded = (one.name for one in attrs.fields(type(event)) if one.metadata.get("words"))
    said = [getattr(event, name) for name in coded]
    told = ", ".join(word.replace("_", " ") for word in said if word)
    return f"{words_of(event)}: {told}" if told else words_of(event)


def standing(mark: DeadlineMark, zone: str) -> str:
    """Say how a deadline stands, and since when.

    Where it is finished that is the day on which it was; else the days it is late.
    """
    said = STATUS_WORDS[mark.status]
    if mark.days_late:
        late = f"{plural(mark.days_late, 'day')} late"
        said = f"met {late}" if mark.status is Status.MET_LATE else f"{said}, {late}"
    return f"{said}, {short(mark.done, zone)}" if mark.done else said


def note_of(deadline: Deadline) -> str:
    """Give what must be said of a deadline, the doubt about its holidays too."""
    provisional = _PROVISIONAL if deadline.provisional else ""
    return "; ".join(filter(None, (deadline.note, provisional)))


def deadline_words(deadline: Deadline, zone: str) -> str:
    """Say a deadline in a sentence: what, by when, and how it stands."""
    due = f"due {short(deadline.due, zone)}" if deadline.due else "without a due day"
    said = [f"{deadline.title}: {STATUS_WORDS[deadline.status]}", due]
    for verb, when in (("met", deadline.met), ("ended", deadline.ended)):
        said += [f"{verb} {short(when, zone)}"] if when else []
    said += [f"{plural(deadline.days_late, 'day')} late"] if deadline.days_late else []
    note = note_of(deadline)
    return ", ".join(said) + (f" ({note})" if note else "")


def number_of(note: str, notes: Sequence[str]) -> str:
    """Give the mark of a note, such as `[1]`; nothing where there is none."""
    return f"[{notes.index(note) + 1}]" if note else ""


def what_words(mark: EventMark | DeadlineMark) -> str:
    """Say what happened, or what is due."""
    if isinstance(mark, EventMark):
        return mark.words
    return f"{'due' if mark.due else 'no due day'}: {mark.title}"


def outcome_words(mark: EventMark | DeadlineMark, zone: str) -> str:
    """Say where an event led, or how a deadline stands."""
    if isinstance(mark, DeadlineMark):
        return standing(mark, zone)
    led = f"now {mark.led_to}" if mark.led_to else ""
    return led if mark.allowed else f"{led} (not allowed)".strip()


def day_words(day: date) -> str:
    """Say a day briefly.

    Examples
    --------
    >>> from datetime import date
    >>> day_words(date(2026, 3, 2))
    '2 Mar 2026'
    """
    _, number, month, year = spoken(day, "UTC").split()
    return f"{number} {month[:3]} {year}"


def beside(mark: DeadlineMark, zone: str) -> str:
    """Say beside a mark how the deadline stands; of what is open, when it is due."""
    if mark.status is Status.OPEN and mark.due:
        return f"due {day_words(day_of(mark.due, zone))}"
    if mark.days_late and mark.status is not Status.MISSED:
        return f"{plural(mark.days_late, 'day')} late"
    return STATUS_WORDS[mark.status]


def today_words(timeline: Timeline) -> str:
    """Say briefly which day or moment today's line stands for."""
    if is_moment(timeline.as_at):
        return f"as at {short(timeline.as_at, timeline.zone)}"
    return f"as at the end of {day_words(timeline.as_at)}"


def name_of(mark: EventMark) -> str:
    """Name an event beside its mark; a reader must see that it was not allowed."""
    return mark.words if mark.allowed else f"{mark.words} (not allowed)"


def event_line(mark: EventMark, zone: str) -> str:
    """Say what happened, when, and where it led."""
    how = outcome_words(mark, zone)
    return f"{short(mark.at, zone)}: {mark.words}" + (f", {how}" if how else "")


def span_line(span: Span, zone: str) -> str:
    """Say in which state an episode stood, and from and to when."""
    to = f" to {short(span.ends, zone)}" if span.ends else ""
    return f"{span.episode}: {span.state}, from {short(span.starts, zone)}{to}"


def summary(timeline: Timeline) -> str:
    """Say in a few sentences what a picture shows, for whoever cannot see it."""
    events = plural(sum(len(lane.events) for lane in timeline.lanes), "event")
    due = timeline.deadlines
    counts = Counter(one.status for one in due)
    how = ", ".join(
        f"{counts[s]} {words}" for s, words in STATUS_WORDS.items() if counts[s]
    )
    said = [f"{events}; {plural(len(due), 'deadline')}{f': {how}' if how else ''}."]
    for lane in timeline.lanes:
        stands = [span for span in lane.spans if span.ends is None]
        said += (f"{lane.title}: {span_line(one, timeline.zone)}." for one in stands)
    said += (f"{one.words}." for one in due if not one.status.finished)
    return " ".join(said)
