"""Six stages, state by state: what each event does there, and what it may not."""

from collections.abc import Iterator
from typing import Any

import pytest

from casework.events import Event, kinds
from casework.states import STAGES
from casework.states.moves import NOT_OPEN, events_of

# For each stage, each event (with what it says): {state before: state after}. A pair
# that does not stand here is not allowed.
Says = tuple[str, dict[str, Any]]
Table = list[tuple[Says, dict[str, str]]]

STEP = {"referred", "decided", "awaiting allocation"}
WORK = {"assessing", "concluded"}
ASSESSMENT_OPEN = [*STEP, "on duty", "allocated", *WORK]
ENQUIRY_OPEN = ["concern raised", "strategy discussed", "enquiring"]


def same(*states: str) -> dict[str, str]:
    """Each of these states, left as it is."""
    return {state: state for state in states}


def to(after: str, *states: str) -> dict[str, str]:
    """Each of these states, left for another."""
    return dict.fromkeys(states, after)


CONTACT: Table = [
    (("contact_received", {}), to("received", NOT_OPEN)),
    (("consent_recorded", {"consent": "given"}), same("received", "checks under way")),
    (
        ("consent_recorded", {"consent": "refused"}),
        same("received", "checks under way"),
    ),
    (("checks_started", {}), to("checks under way", "received", "checks under way")),
    (("checks_completed", {}), same("checks under way")),
    (
        ("contact_decided", {"decision": "no_further_action"}),
        to("decided", "received", "checks under way"),
    ),
    (("contact_decided", {}), to("decided", "received", "checks under way")),
]

EARLY_HELP: Table = [
    (("early_help_offered", {}), to("offered", NOT_OPEN)),
    (
        ("early_help_assessed", {}),
        to("assessing", "offered", "assessing") | same("planned"),
    ),
    (("early_help_plan_made", {}), to("planned", "offered", "assessing", "planned")),
    (("early_help_reviewed", {}), same("planned")),
    (
        ("early_help_closed", {"outcome": "declined"}),
        to("closed", "offered", "assessing", "planned"),
    ),
]

ASSESSMENT: Table = [
    (("referral_received", {}), to("referred", NOT_OPEN)),
    (
        ("referral_decided", {"decision": "early_help"}),
        to("decided", *STEP) | same("on duty", "allocated"),
    ),
    (
        ("referral_decided", {"decision": "no_further_action"}),
        to("decided", *STEP) | same("on duty", "allocated"),
    ),
    (
        ("referral_decided", {"decision": "assessment"}),
        to("awaiting allocation", *STEP) | same("on duty", "allocated"),
    ),
    (
        ("referral_decided", {"decision": "strategy_discussion"}),
        to("awaiting allocation", *STEP) | same("on duty", "allocated"),
    ),
    (("referral_decided", {}), to("decided", *STEP) | same("on duty", "allocated")),
    (
        ("case_allocated", {}),
        to("allocated", *STEP, "on duty", "allocated") | same(*WORK),
    ),
    (
        ("case_held_on_duty", {}),
        to("on duty", *STEP, "on duty", "allocated") | same(*WORK),
    ),
    (
        ("assessment_started", {}),
        to("assessing", NOT_OPEN, *STEP, "on duty", "allocated", "concluded"),
    ),
    (("child_seen", {"seen": "alone"}), same(*ASSESSMENT_OPEN)),
    (("assessment_completed", {}), to("concluded", "assessing")),
    (("case_transferred", {}), same(*ASSESSMENT_OPEN)),
    (("referral_closed", {}), to("closed", *ASSESSMENT_OPEN)),
]

CHILD_IN_NEED: Table = [
    (("cin_plan_started", {}), to("planned", NOT_OPEN)),
    (("cin_visit_made", {"seen": "not_seen"}), same("planned")),
    (("cin_review_held", {}), same("planned")),
    (("cin_plan_ended", {"outcome": "stepped_down"}), to("ended", "planned")),
]

ARTICLE_42: Table = [
    (("concern_raised", {}), to("concern raised", NOT_OPEN) | same(*ENQUIRY_OPEN)),
    (
        ("child_protection_notification_received", {}),
        to("concern raised", NOT_OPEN) | same(*ENQUIRY_OPEN),
    ),
    (
        ("strategy_discussion_held", {"outcome": "enquiry"}),
        to("strategy discussed", NOT_OPEN, "concern raised")
        | same("strategy discussed", "enquiring"),
    ),
    (
        ("strategy_discussion_held", {"outcome": "no_enquiry"}),
        to("no enquiry", NOT_OPEN, "concern raised")
        | same("strategy discussed", "enquiring"),
    ),
    (
        ("strategy_discussion_held", {}),
        to("strategy discussed", NOT_OPEN, "concern raised")
        | same("strategy discussed", "enquiring"),
    ),
    (("interim_safety_plan_made", {}), same("strategy discussed", "enquiring")),
    (("enquiry_started", {}), to("enquiring", "strategy discussed")),
    (
        ("enquiry_concluded", {}),
        to("concluded", "strategy discussed", "enquiring"),
    ),
]

CONFERENCE: Table = [
    (("conference_planned", {}), to("planned", NOT_OPEN, "planned")),
    (("plan_transfer_notified", {}), to("planned", NOT_OPEN, "planned")),
    (
        ("conference_held", {"decision": "plan"}),
        to("on a plan", NOT_OPEN, "planned", "on a plan"),
    ),
    (
        ("conference_held", {"decision": "no_plan"}),
        to("held without a plan", NOT_OPEN, "planned"),
    ),
    (
        ("conference_held", {}),
        to("held", NOT_OPEN, "planned") | same("on a plan"),
    ),
    (("conference_adjourned", {}), same("planned", "on a plan")),
    (("conference_stood_down", {}), to("stood down", "planned")),
    (
        ("protection_plan_started", {}),
        to("on a plan", NOT_OPEN, "planned", "held", "on a plan"),
    ),
    (("category_changed", {}), same("on a plan")),
    (("core_group_met", {}), same("on a plan")),
    (("protection_visit_made", {}), same("on a plan")),
    (("review_conference_held", {"decision": "continue"}), same("on a plan")),
    (("review_conference_held", {}), same("on a plan")),
    (("review_conference_held", {"decision": "end"}), to("plan ended", "on a plan")),
    (
        ("protection_plan_ended", {}),
        to("plan ended", "on a plan", "plan ended"),
    ),
]

TABLES = {
    "contact": CONTACT,
    "early_help": EARLY_HELP,
    "assessment": ASSESSMENT,
    "child_in_need": CHILD_IN_NEED,
    "article_42": ARTICLE_42,
    "conference": CONFERENCE,
}


def pairs() -> Iterator[tuple[str, str, Event, str | None]]:
    """Every state of the six stages with every event, and what is expected."""
    for stage, table in TABLES.items():
        for (name, says), expected in table:
            event = kinds()[name](at="2026-11-23", **says)
            for state in (NOT_OPEN, *STAGES[stage].states):
                yield stage, state, event, expected.get(state)


@pytest.mark.parametrize(("stage", "state", "event", "expected"), tuple(pairs()))
def test_an_event_leads_where_the_table_says_and_nowhere_else(
    stage: str, state: str, event: Event, expected: str | None
) -> None:
    """Each event in each state does what an officer expects, or is refused."""
    assert expected == STAGES[stage].next(state, event)


@pytest.mark.parametrize("stage", TABLES)
def test_the_table_has_every_event_of_the_stage(stage: str) -> None:
    """No event of the six stages is left out of the tables."""
    told = {name for (name, _), _ in TABLES[stage]}
    assert {event.name for event in events_of(stage)} == told


@pytest.mark.parametrize(("stage", "states"), [
    ("contact", "received, checks under way, decided"),
    ("early_help", "offered, assessing, planned, closed"),
    (
        "assessment",
        "referred, decided, awaiting allocation, on duty, assessing, concluded, closed",
    ),
    ("child_in_need", "planned, ended"),
    ("article_42", "strategy discussed, enquiring, concluded, no enquiry"),
    ("conference", "planned, held without a plan, on a plan, plan ended"),
    ("pre_proceedings", "planned, letter sent, ended"),
    ("proceedings", "issued, concluded"),
    ("order", "in force, expired, discharged"),
    ("secure", "in secure accommodation, out"),
    ("looked_after", "planned, looked after, ceased"),
    ("placement", "planned, current, ended"),
    ("pathway_plan", "assessing needs, planned, ended"),
    ("leaving_care", "supported, not taking support, ended"),
    ("missing", "missing, returned, closed"),
    ("private_fostering", "notified, visited, ended"),
    ("complaint", "received, at stage 1, at stage 2, at stage 3, closed"),
])  # fmt: skip
def test_a_stage_has_the_states_of_the_vocabulary(stage: str, states: str) -> None:
    """Officers find every state under the word that they use."""
    assert [] == [one for one in states.split(", ") if one not in STAGES[stage].states]


USUAL = {
    "pre_proceedings": """legal_planning_meeting_held letter_before_proceedings_sent
        family_group_meeting_offered family_group_meeting_held = letter sent""",
    "proceedings": "proceedings_issued timetable_extended = issued",
    "order": "police_protection_started police_protection_ended = discharged",
    "secure": """secure_started secure_authorised secure_review_held
        secure_ended = out""",
    "looked_after": """care_plan_made became_looked_after legal_basis_changed
        looked_after_review_held ceased_looked_after review_decisions_issued = ceased
        """,
    "placement": """placement_plan_made placement_started looked_after_visit_made
        temporary_stay_started temporary_stay_ended = current""",
    "pathway_plan": """needs_assessed personal_adviser_appointed pathway_plan_made
        pathway_plan_reviewed pathway_plan_made = planned""",
    "leaving_care": """leaving_care_began contact_lost contact_re_established
        support_declined support_requested contact_lost
        support_offered = not taking support""",
    "missing": """went_missing returned return_interview_offered
        return_interview_declined return_interview_held = closed""",
    "private_fostering": """arrangement_notified
        private_fostering_visit_made = visited""",
    "complaint": """complaint_received complaint_acknowledged complaint_answered
        complaint_escalated complaint_answered = at stage 2""",
}


@pytest.mark.parametrize("stage", USUAL)
def test_the_usual_course_of_a_stage_is_allowed(stage: str) -> None:
    """What practice does every day leads where practice says."""
    events, _, state = USUAL[stage].partition(" = ")
    here: str | None = NOT_OPEN
    for name in events.split():
        assert here is not None
        here = STAGES[stage].next(here, kinds()[name](at="2026-11-23"))
    assert state.strip() == here


def test_a_visit_at_which_nobody_was_seen_is_not_the_first_visit() -> None:
    """A private fostering arrangement is visited when the child was seen."""
    stage = STAGES["private_fostering"]
    visit = kinds()["private_fostering_visit_made"]
    assert "notified" == stage.next("notified", visit(at="2026-11-23", seen="not_seen"))


@pytest.mark.parametrize(("reason", "state"), [
    ("expired", "expired"), ("replaced", "discharged"), (None, "discharged"),
])  # fmt: skip
def test_an_order_ends_as_it_says(reason: str | None, state: str) -> None:
    """Only an order that ran out is expired; silence takes the first that is said."""
    ended = kinds()["order_ended"](at="2026-11-23", reason=reason)
    assert state == STAGES["order"].next("in force", ended)
