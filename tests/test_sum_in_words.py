"""The sum in words, sentence by sentence, as somebody reads it who must act on it."""

from typing import Any

import pytest
from attrs import evolve

from casework import Journey, england
from casework.chronology import Child, Chronology
from casework.events import ReferralReceived
from casework.law import Law, by_id
from casework.periods import working_days
from casework.testing import Case

WORDS_45 = "Words: no longer than 45 working days from the point of referral."
ENGLAND = (
    "Working days are those of the calendar England and Wales (holidays 0.109), "
    "known from 2000-01-01 to 2044-12-31."
)
JERSEY = (
    "Working days are those of the calendar Jersey (holidays 0.109 +2009-05-09 "
    "-2010-05-09), known from 2000-01-01 to 2044-12-31."
)
ASSUMED = (
    "No source defines a working day in Jersey's children's procedures: Monday to "
    "Friday less the public holidays is an assumption."
)
HOURS = (
    "The rule gives 72 hours. Hours are counted as they elapse, through clock changes."
)
REGULATIONS = (
    "Source: Care Planning, Placement and Case Review (England) Regulations 2010 "
    "(SI 2010/959)"
)
LINK = "https://www.legislation.gov.uk/uksi/2010/959, read 2026-11-21"
NOT_READ = (
    "six-weekly visits as reported in 2009; a Jersey instrument exists (Placement "
    "Regulations 2005) and was not read past regulation 2."
)
SILENT = ": the source does not record what would say whether it was done in time."


def happened(event: str, at: str, **said: object) -> dict[str, Any]:
    """Give an event as a case has it."""
    return {"event": event, "at": at, **said}


def steps(
    events: list[dict[str, Any]], as_at: str, rule: str, number: int = 1, **said: str
) -> list[str]:
    """Give the sentences of one deadline."""
    place, born = rule.partition(".")[0], said.get("born")
    expect = [{"rule": rule, "absent": True}]
    case = Case(
        name="",
        jurisdiction=place,
        events=events,
        as_at=as_at,
        expect=expect,
        born=born,
    )
    return list(case.journey.explain(rule, as_at, occurrence=number).steps)


REFERRED = [
    happened(
        "referral_received",
        "2025-04-14",
        episode="referral",
        recorded="2025-04-15T09:00:00+01:00",
    ),
    happened(
        "referral_decided",
        "2025-04-15",
        episode="referral",
        decision="assessment",
        recorded="2025-04-15T09:00:00+01:00",
    ),
    happened(
        "assessment_completed",
        "2025-06-24",
        episode="referral",
        recorded="2025-06-26T09:00:00+01:00",
    ),
]


def test_working_days_over_easter() -> None:
    """What was left out, what was late, and what was written down late."""
    assert steps(REFERRED, "2025-06-30", "england.assessment.conclude") == [
        "The clock started on Monday 14 April 2025: referral received (e1).",
        "The rule gives 45 working days. The starting day is day 0.",
        (
            "Left out: 9 Saturday-Sunday runs, Good Friday (Friday 18 April 2025), "
            "Easter Monday (Monday 21 April 2025), May Day (Monday 5 May 2025), "
            "Spring Bank Holiday (Monday 26 May 2025)."
        ),
        ENGLAND,
        "Due on Friday 20 June 2025.",
        (
            "Status met_late: assessment completed (e3), "
            "Tuesday 24 June 2025, 4 days late."
        ),
        "referral received (e1) was recorded 1 day after it happened.",
        "assessment completed (e3) was recorded 2 days after it happened.",
        WORDS_45,
        (
            "Source: Working Together to Safeguard Children, ch. 1 (2013 to 2018), "
            "ch. 3 (2023) (statutory guidance; quoted by secondary sources; "
            "working day is not defined in it), "
            "https://proceduresonline.com/toolkit/glossary/a/cs-assessment"
            ", read 2026-11-21. In force: 2013-04-15."
        ),
        "Basis: verified, read in the source, or in several that quote it alike.",
    ]


def test_a_count_from_a_saturday_passes_over_the_rest_of_its_weekend() -> None:
    """A Sunday alone is no holiday."""
    referred = [happened("referral_received", "2025-03-08", episode="referral")]
    found = steps(referred, "2025-03-08", "england.referral.decision")
    assert "Left out: 1 Saturday-Sunday run." in found


@pytest.mark.parametrize("recorded", ["2025-04-15T09:00:00+01:00", "2025-04-10T09:00Z"])
def test_what_was_not_written_down_late_is_not_said_to_be(recorded: str) -> None:
    """On its day, or before it: nothing is said of the decision."""
    told = [REFERRED[0], {**REFERRED[1], "recorded": recorded}]
    found = steps(told, "2025-06-30", "england.referral.decision")
    assert "Due on Tuesday 15 April 2025." == found[3]
    assert "Status met: referral decided (e2), Tuesday 15 April 2025." == found[4]
    assert "referral received (e1) was recorded 1 day after it happened." == found[5]
    assert found[6].startswith("Words: within one working day of a referral")


HOME = [
    happened("became_looked_after", "2024-01-08", episode="care", follows="none"),
    happened("placement_started", "2024-01-08", episode="home", follows="care"),
    happened("looked_after_visit_made", "2024-01-10", episode="home"),
]


def test_an_adopted_number_and_what_was_reported() -> None:
    """The first visit rests on England's number, the next on an answer of 2009."""
    first = steps(HOME, "2024-03-05", "jersey.visit.placement")
    assert first[1:3] == [
        "The rule gives 1 week. The starting day is day 0.",
        "Due on Monday 15 January 2024.",
    ]
    assert first[4:] == [
        "Words: within a week of the start of the placement.",
        f"{REGULATIONS}, reg. 28(2) (practice), {LINK}. In force: not known.",
        "Basis: adopted, another place's number.",
        "Adopted from england.visit.placement (regulations there).",
        f"Note: England's number; not known to apply in Jersey. {NOT_READ}",
    ]
    assert steps(HOME, "2024-03-05", "jersey.visit.placement", 2) == [
        "The clock started on Wednesday 10 January 2024: looked after visit made (e3).",
        "The rule gives 6 weeks. The starting day is day 0.",
        "Due on Wednesday 21 February 2024.",
        "Status overdue as at Tuesday 5 March 2024, 13 days late.",
        "Words: at least every six weeks.",
        (
            "Source: States Assembly, written answer 1240/5(4444), 28 April 2009 "
            "(practice; what was said to be done in 2009; not shown to be a written "
            "rule), no link, read 2026-11-21. In force: not known."
        ),
        "Basis: reported, somebody says that it is done so.",
        f"Note: {NOT_READ}",
    ]


def test_an_assumption_and_a_year_not_yet_proclaimed() -> None:
    """Both are said where working days are counted in Jersey."""
    referred = [happened("referral_received", "2030-04-01", episode="r")]
    found = steps(referred, "2030-04-01", "jersey.referral.decision")
    assert found[1:6] == [
        "The rule gives 1 working day. The starting day is day 0.",
        JERSEY,
        ASSUMED,
        "Due on Tuesday 2 April 2030.",
        "Provisional: the holidays after 2025 are not yet proclaimed.",
    ]
    assert "Status open as at Monday 1 April 2030." == found[6]


def test_no_number_and_a_birthday() -> None:
    """What nobody must do by a day, from the day on which an age was reached."""
    found = steps(
        HOME, "2026-07-01", "jersey.personal_adviser.appoint", born="2012-06-10"
    )
    assert found[:3] == [
        "The clock started on Wednesday 10 June 2026: the child reached 14.",
        "The law gives no number: as soon as possible.",
        "Status open as at Wednesday 1 July 2026.",
    ]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (
            "2025-06-02T10:00:00+01:00",
            [
                "The clock started at 10:00 on Monday 2 June 2025: returned (e2).",
                HOURS,
                "Due at 10:00 on Thursday 5 June 2025.",
                "Status overdue as at Friday 6 June 2025, 1 day late.",
            ],
        ),
        (
            "2025-06-02",
            [
                "The clock started on Monday 2 June 2025: returned (e2).",
                HOURS,
                "Due at 00:00 on Thursday 5 June 2025.",
                "The start is known only by its day; it is judged so.",
                "Status overdue as at Friday 6 June 2025, 1 day late.",
            ],
        ),
    ],
)
def test_hours_from_a_moment_or_from_a_day(at: str, said: list[str]) -> None:
    """Of a day it is said that no moment is known."""
    gone = [
        happened(
            "went_missing",
            "2025-06-01",
            episode="missing",
            follows="none",
            kind="missing",
        ),
        happened("returned", at, episode="missing"),
    ]
    found = steps(gone, "2025-06-06", "england.missing.return_interview")
    assert said == found[: len(said)]
    assert found[len(said)].startswith("Words: ")


def test_a_day_that_was_stated_and_moved() -> None:
    """The rule says that it is stated; by what it was moved; and how late it ended."""
    made = [
        happened(
            "order_made",
            "2025-06-02",
            until="2025-06-09",
            episode="order",
            follows="none",
            kind="interim_care",
        ),
        happened("order_extended", "2025-06-09", until="2025-06-16", episode="order"),
        happened("order_ended", "2025-06-17", episode="order"),
    ]
    found = steps(made, "2025-06-30", "jersey.order.expiry")
    assert found[:5] == [
        "The clock started on Monday 2 June 2025: order made (e1).",
        "The rule says: the date stated.",
        "Order extended (e2) moved the due day.",
        "Due on Monday 16 June 2025.",
        "Status met_late: order ended (e3), Tuesday 17 June 2025, 1 day late.",
    ]


CARE = [
    happened("became_looked_after", "2025-01-08", episode="care", follows="none"),
    happened("health_assessed", "2025-01-09", episode="care"),
    happened("ceased_looked_after", "2025-06-20", episode="care"),
]


def test_months_by_age_and_an_end() -> None:
    """Which of two lengths applied, and that an end in time is not late."""
    found = steps(CARE, "2025-06-30", "england.health.review", born="2020-06-10")
    assert found[1:4] == [
        (
            "The rule gives 6 months under 5, otherwise 12 months; here 6 "
            "months. It ends on the corresponding date, or the last day of that month."
        ),
        "Due on Wednesday 9 July 2025.",
        (
            "Status ceased: the clock ended, "
            "ceased looked after (e3), Friday 20 June 2025."
        ),
    ]


def test_a_birth_that_was_told_late() -> None:
    """Since when the age is known, and by which event."""
    day = "2025-02-03"
    born = happened("child_born", day, on="2020-06-10")
    told = [*CARE[:2], happened("worker_allocated", day), born]
    found = steps(told, "2025-06-30", "england.health.review")
    assert found[2:4] == [
        "The child's age is known since Monday 3 February 2025: child born (e4).",
        "Due on Wednesday 9 July 2025.",
    ]


def test_an_end_after_the_due_day() -> None:
    """Missed, by the days until then."""
    assert (
        "Status missed: the clock ended, ceased looked after (e3), "
        "Friday 20 June 2025, "
        "135 days late."
    ) in steps(CARE, "2025-06-30", "england.review.looked_after")


def test_a_birthday_released_it() -> None:
    """By no event, so none is named."""
    referred = [happened("referral_received", "2025-06-09", episode="r")]
    assert (
        "Status ceased: the duty fell away, the child reached 18, Tuesday 10 June 2025."
    ) in steps(referred, "2025-06-30", "england.referral.decision", born="2007-06-10")


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ("england.referral.decision", "Tuesday 15 April 2025"),
        ("england.assessment.conclude", "Friday 20 June 2025"),
    ],
)
def test_a_start_that_the_source_does_not_know(rule: str, due: str) -> None:
    """Neither what would have met it nor what ended it is told."""
    closed = happened("referral_closed", "2025-06-24", episode="referral")
    events = [
        {**REFERRED[0], "start_unknown": True},
        {**REFERRED[1], "recorded": "2025-04-20T09:00Z"},
        closed,
    ]
    found = steps(events, "2025-06-30", rule)
    assert "The source does not say that the episode began then." == found[1]
    assert [
        f"Due on {due}.",
        f"Status not_recorded as at Monday 30 June 2025{SILENT}",
    ] == ([one for one in found if one.startswith(("Due", "Status"))])
    assert ["referral received (e1) was recorded 1 day after it happened."] == [
        one for one in found if "was recorded" in one
    ]


def test_days_that_the_calendar_does_not_know() -> None:
    """Nothing is said to be left out, and why there is no due day."""
    referred = [happened("referral_received", "2044-12-31", episode="r")]
    found = steps(referred, "2044-12-31", "england.assessment.conclude")
    assert ENGLAND == found[2]
    assert found[3].startswith("The due day cannot be worked out: ")
    assert "Status no_date as at Saturday 31 December 2044." == found[4]


def test_working_days_beginning_with_a_holiday() -> None:
    """It is left out itself, and not the Sunday before it."""
    shipped = england.law.versions("england.referral.decision")[0]
    rule = evolve(shipped, within=working_days(2).beginning_with())
    law = Law(jurisdiction="england", rules=by_id([rule]))
    received = ReferralReceived(at="2025-05-05", episode="referral", follows=None)
    journey = Journey(
        jurisdiction=england.with_law(law),
        chronology=Chronology(child=Child(id="C-0001"), events=(received,)),
    )
    (deadline,) = journey.deadlines("2025-05-05")
    assert deadline.explain().steps[1:5] == (
        (
            "The rule gives 2 working days beginning with the day. "
            "The starting day is day 1."
        ),
        "Left out: May Day (Monday 5 May 2025).",
        ENGLAND,
        "Due on Wednesday 7 May 2025.",
    )
