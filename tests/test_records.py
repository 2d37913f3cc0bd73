"""What a source says that it records, and what it holds beside that."""

from datetime import date
from pathlib import Path

import pytest

from casework import Child, Chronology, Journey, Records, england
from casework.errors import BadChronology, NotFound
from casework.events import (
    Corrected,
    Event,
    ReferralDecided,
    ReferralReceived,
    Withdrawn,
)
from casework.findings import Severity
from tests.commands import Shell, child, write

REFERRED = ReferralReceived(at="2025-03-10", episode="r")
DECIDED = ReferralDecided(at="2025-03-11", episode="r", decision="assessment")


def _told(records: Records, *events: Event) -> Journey:
    told = Chronology(
        child=Child(id="C-1", born="2015-02-03"), records=records, events=events
    )
    return Journey(jurisdiction=england, chronology=told)


def _codes(journey: Journey, as_at: str = "2025-05-01") -> list[tuple[str, str | None]]:
    return [(one.code, one.event) for one in journey.findings(as_at)]


@pytest.mark.parametrize("names", ["referral_received", 5, {"a": 1}, [None], ["a", 1]])
def test_records_are_a_list_of_names(names: object) -> None:
    """A text would be taken for its letters, and every duty for one not recorded."""
    with pytest.raises(BadChronology, match="records must list the names of events"):
        Records(events=names)


def test_records_do_not_end_before_they_begin() -> None:
    """No day would be covered, and a reader would refuse the whole child."""
    with pytest.raises(BadChronology, match="records end"):
        Records(start="2025-04-01", end="2024-04-01")
    assert date(2025, 4, 1) == Records(start="2025-04-01", end="2025-04-01").end


def test_a_misspelt_name_is_a_finding_wherever_the_journey_was_made() -> None:
    """It would make an overdue rule `not_recorded`, unseen."""
    found = _told(Records(events=["referral_recieved"]), REFERRED).findings()
    [what] = [one.what for one in found if one.code == "record_not_known"]
    assert "did you mean referral_received?" in what


def test_what_lies_after_the_last_day_is_a_finding() -> None:
    """A source whose last day is out of date would lose every newer case in silence."""
    told = _told(Records(end="2025-03-10"), REFERRED, DECIDED)
    assert [("after_the_records", "e2")] == _codes(told)
    [found] = told.findings("2025-05-01")
    assert Severity.WARNING is found.severity
    assert "referral_decided of 2025-03-11 lies after 2025-03-10" in found.what
    assert [] == _codes(told, as_at="2025-03-10")
    assert [] == _codes(_told(Records(end="2025-03-11"), REFERRED, DECIDED))


def test_what_was_put_right_or_taken_back_is_not_after_the_last_day() -> None:
    """What counts is what stands; when it was put right is another matter."""
    right = ReferralDecided(at="2025-03-10", episode="r", decision="assessment")
    put = Corrected(at="2025-06-01", of="e2", replacement=right)
    back = Withdrawn(at="2025-06-01", of="e2")
    for change in (put, back):
        told = _told(Records(end="2025-03-10"), REFERRED, DECIDED, change)
        assert [] == _codes(told, as_at="2025-07-01")


def test_the_commands_say_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever asks for deadlines is sent to the findings."""
    referred = {"event": "referral_received", "at": "2025-03-10", "episode": "r"}
    records = {"events": None, "to": "2025-03-01"}
    stale = write(tmp_path / "stale.jsonl", child("C-1", referred, records=records))
    shell, asked = Shell(capsys), (stale, "--as-at", "2025-05-01")
    assert "1 finding on reading" in shell.run("deadlines", *asked).err
    rows = shell.run("check", *asked, "--format", "json").rows
    assert ["after_the_records"] == [row["code"] for row in rows]


def test_a_rule_named_without_its_place_is_guessed_at() -> None:
    """What was meant is said, and not taken."""
    told = _told(Records(), REFERRED)
    with pytest.raises(NotFound, match=r"did you mean england\.conference\.initial\?"):
        told.explain("conference.initial", "2025-05-01")
