"""The example overlays: each says that it is one, and does what it says."""

from datetime import date

from hypothesis.vendor.pretty import pretty

from casework import Journey, Jurisdiction, england, jersey, load_overlay
from casework.events import (
    CaseAllocated,
    CinPlanStarted,
    CinReviewHeld,
    CinVisitMade,
    ConferenceHeld,
    CoreGroupMet,
    EarlyHelpAssessed,
    EarlyHelpOffered,
    EarlyHelpPlanMade,
    EnquiryConcluded,
    Event,
    ProtectionPlanStarted,
    ProtectionVisitMade,
    ReferralReceived,
    StrategyDiscussionHeld,
)
from casework.law import Authority, Basis
from tests.source import ROOT

OVERLAYS = ROOT / "examples" / "overlays"
LOCAL = load_overlay(OVERLAYS / "local-standards.toml")
COUNCIL = england.with_law(LOCAL.over(england.law))
CONFIRMED = jersey.with_law(
    load_overlay(OVERLAYS / "jersey-confirm.toml").over(jersey.law)
)

ON_A_PLAN = (
    StrategyDiscussionHeld(at="2026-01-06", outcome="enquiry", follows=None),
    EnquiryConcluded(at="2026-01-15", outcome="conference"),
    ConferenceHeld(at="2026-01-20", kind="initial", decision="plan"),
    ProtectionPlanStarted(at="2026-01-20", category="neglect"),
)
IN_NEED = (CinPlanStarted(at="2026-01-05", follows=None),)


def dues(place: Jurisdiction, rule: str, *events: Event) -> list[tuple[str, str]]:
    """Give when a rule is due, each time, and how it stands in mid-April 2026."""
    journey = Journey.open(place, child="C-0001", born="2015-02-03").record(*events)
    found = [one for one in journey.deadlines("2026-04-15") if one.rule == rule]
    return [
        (str(one.due), one.status.value)
        for one in sorted(found, key=lambda one: one.occurrence)
    ]


def test_the_local_standards_say_that_they_are_an_example() -> None:
    """Nobody can mistake them for a council's own."""
    for added in LOCAL.add:
        assert Authority.LOCAL is added.authority
        assert added.citation.title.startswith("Your ")
        assert "an example; name your own document" == added.citation.remark


def test_protection_visits_every_ten_working_days() -> None:
    """A visit at which the child was not seen meets nothing."""
    visits = (
        ProtectionVisitMade(at="2026-02-03", seen="alone"),
        ProtectionVisitMade(at="2026-02-12", seen="not_seen"),
        ProtectionVisitMade(at="2026-02-18"),
    )
    assert [
        ("2026-02-03", "met"),
        ("2026-02-17", "met_late"),
        ("2026-03-04", "overdue"),
    ] == dues(COUNCIL, "england.local.protection_visit", *ON_A_PLAN, *visits)


def test_core_groups_every_six_weeks_after_the_first() -> None:
    """The first has the law's own rule."""
    groups = (CoreGroupMet(at="2026-02-03"), CoreGroupMet(at="2026-03-17"))
    assert [("2026-03-17", "met"), ("2026-04-28", "open")] == dues(
        COUNCIL, "england.local.core_group", *ON_A_PLAN, *groups
    )
    assert [("2026-02-03", "met")] == dues(
        COUNCIL, "england.core_group.first", *ON_A_PLAN, *groups
    )


def test_visits_and_reviews_of_a_child_in_need() -> None:
    """Both run from the start of the plan, and on from what was done."""
    done = (
        CinVisitMade(at="2026-02-02", seen="with_others"),
        CinReviewHeld(at="2026-04-07"),
    )
    assert [("2026-02-02", "met"), ("2026-03-02", "overdue")] == dues(
        COUNCIL, "england.local.cin_visit", *IN_NEED, *done
    )
    assert [("2026-04-05", "met_late"), ("2026-10-07", "open")] == dues(
        COUNCIL, "england.local.cin_review", *IN_NEED, *done
    )


def test_early_help_is_reviewed_every_twelve_weeks() -> None:
    """From the plan, not from the offer."""
    plan = (
        EarlyHelpOffered(at="2026-01-05", follows=None),
        EarlyHelpAssessed(at="2026-01-12"),
        EarlyHelpPlanMade(at="2026-01-19"),
    )
    assert [("2026-04-13", "overdue")] == dues(
        COUNCIL, "england.local.early_help_review", *plan
    )


def test_a_confirmed_rule_no_longer_says_that_it_is_england_s() -> None:
    """The number is the same; what is known of it is not."""
    discussed = ON_A_PLAN[:1]
    told = {}
    for place in (jersey, CONFIRMED):
        journey = Journey.open(place, child="C-0001", born="2015-02-03")
        (one,) = (
            deadline
            for deadline in journey.record(*discussed).deadlines("2026-01-07")
            if deadline.rule == "jersey.conference.initial"
        )
        told[place.law.overlays] = (one.due, one.basis, one.note)
    due = date(2026, 1, 27)
    note = "England's number; not known to apply in Jersey"
    assert (due, Basis.ADOPTED, note) == told[()]
    assert (due, Basis.VERIFIED, "") == told[("Example confirmation for Jersey",)]


def test_transfer_is_timed_only_where_it_is_switched_on() -> None:
    """A policy of 2011 stands by until somebody says that it is one."""
    events = (
        ReferralReceived(at="2026-01-05", follows=None),
        CaseAllocated(at="2026-01-06", team="referral_and_assessment"),
    )
    assert [] == dues(jersey, "jersey.assessment.transfer", *events)
    assert [("2026-04-06", "overdue")] == dues(
        CONFIRMED, "jersey.assessment.transfer", *events
    )


def test_an_example_that_fails_names_the_place_alone() -> None:
    """Not every rule of the overlaid law, among which the journey would be lost."""
    journey = Journey.open(CONFIRMED, child="C-0001", born="2015-02-03")
    shown = pretty(journey)
    assert f"Journey(jurisdiction={CONFIRMED!r}," in shown
    assert "jersey.conference.initial" not in shown
