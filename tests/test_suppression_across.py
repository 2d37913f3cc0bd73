"""What two measures count of the same events is hidden in both, or in neither."""

from functools import cache

import pytest

from casework import Journey, jersey
from casework.events import (
    AssessmentStarted,
    BecameLookedAfter,
    ChildDied,
    ConferenceHeld,
    ContactDecided,
    ContactReceived,
    EarlyHelpClosed,
    EarlyHelpOffered,
    Event,
    LookedAfterReviewHeld,
    PlacementStarted,
    RagRated,
    ReferralDecided,
    ReferralReceived,
    ReviewConferenceHeld,
    WentMissing,
    WorkerAllocated,
)
from casework.reporting import Report, report, suppress
from casework.reporting.suppression.cells import cells_of
from casework.reporting.suppression.table import Cells

HALF = ("2025-01-01", "2025-06-30")
STEP_UP = "conversion.early_help_to_step_up"

# Each child goes through the service once, so that what counts the same is as many.
ONCE: tuple[Event, ...] = (
    EarlyHelpOffered(at="2025-01-06", episode="h"),
    EarlyHelpClosed(at="2025-01-13", episode="h", outcome="stepped_up"),
    ContactReceived(at="2025-01-14", episode="k"),
    ContactDecided(at="2025-01-14", episode="k", decision="referral"),
    ReferralReceived(at="2025-01-14", episode="a", follows="k"),
    ReferralDecided(at="2025-01-14", episode="a", decision="assessment"),
    WorkerAllocated(at="2025-01-14", worker="w-1"),
    AssessmentStarted(at="2025-01-14", episode="a"),
    RagRated(at="2025-01-14", rag="red"),
    WentMissing(at="2025-01-15", episode="m"),
    ConferenceHeld(at="2025-02-03", episode="c", decision="plan"),
    BecameLookedAfter(at="2025-02-04", episode="l", follows="a", basis="care_order"),
    PlacementStarted(at="2025-02-04", episode="p", kind="foster", out_of_area=False),
    LookedAfterReviewHeld(at="2025-02-25", episode="l"),
    ReviewConferenceHeld(at="2025-04-28", episode="c", decision="continue"),
)

SAME = (
    ("early_help.outcomes", "part: stepped up", f"{STEP_UP}.period", "numerator"),
    ("early_help.outcomes", "part: stepped up", STEP_UP, "numerator"),
    (STEP_UP, "numerator", f"{STEP_UP}.period", "numerator"),
    (
        "conversion.referral_to_assessment",
        "numerator",
        "conversion.referral_to_assessment.period",
        "numerator",
    ),
    ("conversion.conference_to_plan", "numerator", "plans.started", "numerator"),
    ("missing.children", "numerator", "missing.reports", "numerator"),
    ("referrals.children_again", "denominator", "referrals.count", "numerator"),
    ("caseload.with_worker", "numerator", "caseload.average", "numerator"),
    ("looked_after.count", "numerator", "placements.kinds", "numerator"),
    ("looked_after.count", "numerator", "placements.family", "denominator"),
    ("looked_after.count", "numerator", "placements.out_of_area", "denominator"),
    ("oversight.rag_rated", "numerator", "oversight.ratings", "numerator"),
    ("plans.duration_open", "numerator", "plans.count", "numerator"),
    (
        "contacts.decisions",
        "numerator",
        "timeliness.jersey.contact.decision.published",
        "denominator",
    ),
    (
        "referrals.decisions",
        "numerator",
        "timeliness.jersey.referral.decision.published",
        "denominator",
    ),
    (
        "conferences.reviews",
        "numerator",
        "timeliness.jersey.conference.review.published",
        "denominator",
    ),
    (
        "reviews.count",
        "numerator",
        "timeliness.jersey.review.looked_after.published",
        "denominator",
    ),
)


def children(*events: Event, count: int = 6) -> list[Journey]:
    """Give some children with the same record."""
    return [
        Journey.open(jersey, child=f"C-{number}", born="2015-02-03").record(*events)
        for number in range(count)
    ]


@cache
def cells() -> Cells:
    """Give the cells of a report on those who went through it once."""
    return cells_of(report(children(*ONCE), *HALF, by_month=True), 5)


@pytest.mark.parametrize(("one", "name", "other", "its"), SAME)
def test_what_counts_the_same_is_one_number(
    one: str, name: str, other: str, its: str
) -> None:
    """Over all the days, and in each month that tells both."""
    named = cells().named
    assert cells().values[named[one, None, name]]
    for month in (None, *range(6)):
        both = named.get((one, month, name)), named.get((other, month, its))
        assert None in both or both[0] == both[1], month


def test_the_last_part_is_not_had_from_another_measure() -> None:
    """Of 13 whose early help ended, two declined; 5 stepped up, says the conversion."""
    ended = {"needs_met": 6, "stepped_up": 5, "declined": 2}
    found = [
        one
        for outcome, count in ended.items()
        for one in children(
            EarlyHelpOffered(at="2025-01-06", episode="h"),
            EarlyHelpClosed(at="2025-01-13", episode="h", outcome=outcome),
            count=count,
        )
    ]
    made = suppress(report(found, *HALF, measures=["early_help", STEP_UP]))
    parts = {one.label: one.count for one in made.figure("early_help.outcomes").parts}
    assert None is parts["declined"]
    hidden = {label for label, count in parts.items() if count is None}
    shown = {made.figure(f"{STEP_UP}{end}").numerator for end in ("", ".period")}
    assert "stepped up" not in hidden or {None} == shown


def of_one_day(day: str) -> Report:
    """Give a report on who is looked after on one day."""
    found = children(BecameLookedAfter(at="2025-02-04", basis="care_order"))
    return report(found, day, day, measures=["looked_after"])


def test_on_the_average_of_one_day_are_those_of_that_day() -> None:
    """The days on which a child was looked after are the children."""
    named = cells_of(of_one_day("2025-03-03"), 5).named
    assert (
        named["looked_after.count", None, "numerator"]
        == named["looked_after.average", None, "numerator"]
    )


def test_what_all_rules_leave_out_is_added_up_in_each_month() -> None:
    """Or the one rule of which it is hidden could be had by subtraction."""
    found = children(
        ReferralReceived(at="2025-01-14"),
        AssessmentStarted(at="2025-01-14"),
        ChildDied(at="2025-01-15"),
    )
    named = cells_of(report(found, *HALF, by_month=True), 5).named
    ceased = [
        (month, id_)
        for id_, month, name in named
        if name == "left out: ceased" and id_.startswith("timeliness.jersey")
    ]
    assert {None, 0, 2} == {month for month, _ in ceased}
    for month, id_ in ceased:
        whole = named["timeliness.all.compliance", month, "left out: ceased"]
        assert month is None or named[id_, month, "left out: ceased"] == whole


def test_children_whom_one_rule_concerns_are_those_whom_any_concerns() -> None:
    """Where no child has two rules running, each counts what all count together."""
    found = children(ContactReceived(at="2025-06-30", episode="k"))
    named = cells_of(report(found, *HALF), 5).named
    rule = "timeliness.jersey.contact.decision.in_date"
    assert (
        named["timeliness.all.in_date", None, "denominator"]
        == named[rule, None, "denominator"]
    )
