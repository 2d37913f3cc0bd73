"""Cases that have lasted long, run out soon, or came back."""

from collections.abc import Callable, Iterator
from typing import Final

from casework.caseload.child import ChildToday
from casework.caseload.watch import Look, Seen, Thresholds, dated
from casework.chronology import Happening
from casework.dates import day_of, days_after, iso, months_after
from casework.events import (
    AssessmentCompleted,
    CinPlanEnded,
    ConferenceHeld,
    OrderExtended,
    OrderMade,
    PlacementStarted,
    ProtectionPlanStarted,
    ReferralDecided,
    ReferralReceived,
    SecureAuthorised,
)
from casework.states.walk import Episode
from casework.words import plural

# What says that a family goes on with early help.
_STEPPED_DOWN: Final = (
    (ReferralDecided, "decision", "early_help"),
    (AssessmentCompleted, "outcome", "early_help"),
    (CinPlanEnded, "outcome", "stepped_down"),
)
_UNTIL: Final = (OrderMade, OrderExtended, SecureAuthorised)


def expiring(child: ChildToday, thresholds: Thresholds) -> Iterator[Seen]:
    """Find orders and authorities that run out soon, or ran out and did not end."""
    soon = days_after(child.day, 7 * thresholds.expiring_weeks)
    zone = child.journey.jurisdiction.zone
    for episode in child.open:
        told = [one.until for one in episode.events if isinstance(one, _UNTIL)]
        days = [day_of(until, zone) for until in told if until is not None]
        if days and days[-1] <= soon:
            left = (days[-1] - child.day).days
            words = f"in {plural(left, 'day')}" if left >= 0 else "and is still open"
            what = f"runs until {iso(days[-1])}, {words}"
            yield Seen(episode=episode, since=episode.opened, what=what)


def plans_over(place: int) -> Look:
    """Give what finds protection plans over the first or the second threshold."""

    def look(child: ChildToday, thresholds: Thresholds) -> Iterator[Seen]:
        months = thresholds.plan_months[place]
        for episode in child.open:
            start = _plan_start(child, episode)
            if start and child.day > months_after(start.day, months):
                what = f"on a protection plan since {iso(start.day)}"
                yield Seen(episode=episode, since=start.day, what=what)

    return look


def child_in_need_long(child: ChildToday, thresholds: Thresholds) -> Iterator[Seen]:
    """Find child in need plans that have lasted long."""
    for episode in child.open:
        over = months_after(episode.opened, thresholds.child_in_need_months)
        if episode.stage == "child_in_need" and child.day > over:
            what = f"child in need plan since {iso(episode.opened)}"
            yield Seen(episode=episode, since=episode.opened, what=what)


def placed(what: str, meant: Callable[[PlacementStarted], bool]) -> Look:
    """Give what finds the placements of a kind."""

    def look(child: ChildToday, _thresholds: Thresholds) -> Iterator[Seen]:
        for episode in child.open:
            starts = (e for e in episode.events if isinstance(e, PlacementStarted))
            for one in dated(child, (e for e in starts if meant(e))):
                yield Seen(episode=episode, since=one.day, what=what)

    return look


def referred_again(child: ChildToday, thresholds: Thresholds) -> Iterator[Seen]:
    """Find open referrals that came soon after a step-down to early help."""
    down = [one for one in child.happened if _steps_down(one)]
    for episode in child.open:
        earlier = [one.day for one in down if one.day <= episode.opened]
        if not earlier or not isinstance(episode.opener, ReferralReceived):
            continue
        last = earlier[-1]
        soon = months_after(last, thresholds.referred_again_months)
        others = any(one.event.episode == episode.id for one in down)
        if episode.opened <= soon and not others:
            what = f"referred again after a step-down on {iso(last)}"
            yield Seen(episode=episode, since=episode.opened, what=what)


def _plan_start(child: ChildToday, episode: Episode) -> Happening | None:
    if episode.state != "on a plan":
        return None
    found = list(dated(child, episode.events))
    named = (one for one in found if isinstance(one.event, ProtectionPlanStarted))
    held = (one for one in found if isinstance(one.event, ConferenceHeld))
    return next(named, None) or next(held, None)


def _steps_down(one: Happening) -> bool:
    return any(
        isinstance(one.event, kind) and getattr(one.event, name) == value
        for kind, name, value in _STEPPED_DOWN
    )
