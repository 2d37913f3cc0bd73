"""Where the stages and the law do not agree: orders, leaving care, a day of care."""

from collections.abc import Iterator
from typing import Final

from casework.chronology import Happening, in_order
from casework.dates import day_of, hours_between, is_moment
from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    Event,
    LeavingCareBegan,
    OrderMade,
)
from casework.findings import Finding, Severity
from casework.standing import Ground, Latest
from casework.states.walk import Episode
from casework.timescales import derive

ORDERS_OF_CARE: Final = ("care", "interim_care")
# Jersey's procedures: a child accommodated by agreement is looked after only after more
# than this.
ACCOMMODATED_HOURS: Final = 24


def disagreements(
    events: tuple[Event, ...], latest: Latest, ground: Ground
) -> Iterator[Finding]:
    """Say where what happened does not fit what the law makes of it."""
    for happening in in_order(events, ground.setting.zone):
        event = happening.event
        if isinstance(event, OrderMade) and event.kind in ORDERS_OF_CARE:
            yield from _not_looked_after(event, latest, ground)
        elif isinstance(event, LeavingCareBegan):
            yield from _no_status(happening, latest, ground)
        elif isinstance(event, CeasedLookedAfter):
            yield from _too_short(event, latest, ground)


def _not_looked_after(
    order: OrderMade, latest: Latest, ground: Ground
) -> Iterator[Finding]:
    episodes = latest.after.position.episodes
    in_force = episodes.get(order.episode or "")
    care = [one for one in episodes.values() if one.stage == "looked_after"]
    recorded = ground.records.has(BecameLookedAfter.name)
    if in_force is None or not recorded or any(_overlap(in_force, one) for one in care):
        return
    yield _finding(
        "order_without_care",
        f"an order ({order.kind}) was made, and the child never became looked after",
        "became_looked_after while the order was in force",
        order,
    )


def _overlap(order: Episode, care: Episode) -> bool:
    cared_for = care.state != "planned"
    begins_in_time = order.ended is None or care.opened <= order.ended[0]
    ends_in_time = care.ended is None or care.ended[0] >= order.opened
    return cared_for and begins_in_time and ends_in_time


def _no_status(
    happening: Happening, latest: Latest, ground: Ground
) -> Iterator[Finding]:
    fold, law = latest.after.fold, ground.setting.law
    if fold.born is None or not ground.records.has(BecameLookedAfter.name):
        return
    statuses = [derive(test, fold, happening.day) for test in law.tests]
    if any(one.on(happening.day) for one in statuses):
        return
    tests = ", ".join(test.title for test in law.tests)
    yield _finding(
        "status_test_not_met",
        "support as a care leaver began, and no status test is met on that day",
        f"one of: {tests}",
        happening.event,
    )


def _too_short(
    ceased: CeasedLookedAfter, latest: Latest, ground: Ground
) -> Iterator[Finding]:
    episode = latest.after.position.episodes.get(ceased.episode or "")
    if ground.setting.law.jurisdiction != "jersey" or episode is None:
        return
    began = next(
        (one for one in episode.events if isinstance(one, BecameLookedAfter)), None
    )
    if began is None or began.basis != "accommodated":
        return
    if _within_a_day(began, ceased, ground.setting.zone):
        yield _finding(
            "accommodated_too_briefly",
            f"accommodated for {ACCOMMODATED_HOURS} hours or less",
            f"more than {ACCOMMODATED_HOURS} hours, for a child to be looked after",
            began,
        )


def _within_a_day(began: Event, ceased: Event, zone: str) -> bool:
    # Where only days are known, the same day is within 24 hours; the next may not be.
    if is_moment(began.at) and is_moment(ceased.at):
        return hours_between(began.at, ceased.at) <= ACCOMMODATED_HOURS
    return day_of(began.at, zone) == day_of(ceased.at, zone)


def _finding(code: str, what: str, expected: str, event: Event) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        what=what,
        expected=expected,
        event=event.id,
    )
