"""What must be refused: unlawful events, and overlays that no law allows."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework import Journey, NotAllowed, Overlay, england, jersey
from casework.errors import BadOverlay
from casework.jurisdictions import Jurisdiction
from casework.testing import (
    RefusedOverlay,
    Unlawful,
    law_overlays,
    lawful_journeys,
    refused_overlays,
    unlawful,
)
from casework.testing.mistakes import mistakes
from casework.testing.overlays import every_change, every_refusal

places = pytest.mark.parametrize("place", [england, jersey], ids=lambda one: one.name)


def refused(mistake: Unlawful) -> bool:
    """Say whether our own journey refuses it, and finds what is wrong with it."""
    codes = {one.code for one in mistake.on_record.findings()}
    try:
        mistake.journey.record(mistake.event)
    except NotAllowed:
        return mistake.code in codes
    return False


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(journey=lawful_journeys(), data=st.data())
def test_an_unlawful_event_is_refused(journey: Journey, data: st.DataObject) -> None:
    """And where it is on the record all the same, the finding has the code."""
    mistake = data.draw(unlawful(journey))
    assert refused(mistake), mistake


KINDS = {
    "after_the_end",
    "already_open",
    "before_birth",
    "episode_not_open",
    "episode_of_two_stages",
    "link_not_allowed",
    "link_unknown",
    "not_allowed",
    "nothing_open",
}


@pytest.mark.slow
def test_every_mistake_of_many_histories_is_refused() -> None:
    """Each kind of mistake occurs."""
    seen: Counter[str] = Counter()

    @settings(max_examples=60)
    @given(journey=lawful_journeys())
    def every_one(journey: Journey) -> None:
        for mistake in mistakes(journey):
            seen[mistake.code] += 1
            assert refused(mistake), mistake

    every_one()
    assert set(seen) == KINDS


def test_a_mistake_says_in_a_line_what_is_wrong() -> None:
    """The event, and the reason."""
    journey = Journey.open(england, child="C-0001", born="2015-02-03")
    first = next(mistakes(journey))
    assert repr(first) == (
        "2025-03-03 consent_recorded no-such-episode "
        "(consent recorded in an episode that nothing opened)"
    )


# Overlays


@settings(max_examples=25)
@given(overlay=law_overlays())
def test_a_lawful_overlay_loads(overlay: Overlay) -> None:
    """Over the law of its own jurisdiction."""
    law = {"england": england, "jersey": jersey}[overlay.jurisdiction].law
    assert (overlay.name,) == overlay.over(law).overlays


@settings(max_examples=25)
@given(refusal=refused_overlays(england))
def test_a_refused_overlay_does_not_load(refusal: RefusedOverlay) -> None:
    """And says why not."""
    with pytest.raises(BadOverlay):
        refusal.overlay.over(england.law)
    assert refusal.why


@places
def test_every_change_that_an_overlay_may_make_loads(place: Jurisdiction) -> None:
    """Alone, over the law as it is shipped."""
    overlays = list(every_change(place.law))
    assert len(place.law.rules) < len(overlays)
    for overlay in overlays:
        overlay.over(place.law)


@places
def test_every_change_that_an_overlay_may_not_make_is_refused(
    place: Jurisdiction,
) -> None:
    """Alone, over the law as it is shipped."""
    refusals = list(every_refusal(place.law))
    assert len(refusals) > 10
    for one in refusals:
        with pytest.raises(BadOverlay):
            one.overlay.over(place.law)
