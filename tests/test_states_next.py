"""What may happen next, and what a script means that leaves an episode out."""

from datetime import date

import pytest
from attrs import evolve

from casework.errors import Ambiguous, NotAllowed
from casework.events import NOT_SAID, Event, kinds
from casework.records import Records
from casework.states.walk import (
    Position,
    Possible,
    judge,
    possible,
    resolve,
    settle,
    start,
    step,
)

ZONE = "Europe/Jersey"
BORN = date(2010, 5, 14)


def e(name: str, at: str, **says: object) -> Event:
    """One event, as a script says it: without its episode."""
    return kinds()[name](at=at, **says)


def scripted(*events: Event) -> Position:
    """Record events one by one, each resolved and judged before it is taken."""
    position = start()
    for event in events:
        whole = resolve(position, event, zone=ZONE, born=BORN)
        judge(position, whole, zone=ZONE, born=BORN)
        position, _ = step(position, whole, zone=ZONE, born=BORN)
    return settle(position, zone=ZONE, born=BORN)[0]


def meant(position: Position, event: Event) -> tuple[str | None, object]:
    """The episode, and the one it follows, that an event is taken to mean."""
    whole = resolve(position, event, zone=ZONE, born=BORN)
    return whole.episode, whole.follows


REFERRED = (
    e("contact_received", "2026-11-02"),
    e("contact_decided", "2026-11-02", decision="referral"),
    e("referral_received", "2026-11-02"),
)
ASSESSED = (
    *REFERRED,
    e("assessment_started", "2026-11-03"),
    e("assessment_completed", "2026-11-20"),
)
ON_A_PLAN = (
    *ASSESSED,
    e("strategy_discussion_held", "2026-11-21", outcome="enquiry"),
    e("enquiry_concluded", "2026-11-27", outcome="conference"),
    e("conference_held", "2026-12-04", decision="plan"),
    e("protection_plan_started", "2026-12-04"),
)


def test_a_script_leaves_out_what_only_one_thing_can_mean() -> None:
    """Episodes and links are filled in, from the contact to the plan."""
    told = {
        one.id: (one.follows, one.state)
        for one in scripted(*ON_A_PLAN).episodes.values()
    }
    assert {
        "contact-1": (None, "decided"),
        "assessment-1": ("contact-1", "concluded"),
        "article_42-1": ("assessment-1", "concluded"),
        "conference-1": ("article_42-1", "on a plan"),
    } == told


def test_an_opener_begins_an_episode_with_an_id_that_is_free() -> None:
    """Ids count up within a stage, and skip what a source has taken."""
    position = scripted(e("contact_received", "2026-11-02", episode="contact-2"))
    assert ("contact-3", None) == meant(position, e("contact_received", "2026-11-03"))


def test_an_event_that_may_open_joins_the_episode_that_takes_it() -> None:
    """A second concern belongs to the enquiry that is going on."""
    position = scripted(*REFERRED, e("concern_raised", "2026-11-03"))
    second = e("concern_raised", "2026-11-04")
    assert ("article_42-1", NOT_SAID) == meant(position, second)


def test_what_closes_a_plan_that_its_review_ended_finds_it() -> None:
    """The last episode takes what is still to be written down about it."""
    position = scripted(
        *ON_A_PLAN, e("review_conference_held", "2027-03-01", decision="end")
    )
    ended = e("protection_plan_ended", "2027-03-02", reason="review_conference")
    assert ("conference-1", NOT_SAID) == meant(position, ended)


def test_two_episodes_that_could_be_meant_are_named() -> None:
    """Nothing is chosen by guess."""
    again = (
        e("contact_received", "2026-11-03"),
        e("contact_decided", "2026-11-03", episode="contact-2", decision="referral"),
    )
    first = REFERRED[:2]
    with pytest.raises(Ambiguous, match=r"contact-1 \(contact\) or contact-2"):
        meant(scripted(*first, *again), evolve(REFERRED[2], at="2026-11-04"))
    with pytest.raises(Ambiguous, match="say which with episode='contact-1'"):
        meant(
            scripted(first[0], evolve(first[0], episode="contact-2")),
            first[1],
        )


def test_what_belongs_to_nothing_is_refused() -> None:
    """There is no plan to visit under, and no assessment to plan on."""
    with pytest.raises(NotAllowed, match="no episode of child in need is open"):
        meant(scripted(*ASSESSED), e("cin_visit_made", "2026-11-21"))
    with pytest.raises(NotAllowed, match="comes only after assessment completed") as no:
        meant(scripted(*REFERRED), e("cin_plan_started", "2026-11-21"))
    assert () == no.value.allowed


def test_a_script_may_say_that_nothing_came_before() -> None:
    """A plan that came with the child from elsewhere follows nothing here."""
    alone = e("cin_plan_started", "2026-11-21", follows=None)
    assert ("child_in_need-1", None) == meant(start(), alone)


def test_an_event_in_the_only_open_episode_is_judged_there() -> None:
    """The refusal then says in which state it was tried."""
    position = scripted(*REFERRED)
    completed = e("assessment_completed", "2026-11-03")
    assert ("assessment-1", NOT_SAID) == meant(position, completed)
    whole = resolve(position, completed, zone=ZONE)
    with pytest.raises(NotAllowed, match="in state assessing") as refused:
        judge(position, whole, zone=ZONE)
    assert "case_allocated" in refused.value.allowed


def test_a_link_is_sought_in_the_whole_day() -> None:
    """A plan stands before the assessment of its day, and still follows it."""
    before, after = scripted(*ASSESSED[:-1]), scripted(*ASSESSED)
    plan = e("cin_plan_started", "2026-11-20")
    whole = resolve(before, plan, zone=ZONE, born=BORN, whole_day=after)
    assert "assessment-1" == whole.follows


def test_oversight_and_the_child_need_no_episode() -> None:
    """They may concern one, and are left as they are."""
    held = e("supervision_held", "2026-11-21")
    assert held is resolve(start(), held, zone=ZONE)


# What may happen next ------------------------------------------------------------


def told(
    position: Position, **setting: object
) -> dict[tuple[str | None, str], Possible]:
    """What may happen next, by episode and event."""
    found = possible(position, **{"zone": ZONE, "born": BORN} | setting)
    return {(one.episode, one.event): one for one in found}


def test_what_may_happen_is_told_for_each_open_episode() -> None:
    """In the order of the vocabulary, with what may not and why."""
    found = told(scripted(*ASSESSED))
    assert found["assessment-1", "referral_closed"].allowed
    refused = found["assessment-1", "assessment_completed"]
    assert not refused.allowed
    assert (
        "only where it is 'assessing', and assessment-1 (assessment) is 'concluded'"
        == (refused.why)
    )
    assert ("contact-1", "contact_decided") not in found


def test_what_may_open_is_told_with_what_it_needs() -> None:
    """A plan may start; a conference needs an enquiry first."""
    found = told(scripted(*ASSESSED))
    assert found[None, "cin_plan_started"].allowed
    assert "only after enquiry concluded" in found[None, "conference_planned"].why
    planned = told(scripted(*ASSESSED, e("cin_plan_started", "2026-11-21")))
    assert "child_in_need-1" in planned[None, "cin_plan_started"].why


def test_a_child_of_whom_nothing_is_known_may_only_come_in() -> None:
    """At the beginning there is the front door, and what stands alone."""
    found = told(start())
    assert found[None, "contact_received"].allowed
    assert not found[None, "placement_started"].allowed
    assert "nothing is open" == found[None, "supervision_held"].why
    assert "the child was born before" == found[None, "child_born"].why
    assert told(start(), born=None)[None, "child_born"].allowed


def test_a_child_back_from_missing_may_go_missing_again() -> None:
    """The new absence takes the place of the one that is over."""
    away = e("went_missing", "2026-11-02"), e("returned", "2026-11-03")
    assert not told(scripted(away[0]))[None, "went_missing"].allowed
    assert told(scripted(*away))[None, "went_missing"].allowed


def test_the_last_closed_episode_tells_what_it_still_takes() -> None:
    """An interview may still be held after the absence was closed."""
    away = (
        e("went_missing", "2026-11-02"),
        e("returned", "2026-11-03"),
        e("return_interview_declined", "2026-11-04"),
    )
    assert told(scripted(*away))["missing-1", "return_interview_held"].allowed


def test_after_a_death_only_the_case_is_closed() -> None:
    """Every line says why."""
    found = told(scripted(*ASSESSED, e("child_died", "2026-12-01")))
    assert {"child died: only the case may be closed"} == {
        one.why for one in found.values()
    }
    assert ["case_closed"] == [one.event for one in found.values() if one.allowed]


def test_after_a_case_was_closed_its_open_episodes_say_so() -> None:
    """They stay in view, and a new contact may come in."""
    found = told(scripted(*ASSESSED, e("case_closed", "2026-12-01")))
    assert "case closed: the episode was left open" == (
        found["assessment-1", "referral_closed"].why
    )
    assert "" == found[None, "contact_received"].why


def test_what_a_source_does_not_record_is_taken_as_done() -> None:
    """Without the start of assessments, one may be completed from the referral."""
    records = Records(events=["referral_received", "assessment_completed"])
    found = told(scripted(*REFERRED), records=records)
    assert found["assessment-1", "assessment_completed"].allowed


def test_a_plan_does_not_start_beside_another() -> None:
    """Neither by a new conference nor by one that was planned before."""
    position = scripted(
        *ON_A_PLAN,
        e("plan_transfer_notified", "2026-12-05", episode="c-2", follows=None),
    )
    told = possible(position, zone=ZONE, born=BORN)
    starts = [one for one in told if one.event == "protection_plan_started"]
    assert {("conference-1", True), ("c-2", False), (None, False)} == {
        (one.episode, one.allowed) for one in starts
    }
    assert all(
        "one protection plan at a time" in o.why for o in starts if not o.allowed
    )
    second = e("protection_plan_started", "2026-12-06", episode="c-2")
    with pytest.raises(NotAllowed) as refused:
        judge(position, second, zone=ZONE, born=BORN)
    assert "protection_plan_started" not in refused.value.allowed
