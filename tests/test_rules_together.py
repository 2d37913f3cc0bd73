"""Several rules at once: a deployer's, which shipped ones are too few to show."""

from datetime import date

import pytest
from attrs import evolve

from casework.events import (
    CinPlanStarted,
    CinReviewHeld,
    CinVisitMade,
    Event,
    ReferralReceived,
    SupervisionHeld,
)
from casework.law import Timescale
from casework.law.conditions import on, while_
from casework.law.interval import Interval
from casework.law.lengths import Extension, by
from casework.law.source import Authority
from casework.law.times import Start, birthday, not_
from casework.periods import days
from tests.declared import (
    DAY,
    REVIEW,
    SHIPPED,
    after,
    deadlines,
    journey,
    plan,
    review,
    visit,
)

REFERRAL = ReferralReceived(at=DAY, episode="referral", follows=None)
# With each pair of names another comes first in the alphabet.
NAMES = pytest.mark.parametrize(("one", "other"), [("a", "b"), ("b", "a")])


# By the due day of another rule's interval.


def awaited(rule: Timescale, number: int, *events: Event) -> date | None:
    """Give the due day of what waits, from a visit on, for a number of a rule."""
    waiting = evolve(
        REVIEW,
        id="local.waiting",
        starts=on(CinVisitMade),
        within=by(rule.id, number),
        met_by=on(SupervisionHeld),
    )
    found = deadlines([rule, waiting], *events)
    due = [one.due for one in found if one.rule == waiting.id]
    assert isinstance(due[-1], date | None)
    return due[-1]


def test_one_waits_for_the_interval_of_its_own_series() -> None:
    """The second: not before there is one, and then by its due day."""
    rule = evolve(REVIEW, starts=on(CinVisitMade))
    assert None is awaited(rule, 2, plan(0), visit(0))
    assert after(4 + 20) == awaited(rule, 2, plan(0), visit(0), review(4))


def test_one_waits_for_no_series_that_began_before() -> None:
    """Where one of its own began with it, in the same episode."""
    rule = evolve(REVIEW, starts=on(CinVisitMade))
    assert after(5 + 10) == awaited(rule, 1, plan(0), visit(0), visit(5))


@pytest.mark.parametrize(("number", "due"), [(1, 10), (2, 15), (3, None)])
def test_one_without_a_series_waits_for_the_number(number: int, due: int) -> None:
    """And not for whichever comes first."""
    expected = None if due is None else after(due)
    assert expected == awaited(REVIEW, number, plan(0), plan(5), visit(7))


def test_of_two_that_began_on_one_day_the_number_tells() -> None:
    """The first was met early, and on that day the other is due."""
    assert after(3) == awaited(REVIEW, 1, plan(0), plan(0), review(3), visit(7))


@NAMES
def test_one_waits_for_its_own_episode_first(one: str, other: str) -> None:
    """Though another on the line came before."""
    plans = plan(0, one, "referral"), plan(5, other, "referral")
    assert after(15) == awaited(REVIEW, 1, REFERRAL, *plans, visit(7, other))


@NAMES
def test_one_waits_for_the_line_where_its_episode_has_none(
    one: str, other: str
) -> None:
    """And for nothing of another line, though that came before."""
    rule = evolve(REVIEW, starts=on(ReferralReceived))
    first, second = (
        ReferralReceived(at=after(n), episode=name, follows=None)
        for n, name in enumerate((one, other))
    )
    events = first, second, plan(5, "plan", other), visit(7)
    assert after(11) == awaited(rule, 1, *events)


# What an event does to a rule, it does to no other.


@NAMES
def test_an_event_that_meets_and_ends_meets_whatever_else_it_ends(
    one: str, other: str
) -> None:
    """Of two rules that are met and ended by one thing at one moment both are met."""
    started = CinPlanStarted(at="2025-03-03T09:00Z", episode="plan", follows=None)
    held = CinReviewHeld(at="2025-03-05T09:00Z", episode="plan")
    rules = [
        evolve(REVIEW, id=f"local.{name}", ends=on(CinReviewHeld), then=())
        for name in (one, other)
    ]
    found = deadlines(rules, started, held)
    assert ["met", "met"] == [deadline.status for deadline in found]


@NAMES
def test_an_event_moves_each_due_day_once(one: str, other: str) -> None:
    """By the period that the rule says."""
    moves = Extension(by=on(CinVisitMade), period=days(5))
    rules = [
        evolve(REVIEW, id=f"local.{name}", extended_by=moves) for name in (one, other)
    ]
    found = deadlines(rules, plan(0), visit(2))
    assert [after(15), after(15)] == [deadline.due for deadline in found]


def test_only_the_first_intervals_may_be_moved() -> None:
    """Where the rule says of how many; the second and the third stay."""
    moves = Extension(by=on(CinVisitMade), period=days(5), first=1)
    rule = evolve(REVIEW, extended_by=moves)
    moved = [visit(2), review(4), visit(6), review(8), visit(9)]
    found = deadlines([rule], plan(0), *moved)
    assert [after(10 + 5), after(4 + 20), after(8 + 20)] == [one.due for one in found]


# Which clock of a rule an event meets.


@NAMES
def test_an_event_meets_the_clock_of_the_nearest_episode(one: str, other: str) -> None:
    """Its own, else its parent's, and not the one that has run for longest."""
    rule = evolve(REVIEW, starts=on(ReferralReceived, CinPlanStarted), then=())
    first = ReferralReceived(at=DAY, episode=one, follows=None)
    held = CinReviewHeld(at=after(6), episode=other)
    found = deadlines([rule], first, plan(5, other, one), held)
    assert [(one, "overdue"), (other, "met")] == [
        (deadline.episode, deadline.status) for deadline in found
    ]


def test_of_two_as_near_the_one_that_started_first_is_met() -> None:
    """One event meets one of them."""
    rule = evolve(REVIEW, then=())
    found = deadlines([rule], plan(0), plan(5), review(6))
    assert ["met", "overdue"] == [deadline.status for deadline in found]


@NAMES
def test_an_event_meets_one_clock_of_each_rule(one: str, other: str) -> None:
    """Though the second of one rule ran before the first of the other."""
    rules = [
        evolve(REVIEW, id=f"local.{one}", then=()),
        evolve(REVIEW, id=f"local.{other}", then=(), starts=on(CinVisitMade)),
    ]
    found = deadlines(rules, plan(0), plan(1), visit(2), review(3))
    met = {(deadline.rule, deadline.occurrence) for deadline in found if deadline.met}
    assert {(f"local.{one}", 1), (f"local.{other}", 1)} == met


# Which rule of a family the next interval belongs to.


@NAMES
def test_another_rule_goes_on_with_its_second_interval(one: str, other: str) -> None:
    """Its first is for where nothing was done yet; nor does it go on counting."""
    visited = while_("visited", opened_by=on(CinVisitMade), closed_by=())
    then = Interval(within=days(20)), Interval(within=days(30))
    rules = [
        evolve(REVIEW, id=f"local.{name}", family="reviews", when=when, then=then)
        for name, when in ((one, not_(visited)), (other, visited))
    ]
    found = deadlines(rules, plan(0), review(4), visit(5), review(6))
    assert [(one, after(10)), (one, after(4 + 20)), (other, after(6 + 20))] == [
        (deadline.rule.removeprefix("local."), deadline.due) for deadline in found
    ]


# Of several versions, the first says since when anything is known.


@pytest.mark.parametrize("start", [on(CinPlanStarted), birthday(15)])
def test_what_starts_before_the_first_version_is_under_no_known_law(
    start: Start,
) -> None:
    """And the finding names that one."""
    versions = [
        evolve(REVIEW, starts=start, in_force=day)
        for day in ("2030-01-01", "2031-01-01")
    ]
    found = journey(versions, plan(0))
    assert () == found.deadlines("2025-12-31")
    (told,) = (one for one in found.findings() if one.code == "law_not_known")
    assert told.what.endswith("of which no version before 2030-01-01 is known")


def test_each_birthday_that_starts_it_is_under_no_known_law_once() -> None:
    """Neither at 14, which another rule looks at, nor at 18."""
    rules = [
        evolve(REVIEW, starts=(birthday(15), birthday(16)), in_force="2030-01-01"),
        evolve(REVIEW, id="local.other", starts=birthday(14)),
    ]
    found = journey(rules, plan(0)).findings("2028-01-01")
    told = [one.what for one in found if one.code == "law_not_known"]
    assert ["2024-06-15", "2025-06-15"] == [what.split(" on ")[1][:10] for what in told]


# On whose word an interval rests.


def test_a_later_interval_may_rest_on_another_word() -> None:
    """And each says its own."""
    later = Interval(within=days(20), authority=Authority.PRACTICE)
    found = deadlines([evolve(REVIEW, then=later)], plan(0), review(4))
    assert [SHIPPED.authority, Authority.PRACTICE] == [one.authority for one in found]
