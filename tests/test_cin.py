"""What the children in need census means, told as events."""

from datetime import date

import pytest

from casework.records import Records
from tests.census import (
    census,
    child,
    codes,
    lines_of_children,
    one,
    read,
    tag,
    tags,
    told,
)


def test_a_referral_is_an_assessment_episode() -> None:
    """A referral, its assessment and its closure are one episode, with its codes."""
    piece = one(
        tags(
            CINreferralDate="2024-06-03",
            ReferralSource="1A",
            CINclosureDate="2024-09-02",
            ReasonForClosure="RC8",
            ReferralNFA="0",
        )
        + tag(
            "Assessments",
            tags(
                AssessmentActualStartDate="2024-06-04",
                AssessmentInternalReviewDate="2024-06-14",
                AssessmentAuthorisationDate="2024-07-01",
            ),
        )
    )
    case = {"episode": "assessment-1"}
    assert [
        {
            "event": "referral_received",
            "at": "2024-06-03",
            **case,
            "source": "1A",
            "follows": None,
        },
        {"event": "assessment_started", "at": "2024-06-04", **case},
        {"event": "assessment_completed", "at": "2024-07-01", **case},
        {
            "event": "referral_closed",
            "at": "2024-09-02",
            **case,
            "reason": "RC8",
            "code": "RC8",
        },
    ] == told(piece)
    assert [] == codes(piece)


@pytest.mark.parametrize("yes", ["1", "true", "True"])
def test_no_further_action_is_the_reason_of_the_closure(yes: str) -> None:
    """A referral that ended in no further action is closed for that reason."""
    piece = one(
        tags(
            CINreferralDate="2024-06-03",
            CINclosureDate="2024-06-04",
            ReasonForClosure="RC8",
            ReferralNFA=yes,
        )
    )
    closed = piece.journey.chronology.events[-1]
    assert ("no_further_action", "RC8") == (closed.reason, closed.code)


def test_a_plan_starts_in_the_episode_of_its_conference() -> None:
    """The conference of the day on which a plan starts is the one that decided on it.

    The date that the census repeats outside the enquiry is the same conference.
    """
    piece = one(
        tags(CINreferralDate="2024-06-03", DateOfInitialCPC="2024-06-24")
        + tag(
            "Section47",
            tags(
                S47ActualStartDate="2024-06-04",
                InitialCPCtarget="2024-06-25",
                DateOfInitialCPC="2024-06-24",
                ICPCnotRequired="false",
            ),
        )
        + tag(
            "ChildProtectionPlans",
            tags(
                CPPstartDate="2024-06-24",
                CPPendDate="2025-01-10",
                InitialCategoryOfAbuse="NEG",
                LatestCategoryOfAbuse="MUL",
                NumberOfPreviousCPP="0",
            )
            + tag(
                "Reviews",
                tag("CPPreviewDate", "2024-09-20"),
                tag("CPPreviewDate", "2025-01-10"),
            ),
        )
    )
    meeting = {"episode": "conference-1"}
    assert [
        {
            "event": "strategy_discussion_held",
            "at": "2024-06-04",
            "episode": "article_42-1",
            "follows": "assessment-1",
            "outcome": "enquiry",
        },
        {
            "event": "conference_held",
            "at": "2024-06-24",
            **meeting,
            "follows": "article_42-1",
            "kind": "initial",
            "decision": "plan",
        },
        {
            "event": "protection_plan_started",
            "at": "2024-06-24",
            **meeting,
            "category": "neglect",
            "code": "NEG",
        },
        {
            "event": "review_conference_held",
            "at": "2024-09-20",
            **meeting,
            "decision": "continue",
        },
        {
            "event": "review_conference_held",
            "at": "2025-01-10",
            **meeting,
            "decision": "end",
        },
        {
            "event": "category_changed",
            "at": "2025-01-10",
            **meeting,
            "category": "multiple",
            "code": "MUL",
        },
        {"event": "protection_plan_ended", "at": "2025-01-10", **meeting},
    ] == told(piece)[1:]
    assert [] == codes(piece)


def _conference(day: str, *plans: str) -> str:
    enquiry = tags(S47ActualStartDate="2024-06-04", DateOfInitialCPC=day)
    starts = (tag("ChildProtectionPlans", tag("CPPstartDate", plan)) for plan in plans)
    return "\n".join(
        (tags(CINreferralDate="2024-06-03"), tag("Section47", enquiry), *starts)
    )


@pytest.mark.parametrize(
    ("plans", "decision", "found"),
    [
        (["2024-06-24"], "plan", []),
        ([], "no_plan", []),
        (["2024-06-23"], "no_plan", []),
        (["2024-06-25"], None, ["decision_not_known"]),
        (["2024-06-24", "2024-12-01"], "plan", []),
        (["2024-06-31"], None, ["decision_not_known", "unreadable_date"]),
    ],
)
def test_the_plans_tell_what_the_conference_decided(
    plans: list[str], decision: str | None, found: list[str]
) -> None:
    """A plan from that day on was decided there; one from later leaves it unsaid."""
    piece = one(_conference("2024-06-24", *plans))
    assert decision == piece.journey.chronology.events[2].decision
    assert found == sorted(codes(piece))


def test_a_conference_without_an_enquiry_is_a_transfer_in() -> None:
    """Episodes are counted in file order, also where a plan has one of its own."""
    piece = one(
        tags(CINreferralDate="2024-06-03", DateOfInitialCPC="2024-06-10")
        + tag("Section47", tags(S47ActualStartDate="2024-06-04"))
        + tag("ChildProtectionPlans", tags(CPPstartDate="2024-06-10"))
        + tag("ChildProtectionPlans", tags(CPPstartDate="2024-11-01"))
    )
    conference = {"event": "conference_held", "kind": "transfer_in"}
    case = {"follows": "assessment-1"}
    plan = {"event": "protection_plan_started"}
    assert [
        {
            **conference,
            "at": "2024-06-10",
            "episode": "conference-1",
            "decision": "plan",
            **case,
        },
        {**plan, "at": "2024-06-10", "episode": "conference-1"},
        {**plan, "at": "2024-11-01", "episode": "conference-2", **case},
    ] == told(piece)[2:]


def test_a_change_of_category_without_a_review_is_told_and_found() -> None:
    """The census does not say when it changed: the start stands in, with a finding."""
    piece = one(
        tags(CINreferralDate="2024-06-03")
        + tag(
            "ChildProtectionPlans",
            tags(
                CPPstartDate="2024-06-24",
                InitialCategoryOfAbuse="SAB",
                LatestCategoryOfAbuse="EMO",
            ),
        )
    )
    changed = told(piece)[-1]
    assert ("category_changed", "2024-06-24") == (changed["event"], changed["at"])
    assert ["category_changed_without_review"] == codes(piece)


def test_a_child_in_need_plan_follows_its_referral() -> None:
    """Each plan is an episode, counted over all referrals of the child."""
    details = tags(CINreferralDate="2024-06-03") + tag(
        "CINPlanDates",
        tags(CINPlanStartDate="2024-07-01", CINPlanEndDate="2024-08-01"),
    )
    plans = [event for event in told(one(details, details)) if "cin" in event["event"]]
    assert [
        ("cin_plan_started", "child_in_need-1", "assessment-1"),
        ("cin_plan_ended", "child_in_need-1", None),
        ("cin_plan_started", "child_in_need-2", "assessment-2"),
        ("cin_plan_ended", "child_in_need-2", None),
    ] == [(one["event"], one["episode"], one.get("follows")) for one in plans]


def test_a_child_is_known_by_its_identifiers() -> None:
    """Births and deaths are read; so is the day on which a child is expected."""
    piece = one(
        identifiers=tags(
            PersonBirthDate="2015-05-14",
            PersonDeathDate="2024-12-24",
            ExpectedPersonBirthDate="2015-05-10",
        )
    )
    who = piece.journey.child
    assert ("C-0001", date(2015, 5, 14)) == (who.id, who.born)
    assert date(2015, 5, 10) == who.expected
    assert [{"event": "child_died", "at": "2024-12-24"}] == told(piece)


@pytest.mark.parametrize(
    ("said", "disabled"),
    [
        ("", None),
        (tag("Disabilities"), None),
        (tag("Disabilities", tag("Disability", "NONE")), False),
        (tag("Disabilities", tag("Disability", "HEAR")), True),
    ],
)
def test_disability_is_told_only_where_it_is_said(
    said: str, *, disabled: bool | None
) -> None:
    """No disability is said as NONE; nothing said is nothing known."""
    told_of = child().replace(
        "</Child>", tag("ChildCharacteristics", said) + "</Child>"
    )
    [piece] = read(told_of)
    assert disabled is piece.journey.child.disabled


def test_the_census_records_its_own_year() -> None:
    """It records its thirteen events, from 1 April to its reference date."""
    records = one().journey.chronology.records
    assert 13 == len(records.events or ())
    assert (date(2024, 4, 1), date(2025, 3, 31)) == (records.start, records.end)
    assert records.has("child_died")
    assert not records.has("core_group_met")


def test_without_a_reference_date_the_census_has_no_bounds() -> None:
    """It is said once, with the first child."""
    first, second = read(child(id_="A"), child(id_="B"), header="")
    assert (None, None) == _bounds(first.journey.chronology.records)
    assert [["reference_date_missing"], []] == [codes(first), codes(second)]


def test_a_census_of_the_first_year_has_no_year_before() -> None:
    """A reference date that cannot be true does not stop the reading."""
    header = tag("CollectionDetails", tag("ReferenceDate", "0001-03-31"))
    [piece] = read(child(), header=header)
    assert (None, date(1, 3, 31)) == _bounds(piece.journey.chronology.records)


def _bounds(records: Records) -> tuple[date | None, date | None]:
    return records.start, records.end


def test_england_is_where_a_census_comes_from() -> None:
    """Each child knows its place in the file, and each event has an id."""
    told_of = child("", id_="A"), child(id_="B")
    first, second = read(*told_of)
    assert "england" == first.journey.jurisdiction.name
    assert lines_of_children(census(*told_of)) == [first.line, second.line]
    piece = one(tags(CINreferralDate="2024-06-03", CINclosureDate="2024-06-04"))
    assert ["e1", "e2"] == [event.id for event in piece.journey.chronology.events]
