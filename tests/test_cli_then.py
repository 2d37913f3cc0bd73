"""`casework deadlines --as-then-known`: what was known on each due day."""

import csv
import io

import pytest

from tests.commands import Shell
from tests.source import ROOT

SAMPLE = ROOT / "examples" / "data" / "what_was_known.jsonl"
THEN = ["then_status", "then_due", "then_differs", "then_why"]
ASKED = ("deadlines", SAMPLE, "--as-at", "2025-10-31")


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Run commands here."""
    return Shell(capsys)


def test_the_keys_come_last_and_the_others_stay(shell: Shell) -> None:
    """Without the flag a row is what it was; with it, it goes on."""
    plain = shell.run(*ASKED, "--format", "json").rows
    then = shell.run(*ASKED, "--as-then-known", "--format", "json").rows
    assert plain == [{k: v for k, v in row.items() if k not in THEN} for row in then]
    assert {tuple(THEN)} == {tuple(row)[-4:] for row in then}
    assert not any(key in row for row in plain for key in THEN)


def test_the_two_chronologies_that_matter(shell: Shell) -> None:
    """Held in time and recorded late: overdue, now met. Corrected: met, now late."""
    rows = shell.run(*ASKED, "--as-then-known", "--format", "json").rows
    differ = {
        (row["child"], row["rule"]): (
            row["then_status"],
            row["status"],
            row["then_due"],
        )
        for row in rows
        if row["then_differs"]
    }
    assert {
        ("K-0001", "england.conference.initial"): ("overdue", "met", "2025-09-24"),
        ("K-0002", "england.assessment.conclude"): ("met", "met_late", "2025-05-15"),
        ("K-0003", "jersey.referral.decision"): ("not_known", "met", None),
    } == differ
    [why] = [
        row["then_why"] for row in rows if row["then_why"] and "e5" in row["then_why"]
    ]
    assert "was corrected on Friday 23 May 2025" in why


def test_what_is_not_over_has_no_then(shell: Shell) -> None:
    """Null where the due day is not over, or there is none."""
    rows = shell.run(*ASKED, "--as-then-known", "--format", "json").rows
    still = [row for row in rows if row["due"] is None or row["due"] >= "2025-10-31"]
    assert 2 == len(still)
    assert {(None,) * 4} == {tuple(row[key] for key in THEN) for row in still}


def test_the_same_as_csv(shell: Shell) -> None:
    """A column for each key, in the same order."""
    told = shell.run(*ASKED, "--as-then-known", "--format", "csv").out
    head, *rows = csv.reader(io.StringIO(told))
    assert THEN == head[-4:]
    assert 8 == len(rows)


def test_as_known_at_a_moment_there_is_less_hindsight(shell: Shell) -> None:
    """Before the correction was made, nothing was known otherwise."""
    asked = ("deadlines", SAMPLE, "--as-at", "2025-05-22", "--as-then-known")
    known = ("--known-at", "2025-05-22T12:00+01:00", "--format", "json")
    rows = shell.run(*asked, *known).rows
    assert ["met", "met"] == [row["status"] for row in rows]
    assert [False, False] == [row["then_differs"] for row in rows]


def test_a_listing_counts_what_was_met(shell: Shell) -> None:
    """Below the table, of all the deadlines, listed or not."""
    ran = shell.run(*ASKED, "--as-then-known", "--status", "overdue")
    assert "as known when it ended: 4 of 5" in ran.out
    assert "as known now:           5 of 6" in ran.out
    assert "as known when" not in shell.run(*ASKED).out
    assert all(len(line) <= 80 for line in ran.out.splitlines())
