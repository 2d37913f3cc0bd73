"""Invents journeys by luck: stories that could be told, and what might go wrong.

Hypothesis is for finding; this is for volume. A seed gives the same journeys always.
A journey begins with some of the stories of `tests/journeys.py`, goes on with what
meets, moves or ends a clock that runs, near the day on which it is due, and is then
disturbed: days moved, fields emptied, events doubled, dropped, corrected, withdrawn.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any, Final

import attrs
from attrs import evolve

from casework.calendars import SchoolTerms, Term
from casework.chronology import Child, Chronology
from casework.dates import day_of
from casework.errors import CaseworkError
from casework.events import ChildBorn, Corrected, Event, Withdrawn, kinds
from casework.events.corrections import CorrectionEvent
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction, england, jersey
from casework.law.conditions import On
from casework.law.index import happenings_of
from casework.law.overlay import load_overlay
from casework.records import EVERYTHING, Records
from casework.timescales import Deadline
from tests.journeys import STORIES, TERMS, Story, told
from tests.source import ROOT

USUAL: Final = [one for one in kinds().values() if not issubclass(one, CorrectionEvent)]
ENDINGS: Final = ("child_died", "responsibility_transferred", "case_closed")
# Most stories are of the years that the law here is about; some lie at its edges.
FIRST, LAST = date(2012, 1, 1), date(2027, 12, 31)
EDGES: Final = (date(2000, 1, 3), date(2011, 3, 1), date(2044, 9, 1))
# How far apart things are that have to do with one another.
APART: Final = (0, 0, 0, 1, 1, 2, 3, 5, 7, 10, 14, 20, 28, 42, 60, 90, 182, 365)
MINUTES: Final = (0, 1, 9 * 60, 12 * 60, 15 * 60 + 30, 23 * 60 + 30, 23 * 60 + 59)
HALVES: Final = SchoolTerms(
    [
        Term(date(year, month, 8), date(year, month + 2, 20))
        for year in range(1999, 2050)
        for month in (1, 4, 9)
    ],
    "invented, with holidays",
)
OVERLAYS: Final = (
    "examples/overlays/jersey-confirm.toml",
    "examples/overlays/local-standards.toml",
    "tests/cases/overlays/contact_next_working_day.toml",
    "tests/cases/overlays/transfer.toml",
)


def _places() -> list[Jurisdiction]:
    plain = [england, jersey]
    laid = [load_overlay(ROOT / path) for path in OVERLAYS]
    over = [
        place.with_law(one.over(place.law))
        for place in plain
        for one in laid
        if one.jurisdiction == place.name
    ]
    terms = [one.with_terms(terms) for one in plain for terms in (TERMS, HALVES)]
    return [*plain, *terms, *over, over[-1].with_terms(TERMS)]


PLACES: Final = _places()


def invent(seed: str) -> "Invented":
    """Invent one journey; a seed always gives the same."""
    inventor = Inventor(Random(seed))
    return Invented(journey=inventor.journey(), luck=inventor.luck)


class Inventor:
    """Whoever tells one journey, by luck."""

    def __init__(self, luck: Random) -> None:
        """Begin with a child of a story, on a first day."""
        self.luck = luck
        self.place = luck.choice(PLACES)
        here = f"{self.place.name}."
        self.names = [
            name for name in STORIES if f"{here}{name}" in self.place.law.rules
        ]
        self.first = self._first_day()
        self.last = self.first

    def journey(self) -> Journey:
        """Tell it."""
        stories = [STORIES[self.luck.choice(self.names)] for _ in range(self._few())]
        journey = Journey.open(self.place, child="C-1", born=self._born(stories[0]))
        journey = self._told(journey, stories)
        for _ in range(self.luck.randrange(7)):
            journey = self.goes_on(journey)
        events = list(journey.chronology.events)
        for _ in range(self.luck.choice((0, 1, 2, 4))):
            self._disturb(events)
        if self.luck.random() < 0.15:
            self.luck.shuffle(events)
        journey = _with(journey, events, self._records(events))
        return self._told_late(journey) if self.luck.random() < 0.1 else journey

    def _told_late(self, journey: Journey) -> Journey:
        """Leave the date of birth to an event, near the day of another."""
        born, events = journey.child.born, journey.chronology.events
        if born is None or not events:
            return journey
        day = day_of(self.luck.choice(events).at, self.place.zone)
        day = max(born, day + timedelta(self.luck.choice((-1, 0, 0, 1, 30, 400))))
        birth = ChildBorn(id="birth", at=day, on=born)
        told = evolve(
            journey.chronology,
            child=evolve(journey.child, born=None),
            events=(*events, birth),
        )
        return Journey(jurisdiction=self.place, chronology=told)

    def _first_day(self) -> date:
        if self.luck.random() < 0.08:
            return self.luck.choice(EDGES) + timedelta(self.luck.randrange(120))
        return FIRST + timedelta(self.luck.randrange((LAST - FIRST).days))

    def _few(self) -> int:
        return self.luck.choice((1, 1, 1, 2, 2, 3))

    def _born(self, story: Story) -> date | None:
        if self.luck.random() < 0.1:
            return None
        day = self.first + timedelta(story.turns[1] + self.luck.choice((0, 0, -1, 9)))
        age = self.luck.choice((story.turns[0], story.turns[0], 0, 3, 4, 15, 17))
        return day.replace(year=day.year - age, day=min(day.day, 28))

    def _told(self, journey: Journey, stories: list[Story]) -> Journey:
        events: list[Event] = []
        for story in stories:
            first = self.first + timedelta(self.luck.choice(APART))
            said = [story.starts] + [story.met] * (self.luck.random() < 0.4)
            events += told("; ".join(said), first)
        events.sort(key=lambda one: str(one.at))
        for event in events:
            try:
                journey = journey.record(event)
            except CaseworkError:
                if self.luck.random() < 0.5:
                    stray = self._placed(journey, event)
                    journey = _with(journey, [*journey.chronology.events, stray])
        return journey

    # What happens next, near the days that matter.

    def goes_on(self, journey: Journey) -> Journey:
        """Let one more thing happen, near the days that matter."""
        self.last += timedelta(self.luck.choice(APART))
        found = journey.deadlines(self.last + timedelta(self.luck.choice((0, 30, 400))))
        waiting = [one for one in found if not one.status.finished] or list(found)
        if not waiting or self.luck.random() < 0.1:
            event = self._any_event(self.luck.choice(USUAL), self.last)
        else:
            event = self._for_a_clock(self.luck.choice(waiting))
        event = self._placed(journey, event)
        self.last = max(self.last, day_of(event.at, self.place.zone))
        return _with(journey, [*journey.chronology.events, event])

    def _for_a_clock(self, deadline: Deadline) -> Event:
        rule, zone = deadline.law, self.place.zone
        due = deadline.due or deadline.starts
        day = day_of(due, zone) + timedelta(self.luck.choice((0, 0, 1, -1, -7, 30)))
        day = max(day, day_of(deadline.starts, zone))
        if self.luck.random() < 0.12:
            name = self.luck.choice(ENDINGS)
            return kinds()[name](at=self._at(day))
        endings = [one for one in rule.ends if isinstance(one, On)]
        wanted = self.luck.choice((rule.met_by, rule.met_by, happenings_of(rule)))
        if endings and self.luck.random() < 0.15:
            wanted = tuple(endings)
        return self._for_a_condition(self.luck.choice(wanted), day, deadline)

    def _for_a_condition(self, condition: On, day: date, for_: Deadline) -> Event:
        kind = self.luck.choice(condition.events)
        event = self._any_event(kind, day)
        said = {name: self.luck.choice(words) for name, words in condition.where}
        for name in condition.states:
            said[name] = day + timedelta(self.luck.choice(APART))
        episode = for_.episode if self.luck.random() < 0.8 else None
        at = for_.due if isinstance(for_.due, datetime) else None
        if at is not None and self.luck.random() < 0.6:
            said["at"] = at + timedelta(minutes=self.luck.choice((0, 1, -1)))
        return evolve(event, episode=episode, **said)

    def _any_event(self, kind: type[Event], day: date) -> Event:
        own = {one.name: one for one in attrs.fields(kind)}
        usual = {one.name for one in attrs.fields(Event)}
        said = {
            name: self._value(one, day)
            for name, one in own.items()
            if name not in usual and self.luck.random() < 0.6
        }
        return kind(at=self._at(day), **said)

    def _value(self, one: "attrs.Attribute[Any]", day: date) -> object:
        words = one.metadata.get("words")
        if words:
            return self.luck.choice(words)
        kind = str(one.type)
        if "bool" in kind:
            return self.luck.random() < 0.5
        if "int" in kind:
            return self.luck.randrange(1, 4)
        if "date" in kind:
            until = day + timedelta(self.luck.choice(APART))
            # A day of birth is no moment.
            whole = one.name == "on" or self.luck.random() < 0.8
            return until if whole else self._moment(until)
        return None if "tuple" in kind else self.luck.choice(("a", "b"))

    def _at(self, day: date) -> date | datetime:
        return day if self.luck.random() < 0.7 else self._moment(day)

    def _moment(self, day: date) -> datetime:
        minute = self.luck.choice(MINUTES)
        return datetime.combine(day, time(minute // 60, minute % 60), UTC)

    def _placed(self, journey: Journey, event: Event) -> Event:
        """Give an event an episode of its stage: one that is there, or a new one."""
        stages = {one.id: one.stage for one in journey.episodes()}
        if event.episode and stages.get(event.episode) == event.stage_name:
            return event
        own = [one for one, stage in stages.items() if stage == event.stage_name]
        follows = event.episode or self.luck.choice([None, *stages])
        if own and (not event.opens or self.luck.random() < 0.5):
            return evolve(event, episode=self.luck.choice(own))
        if not event.stage_name or event.stage_name in ("child", "oversight"):
            return evolve(event, episode=follows)
        new = f"{event.stage_name}-{len(stages) + 1}"
        return evolve(event, episode=new, follows=follows)

    # What goes wrong.

    def _disturb(self, events: list[Event]) -> None:
        if not events:
            return
        place = self.luck.randrange(len(events))
        event = events[place]
        what = self.luck.randrange(8)
        if isinstance(event, CorrectionEvent) or what == 0:
            del events[place]
        elif what == 1:
            events.append(evolve(self._moved(event), id=None))
        elif what == 2:
            events.append(self._put_right(event))
        elif what == 3:
            taken = Withdrawn(
                at=event.at, of=event.id or "e1", recorded=self._known(event)
            )
            events.append(taken)
        elif what == 4:
            events[place] = evolve(event, recorded=self._known(event))
        elif what == 5 and event.opens:
            events[place] = evolve(event, start_unknown=True)
        else:
            events[place] = self._moved(event)

    def _moved(self, event: Event) -> Event:
        day = day_of(event.at, self.place.zone)
        day += timedelta(self.luck.choice((0, 0, 1, -1, 3, -5, 40)))
        return evolve(event, at=self._at(day))

    def _put_right(self, event: Event) -> Event:
        right = evolve(self._moved(event), id=None)
        return Corrected(
            at=event.at,
            of=event.id or "e1",
            replacement=right,
            recorded=self._known(event),
        )

    def _known(self, event: Event) -> datetime:
        day = day_of(event.at, self.place.zone) + timedelta(self.luck.choice(APART))
        return self._moment(day)

    def _records(self, events: list[Event]) -> Records:
        if self.luck.random() < 0.75 or not events:
            return EVERYTHING
        days = [day_of(one.at, self.place.zone) for one in events]
        span = (max(days) - min(days)).days + 1
        start = min(days) + timedelta(self.luck.randrange(span))
        end = start + timedelta(self.luck.choice(APART))
        names = {one.name for one in events if self.luck.random() < 0.8}
        return Records(
            events=self.luck.choice((None, names)),
            start=self.luck.choice((None, start)),
            end=self.luck.choice((None, end)),
        )


@attrs.frozen(eq=False)
class Invented:
    """An invented journey, and the luck that it leaves for asking."""

    journey: Journey
    luck: Random

    def questions(self) -> Iterator[tuple[Journey, date | datetime, datetime | None]]:
        """Give what to ask: under whose law, as at when, known when."""
        days = self._days()
        for _ in range(3):
            yield self.journey, self._as_at(days), None
        known = datetime.combine(self.luck.choice(days), time(12), UTC)
        yield self.journey, self._as_at(days), known
        place = self.journey.jurisdiction
        other = {"england": jersey, "jersey": england}[place.name]
        moved = self.journey.under(other.with_terms(TERMS))
        yield moved, self._as_at(days), None

    def _as_at(self, days: list[date]) -> date | datetime:
        day = self.luck.choice(days) + timedelta(self.luck.choice((0, 0, 1, -1, 30)))
        if self.luck.random() < 0.8:
            return day
        return datetime.combine(day, time(self.luck.randrange(24)), UTC)

    def _days(self) -> list[date]:
        zone = self.journey.jurisdiction.zone
        told = [day_of(one.at, zone) for one in self.journey.chronology.events]
        last = max(told, default=FIRST)
        found = self.journey.deadlines(last + timedelta(30))
        due = [day_of(one.due, zone) for one in found if one.due is not None]
        limits = (date(1999, 1, 1), date(2046, 1, 1))
        days = [last, last, *told, *due, *due, last + timedelta(400)]
        return [min(max(one, limits[0]), limits[1]) for one in days]


def _with(
    journey: Journey, events: list[Any], records: Records | None = None
) -> Journey:
    before = journey.chronology
    chronology = Chronology(
        child=Child(id="C-1", born=before.child.born),
        events=tuple(events),
        records=before.records if records is None else records,
    )
    return Journey(jurisdiction=journey.jurisdiction, chronology=chronology)
