"""What does not fit in a census is found, and nothing of it is lost."""

import pytest

from casework.adapters.plain import journey_from_plain, journey_to_plain
from casework.events import UnreadEvent
from casework.findings import Severity
from tests.census import child, codes, one, read, tag, tags, told


def _plan(**said: str) -> str:
    return tag("ChildProtectionPlans", tags(CPPstartDate="2024-06-24", **said))


@pytest.mark.parametrize(
    ("details", "code", "event"),
    [
        (tags(CINclosureDate="2024-06-02"), "closed_before_referral", "e2"),
        (
            tag(
                "Assessments",
                tags(
                    AssessmentActualStartDate="2024-06-04",
                    AssessmentAuthorisationDate="2024-06-03",
                ),
            ),
            "concluded_before_start",
            "e3",
        ),
        (
            tag("Assessments", tags(AssessmentActualStartDate="2024-06-02")),
            "before_referral",
            "e2",
        ),
        (
            tag(
                "Section47",
                tags(S47ActualStartDate="2024-06-20", DateOfInitialCPC="2024-06-19"),
            ),
            "conference_before_enquiry",
            "e3",
        ),
        (
            tag(
                "CINPlanDates",
                tags(CINPlanStartDate="2024-06-20", CINPlanEndDate="2024-06-19"),
            ),
            "plan_ended_before_start",
            "e3",
        ),
        (_plan(CPPendDate="2024-06-23"), "plan_ended_before_start", "e3"),
        (
            _plan()
            + tags(CINclosureDate="2024-08-01")
            + _plan(CPPendDate="2024-08-02"),
            "after_closure",
            "e4",
        ),
        (tags(CINclosureDate="2025-04-01"), "after_reference_date", "e2"),
    ],
)
def test_days_out_of_order_are_found(details: str, code: str, event: str) -> None:
    """The day that cannot be is named with its event and its line."""
    piece = one(tags(CINreferralDate="2024-06-03") + details)
    [found] = piece.findings
    assert (code, event, "C-0001") == (found.code, found.event, found.child)
    assert found.line is not None


@pytest.mark.parametrize(
    ("review", "code"),
    [("2024-06-23", "before_plan_started"), ("2024-09-02", "after_plan_ended")],
)
def test_a_review_outside_its_plan_is_found(review: str, code: str) -> None:
    """A review before the plan started, or after it ended, is kept and found."""
    reviews = tag("Reviews", tag("CPPreviewDate", review))
    plan = tags(CPPstartDate="2024-06-24", CPPendDate="2024-09-01") + reviews
    piece = one(tags(CINreferralDate="2024-06-03") + tag("ChildProtectionPlans", plan))
    assert [f"review_{code}"] == codes(piece)
    assert "review_conference_held" in [event["event"] for event in told(piece)]


def test_a_closure_before_its_referral_is_one_fault() -> None:
    """What happened since is not found fault with once more for each event."""
    details = tags(CINreferralDate="2024-06-03", CINclosureDate="2019-01-01")
    assessed = tags(
        AssessmentActualStartDate="2024-06-04", AssessmentAuthorisationDate="2024-07-01"
    )
    piece = one(details + tag("Assessments", assessed))
    assert ["closed_before_referral"] == codes(piece)


def test_a_date_of_birth_is_never_shown() -> None:
    """What is said about a birth names the element, and not the day."""
    wrong = one(
        identifiers=tags(PersonBirthDate="2031-02-03", PersonDeathDate="2024-05-05")
    )
    assert ["after_reference_date", "died_before_birth"] == sorted(codes(wrong))
    unread = one(identifiers=tags(PersonBirthDate="2031-02-30"))
    assert ["unreadable_date"] == codes(unread)
    found = (*wrong.findings, *unread.findings)
    assert not any("2031" in finding.what for finding in found)


@pytest.mark.parametrize("text", ["2024-02-30", "2024-06-03 09:40Z"])
def test_what_a_census_leaves_in_doubt_is_in_doubt_when_written(text: str) -> None:
    """An hour is no fault of an event, yet it is of a census that has days alone."""
    journey = one(tags(CINreferralDate=text)).journey
    again = journey_from_plain(journey_to_plain(journey))
    assert [one.raw for one in journey.chronology.unread()] == [
        one.raw for one in again.chronology.unread()
    ]
    assert 1 == len(again.chronology.unread())


@pytest.mark.parametrize("text", ["2024-02-30", "03/06/2024", "soon"])
def test_a_day_that_cannot_be_read_is_kept_as_it_came(text: str) -> None:
    """The event is kept and takes no part; the child's other events count."""
    piece = one(tags(CINreferralDate=text, CINclosureDate="2024-07-01"))
    kept, closed = piece.journey.chronology.events
    assert isinstance(kept, UnreadEvent)
    raw = {
        "event": "referral_received",
        "at": text,
        "id": "e1",
        "episode": "assessment-1",
        "follows": None,
        "element": "CINreferralDate",
    }
    assert raw == kept.raw
    assert "referral_closed" == closed.name
    [found] = piece.findings
    assert ("unreadable_date", Severity.ERROR) == (found.code, found.severity)
    assert ("e1", True) == (found.event, text in found.what)


def test_a_day_beyond_the_calendar_is_kept() -> None:
    """A date in 2205 is a date, and one that cannot be true."""
    piece = one(tags(CINreferralDate="2024-06-03", CINclosureDate="2205-01-01"))
    assert "2205-01-01" == told(piece)[-1]["at"]
    assert ["after_reference_date"] == codes(piece)


def test_stray_text_is_found_and_what_stands_around_it_is_read() -> None:
    """Loose text between elements is quoted, and costs nothing else."""
    loose = tag("UPNunknown", "UN3") + "PersonBirthDate" + tag("PersonBirthDate", "x")
    piece = one(identifiers=loose.replace(">x<", ">2015-05-14<"))
    assert ["stray_text"] == codes(piece)
    assert "'PersonBirthDate'" in piece.findings[0].what
    assert piece.journey.child.born is not None


@pytest.mark.parametrize(
    ("identifiers", "code", "severity"),
    [
        (tag("Shoe", "42"), "unknown_element", Severity.NOTE),
        (tag("CINclosureDate", "2024-06-03"), "misplaced_element", Severity.WARNING),
        (tag("LAchildID", "other"), "repeated_element", Severity.WARNING),
    ],
)
def test_what_the_return_does_not_have_there_is_found(
    identifiers: str, code: str, severity: Severity
) -> None:
    """An element unknown, out of its place, or said twice is not passed over."""
    [found] = one(identifiers=identifiers).findings
    assert (code, severity) == (found.code, found.severity)


def test_what_the_return_has_for_later_is_passed_over() -> None:
    """The module on pre-proceedings is of the return and makes no event yet."""
    later = tag("PreProceedingsandFGDM", tags(PPStartDate="2024-06-03"))
    assert [] == codes(one(tags(CINreferralDate="2024-06-03") + later))


def test_what_is_odd_in_the_header_goes_with_the_first_child() -> None:
    """It is about the file, so it is said once and of no child."""
    header = tag("CollectionDetails", tag("ReferenceDate", "2025-03-31"), "<Odd/>")
    first, second = read(child(id_="A"), child(id_="B"), header=header)
    assert [["unknown_element"], []] == [codes(first), codes(second)]
    assert "" == first.findings[0].child


def test_nothing_is_made_up_for_a_day_that_is_missing() -> None:
    """Each part of the return that must have a first day is found without it."""
    names = ("Assessments", "Section47", "CINPlanDates", "ChildProtectionPlans")
    ends = dict(
        zip(
            names,
            (
                "AssessmentAuthorisationDate",
                "DateOfInitialCPC",
                "CINPlanEndDate",
                "CPPendDate",
            ),
            strict=True,
        )
    )
    details = (tag(name, tag(end, "2024-07-01")) for name, end in ends.items())
    piece = one("\n".join(details))
    assert ["date_missing"] * 5 == codes(piece)
    assert 4 == len(told(piece))


def test_codes_that_are_not_of_the_return_count_as_not_said() -> None:
    """A category or an answer that nobody knows is found, and its code is kept."""
    piece = one(
        tags(
            CINreferralDate="2024-06-03",
            CINclosureDate="2024-09-01",
            ReasonForClosure="RC1",
            ReferralNFA="perhaps",
        )
        + _plan(InitialCategoryOfAbuse="XYZ", CPPendDate="2024-08-30")
    )
    assert ["unknown_code", "unknown_code"] == codes(piece)
    plan = told(piece)[1]
    assert ("XYZ", None) == (plan["code"], plan.get("category"))
    assert "RC1" == told(piece)[-1]["reason"]


def test_a_reason_for_closing_without_a_day_is_found() -> None:
    """No further action without a day of closure closes nothing."""
    piece = one(tags(CINreferralDate="2024-06-03", ReferralNFA="true"))
    assert ["closure_without_date"] == codes(piece)
