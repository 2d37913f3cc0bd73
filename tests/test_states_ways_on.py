"""Episodes from which nothing can come any more are passed over, and rightly so."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import events as told_of
from casework.events import Event, kinds
from casework.records import EVERYTHING, Records
from casework.states import STAGES
from casework.states.walk import Walk, walk

FIRST = date(2026, 3, 2)
CONTACT = told_of.ContactReceived(at=FIRST)
REFERRAL = told_of.ReferralReceived(at=FIRST)
OFFER = told_of.EarlyHelpOffered(at=FIRST)
DISCUSSION = told_of.StrategyDiscussionHeld(at=FIRST, outcome="enquiry")
CONFERENCE = told_of.ConferenceHeld(at=FIRST, kind="initial", decision="plan")
# What opens an episode, and what may be said at its end.
POSSIBLE = (
    (CONTACT, told_of.ContactDecided(at=FIRST, decision="referral")),
    (CONTACT, told_of.ContactDecided(at=FIRST, decision="no_further_action")),
    (REFERRAL,),
    (REFERRAL, told_of.ReferralDecided(at=FIRST, decision="early_help")),
    (REFERRAL, told_of.ReferralClosed(at=FIRST)),
    (OFFER, told_of.EarlyHelpClosed(at=FIRST, outcome="stepped_up")),
    (OFFER, told_of.EarlyHelpClosed(at=FIRST, outcome="needs_met")),
    (DISCUSSION, told_of.EnquiryConcluded(at=FIRST, outcome="conference")),
    (DISCUSSION, told_of.EnquiryConcluded(at=FIRST, outcome="not_substantiated")),
    (CONFERENCE,),
)
SILENT = {"contact_decided", "enquiry_concluded"}
RECORDS = (
    EVERYTHING,
    Records(events=kinds().keys() - SILENT),
    Records(start=FIRST + timedelta(days=3)),
)


@st.composite
def records(draw: st.DrawFn) -> list[Event]:
    """What may be told of a few episodes that do not say what they came out of."""
    found, day = [], FIRST
    for number, told in enumerate(draw(st.lists(st.sampled_from(POSSIBLE)))):
        for event in told:
            day += timedelta(days=draw(st.integers(0, 1)))
            episode = f"{event.stage_name}-{number}"
            found.append(attrs.evolve(event, at=day, episode=episode))
    return found


@settings(max_examples=200)
@given(records(), st.sampled_from(RECORDS))
def test_looking_everywhere_finds_nothing_more(
    events: list[Event], records: Records
) -> None:
    """Where every episode is looked at, the same links are found."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("casework.states.moving.ways_on", lambda *_: frozenset(STAGES))
        everywhere = _walked(events, records)
    assert everywhere == _walked(events, records)


def _walked(events: list[Event], records: Records) -> Walk:
    return walk(events, zone="Europe/London", records=records)
