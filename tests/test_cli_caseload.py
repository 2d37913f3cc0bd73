"""`casework caseload`: whose morning, what is listed, and how it is written."""

import csv
import io
from pathlib import Path

import pytest
from icalendar import Calendar

from casework.caseload import WATCHES
from tests.commands import Shell, child, referral, write
from tests.source import ROOT

MORNING = ROOT / "examples" / "data" / "morning.jsonl"
ASK = ("caseload", MORNING, "--as-at", "2026-03-13")


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Give a shell of this test's own."""
    return Shell(capsys)


def test_each_worker_then_nobody_then_the_lists(shell: Shell) -> None:
    """Headings count; lines fit a screen; the lists stand below."""
    ran = shell.run(*ASK)
    lines = ran.out.splitlines()
    heads = [line for line in lines if line.startswith(("Worker", "No work", "Lists"))]
    assert (0, "") == (ran.code, ran.err)
    assert [
        "Worker w-1",
        "Worker w-3",
        "No worker on record",
        "Lists, as at 2026-03-13",
    ] == heads
    assert 80 >= max(map(len, lines))


def test_a_census_fits_a_screen_and_does_not_deny_a_worker(shell: Shell) -> None:
    """Hundreds of cases, of whose workers and visits a census says nothing."""
    census = ROOT / "examples" / "data" / "cin_2025_whole.xml"
    lines = shell.run("caseload", census, "--as-at", "2025-03-31").out.splitlines()
    assert "No worker on record" == lines[0]
    assert not any(line.startswith("No allocated") for line in lines)
    assert 80 >= max(map(len, lines))


def test_json_and_csv_hold_every_task(shell: Shell) -> None:
    """The same tasks in both, with who has them and all that a deadline says."""
    rows = shell.run(*ASK, "--format", "json").rows
    told = list(csv.DictReader(io.StringIO(shell.run(*ASK, "--format", "csv").out)))
    assert [row["rule"] for row in rows] == [row["rule"] for row in told]
    assert {"w-1", "w-3", None} == {row["worker"] for row in rows}
    assert {"overdue", "due_soon", "later", "no_date"} == {row["when"] for row in rows}
    assert list(rows[0]) == list(told[0])


def test_one_worker_or_one_team(shell: Shell) -> None:
    """`--only` leaves out the others."""
    rows = shell.run(*ASK, "--only", "w-3", "--format", "json").rows
    assert {"w-3"} == {row["worker"] for row in rows}
    ran = shell.run(*ASK, "--by", "team", "--only", "assessment")
    assert "Team assessment\n3 open cases" in ran.out
    assert "Worker" not in ran.out


def test_the_lists_of_one_worker(shell: Shell) -> None:
    """With `--only` the lists hold that worker's children, and no others."""
    ask = ("--only", "w-3", "--list", "all", "--format", "json")
    assert {"w-3"} == {row["workers"] for row in shell.run(*ASK, *ask).rows}
    counts = shell.run(*ASK, "--only", "w-3").out.splitlines()
    assert [["0"]] == [one.split()[-1:] for one in counts if "unallocated" in one]


def test_a_worker_whom_nobody_knows(shell: Shell, tmp_path: Path) -> None:
    """It may be a day without work, or a name typed wrong: it is said."""
    out = tmp_path / "due.ics"
    ran = shell.run(*ASK, "--only", "w-33", "-o", out)
    assert "no worker 'w-33' has an open case on 2026-03-13" in ran.err
    assert [] == Calendar.from_ical(out.read_bytes()).walk("VEVENT")


def test_a_feed_that_cannot_be_written(shell: Shell, tmp_path: Path) -> None:
    """The message says where; the command leaves with 1."""
    ran = shell.run(*ASK, "-o", tmp_path / "none" / "due.ics")
    assert 1 == ran.code
    assert "due.ics" in ran.err
    assert "cannot be written" in ran.err


def test_a_feed_has_the_ending_of_a_calendar(shell: Shell, tmp_path: Path) -> None:
    """Programs that open calendars go by it; nothing is written under another."""
    ran = shell.run(*ASK, "-o", tmp_path / "due.txt")
    assert 2 == ran.code
    assert ".ics" in ran.err
    assert [] == list(tmp_path.glob("due.*"))


def test_what_is_due_later_only_if_asked(shell: Shell) -> None:
    """A table shows what is overdue or due soon; `--all` and `--within` show more."""
    late = "jersey.assessment.conclude"
    assert late not in shell.run(*ASK).out
    assert late in shell.run(*ASK, "--all").out
    assert late in shell.run(*ASK, "--within", "60").out
    assert "due within 60 working days" in shell.run(*ASK, "--within", "60").out


def test_lists_by_id_and_all(shell: Shell) -> None:
    """A list is a listing like any other; its threshold may be said."""
    ask = (*ASK, "--format", "json", "--list")
    assert {"not_seen"} == {row["list"] for row in shell.run(*ask, "not_seen").rows}
    every = shell.run(*ask, "all").rows
    assert {one.id for one in WATCHES} - {"plans_24_months"} == {
        row["list"] for row in every
    }
    sooner = shell.run(*ask, "not_seen", "--not-seen-weeks", "1").rows
    assert {"C-08"} < {row["child"] for row in sooner}


def test_what_cannot_be_told_is_said(shell: Shell, tmp_path: Path) -> None:
    """An empty list of a source that does not record it would say that all is well."""
    silent = child("C-1", referral(), records=["referral_received"])
    file = write(tmp_path / "silent.jsonl", silent)
    ran = shell.run("caseload", file, "--as-at", "2026-12-01", "--list", "not_seen")
    assert "not_seen cannot be told of 1 child" in ran.err


def test_a_calendar_feed(shell: Shell, tmp_path: Path) -> None:
    """`-o` writes what is listed, and leaves the listing where it was."""
    out = tmp_path / "due.ics"
    ran = shell.run(*ASK, "--only", "w-3", "-o", out, "--format", "json")
    dated = [row for row in ran.rows if row["due"]]
    entries = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert len(dated) == len(entries)
    assert f"{len(entries)} deadlines in {out}" in ran.err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--list", "late"), "there is no list 'late'"),
        (("--within", "-1"), "within"),
    ],
)
def test_wrong_usage(shell: Shell, words: tuple[str, ...], why: str) -> None:
    """What is wrong is said, and the command leaves with 2."""
    ran = shell.run(*ASK, *words)
    assert 2 == ran.code
    assert why in ran.err


def test_a_moment_is_no_morning(shell: Shell) -> None:
    """A caseload stands at the end of a day."""
    ran = shell.run("caseload", MORNING, "--as-at", "2026-03-13T09:00Z")
    assert 2 == ran.code
    assert "end of a day" in ran.err


def test_an_unread_line_leaves_with_1(shell: Shell, tmp_path: Path) -> None:
    """The other children are listed all the same."""
    file = write(tmp_path / "broken.jsonl", "{", child("C-1", referral()))
    ran = shell.run("caseload", file, "--as-at", "2026-03-13", "--format", "json")
    assert 1 == ran.code
    assert {"C-1"} == {row["child"] for row in ran.rows}
