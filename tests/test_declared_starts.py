"""What starts the clock of a rule that a deployer declares, and what had met it."""

from datetime import date

import pytest
from attrs import evolve

from casework import england
from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    ChildBorn,
    CinPlanStarted,
    CinReviewHeld,
    CinVisitMade,
    Event,
    OrderMade,
    SupervisionHeld,
)
from casework.law.conditions import Scope, first, on, while_
from casework.law.status import Now
from casework.law.times import (
    After,
    Qualifies,
    birthday,
    each_term,
    qualifies,
    reached,
)
from casework.periods import weeks
from tests.declared import (
    REVIEW,
    after,
    deadlines,
    journey,
    plan,
    review,
    visit,
)

VISITED = evolve(REVIEW, starts=on(CinVisitMade), then=())
ON_A_PLAN = while_("on a plan", opened_by=on(CinPlanStarted), closed_by=())
(_RELEVANT,) = england.law.versions("england.needs.assess_relevant")[0].starts
assert isinstance(_RELEVANT, Qualifies)
LOOKED_AFTER = evolve(
    _RELEVANT.test,
    from_age=10,
    before_age=18,
    counted=None,
    between=None,
    once=None,
    now=Now.LOOKED_AFTER,
)
STATUS = evolve(VISITED, starts=qualifies(LOOKED_AFTER), scope=Scope.CHILD)


def supervision(days_after: int, name: str = "plan") -> Event:
    """Give a supervision."""
    return SupervisionHeld(at=after(days_after), episode=name)


def cared_for(first: int, last: int) -> tuple[Event, Event]:
    """Give the first and the last day of being looked after."""
    name = f"care-{first}"
    return (
        BecameLookedAfter(at=after(first), episode=name, follows=None),
        CeasedLookedAfter(at=after(last), episode=name),
    )


# By which events, and how often.


def test_the_first_has_come_whatever_else_starts_the_rule() -> None:
    """The first visit starts it, and each supervision; the second visit does not."""
    starts = first(on(CinVisitMade), on(CinReviewHeld)), on(SupervisionHeld)
    rule = evolve(VISITED, starts=starts)
    found = deadlines([rule], plan(0), supervision(1), visit(2), visit(3))
    assert [after(1), after(2)] == [one.starts for one in found]


def test_the_first_that_came_before_the_law_is_known_was_the_first() -> None:
    """The finding says so, once; what comes later is not made the first."""
    rule = evolve(VISITED, starts=first(on(CinVisitMade)), in_force=after(3))
    found = journey([rule], plan(0), visit(1), visit(2), visit(4))
    assert () == found.deadlines("2025-12-31")
    codes = [one.code for one in found.findings() if one.code == "law_not_known"]
    assert ["law_not_known"] == codes


def test_each_start_of_a_rule_is_looked_at() -> None:
    """The second too, and there the second of its openings."""
    either = while_(
        "open", opened_by=(on(SupervisionHeld), on(CinPlanStarted)), closed_by=()
    )
    rule = evolve(VISITED, starts=(on(CinVisitMade), each_term(either)))
    (deadline,) = deadlines([rule], plan(0))
    assert after(0) == deadline.starts


@pytest.mark.parametrize(("switched_on", "starts"), [(True, [0, 2]), (False, [0])])
def test_what_releases_a_family_is_near_enough_by_its_own_word(
    *, switched_on: bool, starts: list[int]
) -> None:
    """An order of the child's does; supervision of another episode does not."""
    near = on(SupervisionHeld), on(OrderMade, scope=Scope.CHILD)
    ordinary = evolve(REVIEW, family="reviews", then=())
    anew = evolve(
        VISITED,
        id="local.anew",
        family="reviews",
        anew_on=near,
        switched_on=switched_on,
    )
    order = OrderMade(at=after(2), episode="order", follows=None)
    found = deadlines([ordinary, anew], plan(0), supervision(1, "nowhere"), order)
    assert [after(day) for day in starts] == [one.starts for one in found]


# What had met it already.


def test_each_earlier_event_meets_one_start() -> None:
    """The first meets the first, the second the second, and then there is none."""
    met_by = on(CinReviewHeld), on(SupervisionHeld)
    rule = evolve(VISITED, before=True, met_by=met_by)
    events = plan(0), review(1), supervision(2), visit(5), visit(6), visit(7)
    found = deadlines([rule], *events)
    assert [after(1), after(2), None] == [one.met for one in found]


def test_what_came_before_a_version_that_looks_back_is_seen() -> None:
    """Though the version of its own day did not look back."""
    versions = [
        evolve(VISITED, before=False),
        evolve(VISITED, before=True, in_force=after(3)),
    ]
    (deadline,) = deadlines(versions, plan(0), review(1), visit(5))
    assert after(1) == deadline.met


def test_one_event_of_the_day_meets_one_of_two_starts() -> None:
    """Both starts stand after it in the order of the day."""
    found = deadlines([VISITED], plan(0), review(5), visit(5), visit(5))
    assert ["met", "overdue"] == [one.status for one in found]


def test_what_met_other_rules_on_the_day_meets_this_one_too() -> None:
    """One review, of a plan that ran and of a visit on the day."""
    others = [evolve(REVIEW, id=name, then=()) for name in ("local.a", "local.z")]
    found = deadlines([VISITED, *others], plan(0), review(5), visit(5))
    assert ["met"] * 3 == [one.status for one in found]


def test_what_starts_on_the_18th_birthday_may_be_met_on_that_day() -> None:
    """It falls away with the duties of a child, and what was done was done."""
    child = evolve(VISITED, released_at_18=True)
    other = evolve(REVIEW, id="local.other", met_by=on(SupervisionHeld))
    days = (date(2027, 6, 15) - after(0)).days
    events = plan(0), review(days), visit(days), visit(days)
    found = journey([child, other], *events).deadlines("2027-12-31")
    assert ["overdue", "met", "ceased"] == [one.status for one in found]


def test_an_event_of_an_episode_that_nobody_opened_meets_nothing() -> None:
    """It is not known of what that episode came."""
    rule = evolve(REVIEW, met_by=on(SupervisionHeld))
    (deadline,) = deadlines([rule], plan(0), supervision(5, "nowhere"))
    assert "overdue" == deadline.status


# What time brings.


def test_a_status_comes_once_and_puts_off_nothing_else() -> None:
    """What a rule of a later name waits for still comes."""
    other = evolve(
        VISITED, id="local.z", starts=After(period=weeks(1), of=on(CinPlanStarted))
    )
    events = plan(0), *cared_for(3, 5), *cared_for(12, 14)
    found = deadlines([STATUS, other], *events)
    assert [("local.review", after(3)), ("local.z", after(7))] == [
        (one.rule, one.starts) for one in found
    ]


def test_a_status_that_came_before_the_law_is_known_comes_no_second_time() -> None:
    """The finding names the first version, and there is one."""
    versions = [evolve(STATUS, in_force=day) for day in (after(3), "2026-01-01")]
    found = journey(versions, plan(0), *cared_for(1, 2), *cared_for(5, 6))
    assert () == found.deadlines("2025-12-31")
    (told,) = (one for one in found.findings() if one.code == "law_not_known")
    assert told.what.endswith(f"of which no version before {after(3)} is known")


def test_a_child_who_reaches_the_age_has_the_review_of_the_term() -> None:
    """Whatever else began earlier, or under another rule on the birthday."""
    term = each_term(ON_A_PLAN, reached(16))
    rule = evolve(VISITED, starts=(term, on(CinVisitMade)))
    other = evolve(VISITED, id="local.z", starts=birthday(16, ON_A_PLAN))
    found = deadlines([other, rule], plan(0), visit(1))
    birth = date(2025, 6, 15)
    assert [
        ("local.review", after(1)),
        ("local.review", birth),
        ("local.z", birth),
    ] == [(one.rule, one.starts) for one in found]


def test_a_birthday_that_is_told_late_brings_its_review() -> None:
    """Though by then another began, after that birthday."""
    term = each_term(ON_A_PLAN, reached(16))
    rule = evolve(VISITED, starts=(term, on(CinVisitMade)))
    told = ChildBorn(at="2025-06-20", on="2009-06-15")
    later = CinVisitMade(at="2025-06-18", episode="plan")
    found = journey([rule], plan(0), later, told, born=None).deadlines("2025-12-31")
    assert [date(2025, 6, 15), date(2025, 6, 18)] == [one.starts for one in found]
