"""States of affairs that a deployer may declare: when one stands, and in which episode.

Each is seen by the visits made while it stands, from which a clock starts.
"""

from datetime import date

import pytest
from attrs import evolve

from casework.events import (
    CinPlanEnded,
    CinPlanStarted,
    CinReviewHeld,
    CinVisitMade,
    EducationProgrammeAgreed,
    Event,
    LeavingCareEnded,
    OrderEnded,
    OrderExtended,
    OrderMade,
    PoliceProtectionStarted,
)
from casework.law.conditions import Scope, While, nth, on, while_
from casework.law.times import Start, given
from casework.periods import weeks
from tests.declared import REVIEW, after, deadlines, plan, review, visit

ON_A_PLAN = while_(
    "on a plan", opened_by=on(CinPlanStarted), closed_by=on(CinPlanEnded)
)
# Asked of its own episode, so that one that stands elsewhere hides nothing.
ORDER = while_(
    "an order is in force",
    opened_by=on(OrderMade),
    closed_by=on(OrderEnded),
    expires=True,
    extended_by=on(OrderExtended),
    scope=Scope.EPISODE,
)


def ended(days_after: int, name: str = "plan", outcome: str = "needs_met") -> Event:
    """Give the end of a plan."""
    return CinPlanEnded(at=after(days_after), episode=name, outcome=outcome)


def order(
    days_after: int, name: str, follows: str | None = None, until: int = 100
) -> Event:
    """Give an order, until a day so many days after the first."""
    return OrderMade(
        at=after(days_after), episode=name, follows=follows, until=after(until)
    )


def started_by(start: Start, *events: Event) -> list[date]:
    """Give the days on which a clock starts."""
    return [one.starts for one in deadlines([evolve(REVIEW, starts=start)], *events)]


def seen_in(state: While, *events: Event) -> list[date]:
    """Give the days of the visits made while a state of affairs stands."""
    return started_by(given(on(CinVisitMade), state), *events)


def test_what_is_counted_is_counted_anew_each_time_it_stands() -> None:
    """The second visit on a plan: none before the plan counts, nor on the last one."""
    second = nth(2, on(CinVisitMade), within=ON_A_PLAN)
    first_plan = visit(0), plan(1), visit(2), visit(3), visit(4), ended(5)
    second_plan = plan(6, "again"), visit(7, "again"), visit(8, "again")
    assert [after(3), after(8)] == started_by(second, *first_plan, *second_plan)


def test_a_state_that_is_opened_twice_has_lasted_since_the_first_time() -> None:
    """Four weeks from the start of the plan, whatever its review opens again."""
    opened_by = on(CinPlanStarted, CinReviewHeld)
    new = while_("new", opened_by=opened_by, closed_by=(), lasts=weeks(4))
    visits = visit(27), visit(28)
    assert [after(27)] == seen_in(new, plan(0), review(14), *visits)


def test_an_order_that_is_made_twice_lasts_until_the_later_day() -> None:
    """What a court said last stands."""
    twice = order(0, "order", until=10), order(5, "order", until=20)
    visits = visit(20, "order"), visit(21, "order")
    assert [after(20)] == seen_in(ORDER, *twice, *visits)


@pytest.mark.parametrize(("outcome", "seen"), [("moved", []), ("needs_met", [2])])
def test_one_of_two_endings_is_enough(outcome: str, seen: list[int]) -> None:
    """A plan ends itself; a child who moves away is on no plan any longer."""
    away = on(CinPlanEnded, outcome="moved", scope=Scope.CHILD)
    state = evolve(ON_A_PLAN, closed_by=(on(CinPlanEnded), away))
    events = plan(0, "one"), plan(0, "other"), ended(1, "one", outcome), visit(2)
    assert [after(day) for day in seen] == seen_in(state, *events)


def test_a_plan_that_follows_another_does_not_take_its_place() -> None:
    """Only what ends by itself gives way to what follows it."""
    state = evolve(ON_A_PLAN, scope=Scope.EPISODE)
    assert [after(2)] == seen_in(state, plan(0), plan(1, "next", "plan"), visit(2))


def test_an_order_takes_the_place_of_the_one_that_it_follows_and_of_no_other() -> None:
    """Whichever comes first in the alphabet."""
    orders = [order(n, name) for n, name in enumerate(("b", "a", "c"))]
    visits = [visit(10 + n, name) for n, name in enumerate(("a", "b", "c", "d"))]
    seen = seen_in(ORDER, *orders, order(5, "d", follows="b"), *visits)
    assert [after(10), after(12), after(13)] == seen


def test_what_is_no_order_takes_the_place_of_none() -> None:
    """Police protection that follows an order, and is extended, leaves it in force."""
    police = PoliceProtectionStarted(at=after(1), episode="police", follows="order")
    extended = OrderExtended(at=after(2), episode="police", until=after(4))
    events = order(0, "order"), police, extended, visit(3, "order")
    assert [after(3)] == seen_in(ORDER, *events)


def test_what_is_of_no_episode_follows_none() -> None:
    """A programme that nobody wrote under an episode runs to its day."""
    agreed = EducationProgrammeAgreed(at=after(0), until=after(5))
    programme = while_(
        "in education",
        opened_by=on(EducationProgrammeAgreed),
        closed_by=on(LeavingCareEnded),
        expires=True,
    )
    assert [after(5)] == seen_in(programme, plan(0), agreed, visit(5), visit(6))
