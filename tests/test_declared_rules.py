"""What a declaration may say that no shipped rule says: a deployer's rule may."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from casework import england
from casework.calendars import SchoolTerms, Term
from casework.events import (
    CinPlanStarted,
    CinReviewHeld,
    CinVisitMade,
    ProceedingsIssued,
    SupervisionHeld,
    TimetableExtended,
)
from casework.law import Law, by_id
from casework.law.conditions import Scope, nth, on, while_
from casework.law.index import ages_of, conditions_of
from casework.law.lengths import EndOfTerm, Extension, choose, until_field
from casework.law.rule import Again
from casework.law.times import (
    EachTerm,
    Qualifies,
    after,
    any_of,
    birthday,
    given,
    not_,
    reached,
    under,
)
from casework.periods import days, hours, weeks, working_days
from tests.declared import CASE, DAY, deadlines, journey, plan, review

PLAN = plan(0)


def test_a_second_start_may_begin_the_clock_anew() -> None:
    """The clock that ran is gone, and the number it had is free."""
    rule = evolve(CASE, starts=on(CinVisitMade), again=Again.RESTART)
    visits = [CinVisitMade(at=day, episode="plan") for day in (DAY, date(2025, 3, 7))]
    (deadline,) = deadlines([rule], PLAN, *visits, as_at="2025-03-10")
    assert (1, date(2025, 3, 17)) == (deadline.occurrence, deadline.due)


@pytest.mark.parametrize(
    ("earlier", "status"), [(1, "met"), (28, "met"), (29, "overdue")]
)
def test_what_came_within_weeks_before_counts(earlier: int, status: str) -> None:
    """Up to the last day of the period, and not a day longer ago."""
    rule = evolve(CASE, before=weeks(4), starts=on(CinVisitMade), scope=Scope.CHILD)
    plan = CinPlanStarted(at="2025-01-06", episode="plan", follows=None)
    visit = CinVisitMade(at=DAY, episode="plan")
    events = (plan, review(-earlier), visit)
    (deadline,) = deadlines([rule], *events, as_at="2025-04-30")
    assert status == deadline.status


def test_a_clock_may_start_a_period_after_an_event() -> None:
    """On the day that the period ends, though nothing happens on it."""
    rule = evolve(CASE, starts=after(weeks(5), on(CinPlanStarted)))
    assert "5 weeks after cin_plan_started" == str(rule.starts[0])
    assert () == deadlines([rule], PLAN, as_at="2025-04-06")
    (deadline,) = deadlines([rule], PLAN, as_at="2025-04-07")
    assert ("plan", date(2025, 4, 7)) == (deadline.episode, deadline.starts)
    assert "The clock started on Monday 7 April 2025: 5 weeks after cin plan" in (
        deadline.explain().text
    )


def test_hours_may_run_from_a_birthday() -> None:
    """It is known by its day, so they run from the beginning of that day."""
    rule = evolve(CASE, starts=birthday(16), within=hours(72))
    (deadline,) = deadlines([rule], PLAN, as_at="2025-06-20")
    assert ("2025-06-18T00:00:00+01:00", "overdue") == (
        deadline.as_row()["due"],
        deadline.status,
    )


def test_a_birthday_states_no_day() -> None:
    """A rule that waits for a day that nobody states has no date."""
    rule = evolve(CASE, starts=birthday(16), within=until_field())
    found = journey([rule], PLAN)
    (deadline,) = found.deadlines("2025-06-20")
    assert "no_date" == deadline.status
    assert "date_not_stated" in {one.code for one in found.findings(date(2025, 6, 20))}


def test_a_birthday_of_a_rule_that_is_switched_off_starts_nothing() -> None:
    """Until an overlay switches it on."""
    rule = evolve(CASE, starts=birthday(15), switched_on=False)
    assert () == deadlines([rule], PLAN, as_at="2025-06-20")


def test_no_length_may_fit() -> None:
    """A rule for under-fives says nothing of a child of 15."""
    rule = evolve(CASE, within=choose((under(5), days(10))))
    (deadline,) = deadlines([rule], PLAN, as_at="2025-06-20")
    assert "no_date" == deadline.status
    assert "The due day cannot be worked out" in deadline.explain().text


@pytest.mark.parametrize(("episode", "status"), [("plan", "met"), (None, "overdue")])
def test_what_concerns_no_episode_meets_none(episode: str | None, status: str) -> None:
    """Supervision of the whole case does not say that this plan was looked at."""
    rule = evolve(CASE, met_by=on(SupervisionHeld))
    held = SupervisionHeld(at="2025-03-05", episode=episode)
    (deadline,) = deadlines([rule], PLAN, held, as_at="2025-06-20")
    assert status == deadline.status


def test_only_what_says_the_word_is_counted() -> None:
    """The second visit at which the child was seen alone, not the second visit."""
    on_a_plan = while_("on a plan", opened_by=on(CinPlanStarted), closed_by=())
    alone = nth(2, on(CinVisitMade, seen="alone"), within=on_a_plan)
    rule = evolve(CASE, starts=alone)
    visits = [
        CinVisitMade(at=DAY + timedelta(days=n), episode="plan", seen=seen)
        for n, seen in enumerate(("alone", "not_seen", "alone"))
    ]
    (deadline,) = deadlines([rule], PLAN, *visits, as_at="2025-03-31")
    assert date(2025, 3, 5) == deadline.starts


@pytest.mark.parametrize(("first", "due", "status"), [
    ("2025-01-06", date(2025, 4, 4), "met"),
    # Between two terms there is none in which it could have been done.
    ("2025-03-04", None, "met"),
])  # fmt: skip
def test_the_end_of_the_term(first: str, due: date | None, status: str) -> None:
    """In which the clock started, where it started in one."""
    terms = SchoolTerms(
        [Term(first, "2025-04-04"), Term("2025-01-01", "2025-01-03")], "invented"
    )
    rule = evolve(CASE, within=EndOfTerm())
    (deadline,) = journey([rule], PLAN, review(5), terms=terms).deadlines("2025-04-30")
    assert (due, status) == (deadline.due, deadline.status)


def test_a_term_that_the_terms_do_not_reach() -> None:
    """Is not known: the row says so, and nobody is late."""
    terms = SchoolTerms([Term("2024-01-08", "2024-03-28")], "invented")
    found = journey([evolve(CASE, within=EndOfTerm())], PLAN, terms=terms)
    (deadline,) = found.deadlines("2025-04-30")
    assert "not_recorded" == deadline.status
    assert "terms_not_known" in {one.code for one in found.findings(date(2025, 4, 30))}


def test_a_due_day_that_is_not_known_is_not_moved() -> None:
    """Neither by a period, nor to one counted from the start."""
    end = date(2044, 12, 29)
    plan = CinPlanStarted(at=end, episode="plan", follows=None)
    visit = CinVisitMade(at=end + timedelta(days=1), episode="plan")
    for length in ({"period": days(5)}, {"to": working_days(20)}):
        moves = Extension(by=on(CinVisitMade), **length)
        rule = evolve(CASE, within=working_days(10), extended_by=moves)
        (deadline,) = deadlines([rule], plan, visit, as_at="2045-03-01")
        assert (None, "no_date") == (deadline.due, deadline.status)


def test_a_limit_beyond_all_years_caps_nothing() -> None:
    """The stated day stands where the longest possible one is no day at all."""
    moves = Extension(by=on(TimetableExtended), up_to=weeks(24))
    rule = evolve(
        CASE, starts=on(ProceedingsIssued), extended_by=moves, met_by=on(CinReviewHeld)
    )
    issued = ProceedingsIssued(at="9999-10-01", episode="court", follows=None)
    extended = TimetableExtended(at="9999-10-04", episode="court", until="9999-11-01")
    (deadline,) = deadlines([rule], issued, extended, as_at="9999-10-05")
    assert date(9999, 11, 1) == deadline.due


@pytest.mark.parametrize(
    ("year", "status"), [(9980, "ceased"), (9981, "ceased"), (9982, "overdue")]
)
def test_18_is_reached_up_to_the_last_year_there_is(year: int, status: str) -> None:
    """A birthday after it never comes."""
    plan = CinPlanStarted(at="9997-03-01", episode="plan", follows=None)
    rule = evolve(CASE, released_at_18=True)
    found = journey([rule], plan, born=date(year, 6, 15))
    (deadline,) = found.deadlines("9999-12-30")
    assert status == deadline.status


def test_a_moment_of_the_last_day_of_a_limit_stands() -> None:
    """It is no later than the limit, which is a day."""
    moves = Extension(by=on(TimetableExtended), up_to=weeks(24))
    rule = evolve(CASE, starts=on(ProceedingsIssued), extended_by=moves)
    issued = ProceedingsIssued(at=DAY, episode="court", follows=None)
    until = "2025-08-18T12:00:00+01:00"
    extended = TimetableExtended(at="2025-03-10", episode="court", until=until)
    (deadline,) = deadlines([rule], issued, extended, as_at="2025-03-31")
    assert until == deadline.as_row()["due"]


def test_what_starts_at_an_age_and_in_no_episode_is_met_in_none() -> None:
    """Unless the rule looks at the whole child."""
    rule = evolve(CASE, starts=birthday(16))
    for scope, status in ((Scope.EPISODE, "overdue"), (Scope.CHILD, "met")):
        scoped = evolve(rule, scope=scope)
        (deadline,) = deadlines([scoped], PLAN, review(105), as_at="2025-06-30")
        assert (None, status) == (deadline.episode, deadline.status)


def test_an_age_that_was_reached_before_ends_nothing_later() -> None:
    """What ends at 15 and began after it is not ended at 18."""
    (deadline,) = deadlines([evolve(CASE, ends=birthday(15))], PLAN, as_at="2027-06-30")
    assert "overdue" == deadline.status


def test_every_condition_is_found_wherever_a_rule_asks_it() -> None:
    """In its family, its start, its ending and its length; "otherwise" asks none."""
    rule = evolve(
        CASE,
        family="visits",
        when=not_(under(3)),
        starts=given(on(CinPlanStarted), under(16)),
        released_by=birthday(17, any_of(under(19), reached(2))),
        within=choose((under(5), weeks(1)), (None, weeks(2))),
    )
    either = any_of(under(19), reached(2))
    family, length = [not_(under(3)), under(3)], [under(5)]
    ending = [either, under(19), reached(2)]
    assert [*family, under(16), *ending, *length] == list(conditions_of(rule))


def test_of_the_conditions_of_a_term_an_age_alone_can_come_in_it() -> None:
    """An alarm is set for the birthday; no other condition has a day."""
    review = england.law.versions("england.education_plan.review")[0]
    (term,) = review.starts
    assert isinstance(term, EachTerm)
    starts = evolve(term, conditions=(under(16), reached(3)))
    assert [3] == list(ages_of(evolve(CASE, starts=starts)))


def test_a_law_knows_what_its_rules_alone_name() -> None:
    """A status that no list has, and which rules a day alone may start."""
    relevant = england.law.versions("england.needs.assess_relevant")[0]
    (start,) = relevant.starts
    assert isinstance(start, Qualifies)
    law = Law(jurisdiction="england", rules=by_id([CASE, relevant]))
    assert (start.test,) == law.every_test
    assert ("england.needs.assess_relevant",) == law.by_time
