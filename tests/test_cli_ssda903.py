"""The commands on a looked-after children return, as a shell runs them."""

from pathlib import Path

import pytest

from casework.adapters.jsonlines import read_jsonl
from tests.commands import Shell
from tests.returns import CHILD, folder_of

ROWS = (
    f"{CHILD},03/06/2024,S,L1,U4,05/06/2024,X1,101,",
    f"{CHILD},05/06/2024,B,V2,K2,,,102,CARPL",
)


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell in which to run commands."""
    return Shell(capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A return of one child, who is looked after in the year to 31 March 2025."""
    path = tmp_path / "return"
    path.mkdir()
    return folder_of(path, episodes=ROWS, reviews=(f"{CHILD},28/06/2024,PN1",))


def test_a_return_is_imported_and_read_again(
    shell: Shell, folder: Path, tmp_path: Path
) -> None:
    """Every event is written, and what the return records."""
    out = tmp_path / "care.jsonl"
    ran = shell.run("import", "ssda903", folder, "-o", out)
    assert (0, "") == (ran.code, ran.out)
    assert "1 child, 8 events" in ran.err
    assert "finding" not in ran.err
    [journey] = read_jsonl(out, strict=True)
    records = journey.chronology.records
    assert ("2024-04-01", "2025-03-31") == (str(records.start), str(records.end))
    assert 8 == len(journey.chronology.events)


def test_the_years_of_a_return_may_be_given(
    shell: Shell, folder: Path, tmp_path: Path
) -> None:
    """As the first day and the last."""
    out = tmp_path / "care.jsonl"
    days = ("--from", "2024-01-01", "--to", "2024-12-31")
    assert 0 == shell.run("import", "ssda903", folder, "-o", out, *days).code
    [journey] = read_jsonl(out, strict=True)
    records = journey.chronology.records
    assert ("2024-01-01", "2024-12-31") == (str(records.start), str(records.end))


def test_years_that_cannot_be_are_refused(
    shell: Shell, folder: Path, tmp_path: Path
) -> None:
    """The last before the first is wrong usage, and so is no day."""
    command = ("import", "ssda903", folder, "-o", tmp_path / "care.jsonl")
    ran = shell.run(*command, "--from", "2024-01-01", "--to", "2023-12-31")
    assert 2 == ran.code
    assert "cannot end on 2023-12-31" in ran.err
    assert 2 == shell.run(*command, "--from", "soon").code


def test_a_return_is_a_file_to_every_command(shell: Shell, folder: Path) -> None:
    """Its folder is listed, checked and told."""
    asked = (folder, "--as-at", "2025-03-31", "--format", "json")
    assert 0 == shell.run("deadlines", *asked).code
    assert [] == [
        row for row in shell.run("check", *asked).rows if row["code"] == "not_allowed"
    ]
    told = shell.run("journey", *asked, "--child", CHILD).told
    assert "looked_after_review_held" in [event["event"] for event in told["events"]]


def test_a_folder_that_is_no_return_is_said(shell: Shell, tmp_path: Path) -> None:
    """And the command leaves with 1."""
    ran = shell.run("import", "ssda903", tmp_path, "-o", tmp_path / "care.jsonl")
    assert 1 == ran.code
    assert "has no header.csv and no episodes.csv" in ran.err
