"""Deadlines are listed by due day, and those of one day always in one order."""

from datetime import date

import pytest
from attrs import evolve

from casework import Journey, england
from casework.chronology import Child, Chronology
from casework.events import (
    CinPlanStarted,
    CinVisitMade,
    ReferralDecided,
    ReferralReceived,
)
from casework.law import Law, Timescale, by_id
from casework.law.conditions import on
from casework.law.lengths import Within
from casework.law.rule import Again
from casework.periods import days, hours
from casework.records import EVERYTHING, Records
from casework.timescales import Deadline

SHIPPED = england.law.versions("england.complaint.stage_1")[0]
RULE = evolve(
    SHIPPED, starts=on(CinVisitMade), again=Again.NEW, extended_by=(), released_by=()
)
VISIT = CinVisitMade(at="2025-03-03T10:00+00:00", episode="b")


def listed(lengths: dict[str, Within], *visits: CinVisitMade) -> tuple[Deadline, ...]:
    """Give the deadlines that visits start, by rules of some lengths."""
    rules: list[Timescale] = [
        evolve(RULE, id=f"local.{name}", within=within)
        for name, within in lengths.items()
    ]
    law = Law(jurisdiction="england", rules=by_id(rules))
    plans = [
        CinPlanStarted(at=date(2025, 3, 3), episode=name, follows=None)
        for name in ("b", "a")
    ]
    chronology = Chronology(child=Child(id="C-0001"), events=(*plans, *visits))
    journey = Journey(jurisdiction=england.with_law(law), chronology=chronology)
    asked = journey.deadlines("2025-03-31"), journey.due("2025-03-31")
    assert asked[0] == asked[1]
    return asked[0]


def test_a_day_is_due_at_its_end() -> None:
    """After each moment of it, and before midnight; without a due day comes last."""
    lengths = {
        "a": None,
        "b": days(2),
        "c": hours(38),
        "d": days(1),
        "e": hours(30),
        "f": hours(24),
    }
    found = listed(lengths, VISIT)
    assert [f"local.{name}" for name in "fedcba"] == [one.rule for one in found]


@pytest.mark.parametrize("length", [None, days(2), hours(38)])
def test_what_is_due_together_is_in_the_order_of_its_names(length: Within) -> None:
    """By rule, by episode, and by the number of the occurrence in it."""
    other = evolve(VISIT, episode="a")
    found = listed({"z": length, "y": length}, VISIT, evolve(VISIT), other)
    assert [
        (f"local.{rule}", episode, number)
        for rule in "yz"
        for episode, number in (("a", 1), ("b", 1), ("b", 2))
    ] == [(one.rule, one.episode, one.occurrence) for one in found]


def test_what_was_met_today_is_due_no_more() -> None:
    """Of an unfinished deadline something must still come; of this nothing must."""
    journey = Journey.open(england, child="C-0001")
    for event in (
        ReferralReceived(at="2025-06-02", episode="a"),
        ReferralDecided(at="2025-06-03", episode="a", decision="assessment"),
    ):
        journey = journey.record(event)
    due = [one.rule for one in journey.due("2025-06-03")]
    assert ["england.assessment.conclude"] == due


RECEIVED = ReferralReceived(at="2025-06-02", episode="a", follows=None)


@pytest.mark.parametrize(
    ("born", "records", "statuses"),
    [
        (None, EVERYTHING, {"overdue", "open"}),
        # The 18th birthday comes on the day that is asked.
        ("2007-06-04", EVERYTHING, {"ceased"}),
        (None, Records(events=["referral_received"]), {"not_recorded"}),
    ],
)
def test_what_ended_today_or_is_not_recorded_is_due_no_more(
    born: str | None, records: Records, statuses: set[str]
) -> None:
    """Nothing more can come of it."""
    child = Child(id="C-0001", born=born)
    chronology = Chronology(child=child, events=(RECEIVED,), records=records)
    journey = Journey(jurisdiction=england, chronology=chronology)
    found, due = journey.deadlines("2025-06-04"), journey.due("2025-06-04")
    assert statuses == {one.status for one in found}
    assert (found if born is None and records is EVERYTHING else ()) == due
