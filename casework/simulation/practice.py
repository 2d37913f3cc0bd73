"""What a service does at each stage: how long it takes, and what it decides."""

from datetime import date
from typing import Final

from attrs import frozen

from casework.events import (
    BecameLookedAfter,
    ChildSeen,
    CinPlanEnded,
    ConferenceHeld,
    ConsentRecorded,
    EnquiryStarted,
    PlacementStarted,
    RagRated,
    ReferralDecided,
    StrategyDiscussionHeld,
)
from casework.simulation.distributions import Duration
from casework.simulation.inputs import (
    Shares,
    amount,
    days,
    share,
    shares,
    told,
    words_of,
)

HOURS: Final = "hours of a worker"
A_YEAR: Final = "a child a year"

# What the stages of the model can do next: not every word of the vocabulary. A contact
# about a child whose case is open always goes to its worker; an enquiry is decided on
# in a strategy discussion.
CONTACT: Final = ("no_further_action", "advice", "early_help", "referral")
EARLY_HELP: Final = ("needs_met", "stepped_up", "declined")
ASSESSED: Final = ("no_further_action", "early_help", "child_in_need", "looked_after")
ENQUIRED: Final = (
    "not_substantiated",
    "substantiated_no_continuing_risk",
    "conference",
)
AFTER_PLAN: Final = ("child_in_need", "looked_after", "closed")
CEASED: Final = ("returned_home", "special_guardianship", "adopted", "other")


@frozen(kw_only=True)
class FrontDoor:
    """How contacts are decided: by a duty rota, on every day of the week."""

    hours_to_decide: Duration = told("from a contact to its decision", "hours")
    consent: Shares = shares(
        "what is recorded of consent", *words_of(ConsentRecorded, "consent")
    )
    decision: Shares = shares(
        "what is decided of a child who has no open case; early help that is refused "
        "becomes advice",
        *CONTACT,
    )
    rag: Shares = shares("how pressing a contact is", *words_of(RagRated, "rag"))
    concerns: float = share(
        "of the contacts about a child with an open case, those that give cause to "
        "suspect significant harm"
    )


@frozen(kw_only=True)
class EarlyHelp:
    """Early help, which is given by other services and takes no worker's hours."""

    days_to_assess: Duration = days("from the offer to the assessment")
    days_to_plan: Duration = days("from the assessment to the plan")
    review_every: Duration = days("from one review to the next")
    length: Duration = days("from the plan to its end")
    outcome: Shares = shares("how it ends", *EARLY_HELP)


@frozen(kw_only=True)
class Assessment:
    """A referral, what is decided of it, and the assessment."""

    days_to_decide: Duration = days("from the referral to the decision")
    decision: Shares = shares(
        "the response to a referral", *words_of(ReferralDecided, "decision")
    )
    days_to_see: Duration = days("from the start until the child is seen")
    length: Duration = days("from the start until only the writing is left")
    hours: Duration = told("the worker's own work on one", HOURS)
    outcome: Shares = shares("what an assessment without an enquiry finds", *ASSESSED)
    days_to_close: Duration = days("from the last work on a case to its closure")


@frozen(kw_only=True)
class Visits:
    """How children are found on a visit, at any stage."""

    seen: Shares = shares("how the child is seen", *words_of(ChildSeen, "seen"))


@frozen(kw_only=True)
class Enquiry:
    """A strategy discussion and the Article 42 (section 47) enquiry after it."""

    days_to_discuss: Duration = days("from the decision or concern to the discussion")
    discussion: Shares = shares(
        "what a strategy discussion decides",
        *words_of(StrategyDiscussionHeld, "outcome"),
    )
    kind: Shares = shares("how an enquiry is made", *words_of(EnquiryStarted, "kind"))
    length: Duration = days("from the discussion until only the writing is left")
    hours: Duration = told("the worker's own work on one", HOURS)
    outcome: Shares = shares(
        "how an enquiry ends; of a child on a plan or looked after, `conference` "
        "becomes `already_on_plan` or `managed_in_care_plan`",
        *ENQUIRED,
    )


@frozen(kw_only=True)
class Conference:
    """The initial conference, held when its day has come and its report is written."""

    days_from_discussion: Duration = days(
        "from the strategy discussion to the day for which it is called"
    )
    report_hours: Duration = told("the worker's own work on the report", HOURS)
    put_off_by: Duration = days("to the next day, where the report is not written")
    decision: Shares = shares("what it decides", *words_of(ConferenceHeld, "decision"))
    category: Shares = shares(
        "the category of harm of a plan", *words_of(ConferenceHeld, "category")
    )


@frozen(kw_only=True)
class ProtectionPlan:
    """A child protection plan, from the conference to the review that ends it."""

    first_core_group: Duration = days("from the conference to the first core group")
    core_group_every: Duration = days("from one core group to the next")
    core_group_hours: Duration = told("the worker's own work on one", HOURS)
    visit_every: Duration = days("from one visit to the next")
    visit_hours: Duration = told("a visit, with the way there and the note", HOURS)
    first_review: Duration = days("from the conference to the first review")
    review_every: Duration = days("from one review to the next")
    review_hours: Duration = told("the worker's own work on one", HOURS)
    ends_at_review: float = share("of the reviews, those that end the plan")
    afterwards: Shares = shares("what follows a plan that ended", *AFTER_PLAN)
    concerns: float = amount("new concerns of significant harm", A_YEAR)


@frozen(kw_only=True)
class ChildInNeed:
    """A child in need plan."""

    visit_every: Duration = days("from one visit to the next")
    visit_hours: Duration = told("a visit, with the way there and the note", HOURS)
    review_every: Duration = days("from one review to the next")
    review_hours: Duration = told("the worker's own work on one", HOURS)
    length: Duration = days("from the start of a plan to its end")
    outcome: Shares = shares("how it ends", *words_of(CinPlanEnded, "outcome")[:2])
    concerns: float = amount("new concerns of significant harm", A_YEAR)


@frozen(kw_only=True)
class Care:
    """Being looked after: the plans, the visits, the reviews and the placements."""

    basis: Shares = shares("the legal basis", *words_of(BecameLookedAfter, "basis"))
    length: Duration = days("from becoming looked after to ceasing to be")
    ceasing: Shares = shares("why it ends before 18", *CEASED)
    days_to_plan: Duration = days("from the first day to the care plan")
    days_to_appoint: Duration = days("from the first day to the reviewing officer")
    days_to_arrange: Duration = days("from a placement to its written arrangements")
    days_to_health: Duration = days("from the first day to the health assessment")
    health_every_under_5: Duration = days("from one health assessment to the next")
    health_every: Duration = days("the same, from the age of 5")
    days_to_education: Duration = days("from the first day to the education plan")
    first_review: Duration = days("from the first day to the first review")
    second_review: Duration = days("from the first review to the second")
    review_every: Duration = days("from one later review to the next")
    review_hours: Duration = told("the worker's own work on one", HOURS)
    first_visit: Duration = days("from a placement to the first visit")
    visit_every: Duration = days("from one visit to the next")
    visit_hours: Duration = told("a visit, with the way there and the note", HOURS)
    placement: Shares = shares(
        "where a child is placed", *words_of(PlacementStarted, "kind")
    )
    placement_length: Duration = days("from a placement to the next")
    out_of_area: float = share("of the placements, those out of the area")
    missing: float = amount("times that a child of 12 or more goes missing", A_YEAR)
    hours_away: Duration = told("from going missing to the return", "hours")
    hours_to_interview: Duration = told("from the return to the interview", "hours")
    concerns: float = amount("new concerns of significant harm", A_YEAR)


@frozen(kw_only=True)
class LeavingCare:
    """The personal adviser, the pathway plan and the support after 18.

    Advisers are not counted among the workers of the teams.
    """

    adviser_from_age: int = told("from which a child in care has an adviser", "years")
    days_to_appoint: Duration = days("from that age to the appointment")
    days_to_assess: Duration = days("from 16 in care to the assessment of needs")
    days_to_plan: Duration = days("from the assessment of needs to the pathway plan")
    review_every: Duration = days("from one review of the plan to the next")
    visit_every: Duration = days("from one visit of the adviser to the next, from 18")
    length: Duration = days("from 18 until the support ends")
    offered_from: date | None = told(
        "the first day on which there are advisers, and support after 18; left out: "
        "always",
        default=None,
    )

    def is_offered(self, day: date) -> bool:
        """Say whether there are advisers, and support after 18, on a day."""
        return self.offered_from is None or day >= self.offered_from


@frozen(kw_only=True)
class Oversight:
    """How managers look after the work with each open case."""

    supervision_every: Duration = days("from one supervision of a case to the next")
    supervision_hours: Duration = told("the worker's own time for one", HOURS)
    rag_every: Duration = days("from one rating of a case to the next")
    rag: Shares = shares("how an open case is rated", *words_of(RagRated, "rag"))
    audits: float = amount("files read by somebody independent", A_YEAR)
    grade: Shares = shares(
        "what an audit finds",
        *("outstanding", "good", "requires_improvement", "inadequate"),
    )


@frozen(kw_only=True)
class Recording:
    """How long after it happened an event is written down."""

    delay: Duration = days("from an event to its record")
