"""The walk: links, one at a time, one day, what a source records, and the end."""

from datetime import date

import pytest
from attrs import evolve

from casework.errors import NotAllowed
from casework.events import Event, kinds
from casework.findings import Severity
from casework.records import Records
from casework.states.walk import (
    Verdict,
    Walk,
    judge,
    lineage,
    settle,
    start,
    step,
    walk,
)

ZONE = "Europe/Jersey"
BORN = date(2010, 5, 14)


def e(name: str, at: str, episode: str | None = None, **says: object) -> Event:
    """One event; its id is its name and its day."""
    kind = kinds()[name]
    return kind(at=at, episode=episode, id=f"{name} {at}", **says)


def read(*events: Event, **setting: object) -> Walk:
    """Read a record of a child born in 2010."""
    return walk(events, **{"zone": ZONE, "born": BORN} | setting)


def codes(*events: Event, **setting: object) -> list[tuple[str, str]]:
    """What does not fit: each finding with its event, notes left out."""
    return [
        (one.code, str(one.event))
        for one in read(*events, **setting).findings
        if one.severity is not Severity.NOTE
    ]


CONTACT = (
    e("contact_received", "2026-11-02", "contact-1"),
    e("contact_decided", "2026-11-03", "contact-1", decision="referral"),
)
ASSESSED = (
    *CONTACT,
    e("referral_received", "2026-11-03", "assessment-1", follows="contact-1"),
    e("assessment_started", "2026-11-05", "assessment-1"),
    e("assessment_completed", "2026-11-20", "assessment-1", outcome="child_in_need"),
)
ENQUIRED = (
    *ASSESSED,
    e("strategy_discussion_held", "2026-11-21", "a42-1", follows="assessment-1"),
    e("enquiry_concluded", "2026-11-27", "a42-1", outcome="conference"),
)
ON_A_PLAN = (
    *ENQUIRED,
    e("conference_held", "2026-12-04", "cpc-1", follows="a42-1", decision="plan"),
)
CHILD_IN_NEED = (
    *ASSESSED,
    e("cin_plan_started", "2026-11-21", "cin-1", follows="assessment-1"),
)
LOOKED_AFTER = (
    e("became_looked_after", "2026-11-02", "care-1", follows=None),
    e("placement_started", "2026-11-02", "placement-1", follows="care-1"),
)


def test_a_journey_that_fits_has_no_findings() -> None:
    """From the front door to a protection plan, every step where it belongs."""
    told = read(*ON_A_PLAN)
    assert () == told.findings
    assert {
        "contact-1": "decided",
        "assessment-1": "concluded",
        "a42-1": "concluded",
        "cpc-1": "on a plan",
    } == {one.id: one.state for one in told.position.episodes.values()}


def test_a_refused_event_leaves_everything_as_it_stands() -> None:
    """A visit after the plan ended is a finding, and nothing else."""
    events = (
        *CHILD_IN_NEED,
        e("cin_plan_ended", "2026-12-01", "cin-1", outcome="needs_met"),
        e("cin_visit_made", "2026-12-02", "cin-1"),
    )
    assert [("not_allowed", "cin_visit_made 2026-12-02")] == codes(*events)
    refused = read(*events)
    assert refused.position.episodes == read(*events[:-1]).position.episodes
    assert not refused.verdicts[-1].allowed
    assert "expected it in state planned" in str(refused.findings[-1])


def test_an_event_of_an_episode_that_nothing_opened_is_one_finding() -> None:
    """What follows in the same episode is not held against the source again."""
    assert [("episode_not_open", "core_group_met 2026-12-01")] == codes(
        e("core_group_met", "2026-12-01", "cpc-9"),
        e("protection_visit_made", "2026-12-02", "cpc-9"),
        e("protection_plan_ended", "2026-12-03", "cpc-9"),
    )
    assert [("episode_not_open", "child_seen 2026-12-01")] == codes(
        e("child_seen", "2026-12-01", "assessment-9"),
        e("assessment_completed", "2026-12-02", "assessment-9"),
    )


def test_an_event_that_no_state_takes_opens_nothing() -> None:
    """There is no seventh stage of a complaint."""
    told = read(e("complaint_escalated", "2026-12-01", "complaint-1", stage=7))
    assert ["episode_not_open"] == [one.code for one in told.findings]
    assert {} == dict(told.position.episodes)


def test_an_event_that_names_no_episode_is_a_finding() -> None:
    """Nothing is guessed about the episode of an event in a file."""
    assert [("no_episode", "cin_visit_made 2026-12-01")] == codes(
        *CHILD_IN_NEED, e("cin_visit_made", "2026-12-01")
    )


def test_one_id_is_not_used_for_episodes_of_two_stages() -> None:
    """An id is unique for the child, whatever the stage."""
    told = read(*CONTACT, e("referral_received", "2026-11-04", "contact-1"))
    assert ["episode_of_two_stages"] == [one.code for one in told.findings]
    assert "contact" == told.position.episodes["contact-1"].stage


# Links ---------------------------------------------------------------------------


@pytest.mark.parametrize(("before", "opener", "follows"), [
    (CONTACT, "referral_received", "contact-1"),
    (ASSESSED, "cin_plan_started", "assessment-1"),
    (ENQUIRED, "conference_planned", "a42-1"),
    (ENQUIRED[:-1], "conference_planned", "a42-1"),
    (ASSESSED, "concern_raised", "assessment-1"),
    (ASSESSED, "became_looked_after", "assessment-1"),
    (ON_A_PLAN, "legal_planning_meeting_held", "cpc-1"),
    (LOOKED_AFTER, "placement_started", "care-1"),
    (LOOKED_AFTER, "needs_assessed", "care-1"),
    (LOOKED_AFTER, "leaving_care_began", "care-1"),
    (LOOKED_AFTER, "secure_started", "placement-1"),
    (LOOKED_AFTER, "went_missing", "placement-1"),
    (ASSESSED, "order_made", "assessment-1"),
    (CONTACT, "arrangement_notified", "contact-1"),
])  # fmt: skip
def test_what_practice_links_is_allowed(
    before: tuple[Event, ...], opener: str, follows: str
) -> None:
    """An episode comes out of the one that practice says it comes out of."""
    told = read(*before, e(opener, "2026-12-10", "new", follows=follows))
    assert () == told.findings
    assert follows == told.position.episodes["new"].follows


@pytest.mark.parametrize(("before", "opener", "follows"), [
    (CONTACT, "cin_plan_started", "contact-1"),
    (CONTACT, "early_help_offered", "contact-1"),
    (ASSESSED[:-1], "cin_plan_started", "assessment-1"),
    (ASSESSED, "conference_planned", "assessment-1"),
    (ON_A_PLAN, "cin_plan_started", "cpc-1"),
    (ASSESSED, "placement_started", "assessment-1"),
    (ASSESSED, "pathway_plan_made", "assessment-1"),
    (ASSESSED, "secure_started", "assessment-1"),
    (ASSESSED, "complaint_received", "assessment-1"),
])  # fmt: skip
def test_a_broken_link_is_one_finding_and_the_episode_opens(
    before: tuple[Event, ...], opener: str, follows: str
) -> None:
    """The source is told once; what happens in the episode is read as it comes."""
    told = read(*before, e(opener, "2026-12-10", "new", follows=follows))
    assert ["link_not_allowed"] == [one.code for one in told.findings]
    assert not told.verdicts[-1].allowed
    assert follows == told.position.episodes["new"].follows


def test_a_conference_does_not_follow_an_enquiry_that_asked_for_none() -> None:
    """An enquiry that found no continuing risk ends there."""
    events = (
        *ENQUIRED[:-1],
        e("enquiry_concluded", "2026-11-27", "a42-1", outcome="not_substantiated"),
        e("conference_planned", "2026-11-28", "cpc-1", follows="a42-1"),
    )
    assert [("link_not_allowed", "conference_planned 2026-11-28")] == codes(*events)


def test_an_outcome_that_is_not_said_satisfies_a_link() -> None:
    """Silence is not held against anybody."""
    concluded = e("enquiry_concluded", "2026-11-27", "a42-1")
    planned = e("conference_planned", "2026-11-28", "cpc-1", follows="a42-1")
    assert [] == codes(*ENQUIRED[:-1], concluded, planned)


@pytest.mark.parametrize("kind", ["transfer_in", "pre_birth", None])
def test_a_conference_may_be_about_a_move_or_an_unborn_child(kind: str | None) -> None:
    """Neither needs an enquiry; nor does one whose kind is not said."""
    held = e("conference_held", "2026-12-10", "c", follows="assessment-1", kind=kind)
    assert [] == codes(*ASSESSED, held)


def test_a_conference_of_an_unborn_child_needs_no_enquiry() -> None:
    """Before birth a conference is considered on what an assessment found."""
    planned = e("conference_planned", "2026-12-10", "cpc-1", follows="assessment-1")
    assert [] == codes(*ASSESSED, planned, born=date(2027, 1, 31))
    born = e("child_born", "2026-12-01")
    assert ["link_not_allowed"] == [
        c for c, _ in codes(*ASSESSED, born, planned, born=None)
    ]


def test_help_is_stepped_up_and_down() -> None:
    """Early help leads to a referral, and what social care ends leads back to it."""
    up = (
        e("early_help_offered", "2026-01-05", "help-1", follows=None),
        e("early_help_closed", "2026-02-05", "help-1", outcome="stepped_up"),
        e("referral_received", "2026-02-05", "assessment-0", follows="help-1"),
    )
    down = (
        e("cin_plan_ended", "2026-12-20", "cin-1", outcome="stepped_down"),
        e("early_help_offered", "2026-12-21", "help-2", follows="cin-1"),
    )
    assert [] == codes(*up)
    assert [] == codes(*CHILD_IN_NEED, *down)
    met = evolve(up[1], outcome="needs_met")
    assert ["link_not_allowed"] == [code for code, _ in codes(up[0], met, up[2])]
    kept = evolve(down[0], outcome="needs_met")
    assert ["link_not_allowed"] == [c for c, _ in codes(*CHILD_IN_NEED, kept, down[1])]


@pytest.mark.parametrize(("words", "expected"), [
    (["given"], []),
    ([], []),
    (["refused"], ["link_not_allowed"]),
    (["refused", "given"], []),
    (["given", "refused"], ["link_not_allowed"]),
    (["refused", None], []),
])  # fmt: skip
def test_early_help_does_not_follow_a_refusal(
    words: list[str | None], expected: list[str]
) -> None:
    """A family may refuse early help; its last word counts."""
    asked = [
        e("consent_recorded", f"2026-11-0{day}", "contact-1", consent=word)
        for day, word in enumerate(words, start=2)
    ]
    told = codes(
        CONTACT[0],
        *asked,
        e("contact_decided", "2026-11-05", "contact-1", decision="early_help"),
        e("early_help_offered", "2026-11-06", "help-1", follows="contact-1"),
    )
    assert expected == [code for code, _ in told]


def test_a_link_to_nothing_on_the_record_is_a_finding() -> None:
    """An id that nobody knows links nothing."""
    told = read(e("cin_plan_started", "2026-11-21", "cin-1", follows="assessment-7"))
    assert ["link_unknown"] == [one.code for one in told.findings]
    assert None is told.position.episodes["cin-1"].follows


def test_null_is_not_linked_and_not_a_finding() -> None:
    """A source may say that an episode came out of none."""
    told = read(*ASSESSED, e("cin_plan_started", "2026-11-21", "cin-1", follows=None))
    assert () == told.findings
    assert None is told.position.episodes["cin-1"].follows


def test_the_only_candidate_is_inferred_and_said() -> None:
    """Where the source is silent and one episode can be meant, it is."""
    told = read(*CONTACT, e("referral_received", "2026-11-04", "assessment-1"))
    assert [("link_inferred", Severity.NOTE)] == [
        (one.code, one.severity) for one in told.findings
    ]
    assert told.verdicts[-1].allowed
    assert "contact-1" == told.position.episodes["assessment-1"].follows


def test_of_two_candidates_none_is_chosen() -> None:
    """Nothing is guessed, and silence is not a finding."""
    second = tuple(evolve(one, episode="contact-2") for one in CONTACT)
    told = read(*CONTACT, *second, e("referral_received", "2026-11-04", "assessment-1"))
    assert () == told.findings
    assert None is told.position.episodes["assessment-1"].follows


def test_a_contact_that_led_to_a_referral_is_no_candidate_for_the_next() -> None:
    """A contact leads to one referral, so that the second contact is the only one."""
    again = (
        e("referral_closed", "2026-12-01", "assessment-1"),
        e("contact_received", "2027-03-01", "contact-2"),
        e("contact_decided", "2027-03-01", "contact-2", decision="referral"),
        e("referral_received", "2027-03-01", "assessment-2"),
    )
    told = read(*ASSESSED, *again)
    assert "contact-2" == told.position.episodes["assessment-2"].follows


def test_of_a_line_the_nearest_episode_is_the_candidate() -> None:
    """What comes out of the conference came out of the assessment, too."""
    ended = (
        e("review_conference_held", "2027-03-01", "cpc-1", decision="end"),
        e("cin_plan_started", "2027-03-02", "cin-1"),
    )
    assert "cpc-1" == read(*ON_A_PLAN, *ended).position.episodes["cin-1"].follows


def test_lineage_tells_stage_parent_and_opener() -> None:
    """What the deadlines need to know of episodes."""
    told = lineage(read(*CHILD_IN_NEED).position)
    assert ("child_in_need", "assessment-1", CHILD_IN_NEED[-1]) == told["cin-1"]
    assert ("contact", None, CONTACT[0]) == told["contact-1"]


def test_two_episodes_do_not_follow_each_other() -> None:
    """A line of episodes has a beginning."""
    told = read(
        e("order_made", "2026-11-02", "order-1", follows="order-2"),
        e("order_made", "2026-11-02", "order-2", follows="order-1"),
        e("order_made", "2026-11-02", "order-3", follows="order-3"),
    )
    parents = {id_: follows for id_, (_, follows, _) in lineage(told.position).items()}
    assert {"order-1": None, "order-2": "order-1", "order-3": None} == parents
    assert 2 == len(told.findings)


# One day -------------------------------------------------------------------------


def test_a_plan_may_start_on_the_day_its_assessment_is_completed() -> None:
    """Of a day nobody knows the order, so that a link is judged at its end."""
    completed = ASSESSED[-1]
    plan = e("cin_plan_started", "2026-11-20", "cin-1", follows="assessment-1")
    silent = e("cin_plan_started", "2026-11-20", "cin-1")
    assert [] == codes(*ASSESSED[:-1], plan, completed)
    told = read(*ASSESSED[:-1], silent, completed)
    assert "assessment-1" == told.position.episodes["cin-1"].follows


def test_two_moments_of_a_day_are_told_apart() -> None:
    """At nine the assessment that was completed at noon was not complete."""
    completed = evolve(ASSESSED[-1], at="2026-11-20T12:00Z")
    early = e("cin_plan_started", "2026-11-20T09:00Z", "cin-1", follows="assessment-1")
    late = e("cin_plan_started", "2026-11-20T15:00Z", "cin-1", follows="assessment-1")
    told = codes(*ASSESSED[:-1], early, completed)
    assert [("link_not_allowed", "cin_plan_started 2026-11-20T09:00Z")] == told
    assert [] == codes(*ASSESSED[:-1], completed, late)


def test_an_event_of_a_day_may_have_come_before_its_moments() -> None:
    """Consent known by its day was recorded before the decision of that day."""
    consent = e("consent_recorded", "2026-11-03", "contact-1", consent="given")
    timed = evolve(CONTACT[1], at="2026-11-03T16:00Z")
    assert [] == codes(CONTACT[0], timed, consent)
    later = evolve(consent, at="2026-11-03T17:00Z")
    assert ["not_allowed"] == [code for code, _ in codes(CONTACT[0], timed, later)]
    told = codes(*CONTACT, CONTACT[1])
    assert [("not_allowed", "contact_decided 2026-11-03")] == told


# How many at once ----------------------------------------------------------------


@pytest.mark.parametrize(("first", "second"), [
    ("became_looked_after", "became_looked_after"),
    ("care_plan_made", "became_looked_after"),
    ("cin_plan_started", "cin_plan_started"),
    ("secure_started", "secure_started"),
    ("went_missing", "went_missing"),
    ("needs_assessed", "pathway_plan_made"),
    ("leaving_care_began", "leaving_care_began"),
    ("protection_plan_started", "protection_plan_started"),
])  # fmt: skip
def test_of_some_episodes_one_stands_at_a_time(first: str, second: str) -> None:
    """A second one is a finding, and opens all the same."""
    told = read(
        e(first, "2026-11-02", "one", follows=None),
        e(second, "2026-11-09", "two", follows=None),
    )
    assert ["already_open"] == [one.code for one in told.findings]
    assert not told.verdicts[1].allowed
    assert not told.position.episodes["two"].closed


@pytest.mark.parametrize("opener", [
    "contact_received", "early_help_offered", "concern_raised", "conference_planned",
    "order_made", "placement_started", "complaint_received", "arrangement_notified",
])  # fmt: skip
def test_of_others_any_number_stand(opener: str) -> None:
    """Several contacts, orders or placements are open at once."""
    told = read(
        e(opener, "2026-11-02", "one", follows=None),
        e(opener, "2026-11-09", "two", follows=None),
    )
    assert () == told.findings


def test_a_second_conference_is_a_finding_when_it_puts_the_child_on_a_plan() -> None:
    """A conference may be planned for a child on a plan; a second plan may not be."""
    planned = e("conference_planned", "2026-12-10", "cpc-2", follows=None)
    held = e("conference_held", "2026-12-11", "cpc-2", decision="plan")
    assert [] == codes(*ON_A_PLAN, planned)
    told = codes(*ON_A_PLAN, planned, held)
    assert [("already_open", "conference_held 2026-12-11")] == told


def test_one_episode_may_end_on_the_day_the_next_begins() -> None:
    """On that day the opener stands first in the order, and is no second."""
    again = e("became_looked_after", "2026-12-01", "care-2", follows=None)
    ceased = e("ceased_looked_after", "2026-12-01", "care-1")
    assert [] == codes(*LOOKED_AFTER, again, ceased)
    timed = evolve(ceased, at="2026-12-01T15:00Z")
    early = evolve(again, at="2026-12-01T10:00Z")
    assert ["already_open"] == [c for c, _ in codes(*LOOKED_AFTER, early, timed)]


def test_a_referral_while_one_is_open_is_said_and_allowed() -> None:
    """It is a matter for the worker, not an error of the source."""
    told = read(*ASSESSED, e("referral_received", "2026-12-01", "a-2", follows=None))
    assert ["referral_while_open"] == [one.code for one in told.findings]
    assert told.verdicts[-1].allowed


def test_going_missing_again_closes_the_absence_before() -> None:
    """The child came back, and the interview may still be held."""
    away = (
        e("went_missing", "2026-11-02", "missing-1", follows=None),
        e("returned", "2026-11-03", "missing-1"),
        e("went_missing", "2026-11-04", "missing-2", follows=None),
        e("return_interview_held", "2026-11-05", "missing-1"),
    )
    told = read(*away)
    assert () == told.findings
    assert "closed" == told.position.episodes["missing-1"].state
    same_day = evolve(away[2], at="2026-11-03")
    assert [] == codes(away[0], same_day, away[1])


def test_two_kinds_of_plan_run_side_by_side() -> None:
    """Being looked after ends no protection plan; both sets of clocks run."""
    told = read(
        *ON_A_PLAN,
        e("became_looked_after", "2026-12-10", "care-1", follows="cpc-1"),
        e("cin_plan_started", "2026-12-10", "cin-1", follows="assessment-1"),
        e("protection_visit_made", "2026-12-11", "cpc-1"),
    )
    assert () == told.findings


# What a source records -----------------------------------------------------------


def test_a_move_that_needs_an_unrecorded_event_is_assumed() -> None:
    """A census without the start of assessments still has their conclusion."""
    events = (
        e("referral_received", "2026-11-02", "assessment-1", follows=None),
        e("assessment_completed", "2026-11-20", "assessment-1"),
    )
    assert ["not_allowed"] == [code for code, _ in codes(*events)]
    records = Records(events=["referral_received", "assessment_completed"])
    told = read(*events, records=records)
    assert () == told.findings
    assert (False, True) == tuple(one.assumed for one in told.verdicts)
    assert told.position.episodes["assessment-1"].assumed


def test_an_episode_whose_opener_is_not_recorded_is_assumed() -> None:
    """A return without absences has interviews only."""
    held = e("return_interview_held", "2026-11-05", "missing-1")
    told = read(held, records=Records(events=["return_interview_held"]))
    assert () == told.findings
    assert "closed" == told.position.episodes["missing-1"].state


def test_what_lies_before_the_source_began_is_assumed() -> None:
    """A file from April says nothing of a plan that started in March."""
    events = (
        e("cin_visit_made", "2026-04-10", "cin-1"),
        e("conference_planned", "2026-04-11", "cpc-1", follows="a42-1"),
    )
    assert 2 == len(codes(*events))
    told = read(*events, records=Records(start="2026-04-01"))
    assert () == told.findings
    assert (True, True) == tuple(one.assumed for one in told.verdicts)


def test_a_link_that_needs_an_unrecorded_event_is_assumed() -> None:
    """Where nobody records that assessments were completed, plans still follow them."""
    names = ["referral_received", "assessment_started", "cin_plan_started"]
    plan = e("cin_plan_started", "2026-11-21", "cin-1", follows="assessment-1")
    told = read(*ASSESSED[2:4], plan, records=Records(events=names))
    assert [True] == [v.assumed for v in told.verdicts if v.event is plan]
    unknown = evolve(plan, follows="conference-3")
    assert [] == codes(unknown, records=Records(events=["cin_plan_started"]))


def test_a_move_between_recorded_events_is_not_assumed() -> None:
    """What the source records and does not have did not happen."""
    events = (
        e("referral_received", "2026-11-02", "assessment-1", follows=None),
        e("assessment_completed", "2026-11-20", "assessment-1"),
    )
    names = ["referral_received", "assessment_started", "assessment_completed"]
    assert 1 == len(codes(*events, records=Records(events=names)))
    assert 1 == len(codes(*events, records=Records(start="2026-04-01")))


# The child, and the end ----------------------------------------------------------


def test_after_a_death_nothing_more_happens() -> None:
    """What is dated later does not fit, except what writes the death down."""
    died = e("child_died", "2026-12-10")
    after = e("cin_visit_made", "2026-12-11", "cin-1")
    same_day = e("cin_visit_made", "2026-12-10", "cin-1")
    stood_down = e("case_closed", "2026-12-20", reason="died")
    told = codes(*CHILD_IN_NEED, died, same_day, after, stood_down)
    assert [("after_the_end", "cin_visit_made 2026-12-11")] == told


def test_after_a_pregnancy_ended_nothing_more_happens() -> None:
    """Nobody is assessed before a birth that will not be."""
    ended = e("pregnancy_ended", "2026-12-10")
    seen = e("child_seen", "2026-12-11", "assessment-1")
    assert ["after_the_end"] == [c for c, _ in codes(*ASSESSED, ended, seen, born=None)]


def test_a_child_is_born_once() -> None:
    """A birth, or the end of a pregnancy, is of an unborn child."""
    born = e("child_born", "2026-12-10")
    assert [] == codes(*ASSESSED, born, born=None)
    again = e("child_born", "2026-12-11")
    assert ["not_allowed"] == [c for c, _ in codes(*ASSESSED, born, again, born=None)]
    ended = e("pregnancy_ended", "2026-12-11")
    assert ["not_allowed"] == [code for code, _ in codes(*ASSESSED, ended)]
    assert "2010" not in str(read(*ASSESSED, ended).findings)


def test_a_child_may_be_born_after_the_day_expected() -> None:
    """The day expected is an estimate, and no birth is too late to be written down."""
    late = e("child_born", "2026-12-10")
    assert [] == codes(*ASSESSED, late, born=date(2026, 11, 28))
    assert [("not_allowed", "child_born 2026-12-10")] == codes(*ASSESSED, late)


def test_a_closed_case_may_open_again() -> None:
    """The case is closed until something opens; then it is not."""
    closed = e("case_closed", "2026-12-10")
    assert closed == read(*CHILD_IN_NEED, closed).position.closed
    back = e("contact_received", "2027-02-01", "contact-2")
    told = read(*CHILD_IN_NEED, closed, back)
    assert () == told.findings
    assert None is told.position.closed


def test_oversight_needs_something_to_oversee() -> None:
    """A supervision while nothing is open, on any part of its day, is a finding."""
    held = e("supervision_held", "2026-11-02T08:00Z")
    assert [("nothing_open", "supervision_held 2026-11-02T08:00Z")] == codes(held)
    assert [] == codes(held, CONTACT[0])
    assert [] == codes(*CONTACT, e("supervision_held", "2026-11-03", "contact-1"))
    timed = evolve(CONTACT[0], at="2026-11-02T09:00Z")
    assert ["nothing_open"] == [code for code, _ in codes(held, timed)]


# Step by step --------------------------------------------------------------------


def test_step_by_step_is_the_same_as_the_whole_walk() -> None:
    """A journey that grows by one event is judged as a file is."""
    told = read(*ON_A_PLAN)
    position, verdicts = start(), list[Verdict]()
    for event in ON_A_PLAN:
        position, verdict = step(position, event, zone=ZONE, born=BORN)
        verdicts.append(verdict)
    position, _ = settle(position, zone=ZONE, born=BORN)
    assert told.position == position
    assert [v.event for v in told.verdicts] == [v.event for v in verdicts]
    assert ON_A_PLAN[-1:] == position.episodes["cpc-1"].events


def test_the_next_day_settles_the_day_before() -> None:
    """A broken link is said with the first event of a later day."""
    wrong = e("cin_plan_started", "2026-11-04", "cin-1", follows="contact-1")
    position, first = step(read(*CONTACT).position, wrong, zone=ZONE)
    assert (True, ()) == (first.allowed, first.findings)
    visit = e("cin_visit_made", "2026-11-05", "cin-1")
    _, second = step(position, visit, zone=ZONE)
    assert [(wrong, False)] == [(one.event, one.allowed) for one in second.settled]


@pytest.mark.parametrize(("before", "event", "state", "says"), [
    (CHILD_IN_NEED, e("core_group_met", "2026-12-01", "cin-1"), "planned",
     "core group met in cin-1"),
    (CHILD_IN_NEED, e("assessment_completed", "2026-12-01", "assessment-1"),
     "concluded", "assessment completed where assessment-1"),
    (CHILD_IN_NEED, e("cin_plan_started", "2026-12-01", "cin-2", follows=None),
     "planned", "reviewed and changed"),
    (CONTACT, e("cin_plan_started", "2026-12-01", "cin-1", follows="contact-1"),
     "not open", "after assessment completed"),
    (CONTACT, e("cin_visit_made", "2026-12-01", "cin-1"), "not open",
     "cin plan started first"),
])  # fmt: skip
def test_what_is_not_allowed_is_refused_in_words(
    before: tuple[Event, ...], event: Event, state: str, says: str
) -> None:
    """A worker is told what was tried, where, why not, and what may happen."""
    with pytest.raises(NotAllowed, match=says) as refused:
        judge(read(*before).position, event, zone=ZONE, born=BORN)
    assert (event.name, state) == (refused.value.event, refused.value.state)


def test_a_judgement_takes_the_rest_of_the_day_into_view() -> None:
    """A plan that is written down after its assessment stands before it in order."""
    plan = e("cin_plan_started", "2026-11-20", "cin-1", follows="assessment-1")
    before = read(*ASSESSED[:-1]).position
    judge(before, plan, zone=ZONE, born=BORN, later=ASSESSED[-1:])
    with pytest.raises(NotAllowed, match="follows assessment-1"):
        judge(before, plan, zone=ZONE, born=BORN)
