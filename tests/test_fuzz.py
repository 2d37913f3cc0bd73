"""What fuzzing has found stays found, and the fuzzer finds what is planted."""

import tomllib
from datetime import date
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.__main__ import main
from tests.fuzz.corpus import FOLDER, Found, found_for
from tests.fuzz.running import Failed, Run, fails, smallest
from tests.fuzz.target import Target
from tests.fuzz.targets import TARGETS

every_reader = pytest.mark.parametrize("name", TARGETS)


def tried(target: Target, files: int) -> Run:
    """Read the seeds, what is kept, and so many files made from them."""
    run = Run(target=target, rng=Random(2026))
    run.start()
    end = run.tried + files
    run.go_on(lambda: run.tried < end)
    return run


@every_reader
def test_nothing_is_lost_of_what_was_found(name: str) -> None:
    """Every file that a run has kept is read without a crash, and whole."""
    kept = found_for(TARGETS[name])
    assert kept
    assert all(TARGETS[name].check(data) for data in kept)


SHORT_ROW = b"""=== header.csv
CHILD,DOB
=== episodes.csv
DECOM,RNE,LS,PLACE,DEC,REC,CHILD
03/06/2024
"""
# On these a reader failed until it was put right.
WERE_FAULTS = [
    ("dates", b"0001-01-01T00:00"),
    ("overlay", b"a = " + 5_000 * b"9"),
    ("overlay", b"a = " + 5_000 * b"["),
    ("ssda903", SHORT_ROW),
    ("scenario", b"a = " + 5_000 * b"9"),
    ("scenario", b"a = " + 5_000 * b"["),
    ("scenario", rb'extends = "\u0000"'),
    ("scenario", b'extends = "jersey-2019.toml"\nspan.first = 1' + 4_000 * b"0"),
]


@pytest.mark.parametrize(("name", "data"), WERE_FAULTS)
def test_what_was_put_right_stays_right(name: str, data: bytes) -> None:
    """Each was found by fuzzing; the reader now says what is wrong."""
    assert any("refused" in one or "unread" in one for one in TARGETS[name].check(data))


@every_reader
def test_nothing_is_lost_of_files_made_wrong(name: str) -> None:
    """A little of the run, the same files each time."""
    assert tried(TARGETS[name], 60).found.smallest


@pytest.mark.slow
@every_reader
def test_nothing_is_lost_of_many_files_made_wrong(name: str) -> None:
    """More of the run."""
    assert tried(TARGETS[name], 2_000).found.smallest


def test_the_corpus_is_small() -> None:
    """What is kept is for a person to read, and not for a machine to fill."""
    kept = [path for path in FOLDER.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in kept) < 300_000
    assert {path.parent.name for path in kept} == TARGETS.keys()


# The fuzzer finds what is planted


# What is put in the place of what, so that a reader loses something or crashes.
PLANTS: dict[str, tuple[str, object]] = {
    "jsonl": ("casework.adapters.plain._events", lambda _: ()),
    "census": ("casework.adapters.cin.census.tell", lambda *_: None),
    "ssda903": ("casework.adapters.ssda903.returned.tell_absences", lambda *_: None),
    # A number with more digits than Python reads comes through as Python's own error.
    "overlay": ("casework.tables.loads", tomllib.loads),
    "scenario": ("casework.simulation.reading._over", lambda base, _: base),
    "dates": ("tests.fuzz.dates.as_date", date.fromisoformat),
}


@every_reader
def test_a_planted_fault_is_found(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run says on which file a reader loses something, or crashes."""
    monkeypatch.setattr(*PLANTS[name])
    with pytest.raises(Failed) as failed:
        tried(TARGETS[name], 1_000)
    assert fails(TARGETS[name], failed.value.data)


def test_a_file_that_fails_is_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not matter for its failing is left out."""
    monkeypatch.setattr(*PLANTS["ssda903"])
    data = TARGETS["ssda903"].seeds[0]
    small = smallest(TARGETS["ssda903"], data)
    assert fails(TARGETS["ssda903"], small)
    assert len(small) < len(data) / 4


def test_a_run_says_how_many_files_it_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a fault it leaves with 0, with one it shows the smallest file."""
    run = ["fuzz", "dates", "--minutes", "0", "--plain"]
    monkeypatch.setattr("sys.argv", run)
    assert 0 == main()
    assert "files in 0 minutes, plain, seed 1: no crash" in capsys.readouterr().out
    monkeypatch.setattr(*PLANTS["dates"])
    assert 1 == main()
    assert "FAILED\nIt fails on these " in capsys.readouterr().out


def test_what_is_found_is_kept_as_small_as_it_was_seen(tmp_path: Path) -> None:
    """For each thing that was said the smallest file stays, and no other."""
    found = Found()
    assert found.take(b"long", {"one", "two"})
    assert found.take(b"no", {"one"})
    assert not found.take(b"longer", {"one", "two"})
    found.write(tmp_path)
    assert {b"long", b"no"} == {path.read_bytes() for path in tmp_path.iterdir()}
    found.take(b"a", {"one", "two"})
    found.write(tmp_path)
    assert [b"a"] == [path.read_bytes() for path in tmp_path.iterdir()]
