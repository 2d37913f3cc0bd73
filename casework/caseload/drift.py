"""Cases that drift: nothing is due, nobody saw the child, nobody has the case."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Final

from casework.caseload.child import ChildToday
from casework.caseload.watch import Seen, Thresholds, dated, worked_with
from casework.chronology import Happening
from casework.dates import birthday, day_of, days_after, iso
from casework.events import (
    AdviserVisitMade,
    CaseAllocated,
    CaseHeldOnDuty,
    ChildSeen,
    CinVisitMade,
    Event,
    LookedAfterVisitMade,
    PrivateFosteringVisitMade,
    ProtectionVisitMade,
    ReferralDecided,
)
from casework.states import assessment
from casework.states.walk import Episode

ADULT: Final = 18
# An order in force is not work that could come to a stop.
_NO_WORK: Final = ("order",)
# What goes on after the 18th birthday, and is meant to.
_ADULTS: Final = ("leaving_care", "pathway_plan", "complaint")
# In which stage the child is seen, and what tells of it.
SEEN_BY: Final[dict[str, type[Event]]] = {
    "assessment": ChildSeen,
    "article_42": ChildSeen,
    "child_in_need": CinVisitMade,
    "conference": ProtectionVisitMade,
    "looked_after": LookedAfterVisitMade,
    "placement": LookedAfterVisitMade,
    "private_fostering": PrivateFosteringVisitMade,
    "leaving_care": AdviserVisitMade,
}


def drifting(child: ChildToday, _thresholds: Thresholds) -> Iterator[Seen]:
    """Find what is open with no clock running and no day ahead."""
    clocks = {one.episode for one in child.due if one.due is not None}
    for episode in child.open:
        if episode.stage in _NO_WORK or episode.id in clocks or _ahead(child, episode):
            continue
        last = max(one.day for one in dated(child, (episode.opener, *episode.events)))
        words = f"nothing is due and no day is planned; last entry {iso(last)}"
        yield Seen(episode=episode, since=last, what=words)


def not_seen(child: ChildToday, thresholds: Thresholds) -> Iterator[Seen]:
    """Find children who have not been seen for some weeks, from birth to death."""
    episodes = [one for one in child.open if one.stage in SEEN_BY]
    if not episodes:
        return
    first = min(episodes, key=lambda one: one.opened)
    last = _last_seen(child)
    days = (first.opened, child.born, last.day if last else None)
    since = max(day for day in days if day is not None)
    if since < days_after(child.day, -7 * thresholds.not_seen_weeks):
        words = f"last seen on {iso(last.day)}" if last else "never seen, as recorded"
        yield Seen(episode=first, since=last.day if last else since, what=words)


def unallocated(child: ChildToday, _thresholds: Thresholds) -> Iterator[Seen]:
    """Find children with an open case and no worker."""
    episodes = worked_with(child)
    if episodes and not child.workers:
        first = min(episodes, key=lambda one: one.opened)
        words = ", ".join(sorted({one.stage.replace("_", " ") for one in episodes}))
        yield Seen(episode=first, since=first.opened, what=f"open: {words}")


def awaiting_allocation(child: ChildToday, _thresholds: Thresholds) -> Iterator[Seen]:
    """Find referrals that were decided on and wait for a worker."""
    for episode in child.open:
        if episode.stage == "assessment" and episode.state == assessment.AWAITING:
            decided = _last(child, episode, ReferralDecided)
            since = decided.day if decided else episode.opened
            yield Seen(episode=episode, since=since, what="awaiting allocation")


def on_duty(child: ChildToday, _thresholds: Thresholds) -> Iterator[Seen]:
    """Find cases that the duty desk holds until a worker can be found."""
    for episode in child.open:
        held = _last(child, episode, CaseAllocated, CaseHeldOnDuty)
        if held and isinstance(held.event, CaseHeldOnDuty):
            yield Seen(episode=episode, since=held.day, what="held on duty")


def open_after_18(child: ChildToday, _thresholds: Thresholds) -> Iterator[Seen]:
    """Find what is open for somebody who has reached 18, other than leaving care."""
    adult = _adult(child)
    if adult is None or adult > child.day:
        return
    for episode in child.open:
        if episode.stage not in _ADULTS:
            words = f"{episode.stage.replace('_', ' ')}: {episode.state}"
            yield Seen(episode=episode, since=adult, what=words)


def seen_recorded(child: ChildToday) -> bool:
    """Say whether the source shows who was seen in what is open."""
    kinds = {SEEN_BY[one.stage] for one in child.open if one.stage in SEEN_BY}
    return not kinds or child.records(*kinds)


def everything_recorded(child: ChildToday) -> bool:
    """Say whether the source shows every kind of event."""
    return child.journey.chronology.records.events is None


def age_known(child: ChildToday) -> bool:
    """Say whether the day of birth, or the day expected for it, is known."""
    return child.born is not None


def _adult(child: ChildToday) -> date | None:
    born = child.born
    known = born is not None and born.year + ADULT <= date.max.year
    return birthday(born, ADULT) if born is not None and known else None


def _last_seen(child: ChildToday) -> Happening | None:
    visits = tuple(set(SEEN_BY.values()))
    found = [
        one
        for one in child.happened
        if isinstance(one.event, visits)
        and getattr(one.event, "seen", None) != "not_seen"
    ]
    return found[-1] if found else None


def _last(child: ChildToday, episode: Episode, *kinds: type[Event]) -> Happening | None:
    found = [
        one for one in dated(child, episode.events) if isinstance(one.event, kinds)
    ]
    return found[-1] if found else None


def _ahead(child: ChildToday, episode: Episode) -> bool:
    """Whether one of its events names a day that is still to come."""
    zone = child.journey.jurisdiction.zone
    told = chain.from_iterable(
        (getattr(one, "on", None), getattr(one, "until", None))
        for one in episode.events
    )
    return any(day_of(when, zone) > child.day for when in told if when is not None)
