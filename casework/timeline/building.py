"""From a journey to what is drawn of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from casework.calendars import Calendar
from casework.dates import When, as_when, day_of
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction
from casework.states.walk import Episode
from casework.timeline.parts import DeadlineMark, Lane, Timeline
from casework.timeline.saying import deadline_words, note_of
from casework.timeline.walking import Walked, walked
from casework.timescales import Deadline
from casework.words import stage_words

# How far beyond the day asked a picture goes to show what is due: as far as the story
# so far, but at least a quarter, in which an assessment and a conference fall due.
_AHEAD: Final = timedelta(days=92)
# Over more days than these, single days cannot be told apart on paper.
_DAYS_SHOWN: Final = 130
_CHILD: Final = "child"


def timeline_of(journey: Journey, as_at: When | str) -> Timeline:
    """Give what is drawn of a journey as it stands on a day.

    Parameters
    ----------
    journey
        Whose; `journey.as_known(…)` for what was known at a moment.
    as_at
        The day, up to its end; or a moment.

    Raises
    ------
    BadDate
        When the day or the moment cannot be read.
    """
    at, place = as_when(as_at), journey.jurisdiction
    found = walked(journey, at)
    due = [_mark(one, at, place.zone) for one in journey.deadlines(at)]
    today = day_of(at, place.zone)
    happened = (mark.at for _, mark in found.events)
    starts = (day_of(w, place.zone) for w in (*happened, *(d.starts for d in due)))
    first = min((*starts, today))
    last = _last((day_of(one.at, place.zone) for one in due), first, today)
    return Timeline(
        child=journey.child.id,
        place=place.title,
        zone=place.zone,
        as_at=at,
        first=first,
        last=last,
        lanes=tuple(_lanes(found, due, place)),
        rest=_rest(place.calendar, first, last),
        notes=tuple(dict.fromkeys(one.note for one in due if one.note)),
    )


def _mark(deadline: Deadline, as_at: When, zone: str) -> DeadlineMark:
    done = deadline.met or deadline.ended
    # Nothing more comes of what is finished: without a day it stands where it began.
    otherwise = deadline.starts if deadline.status.finished else as_at
    return DeadlineMark(
        at=deadline.due or done or otherwise,
        episode=deadline.episode,
        rule=deadline.rule,
        occurrence=deadline.occurrence,
        title=deadline.title,
        starts=deadline.starts,
        due=deadline.due,
        done=done,
        status=deadline.status,
        days_late=deadline.days_late,
        words=deadline_words(deadline, zone),
        note=note_of(deadline),
    )


def _last(due: Iterable[date], first: date, today: date) -> date:
    """Give the last day shown: the last due day that does not dwarf the story."""
    ahead = max(_AHEAD, today - first)
    return max((today, *(day for day in due if day - today <= ahead)))


def _lanes(
    found: Walked, due: Sequence[DeadlineMark], place: Jurisdiction
) -> Iterator[Lane]:
    episodes = found.position.episodes
    for stage, day in _opened(found, due, place.zone).items():
        yield Lane(
            stage=stage,
            title=stage_words(stage, place.name, day),
            spans=tuple(s for s in found.spans if episodes[s.episode].stage == stage),
            events=tuple(mark for name, mark in found.events if name == stage),
            deadlines=tuple(d for d in due if _stage_of(d, episodes) == stage),
        )


def _opened(found: Walked, due: Iterable[DeadlineMark], zone: str) -> dict[str, date]:
    """Give each stage of which there is something, and its first day, in order."""
    seen = [(stage, mark.at) for stage, mark in found.events]
    seen += [(_stage_of(one, found.position.episodes), one.starts) for one in due]
    opened: dict[str, date] = {}
    for stage, when in seen:
        opened.setdefault(stage, day_of(when, zone))
    return opened


def _stage_of(mark: DeadlineMark, episodes: Mapping[str, Episode]) -> str:
    # What starts with a birthday, or at an event of no stage, belongs to the child.
    episode = episodes.get(mark.episode or "")
    return episode.stage if episode else _CHILD


def _rest(calendar: Calendar, first: date, last: date) -> tuple[tuple[date, date], ...]:
    known = calendar.first < first and last <= calendar.last
    if not known or (last - first).days > _DAYS_SHOWN:
        return ()
    before = first - timedelta(days=1)
    return tuple((one.first, one.last) for one in calendar.left_out(before, last))
