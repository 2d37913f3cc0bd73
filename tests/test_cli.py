"""The command line: what it lists, where it writes, and how it leaves."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from casework.adapters.cin import read_cin
from casework.adapters.jsonlines import read_jsonl
from casework.adapters.reading import Unread
from casework.cli import main
from casework.timescales import Status
from tests.commands import CENSUS, Shell, child, referral, write
from tests.source import ROOT

FULL = Path("/dev/full")
SMALL = CENSUS.with_name("CIN_Census_2024.xml")

KEYS = [
    "child",
    "jurisdiction",
    "episode",
    "rule",
    "occurrence",
    "title",
    "starts",
    "due",
    "status",
    "met",
    "ended",
    "days_late",
    "basis",
    "authority",
    "precision",
    "provisional",
    "note",
]
ADOPTED = "England's number; not known to apply in Jersey"

# Referred on Monday 2 March 2026: decided a day late, the assessment still running.
LATE = child(
    "C-0001",
    referral(),
    {
        "event": "referral_decided",
        "at": "2026-03-04",
        "episode": "assessment-1",
        "decision": "assessment",
    },
)
# Nothing was done: overdue from 4 March.
SILENT = child("C-0002", referral(), jurisdiction="england")
CONTACT = child(
    "C-0003",
    {"event": "contact_received", "at": "2026-03-02T09:40Z", "episode": "contact-1"},
)


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Run commands here."""
    return Shell(capsys)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write three children to a file."""
    return write(tmp_path / "children.jsonl", LATE, SILENT, CONTACT)


# Deadlines


def test_deadlines_of_a_file_as_json(shell: Shell, file: Path) -> None:
    """One array, a row a deadline, with exactly the keys of the contract."""
    ran = shell.run("deadlines", file, "--as-at", "2026-03-05", "--format", "json")
    assert (0, "") == (ran.code, ran.err)
    assert {tuple(KEYS)} == {tuple(row) for row in ran.rows}
    told = [(r["child"], r["rule"], r["due"], r["status"]) for r in ran.rows]
    assert [
        ("C-0001", "jersey.referral.decision", "2026-03-03", "met_late"),
        ("C-0001", "jersey.assessment.conclude", "2026-05-07", "open"),
        ("C-0002", "england.referral.decision", "2026-03-03", "overdue"),
        ("C-0002", "england.assessment.conclude", "2026-05-07", "open"),
        ("C-0003", "jersey.contact.decision", "2026-03-03T09:40:00+00:00", "overdue"),
    ] == told


def test_deadlines_of_a_file_as_csv(shell: Shell, file: Path) -> None:
    """The same rows under the same keys; what is null is empty."""
    command = ("deadlines", file, "--as-at", "2026-03-05", "--format")
    rows = list(csv.DictReader(io.StringIO(shell.run(*command, "csv").out)))
    expected = [
        {key: _cell(value) for key, value in row.items()}
        for row in shell.run(*command, "json").rows
    ]
    assert expected == rows


def _cell(value: object) -> str:
    if value is None:
        return ""
    return json.dumps(value) if isinstance(value, bool) else str(value)


def test_an_empty_listing_is_still_a_listing(shell: Shell, tmp_path: Path) -> None:
    """An empty array, the keys alone, or words that say so."""
    file = write(tmp_path / "none.jsonl", child("C-1"))
    command = ("deadlines", file, "--as-at", "2026-03-05", "--format")
    assert [] == shell.run(*command, "json").rows
    assert ",".join(KEYS) + "\n" == shell.run(*command, "csv").out
    assert "No deadlines to list as at 2026-03-05" in shell.run(*command, "table").out


def test_the_table_of_a_census_ends_with_the_totals_of_its_rows(shell: Shell) -> None:
    """A stranger sees totals by rule and status last, and no line is too long."""
    command = ("deadlines", CENSUS, "--as-at", "2025-03-31")
    ran = shell.run(*command)
    lines = ran.out.splitlines()
    totals = lines[lines.index("Totals by rule and status, as at 2025-03-31") :]
    rules = {line.split()[0] for line in totals if line.startswith("england.")}
    assert 0 == ran.code
    assert {"england.assessment.conclude", "england.conference.initial"} <= rules
    assert 80 >= max(map(len, lines))
    rows = shell.run(*command, "--format", "json").rows
    (line,) = (line for line in totals if line.startswith("all "))
    seen = [one for one in Status if any(row["status"] == one for row in rows)]
    counts = [sum(row["status"] == one for row in rows) for one in seen]
    assert [len(rows), *counts] == [int(word) for word in line.split()[1:]]


def test_an_adopted_number_says_so(shell: Shell, file: Path) -> None:
    """The table marks the row and says it once below; JSON says it in each row."""
    command = ("deadlines", file, "--as-at", "2026-03-05")
    lines = shell.run(*command).out.splitlines()
    marked = next(line for line in lines if "jersey.assessment.conclude" in line)
    (note,) = (line for line in lines if ADOPTED in line)
    assert note.split()[0] == marked.split()[-1]
    for row in shell.run(*command, "--format", "json").rows:
        assert (row["basis"] == "adopted") == (ADOPTED in (row["note"] or ""))


def test_only_some_statuses(shell: Shell, file: Path) -> None:
    """`--status` takes several, with commas."""
    ran = shell.run(
        *("deadlines", file, "--as-at", "2026-03-05", "--format", "json"),
        *("--status", "overdue, met_late"),
    )
    assert ["met_late", "overdue", "overdue"] == [row["status"] for row in ran.rows]


def test_what_was_known_then(shell: Shell, tmp_path: Path) -> None:
    """`--known-at` leaves out what was written down later."""
    late = {
        "event": "referral_decided",
        "at": "2026-03-03",
        "episode": "assessment-1",
        "decision": "assessment",
        "recorded": "2026-03-20T10:00Z",
    }
    file = write(tmp_path / "late.jsonl", child("C-1", referral(), late))
    command = ("deadlines", file, "--as-at", "2026-03-05", "--format", "json")
    now = shell.run(*command).rows[0]["status"]
    then = shell.run(*command, "--known-at", "2026-03-05T17:00Z").rows[0]["status"]
    assert ("met", "overdue") == (now, then)


@pytest.mark.parametrize(("as_at", "code"), [("2026-03-03", 0), ("2026-03-04", 1)])
def test_fail_on_overdue(shell: Shell, file: Path, as_at: str, code: int) -> None:
    """It leaves with 1 if any is overdue, listed or not."""
    command = ("deadlines", file, "--as-at", as_at, "--status", "met")
    assert 0 == shell.run(*command).code
    # The contact of C-0003 is due by the hour, on 3 March at 09:40.
    only = write(file.parent / "only.jsonl", SILENT)
    failing = ("deadlines", only, "--as-at", as_at, "--status", "met")
    assert code == shell.run(*failing, "--fail-on-overdue").code


OVERLAY = """
name = "Jersey procedures"
jurisdiction = "jersey"
[[replace]]
rule = "jersey.assessment.conclude"
within = "20 working days"
words = "20 working days"
authority = "local"
citation = {title = "Local standard", provision = "4.2", read = "2026-11-21"}
"""


def test_local_standards_are_laid_over_the_law(shell: Shell, file: Path) -> None:
    """An overlay changes what it names, and nothing of another place."""
    overlay = file.parent / "local.toml"
    overlay.write_text(OVERLAY, encoding="utf-8")
    command = ("deadlines", file, "--as-at", "2026-03-05", "--format", "json")
    rows = shell.run(*command, "--overlay", overlay).rows
    due = {row["rule"]: (row["due"], row["basis"]) for row in rows}
    assert ("2026-03-30", "verified") == due["jersey.assessment.conclude"]
    assert ("2026-05-07", "verified") == due["england.assessment.conclude"]


def test_a_long_id_takes_more_lines_and_loses_nothing(
    shell: Shell, tmp_path: Path
) -> None:
    """What is wider than its column goes on below, and controls nothing."""
    id_ = "0b9f6c1e-7d3a-4c38-9d8e-1a2b3c4d5e6f"
    file = write(
        tmp_path / "long.jsonl", child(id_, referral()), child("\x1b[2J", referral())
    )
    out = shell.run("deadlines", file, "--as-at", "2026-03-05").out
    lines = out.splitlines()
    assert id_ == "".join(line[:15].strip() for line in lines[2:5])
    assert 80 >= max(map(len, lines))
    assert "\x1b" not in out
    assert "\\x1b[2J" in out


# What cannot be read


def test_an_unread_line_is_said_and_the_others_are_listed(
    shell: Shell, tmp_path: Path
) -> None:
    """Standard error names file and line, and the command leaves with 1."""
    file = write(tmp_path / "half.jsonl", LATE, '{"format": "cas', SILENT)
    ran = shell.run("deadlines", file, "--as-at", "2026-03-05", "--format", "json")
    assert 1 == ran.code
    assert {"C-0001", "C-0002"} == {row["child"] for row in ran.rows}
    assert f"{file}, line 2: not JSON" in ran.err


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nothing.jsonl", "cannot be read: No such file"),
        ("nothing.xml", "No such file"),
        ("folder", "has no header.csv and no episodes.csv"),
        ("notes.txt", "is neither chronologies (.jsonl) nor a census (.xml)"),
    ],
)
def test_an_unread_file_is_said_and_the_others_are_listed(
    shell: Shell, file: Path, name: str, why: str
) -> None:
    """Wherever it stands among the files."""
    (file.parent / "folder").mkdir()
    command = ("deadlines", file.parent / name, file, "--as-at", "2026-03-05")
    ran = shell.run(*command, "--format", "json")
    assert (1, 5) == (ran.code, len(ran.rows))
    assert why in ran.err
    assert "Traceback" not in ran.err


def test_a_truncated_census_lists_the_children_before_its_end(
    shell: Shell, tmp_path: Path
) -> None:
    """The listing ends as JSON must, and the break is said with its line."""
    whole = CENSUS.read_bytes()
    half = tmp_path / "half.xml"
    half.write_bytes(whole[: len(whole) // 50])
    ran = shell.run("deadlines", half, "--as-at", "2025-03-31", "--format", "json")
    assert 1 == ran.code
    assert ran.rows
    assert "line" in ran.err


def test_the_line_of_a_break_is_told_by_itself(shell: Shell, tmp_path: Path) -> None:
    """`check` has a column for it."""
    half = tmp_path / "half.xml"
    half.write_text("<Message>\n<Children>\n", encoding="utf-8")
    (row,) = shell.run("check", half, "--as-at", "2025-03-31", "--format", "json").rows
    assert (str(half), 3) == (row["file"], row["line"])
    assert row["what"].startswith("the file ends before its end")


def test_a_day_beyond_all_years_stops_no_listing(shell: Shell, tmp_path: Path) -> None:
    """Some systems write the last day that there is for "not yet"."""
    never = {"event": "contact_received", "at": "9999-12-31", "episode": "contact-1"}
    later = {**never, "at": "9999-12-31T23:59:59-12:00"}
    first = {**never, "at": "0001-01-01T00:00:00Z"}
    odd = (child("C-1", never), child("C-2", later, first))
    file = write(tmp_path / "odd.jsonl", *odd)
    for day in ("2026-03-05", "9999-12-31"):
        ran = shell.run("deadlines", file, "--as-at", day, "--format", "json")
        assert 0 == ran.code
    assert [("C-1", None)] == [(row["child"], row["due"]) for row in ran.rows]


def test_an_unread_event_does_not_fail_a_listing(shell: Shell, tmp_path: Path) -> None:
    """It is a finding: counted on standard error, listed by `check`."""
    odd = referral(sauce="school")
    file = write(tmp_path / "odd.jsonl", child("C-1", odd, referral(id="e9")))
    ran = shell.run("deadlines", file, "--as-at", "2026-03-05", "--format", "json")
    assert (0, 2) == (ran.code, len(ran.rows))
    see = f"see `casework check {file} --as-at DATE`"
    assert f"1 finding on reading; {see}" in ran.err


WRONG = {
    "no command": "nonsense",
    "no file": "deadlines --as-at 2026-03-05",
    "no as-at": "deadlines {file}",
    "30 February": "deadlines {file} --as-at 2026-02-30",
    "naive moment": "deadlines {file} --as-at 2026-03-05 --known-at 2026-03-05T10:00",
    "unknown status": "deadlines {file} --as-at 2026-03-05 --status late",
    "unknown format": "deadlines {file} --as-at 2026-03-05 --format yaml",
    "no such overlay": "deadlines {file} --as-at 2026-03-05 --overlay none.toml",
    "an overlay for no place": (
        "deadlines {file} --as-at 2026-03-05 --overlay {file}.france.toml"
    ),
    "no such child": "explain {file} --child X --rule y --as-at 2026-03-05",
    "no such rule": "explain {file} --child C-0001 --rule y --as-at 2026-03-05",
    "no such jurisdiction": "rules --jurisdiction france",
    "a stage that is none": "draw nonsense",
    "a picture that it cannot write": "draw conference -o conference.png",
    "a child without a day": "draw {file} --child C-0001",
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_usage_leaves_with_2(shell: Shell, file: Path, case: str) -> None:
    """It is said on standard error; standard output stays empty."""
    nowhere = 'name = "Ours"\njurisdiction = "france"\n'
    Path(f"{file}.france.toml").write_text(nowhere, encoding="utf-8")
    ran = shell.run(*WRONG[case].format(file=file).split())
    assert (2, "") == (ran.code, ran.out)
    assert ran.err
    assert "Traceback" not in ran.err


# Streams and screens


def test_casework_is_also_a_module(file: Path) -> None:
    """`python -m casework` is the same, and reads standard input where told `-`."""
    done = subprocess.run(
        [sys.executable, "-m", "casework", "deadlines", "-", "--as-at", "2026-03-05"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=True,
        capture_output=True,
        input=file.read_bytes(),
    )
    assert b"C-0003" in done.stdout
    assert b"\x1b" not in done.stdout
    assert b"" == done.stderr


def test_without_the_extra_the_command_says_how_to_install_it() -> None:
    """Somebody who installed the library alone is told what is missing."""
    code = "import sys; sys.modules['typer'] = None; import casework.cli as c; c.main()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert 2 == done.returncode
    assert "pip install 'casework[cli]'" in done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("words", [["draw", "contact"], ["rules"], ["rules", "--help"]])
def test_a_full_disk_is_told_in_one_line(words: list[str]) -> None:
    """Whether the output is short, and written as Python ends, or long."""
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "casework", *words],
            cwd=ROOT,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    said = "casework: reading or writing failed: No space left on device\n"
    assert (1, said) == (done.returncode, done.stderr)


def test_nothing_is_said_where_the_reader_has_read_enough() -> None:
    """As in `casework draw contact | head -0`."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "casework", "draw", "contact"],
            cwd=ROOT,
            check=False,
            stdout=closed,
            stderr=subprocess.PIPE,
        )
    assert (1, b"") == (done.returncode, done.stderr)


class Screen(io.StringIO):
    """A stream that says it is a screen."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize("no_color", ["", "1"])
def test_colour_is_for_screens_that_want_it(
    file: Path, monkeypatch: pytest.MonkeyPatch, no_color: str
) -> None:
    """Statuses are coloured on a screen, unless NO_COLOR is set."""
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("NO_COLOR", no_color)
    with pytest.raises(SystemExit):
        main(["deadlines", str(file), "--as-at", "2026-03-05"])
    assert ("\x1b[" in screen.getvalue()) == (no_color == "")


def test_progress_is_for_screens_and_stays_out_of_the_listing(
    file: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Children are counted on standard error while the listing goes elsewhere."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    ran = shell.run("deadlines", file, "--as-at", "2026-03-05", "--format", "json")
    assert 5 == len(ran.rows)
    assert "children read" in screen.getvalue()


def test_the_version_is_told(shell: Shell) -> None:
    """As any command tells it."""
    assert shell.run("--version").out.startswith("casework ")


# Import


def test_a_census_imported_and_read_again_is_the_same(
    shell: Shell, tmp_path: Path
) -> None:
    """Every child, every event and every day of it: nothing is lost on the way."""
    out = tmp_path / "census.jsonl"
    ran = shell.run("import", "cin", CENSUS, "-o", out)
    assert (0, "") == (ran.code, ran.out)
    assert "590 children" in ran.err
    with CENSUS.open("rb") as file:
        imported = [piece.journey for piece in read_cin(file)]
    # Not strictly: some of its days lie before birth, on purpose.
    assert imported == [line.journey for line in read_jsonl(out).lines()]


def test_a_census_imported_and_read_again_has_the_same_deadlines(
    shell: Shell, tmp_path: Path
) -> None:
    """The listing does not say from which of the two files it came."""
    out = tmp_path / "census.jsonl"
    shell.run("import", "cin", SMALL, "-o", out)
    command = ("--as-at", "2025-03-31", "--format", "json")
    listed = shell.run("deadlines", SMALL, *command).rows
    assert listed
    assert listed == shell.run("deadlines", out, *command).rows


def test_an_import_that_breaks_off_keeps_what_it_read(
    shell: Shell, tmp_path: Path
) -> None:
    """The children before the break are written, and the command leaves with 1."""
    half, out = tmp_path / "half.xml", tmp_path / "half.jsonl"
    half.write_bytes(CENSUS.read_bytes()[:30_000])
    ran = shell.run("import", "cin", half, "-o", out)
    assert 1 == ran.code
    read = list(read_jsonl(out).lines())
    assert read
    assert [] == [one for one in read if isinstance(one, Unread)]


def test_only_a_census_is_imported_as_one(
    shell: Shell, file: Path, tmp_path: Path
) -> None:
    """Chronologies are none, whatever they are called."""
    ran = shell.run("import", "cin", file, "-o", tmp_path / "out.jsonl")
    assert 1 == ran.code
    assert "line 1: not well-formed" in ran.err


def test_an_import_shows_progress_where_nothing_is_listed(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read goes to a file, so the screen is free."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", Screen())
    monkeypatch.setenv("TERM", "xterm")
    shell.run("import", "cin", CENSUS, "-o", tmp_path / "out.jsonl")
    assert "children read" in screen.getvalue()


def test_an_import_that_cannot_be_written(shell: Shell, tmp_path: Path) -> None:
    """The place is named."""
    ran = shell.run("import", "cin", CENSUS, "-o", tmp_path / "nowhere" / "x.jsonl")
    assert 1 == ran.code
    assert "cannot be written" in ran.err
