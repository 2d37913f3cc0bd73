"""A word that is not said, and without which a rule cannot begin, is missed."""

import pytest

from casework import Journey, england, jersey
from casework.chronology import Child, Chronology
from casework.events import (
    BecameLookedAfter,
    CaseAllocated,
    ConferenceHeld,
    Event,
    PlacementStarted,
    WentMissing,
)
from casework.jurisdictions import Jurisdiction
from casework.law.overlay import read_overlay

CODE = "not_said"


def notes(event: Event, place: Jurisdiction = england) -> list[str]:
    """Give what is said to be missing, and nothing else that is found."""
    child = Child(id="C-0001", born="2012-01-01")
    chronology = Chronology(child=child, events=(event,))
    journey = Journey(jurisdiction=place, chronology=chronology)
    return [one.what for one in journey.findings() if one.code == CODE]


def test_a_word_that_nobody_wrote_down_is_missed() -> None:
    """Whether a return interview is due hangs on it."""
    [note] = notes(WentMissing(at="2025-03-03"))
    assert note == (
        "went_missing does not say its kind: nobody can tell whether this begins: "
        "england.missing.return_interview"
    )


def test_a_word_that_is_said_is_not_missed() -> None:
    """Whatever it says."""
    assert [] == notes(WentMissing(at="2025-03-03", kind="unauthorised_absence"))


def test_all_that_hangs_on_a_word_is_named_once() -> None:
    """A conference that decided something, and nobody says what."""
    [note] = notes(ConferenceHeld(at="2025-03-03"), jersey)
    assert note.endswith("jersey.core_group.first, jersey.conference.review")


@pytest.mark.parametrize(
    ("event", "rules"),
    [
        (
            PlacementStarted(at="2025-03-03"),
            [
                "england.visit.parents_before_assessment",
                "england.visit.parents_care_order",
                "england.adoption.review_placed",
                "england.adoption.visit_placed",
            ],
        ),
        (
            BecameLookedAfter(at="2025-03-03"),
            [
                "england.remand.care_plan",
                "england.remand.placement_plan",
                "england.remand.detention_plan",
                "england.short_break.visit",
                "england.short_break.review",
            ],
        ),
    ],
)
def test_the_rules_of_a_kind_of_care_are_named(event: Event, rules: list[str]) -> None:
    """Visits to parents, adoption, remand and short breaks hang on a word."""
    [note] = notes(event)
    assert note.endswith(f"begins: {', '.join(rules)}")


def test_a_flag_that_is_not_said_is_not_set() -> None:
    """The kind of a placement is missed, and a temporary approval is not."""
    [note] = notes(PlacementStarted(at="2025-03-03"))
    assert note.startswith("placement_started does not say its kind")


def test_a_rule_that_was_not_in_force_misses_nothing() -> None:
    """The guidance on missing children is of January 2014."""
    assert [] == notes(WentMissing(at="2013-12-31"))
    assert 1 == len(notes(WentMissing(at="2014-01-01")))


@pytest.mark.parametrize("on", [True, False])
def test_a_rule_that_is_switched_off_misses_nothing(*, on: bool) -> None:
    """The transfer between teams waits for an overlay that switches it on."""
    overlay = read_overlay(SWITCHED_ON)
    place = jersey.with_law(overlay.over(jersey.law)) if on else jersey
    assert on == bool(notes(CaseAllocated(at="2025-03-03"), place))


SWITCHED_ON = """
name = "Ours"
jurisdiction = "jersey"
[[switch_on]]
rule = "jersey.assessment.transfer"
citation = {title = "Transfers", provision = "1", read = 2026-11-21}
"""
