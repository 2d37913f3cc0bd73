"""Records that somebody keeps as records are kept: late, corrected, and taken back."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from attrs import evolve
from hypothesis import strategies as st

from casework import Child, Chronology, Journey, england, jersey
from casework.dates import When, day_of, end_of_day
from casework.events import Corrected, Event, Withdrawn, kinds

FIRST: Final = date(2025, 3, 3)
ZONE: Final = "Europe/London"
DAYS: Final = 100

# What may happen, by episode; each episode follows the one before it.
EPISODES: Final = {
    "contact": ("contact_received", "contact_decided decision=referral"),
    "assessment": (
        "referral_received",
        "referral_decided decision=assessment",
        "referral_decided decision=no_further_action",
        "assessment_started",
        "assessment_completed",
        "referral_closed",
    ),
    "enquiry": (
        "concern_raised",
        "strategy_discussion_held outcome=enquiry",
        "strategy_discussion_held outcome=no_enquiry",
        "enquiry_concluded outcome=not_substantiated",
    ),
    "conference": (
        "conference_held kind=initial decision=plan",
        "core_group_met",
        "review_conference_held decision=continue",
        "protection_plan_ended",
    ),
    "care": (
        "became_looked_after basis=accommodated",
        "looked_after_review_held",
        "looked_after_review_adjourned",
        "ceased_looked_after reason=returned_home",
    ),
}
_FOLLOWS: Final = dict(zip(EPISODES, (None, *EPISODES), strict=False))
_TOLD: Final = [(one, line) for one, lines in EPISODES.items() for line in lines]

days = st.integers(0, DAYS).map(lambda n: FIRST + timedelta(n))
whens: st.SearchStrategy[When] = days | st.builds(
    lambda day, minute: datetime.combine(day, time(minute // 60, minute % 60), UTC),
    days,
    st.integers(0, 24 * 60 - 1),
)
# Not said, the same day, later, or in the great tidying up before an inspection.
lags = st.sampled_from([None, 0, 1, 3, 14, 90])


@st.composite
def entries(draw: st.DrawFn) -> Event:
    """Something that happened on any day, written down then or later."""
    return draw(_entry(*draw(st.sampled_from(_TOLD)), draw(whens)))


@st.composite
def records(draw: st.DrawFn, *, corrected: bool = True) -> Journey:
    """Journeys recorded in any order, some of it corrected or withdrawn later."""
    told = draw(st.lists(st.sampled_from(_TOLD), min_size=4, max_size=10, unique=True))
    # Most things happen in their order, whatever the order in which they are told.
    days = sorted(draw(whens_of(len(told))), key=lambda at: day_of(at, ZONE))
    ordered = zip(sorted(told, key=_TOLD.index), days, strict=True)
    events = [draw(_entry(*one, at)) for one, at in ordered]
    named = [evolve(one, id=f"e{n}") for n, one in enumerate(events, start=1)]
    changes = draw(_changes(named)) if corrected else []
    child = Child(id="C-1", born=date(2012, 5, 6))
    written = draw(st.permutations([*named, *changes]))
    chronology = Chronology(child=child, events=tuple(written))
    place = draw(st.sampled_from([england, jersey]))
    return Journey(jurisdiction=place, chronology=chronology)


def whens_of(number: int) -> st.SearchStrategy[list[When]]:
    """As many days and moments."""
    return st.lists(whens, min_size=number, max_size=number)


@st.composite
def _entry(draw: st.DrawFn, episode: str, line: str, at: When) -> Event:
    name, *fields = line.split()
    said: dict[str, Any] = dict(field.split("=") for field in fields)
    link = {"episode": episode, "follows": _FOLLOWS[episode]}
    lag = draw(lags)
    known = None if lag is None else day_of(at, ZONE) + timedelta(lag)
    moment = None if known is None else end_of_day(known, ZONE)
    return kinds()[name](at=at, recorded=moment, **link, **said)


@st.composite
def _changes(draw: st.DrawFn, events: list[Event]) -> list[Event]:
    ids = [one.id for one in events]
    made: list[Event] = []
    for number in range(draw(st.integers(0, 3))):
        of = draw(st.sampled_from([*ids, *(one.id for one in made)]))
        at = draw(days) + timedelta(draw(st.integers(0, 60)))
        id_ = f"c{number}"
        other = next((one for one in events if one.id == of), None)
        if other is None or draw(st.booleans()):
            made.append(Withdrawn(at=at, of=of, id=id_))
        else:
            right = evolve(other, id=None, at=draw(whens), recorded=None)
            made.append(Corrected(at=at, of=of, id=id_, replacement=right))
    return made


def with_events(journey: Journey, events: Iterable[Event]) -> Journey:
    """Give a journey with other events."""
    chronology = evolve(journey.chronology, events=tuple(events))
    return Journey(jurisdiction=journey.jurisdiction, chronology=chronology)
